//! The words that are taken out of a container, with their layout.

use super::refused::{CELLS, LINES, PLACES, Refused, TEXT, mebibytes};
use crate::source::layout::{Layout, Place, Unit, UnitKind};
use crate::source::{Source, Span};

/// A paragraph as its user sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// What it is.
    pub kind: Kind,
    /// Its words; a line end stands where it is broken, a tab where its author jumped.
    pub words: String,
}

impl Paragraph {
    /// Its words, with its bullet.
    fn shown(&self) -> String {
        match &self.kind {
            Kind::Item(_, marker) => format!("{marker} {}", self.words),
            _ => self.words.clone(),
        }
    }

    /// Whether it has no words.
    pub fn is_blank(&self) -> bool {
        self.words.trim().is_empty()
    }

    /// A heading on one line, with the number before it; a bullet is none.
    pub fn heading(level: u8, marker: Option<String>, words: &str) -> Self {
        let number = marker.filter(|marker| marker != "•").map_or_else(String::new, |marker| marker + " ");
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        Self { kind: Kind::Heading(level), words: number + &words }
    }
}

/// What a paragraph is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// Running text.
    Plain,
    /// A heading of this level, from 1.
    Heading(u8),
    /// A list item: how deep it stands, and its bullet or number.
    Item(usize, String),
    /// An entry of a table of contents.
    Contents,
    /// A row of a table inside a cell, on a line of its own.
    Inner,
}

/// What a text is made of.
#[derive(Debug, Clone)]
pub enum Piece {
    /// A paragraph.
    Paragraph(Paragraph),
    /// A row of a table.
    Row(Vec<Cell>),
}

impl Piece {
    /// Its words in one line, or in as many as it has.
    pub fn shown(&self) -> String {
        match self {
            Piece::Paragraph(paragraph) => paragraph.shown(),
            Piece::Row(cells) => {
                let cells = cells.iter().map(Cell::shown);
                cells.filter(|cell| !cell.trim().is_empty()).collect::<Vec<_>>().join("\t")
            }
        }
    }
}

/// A cell of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// Where it is.
    pub place: Place,
    /// What stands in it.
    pub paragraphs: Vec<Paragraph>,
    /// How many columns it takes, from 1.
    pub columns: u32,
    /// Whether it goes on with the cell above it, and so is empty.
    pub goes_on: bool,
}

impl Cell {
    /// Its words in one line.
    pub fn shown(&self) -> String {
        self.paragraphs.iter().map(Paragraph::shown).collect::<Vec<_>>().join(" ")
    }
}

/// Gathers the words of a container.
#[derive(Debug, Default)]
pub struct Taken {
    text: String,
    /// Their layout.
    pub layout: Layout,
    last: Last,
    /// How many lines have words.
    lines: usize,
    /// How many columns cells take beside their first.
    spanned: usize,
    /// How many paragraphs of the flow have words.
    paragraphs: u32,
    /// How many paragraphs were met, those among them that are not written yet.
    met: usize,
}

/// What was written last.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Last {
    #[default]
    Nothing,
    Blank,
    Item,
    Row,
    Other,
}

impl Taken {
    /// The source of this name that the words make.
    pub fn finish(self, name: &str) -> Source {
        Source::laid_out(name, self.text, self.layout)
    }

    /// Notes a paragraph that is kept until its cell, note or text box is written.
    pub fn meet(&mut self) -> Result<(), Refused> {
        self.met += 1;
        if self.met > PLACES { Err(too_many_places()) } else { Ok(()) }
    }

    /// Adds pieces of the flow, and counts its paragraphs.
    pub fn flow(&mut self, pieces: &mut Vec<Piece>) -> Result<(), Refused> {
        for piece in pieces.drain(..) {
            match piece {
                Piece::Row(cells) => self.row(&cells)?,
                Piece::Paragraph(paragraph) => {
                    self.paragraphs += u32::from(!paragraph.words.trim().is_empty());
                    self.paragraph(Place::Paragraph(self.paragraphs.max(1)), &paragraph)?;
                }
            }
        }
        Ok(())
    }

    /// Adds a paragraph, or an empty line.
    pub fn paragraph(&mut self, place: Place, paragraph: &Paragraph) -> Result<(), Refused> {
        if paragraph.words.trim().is_empty() {
            self.text.push('\n');
            self.last = Last::Blank;
            return self.weigh();
        }
        let last = if matches!(paragraph.kind, Kind::Item(..)) { Last::Item } else { Last::Other };
        let kind = match paragraph.kind {
            Kind::Heading(level) => UnitKind::Heading(level),
            Kind::Contents => UnitKind::Outside,
            Kind::Plain | Kind::Inner | Kind::Item(..) => UnitKind::Lines,
        };
        self.unit(kind, last, place, |text| line(paragraph, text))
    }

    /// Adds text that belongs to the page or to nobody.
    pub fn aside(&mut self, kind: UnitKind, place: Place, words: &str) -> Result<(), Refused> {
        if words.trim().is_empty() {
            return Ok(());
        }
        self.unit(kind, Last::Other, place, |text| text.push_str(words.trim()))
    }

