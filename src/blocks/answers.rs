//! What stands before the values of a form and is none of them: `A: `, `R.: `, `Answer: `, the colon in a cell of its own.

use super::{Block, LabelAt, Shape, trim};
use crate::hashed::HashMap;
use crate::ledger::Class;
use crate::schemas::{Known, Role};
use crate::source::Span;

/// Values with the same words before them that make these no value.
const TIMES: usize = 3;
/// Letters of such a word at most.
const LETTERS: usize = 10;

/// Takes such words off the values.
pub fn lay_out(text: &str, blocks: &mut [Block<'_>]) {
    let mut places: HashMap<&str, Vec<(usize, Span)>> = HashMap::default();
    for (at, mark) in (0..blocks.len()).filter_map(|at| Some((at, mark(text, blocks, at)?))) {
        places.entry(mark.of(text)).or_default().push((at, mark));
    }
    places.retain(|_, places| places.len() >= TIMES);
    // Below a label with help behind it the word is none of its value either.
    let again = |at: usize| {
        let Shape::Prose { body } = blocks[at].shape else { return None };
        let below = at.checked_sub(1).is_some_and(|above| !blocks[above].is_blank());
        let told = |mark: &str| mark.ends_with(':') || below;
        let known = || places.keys().find(|mark| told(mark) && body.of(text).starts_with(**mark));
        let mark = known().filter(|_| blocks[at].before.is_none() && blocks[at].gap.is_none())?;
        Some((at, Span::new(body.start, body.start + mark.len())))
    };
    let others: Vec<(usize, Span)> = (0..blocks.len()).filter_map(again).collect();
    for (at, mark) in places.into_values().flatten().chain(others) {
        take(text, &mut blocks[at], mark);
    }
}

/// Takes a word off a value.
fn take(text: &str, block: &mut Block<'_>, mark: Span) {
    let rest = |body: Span| trim(text, Span::new(mark.end.max(body.start), body.end));
    block.before = Some((mark, Class::Markup));
    block.labels.retain(|label| label.span.start >= mark.end);
    block.whole = Known::default();
    match block.shape {
        Shape::Row { label, body } => block.shape = Shape::Row { label, body: rest(body) },
        Shape::Prose { body } => block.shape = Shape::Prose { body: rest(body) },
        _ => {}
    }
}

/// What a value begins with that may come again before others.
fn mark(text: &str, blocks: &[Block<'_>], at: usize) -> Option<Span> {
    let block = &blocks[at];
    match block.shape {
        Shape::Row { label, body } => {
            let colon = body.of(text).strip_prefix(':').is_some_and(|rest| rest.starts_with([' ', '\t']));
            (colon && !label.is_empty() && block.before.is_none()).then(|| Span::new(body.start, body.start + 1))
        }
        Shape::Prose { body } if is_plain(block, body) && is_below_label(blocks, at) => {
            let raw = body.of(text);
            let end = raw.find([':', '.'])?;
            let word = raw[..end].trim_end();
            // `R.: `
            let end = if raw[end..].starts_with(".:") { end + 1 } else { end };
            let behind = &raw[end + 1..];
            let word = (behind.is_empty() || behind.starts_with(' '))
                && word.chars().all(char::is_alphabetic)
                && (1..=LETTERS).contains(&word.len());
            word.then(|| Span::new(body.start, body.start + end + 1))
        }
        _ => None,
    }
}

/// Whether a line means nothing by itself, but for the word that it begins with.
fn is_plain(block: &Block<'_>, body: Span) -> bool {
    let begins = |label: &LabelAt<'_>| label.span.start == body.start;
    block.before.is_none() && block.gap.is_none() && block.labels.iter().all(begins) && block.whole.is_empty()
}

/// Whether the line above is a label without a value.
fn is_below_label(blocks: &[Block<'_>], at: usize) -> bool {
    let above = blocks[..at].iter().rfind(|block| !block.is_blank());
    above.is_some_and(|above| {
        let alone = above.labels.last().is_some_and(|label| label.span.end >= above.body().end);
        above.is(Role::Label) || (alone && above.opening_label().is_some())
    })
}
