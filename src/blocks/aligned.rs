//! Forms laid out in two columns by spaces, as `pdftotext -layout` writes a table: the labels on the left, the values on the right
//! from one column on.

use std::collections::{BTreeMap, BTreeSet};

use super::{Block, LabelAt, Shape, trim};
use crate::ledger::Class;
use crate::schemas::{Known, Role, Schemas};
use crate::source::{Span, two_spaces};

/// Labels whose values begin in one column that make a layout.
const LABELS: usize = 3;
/// Characters of a label at most.
const LABEL: usize = 60;
/// Columns by which a value may begin beside the others.
const SLACK: usize = 1;

/// A line in two parts.
#[derive(Debug, Clone, Copy)]
struct Line {
    /// The words on the left.
    left: Span,
    /// Where the right begins.
    right: usize,
    /// Its column, in characters.
    column: usize,
}

/// Makes labels of what stands on the left, with the rest of a label that is broken over two lines.
pub fn lay_out<'s>(text: &str, blocks: &mut [Block<'s>], schemas: &'s Schemas) {
    let lines: Vec<Option<Line>> = blocks.iter().map(|block| line(text, block)).collect();
    let columns = columns(text, &lines, schemas);
    if columns.is_empty() {
        return;
    }
    for at in 0..blocks.len() {
        let Some(line) = lines[at].filter(|line| columns.contains(&line.column)) else { continue };
        if blocks[at].before.is_some() {
            continue;
        }
        let mut meanings = schemas.meanings(line.left.of(text), &mut String::new());
        if let Some((known, above)) = head(text, blocks, at, &line, &lines, schemas) {
            meanings = known;
            take(&mut blocks[at - 1], above, Span::new(above.end, above.end));
        } else if let Some((known, left, right)) = tail(text, blocks, at, &line, &lines, schemas) {
            meanings = known;
            take(&mut blocks[at + 1], left, right);
        }
        let span = Span::new(line.left.start, line.right);
        blocks[at].gap = Some(Span::new(line.left.end, line.right));
        blocks[at].labels = vec![LabelAt::first(span, line.left, meanings)];
    }
}

/// The columns in which the values of enough known labels begin, with those beside them.
fn columns(text: &str, lines: &[Option<Line>], schemas: &Schemas) -> BTreeSet<usize> {
    let mut labels: BTreeMap<usize, BTreeSet<&str>> = BTreeMap::new();
    let mut room = String::new();
    for line in lines.iter().flatten() {
        let words = line.left.of(text);
        let known = schemas.meanings(words, &mut room);
        if known.has(Role::Label) || known.has(Role::Part) {
            labels.entry(line.column).or_default().insert(words);
        }
    }
    let enough = labels.into_iter().filter(|(_, labels)| labels.len() >= LABELS);
    enough.flat_map(|(column, _)| column.saturating_sub(SLACK)..=column + SLACK).collect()
}

/// A line of two parts without a colon between them.
fn line(text: &str, block: &Block<'_>) -> Option<Line> {
    let Shape::Prose { body } = block.shape else { return None };
    let raw = body.of(text);
    let gap = two_spaces(raw).filter(|&gap| gap <= LABEL * 2)?;
    let left = Span::new(body.start, body.start + gap);
    // A bar between the columns belongs to neither.
    let right = body.end - raw[gap..].trim_start().trim_start_matches('|').trim_start().len();
    let plain = left.of(text).chars().count() <= LABEL && !left.of(text).contains(['@', '|']);
    let column = text[block.span.start..right].chars().count();
    plain.then_some(Line { left: trim(text, left), right, column })
}

/// Takes the part of a label off a line.
fn take(block: &mut Block<'_>, part: Span, rest: Span) {
    block.before = Some((part, Class::Label));
    block.shape = Shape::Prose { body: rest };
    (block.whole, block.labels) = (Known::default(), Vec::new());
}

/// What the words of a line mean with those of the line above, which has no value of its own; and these words.
fn head<'s>(
    text: &str,
    blocks: &[Block<'s>],
    at: usize,
    line: &Line,
    lines: &[Option<Line>],
    schemas: &'s Schemas,
) -> Option<(Known<'s>, Span)> {
    let above = blocks.get(at.checked_sub(1)?)?;
    let Shape::Prose { body } = above.shape else { return None };
    let begins = at.checked_sub(2).is_none_or(|at| blocks[at].is_blank());
    let short = lines[at - 1].is_none() && indent(text, body.end, above) < line.column;
    let even = indent(text, body.start, above) == indent(text, line.left.start, &blocks[at]);
    if !begins || !short || !even || above.before.is_some() {
        return None;
    }
    // No label begins small: `Costs and origin`, and below it `of the means:`.
    let small = line.left.of(text).starts_with(char::is_lowercase);
    let below = || small.then(|| schemas.meanings(line.left.of(text), &mut String::new()));
    let known = label_of(text, body, line.left, schemas).or_else(|| below().filter(|known| known.has(Role::Label)));
    Some((known?, body))
}

/// What two lines mean as one label, of which a word may be cut in two.
fn label_of<'s>(text: &str, above: Span, below: Span, schemas: &'s Schemas) -> Option<Known<'s>> {
    let (above, below) = (above.of(text), below.of(text).trim_end_matches([':', ' ']));
    let whole = above.strip_suffix('-').map(|head| format!("{head}{below}"));
    let spaced = format!("{above} {below}");
    let known = whole.iter().chain([&spaced]).map(|words| schemas.meanings(words, &mut String::new()));
    let mut labels = known.into_iter().filter(|known| known.has(Role::Label));
    labels.next()
}

/// Characters of a line before a place.
fn indent(text: &str, at: usize, block: &Block<'_>) -> usize {
    text[block.span.start..at].chars().count()
}

/// What the words of a line mean with those below them, where they do only together; the words below, and the value beside these.
fn tail<'s>(
    text: &str,
    blocks: &[Block<'s>],
    at: usize,
    line: &Line,
    lines: &[Option<Line>],
    schemas: &'s Schemas,
) -> Option<(Known<'s>, Span, Span)> {
    let next = blocks.get(at + 1)?;
    let Shape::Prose { body } = next.shape else { return None };
    let (left, right) = match lines[at + 1] {
        Some(below) if below.column + SLACK >= line.column => (below.left, Span::new(below.right, body.end)),
        None if indent(text, body.end, next) < line.column => (body, Span::new(body.end, body.end)),
        _ => return None,
    };
    let below = indent(text, left.start, next) == indent(text, line.left.start, &blocks[at]);
    let together = label_of(text, line.left, left, schemas).filter(|_| below)?;
    let alone = |words: Span| schemas.meanings(words.of(text), &mut String::new()).has(Role::Label);
    let above = || alone(line.left) || schemas.is_subject(line.left.of(text));
    let apart = alone(left) && above();
    (!apart).then_some((together, left, right))
}
