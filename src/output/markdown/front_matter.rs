//! The head of a page: what a program wants to know and nobody reads as text.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Map, Value};

use crate::output::yaml;
use crate::practice::{BestPractice, Collection, Derived, Identifier, Provenance, SourceRef, Year};

/// The keys of a record that stand in the front matter, in their order.
#[derive(Serialize)]
struct FrontMatter<'a> {
    schema: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    as_of: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    founded: Option<&'a Year>,
    #[serde(skip_serializing_if = "Option::is_none")]
    start: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<&'a str>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    ongoing: bool,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    covers: &'a BTreeMap<String, Vec<String>>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    identifiers: &'a [Identifier],
    #[serde(skip_serializing_if = "Option::is_none")]
    collection: Option<&'a Collection>,
    #[serde(skip_serializing_if = "Map::is_empty")]
    extra: &'a Map<String, Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'a SourceRef>,
    #[serde(skip_serializing_if = "Option::is_none")]
    derived: Option<&'a Derived>,
    #[serde(skip_serializing_if = "Option::is_none")]
    provenance: Option<&'a Provenance>,
}

/// The front matter with the lines around it.
pub(super) fn write(record: &BestPractice) -> String {
    format!("---\n{}---\n", yaml::to_string(&FrontMatter::of(record)))
}

impl<'a> FrontMatter<'a> {
    fn of(record: &'a BestPractice) -> Self {
        Self {
            schema: record.schema,
            id: record.id.as_deref(),
            language: record.language.as_deref(),
            as_of: record.as_of.as_deref(),
            founded: record.founded.as_ref(),
            start: record.start.as_deref(),
            end: record.end.as_deref(),
            ongoing: record.ongoing,
            covers: &record.covers,
            identifiers: &record.identifiers,
            collection: record.collection.as_ref(),
            extra: &record.extra,
            source: record.source.as_ref(),
            derived: record.derived.as_ref(),
            provenance: record.provenance.as_ref(),
        }
    }
}
