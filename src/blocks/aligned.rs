//! Forms laid out in two columns by spaces, as `pdftotext -layout` writes a table: the labels on the left, the values on the right
//! from one column on.

use std::collections::{BTreeMap, BTreeSet};

use super::{Block, LabelAt, Shape, trim};
use crate::ledger::Class;
use crate::schemas::{Known, Role, Schemas, Way};
use crate::source::{Span, column_parts, two_spaces};

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
        return part_labels(text, blocks, &lines, schemas);
    }
    for at in 0..blocks.len() {
        if lines[at].is_none() && goes_on(text, &blocks[at], &columns) {
            blocks[at].whole = Known::default();
        }
        let Some(line) = lines[at].filter(|line| columns.contains(&line.column)) else { continue };
        if blocks[at].before.is_some() {
            continue;
        }
        let own = schemas.meanings(line.left.of(text), &mut String::new());
        let pair = Pair { text, blocks, lines: &lines, at, line, own, schemas };
        let mut meanings = own;
        if let Some((known, above)) = pair.head() {
            meanings = known;
            take(&mut blocks[at - 1], above, Span::new(above.end, above.end));
        } else if let Some((known, left, right)) = pair.tail() {
            meanings = known;
            take(&mut blocks[at + 1], left, right);
        }
        let span = Span::new(line.left.start, line.right);
        blocks[at].gap = Some(Span::new(line.left.end, line.right));
        blocks[at].whole = Known::default();
        blocks[at].labels = vec![LabelAt::first(span, line.left, meanings)];
    }
}

/// Whether a line goes on with a value, in whose column it begins: `members` is no label there.
fn goes_on(text: &str, block: &Block<'_>, columns: &BTreeSet<usize>) -> bool {
    let Shape::Prose { body } = block.shape else { return false };
    block.before.is_none() && columns.contains(&text[block.span.start..body.start].chars().count())
}

/// Makes labels of known words with a gap behind them, where several lines begin so and their values stand in no column.
fn part_labels<'s>(text: &str, blocks: &mut [Block<'s>], lines: &[Option<Line>], schemas: &'s Schemas) {
    let mut room = String::new();
    let mut found: Vec<(usize, Line, Known<'s>)> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let Some(line) = line.filter(|_| blocks[at].before.is_none()) else { continue };
        let known = schemas.meanings(line.left.of(text), &mut room);
        let value = &text[line.right..blocks[at].body().end];
        if is_label(known) && is_value(value, schemas, &mut room) {
            found.push((at, line, known));
        }
    }
    let fields = found.iter().filter(|(_, _, known)| known.has(Role::Label)).count();
    if fields < 2 || found.iter().map(|(_, line, _)| line.left.of(text)).collect::<BTreeSet<_>>().len() < LABELS {
        return;
    }
    for (at, line, known) in found {
        blocks[at].gap = Some(Span::new(line.left.end, line.right));
        blocks[at].labels = vec![LabelAt::first(Span::new(line.left.start, line.right), line.left, known)];
    }
}

/// Whether words are a value, behind which others may stand with labels of their own: `Rossi   Name  Ada`. The items of a menu are none.
fn is_value(words: &str, schemas: &Schemas, room: &mut String) -> bool {
    let mut known = column_parts(words).map(|part| is_label(schemas.meanings(part, room)));
    let begins = words.starts_with(|c: char| c.is_alphanumeric() || c == '+');
    begins && known.next() == Some(false) && known.enumerate().all(|(nth, known)| known == nth.is_multiple_of(2))
}

fn is_label(known: Known<'_>) -> bool {
    known.has(Role::Label) || known.has(Role::Part) || known.has(Role::Web)
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

/// What two lines mean as one label, of which a word may be cut in two.
pub(super) fn joint_label<'s>(text: &str, above: Span, below: Span, schemas: &'s Schemas) -> Option<Known<'s>> {
    let (above, below) = (above.of(text), below.of(text).trim_end_matches([':', ' ']));
    let whole = above.strip_suffix('-').map(|head| format!("{head}{below}"));
    let spaced = format!("{above} {below}");
    let mut known = whole.iter().chain([&spaced]).map(|words| schemas.meanings(words, &mut String::new()));
    // `Country / region`, and below it another label: the first half alone is known.
    known.find(|known| known.has(Role::Label) && (known.way != Way::Half || !above.contains('/')))
}

/// A line in two parts, beside which a part of its label may stand on the line above or below.
struct Pair<'a, 's> {
    text: &'a str,
    blocks: &'a [Block<'s>],
    lines: &'a [Option<Line>],
    /// The position of its block.
    at: usize,
    line: Line,
    /// What its words mean alone.
    own: Known<'s>,
    schemas: &'s Schemas,
}

impl<'s> Pair<'_, 's> {
    /// What the words mean with those of the line above, which has no value of its own; and these words.
    fn head(&self) -> Option<(Known<'s>, Span)> {
        let above = self.blocks.get(self.at.checked_sub(1)?)?;
        let Shape::Prose { body } = above.shape else { return None };
        let begins = self.at.checked_sub(2).is_none_or(|at| self.blocks[at].is_blank());
        let short = self.lines[self.at - 1].is_none() && self.indent(body.end, above) < self.line.column;
        if !begins || !short || !self.is_even(body, above) || above.before.is_some() {
            return None;
        }
        // No label begins small: `Costs and origin`, and below it `of the means:`.
        let small = self.line.left.of(self.text).starts_with(char::is_lowercase);
        let below = (small && self.own.has(Role::Label)).then_some(self.own);
        Some((joint_label(self.text, body, self.line.left, self.schemas).or(below)?, body))
    }

    /// What the words mean with those below them, where they do only together; the words below, and the value beside these.
    fn tail(&self) -> Option<(Known<'s>, Span, Span)> {
        let next = self.blocks.get(self.at + 1)?;
        let Shape::Prose { body } = next.shape else { return None };
        let (left, right) = match self.lines[self.at + 1] {
            Some(below) if below.column + SLACK >= self.line.column => (below.left, Span::new(below.right, body.end)),
            None if self.indent(body.end, next) < self.line.column => (body, Span::new(body.end, body.end)),
            _ => return None,
        };
        let together =
            joint_label(self.text, self.line.left, left, self.schemas).filter(|_| self.is_even(left, next))?;
        let alone = || self.schemas.meanings(left.of(self.text), &mut String::new()).has(Role::Label);
        let above = self.own.has(Role::Label) || self.schemas.is_subject(self.line.left.of(self.text));
        (!(above && alone())).then_some((together, left, right))
    }

    /// Whether words of a block stand right above or below those on the left.
    fn is_even(&self, words: Span, block: &Block<'_>) -> bool {
        self.indent(words.start, block) == self.indent(self.line.left.start, &self.blocks[self.at])
    }

    /// Characters of a line before a place.
    fn indent(&self, at: usize, block: &Block<'_>) -> usize {
        self.text[block.span.start..at].chars().count()
    }
}
