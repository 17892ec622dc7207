//! The JSON Schema of `scheda.yaml`, by which editors complete and check it.

use serde_json::{Value, json};

use super::Level;
use crate::diagnostic::{Code, Severity};
use crate::practice::{Field, Kind};

/// The schema (draft-07, which every editor knows) as JSON text.
pub fn config_schema() -> String {
    let levels = [Severity::Error, Severity::Warning, Severity::Info].map(|severity| Level::On(severity).name());
    let codes: Vec<&str> = Code::ALL.iter().map(|code| code.id()).collect();
    let schema = json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": "urn:scheda:config:1",
        "title": "What a collection of good practices asks of its sheets",
        "type": "object",
        "additionalProperties": false,
        "properties": {
            "templates": {
                "description": "The folder with templates of your own (.yaml), seen from the folder of this file.",
                "type": "string",
                "minLength": 1,
            },
            "severity": {
                "description": "How much findings matter, by code; `scheda rules` lists the codes.",
                "type": "object",
                "propertyNames": { "enum": codes },
                "additionalProperties": { "enum": [levels[0], levels[1], levels[2], Level::Off.name()] },
            },
            "required": {
                "description": "Fields whose absence is an error.",
                "type": "array",
                "items": {
                    "type": "object",
                    "additionalProperties": false,
                    "required": ["fields"],
                    "properties": { "fields": list(fields()), "templates": names("templates that read the sheet"), "paths": paths() },
                },
            },
            "ignore": {
                "description": "Findings that are not shown, each with the reason.",
                "type": "array",
                "items": {
                    "type": "object",
                    "additionalProperties": false,
                    "required": ["code", "reason"],
                    "properties": {
                        "code": { "enum": codes },
                        "reason": { "description": "Why, for whoever reads this later.", "type": "string", "minLength": 1 },
                        "field": fields(),
                        "templates": names("templates that read the sheet"),
                        "paths": paths(),
                    },
                },
            },
            "limits": {
                "description": "How long texts may be, whatever the template says.",
                "type": "object",
                "propertyNames": fields(),
                "additionalProperties": {
                    "type": "object",
                    "additionalProperties": false,
                    "properties": {
                        "min_words": number(), "max_words": number(),
                        "min_characters": number(), "max_characters": number(),
                    },
                },
            },
        },
    });
    format!("{schema:#}\n")
}

fn fields() -> Value {
    let fields = Field::ALL.iter().filter(|field| field.kind() != Kind::Meta);
    json!({ "enum": fields.map(|field| field.key()).collect::<Vec<_>>() })
}

fn list(items: Value) -> Value {
    json!({ "type": "array", "minItems": 1, "items": items })
}

fn names(what: &str) -> Value {
    json!({ "description": format!("Only for {what}."), "type": "array", "items": { "type": "string", "minLength": 1 } })
}

fn paths() -> Value {
    json!({
        "description": "Only in these files: patterns as in .gitignore, seen from the folder of this file; a folder means all in it.",
        "type": "array",
        "items": { "type": "string", "minLength": 1 },
    })
}

fn number() -> Value {
    json!({ "type": "integer", "minimum": 0 })
}
