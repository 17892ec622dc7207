//! The JSON Schema of templates, by which editors complete and check them.

use serde_json::{Map, Value, json};

use crate::practice::{Field, Kind};

/// The schema (draft-07, which every editor knows) as JSON text.
pub fn template_schema() -> String {
    let mut schema = json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": "urn:scheda:template:1",
        "title": "Template of a family of good-practice sheets",
        "description": "What starts a sheet of the family, which labels it has, what it asks for.",
        "type": "object",
        "additionalProperties": false,
        "required": ["name", "title"],
        "anyOf": [{"required": ["labels"]}, {"required": ["joint"]}, {"required": ["shared_vocabulary"]}],
        "properties": properties(),
        "definitions": definitions(),
    });
    stand_alone(&mut schema);
    format!("{schema:#}\n")
}

/// In draft-07 nothing may stand beside a `$ref`.
fn stand_alone(schema: &mut Value) {
    match schema {
        Value::Object(object) => {
            if object.len() > 1
                && let Some(target @ Value::String(_)) = object.shift_remove("$ref")
            {
                object.insert("allOf".into(), json!([{ "$ref": target }]));
            }
            object.values_mut().for_each(stand_alone);
        }
        Value::Array(items) => items.iter_mut().for_each(stand_alone),
        _ => {}
    }
}

fn properties() -> Value {
    let mut properties = Map::new();
    for part in [head(), labels(), page(), demands()] {
        properties.extend(part.as_object().cloned().unwrap_or_default());
    }
    Value::Object(properties)
}

/// What names the template, and where its sheets start and end.
fn head() -> Value {
    json!({
        "name": {
            "description": "What `--template` and the records call it: small letters, digits and hyphens.",
            "type": "string",
            "pattern": "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$",
            "maxLength": 60,
        },
        "title": {"description": "What sheets it is for, in a line.", "$ref": "#/definitions/words"},
        "shared_vocabulary": {
            "description": "Whether the labels of the built-in vocabulary count too, in every language.",
            "type": "boolean",
        },
        "starts": {
            "description": "What starts a sheet. Without any, a sheet is known by its labels.",
            "type": "array",
            "minItems": 1,
            "items": start(),
        },
        "known_by": {
            "description": "Labels that no other form has: where no start mark stands, two of them make a sheet of this form.",
            "$ref": "#/definitions/wordings",
        },
        "ends": {"description": "Words that begin a line which ends a sheet.", "$ref": "#/definitions/wordings"},
    })
}

fn start() -> Value {
    json!({
        "type": "object",
        "additionalProperties": false,
        "minProperties": 1,
        "properties": {
            "line": {"description": "A line of these words and no other.", "$ref": "#/definitions/words"},
            "label": {"description": "A label with its value; it must be under `labels` too.", "$ref": "#/definitions/words"},
        },
    })
}

fn labels() -> Value {
    let parts = ["name", "role", "organisation", "email", "phone", "note"];
    json!({
        "labels": {
            "description": "For each field of the record the words that the form has for it. Capitals, accents, numbering \
                and a colon at the end make no difference.",
            "type": "object",
            "additionalProperties": false,
            "minProperties": 1,
            "properties": by_field(&json!({"$ref": "#/definitions/wordings"}), true),
        },
        "joint": {
            "description": "Labels under which one text answers for several fields.",
            "type": "array",
            "minItems": 1,
            "items": joint(),
        },
        "sub_labels": {
            "description": "Labels inside a contact, by the part of it that they announce.",
            "type": "object",
            "additionalProperties": false,
            "minProperties": 1,
            "properties": keyed(&parts, &json!({"$ref": "#/definitions/wordings"})),
        },
        "headings": {"description": "Headings that only group labels.", "$ref": "#/definitions/wordings"},
    })
}

fn joint() -> Value {
    json!({
        "type": "object",
        "additionalProperties": false,
        "required": ["field", "covers", "labels"],
        "properties": {
            "field": {"description": "The field that the text goes to.", "$ref": "#/definitions/field"},
            "covers": {"description": "The fields that it answers for too.", "$ref": "#/definitions/fields"},
            "labels": {"description": "The words of the label.", "$ref": "#/definitions/wordings"},
        },
    })
}

/// What stands on the page whatever the sheet says, and what is known of the collection.
fn page() -> Value {
    json!({
        "furniture": {"description": "Page headers and footers, each line by line.", "$ref": "#/definitions/passages"},
        "boilerplate": {"description": "Disclaimers and notices, each line by line.", "$ref": "#/definitions/passages"},
        "collection": {
            "description": "What is known of the collection, where the document says it in certain words.",
            "type": "object",
            "additionalProperties": false,
            "properties": keyed(&["name", "code", "programme", "licence"], &json!({"$ref": "#/definitions/constant"})),
        },
        "identifiers": {
            "description": "Grant and project numbers to look for.",
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": false,
                "required": ["scheme", "pattern"],
                "properties": {
                    "scheme": {"description": "What the record calls them.", "$ref": "#/definitions/words"},
                    "pattern": {"description": "A regular expression that they match.", "$ref": "#/definitions/words"},
                },
            },
        },
    })
}

fn demands() -> Value {
    json!({
        "requires": {"description": "Fields whose absence is an error.", "$ref": "#/definitions/fields"},
        "asks_for": {"description": "Fields whose absence is a warning.", "$ref": "#/definitions/fields"},
        "limits": {
            "description": "How long texts may be.",
            "type": "object",
            "additionalProperties": false,
            "properties": by_field(&json!({"$ref": "#/definitions/limit"}), false),
        },
    })
}

fn definitions() -> Value {
    let fields: Vec<&str> = opened().map(Field::key).collect();
    let limits = ["min_words", "max_words", "min_characters", "max_characters"];
    json!({
        "words": {"type": "string", "pattern": "\\S"},
        "wordings": {"type": "array", "minItems": 1, "uniqueItems": true, "items": {"$ref": "#/definitions/words"}},
        "passages": {"type": "array", "items": {"$ref": "#/definitions/wordings"}},
        "field": {"enum": fields},
        "fields": {"type": "array", "minItems": 1, "uniqueItems": true, "items": {"$ref": "#/definitions/field"}},
        "constant": {
            "type": "object",
            "additionalProperties": false,
            "required": ["value", "said_as"],
            "properties": {
                "value": {"description": "What the record says.", "$ref": "#/definitions/words"},
                "said_as": {"description": "What the document must say, one of these.", "$ref": "#/definitions/wordings"},
            },
        },
        "limit": {
            "type": "object",
            "additionalProperties": false,
            "minProperties": 1,
            "properties": keyed(&limits, &json!({"type": "integer", "minimum": 1})),
        },
    })
}

/// The fields that a label may open.
fn opened() -> impl Iterator<Item = Field> {
    Field::ALL.iter().copied().filter(|field| field.kind() != Kind::Meta)
}

/// A schema for each field that labels open; with `period` for the labels of a start and an end in one value, and
/// `unmapped` for those that no field takes.
fn by_field(schema: &Value, labels: bool) -> Value {
    let fields = opened().filter(|field| labels || matches!(field.kind(), Kind::Line | Kind::Text | Kind::List));
    let mut keys: Vec<&str> = fields.map(Field::key).collect();
    if labels {
        keys.extend([super::load::PERIOD, Field::Unmapped.key()]);
    }
    keyed(&keys, schema)
}

fn keyed(keys: &[&str], schema: &Value) -> Value {
    Value::Object(keys.iter().map(|key| ((*key).to_owned(), schema.clone())).collect())
}
