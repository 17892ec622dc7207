//! Totals, sheets, and what is in no record, for people.

use std::collections::HashMap;
use std::fmt::Write;

use scheda::Sheet;
use scheda::diagnostic::message::{excerpt, visible};
use scheda::ledger::Class;
use scheda::practice::Origin;
use scheda::source::{Source, line_range, merge_ranges};

use super::{Found, found, lines_in_words};
use crate::cli::open::Document;
use crate::cli::summary::count;

/// How many characters of a stretch are shown.
const SHOWN: usize = 60;
/// How many places of a stretch that repeats are named.
const PLACES: usize = 8;

/// What is in no record, with a heading for it.
const LEFT_OUT: [(Class, &str); 4] = [
    (Class::Furniture, "page headers and footers"),
    (Class::Boilerplate, "disclaimers and licences"),
    (Class::Outside, "outside the sheets"),
    (Class::Unassigned, "inside a sheet, but under no label"),
];

/// The whole report.
pub fn report(document: &Document) -> String {
    let mut text = head(document);
    totals(document, &mut text);
    for (at, sheet) in document.reading.sheets.iter().enumerate() {
        text += &sheet_report(at + 1, sheet, &document.source);
    }
    for (class, heading) in LEFT_OUT {
        text += &stretches(document, class, heading);
    }
    text
}

fn head(document: &Document) -> String {
    let source = &document.source;
    let (bytes, lines) = (source.text.len(), source.lines().count());
    let size = format!("{}, {}", count(bytes, "byte"), count(lines, "line"));
    let sheets = count(document.reading.sheets.len(), "sheet");
    format!("{}: {size}, {}, {sheets}\n", visible(&source.name), source.encoding.name())
}

fn totals(document: &Document, text: &mut String) {
    let all = document.source.text.len();
    text.push_str("\nclass             bytes  percent\n");
    for (class, bytes) in document.reading.ledger.totals(&document.source.text) {
        let percent = if all == 0 { 0.0 } else { 100.0 * bytes as f64 / all as f64 };
        writeln!(text, "{:<12}{bytes:>11}  {percent:>6.1}%", class.name()).ok();
    }
}

fn sheet_report(number: usize, sheet: &Sheet, source: &Source) -> String {
    let lines = lines_in_words(&[line_range(source, sheet.span)], 1);
    let mut text = format!("\nsheet {number}: {lines}, template {}", sheet.template);
    if !sheet.decided_by.is_empty() {
        write!(text, " ({})", visible(&sheet.decided_by)).ok();
    }
    text.push('\n');
    for found in found(sheet, source) {
        writeln!(text, "  {:<24}  {}", found.field.key(), from(&found, source)).ok();
    }
    text
}

/// Where a field was found, and how if not by its label.
fn from(found: &Found, source: &Source) -> String {
    let lines = lines_in_words(&found.lines, usize::MAX) + &seen(&found.lines, source);
    match found.origin {
        Origin::Label => lines,
        Origin::Pattern => format!("{lines} (by a pattern)"),
        Origin::Inferred => format!("{lines} (inferred)"),
        Origin::Constant => String::from("known by the template"),
    }
}

/// Where lines stand for the user of a container: ` (table 1, row 3, cell 2)`.
fn seen(lines: &[(usize, usize)], source: &Source) -> String {
    let starts = lines.iter().map(|(first, _)| source.lines().span(&source.text, *first).end);
    let mut places: Vec<String> =
        starts.filter_map(|end| Some(visible(&source.seen(end)?.to_string()).into())).collect();
    places.dedup();
    let more = places.len().saturating_sub(PLACES);
    places.truncate(PLACES);
    match places.len() {
        0 => String::new(),
        _ if more > 0 => format!(" ({}; and {more} more)", places.join("; ")),
        _ => format!(" ({})", places.join("; ")),
    }
}

/// The stretches of a class, those of the same text together, in the order of the document.
fn stretches(document: &Document, class: Class, heading: &str) -> String {
    let source = &document.source;
    let claims = document.reading.ledger.claims().iter().filter(|claim| claim.class == class);
    let mut all: Vec<(String, Vec<(usize, usize)>)> = Vec::new();
    let mut by_text: HashMap<String, usize> = HashMap::new();
    for span in claims.map(|claim| claim.span.trim(&source.text)).filter(|span| !span.is_empty()) {
        let text = excerpt(span.of(&source.text), SHOWN);
        let at = *by_text.entry(text).or_insert_with_key(|text| {
            all.push((text.clone(), Vec::new()));
            all.len() - 1
        });
        all[at].1.push(line_range(source, span));
    }
    if all.is_empty() {
        return String::new();
    }
    let lines = all.iter_mut().map(|(text, places)| {
        merge_ranges(places);
        format!("  {}: {}\n", lines_in_words(places, PLACES), visible(text))
    });
    format!("\n{heading}\n{}", lines.collect::<String>())
}
