//! Sheets that are data: JSON, YAML and front matter of any shape, whole or damaged, lose nothing and invent nothing.

mod common;

use common::reading::Document;
use common::{cases, hostile_json, hostile_string};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use scheda::ledger::Class;
use serde_json::{Map, Value, json};

/// Keys as programs write them, known and unknown, of sheets, contacts, links and wrappers.
const KEYS: [&str; 34] = [
    "title",
    "titolo-progetto",
    "descripcion",
    "targetGroupsEN",
    "zielgruppen",
    "lead_organisation",
    "partner",
    "location",
    "period",
    "start",
    "endDate",
    "contacts",
    "contact",
    "contactPerson",
    "name",
    "firstName",
    "email",
    "phone",
    "role",
    "links",
    "url",
    "website",
    "results",
    "keywords",
    "budget",
    "ongoing",
    "lastUpdated",
    "data",
    "items",
    "meta",
    "id",
    "text",
    "città",
    "τίτλος",
];

fn key() -> BoxedStrategy<String> {
    prop_oneof![9 => select(&KEYS[..]).prop_map(String::from), 1 => hostile_string()].boxed()
}

fn value() -> BoxedStrategy<Value> {
    let words = [
        "Testford Library",
        "Rita Prova, coordinator, rita@example.org",
        "055 123456",
        "https://example.org/a?b=1&c=2",
        "2019-04 – 2021-03",
        "2021-01-29T09:30:00Z",
        "<p>one</p>\n<ul><li>two</li></ul>",
        "one\n\n- two\n- three",
        "a; b; c",
        "rita at example",
        "true",
        "",
    ];
    let leaf = prop_oneof![
        6 => select(words.to_vec()).prop_map(Value::from),
        3 => hostile_string().prop_map(Value::from),
        1 => hostile_json(),
    ];
    leaf.prop_recursive(4, 40, 6, |inner| prop_oneof![vec(inner.clone(), 0..4).prop_map(Value::from), object(inner)])
        .boxed()
}

fn object(inner: impl Strategy<Value = Value> + 'static) -> BoxedStrategy<Value> {
    vec((key(), inner), 0..7).prop_map(|members| Value::Object(members.into_iter().collect::<Map<_, _>>())).boxed()
}

/// JSON with every character beyond ASCII, and every slash, written in code.
fn in_code(json: &str) -> String {
    let mut out = String::new();
    for c in json.chars() {
        match c {
            '/' => out.push_str("\\/"),
            _ if c.is_ascii() => out.push(c),
            _ => c.encode_utf16(&mut [0; 2]).iter().for_each(|unit| out.push_str(&format!("\\u{unit:04x}"))),
        }
    }
    out
}

/// A value in one of the languages of data, and a name for it.
fn written(value: &Value, way: usize) -> (&'static str, String) {
    match way % 6 {
        0 => ("input.json", value.to_string()),
        1 => ("input.json", format!("{value:#}\n")),
        2 => ("input.ndjson", format!("{}\n{value}\n", in_code(&value.to_string()))),
        3 => ("input.yaml", yaml_serde::to_string(value).unwrap()),
        4 => ("input.yml", format!("---\n{value:#}\n---\n{}", yaml_serde::to_string(value).unwrap())),
        _ => ("input.md", format!("---\n{}---\n\n# Results\n\nTen.\n", yaml_serde::to_string(value).unwrap())),
    }
}

fn read(name: &str, text: &str) -> Document {
    Document::of_named_text(name, text)
}

proptest! {
    #![proptest_config(cases(40))]

    #[test]
    fn nothing_of_data_is_lost_or_invented(value in object(value()), way in 0..6_usize) {
        let (name, text) = written(&value, way);
        prop_assert_eq!(read(name, &text).faults(), [""; 0], "{}", text);
    }

    #[test]
    fn nothing_of_damaged_data_is_lost_or_invented(
        value in object(value()), way in 0..6_usize, cuts in vec((any::<prop::sample::Index>(), 0..9_usize, hostile_string()), 1..4)
    ) {
        let (name, mut text) = written(&value, way);
        for (at, length, inserted) in cuts {
            let at = text.floor_char_boundary(at.index(text.len() + 1));
            let end = text.ceil_char_boundary((at + length).min(text.len()));
            text.replace_range(at..end, &inserted);
        }
        prop_assert_eq!(read(name, &text).faults(), [""; 0], "{}", text);
    }

    #[test]
    fn the_words_of_a_value_are_those_that_a_reader_of_json_sees(title in hostile_string(), way in 0..5_usize) {
        let value = json!({"title": title, "location": "Testford", "description": "Ten gardens."});
        let (name, text) = written(&value, way);
        let record = json!(read(name, &text).reading.sheets[0].record);
        let words = |text: &str| text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(String::from).collect::<Vec<_>>();
        let plain = !title.contains(['<', '&', '[', '`', '*', '_', '\n', '\r', '\u{2028}', '\u{2029}', '\u{85}']) && title.trim() == title;
        if plain && title.chars().any(char::is_alphanumeric) {
            prop_assert_eq!(words(record["title"].as_str().unwrap_or_default()), words(&title), "{}", text);
        }
    }
}

