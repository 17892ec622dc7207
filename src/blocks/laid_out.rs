//! Paragraphs and rows of a container to blocks that tile its text.

use super::labels::Labels;
use super::split::{Splitter, bullet, columns, trim};
use super::{Block, LabelAt, Mark, Shape};
use crate::schemas::{Known, Role, Schemas};
use crate::source::Span;
use crate::source::layout::{Layout, UnitKind};

/// Bytes by which the first cell of a row may be longer than the longest wording and still be a label.
const LONGER: usize = 40;

/// Splits the text of a container into blocks.
pub fn split<'s>(text: &str, layout: &Layout, schemas: &'s Schemas) -> Vec<Block<'s>> {
    let mut reader = Reader {
        text,
        longest: schemas.wordings.longest,
        labels: Labels::new(text, schemas),
        lines: Splitter::new(text, schemas),
        at: 0,
        blocks: Vec::with_capacity(layout.units.len() * 2),
    };
    for unit in &layout.units {
        reader.gap(unit.span.start);
        match &unit.kind {
            UnitKind::Heading(level) => reader.heading(*level, unit.span),
            UnitKind::Lines => reader.lines(unit.span),
            UnitKind::Row(cells) => reader.row(cells),
            UnitKind::Furniture => reader.aside(unit.span, Mark::Furniture { first: false }),
            UnitKind::Outside => reader.aside(unit.span, Mark::Outside),
        }
    }
    reader.gap(text.len());
    reader.blocks
}

struct Reader<'t, 's> {
    text: &'t str,
    /// Bytes of the longest wording.
    longest: usize,
    labels: Labels<'t, 's>,
    lines: Splitter<'t, 's>,
    /// How far the blocks reach.
    at: usize,
    blocks: Vec<Block<'s>>,
}

