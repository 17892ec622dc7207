//! Paragraphs, lists and tables, one in the other.

use std::io::Read;

use super::paragraph::Words;
use super::styles::Styles;
use crate::source::container::cells::{Filled, IsLabel, Merged, row};
use crate::source::container::numbering::{Depths, Numbering};
use crate::source::container::refused::{CELLS, Refused};
use crate::source::container::taken::{Kind, Paragraph, Piece, Taken};
use crate::source::container::xml::{Element, Node, Xml};
use crate::source::layout::{Place, Unread};

/// Reads text.
pub struct Text<'s> {
    /// The styles.
    pub styles: &'s Styles,
    /// What was read of it.
    pub out: Taken,
    /// The words of comments.
    pub comments: Vec<String>,
    numbering: Numbering,
    depths: Depths,
    /// The lists that are open.
    lists: Vec<String>,
    /// Whether the next paragraph is the first of its list item.
    fresh: bool,
    /// Whether a table of contents is open.
    contents: bool,
    tables: u32,
    /// Whether words are a label that is known.
    pub is_label: IsLabel<'s>,
}

impl<'s> Text<'s> {
    /// A reader that has read nothing yet.
    pub fn new(styles: &'s Styles, out: Taken, is_label: IsLabel<'s>) -> Self {
        Self {
            styles,
            out,
            comments: Vec::new(),
            numbering: styles.numbering(),
            depths: Depths::default(),
            lists: Vec::new(),
            fresh: false,
            contents: false,
            tables: 0,
            is_label,
        }
    }

    /// Notes a part that holds no text to read.
    pub fn unread(&mut self, part: Unread) {
        *self.out.layout.notes.unread.entry(part).or_default() += 1;
    }

    /// Reads the part with the text or the worksheets.
    pub fn document(&mut self, xml: &mut Xml<impl Read>) -> Result<(), Refused> {
        while let Some(node) = xml.next()? {
            match node {
                Node::Open(element) if element.name == "text" => self.flow(xml, "text", &mut Vec::new(), true)?,
                Node::Open(element) if element.name == "spreadsheet" => self.spreadsheet(xml)?,
                Node::Open(element) if element.name == "automatic-styles" => xml.skip()?,
                _ => {}
            }
        }
        Ok(())
    }

    /// Reads up to the end of the element `of`; at the `top` pieces are written as they come.
    pub fn flow(
        &mut self,
        xml: &mut Xml<impl Read>,
        of: &str,
        pieces: &mut Vec<Piece>,
        top: bool,
    ) -> Result<(), Refused> {
        while let Some(node) = xml.next()? {
            match node {
                Node::Close(name) if name == of => break,
                Node::Close(name) => self.close(&name),
                Node::Open(element) => self.open(&element, xml, pieces, top)?,
                Node::Text(_) => {}
            }
            if top {
                self.out.flow(pieces)?;
            }
        }
        Ok(())
    }

