//! Paragraphs and tables, one in the other.

use std::collections::HashMap;
use std::io::Read;

use super::paragraph::Words;
use super::parts::Parts;
use crate::source::container::cells::{Filled, IsLabel, Merged, row};
use crate::source::container::numbering::{Depths, Numbering};
use crate::source::container::package::Package;
use crate::source::container::refused::{CELLS, Refused};
use crate::source::container::taken::{Kind, Paragraph, Piece, Taken};
use crate::source::container::xml::{Element, Node, Xml};
use crate::source::layout::{Place, Unread};

/// Reads text.
pub struct Body<'p> {
    /// What stands beside the text.
    pub parts: &'p Parts,
    /// What was read of it.
    pub out: Taken,
    /// The lists, counting.
    pub numbering: Numbering,
    /// Footnotes and endnotes: kind and number to paragraphs.
    notes: HashMap<(String, String), Vec<Piece>>,
    depths: Depths,
    tables: u32,
    is_label: IsLabel<'p>,
    /// Whether the content control that is open shows what to fill in, and nothing else.
    pub placeholder: bool,
}

impl<'p> Body<'p> {
    /// A reader that has read nothing yet.
    pub fn new(parts: &'p Parts, out: Taken, is_label: IsLabel<'p>) -> Self {
        let numbering = parts.lists();
        let (notes, depths) = (HashMap::new(), Depths::default());
        Self { parts, out, numbering, notes, depths, tables: 0, is_label, placeholder: false }
    }

    /// Notes a part that holds no text to read.
    pub fn unread(&mut self, part: Unread) {
        *self.out.layout.notes.unread.entry(part).or_default() += 1;
    }

    /// Reads the footnotes and endnotes, which the text cites.
    pub fn notes(&mut self, package: &mut Package<'_>) -> Result<(), Refused> {
        for (part, note) in [("footnotes", "footnote"), ("endnotes", "endnote")] {
            for name in self.parts.of(part) {
                let Some(mut xml) = package.xml(&name)? else { continue };
                for (element, pieces) in self.each(&mut xml, note)? {
                    // Those with a type are the lines that part notes from text.
                    if let Some(id) = element.get("id").filter(|_| element.get("type").is_none()) {
                        self.notes.insert((note.to_owned(), id.to_owned()), pieces);
                    }
                }
            }
        }
        Ok(())
    }

    /// What a note says, for the paragraph that cites it.
    pub fn note(&self, kind: &str, id: &str) -> Vec<Piece> {
        self.notes.get(&(kind.to_owned(), id.to_owned())).cloned().unwrap_or_default()
    }

    /// Reads the whole text.
    pub fn document(&mut self, xml: &mut Xml<impl Read>) -> Result<(), Refused> {
        self.flow(xml, None, &mut Vec::new(), true)
    }

    /// The pieces of a part.
    pub fn pieces(&mut self, xml: &mut Xml<impl Read>) -> Result<Vec<Piece>, Refused> {
        let mut pieces = Vec::new();
        self.flow(xml, None, &mut pieces, false)?;
        Ok(pieces)
    }

    /// The pieces of each element of a name.
    pub fn each(&mut self, xml: &mut Xml<impl Read>, name: &str) -> Result<Vec<(Element, Vec<Piece>)>, Refused> {
        let mut all = Vec::new();
        while let Some(node) = xml.next()? {
            if let Node::Open(element) = node
                && element.name == name
            {
                let mut pieces = Vec::new();
                self.flow(xml, Some(name), &mut pieces, false)?;
                all.push((element, pieces));
            }
        }
        Ok(all)
    }

    /// Reads paragraphs and tables up to the end of the element `of`; at the `top` they are written as they come.
    pub fn flow(
        &mut self,
        xml: &mut Xml<impl Read>,
        of: Option<&str>,
        pieces: &mut Vec<Piece>,
        top: bool,
    ) -> Result<(), Refused> {
        while let Some(node) = xml.next()? {
            match node {
                Node::Close(name) if Some(name.as_str()) == of => return Ok(()),
                Node::Open(element) => match element.name.as_str() {
                    "p" => self.paragraph(xml, pieces)?,
                    "tbl" => self.table(xml, pieces, top)?,
                    "sdtPr" => self.control(xml)?,
                    "sdtContent" if std::mem::take(&mut self.placeholder) => xml.skip()?,
                    "del" | "moveFrom" | "Fallback" | "sectPr" | "tcPr" => xml.skip()?,
                    _ => {}
                },
                _ => {}
            }
            if top {
                self.out.flow(pieces)?;
            }
        }
        Ok(())
    }

    /// Whether a content control shows what to fill in.
    pub fn control(&mut self, xml: &mut Xml<impl Read>) -> Result<(), Refused> {
        self.placeholder = false;
        while let Some(node) = xml.next()? {
            match node {
                Node::Open(element) if element.name == "showingPlcHdr" => self.placeholder = element.is_on(),
                Node::Close(name) if name == "sdtPr" => break,
                _ => {}
            }
        }
        if self.placeholder {
            self.unread(Unread::Placeholder);
        }
        Ok(())
    }

