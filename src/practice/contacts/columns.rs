//! People in a table whose first row names its columns: `Name → Role → Telephone`, and below it a person a row. One column may say in
//! words of its own how to reach somebody: `Name → Role → Contact`.

use super::words::Words;
use super::{ContactLine, Contacts, DraftContact, is_email};
use crate::practice::Segment;
use crate::schemas::Part;
use crate::source::Span;

/// What parts the cells of a row.
const CELLS: [char; 2] = ['\t', '|'];
/// Columns at least.
const COLUMNS: usize = 2;

/// The people in such a table, and the lines that are no part of it.
pub(super) fn take(lines: &[ContactLine], text: &str, words: &Words) -> (Contacts, Vec<ContactLine>) {
    let mut contacts = Contacts::default();
    let mut others = Vec::with_capacity(lines.len());
    let mut columns: Vec<Option<Part>> = Vec::new();
    for line in lines {
        let cells = cells(line.span, text);
        let named = names(&cells, text, words);
        if !named.is_empty() {
            contacts.labels.extend(cells);
            columns = named;
        } else if let Some(person) = person(&columns, &cells, text, words) {
            contacts.people.push(person);
        } else {
            columns.clear();
            others.push(*line);
        }
    }
    (contacts, others)
}

/// Whether a line names the columns of such a table.
pub(super) fn are_named(line: Span, text: &str, words: &Words) -> bool {
    !names(&cells(line, text), text, words).is_empty()
}

/// The cells of a row that are not empty.
fn cells(line: Span, text: &str) -> Vec<Span> {
    let cells = line.of(text).split(CELLS).map(str::trim).filter(|cell| !cell.is_empty());
    cells.map(|cell| Span::of_slice(text, cell)).collect()
}

/// The parts of a person that the cells of a row name, each another and one of them the name; but one may name none. Nothing of any other
/// row.
fn names(cells: &[Span], text: &str, words: &Words) -> Vec<Option<Part>> {
    let parts: Vec<Option<Part>> = cells.iter().map(|cell| words.announced(*cell, text)).collect();
    let distinct = parts.iter().enumerate().all(|(at, part)| !parts[..at].contains(part));
    let named = parts.iter().flatten().count();
    if distinct && named >= COLUMNS && parts.contains(&Some(Part::Name)) { parts } else { Vec::new() }
}

/// The person of a row that has a cell in each column.
fn person(columns: &[Option<Part>], cells: &[Span], text: &str, words: &Words) -> Option<DraftContact> {
    if columns.is_empty() || columns.len() != cells.len() {
        return None;
    }
    let part = |(part, cell): (&Option<Part>, &Span)| {
        let raw = cell.of(text);
        let (mailed, called) = (is_email(raw, words), super::can_be_called(raw));
        let fits = match part {
            Some(Part::Email) => mailed,
            Some(Part::Phone) => called,
            Some(_) => !raw.contains('@'),
            None => mailed || called,
        };
        let part = part.unwrap_or(if mailed { Part::Email } else { Part::Phone });
        fits.then(|| (part, vec![Segment::as_is(*cell)]))
    };
    let mut parts: Vec<(Part, Vec<Segment>)> = columns.iter().zip(cells).map(part).collect::<Option<_>>()?;
    parts.sort_by_key(|(part, _)| *part);
    Some(DraftContact { parts })
}
