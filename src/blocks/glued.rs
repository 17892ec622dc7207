//! Labels glued to what stands beside them, as some sites copy them: to the heading above, `project informationStart date: 1 April 2017`,
//! or to their value, `Total budget€214 300`.

use super::labels::Labels;
use super::{Block, Shape, floor, trim};
use crate::ledger::Class;
use crate::schemas::{Role, Schemas, Way};
use crate::source::{CURRENCY_SIGNS, Span};

/// Bytes of a heading and label at most.
const REACH: usize = 120;
/// The first bytes of signs of currencies: `£`, `€`, `$`.
const SIGNS: [u8; 3] = [0xc2, 0xe2, b'$'];
/// Lines with a label glued to its value that make a form.
const VALUES: usize = 2;

/// Takes the heading off such labels, and parts them from their values.
pub fn lay_out<'s>(text: &str, blocks: &mut [Block<'s>], schemas: &'s Schemas) {
    let mut labels = Labels::new(text, schemas);
    from_headings(text, blocks, &mut labels);
    from_values(text, blocks, &mut labels);
}

fn from_headings<'s>(text: &str, blocks: &mut [Block<'s>], labels: &mut Labels<'_, 's>) {
    for block in blocks {
        let Shape::Prose { body } = block.shape else { continue };
        if block.before.is_some() || !block.whole.is_empty() || block.opening_label().is_some() {
            continue;
        }
        let raw = body.of(text);
        let Some(colon) = raw[..floor(raw, REACH)].find(':') else { continue };
        let mut opens = |start: &usize| {
            let known = labels.meanings(Span::new(body.start + start, body.start + colon));
            known.way == Way::Exact && known.has(Role::Label)
        };
        let Some(start) = seams(&raw[..colon]).find(|start| opens(start)) else { continue };
        let rest = Span::new(body.start + start, body.end);
        block.labels = labels.of_line(rest);
        block.shape = Shape::Prose { body: rest };
        block.before = Some((Span::new(body.start, rest.start), Class::Heading));
    }
}

/// Makes rows of labels that stand directly before their values, and of those before a figure among them: `Project dates 01/10/2012`.
fn from_values<'s>(text: &str, blocks: &mut [Block<'s>], labels: &mut Labels<'_, 's>) {
    let is_text = |block: &Block<'_>| matches!(block.shape, Shape::Prose { .. });
    for lines in blocks.chunk_by_mut(|a, b| is_text(a) && is_text(b)) {
        let glued = |at: usize| Some((at, value(text, &lines[at], labels, glued_values)?));
        let seamed = (0..lines.len()).filter(|at| may_be_glued(lines[*at].body().of(text)));
        let glued: Vec<(usize, usize)> = seamed.filter_map(glued).collect();
        if glued.len() < VALUES {
            continue;
        }
        let spaced = |at: usize| Some((at, value(text, &lines[at], labels, spaced_values)?));
        let others: Vec<(usize, usize)> = (0..lines.len()).filter_map(spaced).collect();
        for (at, start) in glued.into_iter().chain(others) {
            let body = lines[at].body();
            let label = trim(text, Span::new(body.start, start));
            lines[at].shape = Shape::Row { label, body: trim(text, Span::new(start, body.end)) };
            lines[at].labels = labels.of_cell(label);
        }
    }
}

/// Where the value of a line starts, if a label of several words stands before one of the places where it may: `StartUps` is a word.
fn value<'t, 's, I: Iterator<Item = usize> + 't>(
    text: &'t str,
    block: &Block<'s>,
    labels: &mut Labels<'_, 's>,
    places: fn(&'t str) -> I,
) -> Option<usize> {
    let Shape::Prose { body } = block.shape else { return None };
    if block.before.is_some() || !block.whole.is_empty() || !block.labels.is_empty() {
        return None;
    }
    let raw = body.of(text);
    let mut known = |start: &usize| {
        let known = labels.meanings(Span::new(body.start, body.start + start));
        known.way == Way::Exact && known.has(Role::Label) && raw[..*start].trim_end().contains(' ')
    };
    places(&raw[..floor(raw, REACH)]).find(|start| known(start)).map(|start| body.start + start)
}

/// Whether a capital, a figure or a sign stands directly behind a letter: by its bytes, as most lines have none.
fn may_be_glued(line: &str) -> bool {
    let glued = |pair: &[u8]| {
        let (before, next) = (pair[0], pair[1]);
        let starts = next.is_ascii_uppercase() || next.is_ascii_digit();
        let letter = before.is_ascii_lowercase();
        letter && (starts || SIGNS.contains(&next)) || !before.is_ascii() && starts
    };
    line.as_bytes().windows(2).any(glued)
}

/// Where a capital, a figure or the sign of a currency stands directly behind a small letter.
fn glued_values(words: &str) -> impl Iterator<Item = usize> {
    let money = words.match_indices(CURRENCY_SIGNS).map(|(at, _)| at);
    let figures = words.match_indices(|c: char| c.is_ascii_digit()).map(|(at, _)| at);
    let behind = |at: &usize| words[..*at].ends_with(char::is_lowercase);
    seams(words).chain(money.chain(figures).filter(behind))
}

/// Where a figure stands behind a space.
fn spaced_values(words: &str) -> impl Iterator<Item = usize> {
    let figures = words.match_indices(|c: char| c.is_ascii_digit()).map(|(at, _)| at);
    figures.filter(|at| words[..*at].ends_with(' '))
}

/// Where a capital stands directly behind a small letter.
fn seams(words: &str) -> impl Iterator<Item = usize> {
    let pairs = words.char_indices().zip(words.chars().skip(1));
    let seam = pairs.filter(|((_, before), behind)| before.is_lowercase() && behind.is_uppercase());
    seam.map(|((at, before), _)| at + before.len_utf8())
}
