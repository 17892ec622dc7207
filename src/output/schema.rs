//! The JSON Schema of the record, from its types.

use schemars::Schema;
use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use serde_json::{Map, Value, json};

use crate::practice::{BestPractice, Demand, Field, Kind};

/// The schema (draft-07, which every editor knows) as JSON text.
pub fn json_schema() -> String {
    let mut settings = SchemaSettings::draft07();
    // First of all: in draft-07 nothing may stand beside a `$ref`, and a later step sees to that.
    settings.transforms.insert(0, Box::new(RecursiveTransform(tighten)));
    let mut schema = settings.into_generator().into_root_schema_for::<BestPractice>();
    require_keys(&mut schema);
    name_covered_fields(&mut schema);
    format!("{:#}\n", head_first(schema))
}

/// A key without a value is left out, so that nothing is null, nothing is empty and nothing has a default.
fn tighten(schema: &mut Schema) {
    let Some(object) = schema.as_object_mut() else { return };
    object.retain(|key, _| key != "default" && key != "format");
    forbid_null_type(object);
    forbid_null_choice(object);
    let least = match object.get("type").and_then(Value::as_str) {
        Some("string") if !object.contains_key("enum") && !object.contains_key("const") => "minLength",
        Some("array") => "minItems",
        _ => return,
    };
    object.entry(least).or_insert_with(|| json!(1));
}

/// `Option<String>` allows the types `string` and `null`.
fn forbid_null_type(object: &mut Map<String, Value>) {
    let Some(Value::Array(types)) = object.get_mut("type") else { return };
    types.retain(|name| name != "null");
    if let [only] = types.as_slice() {
        let only = only.clone();
        object.insert("type".into(), only);
    }
}

/// `Option<Collection>` allows any of a `$ref` and `null`.
fn forbid_null_choice(object: &mut Map<String, Value>) {
    let Some(Value::Array(choices)) = object.get_mut("anyOf") else { return };
    choices.retain(|choice| choice["type"] != "null");
    if let [Value::Object(only)] = choices.as_mut_slice() {
        let only = std::mem::take(only);
        object.remove("anyOf");
        object.extend(only);
    }
}

/// The types let every key be missing, so that a draft can be held; the schema does not.
fn require_keys(schema: &mut Schema) {
    let required = Field::ALL.iter().filter(|field| **field == Field::Schema || field.demand() == Demand::Required);
    let keys: Vec<&str> = required.map(|field| field.key()).collect();
    schema.insert("required".into(), json!(keys));
}

/// A joint label stands for fields of a sheet: their keys are named, so that a misspelt one is found.
fn name_covered_fields(schema: &mut Schema) {
    let fields = Field::ALL.iter().filter(|field| field.kind() != Kind::Meta);
    let keys: Vec<&str> = fields.map(|field| field.key()).collect();
    if let Some(covers) = schema.pointer_mut("/properties/covers").and_then(Value::as_object_mut) {
        covers.insert("propertyNames".into(), json!({ "enum": keys }));
        covers.insert("minProperties".into(), json!(1));
        covers["additionalProperties"]["items"] = json!({ "enum": keys });
    }
}

/// The schema with what names it before what it says.
fn head_first(mut schema: Schema) -> Value {
    let mut whole = Map::new();
    whole.extend(schema.remove("$schema").map(|draft| ("$schema".to_owned(), draft)));
    whole.insert("$id".into(), json!("urn:scheda:best-practice:1"));
    whole.insert("title".into(), json!("Good practice"));
    whole.extend(schema.remove("description").map(|text| ("description".to_owned(), text)));
    schema.remove("title");
    whole.extend(std::mem::take(schema.ensure_object()));
    Value::Object(whole)
}
