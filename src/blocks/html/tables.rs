//! Cells to rows: which lines of a page stand side by side.

use std::ops::Range;

use super::elements::Element;
use super::lex::{Kind, pieces};
use crate::blocks::trim;
use crate::source::Span;

/// Cells of a row at most; more make no row.
const CELLS: usize = 200;

/// A row of a table, or a term with what is said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rows {
    /// The cells in order; of a term's pair two.
    pub cells: Vec<Cell>,
    /// Which table or list it stands in.
    pub table: usize,
    /// Whether it stands in a table's head.
    pub head: bool,
    /// From its first tag to the end of its last, or to what ends it.
    pub span: Span,
    /// Lines before its first tag.
    before: usize,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// What stands between its tags.
    pub span: Span,
    /// Its lines.
    pub units: Range<usize>,
    /// Whether it is a `<th>`.
    pub header: bool,
    /// Whether a heading stands in it.
    pub headed: bool,
    /// Whether its end was seen.
    closed: bool,
}

impl Rows {
    /// Its lines.
    pub fn units(&self) -> Range<usize> {
        let first = self.cells.first().map_or(0, |cell| cell.units.start);
        first..self.cells.last().map_or(first, |cell| cell.units.end)
    }
}

/// Puts cells together, by counting nothing but the last table, row and term.
#[derive(Debug, Default)]
pub struct RowsOf {
    row: Option<Rows>,
    pair: Option<Rows>,
    /// Whether a definition list or table in a cell makes the open row a matter of layout.
    layout: bool,
    head: bool,
    /// How many more rows the first cell of the last row goes over.
    spanned: usize,
    tables: usize,
    /// The rows that are complete.
    pub finished: Vec<Rows>,
}

impl RowsOf {
    /// Takes a start tag. `units` lines stand before it.
    pub fn open(&mut self, element: Element, tag: Span, units: usize) {
        self.layout |= self.row.is_some() && matches!(element, Element::Terms | Element::Term | Element::Detail);
        if is_of_table(element) && element != Element::Table {
            self.end_pair(tag.start, units);
        }
        match element {
            Element::Table => {
                // A table in a cell: the outer one only lays the page out.
                (self.row, self.pair) = (None, None);
                (self.head, self.layout, self.spanned) = (false, false, 0);
                self.tables += 1;
            }
            Element::TableHead | Element::TableBody => {
                self.end_row(tag.start, units);
                self.head = element == Element::TableHead;
            }
            Element::Row => {
                self.end_row(tag.start, units);
                let mut row = self.rows(Vec::new(), self.head, tag.start, units);
                if self.spanned > 0 {
                    self.spanned -= 1;
                    row.cells.push(no_cell(tag.end, units));
                }
                self.row = Some(row);
            }
            Element::Cell | Element::HeaderCell => self.open_cell(element, tag, units),
            Element::Terms => {
                self.end_pair(tag.start, units);
                self.tables += 1;
            }
            Element::Term => {
                self.end_pair(tag.start, units);
                self.pair = Some(self.rows(vec![cell(tag.end, units, true)], false, tag.start, units));
            }
            Element::Detail => self.open_detail(tag, units),
            Element::Heading(_) => self.heading(),
            _ => {}
        }
    }

    /// Takes how many rows the cell goes over that was opened last: rows below that of a label go on with its value.
    pub fn span_rows(&mut self, rows: usize) {
        let first = self.row.as_ref().is_some_and(|row| row.cells.len() == 1);
        if first && rows > 1 {
            self.spanned = rows - 1;
        }
    }

    /// Takes an end tag.
    pub fn close(&mut self, element: Element, tag: Span, units: usize) {
        if is_of_table(element) {
            self.end_pair(tag.start, units);
        }
        match element {
            Element::Cell | Element::HeaderCell => close_cell(self.row.as_mut(), tag.start, units),
            Element::Term | Element::Detail => close_cell(self.pair.as_mut(), tag.start, units),
            Element::Terms => self.end_pair(tag.end, units),
            Element::Row => self.end_row(tag.end, units),
            Element::Table | Element::TableHead | Element::TableBody => {
                self.end_row(tag.start, units);
                self.head = false;
            }
            _ => {}
        }
    }

    /// Ends what is open.
    pub fn end(&mut self, at: usize, units: usize) {
        self.end_pair(at, units);
        self.end_row(at, units);
    }

    const fn rows(&self, cells: Vec<Cell>, head: bool, start: usize, before: usize) -> Rows {
        Rows { cells, table: self.tables, head, span: Span::new(start, start), before }
    }

    fn heading(&mut self) {
        for rows in [self.row.as_mut(), self.pair.as_mut()].into_iter().flatten() {
            if let Some(cell) = rows.cells.last_mut().filter(|cell| !cell.closed) {
                cell.headed = true;
            }
        }
    }

