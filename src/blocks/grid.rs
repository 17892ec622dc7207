//! Tables drawn with `+---+` between their rows: what a narrow cell has broken into lines is one label and one value.
//!
//! ```text
//! +---------------+---------------------+
//! | Name of the   | Gardens for every-  |
//! | practice      | body                |
//! +---------------+---------------------+
//! ```

use super::labels::Labels;
use super::split::{bullet, columns, trim};
use super::{Block, LabelAt, Shape};
use crate::ledger::Class;
use crate::schemas::{Known, Schemas};
use crate::source::Span;

/// Makes one label of the lines of each first cell, and one value of those of the second.
pub fn lay_out<'s>(text: &str, blocks: &mut [Block<'s>], schemas: &'s Schemas) {
    let rules: Vec<usize> = (0..blocks.len()).filter(|&at| is_rule(text, &blocks[at])).collect();
    let mut labels = Labels::new(text, schemas);
    for pair in rules.windows(2) {
        let rows = pair[0] + 1..pair[1];
        let is_row = |block: &Block<'_>| matches!(block.shape, Shape::Row { .. });
        if !rows.is_empty() && blocks[rows.clone()].iter().all(is_row) {
            set(text, &mut blocks[rows], &mut labels);
            blocks[pair[0]].shape = Shape::Rule;
            blocks[pair[1]].shape = Shape::Rule;
        }
    }
}

/// `+-----+------+`, `+=====+======+`
fn is_rule(text: &str, block: &Block<'_>) -> bool {
    let line = block.span.of(text).trim();
    let drawn = line.len() > 2 && line.starts_with('+') && line.ends_with('+');
    drawn && line.bytes().all(|byte| matches!(byte, b'+' | b'-' | b'=' | b':'))
}

/// The lines of one row: the label begins in the first, and goes on beside the value.
fn set<'s>(text: &str, lines: &mut [Block<'s>], labels: &mut Labels<'_, 's>) {
    let cells: Vec<(Span, Span)> = lines.iter().map(cells).collect();
    let Some((&(label, value), below)) = cells.split_first() else { return };
    if below.is_empty() || label.is_empty() {
        return;
    }
    let whole = joined(text, cells.iter().map(|cells| cells.0));
    lines[0].labels = vec![LabelAt::first(label, label, labels.meanings_of(&whole))];
    lines[0].gap = Some(Span::new(label.end, value.start.max(label.end)));
    for (line, (label, value)) in lines[1..].iter_mut().zip(below) {
        line.before = (!label.is_empty()).then_some((*label, Class::Label));
        line.shape = shape(text, line.span, *value);
        (line.whole, line.labels) = (Known::default(), Vec::new());
    }
}

const fn cells(row: &Block<'_>) -> (Span, Span) {
    match row.shape {
        Shape::Row { label, body } => (label, body),
        _ => (Span::new(row.span.start, row.span.start), row.body()),
    }
}

/// What a line of a value looks like.
fn shape(text: &str, line: Span, value: Span) -> Shape {
    let Some(length) = bullet(value.of(text)) else { return Shape::Prose { body: value } };
    let marker = Span::new(value.start, value.start + length);
    let body = trim(text, Span::new(marker.end, value.end));
    Shape::Bullet { indent: columns(Span::new(line.start, marker.start).of(text)), marker, body }
}

/// The lines of a label as one; a word that is cut in two is whole again.
fn joined(text: &str, parts: impl Iterator<Item = Span>) -> String {
    let mut all = String::new();
    for part in parts.map(|part| part.of(text)).filter(|part| !part.is_empty()) {
        match all.strip_suffix('-').filter(|_| part.starts_with(char::is_lowercase)) {
            Some(head) => all.truncate(head.len()),
            None if !all.is_empty() => all.push(' '),
            None => {}
        }
        all.push_str(part);
    }
    all
}
