//! Tables of text: `.csv` and `.tsv`, whatever parts their cells.

use std::collections::{HashMap, HashSet};

use super::Refused;
use super::refused::{CELLS, TEXT, mebibytes};
use super::taken::{Cell, Kind, Paragraph, Taken};
use crate::source::layout::Place;
use crate::source::{Source, decode};

/// What may part the cells of a line, the surest first.
const SEPARATORS: [u8; 4] = [b'\t', b';', b',', b'|'];
/// Cells of a row of a table that a program wrote out, at least.
const COLUMNS: usize = 3;
/// Rows that are looked at to find it out.
const LOOK: usize = 50;
/// Bytes in which they stand.
const SNIFFED: usize = 1 << 16;

/// Reads a table.
pub fn read(name: &str, bytes: Vec<u8>) -> Result<Source, Refused> {
    if bytes.len() > TEXT {
        return Err(Refused::Limit("its size", mebibytes(TEXT as u64)));
    }
    let (text, _) = decode(bytes).map_err(|error| Refused::NotText(error.kind))?;
    let text = text.trim_start_matches('\u{feff}');
    let (told, body) = told(text);
    let separator = told.unwrap_or_else(|| sniff(&body[..body.floor_char_boundary(SNIFFED)]));
    if longest_row(body.as_bytes(), separator) > CELLS as usize {
        return Err(Refused::Limit("the number of cells in a row", CELLS.to_string()));
    }
    let mut out = Taken::default();
    for (row, record) in (1 + u32::from(body.len() < text.len())..).zip(records(body, separator)) {
        let cells: Vec<Cell> = (1..=CELLS).zip(&record).map(|(column, words)| cell(row, column, words)).collect();
        out.row(&cells)?;
    }
    Ok(out.finish(name))
}

/// Whether a text is a table that a program wrote out: a cell in quotes goes on over several lines, in a row with as many cells as one
/// above it; or cells are quoted, and every row has as many as the first.
pub fn is_export(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(SNIFFED)];
    let quoted = |mark: &[u8]| memchr::memmem::find(head, mark).is_some();
    let text = || String::from_utf8_lossy(head);
    let is_cut = bytes.len() > SNIFFED;
    (quoted(b"\t\"") && has_long_cell(&text()))
        || [b',', b';'].into_iter().any(|mark| quoted(&[mark, b'"']) && is_even(&text(), mark, is_cut))
}

/// Whether a cell goes on over several lines.
fn has_long_cell(text: &str) -> bool {
    let mut widths = HashSet::new();
    let goes_on = |row: &csv::StringRecord| row.iter().any(|cell| cell.contains('\n'));
    records(text, b'\t').any(|row| !widths.insert(row.len()) && row.len() >= COLUMNS && goes_on(&row))
}

/// Whether the first rows have as many cells as each other, and more than a sentence with commas would.
fn is_even(text: &str, separator: u8, is_cut: bool) -> bool {
    let widths: Vec<usize> = records(text, separator).take(LOOK).map(|row| row.len()).collect();
    let whole = if is_cut && widths.len() < LOOK { widths.len().saturating_sub(1) } else { widths.len() };
    matches!(&widths[..whole], [first, rest @ ..] if *first > COLUMNS && !rest.is_empty() && rest.iter().all(|width| width == first))
}

fn cell(row: u32, column: u32, words: &str) -> Cell {
    let lines = words.lines().filter(|line| !line.trim().is_empty());
    let paragraphs = lines.map(|line| Paragraph { kind: Kind::Plain, words: line.trim().to_owned() });
    Cell { place: Place::Field { row, column }, paragraphs: paragraphs.collect(), columns: 1, goes_on: false }
}

/// `sep=;`, which Excel writes and reads as a first line.
fn told(text: &str) -> (Option<u8>, &str) {
    let line = text.split_inclusive('\n').next().unwrap_or_default();
    match line.trim_end().as_bytes() {
        [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', separator] => (Some(*separator), &text[line.len()..]),
        _ => (None, text),
    }
}

/// The separator by which most rows have as many cells as each other, and more than one.
fn sniff(text: &str) -> u8 {
    let fit = |separator: u8| {
        let mut counts: HashMap<usize, usize> = HashMap::new();
        for record in records(text, separator).filter(|record| record.iter().any(|cell| !cell.is_empty())).take(LOOK) {
            *counts.entry(record.len()).or_default() += 1;
        }
        let rows: usize = counts.values().sum();
        let alike = counts.iter().filter(|(cells, _)| **cells > 1).map(|(_, rows)| *rows).max().unwrap_or(0);
        alike * 1000 / rows.max(1)
    };
    let best = SEPARATORS.iter().rev().max_by_key(|separator| fit(**separator));
    best.copied().unwrap_or(b',')
}

/// Cells of the longest row, counted before any is kept.
fn longest_row(text: &[u8], separator: u8) -> usize {
    let (mut longest, mut cells, mut quoted) = (0, 1, false);
    for byte in text {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => cells = 1,
            byte if *byte == separator && !quoted => cells += 1,
            _ => {}
        }
        longest = longest.max(cells);
    }
    longest
}

/// The rows; what is not quoted as it should be is read as it stands.
fn records(text: &str, separator: u8) -> impl Iterator<Item = csv::StringRecord> {
    let mut builder = csv::ReaderBuilder::new();
    builder.delimiter(separator).has_headers(false).flexible(true);
    builder.from_reader(text.as_bytes()).into_records().map_while(Result::ok)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(table: &str) -> String {
        read("table.csv", table.as_bytes().to_vec()).unwrap().text
    }

    #[test]
    fn the_separator_is_found_and_quotes_go() {
        for (table, expected) in [
            ("Title;Orti, urbani\nPlace;Prato, Tuscany\n", "Title\tOrti, urbani\nPlace\tPrato, Tuscany\n"),
            (
                "Title,\"Orti; urbani\"\nPlace,\"Prato, \"\"Tuscany\"\"\"\n",
                "Title\tOrti; urbani\nPlace\tPrato, \"Tuscany\"\n",
            ),
            ("Title\tOrti, urbani; due\n", "Title\tOrti, urbani; due\n"),
            ("sep=|\nTitle|Orti\n", "Title\tOrti\n"),
        ] {
            assert_eq!(text(table), expected, "{table}");
        }
    }

    #[test]
    fn a_text_with_cells_over_several_lines_is_a_table() {
        assert!(is_export(b"Name\tPlace\tResults\nOrti\tPrato\t\"one\n\ntwo\"\n"));
        assert!(!is_export(b"Name\tPlace\tResults\nOrti\tPrato\t\"one\"\n"));
        assert!(!is_export(b"Title:\t\"The open door\nResults:\ttwo\n"));
        assert!(is_export(b"Name,Place,Year,Results\nOrti,\"Prato, Lucca\",2019,\"one\"\n"));
        assert!(is_export(b"\"Name\";\"Place\";\"Year\";\"Results\"\r\n\"Orti\";\"Prato\";\"2019\";\"one\ntwo\"\r\n"));
        assert!(!is_export(b"We met, as ever, \"here\", and talked.\nThen we left,\"he said\", at last.\nGone.\n"));
    }

    #[test]
    fn a_cell_may_have_several_lines() {
        let source = read("table.csv", "Title;Orti\nResults;\"one\ntwo\"\n".into()).unwrap();
        assert_eq!(source.text, "Title\tOrti\nResults\tone\n\ntwo\n");
        assert_eq!(source.seen(source.text.find("two").unwrap()), Some(&Place::Field { row: 2, column: 2 }));
    }
}
