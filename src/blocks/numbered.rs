//! Forms whose lines are numbered apart from their labels: tables whose first column counts the rows or names their part, headings such
//! as `3 Aims`, and lines such as `Question 3. Aims`.

use super::labels::Labels;
use super::{Block, LabelAt, Shape, cells};
use crate::hashed::HashSet;
use crate::ledger::Class;
use crate::schemas::{Known, Role, Schemas, is_number};
use crate::source::Span;

/// Labels of different wordings that make a numbered form.
const LABELS: usize = 3;
/// Figures of a number at most.
const FIGURES: usize = 3;
/// Characters of a code at most.
const CODE: usize = 4;

/// Makes labels of the second cells of a table whose first column only counts or names parts of the form, and of headings behind their numbers.
pub fn lay_out<'s>(text: &str, blocks: &mut [Block<'s>], schemas: &'s Schemas) {
    rows(text, blocks, schemas);
    headings(text, blocks, schemas);
    counted(text, blocks, schemas);
    groups(text, blocks, schemas);
}

// Rows

/// A row behind its number.
struct Row<'s> {
    /// The position of its block.
    at: usize,
    number: Span,
    label: Span,
    body: Span,
    labels: Vec<LabelAt<'s>>,
}

/// Makes labels of the second cells of a table whose first column only counts or names parts of the form.
pub fn rows<'s>(text: &str, blocks: &mut [Block<'s>], schemas: &'s Schemas) {
    let mut labels = Labels::new(text, schemas);
    let rows = (0..blocks.len()).filter_map(|at| row(text, blocks, at, &mut labels));
    let rows: Vec<Row<'_>> = rows.collect();
    for run in rows.chunk_by(|a, b| goes_on(a.number.of(text), b.number.of(text))) {
        let known: HashSet<&str> =
            run.iter().filter(|row| is_known(&row.labels)).map(|row| row.label.of(text)).collect();
        if known.len() < LABELS || known.len() * 2 < run.len() {
            continue;
        }
        for row in run {
            let block = &mut blocks[row.at];
            block.shape = Shape::Row { label: row.label, body: row.body };
            block.before = Some((row.number, Class::Markup));
            block.labels.clone_from(&row.labels);
        }
    }
}

/// A row of three cells, or of two where the last is empty, the first of which is a number or code.
fn row<'s>(text: &str, blocks: &[Block<'s>], at: usize, labels: &mut Labels<'_, 's>) -> Option<Row<'s>> {
    let block = &blocks[at];
    let cells = cells(text, block);
    let (number, label, body) = match cells[..] {
        [number, label] => (number, label, Span::new(label.end, label.end)),
        [number, label, first, .., last] => (number, label, first.to(last)),
        [number, label, body] => (number, label, body),
        _ => return None,
    };
    let told = (counts(number.of(text)) || is_code(number.of(text))) && !label.is_empty();
    told.then(|| Row { at, number, label, body, labels: labels.of_cell(label) })
}

fn is_known(labels: &[LabelAt<'_>]) -> bool {
    labels.iter().any(LabelAt::is_known)
}

/// The line, if it begins with a figure.
fn numbered(line: &str) -> Option<&str> {
    Some(line).filter(|line| line.starts_with(|c: char| c.is_ascii_digit()))
}

/// `3`, `3.`, `3)`
fn counts(words: &str) -> bool {
    is_number(words.trim_end_matches(['.', ')']), FIGURES)
}

/// `A`, `B2`, `C.1`: the part of a form that a row belongs to.
fn is_code(words: &str) -> bool {
    let begins = words.starts_with(|c: char| c.is_ascii_uppercase()) && words.len() <= CODE;
    begins && words.chars().skip(1).all(|c| c.is_ascii_digit() || c == '.')
}

/// Whether the second of two numbers or codes follows the first; several rows may have the same code.
fn goes_on(first: &str, second: &str) -> bool {
    let number = |words: &str| words.trim_end_matches(['.', ')']).parse::<u32>().ok();
    match (number(first), number(second)) {
        (Some(first), Some(second)) => first + 1 == second,
        (None, None) => first <= second,
        _ => false,
    }
}

// Headings

fn headings<'s>(text: &str, blocks: &mut [Block<'s>], schemas: &'s Schemas) {
    let mut labels = Labels::new(text, schemas);
    let numbered: Vec<(usize, Span, Span)> = (0..blocks.len())
        .filter_map(|at| heading(text, blocks, at).map(|(number, words)| (at, number, words)))
        .filter(|&(at, number, words)| {
            // A full stop tells the number from the words wherever it stands.
            let bare = !number.of(text).ends_with(['.', ')']);
            is_alone(blocks, at) || (bare && labels.of_whole(words).has(Role::Label))
        })
        .collect();
    for run in numbered.chunk_by(|a, b| goes_on(a.1.of(text), b.1.of(text))) {
        let whole: Vec<_> = run.iter().map(|(_, _, words)| labels.of_whole(*words)).collect();
        if whole.iter().filter(|known| known.has(Role::Label)).count() < LABELS {
            continue;
        }
        for ((at, number, words), whole) in run.iter().zip(whole) {
            // What has labels of its own inside is read as it stands.
            if !whole.has(Role::Label) && !blocks[*at].labels.is_empty() {
                continue;
            }
            let (shape, before) = match blocks[*at].shape {
                Shape::Heading { level, marker, .. } => {
                    (Shape::Heading { level, marker, body: *words }, marker.to(*number))
                }
                _ => (Shape::Prose { body: *words }, *number),
            };
            blocks[*at].shape = shape;
            blocks[*at].before = Some((before, Class::Markup));
            blocks[*at].whole = whole;
        }
    }
}

