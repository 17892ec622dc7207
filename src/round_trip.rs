//! Whether a page holds all of its record: written, read back and compared.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::output::markdown::{Options, page};
use crate::practice::{BestPractice, pointer_step};
use crate::schemas::Schemas;
use crate::source::Source;
use crate::{Options as Reading, read};

/// A value that is not the same behind its page as before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// JSON pointer of the value; empty for the page itself.
    pub path: String,
    /// The value before.
    pub before: Option<String>,
    /// The value behind.
    pub after: Option<String>,
}

/// What differs when a record is written as a page, the page is read, and what was read is written again. Where a record was read,
/// and where each of its values, is no part of it here.
pub fn round_trip(record: &BestPractice, schemas: &Schemas, options: &Options) -> Vec<Difference> {
    let record = BestPractice { source: None, provenance: None, ..record.clone() };
    let written = page(&record, schemas, options);
    let source = Source::from_text("page.md", written.as_str());
    let reading = read(&source, schemas, &Reading::default());
    let [sheet] = &reading.sheets[..] else {
        return vec![Difference { path: String::new(), before: shown_lines(&written, 0), after: None }];
    };
    let mut found = differences(&record, &sheet.record);
    let again = page(&sheet.record, schemas, options);
    if found.is_empty() && again != written {
        let at = written.lines().zip(again.lines()).take_while(|(one, other)| one == other).count();
        let (before, after) = (shown_lines(&written, at), shown_lines(&again, at));
        found.push(Difference { path: String::new(), before, after });
    }
    found
}

fn shown_lines(page: &str, at: usize) -> Option<String> {
    page.lines().nth(at).map(str::to_owned)
}

/// The values in which two records differ.
fn differences(before: &BestPractice, after: &BestPractice) -> Vec<Difference> {
    let [mut one, mut other] = [Vec::new(), Vec::new()];
    leaves(&json!(before), String::new(), &mut one);
    leaves(&json!(BestPractice { source: None, provenance: None, ..after.clone() }), String::new(), &mut other);
    let [one, other] = [one, other].map(|leaves| leaves.into_iter().collect::<BTreeMap<_, _>>());
    let paths: BTreeSet<&String> = one.keys().chain(other.keys()).collect();
    let changed = paths.into_iter().filter(|path| one.get(*path) != other.get(*path));
    let value = |values: &BTreeMap<String, Value>, path| values.get(path).map(words);
    changed
        .map(|path| Difference { path: path.clone(), before: value(&one, path), after: value(&other, path) })
        .collect()
}

fn words(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// The values of a record that hold no others, with their JSON pointers.
fn leaves(value: &Value, at: String, found: &mut Vec<(String, Value)>) {
    let step = |key: &str| format!("{at}/{}", pointer_step(key));
    match value {
        Value::Array(items) if !items.is_empty() => {
            items.iter().enumerate().for_each(|(nth, item)| leaves(item, step(&nth.to_string()), found));
        }
        Value::Object(keys) if !keys.is_empty() => keys.iter().for_each(|(key, item)| leaves(item, step(key), found)),
        _ => found.push((at, value.clone())),
    }
}