    fn open_cell(&mut self, element: Element, tag: Span, units: usize) {
        close_cell(self.row.as_mut(), tag.start, units);
        let rows = self.rows(Vec::new(), self.head, tag.start, units);
        let row = self.row.get_or_insert(rows);
        row.cells.push(cell(tag.end, units, element == Element::HeaderCell));
        // Beside a label the cell only names a part of the form: `<th rowspan="5">Key facts</th><th>Title</th><td>…</td>`.
        let groups = matches!(&row.cells[..], [_, label, value] if label.header && !value.header);
        if self.spanned > 0 && groups {
            row.cells.remove(0);
            self.spanned = 0;
        }
    }

    /// A second `<dd>` goes on with the first, under a label of its own that is empty.
    fn open_detail(&mut self, tag: Span, units: usize) {
        close_cell(self.pair.as_mut(), tag.start, units);
        if self.pair.as_ref().is_none_or(|pair| pair.cells.len() > 1) {
            self.end_pair(tag.start, units);
            self.pair = Some(self.rows(vec![no_cell(tag.end, units)], false, tag.start, units));
        }
        if let Some(pair) = &mut self.pair {
            pair.cells.push(cell(tag.end, units, false));
        }
    }

    fn end_pair(&mut self, at: usize, units: usize) {
        let Some(mut pair) = self.pair.take() else { return };
        close_cell(Some(&mut pair), at, units);
        if pair.cells.len() == 1 {
            pair.cells.push(no_cell(at, units));
        }
        self.finish(pair, at, units);
    }

    fn end_row(&mut self, at: usize, units: usize) {
        let layout = std::mem::take(&mut self.layout);
        let Some(mut row) = self.row.take() else { return };
        close_cell(Some(&mut row), at, units);
        if !layout && row.cells.len() <= CELLS {
            self.finish(row, at, units);
        }
    }

    /// Ends a row or pair; lines that stand beside its cells are none of its own.
    fn finish(&mut self, mut rows: Rows, at: usize, units: usize) {
        let (Some(first), Some(last)) = (rows.cells.first(), rows.cells.last()) else { return };
        let start = if rows.before < first.units.start { first.span.start } else { rows.span.start };
        let end = if units > last.units.end { last.span.end } else { at };
        rows.span = Span::new(start, end);
        if !rows.units().is_empty() {
            self.finished.push(rows);
        }
    }
}

/// Whether a definition list that nobody closed ends at such a tag.
const fn is_of_table(element: Element) -> bool {
    matches!(
        element,
        Element::Table | Element::TableHead | Element::TableBody | Element::Row | Element::Cell | Element::HeaderCell
    )
}

const fn cell(start: usize, units: usize, header: bool) -> Cell {
    Cell { span: Span::new(start, start), units: units..units, header, headed: false, closed: false }
}

/// A cell of which there is nothing.
const fn no_cell(at: usize, units: usize) -> Cell {
    Cell { closed: true, ..cell(at, units, false) }
}

fn close_cell(rows: Option<&mut Rows>, end: usize, units: usize) {
    if let Some(cell) = rows.and_then(|rows| rows.cells.last_mut()).filter(|cell| !cell.closed) {
        cell.span.end = end;
        cell.units.end = units;
        cell.closed = true;
    }
}

/// Whether tags part the two cells of a row.
pub fn is_row(text: &str, label: Span, body: Span) -> bool {
    // In a table of Markdown a line of its cell may end so.
    let between = Span::new(label.end, body.start).of(text);
    between.match_indices('<').any(|(at, _)| !between[at..].starts_with("<br"))
}

/// Whether tags part the cells of a row with several.
pub fn is_cells(text: &str, body: Span) -> bool {
    let raw = body.of(text).as_bytes();
    memchr::memchr_iter(b'<', raw).any(|at| {
        let name = raw[at + 1..].get(..2).unwrap_or_default();
        name.eq_ignore_ascii_case(b"td") || name.eq_ignore_ascii_case(b"th")
    })
}

/// The cells of a stretch that begins inside one: `Luogo</td><td>Erfurt</td>`.
pub fn cell_spans(text: &str, span: Span) -> Vec<Span> {
    let is_cell = |kind| matches!(kind, Kind::Open(Element::Cell | Element::HeaderCell | Element::Detail, _));
    let ends_cell =
        |kind| matches!(kind, Kind::Close(Element::Cell | Element::HeaderCell | Element::Term | Element::Detail));
    let mut cells = vec![Span::new(span.start, span.end)];
    let mut open = true;
    for piece in pieces(text, span) {
        let Some(last) = cells.last_mut() else { break };
        if (is_cell(piece.kind) || ends_cell(piece.kind)) && open {
            last.end = piece.span.start;
            open = false;
        }
        if is_cell(piece.kind) {
            cells.push(Span::new(piece.span.end, span.end));
            open = true;
        }
    }
    cells.into_iter().map(|cell| trim(text, cell)).collect()
}
