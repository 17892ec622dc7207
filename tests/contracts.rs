//! The record, its JSON Schema and the order of its keys agree.

mod common;

use common::{assert_file, full_record};
use jsonschema::Validator;
use scheda::output::{json, schema::json_schema, yaml};
use scheda::practice::{BestPractice, Field};
use serde_json::{Map, Value, json};

fn validator() -> Validator {
    jsonschema::draft7::new(&serde_json::from_str(&json_schema()).unwrap()).unwrap()
}

fn full_value() -> Map<String, Value> {
    let Value::Object(map) = json!(full_record()) else { unreachable!() };
    map
}

fn is_valid(validator: &Validator, record: &Map<String, Value>) -> bool {
    validator.is_valid(&Value::Object(record.clone()))
}

/// The full record with this value in this place.
fn with(pointer: &str, value: Value) -> Map<String, Value> {
    let mut record = Value::Object(full_value());
    *record.pointer_mut(pointer).unwrap_or_else(|| panic!("no {pointer}")) = value;
    let Value::Object(record) = record else { unreachable!() };
    record
}

#[test]
fn the_schema_file_is_current() {
    assert_file("schemas/best-practice.schema.json", &json_schema());
}

#[test]
fn the_schema_is_draft_07() {
    let schema: Value = serde_json::from_str(&json_schema()).unwrap();
    assert!(jsonschema::draft7::meta::is_valid(&schema));
    assert_eq!(schema["$schema"], "http://json-schema.org/draft-07/schema#");
    let words: Vec<&String> = schema.as_object().unwrap().keys().take(4).collect();
    assert_eq!(words, ["$schema", "$id", "title", "description"]);
}

#[test]
fn a_full_record_is_valid_in_every_format() {
    let validator = validator();
    let record = full_record();
    let formats: [Value; 3] = [
        serde_json::from_str(&json::pretty(&record)).unwrap(),
        serde_json::from_str(&json::line(&record)).unwrap(),
        serde_yaml::from_str(&yaml::document(&record)).unwrap(),
    ];
    for value in formats {
        let errors: Vec<String> =
            validator.iter_errors(&value).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert_eq!(errors, [""; 0]);
    }
}

#[test]
fn json_keeps_every_character() {
    let title = "«È» 👩‍👩‍👧 \u{2028} </script> \u{7f}";
    let record = BestPractice { title: Some(title.into()), ..full_record() };
    assert!(json::pretty(&record).contains(&format!("\n  \"title\": \"{title}\",\n")));
    assert!(json::line(&record).contains(&format!(",\"title\":\"{title}\",")));
    assert_eq!(json::line(&record).lines().count(), 1);
}

#[test]
fn keys_are_written_in_the_order_of_the_fields() {
    let fields: Vec<&str> = Field::ALL.iter().map(|field| field.key()).collect();
    assert_eq!(full_value().keys().collect::<Vec<_>>(), fields);
    let schema: Value = serde_json::from_str(&json_schema()).unwrap();
    assert_eq!(schema["properties"].as_object().unwrap().keys().collect::<Vec<_>>(), fields);
    let text = yaml::document(&full_record());
    let lines = text.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
    assert_eq!(lines.map(|line| line.split(':').next().unwrap()).collect::<Vec<_>>(), fields);
}

#[test]
fn only_required_keys_can_be_missing() {
    let validator = validator();
    for field in Field::ALL {
        let mut record = full_value();
        record.shift_remove(field.key()).unwrap();
        let required = matches!(field, Field::Schema | Field::Title | Field::Description);
        assert_eq!(is_valid(&validator, &record), !required, "without {field}");
    }
}

#[test]
fn a_misspelt_key_is_found() {
    let validator = validator();
    for field in Field::ALL {
        let mut record = full_value();
        let value = record[field.key()].clone();
        record.insert(format!("{field}x"), value);
        assert!(!is_valid(&validator, &record), "{field}x");
        assert!(serde_json::from_value::<BestPractice>(Value::Object(record)).is_err(), "{field}x");
    }
}

