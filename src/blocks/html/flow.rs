//! Where the lines of a page begin and end: at every tag that does not stand inside a line.

use std::ops::Range;

use super::elements::Element;
use super::lex::{Kind, Piece};
use super::shown::{is_visible, within};
use super::tables::{Rows, RowsOf};
use crate::source::Span;

/// A heading, list item or paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// What it is.
    pub kind: UnitKind,
    /// The tag that makes it a heading or item.
    pub marker: Span,
    /// From its first word or the tag of emphasis before it to the last.
    pub body: Span,
    /// The pieces of the body.
    pub pieces: Range<usize>,
}

/// What a unit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnitKind {
    /// `<h2>`
    Heading(u8),
    /// `<li>`, with the number of lists around its own
    Item(usize),
    /// Anything else.
    Prose,
}

impl Unit {
    /// From its tag to its last word.
    pub const fn span(&self) -> Span {
        Span::new(self.marker.start, self.body.end)
    }
}

/// What a page is made of.
#[derive(Debug, Default)]
pub struct Flow {
    /// Headings, items and paragraphs in order.
    pub units: Vec<Unit>,
    /// The rows of tables and the pairs of definition lists, in order.
    pub rows: Vec<Rows>,
}

/// Cuts a page into units, and notes which of them stand in cells.
pub fn flow(text: &str, pieces: &[Piece]) -> Flow {
    let mut cutter = Cutter::new(text, pieces);
    for (at, piece) in pieces.iter().enumerate() {
        cutter.piece(at, *piece);
    }
    cutter.cut(pieces.len());
    cutter.rows.end(text.len(), cutter.units.len());
    Flow { units: cutter.units, rows: cutter.rows.finished }
}

struct Cutter<'a> {
    text: &'a str,
    pieces: &'a [Piece],
    units: Vec<Unit>,
    rows: RowsOf,
    /// The first piece of the line that is open.
    begun: Option<usize>,
    /// Whether a line break was the last that was seen.
    broken: bool,
    /// What the next line is.
    next: UnitKind,
    marker: Option<Span>,
    /// How many lists are open.
    lists: usize,
}

impl<'a> Cutter<'a> {
    fn new(text: &'a str, pieces: &'a [Piece]) -> Self {
        Self {
            text,
            pieces,
            units: Vec::new(),
            rows: RowsOf::default(),
            begun: None,
            broken: false,
            next: UnitKind::Prose,
            marker: None,
            lists: 0,
        }
    }

    fn piece(&mut self, at: usize, piece: Piece) {
        match piece.kind {
            Kind::Open(Element::Break, _) | Kind::Close(Element::Break) => self.line_break(at),
            Kind::Open(element, _) if !element.is_inline() => {
                self.cut(at);
                self.rows.open(element, piece.span, self.units.len());
                if matches!(element, Element::Cell | Element::HeaderCell) {
                    self.rows.span_rows(rows_of_cell(piece.span.of(self.text)));
                }
                self.open(element, piece.span);
            }
            Kind::Close(element) if !element.is_inline() => {
                self.cut(at);
                self.rows.close(element, piece.span, self.units.len());
                self.close(element);
            }
            Kind::Text if is_visible(self.text, piece.span) => {
                self.begin(at);
                self.broken = false;
            }
            _ => self.begin(at),
        }
    }

    fn begin(&mut self, at: usize) {
        self.begun.get_or_insert(at);
    }

    /// Two line breaks part paragraphs.
    fn line_break(&mut self, at: usize) {
        if self.broken {
            self.cut(at);
        }
        self.begin(at);
        self.broken = true;
    }

    fn open(&mut self, element: Element, tag: Span) {
        match element {
            Element::Heading(level) => self.expect(UnitKind::Heading(level), Some(tag)),
            Element::Item => self.expect(UnitKind::Item(self.lists.saturating_sub(1)), Some(tag)),
            Element::List => {
                self.lists += 1;
                self.expect(UnitKind::Prose, None);
            }
            _ => {}
        }
        // A list that nobody closed ends with its cell, or at the next heading.
        let ends_lists = matches!(
            element,
            Element::Heading(_) | Element::Table | Element::Row | Element::Cell | Element::HeaderCell | Element::Term
        );
        if ends_lists {
            self.lists = 0;
        }
    }

    fn close(&mut self, element: Element) {
        match element {
            Element::List => {
                self.lists = self.lists.saturating_sub(1);
                self.expect(UnitKind::Prose, None);
            }
            Element::Item | Element::Heading(_) => self.expect(UnitKind::Prose, None),
            _ => {}
        }
    }

    fn expect(&mut self, kind: UnitKind, marker: Option<Span>) {
        self.next = kind;
        self.marker = marker;
    }

    /// Ends the line that is open before piece `end`.
    fn cut(&mut self, end: usize) {
        self.broken = false;
        let Some(start) = self.begun.take() else { return };
        let Some((pieces, body)) = within(self.text, self.pieces, start..end) else { return };
        let marker = self.marker.take().unwrap_or(Span::new(body.start, body.start));
        self.units.push(Unit { kind: self.next, marker, body, pieces });
        self.next = UnitKind::Prose;
    }
}

/// How many rows a cell goes over: `<td rowspan="3">`.
fn rows_of_cell(tag: &str) -> usize {
    let lower = tag.to_ascii_lowercase();
    let value = lower.split_once("rowspan").and_then(|(_, rest)| rest.trim_start().strip_prefix('='));
    let figures = value.unwrap_or_default().trim_start_matches([' ', '"', '\'']);
    let end = figures.find(|c: char| !c.is_ascii_digit()).unwrap_or(figures.len());
    figures[..end].parse().unwrap_or(1)
}
