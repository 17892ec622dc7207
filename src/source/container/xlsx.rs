//! Workbooks of Excel (`.xlsx`), cell by cell: never as a grid, which a small file can make huge.

mod formats;

use std::collections::HashMap;
use std::io::Cursor;
use std::sync::Arc;

use calamine::{DataRef, ExcelDateTime, Reader, SheetVisible, Xlsx, XlsxError};

use super::cells::{IsLabel, Merged};
use super::package::Package;
use super::refused::{BOOK_PART, CELLS, Refused};
use super::taken::{Cell, Kind, Paragraph, Taken};
use super::xml::{Element, Node};
use crate::source::Source;
use crate::source::layout::{Hidden, HiddenPart, Place, Unread};
use formats::{Formats, Shown};

/// Empty rows that part two tables of a worksheet.
const APART: u32 = 2;

type Book<'b> = Xlsx<Cursor<&'b [u8]>>;

/// Reads a workbook.
pub fn read(name: &str, bytes: &[u8], is_label: IsLabel<'_>) -> Result<Source, Refused> {
    let mut package = Package::open(bytes)?;
    package.weigh(BOOK_PART)?;
    let mut book: Book<'_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| refused(&error))?;
    let (parts, formats) = (parts(&mut package)?, Formats::read(&mut package)?);
    let mut out = Taken::default();
    let sheets: Vec<(String, SheetVisible)> =
        book.sheets_metadata().iter().map(|sheet| (sheet.name.clone(), sheet.visible)).collect();
    for (title, visible) in sheets {
        let mut sheet = Sheet {
            name: title.as_str().into(),
            links: links(&mut book, &title),
            below: below(&mut book, &title),
            merged: Merged::new(is_label),
            out,
            columns: 0,
        };
        if visible != SheetVisible::Visible {
            sheet.hidden(HiddenPart::Sheet);
        }
        sheet.read(&mut book, &title, &formats)?;
        if let Some(part) = parts.get(&title) {
            sheet.find_hidden(&mut package, part)?;
        }
        out = sheet.out;
        out.blank();
    }
    let pictures = package.names("xl/media/").len() as u32;
    let charts = package.names("xl/charts/chart").len() as u32;
    for (part, count) in [(Unread::Picture, pictures), (Unread::Chart, charts)] {
        if count > 0 {
            out.layout.notes.unread.insert(part, count);
        }
    }
    Ok(out.finish(name))
}

/// A worksheet while it is read.
struct Sheet<'l> {
    name: Arc<str>,
    /// The addresses of links, by row and column from 0.
    links: HashMap<(u32, u32), String>,
    /// By column from 0 the first row and the last of the cells that go on in the rows below.
    below: HashMap<u32, Vec<(u32, u32)>>,
    merged: Merged<'l>,
    out: Taken,
    /// How many columns have something in them.
    columns: u32,
}

impl Sheet<'_> {
    fn read(&mut self, book: &mut Book<'_>, title: &str, formats: &Formats) -> Result<(), Refused> {
        // A sheet that is a chart has no cells.
        let Ok(mut reader) = book.worksheet_cells_reader(title) else { return Ok(()) };
        let mut row: Vec<(u32, String)> = Vec::new();
        let (mut at, mut last) = (0, 0);
        while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(|error| refused(&error))? {
            let (line, column) = cell.get_position();
            let words = words(cell.get_value(), formats.of(style));
            if words.trim().is_empty() {
                continue;
            }
            if column >= CELLS {
                return Err(Refused::Limit("the number of columns", CELLS.to_string()));
            }
            if line != at && !row.is_empty() {
                self.row(at, &mut last, &mut row)?;
            }
            at = line;
            row.push((column, words));
        }
        self.row(at, &mut last, &mut row)
    }

    /// Writes a row of cells, the empty ones between them included. `last` is the number of the row before it.
    fn row(&mut self, row: u32, last: &mut u32, cells: &mut Vec<(u32, String)>) -> Result<(), Refused> {
        let Some(end) = cells.iter().map(|cell| cell.0).max() else { return Ok(()) };
        // A cell behind the last may go on with the one above it.
        let more = (end + 1..self.columns).rev().find(|column| self.goes_on(row, *column));
        let end = more.unwrap_or(end);
        if row.saturating_sub(*last) > APART {
            self.out.blank();
        }
        *last = row;
        self.columns = self.columns.max(end + 1);
        let place = |column| Place::SheetCell { sheet: Arc::clone(&self.name), column: column + 1, row: row + 1 };
        let empty = |column| Cell { place: place(column), paragraphs: Vec::new(), columns: 1, goes_on: false };
        let mut all: Vec<Cell> = (0..=end).map(empty).collect();
        for (column, words) in cells.drain(..) {
            let words = match self.links.get(&(row, column)) {
                Some(url) if !words.contains(['[', ']', '\n']) && !url.contains(words.trim()) => {
                    format!("[{words}]({url})")
                }
                _ => words,
            };
            let lines = words.lines().filter(|line| !line.trim().is_empty());
            let paragraphs = lines.map(|line| Paragraph { kind: Kind::Plain, words: line.trim().to_owned() });
            all[column as usize].paragraphs = paragraphs.collect();
        }
        for (cell, column) in all.iter_mut().zip(0..) {
            cell.goes_on = cell.paragraphs.is_empty() && self.goes_on(row, column);
        }
        self.merged.row(&mut all);
        self.out.row(&all)
    }

    /// Whether a cell goes on with the one above it.
    fn goes_on(&self, row: u32, column: u32) -> bool {
        let Some(merged) = self.below.get(&column) else { return false };
        let next = merged.partition_point(|(first, _)| *first < row);
        next.checked_sub(1).is_some_and(|at| merged[at].1 >= row)
    }

    fn hidden(&mut self, part: HiddenPart) {
        self.out.layout.notes.hidden.push(Hidden { sheet: Arc::clone(&self.name), part });
    }

    /// Counts the hidden rows that have something in them, and the hidden columns among those that have.
    fn find_hidden(&mut self, package: &mut Package<'_>, part: &str) -> Result<(), Refused> {
        let (mut rows, mut columns, mut is_hidden) = (0, 0, false);
        let Some(mut xml) = package.xml(part)? else { return Ok(()) };
        let on = |element: &Element| matches!(element.get("hidden"), Some("1" | "true"));
        while let Some(node) = xml.next()? {
            let Node::Open(element) = node else { continue };
            match element.name.as_str() {
                "row" => is_hidden = on(&element),
                "v" | "is" if is_hidden => {
                    rows += 1;
                    is_hidden = false;
                }
                "col" if on(&element) => {
                    let (first, last) = (element.number("min").unwrap_or(1), element.number("max").unwrap_or(1));
                    columns += (last.min(self.columns) + 1).saturating_sub(first);
                }
                _ => {}
            }
        }
        let found = [(rows, HiddenPart::Rows(rows)), (columns, HiddenPart::Columns(columns))];
        found.into_iter().filter(|found| found.0 > 0).for_each(|found| self.hidden(found.1));
        Ok(())
    }
}