/// Values that no key may have; the user's own part may hold any object.
#[test]
fn a_mistyped_value_is_found() {
    let validator = validator();
    for field in Field::ALL {
        let object = if *field == Field::Extra { json!("text") } else { json!({}) };
        for wrong in [
            json!(null),
            json!(0.5),
            json!(false),
            json!(""),
            json!([]),
            json!([[]]),
            json!([null]),
            json!([""]),
            object,
        ] {
            let pointer = format!("/{field}");
            assert!(!is_valid(&validator, &with(&pointer, wrong.clone())), "{field}: {wrong}");
        }
    }
}

#[test]
fn objects_inside_are_closed_and_not_empty() {
    let validator = validator();
    let places = [
        "contacts/0",
        "links/0",
        "sections/0",
        "sections/0/sections/0",
        "unmapped/0",
        "identifiers/0",
        "collection",
        "source",
        "derived",
        "derived/years",
    ];
    for place in
        places.into_iter().chain(["provenance", "provenance/values/~1id", "provenance/values/~1partners~10/spans/0"])
    {
        let pointer = format!("/{place}");
        assert!(!is_valid(&validator, &with(&pointer, json!({}))), "{place}: empty");
        let mut value = Value::Object(full_value()).pointer(&pointer).unwrap().clone();
        for (key, _) in value.clone().as_object().unwrap() {
            assert!(!is_valid(&validator, &with(&format!("{pointer}/{key}"), json!(null))), "{place}/{key}: null");
            assert!(!is_valid(&validator, &with(&format!("{pointer}/{key}"), json!(""))), "{place}/{key}: empty");
        }
        value["other_key"] = json!("x");
        assert!(!is_valid(&validator, &with(&pointer, value)), "{place}: unknown key");
    }
}

#[test]
fn values_with_a_form_of_their_own_are_checked() {
    let validator = validator();
    let wrong = [
        ("/schema", json!([0, 2, "1"])),
        ("/id", json!(["A", "-a", "a-", "a--b", "a b", "è"])),
        ("/language", json!(["IT", "ita", "i"])),
        ("/covers", json!([{ "impatc": ["innovation"] }, { "impact": ["inovation"] }, { "impact": [] }])),
        ("/source/lines", json!(["", "x", "1-", "1-2-3"])),
        ("/source/sheet", json!([0, -1, "1"])),
        ("/unmapped/0/lines", json!([12, "r. 12"])),
        ("/derived/countries", json!([["at"], ["AUT"], ["A"], []])),
        ("/derived/years/from", json!(["2017", 20.5])),
        ("/provenance/sha256", json!(["E3B0", "e3b0"])),
    ];
    for (pointer, values) in wrong {
        for value in values.as_array().unwrap() {
            assert!(!is_valid(&validator, &with(pointer, value.clone())), "{pointer}: {value}");
        }
    }
    let right = [
        ("/founded", json!([2017, -44, "anni '90"])),
        ("/extra", json!([{}, { "a": [null, {}, ""] }])),
        ("/source/lines", json!(["7"])),
    ];
    for (pointer, values) in right {
        for value in values.as_array().unwrap() {
            assert!(is_valid(&validator, &with(pointer, value.clone())), "{pointer}: {value}");
        }
    }
}

