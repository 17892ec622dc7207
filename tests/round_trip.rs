//! A page reads back as the record that it was made of, and writing that again gives the same page.

mod common;

use common::reading::Document;
use common::{fixture_folders, full_record, hostile_record};
use proptest::prelude::*;
use scheda::output::markdown::{self, Options, page};
use scheda::output::yaml;
use scheda::practice::BestPractice;
use scheda::round_trip::round_trip;
use scheda::schemas::Schemas;
use serde_json::{Value, json};

/// A record without what says where it was read.
fn content(record: &BestPractice) -> Value {
    json!(BestPractice { source: None, provenance: None, ..record.clone() })
}

fn options(language: Option<&str>) -> Options {
    Options { language: language.map(|code| code.to_owned().into()), ..Options::default() }
}

/// The languages of pages, and that of the record.
fn languages() -> impl Iterator<Item = Option<&'static str>> {
    let told = Schemas::builtin().languages.iter().map(|language| Some(language.code.as_ref()));
    told.chain([None])
}

/// The only record of a page.
fn record_of(page: &str) -> (Document, BestPractice) {
    let document = Document::of_named_text("page.md", page);
    assert_eq!(document.reading.sheets.len(), 1, "{page}");
    let record = document.reading.sheets[0].record.clone();
    (document, record)
}

/// What does not hold of the page of a record.
fn fault(record: &BestPractice, options: &Options) -> Option<String> {
    let written = page(record, Schemas::builtin(), options);
    let differences = round_trip(record, Schemas::builtin(), options);
    if !differences.is_empty() {
        return Some(format!("{differences:#?}\nin\n{written}"));
    }
    let (document, _) = record_of(&written);
    let unassigned = document.stretches(scheda::ledger::Class::Unassigned);
    let lost: Vec<&str> = unassigned.iter().map(|span| span.of(document.text())).collect();
    let faults = document.faults();
    (!faults.is_empty() || !lost.is_empty()).then(|| format!("{faults:?}\n{lost:?}\nin\n{written}"))
}

fn assert_round_trip(record: &BestPractice) {
    for language in languages() {
        if let Some(fault) = fault(record, &options(language)) {
            panic!("{language:?}: {fault}");
        }
    }
}

#[test]
fn a_full_record_comes_back_in_every_language() {
    assert_round_trip(&full_record());
}

#[test]
fn every_seed_comes_back() {
    for name in std::fs::read_dir("seeds").unwrap() {
        let document = Document::of_file(name.unwrap().path().to_str().unwrap());
        document.reading.sheets.iter().for_each(|sheet| assert_round_trip(&sheet.record));
    }
}

#[test]
fn every_record_of_the_fixtures_comes_back() {
    let mut count = 0;
    for folder in fixture_folders() {
        let text = std::fs::read_to_string(folder.join("expected.yaml")).unwrap_or_default();
        for sheet in Document::of_named_text("expected.yaml", &text).reading.sheets {
            // Each in its own language and in one other, in turn.
            for language in [None, languages().nth(count % 8).unwrap()] {
                assert_eq!(fault(&sheet.record, &options(language)), None, "{}", folder.display());
            }
            count += 1;
        }
    }
    assert!(count > 150, "{count} records");
}

/// A record as a reader of its YAML has it: values that are none are left out.
fn as_read(record: &BestPractice) -> BestPractice {
    let document = Document::of_named_text("record.yaml", &yaml::document(record));
    document.reading.sheets[0].record.clone()
}

proptest! {
    #![proptest_config(common::cases(150))]

    #[test]
    fn a_hostile_record_comes_back(record in hostile_record(), at in 0..9_usize) {
        let record = as_read(&record);
        let language = languages().nth(at).unwrap();
        prop_assert_eq!(fault(&record, &options(language)), None);
    }
}

#[test]
fn several_pages_in_a_file_are_several_records() {
    let record = full_record();
    let written = page(&record, Schemas::builtin(), &Options::default());
    let document = Document::of_named_text("pages.md", &[written.as_str(); 3].join("\n"));
    assert_eq!(document.reading.sheets.len(), 3);
    document.reading.sheets.iter().for_each(|sheet| assert_eq!(content(&sheet.record), content(&record)));
}

/// Every key that a page without front matter can say.
#[test]
fn a_page_without_front_matter_says_all_but_the_small_keys() {
    let record = full_record();
    let bare = Options { front_matter: false, ..Options::default() };
    let (_, read) = record_of(&page(&record, Schemas::builtin(), &bare));
    let said = BestPractice {
        covers: record.covers.clone(),
        extra: record.extra.clone(),
        derived: record.derived.clone(),
        ..read
    };
    let id = said.id.clone();
    assert_eq!(content(&said), content(&BestPractice { id, ..record }));
}

#[test]
fn what_stands_in_the_body_counts() {
    let written = page(&full_record(), Schemas::builtin(), &Options::default());
    for (from, to, pointer, expected) in [
        ("\n# \"#Accoglienza", "\n# Nuova Accoglienza", "/title", "Nuova Accoglienza"),
        ("- SINGA\n", "- SINGA Firenze\n", "/partners/2", "SINGA Firenze"),
        ("| Periodo | marzo 2017 –", "| Periodo | 4 maggio 2018 –", "/start", "2018-05-04"),
        ("+39 055 438 2111]", "+39 055 1]", "/contacts/0/phone", "+39 055 1"),
        ("CC-BY-4.0", "CC0-1.0", "/collection/licence", "CC0-1.0"),
        ("Un documento programmatico", "Un piano", "/summary", "Un piano, scritto con oltre 280 operatori."),
    ] {
        let changed = written.replacen(from, to, 1);
        assert_ne!(changed, written, "{from}");
        let value = json!(record_of(&changed).1).pointer(pointer).cloned().unwrap_or_default();
        assert!(value.as_str().unwrap().starts_with(expected), "{pointer}: {value}");
    }
}

/// Values of a page know their lines, and so do findings.
#[test]
fn values_and_findings_have_places() {
    let mut record = full_record();
    record.contacts[0].email = Some(String::from("nobody at home"));
    record.end = Some(String::from("2012"));
    let written = page(&record, Schemas::builtin(), &Options::default());
    let (document, _) = record_of(&written);
    let line = |words: &str| written.lines().position(|line| line.contains(words)).unwrap() + 1;
    assert_eq!(document.line_of(0, "/partners/2"), Some(line("SINGA")));
    let found = document.findings_as_text();
    for (words, code) in [("nobody at home", "malformed-email"), ("2012", "end-before-start")] {
        assert!(found.lines().any(|it| it.starts_with(&format!("{}:", line(words))) && it.contains(code)), "{found}");
    }
}

#[test]
fn half_a_page_is_no_record() {
    let half = markdown::summary(&full_record(), Schemas::builtin(), &Options::default());
    assert!(!half.contains("schema:"), "{half}");
    let document = Document::of_named_text("half.md", &half);
    assert!(document.reading.sheets.iter().all(|sheet| !sheet.is_record()));
}