    /// Adds an empty line, if something stands before it.
    pub fn blank(&mut self) {
        if !matches!(self.last, Last::Nothing | Last::Blank) {
            self.text.push('\n');
            self.last = Last::Blank;
        }
    }

    /// Adds lines just as they are, empty ones too.
    #[cfg(feature = "pdf")]
    pub fn raw(&mut self, place: Place, lines: &str) -> Result<(), Refused> {
        if !lines.trim().is_empty() {
            self.place(place);
        }
        let start = self.text.len();
        self.text.push_str(lines);
        self.lines += usize::from(!lines.trim().is_empty());
        self.last = Last::Blank;
        match self.layout.units.last_mut() {
            Some(Unit { span, kind: UnitKind::Lines }) if span.end == start => span.end = self.text.len(),
            _ => self.layout.units.push(Unit { span: Span::new(start, self.text.len()), kind: UnitKind::Lines }),
        }
        self.weigh()
    }

    /// Adds a row of a table; a row that is one cell is its paragraphs.
    pub fn row(&mut self, cells: &[Cell]) -> Result<(), Refused> {
        if cells.iter().map(|cell| u64::from(cell.columns)).sum::<u64>() > u64::from(CELLS) {
            return Err(Refused::Limit("the number of cells in a row", CELLS.to_string()));
        }
        if let [only] = cells {
            let mut words = only.paragraphs.iter().filter(|paragraph| !paragraph.words.trim().is_empty());
            return words.try_for_each(|paragraph| self.paragraph(only.place.clone(), paragraph));
        }
        if cells.iter().all(|cell| cell.paragraphs.iter().all(|paragraph| paragraph.words.trim().is_empty())) {
            return Ok(());
        }
        self.separate(Last::Row);
        let start = self.text.len();
        let mut spans = Vec::new();
        for (at, cell) in cells.iter().enumerate() {
            if at > 0 {
                self.text.push('\t');
            }
            self.place(cell.place.clone());
            let from = self.text.len();
            self.cell(&cell.paragraphs);
            spans.push(Span::new(from, self.text.len()));
            self.spanned += cell.columns.saturating_sub(1) as usize;
            for _ in 1..cell.columns {
                self.text.push('\t');
                spans.push(Span::new(self.text.len(), self.text.len()));
            }
        }
        self.end(start, UnitKind::Row(spans))
    }

    /// The paragraphs of a cell, one below the other; between two that are no items an empty line.
    fn cell(&mut self, paragraphs: &[Paragraph]) {
        let mut last: Option<&Kind> = None;
        for paragraph in paragraphs.iter().filter(|paragraph| !paragraph.words.trim().is_empty()) {
            let item = |kind: &Kind| matches!(kind, Kind::Item(..));
            match last {
                None => {}
                Some(kind) if item(kind) || item(&paragraph.kind) => self.text.push('\n'),
                Some(Kind::Inner) if paragraph.kind == Kind::Inner => self.text.push('\n'),
                Some(_) => self.text.push_str("\n\n"),
            }
            let words = paragraph.words.replace('\t', " ");
            line(&Paragraph { kind: paragraph.kind.clone(), words }, &mut self.text);
            last = Some(&paragraph.kind);
        }
    }

    fn unit(
        &mut self,
        kind: UnitKind,
        last: Last,
        place: Place,
        write: impl FnOnce(&mut String),
    ) -> Result<(), Refused> {
        self.separate(last);
        let start = self.text.len();
        self.place(place);
        write(&mut self.text);
        self.end(start, kind)
    }

    /// An empty line between what belongs not to one list or table.
    fn separate(&mut self, next: Last) {
        let close = matches!(self.last, Last::Nothing | Last::Blank)
            || (self.last == next && matches!(next, Last::Item | Last::Row));
        if !close {
            self.text.push('\n');
        }
        self.last = next;
    }

    fn place(&mut self, place: Place) {
        if self.layout.places.last().is_none_or(|(_, last)| *last != place) {
            self.layout.places.push((self.text.len(), place));
        }
    }

    fn end(&mut self, start: usize, kind: UnitKind) -> Result<(), Refused> {
        self.layout.units.push(Unit { span: Span::new(start, self.text.len()), kind });
        self.lines += self.text[start..].lines().count();
        self.text.push('\n');
        self.weigh()
    }

    fn weigh(&self) -> Result<(), Refused> {
        if self.text.len() > TEXT {
            return Err(Refused::Limit("its text", mebibytes(TEXT as u64)));
        }
        if self.layout.places.len() + self.spanned > PLACES {
            return Err(too_many_places());
        }
        if self.lines > LINES {
            return Err(Refused::Limit("the number of its lines", LINES.to_string()));
        }
        Ok(())
    }
}

fn too_many_places() -> Refused {
    Refused::Limit("the number of its paragraphs and cells", PLACES.to_string())
}

fn line(paragraph: &Paragraph, text: &mut String) {
    if let Kind::Item(depth, marker) = &paragraph.kind {
        text.extend(std::iter::repeat_n("  ", *depth));
        text.push_str(marker);
        text.push(' ');
    }
    text.push_str(paragraph.words.trim());
}
