//! Documents that are records already: YAML, JSON or NDJSON with the keys of a record, as `convert` writes them or a person does.
//!
//! `find` tells which objects are records, `walk` checks each against the `shape` of its keys, `scalar` its texts and
//! numbers. What comes out is what a sheet gives: a record, findings with their places, and a ledger.

mod find;
mod scalar;
mod shape;
mod walk;

use std::collections::HashSet;

use serde::Deserialize;
use serde_json::{Map, Value};

use crate::checks::{self, Alike, Context, Seen};
use crate::data::{Kind, Language, Tree};
use crate::diagnostic::{Code, Diagnostic, Subject};
use crate::ledger::{Claim, Class};
use crate::practice::{BestPractice, Field, SCHEMA_VERSION};
use crate::schemas::{Schemas, Template};
use crate::source::{Source, Span};
use crate::{Options, Sheet};

pub(crate) use find::is_record;
pub(crate) use find::newer;
pub(crate) use walk::{Walked, walk};

/// What a document that is records already holds.
#[derive(Default)]
pub(crate) struct Records {
    /// Each record as a sheet.
    pub sheets: Vec<Sheet>,
    /// Findings about the document as a whole.
    pub findings: Vec<Diagnostic>,
    /// Who owns which bytes; not settled, since hardly anybody asks.
    pub claims: Vec<Claim>,
}

/// Reads a document that holds records; nothing for one that does not.
pub(crate) fn read(
    source: &Source,
    language: Language,
    tree: &Tree,
    schemas: &Schemas,
    options: &Options,
) -> Option<Records> {
    let text = &source.text;
    let records = find::records(text, tree)?;
    let broken: HashSet<usize> = tree.faults.iter().map(|fault| fault.at).collect();
    let mut reading = Records::default();
    for at in records {
        match find::newer(text, tree, at) {
            Some(newer) => reading.findings.push(newer),
            None => {
                let mut sheet = record(source, tree, at, schemas, options, &mut reading.claims);
                if broken.contains(&tree.nodes[at].span.end) {
                    let cut = cut(tree, at);
                    sheet
                        .findings
                        .retain(|it| !it.finding.is_absence() && !it.span.is_some_and(|it| cut.contains(&it.start)));
                }
                reading.sheets.push(sheet);
            }
        }
    }
    reading.findings.extend(tree.faults.iter().map(|fault| fault.finding(text, language, false)));
    Some(reading)
}

/// Where the lists and objects begin that break off with their record. What is wrong with them is that they do.
fn cut(tree: &Tree, record: usize) -> HashSet<usize> {
    let end = tree.nodes[record].span.end;
    let inner = tree.nodes[record..tree.nodes[record].end].iter();
    inner
        .filter(|node| node.span.end == end && matches!(node.kind, Kind::Array | Kind::Object))
        .map(|it| it.span.start)
        .collect()
}

fn record(
    source: &Source,
    tree: &Tree,
    at: usize,
    schemas: &Schemas,
    options: &Options,
    claims: &mut Vec<Claim>,
) -> Sheet {
    let text = &source.text;
    let span = span(text, tree, at);
    let mut walked = walk::walk(text, tree, at);
    claim(tree, at, span, &walked, claims);
    let values = std::mem::take(&mut walked.values);
    finish(text, span, typed(values), walked, schemas, options)
}

/// What is to be said of a record that was one already.
pub(crate) fn finish(
    text: &str,
    span: Span,
    record: BestPractice,
    mut walked: Walked,
    schemas: &Schemas,
    options: &Options,
) -> Sheet {
    let (template, decided_by) = template(&record, schemas, options);
    let seen = Seen::Record(&walked);
    let mut findings = checks::check(&Context {
        text,
        options,
        schemas,
        template,
        record: &record,
        seen,
        sheet: span,
        unassigned: &Vec::new,
        alike: &Alike::default(),
    });
    // What is of the wrong type cannot have the right form: one fault.
    let faults = walked.findings.iter().filter(|fault| fault.finding.code() == Code::WrongType);
    let faulty: HashSet<Option<Span>> = faults.map(|fault| fault.span).collect();
    findings.retain(|finding| !faulty.contains(&finding.span));
    findings.append(&mut walked.findings);
    findings.iter_mut().for_each(|finding| finding.subject = Subject::Record);
    findings.sort_by_key(|finding| finding.span.map(|span| span.start));
    Sheet {
        span,
        template: template.name.to_string(),
        decided_by,
        record,
        trace: Vec::new(),
        places: walked.places,
        findings,
    }
}

