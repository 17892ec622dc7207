//! Rows of tables drawn with bars.

use super::split::trim;
use super::{Block, Shape, html};
use crate::source::Span;

/// The shape of a line that begins with a bar, or that has two or more bars between its words or behind them.
pub fn shape(text: &str, body: Span) -> Option<Shape> {
    let raw = body.of(text);
    memchr::memchr(b'|', raw.as_bytes())?;
    let framed = raw.starts_with('|');
    // `Lead organisation | Sample Club |`
    let closed = raw.ends_with(" |") && raw.contains(" | ");
    if !framed && !closed && raw.matches(" | ").count() < 2 && !is_rule(raw) {
        return None;
    }
    if is_rule(raw) {
        return Some(Shape::Rule);
    }
    Some(match split(text, body)[..] {
        [] => Shape::Rule,
        [cell] => Shape::Row { label: Span::new(cell.start, cell.start), body: cell },
        [label, value] => Shape::Row { label, body: value },
        _ => Shape::Cells { body },
    })
}

/// The cells of a row, in order; a block of another shape has none.
pub fn cells(text: &str, block: &Block<'_>) -> Vec<Span> {
    match block.shape {
        Shape::Cells { body } if html::is_cells(text, body) => html::cell_spans(text, body),
        Shape::Cells { body } => split(text, body),
        Shape::Row { label, body } if html::is_row(text, label, body) => html::cell_spans(text, label.to(body)),
        Shape::Row { label, body } => {
            let parts = |span: Span| span.of(text).split('\t').map(|cell| trim(text, Span::of_slice(text, cell)));
            parts(label).chain(parts(body)).collect()
        }
        _ => Vec::new(),
    }
}

/// The lines of a cell; of a page, whose tags say what a line is, all of it.
pub fn lines(text: &str, row: &Block<'_>, cell: Span) -> Vec<Span> {
    let tagged = match row.shape {
        Shape::Row { label, body } => html::is_row(text, label, body),
        Shape::Cells { body } => html::is_cells(text, body),
        _ => false,
    };
    if tagged {
        return vec![cell];
    }
    let lines = cell.of(text).lines().map(|line| Span::of_slice(text, line));
    lines.filter(|line| !trim(text, *line).is_empty()).collect()
}

/// The bars of a row, outside its cells.
pub fn bars(text: &str, block: &Block<'_>) -> Vec<Span> {
    let line = block.span.of(text);
    if memchr::memchr(b'|', line.as_bytes()).is_none() {
        return Vec::new();
    }
    let is_row = block.is_row();
    // A line of a value that stands in the frame of its cell.
    let is_framed = || line.starts_with('|') && !block.is_blank();
    if !is_row && !is_framed() {
        return Vec::new();
    }
    let cells = if is_row { cells(text, block) } else { vec![block.body()] };
    let bars = memchr::memchr_iter(b'|', line.as_bytes()).map(|at| block.span.start + at);
    let outside = bars.filter(|at| !cells.iter().any(|cell| cell.contains(*at)));
    outside.map(|at| Span::new(at, at + 1)).collect()
}

/// `|---|:---:|`
fn is_rule(raw: &str) -> bool {
    raw.contains('|') && raw.contains('-') && raw.chars().all(|c| matches!(c, '|' | '-' | ':' | '+' | ' ' | '='))
}

/// Cuts at the bars that no backslash escapes; what stands before the first and behind the last is no cell.
fn split(text: &str, body: Span) -> Vec<Span> {
    let raw = body.of(text).as_bytes();
    let is_bar = |at: &usize| *at == 0 || raw[*at - 1] != b'\\';
    let mut cuts: Vec<usize> = memchr::memchr_iter(b'|', raw).filter(is_bar).map(|at| body.start + at).collect();
    if raw.first() != Some(&b'|') {
        cuts.insert(0, body.start);
    }
    if raw.last() != Some(&b'|') {
        cuts.push(body.end);
    }
    let bar = |at: usize| usize::from(text.as_bytes().get(at) == Some(&b'|') && at < body.end);
    cuts.windows(2).map(|pair| trim(text, Span::new(pair[0] + bar(pair[0]), pair[1]))).collect()
}
