//! A program built without a reader says which feature it lacks. `.ci/run` builds it so; with all features there is nothing to test.

use scheda::source::container::{self, Opened, Refused, Tools};

/// A file that begins like one of its kind, and the feature that reads it.
const FILES: [(&str, &[u8], &str, bool); 7] = [
    ("sheet.docx", b"PK\x03\x04", "docx", cfg!(feature = "docx")),
    ("sheet.odt", b"PK\x03\x04", "docx", cfg!(feature = "docx")),
    ("table.xlsx", b"PK\x03\x04", "xlsx", cfg!(feature = "xlsx")),
    ("inbox.zip", b"PK\x03\x04", "archive", cfg!(feature = "archive")),
    ("print.pdf", b"%PDF-1.7", "pdf", cfg!(feature = "pdf")),
    ("mail.eml", b"Subject: x\n\nTitle: x\n", "mail", cfg!(feature = "mail")),
    ("inbox.mbox", b"From x\n\nTitle: x\n", "mail", cfg!(feature = "mail")),
];

fn refused(name: &str, bytes: &[u8]) -> Option<Refused> {
    let mut refused = None;
    let tools = Tools { pdf: &|_| Err(Refused::NoPdfReader), is_label: &|_| false };
    container::open(name, bytes.to_vec(), &tools, &mut |Opened { source, .. }| {
        refused = source.err();
        true
    });
    refused
}

#[test]
fn a_missing_reader_is_named_by_its_feature() {
    // What begins every ZIP archive is told apart only by what can open one.
    let opens = cfg!(any(feature = "archive", feature = "docx"));
    for (name, bytes, feature, is_built) in FILES {
        let told = refused(name, bytes).map(|refused| refused.to_string()).unwrap_or_default();
        let missing = format!("with the feature `{feature}`");
        let is_told_otherwise = opens && bytes.starts_with(b"PK");
        assert_eq!(told.contains(&missing), !(is_built || is_told_otherwise), "{name}: {told}");
    }
}

#[test]
fn text_and_tables_of_text_need_no_feature() {
    assert_eq!(refused("sheet.txt", b"Title: x\n"), None);
    assert_eq!(refused("table.csv", b"Title;x\n"), None);
}
