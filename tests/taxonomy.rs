//! The difficulties of real sheets, one folder each in `fixtures/taxonomy/`: every document gives what a careful reader takes out of it.
//!
//! The expectations are written by hand, before the program reads the document. Nothing rewrites them.

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use common::folders;
use common::reading::Document;
use scheda::diagnostic::Code;
use serde_json::{Map, Value, json};

/// Difficulties that the folders are about, numbered from 1.
const ROWS: usize = 36;
/// Each row is shown in so many languages at least.
const LANGUAGES_OF_A_ROW: usize = 3;
/// All languages of the vocabulary.
const LANGUAGES: [&str; 8] = ["ca", "de", "el", "en", "es", "fr", "it", "pt"];
/// Keys that say how and where a record was read, or that are concluded from others.
const NOT_COMPARED: [&str; 5] = ["schema", "id", "source", "derived", "collection"];
/// How the name of an expectation goes on after the language.
const EXPECTED: &str = ".expected.yaml";

/// What a careful reader says of a document.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    /// The records, without the keys that are not compared.
    records: Vec<Map<String, Value>>,
    /// Codes that are among the findings.
    #[serde(default)]
    findings: BTreeSet<String>,
    /// Codes that are not.
    #[serde(default)]
    no_findings: BTreeSet<String>,
}

/// A document, its language, and the file that says what it holds.
struct Example {
    document: PathBuf,
    language: String,
    expected: PathBuf,
}

/// The documents of a row's folder.
fn examples(folder: &Path) -> Vec<Example> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.retain(|file| !name(file).ends_with(EXPECTED));
    let example = |document: PathBuf| {
        let language = document.file_stem().unwrap().to_string_lossy().into_owned();
        let expected = folder.join([&language, EXPECTED].concat());
        Example { document, language, expected }
    };
    files.into_iter().map(example).collect()
}

fn name(path: &Path) -> String {
    path.file_name().unwrap().to_string_lossy().into_owned()
}

impl Example {
    /// Folder and file, as a report names them.
    fn name(&self) -> String {
        format!("{}/{}", name(self.document.parent().unwrap()), name(&self.document))
    }

    fn expected(&self) -> Expected {
        let text = std::fs::read_to_string(&self.expected);
        let text = text.unwrap_or_else(|error| panic!("{}: {error}", self.expected.display()));
        yaml_serde::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", self.expected.display()))
    }

    /// Everything in which the reading is not what is expected, or not what every reading must be.
    fn differences(&self) -> Vec<String> {
        let document = Document::of_bytes(&name(&self.document), std::fs::read(&self.document).unwrap());
        let expected = self.expected();
        let mut found = document.faults();
        found.extend(differences_of_records(&expected.records, &records(&document)));
        found.extend(differences_of_findings(&expected, &document));
        found
    }
}

/// What is compared of the records that were read.
fn records(document: &Document) -> Vec<Map<String, Value>> {
    let compared = |record: Value| {
        let Value::Object(mut record) = record else { panic!("a record is an object") };
        record.retain(|key, _| !NOT_COMPARED.contains(&key.as_str()));
        record
    };
    document.reading.sheets.iter().map(|sheet| compared(json!(sheet.record))).collect()
}

/// How many records there are, and a difference for each key of those that are on both sides.
fn differences_of_records(expected: &[Map<String, Value>], read: &[Map<String, Value>]) -> Vec<String> {
    let count =
        (expected.len() != read.len()).then(|| format!("expected {} records, got {}", expected.len(), read.len()));
    let pairs = expected.iter().zip(read).enumerate();
    count
        .into_iter()
        .chain(pairs.flat_map(|(nth, (expected, read))| differences_of_keys(nth, expected, read)))
        .collect()
}

/// A difference for each key: the record's number, the key, both values.
fn differences_of_keys(nth: usize, expected: &Map<String, Value>, read: &Map<String, Value>) -> Vec<String> {
    let keys: BTreeSet<&String> = expected.keys().chain(read.keys()).collect();
    let shown = |value: Option<&Value>| value.map_or_else(|| String::from("nothing"), Value::to_string);
    let different = keys.into_iter().filter(|key| expected.get(*key) != read.get(*key));
    let sentence = |key: &String| {
        let (expected, read) = (shown(expected.get(key)), shown(read.get(key)));
        format!("record {} {key}\n      expected {expected}\n      got      {read}", nth + 1)
    };
    different.map(sentence).collect()
}