#[test]
fn the_schema_of_the_configuration_is_current_and_agrees_with_its_reader() {
    use scheda::config::{config_schema, load};
    use scheda::schemas::File;
    assert_file("schemas/config.schema.json", &config_schema());
    let schema: Value = serde_json::from_str(&config_schema()).unwrap();
    assert!(jsonschema::draft7::meta::is_valid(&schema));
    let validator = jsonschema::draft7::new(&schema).unwrap();
    let page = std::fs::read_to_string("docs/configuration.md").unwrap();
    let example = page.split("```yaml\n").nth(1).unwrap().split("```").next().unwrap();
    let wrong = [
        ("templates: forms", "templates: [forms]"),
        ("severity:", "severty:"),
        ("malformed-email: warning", "malformed-emial: warning"),
        ("malformed-email: warning", "malformed-email: loud"),
        ("fields: [results]", "fields: [resluts]"),
        ("fields: [results]", "field: [results]"),
        ("reason: the form", "because: the form"),
        ("field: transferability", "field: schema"),
        ("max_words: 300", "max_words: many"),
        ("max_words: 300", "most: 300"),
    ];
    let texts = wrong.iter().map(|(right, wrong)| (false, example.replacen(right, wrong, 1)));
    for (is_right, text) in texts.chain([(true, example.to_owned())]) {
        let value: Value = yaml_serde::from_str(&text).unwrap();
        assert_eq!(validator.is_valid(&value), is_right, "the schema: {text}");
        assert_eq!(load(File { name: "scheda.yaml", text: &text }).is_ok(), is_right, "the reader: {text}");
    }
}

/// What the reader of records finds wrong with the shape of a record.
fn shape_faults(record: &Map<String, Value>) -> Vec<String> {
    use scheda::diagnostic::{Code, Severity};
    let source = scheda::source::Source::from_text("record.json", Value::Object(record.clone()).to_string());
    let reading = scheda::read(&source, scheda::schemas::Schemas::builtin(), &scheda::Options::default());
    let shape = [Code::UnknownKey, Code::WrongType, Code::EmptyField, Code::RepeatedKey];
    let all = reading.findings.iter().chain(reading.sheets.iter().flat_map(|sheet| &sheet.findings));
    let wrong = all.filter(|finding| {
        let code = finding.finding.code();
        shape.contains(&code) || (code == Code::MissingField && finding.severity == Severity::Error)
    });
    wrong.map(|finding| format!("{:?}", finding.finding)).collect()
}

/// The pointers of all that is in a value.
fn pointers(value: &Value, at: &str, all: &mut Vec<String>) {
    all.extend((!at.is_empty()).then(|| at.to_owned()));
    match value {
        Value::Object(object) => {
            for (key, inner) in object {
                pointers(inner, &format!("{at}/{}", key.replace('~', "~0").replace('/', "~1")), all);
            }
        }
        Value::Array(items) => (0..).zip(items).for_each(|(nth, inner)| pointers(inner, &format!("{at}/{nth}"), all)),
        _ => {}
    }
}

#[test]
fn the_reader_of_records_and_the_published_schema_agree() {
    let validator = validator();
    let full = Value::Object(full_value());
    let mut all = Vec::new();
    pointers(&full, "", &mut all);
    let wrong = [json!(null), json!(""), json!(1.5), json!("x y"), json!([]), json!({"x": 1})];
    let mut differ = Vec::new();
    let mut compare = |what: String, record: &Value| {
        let Value::Object(record) = record else { unreachable!() };
        let (faults, is_valid) = (shape_faults(record), is_valid(&validator, record));
        if faults.is_empty() != is_valid {
            differ.push(format!("{what}: the schema says {is_valid}, the reader {faults:?}"));
        }
    };
    compare(String::from("nothing"), &full);
    // What nobody interprets has no shape; the version is settled before anything else; pages of origins are written by machines only.
    let is_free = |pointer: &str| ["/extra", "/schema", "/provenance"].iter().any(|free| pointer.starts_with(free));
    for pointer in all.iter().filter(|pointer| !is_free(pointer)) {
        for value in &wrong {
            let mut record = full.clone();
            *record.pointer_mut(pointer).unwrap() = value.clone();
            compare(format!("{pointer} = {value}"), &record);
        }
        let (parent, key) = pointer.rsplit_once('/').unwrap();
        let mut record = full.clone();
        if let Some(Value::Object(parent)) = record.pointer_mut(parent) {
            parent.remove(key);
            parent.insert(String::from("zzz"), json!("x"));
        }
        compare(format!("{pointer} renamed"), &record);
    }
    assert!(differ.is_empty(), "{} differences\n{}", differ.len(), differ.join("\n"));
}
