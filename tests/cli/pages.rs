//! Markdown pages: written, read back, and proved.

use super::{folder, scheda};

const SHEET: &str = "BEST PRACTICE SUMMARY SHEET\n\nINSTITUTION: Town of Sample\n\nBEST PRACTICE'S SUBJECT: Shared gardens\n\n\
    BEST PRACTICE'S DESCRIPTION: Forty plots for everybody.\n\nCONTACT PERSON: Rita Sample, rita@example.org\n\n\
    BENEFICIARIES: families; schools\n";

/// What a command prints, which must succeed.
#[track_caller]
fn printed(folder: &tempfile::TempDir, args: &[&str]) -> String {
    let output = scheda(folder.path(), args);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn a_page_is_read_back_as_its_record() {
    let folder = folder(&[("a.txt", SHEET.as_bytes())]);
    printed(&folder, &["convert", "a.txt", "--out-dir", "pages", "--to", "markdown", "--quiet"]);
    let [record, again] =
        ["a.txt", "pages/shared-gardens.md"].map(|file| printed(&folder, &["convert", file, "--quiet"]));
    assert_eq!(again, record);
}

#[test]
fn a_page_speaks_the_language_that_is_told() {
    let folder = folder(&[("a.txt", SHEET.as_bytes())]);
    let page = printed(&folder, &["convert", "a.txt", "--to", "markdown", "--lang", "fr", "--quiet"]);
    for words in ["| En bref | |", "| Porteur du projet | Town of Sample |", "\n## Groupes cibles\n", "\n## Contact\n"]
    {
        assert!(page.contains(words), "{words} in {page}");
    }
    let output = scheda(folder.path(), &["convert", "a.txt", "--lang", "xx"]);
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("en, es, it; for the headings of pages also"), "{said}");
}

#[test]
fn a_page_may_do_without_front_matter() {
    let folder = folder(&[("a.txt", SHEET.as_bytes())]);
    let page = printed(&folder, &["convert", "a.txt", "--to", "markdown", "--no-front-matter", "--quiet"]);
    assert!(page.starts_with("# Shared gardens\n"), "{page}");
    let half = printed(&folder, &["convert", "a.txt", "--to", "summary", "--no-front-matter", "--quiet"]);
    assert!(half.starts_with("# Shared gardens\n") && !half.contains("## Contact"), "{half}");
    let output = scheda(folder.path(), &["convert", "a.txt", "--no-front-matter"]);
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn roundtrip_says_of_each_record_that_it_is_the_same() {
    let folder = folder(&[("a.txt", SHEET.as_bytes())]);
    printed(&folder, &["convert", "a.txt", "-o", "a.md", "--quiet"]);
    printed(&folder, &["convert", "a.txt", "-o", "a.yaml", "--quiet"]);
    let said = printed(&folder, &["roundtrip", "a.txt", "a.md", "a.yaml"]);
    let lines = ["a.txt", "a.md", "a.yaml"].map(|file| format!("same     {file}#1  \"Shared gardens\"\n"));
    assert_eq!(said, lines.concat() + "3 records: 3 the same, 0 not\n");
    assert_eq!(printed(&folder, &["roundtrip", "a.md", "--quiet"]), "");
    let italian = printed(&folder, &["roundtrip", "a.txt", "a.yaml", "--lang", "it"]);
    assert!(italian.ends_with("\n2 record: 2 uguali, 0 no\n"), "{italian}");
}

#[test]
fn roundtrip_of_nothing_fails() {
    let folder = folder(&[("a.txt", b"Dear all,\n")]);
    assert_eq!(scheda(folder.path(), &["roundtrip", "a.txt"]).status.code(), Some(1));
    assert_eq!(scheda(folder.path(), &["roundtrip", "gone.txt"]).status.code(), Some(2));
}

#[test]
fn validate_names_the_line_of_a_page() {
    let folder = folder(&[("a.txt", SHEET.as_bytes())]);
    printed(&folder, &["convert", "a.txt", "-o", "a.md", "--quiet"]);
    let page = std::fs::read_to_string(folder.path().join("a.md")).unwrap();
    let line = page.lines().position(|line| line.contains("rita@example.org")).unwrap() + 1;
    let page = page.replace("<rita@example.org>", "rita example.org");
    std::fs::write(folder.path().join("a.md"), page).unwrap();
    let output = scheda(folder.path(), &["validate", "a.md", "--format", "concise"]);
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.contains(&format!("a.md:{line}:")) && said.contains("malformed-email"), "{said}");
}