impl<'s> Reader<'_, 's> {
    fn push(&mut self, end: usize, shape: Shape, labels: Vec<LabelAt<'s>>) {
        let span = Span::new(self.at, end.max(self.at));
        self.at = span.end;
        self.blocks.push(Block::new(span, shape, Known::default(), labels));
    }

    /// What stands between two units: the end of the line before, then empty lines.
    fn gap(&mut self, end: usize) {
        let gap = Span::new(self.at, end).of(self.text);
        let Some(first) = gap.find('\n') else { return self.swallow(end) };
        if !self.blocks.is_empty() {
            self.swallow(self.at + first + 1);
        }
        let lines = Span::new(self.at, end).of(self.text).matches('\n').count();
        if self.at < end {
            self.push(end, Shape::Blank { lines: lines.max(1) }, Vec::new());
        }
    }

    /// Adds white space to the last block.
    fn swallow(&mut self, end: usize) {
        match self.blocks.last_mut() {
            Some(last) => last.span.end = end.max(last.span.end),
            None if self.at < end => self.push(end, Shape::Blank { lines: 1 }, Vec::new()),
            None => {}
        }
        self.at = self.at.max(end);
    }

    fn heading(&mut self, level: u8, span: Span) {
        let body = trim(self.text, span);
        let marker = Span::new(body.start, body.start);
        let labels = self.labels.of_line(body);
        self.push(span.end, Shape::Heading { level, marker, body }, labels);
        let whole = self.labels.of_whole(body);
        self.blocks.last_mut().into_iter().for_each(|last| last.whole = whole);
    }

    /// Lines as a text has them, the last without a line end.
    fn lines(&mut self, span: Span) {
        let mut start = self.at;
        for line in span.of(self.text).split_inclusive('\n') {
            let end = Span::of_slice(self.text, line).end;
            self.lines.push(Span::new(start, end), &mut self.blocks);
            start = end;
        }
        self.at = span.end;
    }

    /// A page header is one, unless it is what starts a sheet or opens a field.
    fn aside(&mut self, span: Span, mark: Mark) {
        let first = self.blocks.len();
        self.lines(span);
        for block in &mut self.blocks[first..] {
            if mark == Mark::Outside {
                *block = Block {
                    shape: Shape::Blank { lines: 1 },
                    whole: Known::default(),
                    labels: Vec::new(),
                    mark,
                    ..*block
                };
            } else if !block.opens_anything() && !block.is_blank() {
                block.mark = mark;
            }
        }
    }

    // Rows

    fn row(&mut self, cells: &[Span]) {
        // Without a label in the first cell it does not matter whether the others are some.
        let first = cells.first().is_some_and(|cell| self.is_label(*cell));
        let known: Vec<bool> =
            cells.iter().enumerate().map(|(nth, cell)| first && (nth == 0 || self.is_label(*cell))).collect();
        let filled = cells.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1);
        let pairs = filled > 2 && known[..filled].iter().enumerate().all(|(nth, known)| *known == (nth % 2 == 0));
        match cells {
            [] => {}
            _ if !self.is_side_by_side(cells) => self.apart(cells),
            _ if pairs => cells[..filled].chunks(2).for_each(|pair| self.pair(pair[0], &pair[1..])),
            [label, rest @ ..] if rest.len() == 1 || (known[0] && !known[1..].contains(&true)) => {
                self.pair(*label, rest);
            }
            [label, .., last] => {
                let label = trim(self.text, *label);
                let body = trim(self.text, Span::new(cells[1].start, last.end));
                let labels = self.labels.of_cell(label);
                self.push(last.end, Shape::Row { label, body }, labels);
            }
            [only] => self.lines(*only),
        }
        self.swallow(cells.last().map_or(self.at, |cell| cell.end));
    }

    /// Whether the cells are a label and what is said under it, or the cells of a table, and no columns of a layout.
    fn is_side_by_side(&mut self, cells: &[Span]) -> bool {
        let short = self.first_line(cells[0]).len() <= self.longest + LONGER;
        let text = self.text;
        let mut several = cells[1..].iter().filter(|cell| cell.of(text).contains('\n'));
        short && !several.any(|cell| self.fields(*cell) > 1)
    }

    /// How many lines of a cell begin with a label.
    fn fields(&mut self, cell: Span) -> usize {
        let text = self.text;
        let lines = cell.of(text).lines().map(|line| trim(text, Span::of_slice(text, line)));
        let opens = |label: &LabelAt<'_>| {
            !label.inside && label.meanings.iter().any(|meaning| matches!(meaning.role, Role::Label | Role::StartLabel))
        };
        lines.filter(|line| self.labels.of_line(*line).first().is_some_and(opens)).count()
    }

    /// The cells of a layout, one below the other.
    fn apart(&mut self, cells: &[Span]) {
        let before = self.blocks.len();
        for cell in cells {
            self.swallow(cell.start);
            self.lines(*cell);
            self.push(self.at, Shape::Blank { lines: 1 }, Vec::new());
        }
        let mut own = self.blocks.split_off(before);
        own.retain(|block| !block.span.is_empty());
        self.blocks.append(&mut own);
    }

    fn first_line(&self, cell: Span) -> Span {
        let cell = trim(self.text, cell);
        let line = cell.of(self.text).lines().next().unwrap_or_default();
        trim(self.text, Span::of_slice(self.text, line))
    }

    fn is_label(&mut self, cell: Span) -> bool {
        let words = self.first_line(cell);
        let opens = |role| matches!(role, Role::Label | Role::StartLabel);
        self.labels.meanings(words).iter().any(|meaning| opens(meaning.role))
    }

    /// A label with its value: the first line in its row, each other as a paragraph of its cell, each item as an item.
    fn pair(&mut self, label: Span, values: &[Span]) {
        let text = self.text;
        let (words, labels) = self.label(label);
        let lines = values.iter().flat_map(|cell| cell.of(text).lines());
        let lines = lines.map(|line| Span::of_slice(text, line)).filter(|line| !trim(text, *line).is_empty());
        let start = values.first().map_or(label.end, |cell| cell.start);
        let mut row = Some((words, labels));
        for line in lines {
            let body = trim(text, line);
            match row.take() {
                Some((label, labels)) => self.push(line.end, Shape::Row { label, body }, labels),
                None => {
                    self.swallow(line.start);
                    self.push(line.end, in_cell(text, line, body), Vec::new());
                }
            }
        }
        if let Some((label, labels)) = row {
            self.push(start, Shape::Row { label, body: Span::new(start, start) }, labels);
        }
    }

    /// The label of a row: all of its cell, or a first line that is known with what explains it below.
    fn label(&mut self, cell: Span) -> (Span, Vec<LabelAt<'s>>) {
        let whole = trim(self.text, cell);
        let mut labels = self.labels.of_cell(whole);
        let first = self.first_line(cell);
        if first != whole && labels.iter().all(|label| label.meanings.is_empty()) {
            let meanings = self.labels.meanings(first);
            if !meanings.is_empty() {
                labels = vec![LabelAt::first(whole, first, meanings)];
            }
        }
        (whole, labels)
    }
}

/// A line of a cell behind its first.
fn in_cell(text: &str, line: Span, body: Span) -> Shape {
    match bullet(body.of(text)) {
        Some(length) => {
            let marker = Span::new(body.start, body.start + length);
            let indent = columns(Span::new(line.start, marker.start).of(text));
            Shape::Bullet { indent, marker, body: trim(text, Span::new(marker.end, body.end)) }
        }
        None => Shape::Paragraph { body },
    }
}
