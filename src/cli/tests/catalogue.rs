use super::*;

fn host() -> Memory {
    Memory::with(&[("in/a.txt", "sheet a\n"), ("in/b.txt", "sheet b\n")])
}

const CATALOGUE: [&str; 4] = ["catalogue", "in", "--out-dir", "in/out"];

#[test]
fn a_catalogue_has_an_overview_a_page_a_practice_and_the_data() {
    let host = host();
    assert_eq!(scheda(&host, &CATALOGUE), Exit::Done);
    let pages = ["practices.csv", "practices.json", "practices.xlsx", "practices/a.md", "practices/b.md"];
    let written = host.names("in/out");
    let is_written = |page: &&str| written.contains(&format!("in/out/{page}"));
    assert!(pages.iter().chain(&["index.md"]).all(is_written), "{written:?}");
    let index = host.get("in/out/index.md").unwrap();
    assert!(index.contains("(practices/a.md)") && index.contains("\n2 practices\n"), "{index}");
    // What it wrote is no input of the next run.
    host.clear();
    assert_eq!(scheda(&host, &CATALOGUE), Exit::Done);
    assert!(host.stderr().contains("2 practices in the catalogue"), "{}", host.stderr());
}

#[test]
fn pages_of_practices_that_are_gone_go_unless_somebody_changed_them() {
    let host = Memory::with(&[("in/a.txt", "sheet a\n"), ("in/b.txt", "sheet b\n"), ("in/c.txt", "sheet c\n")]);
    assert_eq!(scheda(&host, &CATALOGUE), Exit::Done);
    host.put("in/out/practices/own.md", "mine");
    host.put("in/out/practices/c.md", "changed");
    let args = ["catalogue", "in/a.txt", "--out-dir", "in/out"];
    assert_eq!(scheda(&host, &args), Exit::CouldNot);
    assert!(host.stderr().contains("practices/c.md was kept: it was changed"), "{}", host.stderr());
    assert!(host.stderr().contains("1 page of an earlier run removed"), "{}", host.stderr());
    assert_eq!(host.get("in/out/practices/b.md"), None);
    assert_eq!(host.get("in/out/practices/c.md").as_deref(), Some("changed"));
    assert_eq!(host.get("in/out/practices/own.md").as_deref(), Some("mine"));
}

#[test]
fn pages_stay_while_something_cannot_be_read() {
    let host = host();
    assert_eq!(scheda(&host, &CATALOGUE), Exit::Done);
    host.put("in/b.docx", "PK torn");
    let args = ["catalogue", "in/a.txt", "in/b.docx", "--out-dir", "in/out"];
    assert_eq!(scheda(&host, &args), Exit::CouldNot);
    assert!(host.stderr().contains("no page of an earlier run was removed"), "{}", host.stderr());
    assert!(host.get("in/out/practices/b.md").is_some());
    // It is still known for a page of ours.
    assert_eq!(scheda(&host, &["catalogue", "in/a.txt", "--out-dir", "in/out"]), Exit::Done);
    assert_eq!(host.get("in/out/practices/b.md"), None);
}

#[test]
fn a_catalogue_is_not_emptied_because_nothing_was_found() {
    let host = host();
    assert_eq!(scheda(&host, &CATALOGUE), Exit::Done);
    host.put("none/a.txt", "words");
    assert_eq!(scheda(&host, &["catalogue", "none", "--out-dir", "in/out"]), Exit::Findings);
    assert!(host.get("in/out/index.md").is_some() && host.get("in/out/practices/a.md").is_some());
}

#[test]
fn a_site_comes_and_goes_with_the_catalogue() {
    let host = host();
    let site = [&CATALOGUE[..], &["--html"]].concat();
    assert_eq!(scheda(&host, &site), Exit::Done);
    let index = host.get("in/out/index.html").unwrap();
    assert!(index.contains("href=\"practices/a.html\"") && index.contains("href=\"practices.csv\""), "{index}");
    assert!(host.get("in/out/practices/b.html").unwrap().contains("href=\"../index.html\""));
    // Nothing has changed, and nothing is read that was written.
    assert_eq!(scheda(&host, &site), Exit::Done);
    assert_eq!(host.get("in/out/index.html").unwrap(), index);
    host.put("in/out/own.html", "mine");
    assert_eq!(scheda(&host, &CATALOGUE), Exit::Done);
    assert_eq!((host.get("in/out/index.html"), host.get("in/out/practices/a.html")), (None, None));
    assert_eq!(host.get("in/out/own.html").as_deref(), Some("mine"));
    assert!(host.get("in/out/practices/a.md").is_some());
}
