//! Worksheets of a spreadsheet, cell by cell: what is repeated a million times costs nothing where it is empty.

use std::io::Read;
use std::sync::Arc;

use super::text::Text;
use crate::source::container::cells::Merged;
use crate::source::container::refused::{CELLS, Refused};
use crate::source::container::taken::{Cell, Kind, Paragraph, Piece};
use crate::source::container::xml::{Element, Node, Xml};
use crate::source::layout::{Hidden, HiddenPart, Place};

/// A worksheet while it is read.
struct Sheet<'l> {
    name: Arc<str>,
    row: u32,
    /// The last column that a cell of the row takes, those that it covers included.
    covered: u32,
    hidden_rows: u32,
    hidden_columns: u32,
    merged: Merged<'l>,
}

impl<'s> Text<'s> {
    /// Reads the worksheets, with an empty line between two.
    pub(super) fn spreadsheet(&mut self, xml: &mut Xml<impl Read>) -> Result<(), Refused> {
        while let Some(node) = xml.next()? {
            match node {
                Node::Close(name) if name == "spreadsheet" => break,
                Node::Open(element) if element.name == "table" => self.sheet(&element, xml)?,
                Node::Open(element) if matches!(element.name.as_str(), "tracked-changes" | "forms" | "shapes") => {
                    xml.skip()?;
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn sheet(&mut self, element: &Element, xml: &mut Xml<impl Read>) -> Result<(), Refused> {
        let name: Arc<str> = element.get("name").unwrap_or_default().into();
        let style = element.get("style-name").unwrap_or_default();
        if self.styles.is_hidden("table", style) {
            self.hidden(&name, HiddenPart::Sheet);
        }
        let mut sheet =
            Sheet { name, row: 1, covered: 0, hidden_rows: 0, hidden_columns: 0, merged: Merged::new(self.is_label) };
        while let Some(node) = xml.next()? {
            match node {
                Node::Close(name) if name == "table" => break,
                Node::Open(element) => match element.name.as_str() {
                    "table-row" => self.sheet_row(&element, xml, &mut sheet)?,
                    "table-column" if element.get("visibility").is_some_and(|it| it != "visible") => {
                        sheet.hidden_columns += element.number("number-columns-repeated").unwrap_or(1).min(CELLS);
                    }
                    "forms" | "shapes" | "table-source" | "named-expressions" => xml.skip()?,
                    _ => {}
                },
                _ => {}
            }
        }
        if sheet.hidden_rows > 0 {
            self.hidden(&sheet.name, HiddenPart::Rows(sheet.hidden_rows));
        }
        if sheet.hidden_columns > 0 {
            self.hidden(&sheet.name, HiddenPart::Columns(sheet.hidden_columns));
        }
        self.out.blank();
        Ok(())
    }

    fn hidden(&mut self, sheet: &Arc<str>, part: HiddenPart) {
        self.out.layout.notes.hidden.push(Hidden { sheet: Arc::clone(sheet), part });
    }

    fn sheet_row(&mut self, element: &Element, xml: &mut Xml<impl Read>, sheet: &mut Sheet<'s>) -> Result<(), Refused> {
        let repeated = element.number("number-rows-repeated").unwrap_or(1);
        let mut cells: Vec<Cell> = Vec::new();
        sheet.covered = 0;
        while let Some(node) = xml.next()? {
            match node {
                Node::Close(name) if name == "table-row" => break,
                Node::Open(element) if matches!(element.name.as_str(), "table-cell" | "covered-table-cell") => {
                    self.sheet_cell(&element, xml, sheet, &mut cells)?;
                }
                _ => {}
            }
        }
        sheet.merged.row(&mut cells);
        let length = cells.iter().rposition(|cell| !cell.paragraphs.is_empty()).map_or(0, |last| last + 1);
        cells.truncate(length);
        if !cells.is_empty() {
            if element.get("visibility").is_some_and(|it| it != "visible") {
                sheet.hidden_rows += repeated;
            }
            for nth in 0..repeated {
                cells.iter_mut().for_each(|cell| down(&mut cell.place, u32::from(nth > 0)));
                self.out.row(&cells)?;
            }
        }
        sheet.row = sheet.row.saturating_add(repeated);
        Ok(())
    }

    fn sheet_cell(
        &mut self,
        element: &Element,
        xml: &mut Xml<impl Read>,
        sheet: &mut Sheet<'s>,
        cells: &mut Vec<Cell>,
    ) -> Result<(), Refused> {
        let is_covered = element.name == "covered-table-cell";
        let mut pieces = Vec::new();
        self.flow(xml, &element.name, &mut pieces, false)?;
        let paragraphs = match element.get("value-type") {
            Some("date") => element.get("date-value").map(day).into_iter().collect(),
            _ if is_covered => Vec::new(),
            _ => pieces.into_iter().filter_map(paragraph).collect::<Vec<_>>(),
        };
        if !is_covered {
            sheet.covered = (cells.len() as u32).saturating_add(element.number("number-columns-spanned").unwrap_or(1));
        }
        for _ in 0..element.number("number-columns-repeated").unwrap_or(1).min(CELLS) {
            let column = cells.len() as u32 + 1;
            if column > CELLS {
                break;
            }
            let place = Place::SheetCell { sheet: Arc::clone(&sheet.name), column, row: sheet.row };
            let goes_on = is_covered && column > sheet.covered;
            cells.push(Cell { place, paragraphs: paragraphs.clone(), columns: 1, goes_on });
        }
        Ok(())
    }
}

/// A cell's place so many rows further down.
const fn down(place: &mut Place, rows: u32) {
    if let Place::SheetCell { row, .. } = place {
        *row = row.saturating_add(rows);
    }
}

/// A date as ISO 8601 writes it, without a time that nobody gave.
fn day(value: &str) -> Paragraph {
    let words = value.strip_suffix("T00:00:00").unwrap_or(value).to_owned();
    Paragraph { kind: Kind::Plain, words }
}

fn paragraph(piece: Piece) -> Option<Paragraph> {
    match piece {
        Piece::Paragraph(paragraph) if !paragraph.words.trim().is_empty() => Some(paragraph),
        _ => None,
    }
}
