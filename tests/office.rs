//! Documents of office programs say what their texts say.

mod common;

use std::collections::BTreeMap;
use std::path::Path;

use common::reading::{Document, opened};
use scheda::source::container::{Opened, Refused, Tools};
use serde_json::{Value, json};

const SEEDS: [&str; 5] = ["000", "001", "002", "003", "004"];

/// A file of `tests/office/`.
fn file(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/office").join(name);
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn seed(number: &str) -> Document {
    let folder = std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds")).unwrap();
    let mut names = folder.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    Document::of_file(&format!("seeds/{}", names.find(|name| name.starts_with(number)).unwrap()))
}

/// The records without what tells of the file: where it is, and the lines of its text.
fn records(document: &Document) -> Vec<Value> {
    let mut records: Vec<Value> = document.reading.sheets.iter().map(|sheet| json!(sheet.record)).collect();
    for record in &mut records {
        record.as_object_mut().unwrap().remove("source");
        for unmapped in record["unmapped"].as_array_mut().into_iter().flatten() {
            unmapped.as_object_mut().unwrap().remove("lines");
        }
    }
    records.iter_mut().for_each(Value::sort_all_objects);
    records
}

fn same_as_its_text(number: &str, ending: &str) {
    let name = format!("seeds/{number}.{ending}");
    let document = Document::of_bytes(&name, file(&name));
    document.prove();
    assert_eq!(records(&document), records(&seed(number)), "{name}");
}

#[test]
fn each_seed_in_word_gives_the_record_of_its_text() {
    SEEDS.iter().for_each(|number| same_as_its_text(number, "docx"));
}

#[test]
fn each_seed_in_libreoffice_gives_the_record_of_its_text() {
    SEEDS.iter().for_each(|number| same_as_its_text(number, "odt"));
}

/// The words of a value, however it is marked up.
fn words(value: &Value) -> Vec<String> {
    let text = value.to_string().replace("\\n", " ");
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// How many fields have the same words as in the text, and how many there are.
fn alike(number: &str) -> (usize, usize) {
    let printed = Document::of_pdf("seed.pdf", file(&format!("seeds/{number}.pdftotext")));
    printed.prove();
    let pairs: Vec<(Value, Value)> = records(&seed(number)).into_iter().zip(records(&printed)).collect();
    let fields = pairs.iter().flat_map(|(text, pdf)| {
        text.as_object().unwrap().iter().map(move |(key, value)| words(value) == words(&pdf[key]))
    });
    let fields: Vec<bool> = fields.collect();
    (fields.iter().filter(|same| **same).count(), fields.len())
}

/// What `pdftotext` gives has no headings, no emphasis and no addresses behind words, so that title, headings and links of a deck differ;
/// and its lines end anywhere, but what is cut in two there is one again. As many fields differ as here, and no more.
#[test]
fn most_fields_of_a_printed_seed_have_the_words_of_its_text() {
    let counts: Vec<(usize, usize)> = SEEDS.iter().map(|number| alike(number)).collect();
    assert_eq!(counts, [(28, 28), (28, 28), (12, 12), (5, 9), (191, 191)]);
}

// Files in files

fn open(name: &str) -> Vec<Opened> {
    opened(name, file(name), &Tools { pdf: &|_| Err(Refused::NoPdfReader), is_label: &|_| false })
}

fn names(opened: &[Opened]) -> Vec<&str> {
    opened.iter().map(|opened| opened.name.as_str()).collect()
}

#[test]
fn files_of_an_archive_are_named_behind_it() {
    let opened = open("forms/inbox.zip");
    let inbox = "forms/inbox.zip/sheets";
    let expected = ["broken.docx", "form.docx", "list.xlsx", "said.eml"].map(|name| format!("{inbox}/{name}"));
    assert_eq!(names(&opened), expected);
    let read: Vec<bool> = opened.iter().map(|opened| opened.source.is_ok()).collect();
    assert_eq!(read, [false, true, true, true]);
}

#[test]
fn the_text_of_a_mail_stands_in_for_attachments_without_a_sheet() {
    let opened = open("forms/attached.eml");
    assert_eq!(names(&opened), ["forms/attached.eml/form.docx", "forms/attached.eml/list.csv", "forms/attached.eml"]);
    assert_eq!(opened[2].unless, 0..2);
    assert_eq!(open("forms/said.eml")[0].unless, 0..0);
}

#[test]
fn each_mail_of_a_mailbox_is_read() {
    let opened = open("forms/inbox.mbox");
    let expected = ["mail 1", "mail 2/form.docx", "mail 2"].map(|name| format!("forms/inbox.mbox/{name}"));
    assert_eq!(names(&opened), expected);
}

// Places

#[test]
fn places_are_told_in_the_terms_of_the_file() {
    let found = |name: &str, words: &str| {
        let source = open(name).remove(0).source.unwrap();
        source.seen(source.text.find(words).unwrap()).unwrap().to_string()
    };
    let places: BTreeMap<&str, String> = [
        ("form.docx", found("forms/form.docx", "Prato, Tuscany")),
        ("form.odt", found("forms/form.odt", "Transferability")),
        ("form.xlsx", found("forms/form.xlsx", "bicycles")),
        ("list.ods", found("forms/list.ods", "bicycles")),
        ("list.csv", found("forms/list.csv", "bicycles")),
    ]
    .into();
    let expected = [
        ("form.docx", "table 1, row 5, cell 2"),
        ("form.odt", "paragraph 2"),
        ("form.xlsx", "sheet “Second”, cell B7"),
        ("list.ods", "sheet “Practices”, cell G3"),
        ("list.csv", "row 3, column 7"),
    ];
    assert_eq!(places, expected.map(|(name, place)| (name, place.to_owned())).into());
}
