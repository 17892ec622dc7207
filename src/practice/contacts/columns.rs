//! People in a table whose first row names its columns: `Name → Role → Telephone`, and below it a person a row.

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
    let mut columns: Vec<Part> = Vec::new();
    for line in lines {
        let cells = cells(line.span, text);
        let named = names(&cells, text, words);
        if named.len() >= COLUMNS {
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

/// The cells of a row that are not empty.
fn cells(line: Span, text: &str) -> Vec<Span> {
    let cells = line.of(text).split(CELLS).map(str::trim).filter(|cell| !cell.is_empty());
    cells.map(|cell| Span::of_slice(text, cell)).collect()
}

/// The parts of a person that all cells of a row name, each another and one of them the name; nothing of any other row.
fn names(cells: &[Span], text: &str, words: &Words) -> Vec<Part> {
    let parts: Vec<Part> = cells.iter().map_while(|cell| words.announced(*cell, text)).collect();
    let distinct = parts.iter().enumerate().all(|(at, part)| !parts[..at].contains(part));
    let whole = parts.len() == cells.len() && distinct && parts.contains(&Part::Name);
    if whole { parts } else { Vec::new() }
}

/// The person of a row that has a cell in each column.
fn person(columns: &[Part], cells: &[Span], text: &str, words: &Words) -> Option<DraftContact> {
    let fits = |(part, cell): (&Part, &Span)| {
        let cell = cell.of(text);
        match part {
            Part::Email => is_email(cell, words),
            Part::Phone => super::can_be_called(cell),
            _ => !cell.contains('@'),
        }
    };
    let fitting = columns.len() >= COLUMNS && columns.len() == cells.len() && columns.iter().zip(cells).all(fits);
    fitting.then(|| {
        let mut parts: Vec<(Part, Vec<Segment>)> =
            columns.iter().zip(cells).map(|(part, cell)| (*part, vec![Segment::as_is(*cell)])).collect();
        parts.sort_by_key(|(part, _)| *part);
        DraftContact { parts }
    })
}