#[test]
fn keys_that_no_field_knows_are_in_no_field() {
    let text = r#"{"title": "Gardens", "description": "Ten.", "xyzzy": "plugh", "frob": {"gnort": "quux"}}"#;
    let document = read("input.json", text);
    document.prove();
    let record = document.record();
    let unmapped: Vec<&str> =
        record["unmapped"].as_array().unwrap().iter().map(|item| item["text"].as_str().unwrap()).collect();
    assert_eq!(unmapped, ["plugh", "quux"]);
    assert_eq!(document.stretches(Class::Unassigned), []);
}

#[test]
fn a_text_that_is_no_data_is_read_as_text() {
    for text in [
        "[Title]: Gardens\nLocation: Testford\n",
        "{ Title: Gardens\n",
        "Title: Gardens\nLocation: Testford\n",
        "title: a: b\nlocation: c\n",
    ] {
        let document = read("input.txt", text);
        document.prove();
        assert!(!document.findings_as_text().contains("broken-data"), "{text}");
    }
    assert_eq!(read("input.txt", "Title: Gardens\nLocation: Testford\n").record()["location"], "Testford");
}

#[test]
fn faults_are_named_with_their_place() {
    for (name, text, place, what) in [
        ("a.json", "{\n  \"title\": \"x\"\n  \"location\": \"y\"\n}", "3:3", "a comma or } should stand here"),
        ("a.json", "{\"title\": \"x", "1:11", "this quote is not closed on its line"),
        ("a.json", "{\"title\": x}", "1:11", "a text in double quotes, a number or a bracket should stand here"),
        ("a.json", "{title: 1}", "1:2", "a key in double quotes should stand here"),
        ("a.json", "{\"title\" 1}", "1:10", "a colon should stand between a key and its value"),
        ("a.json", "[1, 2", "1:6", "the text ends before its last bracket is closed"),
        ("a.json", "{\"a\":", "1:6", "the text ends where a value should stand"),
        ("a.yaml", "title: \"x\n", "1:8", "unclosed quote"),
        ("a.yaml", "title:\n\t- x\n", "2:2", "tabs disallowed within this context (block indentation)"),
        ("a.yaml", "title: a: b\n", "1:9", "a value with a colon and a space in it must stand in quotes"),
        ("a.yaml", "[a, b]: c\n", "1:1", "a key should be words, and no list or object"),
    ] {
        let document = read(name, text);
        document.prove();
        let said = document.findings_as_text();
        assert!(said.starts_with(&format!("{place} error broken-data")) && said.contains(what), "{text:?}: {said}");
    }
}

/// Documents that would cost much if nesting, repetition or unknown keys did.
fn hostile() -> Vec<(&'static str, String)> {
    const MANY: usize = 20_000;
    let record = r#"{"title":"x","location":"y","contacts":[{"name":"A B","email":"a@example.org"}]},"#;
    vec![
        ("deep.json", "[".repeat(MANY)),
        ("deep.json", "{\"a\":".repeat(MANY) + "1" + &"}".repeat(MANY)),
        (
            "deep.json",
            "{\"title\":\"x\",\"location\":\"y\",\"contact\":".to_owned()
                + &"{\"name\":".repeat(MANY)
                + "1"
                + &"}".repeat(MANY)
                + "}",
        ),
        ("flow.yaml", "[".repeat(MANY)),
        ("deep.yaml", (0..600).map(|depth| " ".repeat(depth) + "a:\n").collect()),
        (
            "aliases.yaml",
            "a: &a [x, x]\n".to_owned() + &(0..MANY).map(|n| format!("k{n}: [*a, *a]\n")).collect::<String>(),
        ),
        ("keys.json", format!("{{\"location\":\"y\",{}\"z\":1}}", "\"title\":\"x\",".repeat(MANY))),
        (
            "unknown.json",
            format!(
                "{{\"title\":\"x\",\"location\":\"y\",{}\"z\":1}}",
                (0..MANY / 10).map(|n| format!("\"k{n}\":\"v\",")).collect::<String>()
            ),
        ),
        ("records.json", format!("[{}{{}}]", record.repeat(MANY / 20))),
        ("escapes.json", format!("{{\"title\":\"x\",\"description\":\"{}\"}}", "\\u00e9 \\t ".repeat(MANY))),
        ("lines.json", format!("{{\"title\":\"x\",\"description\":\"{}\"}}", "a\\n".repeat(MANY))),
        ("spaces.json", format!("{{\"title\":\"x\",\"description\":\"{}\"}}", "\\t    ".repeat(MANY))),
        ("block.yaml", "title: x\nlocation: y\ndescription: |\n".to_owned() + &"  - a\n\n".repeat(MANY)),
        ("quotes.yaml", format!("title: x\nlocation: '{}'\n", "''".repeat(MANY))),
        ("lines.ndjson", "{\"a\":1}\n".repeat(MANY)),
    ]
}

#[test]
fn nothing_of_hostile_data_is_lost() {
    for (name, text) in hostile() {
        let document = read(name, &text);
        let totals = document.reading.ledger.totals(document.text());
        assert_eq!(totals.iter().map(|(_, total)| total).sum::<usize>(), text.len(), "{name}");
    }
}
