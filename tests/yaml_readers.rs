//! What is written as YAML is read as the same value, whoever reads it.

mod common;

use common::{LONG, TRAPS, assert_file, full_record, hostile_json, hostile_record, hostile_string};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use scheda::output::{Format, Stream, markdown, yaml};
use scheda::practice::BestPractice;
use scheda::schemas::Schemas;
use serde::Serialize;
use serde_json::{Value, json};

/// Checks that both readers give `value` again. What is compared is the untyped value: a reader that is told to expect
/// a string would forgive a `no` without quotes.
fn assert_exact(value: &Value) {
    let text = yaml::to_string(value);
    let first: Value = serde_yaml::from_str(&text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    assert_eq!(&first, value, "serde_yaml\n{text}");
    let second: Value = yaml_serde::from_str(&text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    assert_eq!(&second, value, "yaml_serde\n{text}");
}

/// Checks a string as a document, as an item, as a value, as a key and deep inside.
fn assert_exact_everywhere(text: &str) {
    assert_exact(&json!(text));
    assert_exact(&json!({ text: text, "b": { "c": [[text, text], { "d": text, text: [] }] } }));
}

#[test]
fn traps_are_read_back() {
    for trap in TRAPS {
        assert_exact_everywhere(trap);
        assert_exact_everywhere(&format!("{trap}{LONG}"));
        assert_exact_everywhere(&format!("{LONG}{trap}"));
        assert_exact_everywhere(&format!("{LONG} {trap} {LONG}"));
        assert_exact_everywhere(&format!("{LONG}\n\n{trap}\n\n{LONG}"));
    }
}

#[test]
fn pairs_of_traps_are_read_back() {
    for first in TRAPS {
        let pairs: Vec<String> =
            TRAPS.iter().flat_map(|last| [format!("{first}{last}"), format!("{first} {last}")]).collect();
        assert_exact(&json!(pairs));
    }
}

#[test]
fn every_character_is_read_back() {
    let all: Vec<char> = (0..=0xffff).chain(0x1_f000..0x2_0100).filter_map(char::from_u32).collect();
    for few in all.chunks(512) {
        let strings: Vec<String> =
            few.iter().flat_map(|c| [c.to_string(), format!("a {c}b\n\n{c}c"), format!("a{c}")]).collect();
        assert_exact(&json!(strings));
    }
}

#[test]
fn long_keys_are_read_back() {
    for length in [100, 500, 600, 1100, 5000] {
        assert_exact(&json!({ "k".repeat(length): [1], "- é ".repeat(length): { "a": "b" } }));
    }
}

#[test]
fn numbers_are_read_back() {
    assert_exact(&json!([
        0,
        -1,
        i64::MIN,
        u64::MAX,
        0.5,
        -2.25,
        1e16,
        1e300,
        -1.5e-9,
        123456789.125,
        null,
        true,
        [],
        {}
    ]));
    assert_eq!(yaml::to_string(&json!([1e300, 1.5e-9])), "- 1.0e+300\n- 1.5e-9\n");
}

/// Every shape that serde knows.
#[derive(Serialize)]
enum Shape {
    Unit,
    New(Option<f32>),
    Tuple(char, u8, ()),
    Struct { pair: (bool, i16), empty: Nothing, words: Words },
}

#[derive(Serialize)]
struct Nothing {}

#[derive(Serialize)]
struct Words(&'static str, &'static [u8]);

#[test]
fn every_shape_is_read_back() {
    let words = || Words("no", b"ab");
    let inner = || Shape::Struct { pair: (true, -3), empty: Nothing {}, words: words() };
    let shapes = [Shape::Unit, Shape::New(None), Shape::New(Some(0.5)), Shape::Tuple('~', 7, ()), inner()];
    let text = yaml::to_string(&shapes);
    assert_eq!(serde_yaml::from_str::<Value>(&text).unwrap(), json!(shapes), "{text}");
    assert_eq!(yaml::to_string(&inner()).lines().next(), Some("Struct:"));
}

#[test]
fn a_string_is_written_as_a_person_would() {
    let styles = [
        ("Firenze", "Firenze"),
        ("12 città", "12 città"),
        ("dell'Anci", "dell'Anci"),
        ("«Rete»", "«Rete»"),
        ("no", "\"no\""),
        ("2017-03", "\"2017-03\""),
        ("Luogo: Roma", "\"Luogo: Roma\""),
        ("\"Rete\"", "'\"Rete\"'"),
        ("\"Rete\" dell'Anci", "\"\\\"Rete\\\" dell'Anci\""),
        ("a\tb\u{2028}", "\"a\\tb\\u2028\""),
        ("a\n\n- b", "|-\n  a\n\n  - b"),
        ("a\nb\n", "|\n  a\n  b"),
        (" a\nb", "\" a\\nb\""),
    ];
    for (text, expected) in styles {
        assert_eq!(yaml::to_string(text), format!("{expected}\n"));
    }
}

/// The readers in Rust forgive some of these; others do not.
#[test]
fn what_any_reader_may_mistake_is_quoted() {
    let words = "y Y n N yes Yes NO on On OFF true False null Null ~ nan .inf inf = <<";
    let numbers =
        "2017 -1 +1 1_000 0x1F 0o17 017 0b11 1e3 1.5 1. .5 12:30:45 12:30 2017-03-01 2017-03 2001-12-14t21:59:43Z";
    let marks = "# - -- --- ... ? : a: @a `a` %a *a &a !a |a >a 'a \"a [a] {a} , ]";
    for text in [words, numbers, marks].iter().flat_map(|list| list.split(' ')) {
        let written = yaml::to_string(text);
        assert!(written == format!("\"{text}\"\n") || written == format!("'{text}'\n"), "{written}");
    }
}

#[test]
fn long_text_is_folded_and_lists_keep_their_lines() {
    let first_line = |text: String| yaml::to_string(&json!({ "a": text })).lines().next().unwrap().to_owned();
    assert_eq!(first_line(LONG.into()), "a: >-");
    assert_eq!(first_line(format!("{LONG}\n\n{LONG}")), "a: >-");
    for marked in ["- a", "1. a", "2) a", "### a", "  a", "* a", "a\nb"] {
        assert_eq!(first_line(format!("{LONG}\n\n{marked}\n\n{LONG}")), "a: |-", "{marked}");
    }
    assert_eq!(first_line("https://a.it/".repeat(10)), format!("a: {}", "https://a.it/".repeat(10)));
    let key = "internal_communication_and_external_communication";
    let text = yaml::to_string(&json!({ key: "otto partner ".repeat(6).trim_end() }));
    assert_eq!(text.lines().count(), 2, "a line that is too long beside its key is short enough below it: {text}");
}

#[test]
fn a_changed_sentence_is_a_small_difference() {
    let text =
        |word: &str| yaml::to_string(&json!({ "description": format!("{LONG}\n\n{LONG} {word} a {LONG}\n\n{LONG}") }));
    let (before, after) = (text("one"), text("two"));
    assert_eq!(before.lines().count(), after.lines().count());
    assert_eq!(before.lines().zip(after.lines()).filter(|(old, new)| old != new).count(), 1);
}

proptest! {
    #![proptest_config(common::cases(2000))]

    #[test]
    fn hostile_strings_are_read_back(text in hostile_string()) {
        assert_exact_everywhere(&text);
    }

    #[test]
    fn hostile_values_are_read_back(value in hostile_json()) {
        assert_exact(&value);
    }
}

proptest! {
    #![proptest_config(common::cases(300))]

    #[test]
    fn hostile_records_are_read_back(record in hostile_record()) {
        assert_exact(&json!(record));
        let text = yaml::document_for_editors(&record, "best-practice.schema.json\nid: x");
        prop_assert_eq!(&serde_yaml::from_str::<BestPractice>(&text).unwrap(), &record);
        prop_assert_eq!(&yaml_serde::from_str::<BestPractice>(&text).unwrap(), &record);
    }

    #[test]
    fn no_line_is_longer_than_it_must_be(words in prop::collection::vec("[a-zà-ù:#\"-]{1,20}", 1..200)) {
        let record = json!({ "description": words.join(" "), "items": [words.join(" ")] });
        let text = yaml::to_string(&record);
        prop_assert!(text.lines().all(|line| line.chars().count() <= 103), "{text}");
    }
}

#[test]
fn a_full_record_is_read_back() {
    let record = full_record();
    assert_exact(&json!(record));
    let text = yaml::document(&record);
    assert_file("tests/common/full.yaml", &text);
    assert_eq!(serde_yaml::from_str::<BestPractice>(&text).unwrap(), record);
}

#[test]
fn editors_find_the_schema_in_the_first_line() {
    let text = yaml::document_for_editors(&full_record(), "../schemas/best-practice.schema.json");
    let (first, rest) = text.split_once('\n').unwrap();
    assert_eq!(first, "# yaml-language-server: $schema=../schemas/best-practice.schema.json");
    assert_eq!(rest, yaml::document(&full_record()));
}

/// Writes the same hostile records as YAML and as JSON, for `tests/pyyaml_check.py` to compare.
#[test]
fn a_stream_for_other_readers_is_written() {
    let records = records_for_other_readers();
    for (format, name) in [(Format::Yaml, "hostile.yaml"), (Format::Json, "hostile.json")] {
        let file = std::fs::File::create(std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(name)).unwrap();
        let schemas = Schemas::builtin();
        let mut stream = Stream::new(std::io::BufWriter::new(file), format, schemas, &markdown::Options::default());
        records.iter().for_each(|record| stream.push(record).unwrap());
        stream.finish().unwrap();
    }
}

fn records_for_other_readers() -> Vec<BestPractice> {
    let with = |text: String| {
        let mut record = BestPractice { schema: 1, title: Some(text.clone()), ..BestPractice::default() };
        record.partners = vec![text.clone(), text.clone()];
        record.extra.insert(text.clone(), json!([text, { "deep": text }, 1e300, -0.5]));
        record
    };
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut random = || hostile_record().new_tree(&mut runner).unwrap().current();
    let traps =
        TRAPS.iter().flat_map(|trap| [(*trap).to_owned(), format!("{LONG}\n\n{trap}"), format!("{trap} {LONG}")]);
    let mut records: Vec<BestPractice> = traps.map(with).collect();
    records.extend((0..200).map(|_| random()));
    records.push(full_record());
    records
}
