//! Page headers and footers that are told by their page number: it rises from one to the next.

use std::collections::HashMap;

use super::repetition::{follows_empty_label, is_laid_out};
use super::{Block, Mark, Shape};
use crate::schemas::fold;

/// Bytes of such a line at most.
const LINE_BYTES: usize = 240;
/// Characters of a page number at most.
const DIGITS: usize = 4;
/// Pages from one header to the next at most.
const PAGES: u32 = 4;

/// Marks lines with a number at one end, set apart from the same words, where the number rises; and lone numbers beside a header.
pub fn mark(text: &str, blocks: &mut [Block<'_>]) {
    let mut places: HashMap<String, Vec<(usize, u32)>> = HashMap::new();
    for at in 0..blocks.len() {
        if let Some((words, number)) = header(text, blocks, at) {
            places.entry(words).or_default().push((at, number));
        }
    }
    for (at, _) in places.into_values().filter(|places| rises(places)).flatten() {
        blocks[at].mark = Mark::Furniture { first: false };
    }
    for at in 0..blocks.len() {
        if is_lone_number(text, &blocks[at]) && beside_header(blocks, at) {
            blocks[at].mark = Mark::Furniture { first: false };
        }
    }
}

/// The folded words of a header and its number: `Small Places, Long Roads      13`.
fn header(text: &str, blocks: &[Block<'_>], at: usize) -> Option<(String, u32)> {
    let block = &blocks[at];
    let line = block.span.of(text).trim();
    let apart = is_laid_out(line) || line.contains(['\t', '|']);
    let free = block.mark == Mark::None && !block.is_blank() && !block.opens_anything();
    if !apart || !free || line.len() > LINE_BYTES || line.starts_with('|') {
        return None;
    }
    let is_digit = |c: char| c.is_ascii_digit();
    let behind = line.trim_end_matches(is_digit);
    let before = line.trim_start_matches(is_digit);
    let (words, number) = match (behind.len() < line.len(), before.len() < line.len()) {
        (true, false) => (behind, &line[behind.len()..]),
        (false, true) => (before, &line[..line.len() - before.len()]),
        _ => return None,
    };
    let parted = words.ends_with(char::is_whitespace) || words.starts_with(char::is_whitespace);
    let words = fold(words.trim_matches(|c: char| c == '|' || c.is_whitespace()));
    let named = words.chars().any(char::is_alphabetic) && number.len() <= DIGITS && parted;
    (named && !follows_empty_label(blocks, at)).then(|| Some((words, number.parse().ok()?))).flatten()
}

/// Whether the numbers go up from line to line, by few pages each.
fn rises(places: &[(usize, u32)]) -> bool {
    let up =
        |pair: &[(usize, u32)]| pair[1].1 > pair[0].1 && pair[1].1 - pair[0].1 <= PAGES && pair[1].0 > pair[0].0 + 1;
    places.len() > 1 && places.windows(2).all(up)
}

fn is_lone_number(text: &str, block: &Block<'_>) -> bool {
    let line = block.body().of(text);
    let digits = !line.is_empty() && line.len() <= DIGITS && line.bytes().all(|byte| byte.is_ascii_digit());
    digits && block.mark == Mark::None && matches!(block.shape, Shape::Prose { .. })
}

/// Whether the line before or behind, without an empty one between, is a page header.
fn beside_header(blocks: &[Block<'_>], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|at| blocks.get(at));
    [before, blocks.get(at + 1)].into_iter().flatten().any(Block::is_furniture)
}
