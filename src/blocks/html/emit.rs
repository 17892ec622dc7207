//! Lines and rows of a page to blocks that tile it.

use std::ops::Range;

use super::flow::UnitKind;
use super::readable;
use super::shown::trim_blank;
use super::tables::{Cell, Rows};
use super::words::{Labelled, Words};
use crate::blocks::{Block, LabelAt, Mark, Shape, is_dot};
use crate::hashed::HashSet;
use crate::schemas::{Known, Role, Schemas};
use crate::source::Span;

/// Columns by which the bullets of an inner list stand further in.
const INDENT: usize = 2;
/// What begins a hint below a label.
const HINTS: [&str; 4] = ["<i>", "<em>", "<small>", "("];
/// The level of a heading that a lone `<th>` makes.
const HEADER_LEVEL: u8 = 4;

/// Makes blocks of the lines and rows that do not stand in `outside`, and of what lies between.
pub fn emit<'s>(
    text: &str,
    units: Vec<Labelled<'s>>,
    rows: Vec<Rows>,
    outside: &[Span],
    schemas: &'s Schemas,
) -> Vec<Block<'s>> {
    let mut emitter = Emitter { text, units, outside, schemas, paired: HashSet::default(), out: Vec::new() };
    emitter.paired = rows.iter().filter(|row| is_paired(&emitter.known(row))).map(of_table).collect();
    let mut next = 0;
    for (nth, row) in rows.iter().enumerate() {
        emitter.lines(next..row.units().start);
        next = row.units().end.max(next);
        emitter.row(row, rows.get(nth + 1));
    }
    emitter.lines(next..emitter.units.len());
    tile(text, emitter.out, outside)
}

/// Whether every other of several cells is a label, from the first on.
fn is_paired(known: &[bool]) -> bool {
    known.len() > 2
        && known.len().is_multiple_of(2)
        && known.iter().enumerate().all(|(nth, known)| *known == (nth % 2 == 0))
}

/// The table of a row, and how many cells it has.
const fn of_table(row: &Rows) -> (usize, usize) {
    (row.table, row.cells.len())
}

/// A block, and whether nothing parts it from the one before it.
struct Out<'s> {
    block: Block<'s>,
    joined: Joined,
}

/// What a block goes on with, if it stands right behind such a one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Joined {
    /// Nothing.
    No,
    /// The line before it.
    Line,
    /// A list.
    List,
    /// This table.
    Table(usize),
}

struct Emitter<'a, 's> {
    text: &'a str,
    units: Vec<Labelled<'s>>,
    outside: &'a [Span],
    schemas: &'s Schemas,
    /// The tables in which rows of so many cells have labels and values in turn.
    paired: HashSet<(usize, usize)>,
    out: Vec<Out<'s>>,
}

