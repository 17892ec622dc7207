//! An Excel file: the practices, their contacts, and what they lack. Text is always text: nothing becomes a formula or a link.

use std::borrow::Cow;
use std::io::{self, Write};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format as Style, FormatAlign, Workbook, Worksheet, XlsxError};

use super::{COLUMNS, Column, cell};
use crate::output::markdown::from_key;
use crate::practice::{BestPractice, Demand, Field};
use crate::schemas::Schemas;

/// Characters that Excel keeps of a cell.
const CELL: usize = 32_767;
/// What ends a cell that was longer.
const CUT: &str = " […]";
/// The height of a line, in points.
const LINE: f64 = 15.0;
/// Lines of a cell that are shown; the rest is there, and appears when the row is drawn higher.
const SHOWN: usize = 12;
/// Rows that Excel has, less the head.
const ROWS: usize = 1_048_575;

/// Records as an Excel file. It is held in memory until it is finished.
pub struct Xlsx<'a> {
    schemas: &'a Schemas,
    practices: Page,
    contacts: Page,
    missing: Page,
}

impl<'a> Xlsx<'a> {
    /// A file without a record yet; `schemas` has the words for its heads.
    pub fn new(schemas: &'a Schemas) -> Self {
        let heads: Vec<(String, f64)> = COLUMNS.iter().map(|column| (head(schemas, *column), width(*column))).collect();
        let numbers = (0..).zip(COLUMNS).filter(|(_, column)| column.is_number()).map(|(at, _)| at).collect();
        let person = ["name", "role", "organisation", "email", "phone", "note"].map(|key| (from_key(key), 28.0));
        let practice = [("Id".to_owned(), 28.0), ("Title".to_owned(), 48.0)];
        let lacks = [("Field".to_owned(), 28.0), ("Demand".to_owned(), 16.0), ("File".to_owned(), 32.0)];
        Self {
            schemas,
            practices: Page { numbers, ..Page::new("Practices", heads) },
            contacts: Page::new("Contacts", [&practice[..], &person[..]].concat()),
            missing: Page::new("Missing", [&practice[..], &lacks[..]].concat()),
        }
    }

    /// Adds a record.
    ///
    /// # Errors
    /// Where there are more records than Excel has rows.
    pub fn push(&mut self, record: &BestPractice) -> io::Result<()> {
        self.practices.row(COLUMNS.iter().map(|column| cell(record, *column)))?;
        for contact in &record.contacts {
            let parts =
                [&contact.name, &contact.role, &contact.organisation, &contact.email, &contact.phone, &contact.note];
            let parts = parts.into_iter().map(|part| part.clone().unwrap_or_default());
            self.contacts.row(practice(record).into_iter().chain(parts))?;
        }
        for (field, demand) in lacking(record, self.schemas) {
            let file = cell(record, Column::File);
            let lacks = [head(self.schemas, Column::Field(field)), demand.to_owned(), file];
            self.missing.row(practice(record).into_iter().chain(lacks))?;
        }
        Ok(())
    }

    /// Writes the file.
    ///
    /// # Errors
    /// Where the sink fails.
    pub fn finish(self, sink: &mut impl Write) -> io::Result<()> {
        let mut book = Workbook::new();
        // The same records give the same bytes, whatever the clock says.
        let epoch = ExcelDateTime::from_ymd(2000, 1, 1).map_err(failure)?;
        book.set_properties(&DocProperties::new().set_creation_datetime(&epoch));
        for page in [self.practices, self.contacts, self.missing] {
            book.push_worksheet(page.finish().map_err(failure)?);
        }
        sink.write_all(&book.save_to_buffer().map_err(failure)?)
    }
}

/// A page of the file with its rows so far.
struct Page {
    name: &'static str,
    heads: Vec<(String, f64)>,
    rows: Vec<Vec<String>>,
    /// The columns whose cells are numbers.
    numbers: Vec<usize>,
}

impl Page {
    const fn new(name: &'static str, heads: Vec<(String, f64)>) -> Self {
        Self { name, heads, rows: Vec::new(), numbers: Vec::new() }
    }

    fn row(&mut self, cells: impl Iterator<Item = String>) -> io::Result<()> {
        if self.rows.len() == ROWS {
            return Err(io::Error::other(format!("Excel has no more than {ROWS} rows; write csv or ndjson instead")));
        }
        self.rows.push(cells.collect());
        Ok(())
    }

