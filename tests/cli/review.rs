//! `scheda inspect --html`

use std::fs;

use super::{check, command, folder, scheda};

const SHEET: &[u8] = "Title: Gärten\nLead organisation: Town of Sample\nWebsite: example\n".as_bytes();

#[test]
fn a_review_is_written_and_told() {
    let folder = folder(&[("a.txt", SHEET), ("review.html", b"an older one")]);
    let output = scheda(folder.path(), &["inspect", "a.txt", "--html", "review.html"]);
    check(&output, 0, "review.html: the review of a.txt was written");
    assert!(output.stdout.is_empty());
    let page = fs::read_to_string(folder.path().join("review.html")).unwrap();
    assert!(page.starts_with("<!doctype html>") && page.ends_with("</html>\n") && page.contains("Gärten"), "{page}");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "nothing else is left");
}

#[test]
fn a_dash_is_standard_output() {
    let folder = folder(&[("a.txt", SHEET)]);
    let output = scheda(folder.path(), &["inspect", "a.txt", "--html", "-"]);
    check(&output, 0, "");
    assert!(output.stdout.starts_with(b"<!doctype html>") && output.stderr.is_empty());
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn a_review_that_cannot_be_written_changes_nothing() {
    let folder = folder(&[("a.txt", SHEET), ("out/b", b"x")]);
    let review = |path| scheda(folder.path(), &["inspect", "a.txt", "--html", path]);
    check(&review("a.txt"), 2, "cannot write a.txt: it is the document to read; name another file");
    check(&review("./out/../a.txt"), 2, "it is the document to read");
    check(&review("out"), 2, "cannot write out: it is a folder");
    check(&review("no/x.html"), 2, "cannot write no/x.html: its folder does not exist; make it first");
    assert_eq!(fs::read(folder.path().join("a.txt")).unwrap(), SHEET);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
}

#[test]
fn a_page_is_no_other_report() {
    let folder = folder(&[("a.txt", SHEET)]);
    for other in [&["--lines"][..], &["--explain"], &["--format", "json"]] {
        let args = [&["inspect", "a.txt", "--html", "x.html"], other].concat();
        check(&scheda(folder.path(), &args), 2, "cannot be used with");
    }
}

#[test]
fn a_page_is_in_the_language_of_its_reader() {
    let folder = folder(&[("a.txt", SHEET)]);
    let page = |args: &[&str], lang: &str| {
        let args = [&["inspect", "a.txt", "--html", "-"], args].concat();
        String::from_utf8(command(folder.path(), &args).env("LANG", lang).output().unwrap().stdout).unwrap()
    };
    let italian = page(&["--lang", "it"], "es_ES.UTF-8");
    assert!(
        italian.contains("<html lang=\"it\">") && italian.contains("«example» non è un indirizzo web"),
        "{italian}"
    );
    assert!(italian.contains("Vai a ciò che è stato letto") && italian.contains("riga 3"), "{italian}");
    assert!(page(&[], "es_ES.UTF-8").contains("<html lang=\"es\">"));
    assert!(page(&[], "C").contains("<html lang=\"en\">"));
}

#[test]
fn a_document_without_a_sheet_has_a_page_too() {
    let folder = folder(&[("a.txt", b"Dear all,\nthank you.\n")]);
    check(&scheda(folder.path(), &["inspect", "a.txt", "--html", "x.html"]), 1, "error[no-sheet]");
    let page = fs::read_to_string(folder.path().join("x.html")).unwrap();
    assert!(page.contains("no good-practice sheet found") && page.contains("Dear all,"), "{page}");
}
