//! What a document of an office program looks like beside its words: what each stretch is, and where its user sees it.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use super::Span;

/// The layout of a text that was taken out of a container.
#[derive(Debug, Clone, Default)]
pub struct Layout {
    /// Paragraphs and rows in the order in which they are seen; between them there is only white space.
    pub units: Vec<Unit>,
    /// Where each place begins in the text, in order.
    pub places: Vec<(usize, Place)>,
    /// Whether words may be divided at line ends, where the container tells it better than the text that was taken out of it.
    pub divides: Option<bool>,
    /// What the user should know of the container.
    pub notes: Notes,
}

/// A stretch of the text with what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// Its bytes, without the line end behind it.
    pub span: Span,
    /// What it is.
    pub kind: UnitKind,
}

/// What a unit is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UnitKind {
    /// A heading of this level, from 1.
    Heading(u8),
    /// Lines that are read as those of a text are: a paragraph, a list item with its bullet.
    Lines,
    /// Cells side by side; each may have several lines.
    Row(Vec<Span>),
    /// A page header or footer.
    Furniture,
    /// What is no part of the text: a comment in the margin.
    Outside,
}

/// A place as the user of the document sees it; everything counts from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// A paragraph outside of tables; empty ones do not count.
    Paragraph(u32),
    /// A cell of a table.
    Cell {
        /// Which table, inner ones counted where they begin.
        table: u32,
        /// Row of the table.
        row: u32,
        /// Cell of the row.
        cell: u32,
    },
    /// A cell of a worksheet: `B7`.
    SheetCell {
        /// Name of the worksheet.
        sheet: Arc<str>,
        /// Column, from 1 for `A`.
        column: u32,
        /// Row.
        row: u32,
    },
    /// A cell of a table of text.
    Field {
        /// Line of the table, the one with the names of the columns included.
        row: u32,
        /// Column.
        column: u32,
    },
    /// A line of a page.
    Line {
        /// Page.
        page: u32,
        /// Line of the page, empty ones included.
        line: u32,
    },
    /// A page header.
    Header,
    /// A page footer.
    Footer,
    /// A comment in the margin.
    Comment(u32),
}

impl Place {
    /// The name of a cell of a worksheet: `B7`.
    pub fn cell(&self) -> Option<String> {
        match self {
            Place::SheetCell { column, row, .. } => Some(format!("{}{row}", letters(*column))),
            _ => None,
        }
    }
}

/// As records write it.
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Place::Paragraph(number) => write!(f, "paragraph {number}"),
            Place::Cell { table, row, cell } => write!(f, "table {table}, row {row}, cell {cell}"),
            Place::SheetCell { sheet, column, row } => write!(f, "sheet “{sheet}”, cell {}{row}", letters(*column)),
            Place::Field { row, column } => write!(f, "row {row}, column {column}"),
            Place::Line { page, line } => write!(f, "page {page}, line {line}"),
            Place::Header => f.write_str("page header"),
            Place::Footer => f.write_str("page footer"),
            Place::Comment(number) => write!(f, "comment {number}"),
        }
    }
}

/// The name of a column: `A` for 1, `AA` for 27.
fn letters(column: u32) -> String {
    let (mut left, mut name) = (column, Vec::new());
    while left > 0 {
        name.push(char::from(b'A' + ((left - 1) % 26) as u8));
        left = (left - 1) / 26;
    }
    name.iter().rev().collect()
}

/// What the user should know of a container.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Notes {
    /// Parts that hold no text to read, with how many there are.
    pub unread: BTreeMap<Unread, u32>,
    /// Hidden parts that were read all the same.
    pub hidden: Vec<Hidden>,
    /// Pages that have no text: pictures of paper.
    pub blank_pages: Vec<u32>,
}

/// A part of a container that holds no text to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unread {
    /// A picture.
    Picture,
    /// A chart.
    Chart,
    /// A document inside the document.
    Object,
    /// A stretch that its author has hidden.
    HiddenText,
    /// What a form shows where nothing is filled in.
    Placeholder,
}

/// A hidden part of a workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hidden {
    /// Name of the worksheet.
    pub sheet: Arc<str>,
    /// What of it is hidden.
    pub part: HiddenPart,
}

/// What of a worksheet is hidden.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HiddenPart {
    /// All of it.
    Sheet,
    /// So many of its rows.
    Rows(u32),
    /// So many of its columns.
    Columns(u32),
}

impl Layout {
    /// The place that holds `offset`.
    pub fn place(&self, offset: usize) -> Option<&Place> {
        let next = self.places.partition_point(|(start, _)| *start <= offset);
        self.places.get(next.checked_sub(1)?).map(|(_, place)| place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_the_names_that_people_see() {
        let cell = |column| Place::SheetCell { sheet: "Foglio1".into(), column, row: 7 }.to_string();
        assert_eq!(cell(2), "sheet “Foglio1”, cell B7");
        assert_eq!([26, 27, 703].map(letters), ["Z", "AA", "AAA"]);
    }
}
