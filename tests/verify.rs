//! A record that was just made is what its sheet says: of every seed and fixture, with provenance and without.

mod common;

use std::path::Path;
use std::sync::LazyLock;

use common::fixture_folders;
use common::reading::{Document, printed};
use proptest::prelude::*;
use scheda::output::{Format, Stream, markdown};
use scheda::practice::privacy::{self, Exposure, MARK};
use scheda::practice::{BestPractice, Provenance};
use scheda::schemas::Schemas;
use scheda::source::Source;
use scheda::verify::{Drift, Item, pair, verify};
use scheda::{Options, Reading, read};

/// How records are written.
const FORMATS: [(Format, &str); 4] = [
    (Format::Yaml, "records.yaml"),
    (Format::Json, "records.json"),
    (Format::Ndjson, "records.ndjson"),
    (Format::Markdown, "records.md"),
];

fn items<'a>(source: &'a Source, reading: &'a Reading) -> Vec<Item<'a>> {
    (1..).zip(&reading.sheets).map(|(number, sheet)| Item { source, number, sheet }).collect()
}

/// What a record is as `convert` writes it.
fn converted(document: &Document, with_provenance: bool, exposure: Exposure) -> Vec<BestPractice> {
    let of = |sheet: &scheda::Sheet| {
        let mut record = sheet.record.clone();
        privacy::hide(&mut record, exposure, MARK, Schemas::builtin());
        record.provenance = with_provenance.then(|| Provenance::of(&sheet.trace, sheet.span, &document.source));
        record
    };
    document.reading.sheets.iter().map(of).collect()
}

/// What is not as in the sheets when records are written, read and held against them.
fn drifts(document: &Document, records: &[BestPractice], (format, name): (Format, &str)) -> Vec<Drift> {
    let schemas = Schemas::builtin();
    let mut stream = Stream::new(Vec::new(), format, schemas, &markdown::Options::default());
    records.iter().for_each(|record| stream.push(record).unwrap());
    let source = Source::from_text(name, String::from_utf8(stream.finish().unwrap()).unwrap());
    let reading = read(&source, schemas, &Options::default());
    assert_eq!(reading.sheets.len(), records.len(), "{name}");
    let (records, sheets) = (items(&source, &reading), items(&document.source, &document.reading));
    let pairs = pair(&records, &sheets);
    let found = records.iter().zip(pairs).map(|(record, at)| verify(*record, at.map(|at| sheets[at]), schemas));
    found.flat_map(|verdict| verdict.drifts).collect()
}

/// Fails where a record that was just made, written in one of some formats, is not as its sheet.
fn prove(document: &Document, formats: &[(Format, &'static str)]) {
    for &format in formats {
        // A page is one record; several in one file are not read back.
        let is_page = matches!(format.0, Format::Markdown);
        if is_page && document.reading.sheets.len() != 1 {
            continue;
        }
        for with_provenance in [false, true].into_iter().filter(|with| !(is_page && *with)) {
            let records = converted(document, with_provenance, Exposure::Show);
            let found = drifts(document, &records, format);
            assert!(found.is_empty(), "{} as {}, {with_provenance}: {found:#?}", document.source.name, format.1);
        }
    }
    for exposure in [Exposure::Hide, Exposure::None] {
        let found = drifts(document, &converted(document, false, exposure), FORMATS[0]);
        assert!(found.is_empty(), "{}, {exposure:?}: {found:#?}", document.source.name);
    }
}

/// A fixture's document, if it holds sheets that are no records already.
fn document(folder: &Path) -> Option<Document> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let is_look = |path: &Path| path.extension().is_some_and(|ending| ending == "pdftohtml");
    let mut entries = entries.filter(|path| !is_look(path));
    let path = entries.find(|path| path.file_stem().is_some_and(|stem| stem == "input"))?;
    let bytes = std::fs::read(&path).unwrap();
    let document = match path.extension()?.to_str()? {
        "pdf" => return None,
        "pdftotext" => Document::of_pdf("input.pdf", printed(&path)),
        _ => Document::of_bytes(path.file_name()?.to_str()?, bytes),
    };
    let are_sheets = document.reading.sheets.iter().all(|sheet| !sheet.is_record());
    Some(document).filter(|document| are_sheets && !document.reading.sheets.is_empty())
}

#[test]
fn a_record_just_made_is_as_its_sheet() {
    let fixtures: Vec<Document> = fixture_folders().iter().filter_map(|folder| document(folder)).collect();
    assert!(fixtures.len() > 100, "{}", fixtures.len());
    // What the three formats of data share is read in one way.
    let formats = [FORMATS[0], FORMATS[3]];
    fixtures.iter().for_each(|document| prove(document, &formats));
}

#[test]
fn a_record_just_made_of_a_seed_is_as_its_sheet() {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    for seed in std::fs::read_dir(seeds).unwrap() {
        let document = Document::of_file(&format!("seeds/{}", seed.unwrap().file_name().to_str().unwrap()));
        prove(&document, &FORMATS);
    }
}

/// A file of twelve sheets.
static SEED: LazyLock<Document> = LazyLock::new(|| Document::of_file("seeds/004_6183ca9f5f4cff2b.txt"));

proptest! {
    #![proptest_config(common::cases(16))]

    /// Whatever is done to one text of a record, and nothing else, is found there and nowhere else.
    #[test]
    fn a_changed_text_is_found_where_it_is(words in "[a-z]{3,12}( [a-z]{1,9}){0,4}", with_provenance: bool, nth in 0..12_usize) {
        let document = &*SEED;
        let mut records = converted(document, with_provenance, Exposure::Show);
        let record = &mut records[nth];
        record.results = Some(words);
        let found = drifts(document, &records, FORMATS[0]);
        prop_assert_eq!(found.len(), 1, "{:?}", found);
        prop_assert_eq!(found[0].path.as_str(), "/results");
        prop_assert_eq!(found[0].kind.id(), if with_provenance { "edited" } else { "differs" });
    }
}