/// The record of values that have the shapes of its keys.
pub(crate) fn typed(mut values: Map<String, Value>) -> BestPractice {
    values.entry("schema").or_insert_with(|| SCHEMA_VERSION.into());
    BestPractice::deserialize(&values).unwrap_or_else(|_| {
        // Each value was checked; what a type is stricter about than its shape is left out, rather than all of the record.
        values.retain(|key, value| stands_alone(key, value));
        BestPractice::deserialize(&values).unwrap_or_default()
    })
}

/// Whether a record can have this value.
fn stands_alone(key: &str, value: &Value) -> bool {
    let version = (Field::Schema.key().to_owned(), SCHEMA_VERSION.into());
    let record: Map<String, Value> = [version, (key.to_owned(), value.clone())].into_iter().collect();
    BestPractice::deserialize(&record).is_ok()
}

/// The template whose demands a record is held to: the one that is told, else the one that read its sheet.
fn template<'s>(record: &BestPractice, schemas: &'s Schemas, options: &Options) -> (&'s Template, String) {
    let told = options.template.as_deref().and_then(|name| schemas.template(name));
    if let Some((_, template)) = told {
        return (template, String::from("the template was told"));
    }
    let own = record.source.as_ref().and_then(|source| schemas.template(&source.template));
    match own {
        Some((_, template)) => (template, String::from("the record names it")),
        None => (&schemas.templates[usize::from(schemas.generic())], String::from("a record of no known family")),
    }
}

/// The bytes of a record. In YAML an object ends where the next thing begins; white space and comments behind it are not its own.
pub(crate) fn span(text: &str, tree: &Tree, at: usize) -> Span {
    let node = tree.nodes[at];
    let last = (at..node.end).map(|inner| tree.nodes[inner].span.end).max().unwrap_or(node.span.end);
    let end = if text[node.span.start..].starts_with('{') { node.span.end } else { last };
    Span::new(node.span.start, end.min(text.len())).trim(text)
}

/// Who owns the bytes of a record: keys, values, and what divides them.
fn claim(tree: &Tree, at: usize, span: Span, walked: &Walked, claims: &mut Vec<Claim>) {
    let mut dropped = walked.dropped.clone();
    dropped.sort_unstable_by_key(|span| span.start);
    let is_dropped = |span: Span| {
        let next = dropped.partition_point(|other| other.start <= span.start);
        next.checked_sub(1).is_some_and(|last| dropped[last].covers(span))
    };
    let mut field: Option<(Field, usize)> = None;
    for inner in at + 1..tree.nodes[at].end {
        let node = tree.nodes[inner];
        if field.is_none_or(|(_, end)| inner >= end) {
            field = walked
                .keys
                .iter()
                .find(|key| node.key.is_some_and(|own| own.span == key.1))
                .map(|key| (key.0, node.end));
        }
        let field = field.map(|(field, _)| field);
        let mut push = |span: Span, class| claims.extend((!is_dropped(span)).then_some(Claim { span, class, field }));
        if let Some(key) = node.key {
            push(key.span, Class::Label);
        }
        if let Kind::Scalar(scalar) = node.kind {
            push(scalar.span, Class::Value);
        }
    }
    let mut from = span.start;
    for gap in dropped.iter().chain([&Span::new(span.end, span.end)]) {
        if from < gap.start {
            claims.push(Claim { span: Span::new(from, gap.start), class: Class::Markup, field: None });
        }
        from = from.max(gap.end);
    }
}
