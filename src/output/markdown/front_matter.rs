//! The head of a page: what a program wants to know and nobody reads as text.
//!
//! Hugo, MkDocs and Jekyll take it as it is. The first needs a `title`: it stands here once more, and a reader of the page takes the
//! one below.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Map, Value};

use super::marks::seen;
use crate::output::yaml;
use crate::practice::{BestPractice, Derived, Provenance, SourceRef};

/// The keys of a record that stand in the front matter, in their order.
#[derive(Default, Serialize)]
struct FrontMatter<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    schema: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<Cow<'a, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'a str>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    covers: BTreeMap<&'a str, &'a [String]>,
    #[serde(skip_serializing_if = "Map::is_empty")]
    extra: Map<String, Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'a SourceRef>,
    #[serde(skip_serializing_if = "Option::is_none")]
    derived: Option<&'a Derived>,
    #[serde(skip_serializing_if = "Option::is_none")]
    provenance: Option<&'a Provenance>,
}

/// The front matter with the lines around it.
pub(super) fn write(record: &BestPractice) -> String {
    framed(&FrontMatter::of(record))
}

/// The front matter of half a page, which says of no version of the record that it could be read as one.
pub(super) fn short(record: &BestPractice) -> String {
    let (title, id, language) = (record.title.as_deref().map(seen), record.id.as_deref(), record.language.as_deref());
    framed(&FrontMatter { title, id, language, ..FrontMatter::default() })
}

fn framed(front_matter: &FrontMatter<'_>) -> String {
    format!("---\n{}---\n", yaml::to_string(front_matter))
}

impl<'a> FrontMatter<'a> {
    fn of(record: &'a BestPractice) -> Self {
        Self {
            schema: Some(record.schema),
            title: record.title.as_deref().map(seen),
            id: record.id.as_deref(),
            language: record.language.as_deref(),
            covers: record.covers.iter().map(|(key, covered)| (key.as_str(), &covered[..])).collect(),
            extra: record.extra.clone(),
            source: record.source.as_ref(),
            derived: record.derived.as_ref(),
            provenance: record.provenance.as_ref(),
        }
    }
}