/// What Excel shows in a cell, dates as ISO 8601 writes them, as precise as they are shown.
fn words(value: &DataRef<'_>, shown: Shown) -> String {
    match value {
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => match shown {
            Shown::Percent(decimals) => format!("{:.decimals$}%", number * 100.0),
            _ => number.to_string(),
        },
        DataRef::Bool(value) => value.to_string(),
        DataRef::DateTime(date) if date.is_datetime() => day(date, shown),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            text.strip_suffix("T00:00:00").unwrap_or(text).to_owned()
        }
        DataRef::DateTime(date) => date.as_f64().to_string(),
        _ => String::new(),
    }
}

/// A date, with its time where it has one.
fn day(date: &ExcelDateTime, shown: Shown) -> String {
    let (year, month, day, hour, minute, ..) = date.to_ymd_hms_milli();
    match shown {
        Shown::Year => format!("{year:04}"),
        Shown::Month => format!("{year:04}-{month:02}"),
        _ if (hour, minute) == (0, 0) => format!("{year:04}-{month:02}-{day:02}"),
        _ => format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}"),
    }
}

/// The addresses of the links of a worksheet.
fn links(book: &mut Book<'_>, title: &str) -> HashMap<(u32, u32), String> {
    let links = book.hyperlinks_by_sheet_name(title).unwrap_or_default();
    let web = |url: &String| url.contains("://") || url.starts_with("mailto:");
    links.into_iter().filter_map(|link| Some((link.range.start, link.target.filter(web)?))).collect()
}

/// The cells of a worksheet that go on in the rows below, by their column.
fn below(book: &mut Book<'_>, title: &str) -> HashMap<u32, Vec<(u32, u32)>> {
    let mut below: HashMap<u32, Vec<(u32, u32)>> = HashMap::new();
    for merged in book.merge_cells_by_sheet_name(title).unwrap_or_default() {
        if merged.end.0 > merged.start.0 {
            below.entry(merged.start.1).or_default().push((merged.start.0, merged.end.0));
        }
    }
    below.values_mut().for_each(|rows| rows.sort_unstable());
    below
}

/// The part of each worksheet, by the worksheet's name.
fn parts(package: &mut Package<'_>) -> Result<HashMap<String, String>, Refused> {
    let (mut targets, mut parts) = (HashMap::new(), HashMap::new());
    package.elements("xl/_rels/workbook.xml.rels", |element| {
        if let (Some(id), Some(target)) = (element.get("Id"), element.get("Target")) {
            let whole = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
            targets.insert(id.to_owned(), whole);
        }
    })?;
    package.elements("xl/workbook.xml", |element| {
        let part = element.get("id").and_then(|id| targets.get(id));
        if let (Some(name), Some(part), "sheet") = (element.get("name"), part, element.name.as_str()) {
            parts.insert(name.to_owned(), part.clone());
        }
    })?;
    Ok(parts)
}

fn refused(error: &XlsxError) -> Refused {
    match error {
        XlsxError::Password => Refused::Encrypted,
        error => Refused::Damaged(error.to_string()),
    }
}
