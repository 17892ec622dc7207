//! The ledger as one JSON object, with byte offsets into the decoded text.

use std::collections::BTreeMap;

use scheda::Sheet;
use scheda::practice::Origin;
use scheda::schemas::Schemas;
use scheda::source::{Source, line_range, range_in_words};
use serde::Serialize;

use super::explain::{Explained, explain};
use super::found;
use crate::cli::open::Document;

#[derive(Serialize)]
struct Report<'a> {
    file: &'a str,
    encoding: &'static str,
    bytes: usize,
    totals: serde_json::Map<String, serde_json::Value>,
    sheets: Vec<SheetReport<'a>>,
    ledger: Vec<Entry>,
    #[serde(skip_serializing_if = "Option::is_none")]
    explanation: Option<Explained>,
}

#[derive(Serialize)]
struct SheetReport<'a> {
    sheet: usize,
    template: &'a str,
    decided_by: &'a str,
    lines: String,
    start: usize,
    end: usize,
    fields: BTreeMap<&'static str, FieldReport>,
}

#[derive(Serialize)]
struct FieldReport {
    origin: Origin,
    lines: Vec<String>,
}

/// One stretch; `end` is exclusive.
#[derive(Serialize)]
struct Entry {
    class: &'static str,
    start: usize,
    end: usize,
    field: Option<&'static str>,
    cited_by: Vec<&'static str>,
}

/// The whole report.
pub fn report(document: &Document, schemas: &Schemas) -> anyhow::Result<String> {
    let (source, reading) = (&document.source, &document.reading);
    let totals = reading.ledger.totals(&source.text);
    let sheets = reading.sheets.iter().enumerate();
    let report = Report {
        file: &source.name,
        encoding: source.encoding.name(),
        bytes: source.text.len(),
        totals: totals.iter().map(|&(class, bytes)| (class.name().to_owned(), bytes.into())).collect(),
        sheets: sheets.map(|(at, sheet)| sheet_report(at + 1, sheet, source)).collect(),
        ledger: ledger(document),
        explanation: explain(document, schemas),
    };
    Ok(serde_json::to_string(&report)? + "\n")
}

fn sheet_report<'a>(number: usize, sheet: &'a Sheet, source: &Source) -> SheetReport<'a> {
    let fields = found(sheet, source).into_iter().map(|found| {
        let lines = found.lines.into_iter().map(range_in_words).collect();
        (found.field.key(), FieldReport { origin: found.origin, lines })
    });
    SheetReport {
        sheet: number,
        template: &sheet.template,
        decided_by: &sheet.decided_by,
        lines: range_in_words(line_range(source, sheet.span)),
        start: sheet.span.start,
        end: sheet.span.end,
        fields: fields.collect(),
    }
}

fn ledger(document: &Document) -> Vec<Entry> {
    let entries = document.reading.ledger.entries(&document.source.text).map(|entry| Entry {
        class: entry.class.name(),
        start: entry.span.start,
        end: entry.span.end,
        field: entry.field.map(|field| field.key()),
        cited_by: entry.cited_by.iter().map(|field| field.key()).collect(),
    });
    entries.collect()
}