impl<'s> Emitter<'_, 's> {
    fn is_outside(&self, at: usize) -> bool {
        let next = self.outside.partition_point(|span| span.end <= at);
        self.outside.get(next).is_some_and(|span| span.start <= at)
    }

    /// Whether a stretch lies neither wholly outside nor wholly inside.
    fn is_mixed(&self, span: Span) -> bool {
        let next = self.outside.partition_point(|outside| outside.end <= span.start);
        self.outside.get(next).is_some_and(|outside| outside.start < span.end && !outside.covers(span))
    }

    fn push(&mut self, block: Block<'s>, joined: Joined) {
        self.out.push(Out { block, joined });
    }

    // Lines

    fn lines(&mut self, units: Range<usize>) {
        let mut at = units.start;
        while at < units.end {
            let is_item = |labelled: &Labelled<'_>| matches!(labelled.unit.kind, UnitKind::Item(_));
            let items = self.units[at..units.end].iter().take_while(|labelled| is_item(labelled)).count();
            let fields = is_list_of_fields(&self.units[at..at + items]);
            for unit in at..at + items.max(1) {
                self.unit(unit, fields);
            }
            at += items.max(1);
        }
    }

    fn unit(&mut self, at: usize, field: bool) {
        let Labelled { unit, lines } = &mut self.units[at];
        let (kind, marker, start) = (unit.kind, unit.marker, unit.span().start);
        let (lines, from) = (std::mem::take(lines), unit.body.start);
        if self.is_outside(from) {
            return;
        }
        for (nth, line) in lines.into_iter().enumerate() {
            let body = line.body;
            let (shape, joined) = match kind {
                _ if nth > 0 => (Shape::Prose { body }, Joined::Line),
                UnitKind::Heading(level) => (Shape::Heading { level, marker, body: line.words }, Joined::No),
                UnitKind::Item(depth) if !field => (
                    Shape::Bullet { indent: depth * INDENT, marker, body: without_bullet(self.text, body) },
                    Joined::List,
                ),
                UnitKind::Item(_) | UnitKind::Prose => (Shape::Prose { body }, Joined::No),
            };
            let span = Span::new(if nth > 0 { body.start } else { start }, body.end);
            self.push(Block::new(span, shape, line.whole, line.labels), joined);
        }
    }

    // Rows

    fn row(&mut self, row: &Rows, below: Option<&Rows>) {
        if !self.is_side_by_side(row) {
            return self.lines(row.units());
        }
        if self.is_outside(row.span.start) {
            return;
        }
        let known = self.known(row);
        if known.contains(&true) && below.is_some_and(|below| is_above_values(row, below)) {
            return self.cells(row, &row.cells);
        }
        // A row like others of its table has labels where they do, known or not; a value may have the words of a label.
        let values = || known.iter().skip(1).step_by(2).filter(|known| **known).count() * 4 <= known.len();
        let pairs = is_paired(&known) || self.paired.contains(&of_table(row)) && values();
        match &row.cells[..] {
            [only] => self.header(only),
            [label, body] => self.pair(row, label, std::slice::from_ref(body), row.span),
            cells if pairs => {
                for (nth, pair) in cells.chunks(2).enumerate() {
                    let start = if nth == 0 { row.span.start } else { pair[0].span.start };
                    let end = cells.get(nth * 2 + 2).map_or(row.span.end, |next| next.span.start);
                    self.pair(row, &pair[0], &pair[1..], Span::new(start, end));
                }
            }
            [label, rest @ ..] if known[0] && !known[1..].contains(&true) => self.pair(row, label, rest, row.span),
            cells => self.cells(row, cells),
        }
        let header =
            row.cells.len() > 1 && (row.head || row.cells.iter().all(|cell| cell.header && !cell.units.is_empty()));
        if header {
            self.rule(row);
        }
    }

    /// Which cells of a row are known labels.
    fn known(&self, row: &Rows) -> Vec<bool> {
        row.cells.iter().map(|cell| self.is_label(cell)).collect()
    }

    /// Whether the cells are a label and what is said under it, and no columns of a layout.
    fn is_side_by_side(&self, row: &Rows) -> bool {
        let [label, rest @ ..] = &row.cells[..] else { return false };
        let whole = row.cells.windows(2).all(|pair| pair[0].units.end == pair[1].units.start);
        let fits = |words: Span| words.len() <= self.schemas.wordings.longest + 40;
        let short = match label.units.len() {
            0 | 1 => self.words(label).is_none_or(fits),
            _ => self.is_hinted(label) && self.first(label).is_some_and(|first| fits(first.words)),
        };
        let fields = |cell: &Cell| {
            let labels = self.units[cell.units.clone()].iter().flat_map(|labelled| &labelled.lines);
            labels.filter(|line| line.begins_with_label()).count()
        };
        let lone = rest.is_empty() && label.header && label.units.len() == 1;
        let flat = !rest.iter().any(|cell| cell.headed || fields(cell) > 1);
        (lone || !rest.is_empty()) && whole && short && flat && !self.is_mixed(row.span)
    }

    /// Whether a cell is a known label and, in italics or brackets below it, what to write: `Title`, `<i>15 words at most</i>`. What
    /// instructs needs no such marks.
    fn is_hinted(&self, cell: &Cell) -> bool {
        let [label, hints @ ..] = &self.units[cell.units.clone()] else { return false };
        let is_hint = |hint: &Labelled<'_>| {
            let words = hint.unit.body.of(self.text);
            HINTS.iter().any(|mark| words.starts_with(mark)) || self.schemas.instructs(&readable(words))
        };
        let known = label.lines.first().is_some_and(|line| line.whole.has(Role::Label));
        known && !hints.is_empty() && hints.iter().all(is_hint)
    }

    fn first<'u>(&'u self, cell: &Cell) -> Option<&'u Words<'s>> {
        self.units.get(cell.units.start).filter(|_| !cell.units.is_empty())?.lines.first()
    }

    fn words(&self, cell: &Cell) -> Option<Span> {
        let first = self.first(cell)?;
        let last = self.units[cell.units.end - 1].lines.last()?;
        Some(first.words.to(last.words))
    }

    fn is_label(&self, cell: &Cell) -> bool {
        let opens = |words: &Words<'_>| {
            words.whole.iter().any(|meaning| matches!(meaning.role, Role::Label | Role::StartLabel))
        };
        cell.units.len() == 1 && self.first(cell).is_some_and(opens)
    }

    /// A lone `<th>` is a heading.
    fn header(&mut self, cell: &Cell) {
        let Some(words) = self.first(cell) else { return };
        let (body, whole, labels) = (words.words, words.whole, words.labels.clone());
        let span = Span::new(cell.span.start, body.end);
        let shape = Shape::Heading { level: HEADER_LEVEL, marker: Span::new(body.start, body.start), body };
        self.push(Block::new(span, shape, whole, labels), Joined::No);
    }

    fn pair(&mut self, row: &Rows, label: &Cell, rest: &[Cell], span: Span) {
        let words = self.words(label);
        let body = self.body(rest);
        let meanings = self.first(label).map_or(Known::default(), |first| first.whole);
        let label = words.unwrap_or(Span::new(label.span.start, label.span.start));
        let labels = words.map(|words| LabelAt::first(words, words, meanings));
        let shape = Shape::Row { label, body };
        let block = Block::new(span, shape, Known::default(), labels.into_iter().collect());
        self.push(block, Joined::Table(row.table));
    }

    /// What stands in cells, with the tags of its lists and paragraphs; empty where no words do.
    fn body(&self, cells: &[Cell]) -> Span {
        let first = cells.iter().find(|cell| !cell.units.is_empty());
        let last = cells.iter().rfind(|cell| !cell.units.is_empty());
        let place = cells.first().map_or(Span::default(), |cell| Span::new(cell.span.start, cell.span.start));
        let (Some(first), Some(last)) = (first, last) else { return place };
        trim_blank(self.text, Span::new(first.span.start, last.span.end))
    }

    fn cells(&mut self, row: &Rows, cells: &[Cell]) {
        let start = cells.first().map_or(row.span.start, |cell| cell.span.start);
        let body = Span::new(start, cells.last().map_or(row.span.end, |cell| cell.span.end));
        let block = Block::new(row.span, Shape::Cells { body }, Known::default(), Vec::new());
        self.push(block, Joined::Table(row.table));
    }

    /// The end tag of a row that names the columns.
    fn rule(&mut self, row: &Rows) {
        let Some(last) = self.out.last_mut().filter(|last| last.joined == Joined::Table(row.table)) else { return };
        let at = row.cells.last().map_or(row.span.end, |cell| cell.span.end);
        if last.block.span.start < at && at < row.span.end {
            last.block.span.end = at;
            let block = Block::new(Span::new(at, row.span.end), Shape::Rule, Known::default(), Vec::new());
            self.push(block, Joined::Table(row.table));
        }
    }
}

