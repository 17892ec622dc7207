//! Small documents, one behaviour each: their records, pages and findings are what `fixtures/` says, and nothing of them is lost.
//!
//! `UPDATE_FIXTURES=1 cargo test --test fixtures` writes the expectations anew: read the difference.

mod common;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use common::fixture_folders;
use common::reading::Document;
use scheda::diagnostic::Code;
use scheda::output::{Format, Stream};
use scheda::schemas::Schemas;

/// What a fixture's document gives, file by file.
const EXPECTATIONS: [(&str, fn(&Document) -> String); 3] = [
    ("expected.yaml", |document| written(document, Format::Yaml)),
    ("expected.md", |document| written(document, Format::Markdown)),
    ("findings.txt", Document::findings_as_text),
];

/// The records as `convert` writes them.
fn written(document: &Document, format: Format) -> String {
    let mut stream = Stream::new(Vec::new(), format, Schemas::builtin());
    for sheet in &document.reading.sheets {
        stream.push(&sheet.record).unwrap();
    }
    String::from_utf8(stream.finish().unwrap()).unwrap()
}

fn document(folder: &Path) -> Document {
    let name = ["input.txt", "input.md"].into_iter().find(|name| folder.join(name).is_file());
    let name = name.unwrap_or_else(|| panic!("no input in {}", folder.display()));
    Document::of_bytes(name, std::fs::read(folder.join(name)).unwrap())
}

/// What differs from the expectation; with `UPDATE_FIXTURES=1` it is written instead.
fn difference(file: &Path, text: &str) -> Option<String> {
    if std::env::var("UPDATE_FIXTURES").is_ok_and(|value| value == "1") {
        std::fs::write(file, text).unwrap();
    }
    let expected = std::fs::read_to_string(file).unwrap_or_default();
    let line = (1..).zip(expected.lines().zip(text.lines())).find(|(_, (old, new))| old != new);
    let at = line.map_or_else(
        || String::from("they differ in length"),
        |(nth, (old, new))| format!("line {nth} is\n    {new}\n  and should be\n    {old}"),
    );
    (expected != text).then(|| format!("{}: {at}", file.display()))
}

fn faults(folder: &PathBuf) -> Vec<String> {
    let document = document(folder);
    let lost = document.faults().into_iter().map(|fault| format!("{}: {fault}", folder.display()));
    let differences = EXPECTATIONS.iter().filter_map(|(name, text)| difference(&folder.join(name), &text(&document)));
    lost.chain(differences).collect()
}

#[test]
fn every_fixture_gives_what_it_says() {
    let folders = fixture_folders();
    assert!(folders.len() > 40, "only {} fixtures", folders.len());
    let faults: Vec<String> = folders.iter().flat_map(faults).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_kind_of_finding_has_a_fixture() {
    let met: BTreeSet<Code> = fixture_folders()
        .iter()
        .flat_map(|folder| document(folder).findings().map(|finding| finding.finding.code()).collect::<Vec<_>>())
        .collect();
    let missing: Vec<&str> = Code::ALL.iter().filter(|code| !met.contains(code)).map(|code| code.id()).collect();
    assert_eq!(missing, [""; 0]);
}
