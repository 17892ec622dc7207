//! Labels glued to what stands beside them, as some sites copy them: to the heading above, `project informationStart date: 1 April 2017`,
//! or to their value, `Total budget€214 300`.

use std::ops::Range;

use super::bulleted::take_bullet;
use super::labels::Labels;
use super::{Block, Mark, Shape, floor, trim};
use crate::ledger::Class;
use crate::schemas::{Role, Schemas, Way};
use crate::source::{CURRENCY_SIGNS, Span};

/// Bytes of a heading and label at most.
const REACH: usize = 120;
/// The first bytes of signs of currencies: `£`, `€`, `$`.
const SIGNS: [u8; 3] = [0xc2, 0xe2, b'$'];
/// Lines with a label glued to its value that make a form.
const VALUES: usize = 2;
/// The same where other lines or empty ones stand between them.
const SCATTERED: usize = 3;

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

/// Makes rows of labels that stand directly before their values, and of those before a space among them: `Project dates 01/10/2012`.
/// They stand in lines one below the other; where there are more of them, empty lines and lines that nobody knows may stand between.
fn from_values<'s>(text: &str, blocks: &mut [Block<'s>], labels: &mut Labels<'_, 's>) {
    let is_line =
        |block: &Block<'_>| block.is_blank() || matches!(block.shape, Shape::Prose { .. } | Shape::Bullet { .. });
    for lines in blocks.chunk_by_mut(|a, b| is_line(a) && is_line(b)) {
        let seamed: Vec<usize> = (0..lines.len()).filter(|at| may_be_glued(lines[*at].body().of(text))).collect();
        let mut glued = |several| {
            let value = |at: &usize| Some((*at, value(text, &lines[*at], labels, glued_values, several)?));
            seamed.iter().filter_map(value).collect::<Vec<_>>()
        };
        let several = glued(true);
        if several.len() < VALUES {
            continue;
        }
        // `StartUps` is a word.
        let all = glued(false);
        let scattered = all.len() >= SCATTERED;
        let together = several.windows(2).any(|pair| pair[0].0 + 1 == pair[1].0);
        let found = if scattered {
            all
        } else if together {
            several
        } else {
            continue;
        };
        for at in reach(lines, &found) {
            let start = found.binary_search_by_key(&at, |label| label.0).ok().map(|nth| found[nth].1);
            match start.or_else(|| value(text, &lines[at], labels, spaced_values, !scattered)) {
                Some(start) => part(text, &mut lines[at], start, labels),
                None if seamed.binary_search(&at).is_ok() || matches!(lines[at].shape, Shape::Bullet { .. }) => {
                    lines[at].mark = Mark::Apart;
                }
                None => {}
            }
        }
    }
}

/// The lines from the first to the last with such a label, and those of the paragraphs of these two.
fn reach(lines: &[Block<'_>], found: &[(usize, usize)]) -> Range<usize> {
    let [(first, _), .., (last, _)] = found[..] else { return 0..0 };
    let above = lines[..first].iter().rev().take_while(|line| !line.is_blank()).count();
    let below = lines[last..].iter().take_while(|line| !line.is_blank()).count();
    first - above..last + below
}

/// Makes a row of a line whose value starts there.
fn part<'s>(text: &str, line: &mut Block<'s>, start: usize, labels: &mut Labels<'_, 's>) {
    take_bullet(line);
    let body = line.body();
    let label = trim(text, Span::new(body.start, start));
    line.shape = Shape::Row { label, body: trim(text, Span::new(start, body.end)) };
    line.labels = labels.of_cell(label);
}

/// Where the value of a line starts, if a label stands before one of the places where it may. `several` asks for one of several words:
/// `StartUps` is a word.
fn value<'t, 's, I: Iterator<Item = usize> + 't>(
    text: &'t str,
    block: &Block<'s>,
    labels: &mut Labels<'_, 's>,
    places: fn(&'t str) -> I,
    several: bool,
) -> Option<usize> {
    if block.before.is_some() || !block.whole.is_empty() || !block.labels.is_empty() {
        return None;
    }
    let body = block.body();
    let raw = body.of(text);
    let mut known = |start: &usize| {
        let known = labels.meanings(Span::new(body.start, body.start + start));
        known.way == Way::Exact && known.has(Role::Label) && (!several || raw[..*start].trim_end().contains(' '))
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

/// Where a figure or a capital stands behind a space.
fn spaced_values(words: &str) -> impl Iterator<Item = usize> {
    let starts = words.match_indices(|c: char| c.is_ascii_digit() || c.is_uppercase()).map(|(at, _)| at);
    starts.filter(|at| words[..*at].ends_with(' '))
}

/// Where a capital stands directly behind a small letter.
fn seams(words: &str) -> impl Iterator<Item = usize> {
    let pairs = words.char_indices().zip(words.chars().skip(1));
    let seam = pairs.filter(|((_, before), behind)| before.is_lowercase() && behind.is_uppercase());
    seam.map(|((at, before), _)| at + before.len_utf8())
}
