//! Records to test with: one written by hand, and hostile ones without number.

// Each test program uses a part of this.
#![allow(dead_code)]

pub mod documents;
pub mod reading;
mod traps;

use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use scheda::practice::{BestPractice, Field, Kind};
use serde_json::{Map, Value, json};

pub use traps::TRAPS;

/// A sentence that is longer than a line.
pub const LONG: &str = "Il percorso che ha portato al \"Libro Bianco\": avviato nel marzo 2017 #AccoglienzaToscana, si è \
    articolato in più fasi - e l'esperienza di circa 200 progetti è diventata un capitale condivisibile.";

/// So many cases. What fails is printed, not kept in a file.
pub fn cases(count: u32) -> ProptestConfig {
    ProptestConfig {
        rng_seed: RngSeed::Fixed(20_261_123),
        failure_persistence: None,
        ..ProptestConfig::with_cases(count)
    }
}

/// A string with traps in it, long or short.
pub fn hostile_string() -> BoxedStrategy<String> {
    let trap = || proptest::sample::select(TRAPS).prop_map(String::from);
    let piece = prop_oneof![
        4 => trap(),
        2 => "[a-zà-ú ]{0,12}",
        1 => Just(LONG.to_owned()),
        1 => "\\PC{0,4}",
        1 => any::<char>().prop_map(String::from),
    ];
    let pieces = (vec(piece, 0..8), proptest::sample::select(&["", " ", "\n", "\n\n", "  "][..]));
    prop_oneof![
        2 => trap(),
        1 => any::<String>(),
        4 => pieces.prop_map(|(pieces, glue)| pieces.join(glue)),
        2 => "([a-z]{1,15}[ :#-]{1,2}){10,60}",
        1 => "[-+0-9._:xobeTZ ]{1,12}",
    ]
    .boxed()
}

/// JSON of any shape with hostile strings and keys: what `extra` may hold.
pub fn hostile_json() -> BoxedStrategy<Value> {
    let number = any::<f64>().prop_map(|value| serde_json::Number::from_f64(value).map_or(Value::Null, Value::Number));
    let leaf = prop_oneof![
        hostile_string().prop_map(Value::String),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<bool>().prop_map(Value::from),
        number,
        Just(Value::Null),
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::Array),
            btree_map(hostile_string(), inner, 0..4).prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
    .boxed()
}

/// Records with hostile strings in every place.
pub fn hostile_record() -> BoxedStrategy<BestPractice> {
    let words = vec(proptest::option::weighted(0.8, hostile_string()), 1..60);
    let extra = btree_map(hostile_string(), hostile_json(), 0..3);
    (words, extra).prop_map(|(words, extra)| record_of(&words, extra.into_iter().collect())).boxed()
}

/// A record whose strings are `words`, again and again; where there is none, a value is missing.
fn record_of(words: &[Option<String>], extra: Map<String, Value>) -> BestPractice {
    let mut words = Words(words.iter().cycle());
    let fields = Field::ALL.iter().map(|field| (field.key().to_owned(), words.value(*field)));
    let mut record: Map<String, Value> = fields.filter(|(_, value)| !value.is_null()).collect();
    record.insert("extra".into(), Value::Object(extra));
    serde_json::from_value(Value::Object(record)).unwrap()
}

struct Words<'a>(std::iter::Cycle<std::slice::Iter<'a, Option<String>>>);

impl Words<'_> {
    fn word(&mut self) -> Value {
        json!(self.0.next().unwrap())
    }

    fn list(&mut self, length: usize) -> Vec<Value> {
        (0..length).map(|_| self.word()).filter(|word| !word.is_null()).collect()
    }

    /// An object with those of the keys that there is a word for.
    fn parts(&mut self, keys: &[&str]) -> Value {
        let parts = keys.iter().map(|key| ((*key).to_owned(), self.word()));
        Value::Object(parts.filter(|(_, word)| !word.is_null()).collect())
    }

    /// An object with all of the keys.
    fn whole(&mut self, keys: &[&str]) -> Value {
        Value::Object(
            keys.iter()
                .map(|key| ((*key).to_owned(), json!(self.0.next().unwrap().as_deref().unwrap_or("x"))))
                .collect(),
        )
    }

    fn section(&mut self, depth: usize) -> Value {
        let mut section = self.parts(&["title", "text"]);
        let count = if depth < 6 { 1 + usize::from(depth == 1) } else { 0 };
        section["sections"] = (0..count).map(|_| self.section(depth + 1)).collect();
        section
    }

    fn value(&mut self, field: Field) -> Value {
        match field.kind() {
            Kind::Line | Kind::Text | Kind::Date | Kind::Year => self.word(),
            Kind::List => json!(self.list(3)),
            Kind::Flag => json!(true),
            Kind::Contacts => json!([self.parts(&CONTACT), self.parts(&CONTACT)]),
            Kind::Links => json!([self.whole(&["label", "url"]), self.whole(&["url"])]),
            Kind::Sections => json!([self.section(1), self.section(5)]),
            Kind::Meta => self.meta(field),
        }
    }

    fn meta(&mut self, field: Field) -> Value {
        match field {
            Field::Schema => json!(1),
            Field::Covers => json!({ "impact": self.list(2) }),
            Field::Unmapped => {
                json!([self.whole(&["label", "text", "lines"]), self.whole(&["label", "text", "lines"])])
            }
            Field::Identifiers => json!([self.whole(&["scheme", "value"])]),
            Field::Collection => self.parts(&["name", "code", "programme", "licence"]),
            Field::Source => {
                let mut source = self.whole(&["file", "lines", "template"]);
                source["sheet"] = json!(3);
                source
            }
            Field::Derived => json!({ "countries": self.list(2), "years": { "from": 2017 } }),
            Field::Provenance => json!({ "sha256": self.0.next().unwrap().as_deref().unwrap_or(""), "values": {} }),
            Field::Extra => json!({}),
            _ => self.word(),
        }
    }
}

const CONTACT: [&str; 6] = ["name", "role", "organisation", "email", "phone", "note"];

/// A record written by hand, with a value for every key.
pub fn full_record() -> BestPractice {
    serde_json::from_str(include_str!("full.json")).unwrap()
}

/// Checks that a file of this project holds `text`; with `UPDATE_FIXTURES=1` it is written instead.
pub fn assert_file(path: &str, text: &str) {
    let whole = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var("UPDATE_FIXTURES").is_ok_and(|value| value == "1") {
        std::fs::write(&whole, text).unwrap();
    }
    let written = std::fs::read_to_string(&whole).unwrap_or_default();
    let place = written.lines().zip(text.lines()).position(|(old, new)| old != new);
    assert!(
        written == text,
        "{path} is out of date from line {place:?} on: run with UPDATE_FIXTURES=1 and read the difference"
    );
}

/// The folders of `fixtures/` with one behaviour each, in the order of their names.
pub fn fixture_folders() -> Vec<std::path::PathBuf> {
    let mut folders = folders("fixtures");
    folders.retain(|folder| !folder.ends_with("taxonomy"));
    folders
}

/// The folders in a folder of this project, in the order of their names.
pub fn folders(path: &str) -> Vec<std::path::PathBuf> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let mut folders: Vec<_> = std::fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.retain(|path| path.is_dir());
    folders.sort();
    folders
}