    fn open(
        &mut self,
        element: &Element,
        xml: &mut Xml<impl Read>,
        pieces: &mut Vec<Piece>,
        top: bool,
    ) -> Result<(), Refused> {
        match element.name.as_str() {
            "p" | "h" => self.paragraph(element, xml, pieces)?,
            "table" => self.table(xml, pieces, top)?,
            "list" => self.open_list(element),
            "list-item" => self.fresh = true,
            "table-of-content" | "illustration-index" | "table-index" | "alphabetical-index" => self.contents = true,
            "tracked-changes" | "forms" | "variable-decls" | "sequence-decls" | "title" | "desc" => xml.skip()?,
            "annotation" => self.comment(xml)?,
            "image" => self.unread(Unread::Picture),
            "object" | "object-ole" => {
                self.unread(Unread::Object);
                xml.skip()?;
            }
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, name: &str) {
        match name {
            "list" => drop(self.lists.pop()),
            "table-of-content" | "illustration-index" | "table-index" | "alphabetical-index" => self.contents = false,
            _ => {}
        }
    }

    /// A list in a list goes on with its style; one that does not say that it goes on begins anew.
    fn open_list(&mut self, element: &Element) {
        let own = element.get("style-name").map(str::to_owned);
        let list = own.or_else(|| self.lists.last().cloned()).unwrap_or_default();
        let goes_on = element.get("continue-numbering") == Some("true") || element.get("continue-list").is_some();
        if self.lists.is_empty() && !goes_on {
            self.numbering.restart(&list);
        }
        self.lists.push(list);
        self.fresh = false;
    }

    /// Keeps the words of a comment for the end.
    pub fn comment(&mut self, xml: &mut Xml<impl Read>) -> Result<(), Refused> {
        let mut pieces = Vec::new();
        self.flow(xml, "annotation", &mut pieces, false)?;
        self.comments.push(pieces.iter().map(Piece::shown).collect::<Vec<_>>().join("\n"));
        Ok(())
    }

    /// A paragraph; what stands in its text boxes and footnotes follows it.
    fn paragraph(
        &mut self,
        element: &Element,
        xml: &mut Xml<impl Read>,
        pieces: &mut Vec<Piece>,
    ) -> Result<(), Refused> {
        self.out.meet()?;
        let (fresh, depth) = (std::mem::take(&mut self.fresh), self.lists.len());
        let lists = std::mem::take(&mut self.lists);
        let Words { inline, behind } = Words::read(self, element, xml)?;
        self.lists = lists;
        if inline.is_blank() {
            self.fresh = fresh;
            if behind.is_empty() {
                pieces.push(Piece::Paragraph(Paragraph { kind: Kind::Plain, words: String::new() }));
            }
            pieces.extend(behind);
            return Ok(());
        }
        let style = element.get("style-name").unwrap_or_default();
        let marker = match self.lists.last() {
            Some(list) if fresh => self.numbering.next(&list.clone(), depth - 1),
            Some(_) => None,
            None => self.styles.list(style).and_then(|list| self.numbering.next(list, 0)),
        };
        let heading = (element.name == "h").then(|| element.number("outline-level").unwrap_or(1).clamp(1, 6) as u8);
        let heading = heading.or_else(|| self.styles.is_title(style).then_some(1));
        let paragraph = match (heading, marker) {
            _ if self.contents => Paragraph { kind: Kind::Contents, words: inline.plain() },
            (Some(level), marker) => Paragraph::heading(level, marker, &inline.plain()),
            (None, Some(marker)) => {
                let list = self.lists.last().map_or(style, |list| list);
                let inset = self.styles.inset(list, depth.saturating_sub(1));
                Paragraph { kind: Kind::Item(self.depths.next(inset), marker), words: inline.marked() }
            }
            (None, None) => Paragraph { kind: Kind::Plain, words: inline.marked() },
        };
        if !matches!(paragraph.kind, Kind::Item(..)) {
            self.depths.end();
        }
        pieces.push(Piece::Paragraph(paragraph));
        pieces.extend(behind);
        Ok(())
    }

    /// The rows of a table.
    fn table(&mut self, xml: &mut Xml<impl Read>, pieces: &mut Vec<Piece>, top: bool) -> Result<(), Refused> {
        self.tables += 1;
        let (table, mut row, mut merged) = (self.tables, 0, Merged::new(self.is_label));
        while let Some(node) = xml.next()? {
            match node {
                Node::Close(name) if name == "table" => break,
                Node::Open(element) if element.name == "table-row" => {
                    row += 1;
                    pieces.extend(self.row(xml, table, row, &mut merged)?);
                }
                Node::Open(element) if matches!(element.name.as_str(), "title" | "desc") => xml.skip()?,
                _ => {}
            }
            if top {
                self.out.flow(pieces)?;
            }
        }
        Ok(())
    }

    fn row(
        &mut self,
        xml: &mut Xml<impl Read>,
        table: u32,
        number: u32,
        merged: &mut Merged<'s>,
    ) -> Result<Vec<Piece>, Refused> {
        let mut cells: Vec<Filled> = Vec::new();
        // How many covered cells belong to the cell before them.
        let mut covered = 0;
        while let Some(node) = xml.next()? {
            match node {
                Node::Close(name) if name == "table-row" => break,
                Node::Open(element) if element.name == "table-cell" => {
                    let place = Place::Cell { table, row: number, cell: cells.len() as u32 + 1 };
                    let columns = element.number("number-columns-spanned").unwrap_or(1).clamp(1, CELLS);
                    covered = columns - 1;
                    let pieces = self.cell(xml)?;
                    cells.push(Filled { place, pieces, columns, goes_on: false });
                }
                // Covered by the cell above: there, and empty.
                Node::Open(element) if element.name == "covered-table-cell" => {
                    xml.skip()?;
                    if covered > 0 {
                        covered -= 1;
                    } else {
                        let place = Place::Cell { table, row: number, cell: cells.len() as u32 + 1 };
                        cells.push(Filled { place, pieces: Vec::new(), columns: 1, goes_on: true });
                    }
                }
                _ => {}
            }
        }
        Ok(row(cells, merged))
    }

    fn cell(&mut self, xml: &mut Xml<impl Read>) -> Result<Vec<Piece>, Refused> {
        let lists = std::mem::take(&mut self.lists);
        self.depths.end();
        let mut pieces = Vec::new();
        self.flow(xml, "table-cell", &mut pieces, false)?;
        self.lists = lists;
        Ok(pieces)
    }
}
