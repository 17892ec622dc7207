//! In which values two records differ.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::lists::align;
use crate::practice::{BestPractice, Field, pointer_step};

/// What the sheet does not say: the version of the schema, the id, which is settled in a run, and what the user adds.
const NOT_OF_THE_SHEET: [Field; 4] = [Field::Schema, Field::Id, Field::Extra, Field::Provenance];

/// A difference, with the JSON pointers at which it is in the record and in what the sheet gives.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// Where in the record.
    pub record: String,
    /// Where in what the sheet gives.
    pub sheet: String,
    /// What it is.
    pub what: What,
}

/// What a difference is.
#[derive(Debug, Clone, PartialEq)]
pub enum What {
    /// Another value.
    Value {
        /// What the record says.
        recorded: Option<Value>,
        /// What the sheet gives.
        read: Option<Value>,
    },
    /// The same item at another position: in the sheet, and in the record.
    Moved(usize, usize),
}

/// The values of a record that its sheet gives, without the lines on which they stand.
pub fn values(record: &BestPractice) -> Value {
    let template = record.source.as_ref().map(|source| source.template.clone());
    let mut values = json!(BestPractice { source: None, ..record.clone() });
    if let Some(keys) = values.as_object_mut() {
        NOT_OF_THE_SHEET.iter().for_each(|field| drop(keys.remove(field.key())));
        if let Some(Value::Array(unmapped)) = keys.get_mut(Field::Unmapped.key()) {
            unmapped.iter_mut().filter_map(Value::as_object_mut).for_each(|entry| drop(entry.remove("lines")));
        }
        // A page without front matter names none.
        keys.extend(template.map(|template| (Field::Source.key().to_owned(), json!({ "template": template }))));
    }
    values
}

/// In what two records differ, in the order of their keys.
pub fn differences(record: &Value, sheet: &Value) -> Vec<Difference> {
    let mut found = Vec::new();
    compare(Some(record), Some(sheet), ("", ""), &mut found);
    let index = |difference: &Difference| field(&difference.record).map(Field::index);
    found.sort_by_key(index);
    found
}

/// Whether people wrote what stands under a key.
pub fn is_prose(key: &str) -> bool {
    Field::from_key(key).is_some_and(Field::is_prose)
}

/// The field of a JSON pointer.
fn field(path: &str) -> Option<Field> {
    Field::from_key(path.split('/').nth(1)?)
}

fn compare(record: Option<&Value>, sheet: Option<&Value>, (mine, theirs): (&str, &str), found: &mut Vec<Difference>) {
    match (record, sheet) {
        _ if record == sheet => {}
        (Some(Value::Object(one)), Some(Value::Object(other))) => objects(one, other, (mine, theirs), found),
        (Some(Value::Array(one)), Some(Value::Array(other))) => arrays(one, other, (mine, theirs), found),
        _ => found.push(Difference {
            record: mine.to_owned(),
            sheet: theirs.to_owned(),
            what: What::Value { recorded: record.cloned(), read: sheet.cloned() },
        }),
    }
}

fn objects(
    record: &Map<String, Value>,
    sheet: &Map<String, Value>,
    (mine, theirs): (&str, &str),
    found: &mut Vec<Difference>,
) {
    let source = Field::Source.key();
    let keys: BTreeSet<&String> = record.keys().chain(sheet.keys()).collect();
    // A record that does not say where it was read lacks nothing that the sheet says.
    let is_told = |key: &&String| !(mine.is_empty() && *key == source && !record.contains_key(source));
    for key in keys.into_iter().filter(is_told) {
        let step = pointer_step(key);
        let paths = (format!("{mine}/{step}"), format!("{theirs}/{step}"));
        compare(record.get(key), sheet.get(key), (&paths.0, &paths.1), found);
    }
}

fn arrays(record: &[Value], sheet: &[Value], (mine, theirs): (&str, &str), found: &mut Vec<Difference>) {
    let words = |items: &[Value]| items.iter().map(Value::to_string).collect::<Vec<_>>();
    let aligned = align(&words(record), &words(sheet));
    let paths = |one: usize, other: usize| (format!("{mine}/{one}"), format!("{theirs}/{other}"));
    for (one, other) in aligned.changed {
        let (mine, theirs) = paths(one, other);
        compare(record.get(one), sheet.get(other), (&mine, &theirs), found);
    }
    for at in aligned.one {
        let (mine, _) = paths(at, 0);
        compare(record.get(at), None, (&mine, theirs), found);
    }
    for at in aligned.other {
        let (_, theirs) = paths(0, at);
        compare(None, sheet.get(at), (mine, &theirs), found);
    }
    for (one, other) in aligned.moved {
        let (mine, theirs) = paths(one, other);
        found.push(Difference { record: mine, sheet: theirs, what: What::Moved(other, one) });
    }
}