fn differences_of_findings(expected: &Expected, document: &Document) -> Vec<String> {
    let codes: BTreeSet<&str> = document.findings().map(|finding| finding.finding.code().id()).collect();
    let missing = expected.findings.iter().filter(|code| !codes.contains(code.as_str()));
    let unwanted = expected.no_findings.iter().filter(|code| codes.contains(code.as_str()));
    let missing = missing.map(|code| format!("expected the finding {code}, got {codes:?}"));
    let all = document.findings_as_text();
    let places = |code: &str| all.lines().filter(|line| line.split(' ').nth(2) == Some(code)).collect::<Vec<_>>();
    missing.chain(unwanted.map(|code| format!("expected no finding {code}, got {:?}", places(code)))).collect()
}

fn rows() -> Vec<PathBuf> {
    folders("fixtures/taxonomy")
}

/// The documents that are known to be read otherwise than they should be.
fn not_yet() -> BTreeSet<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/taxonomy/not-yet.yaml");
    let causes: BTreeMap<String, Vec<String>> = yaml_serde::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    causes.into_values().flatten().collect()
}

/// The examples that differ, each with its differences.
fn different() -> BTreeMap<String, Vec<String>> {
    let examples = rows().into_iter().flat_map(|row| examples(&row));
    let differences = examples.map(|example| (example.name(), example.differences()));
    differences.filter(|(_, differences)| !differences.is_empty()).collect()
}

#[test]
fn every_document_gives_what_a_careful_reader_takes_out() {
    let (mut not_yet, mut report) = (not_yet(), String::new());
    for (name, differences) in different() {
        if !not_yet.remove(&name) {
            writeln!(report, "{name}\n    {}", differences.join("\n    ")).unwrap();
        }
    }
    assert!(report.is_empty(), "these documents differ:\n{report}");
    assert!(
        not_yet.is_empty(),
        "these documents are read well now, or are no more: take them out of not-yet.yaml: {not_yet:?}"
    );
}

/// `cargo test --test taxonomy -- --ignored` shows what those of `not-yet.yaml` lack.
#[test]
#[ignore = "some documents are not read as they should be yet"]
fn no_document_is_left_over() {
    let shown =
        different().into_iter().map(|(name, differences)| format!("{name}\n    {}\n", differences.join("\n    ")));
    let report: String = shown.collect();
    assert!(report.is_empty(), "these documents differ:\n{report}");
}

#[test]
fn every_row_has_a_folder_and_three_languages() {
    let mut languages: BTreeMap<usize, BTreeSet<String>> = BTreeMap::new();
    for row in rows() {
        let name = name(&row);
        let number = name.split('-').next().and_then(|number| number.parse().ok());
        let number: usize = number.unwrap_or_else(|| panic!("{name} begins with no number"));
        let here = examples(&row).into_iter().map(|example| example.language).collect();
        assert!(languages.insert(number, here).is_none(), "two folders for row {number}");
    }
    assert_eq!(languages.keys().copied().collect::<Vec<_>>(), (1..=ROWS).collect::<Vec<_>>());
    let few: Vec<_> = languages.iter().filter(|(_, here)| here.len() < LANGUAGES_OF_A_ROW).collect();
    assert!(few.is_empty(), "rows with too few languages: {few:?}");
    assert_eq!(languages.into_values().flatten().collect::<BTreeSet<_>>(), LANGUAGES.map(String::from).into());
}

#[test]
fn every_expectation_has_its_document_and_known_codes() {
    let known: BTreeSet<&str> = Code::ALL.iter().map(|code| code.id()).collect();
    for row in rows() {
        let examples = examples(&row);
        for example in &examples {
            let Expected { findings, no_findings, .. } = example.expected();
            let unknown: Vec<_> =
                findings.union(&no_findings).filter(|code| !known.contains(code.as_str())).cloned().collect();
            assert_eq!(unknown, [""; 0], "{}", example.name());
        }
        let files = std::fs::read_dir(&row).unwrap().count();
        assert_eq!(files, 2 * examples.len(), "an expectation without a document in {}", row.display());
    }
}

#[test]
fn the_table_of_rows_names_every_folder() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/taxonomy/README.md");
    let table = std::fs::read_to_string(root).unwrap();
    let missing: Vec<String> =
        rows().iter().map(|row| name(row)).filter(|row| !table.contains(&format!("`{row}/`"))).collect();
    assert_eq!(missing, [""; 0]);
}