    /// A paragraph; what stands in its text boxes and footnotes follows it.
    fn paragraph(&mut self, xml: &mut Xml<impl Read>, pieces: &mut Vec<Piece>) -> Result<(), Refused> {
        self.out.meet()?;
        let Words { style, list, outline, inline, behind } = Words::read(self, xml)?;
        if inline.is_blank() {
            if behind.is_empty() {
                pieces.push(Piece::Paragraph(Paragraph { kind: Kind::Plain, words: String::new() }));
            }
            pieces.extend(behind);
            return Ok(());
        }
        let style = style.as_deref().unwrap_or_default();
        let heading = match outline {
            Some(level) => Some(level + 1).filter(|level| *level < 10),
            None => self.parts.heading(style),
        };
        let (list, level) = list.or_else(|| self.parts.list(style)).unwrap_or_default();
        let marker = self.numbering.next(&list, level as usize);
        let paragraph = match (heading, marker) {
            _ if self.parts.is_contents(style) => Paragraph { kind: Kind::Contents, words: inline.plain() },
            (Some(level), marker) => Paragraph::heading(level.min(6), marker, &inline.plain()),
            (None, Some(marker)) => {
                let depth = self.depths.next(self.parts.inset(&list, level));
                Paragraph { kind: Kind::Item(depth, marker), words: inline.marked() }
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
                Node::Close(name) if name == "tbl" => break,
                Node::Open(element) => match element.name.as_str() {
                    "tr" => {
                        row += 1;
                        pieces.extend(self.row(xml, table, row, &mut merged)?);
                    }
                    "tblPr" | "tblGrid" | "del" | "moveFrom" | "Fallback" => xml.skip()?,
                    _ => {}
                },
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
        merged: &mut Merged<'p>,
    ) -> Result<Vec<Piece>, Refused> {
        let (mut cells, mut deleted) = (Vec::new(), false);
        while let Some(node) = xml.next()? {
            match node {
                Node::Close(name) if name == "tr" => break,
                Node::Open(element) => match element.name.as_str() {
                    "tc" => {
                        let place = Place::Cell { table, row: number, cell: cells.len() as u32 + 1 };
                        cells.push(self.cell(xml, place)?);
                    }
                    "trPr" => deleted = self.is_deleted_row(xml)?,
                    "sdtPr" => self.control(xml)?,
                    "sdtContent" if std::mem::take(&mut self.placeholder) => self.empty_cells(xml, &mut cells)?,
                    "tblPrEx" | "Fallback" => xml.skip()?,
                    _ => {}
                },
                _ => {}
            }
        }
        Ok(if deleted { Vec::new() } else { row(cells, merged) })
    }

    /// A cell around which a control stands that shows what to fill in is there, and empty.
    fn empty_cells(&mut self, xml: &mut Xml<impl Read>, cells: &mut Vec<Filled>) -> Result<(), Refused> {
        xml.skip()?;
        let place = cells.last().map_or(Place::Paragraph(1), |cell: &Filled| cell.place.clone());
        cells.push(Filled { place, pieces: Vec::new(), columns: 1, goes_on: false });
        Ok(())
    }

    fn is_deleted_row(&mut self, xml: &mut Xml<impl Read>) -> Result<bool, Refused> {
        let mut deleted = false;
        while let Some(node) = xml.next()? {
            match node {
                Node::Open(element) => deleted |= element.name == "del",
                Node::Close(name) if name == "trPr" => break,
                _ => {}
            }
        }
        Ok(deleted)
    }

    /// A cell.
    fn cell(&mut self, xml: &mut Xml<impl Read>, place: Place) -> Result<Filled, Refused> {
        let (mut columns, mut goes_on, mut pieces) = (1, false, Vec::new());
        self.depths.end();
        while let Some(node) = xml.next()? {
            match node {
                Node::Close(name) if name == "tc" => break,
                Node::Open(element) => match element.name.as_str() {
                    "gridSpan" => columns = element.number("val").unwrap_or(1).clamp(1, CELLS),
                    "vMerge" => goes_on = element.get("val") != Some("restart"),
                    "tcBorders" | "tcPrChange" => xml.skip()?,
                    "p" => self.paragraph(xml, &mut pieces)?,
                    "tbl" => self.table(xml, &mut pieces, false)?,
                    "sdtPr" => self.control(xml)?,
                    "sdtContent" if std::mem::take(&mut self.placeholder) => xml.skip()?,
                    "del" | "moveFrom" | "Fallback" => xml.skip()?,
                    _ => {}
                },
                _ => {}
            }
        }
        Ok(Filled { place, pieces, columns, goes_on })
    }
}
