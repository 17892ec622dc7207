//! Forms whose labels look like the items of a list: `- **Where:** five villages`, with the items of a value below, further in; or
//! `* Where`, where a star marks what has to be filled in.

use std::collections::HashSet;

use super::{Block, Shape, floor};
use crate::ledger::Class;
use crate::practice::Field;
use crate::schemas::{Label, Role, Schemas};
use crate::source::CURRENCY_SIGNS;

/// Labels of different wordings that make a list a form.
const LABELS: usize = 3;
/// Bytes of a label at most.
const LABEL: usize = 80;
/// What marks the labels that have to be filled in.
const STAR: &str = "*";

/// Takes the bullets off the labels of such forms: of those furthest out in the document, else of each list.
pub fn lay_out(text: &str, blocks: &mut [Block<'_>], schemas: &Schemas) {
    let is_known = |block: &Block<'_>| block.opening_label().is_some();
    if let Some(least) = blocks.iter().filter_map(indent).min() {
        let out = |&at: &usize| indent(&blocks[at]) == Some(least) && !is_share(text, &blocks[at], schemas);
        let items: Vec<usize> = (0..blocks.len()).filter(out).collect();
        lay_out_items(text, blocks, &items, is_known, |block| is_like_label(text, block));
    }
    let is_item = |&at: &usize| indent(&blocks[at]).is_some() && !is_share(text, &blocks[at], schemas);
    let bullets: Vec<usize> = (0..blocks.len()).filter(is_item).collect();
    for list in bullets.chunk_by(|a, b| a + 1 == *b) {
        lay_out_items(text, blocks, list, is_known, is_known);
        lay_out_flat(text, blocks, list);
    }
    let starred: Vec<usize> = (0..blocks.len()).filter(|&at| is_starred(text, blocks, at)).collect();
    // Numbers count the labels of a form, and no items of a starred list.
    let numbered = |block: &Block<'_>| block.body().of(text).starts_with(|c: char| c.is_ascii_digit());
    lay_out_items(text, blocks, &starred, is_label, |block| is_label(block) || numbered(block));
}

/// Takes the bullets off the items that are like labels, if most are, and enough are known ones.
fn lay_out_items(
    text: &str,
    blocks: &mut [Block<'_>],
    items: &[usize],
    is_known: impl Fn(&Block<'_>) -> bool,
    is_like: impl Fn(&Block<'_>) -> bool,
) {
    let known = items.iter().filter(|&&at| is_known(&blocks[at]));
    let words = |at: &usize| blocks[*at].opening_label().unwrap_or(blocks[*at].body()).of(text).to_lowercase();
    let labels: HashSet<String> = known.map(words).collect();
    let like: Vec<usize> = items.iter().copied().filter(|&at| is_like(&blocks[at])).collect();
    if labels.len() < LABELS || like.len() * 10 < items.len() * 7 {
        return;
    }
    like.into_iter().for_each(|at| take_bullet(&mut blocks[at]));
}

/// Takes the bullets off the labels of a list that has lost its levels: each is an item with its values in the items below it.
fn lay_out_flat(text: &str, blocks: &mut [Block<'_>], list: &[usize]) {
    let is_whole = |at: &usize| blocks[*at].is(Role::Label);
    let Some(first) = list.iter().position(is_whole) else { return };
    let labels: Vec<usize> = list[first..].iter().copied().filter(is_whole).collect();
    let wordings: HashSet<String> = labels.iter().map(|&at| blocks[at].body().of(text).to_lowercase()).collect();
    let has_value = |at: &usize| list.last().is_some_and(|last| at < last) && !is_whole(&(at + 1));
    if wordings.len() >= LABELS && labels.iter().all(has_value) {
        labels.into_iter().for_each(|at| take_bullet(&mut blocks[at]));
    }
}

/// Makes a plain line of an item.
pub(super) fn take_bullet(block: &mut Block<'_>) {
    if let Shape::Bullet { marker, body, .. } = block.shape {
        block.shape = Shape::Prose { body };
        block.before = Some((marker, Class::Markup));
    }
}

/// Columns before a bullet.
const fn indent(block: &Block<'_>) -> Option<usize> {
    match block.shape {
        Shape::Bullet { indent, .. } => Some(indent),
        _ => None,
    }
}

/// Whether a line behind a star has a line of text below it: no item of a list has, but for one that is broken.
fn is_starred(text: &str, blocks: &[Block<'_>], at: usize) -> bool {
    let Shape::Bullet { marker, .. } = blocks[at].shape else { return false };
    let below = blocks.get(at + 1).is_some_and(|next| matches!(next.shape, Shape::Prose { .. }));
    below && marker.of(text) == STAR
}

/// Whether a line is a known label or begins with one.
fn is_label(block: &Block<'_>) -> bool {
    block.opening_label().is_some() || block.is(Role::Label)
}

/// Whether an item says how much of a sum somebody pays or something costs: `Local: 12,850 €`. Behind a label of money it is its value.
fn is_share(text: &str, block: &Block<'_>, schemas: &Schemas) -> bool {
    let Some((_, value)) = block.body().of(text).split_once(':') else { return false };
    let figures = value.trim_start().starts_with(|c: char| c.is_ascii_digit() || CURRENCY_SIGNS.contains(&c));
    let money = |label: &Label| matches!(label.field, Field::Funding | Field::Funders | Field::Unmapped);
    let first = || block.labels.first().map_or(&[][..], |label| label.meanings.meanings());
    figures && value.contains(CURRENCY_SIGNS) && !schemas.own_labels(first(), schemas.generic()).any(money)
}

/// Whether an item begins as a label does: with one, or in bold, or with a few words and a colon or question mark.
fn is_like_label(text: &str, block: &Block<'_>) -> bool {
    let raw = block.body().of(text);
    let head = &raw[..floor(raw, LABEL)];
    let mark = || head.find([':', '?', '\u{37e}']).is_some_and(|at| !head[..at].contains(['.', ',', ';']));
    let begins = raw.starts_with(|c: char| c.is_uppercase() || c == '¿');
    block.opening_label().is_some() || raw.starts_with("**") || (begins && mark())
}