    /// The page as Excel has it. A column in which no row says anything is left out.
    fn finish(self) -> Result<Worksheet, XlsxError> {
        let mut sheet = Worksheet::new();
        sheet.set_name(self.name)?.set_freeze_panes(1, 2)?;
        let text = Style::new().set_align(FormatAlign::Top).set_text_wrap();
        let bold = text.clone().set_bold();
        let number_style = text.clone().set_align(FormatAlign::Left);
        let says = |column: usize| self.rows.is_empty() || self.rows.iter().any(|row| !row[column].is_empty());
        let columns: Vec<usize> = (0..self.heads.len()).filter(|column| says(*column)).collect();
        for (at, &column) in (0..).zip(&columns) {
            let (head, width) = &self.heads[column];
            sheet.write_string_with_format(0, at, head, &bold)?.set_column_width(at, *width)?;
            for (row, cells) in (1..).zip(&self.rows).filter(|(_, cells)| !cells[column].is_empty()) {
                match cells[column].parse::<u32>() {
                    Ok(number) if self.numbers.contains(&column) => {
                        sheet.write_number_with_format(row, at, number, &number_style)?;
                    }
                    _ => _ = sheet.write_string_with_format(row, at, fitting(&cells[column]), &text)?,
                }
            }
        }
        for (row, cells) in (1..).zip(&self.rows) {
            sheet.set_row_height(row, LINE * self.lines(cells) as f64)?;
        }
        sheet.autofilter(0, 0, self.rows.len() as u32, columns.len().max(1) as u16 - 1)?;
        Ok(sheet)
    }

    /// The lines that the longest cell of a row takes, as far as they are shown: not every program finds out by itself.
    fn lines(&self, cells: &[String]) -> usize {
        let wrapped = |line: &str, width: f64| (line.chars().count() as f64 / width).ceil().max(1.0) as usize;
        let lines =
            |(text, (_, width)): (&String, &(String, f64))| text.lines().map(|line| wrapped(line, *width)).sum();
        cells.iter().zip(&self.heads).map(lines).max().unwrap_or(1).clamp(1, SHOWN)
    }
}

/// The id and the title by which a row of another page names its practice.
fn practice(record: &BestPractice) -> [String; 2] {
    [cell(record, Column::Field(Field::Id)), cell(record, Column::Field(Field::Title))]
}

/// What a record should have and has not.
fn lacking<'r>(record: &'r BestPractice, schemas: &Schemas) -> impl Iterator<Item = (Field, &'static str)> + 'r {
    let template = record.source.as_ref().and_then(|source| schemas.template(&source.template));
    let template = template.map(|(_, template)| template.clone());
    let demand = move |field: Field| template.as_ref().map_or(field.demand(), |template| template.demand(field));
    Field::ALL.iter().filter_map(move |&field| {
        let demand = match demand(field) {
            Demand::Optional => return None,
            Demand::AskedFor => "asked for",
            Demand::Expected => "expected",
            Demand::Required => "required",
        };
        (!record.has(field) && !record.is_covered(field)).then_some((field, demand))
    })
}

/// What heads a column: the word of a page, in the language that serves where none is told.
fn head(schemas: &Schemas, column: Column) -> String {
    let field = match column {
        Column::Field(field) => schemas.fallback().and_then(|language| language.heading(field)),
        _ => None,
    };
    field.map_or_else(|| from_key(column.key()), str::to_owned)
}

/// The width of a column, in characters.
fn width(column: Column) -> f64 {
    match column {
        Column::Field(Field::Title | Field::Contacts) => 48.0,
        column if column.is_wide() => 60.0,
        Column::Field(_) | Column::File => 24.0,
        _ => 12.0,
    }
}

/// The text, if Excel can hold it, else as much of it as a cell holds.
fn fitting(text: &str) -> Cow<'_, str> {
    if text.chars().map(char::len_utf16).sum::<usize>() <= CELL {
        return Cow::Borrowed(text);
    }
    let mut room = CELL - CUT.len();
    let kept = text.chars().take_while(|c| {
        room = room.saturating_sub(c.len_utf16());
        room > 0
    });
    Cow::Owned(kept.collect::<String>() + CUT)
}

fn failure(error: XlsxError) -> io::Error {
    match error {
        XlsxError::IoError(error) => error,
        error => io::Error::other(error.to_string()),
    }
}
