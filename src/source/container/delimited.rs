//! Tables of text: `.csv` and `.tsv`, whatever parts their cells.

use std::collections::HashMap;

use super::Refused;
use super::refused::{CELLS, TEXT, mebibytes};
use super::taken::{Cell, Kind, Paragraph, Taken};
use crate::source::layout::Place;
use crate::source::{Source, decode};

/// What may part the cells of a line, the surest first.
const SEPARATORS: [u8; 4] = [b'\t', b';', b',', b'|'];
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
    fn a_cell_may_have_several_lines() {
        let source = read("table.csv", "Title;Orti\nResults;\"one\ntwo\"\n".into()).unwrap();
        assert_eq!(source.text, "Title\tOrti\nResults\tone\n\ntwo\n");
        assert_eq!(source.seen(source.text.find("two").unwrap()), Some(&Place::Field { row: 2, column: 2 }));
    }
}