/// Whether a row of `<th>` in the body of a table has a cell with a value below each.
fn is_above_values(row: &Rows, below: &Rows) -> bool {
    let headers = row.cells.len() > 1 && !row.head && row.cells.iter().all(|cell| cell.header);
    let same = below.table == row.table && below.cells.len() == row.cells.len();
    headers && same && !below.cells.iter().any(|cell| cell.header)
}

/// Whether the items of a list are labels with values, more of them than not.
fn is_list_of_fields(items: &[Labelled<'_>]) -> bool {
    let labelled = items.iter().filter(|item| item.lines.first().is_some_and(Words::begins_with_label)).count();
    labelled >= 2 && labelled * 2 > items.len()
}

/// The body without a bullet that was typed beside that of the list.
fn without_bullet(text: &str, body: Span) -> Span {
    let dot = body.of(text).chars().next().filter(|c| is_dot(*c)).map_or(0, char::len_utf8);
    let rest = trim_blank(text, Span::new(body.start + dot, body.end));
    if rest.is_empty() { body } else { rest }
}

/// Puts what lies between the blocks into blocks of its own.
fn tile<'s>(text: &str, out: Vec<Out<'s>>, outside: &[Span]) -> Vec<Block<'s>> {
    let mut tiler = Tiler { at: 0, blocks: Vec::with_capacity(out.len() * 2), last: Joined::No };
    let mut outside = outside.iter().copied().peekable();
    for out in out {
        while let Some(span) = outside.next_if(|span| span.start <= out.block.span.start) {
            tiler.outside(span);
        }
        tiler.block(out);
    }
    outside.for_each(|span| tiler.outside(span));
    tiler.gap(text.len());
    tiler.blocks
}

struct Tiler<'s> {
    at: usize,
    blocks: Vec<Block<'s>>,
    last: Joined,
}

impl<'s> Tiler<'s> {
    fn block(&mut self, mut out: Out<'s>) {
        let goes_on = out.joined != Joined::No && (out.joined == self.last || out.joined == Joined::Line);
        match self.blocks.last_mut().filter(|_| goes_on) {
            Some(last) => {
                last.span.end = out.block.span.start.max(self.at);
                self.at = last.span.end;
            }
            None => self.gap(out.block.span.start),
        }
        out.block.span.start = self.at;
        self.at = out.block.span.end.max(self.at);
        out.block.span.end = self.at;
        self.last = if out.joined == Joined::Line { self.last } else { out.joined };
        self.blocks.push(out.block);
    }

    fn outside(&mut self, span: Span) {
        self.gap(span.start);
        self.blank(span.end, Mark::Outside);
        self.last = Joined::No;
    }

    fn gap(&mut self, end: usize) {
        self.blank(end, Mark::None);
    }

    fn blank(&mut self, end: usize, mark: Mark) {
        if self.at < end {
            let span = Span::new(self.at, end);
            let shape = Shape::Blank { lines: 1 };
            self.blocks.push(Block { mark, ..Block::new(span, shape, Known::default(), Vec::new()) });
            self.at = end;
        }
    }
}