/// Takes a word and a number off the labels that they count: `Question 3. What are the aims?`
fn counted<'s>(text: &str, blocks: &mut [Block<'s>], schemas: &'s Schemas) {
    let mut labels = Labels::new(text, schemas);
    let lines: Vec<Counted<'_>> = (0..blocks.len()).filter_map(|at| Counted::of(text, blocks, at)).collect();
    for run in lines.chunk_by(|a, b| a.word == b.word && a.number + 1 == b.number) {
        let mut whole = |words: Span| {
            let known = labels.of_whole(words);
            let stopped = known.is_empty() && words.of(text).ends_with('.');
            if stopped { labels.of_whole(Span::new(words.start, words.end - 1)) } else { known }
        };
        let whole: Vec<Known<'_>> = run.iter().map(|line| whole(line.rest)).collect();
        let known: Vec<_> = run.iter().zip(whole).map(|(line, whole)| (whole, labels.of_line(line.rest))).collect();
        if known.iter().filter(|(whole, first)| whole.has(Role::Label) || is_known(first)).count() < LABELS {
            continue;
        }
        for (line, (whole, first)) in run.iter().zip(known) {
            let block = &mut blocks[line.at];
            block.shape = Shape::Prose { body: line.rest };
            block.before = Some((line.count, Class::Markup));
            (block.whole, block.labels) = (whole, first);
        }
    }
}

/// A line behind a word and a number.
struct Counted<'t> {
    /// The position of its block.
    at: usize,
    word: &'t str,
    number: u32,
    count: Span,
    rest: Span,
}

impl<'t> Counted<'t> {
    fn of(text: &'t str, blocks: &[Block<'_>], at: usize) -> Option<Self> {
        let Shape::Prose { body } = blocks[at].shape else { return None };
        let line = Some(body.of(text)).filter(|line| line.starts_with(char::is_uppercase))?;
        let space = memchr::memchr(b' ', line.as_bytes())?;
        let (word, behind) = (&line[..space], &line[space + 1..]);
        numbered(behind)?;
        let figures = behind.len() - behind.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let rest = behind[figures..].trim_start_matches(['.', ':', ')', ' ', '-', '–']);
        let marked = behind[figures..].starts_with(['.', ':', ')']) || behind[figures..].starts_with(" -");
        let named = word.chars().all(char::is_alphabetic);
        let told = named && marked && (1..=FIGURES).contains(&figures) && blocks[at].before.is_none();
        let number = behind[..figures].parse().ok().filter(|_| told && !rest.is_empty())?;
        let rest = super::trim(text, Span::of_slice(text, rest));
        Some(Self { at, word, number, count: Span::new(body.start, rest.start), rest })
    }
}

/// Makes labels of lines with the number of a group whose parts follow: `3 Contact` above `3.1 Name – Ada Sample`. Above labels of
/// their own such a line only groups them.
fn groups<'s>(text: &str, blocks: &mut [Block<'s>], schemas: &'s Schemas) {
    let mut labels = Labels::new(text, schemas);
    for at in 0..blocks.len() {
        let Some((number, words)) = group(text, blocks, at) else { continue };
        let whole = labels.of_whole(words);
        if whole.has(Role::Label) {
            blocks[at].shape = Shape::Prose { body: words };
            blocks[at].before = Some((number, Class::Markup));
            blocks[at].whole = whole;
        }
    }
}

/// The number and the words of a line whose first part follows, which is no label.
fn group(text: &str, blocks: &[Block<'_>], at: usize) -> Option<(Span, Span)> {
    let Shape::Prose { body } = blocks[at].shape else { return None };
    let (number, words) = numbered(body.of(text))?.split_once(' ').filter(|(number, _)| counts(number))?;
    let next = blocks[at + 1..].iter().find(|block| !block.is_blank())?;
    let part = next.span.of(text).trim().strip_prefix(number.trim_end_matches('.'))?.strip_prefix(".1")?;
    let parts = part.starts_with([' ', '.', ')']) && blocks[at].whole.is_empty() && next.opening_label().is_none();
    parts.then(|| (Span::of_slice(text, number), super::trim(text, Span::of_slice(text, words))))
}

/// Whether a block is a heading, or an empty line follows.
fn is_alone(blocks: &[Block<'_>], at: usize) -> bool {
    matches!(blocks[at].shape, Shape::Heading { .. }) || blocks.get(at + 1).is_none_or(Block::is_blank)
}

/// The number and the words of a heading, or of a line below an empty one: `3 How the fund works`.
fn heading(text: &str, blocks: &[Block<'_>], at: usize) -> Option<(Span, Span)> {
    let (body, headed) = match blocks[at].shape {
        Shape::Prose { body } => (body, false),
        Shape::Heading { body, .. } => (body, true),
        _ => return None,
    };
    let (number, words) = numbered(body.of(text))?.split_once(' ')?;
    let begins = headed || at.checked_sub(1).is_none_or(|at| blocks[at].is_blank());
    let named = words.trim_start().starts_with(char::is_uppercase) && !words.ends_with(['.', ',', ';', ':', '!']);
    let span = |words: &str| Span::of_slice(text, words);
    (begins && named && counts(number)).then(|| (span(number), super::trim(text, span(words))))
}
