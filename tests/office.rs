//! Documents of office programs say what their texts say.

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use common::reading::{Document, opened, printed};
use scheda::source::container::{Opened, Printed, Refused, Tools};
use serde_json::{Value, json};

const SEEDS: [&str; 5] = ["000", "001", "002", "003", "004"];

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/office").join(name)
}

/// A file of `tests/office/`.
fn file(name: &str) -> Vec<u8> {
    let path = path(name);
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

/// The fields that have other words than in the text, and how many fields there are.
fn unlike(number: &str, printed: Printed) -> (Vec<String>, usize) {
    let printed = Document::of_pdf("seed.pdf", printed);
    printed.prove();
    let (texts, pdfs) = (records(&seed(number)), records(&printed));
    assert_eq!(texts.len(), pdfs.len(), "{number}");
    let pairs = texts.iter().zip(&pdfs);
    let fields = pairs.flat_map(|(text, pdf)| {
        let keys: BTreeSet<&String> = [text, pdf].into_iter().flat_map(|it| it.as_object().unwrap().keys()).collect();
        keys.into_iter().map(|key| (key.clone(), words(&text[key]) == words(&pdf[key])))
    });
    let fields: Vec<(String, bool)> = fields.collect();
    let count = fields.len();
    (fields.into_iter().filter(|(_, same)| !same).map(|(key, _)| key).collect(), count)
}

fn printed_seed(number: &str) -> Printed {
    printed(&path(&format!("seeds/{number}.pdftotext")))
}

/// Lines of print end anywhere, but what is cut in two there is one again, headings are told by their letters, and the addresses
/// of links stand behind their words.
#[test]
fn each_field_of_a_printed_seed_has_the_words_of_its_text() {
    let unlike = SEEDS.map(|number| unlike(number, printed_seed(number)));
    assert_eq!(unlike, [28, 28, 12, 9, 191].map(|count| (Vec::new(), count)));
}

/// Where nothing tells how the lines look, those fields differ that hang on headings, on addresses, or on where a sentence goes on.
#[test]
fn most_fields_have_the_words_of_the_text_without_the_look_of_a_pdf() {
    let alone = |number| Printed { look: None, ..printed_seed(number) };
    let unlike: Vec<String> = SEEDS.iter().flat_map(|number| unlike(number, alone(number)).0).collect();
    let expected = ["id", "links", "location", "sections", "title", "results", "unmapped", "id", "title"];
    assert_eq!(unlike, expected);
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
