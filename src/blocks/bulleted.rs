//! Forms whose labels are the items of a list: `- **Where:** five villages`, with the items of a value below, further in.

use std::collections::HashSet;

use super::{Block, Shape, floor};
use crate::ledger::Class;

/// Labels of different wordings that make a list a form.
const LABELS: usize = 3;
/// Bytes of a label at most.
const LABEL: usize = 80;

/// Takes the bullets off the labels of such a form.
pub fn lay_out(text: &str, blocks: &mut [Block<'_>]) {
    let Some(indent) = blocks.iter().filter_map(indent).min() else { return };
    let is_item = |block: &&Block<'_>| self::indent(block) == Some(indent);
    let words = |block: &Block<'_>| block.opening_label().map(|words| words.of(text).to_lowercase());
    let labels: HashSet<String> = blocks.iter().filter(is_item).filter_map(words).collect();
    let items = blocks.iter().filter(is_item);
    let (like, all) =
        items.fold((0, 0), |(like, all), block| (like + usize::from(is_like_label(text, block)), all + 1));
    if labels.len() < LABELS || like * 10 < all * 7 {
        return;
    }
    for block in blocks.iter_mut().filter(|block| self::indent(block) == Some(indent)) {
        let Shape::Bullet { marker, body, .. } = block.shape else { continue };
        if is_like_label(text, block) {
            block.shape = Shape::Prose { body };
            block.before = Some((marker, Class::Markup));
        }
    }
}

/// Columns before a bullet.
const fn indent(block: &Block<'_>) -> Option<usize> {
    match block.shape {
        Shape::Bullet { indent, .. } => Some(indent),
        _ => None,
    }
}

/// Whether an item begins as a label does: with one, or in bold, or with a few words and a colon or question mark.
fn is_like_label(text: &str, block: &Block<'_>) -> bool {
    let raw = block.body().of(text);
    let head = &raw[..floor(raw, LABEL)];
    let mark = || head.find([':', '?', '\u{37e}']).is_some_and(|at| !head[..at].contains(['.', ',', ';']));
    let begins = raw.starts_with(|c: char| c.is_uppercase() || c == '¿');
    block.opening_label().is_some() || raw.starts_with("**") || (begins && mark())
}
