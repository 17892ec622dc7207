//! Page headers and footers that no template knows: short lines that come again at the edges of pages.

use std::collections::HashMap;

use super::{Block, Mark, Shape};
use crate::schemas::{Role, fold};

/// A line that comes less often is no furniture.
const TIMES: usize = 3;
/// Lines that lie between two pages' headers at least, blank ones counted.
const PAGE_LINES: usize = 6;
/// Lines of one header or footer at most.
const GROUP_LINES: usize = 4;
/// Bytes of one such line at most.
const LINE_BYTES: usize = 240;
/// Lines without text that set a header or footer apart.
const GROUP_GAP: usize = 2;

/// White space between two ends of a line.
const GAP: &str = "   ";

/// Marks the lines that repeat at page distance.
pub fn mark(text: &str, blocks: &mut [Block<'_>]) {
    let lines = line_numbers(blocks);
    let mut places: HashMap<String, Vec<usize>> = HashMap::new();
    for at in candidates(text, blocks) {
        places.entry(fold(blocks[at].span.of(text))).or_default().push(at);
    }
    places.retain(|_, at| is_furniture(blocks, at, &lines));
    for (nth, at) in places.into_values().flat_map(|at| at.into_iter().enumerate()) {
        blocks[at].mark = Mark::Furniture { first: nth == 0 };
    }
}

/// Short lines of small groups that stand beside a gap, that mean nothing and are not marked yet.
fn candidates(text: &str, blocks: &[Block<'_>]) -> Vec<usize> {
    let mut found = Vec::new();
    let mut start = 0;
    for group in blocks.chunk_by(|a, b| a.is_blank() == b.is_blank()) {
        let end = start + group.len();
        // What follows content without a gap may be its last line, on every page.
        let apart = start.checked_sub(1).is_none_or(|before| before == 0 || is_gap(&blocks[before]));
        let set_apart = |block: &Block<'_>| apart || block.is(Role::Credit) || is_laid_out(block.span.of(text));
        let plain = |block: &Block<'_>| {
            set_apart(block)
                && block.mark == Mark::None
                && !block.opens_anything()
                && block.span.len() <= LINE_BYTES
                && !is_list(block)
        };
        if !group[0].is_blank() && group.len() <= GROUP_LINES {
            found.extend((start..end).filter(|&at| plain(&blocks[at]) && has_word(blocks[at].span.of(text))));
        }
        start = end;
    }
    found
}

/// Whether a line has a wide gap inside, as between the left and the right end of a page header.
pub fn is_laid_out(line: &str) -> bool {
    line.trim().contains(GAP)
}

fn is_gap(block: &Block<'_>) -> bool {
    matches!(block.shape, Shape::Blank { lines } if lines >= GROUP_GAP)
}

fn is_list(block: &Block<'_>) -> bool {
    matches!(block.shape, Shape::Bullet { .. } | Shape::Row { .. })
}

/// An address is somebody's, on whatever page it stands.
fn has_word(line: &str) -> bool {
    line.chars().any(char::is_alphabetic) && !line.contains('@')
}

fn is_furniture(blocks: &[Block<'_>], places: &[usize], lines: &[usize]) -> bool {
    let apart = places.windows(2).filter(|pair| lines[pair[1]] - lines[pair[0]] >= PAGE_LINES).count();
    let values = places.iter().filter(|&&at| follows_empty_label(blocks, at)).count();
    places.len() >= TIMES && apart + 1 >= TIMES && values * 2 < places.len()
}

/// Whether the line would be the value of a label that has none on its own line.
pub fn follows_empty_label(blocks: &[Block<'_>], at: usize) -> bool {
    let before = blocks[..at].iter().rev().find(|block| !block.is_blank());
    before.is_some_and(|block| {
        let ends_with_label = block.labels.last().is_some_and(|label| label.span.end >= block.body().end);
        !block.is_furniture() && block.opens_anything() && (!block.whole.is_empty() || ends_with_label)
    })
}

/// The number of the line that each block starts on.
fn line_numbers(blocks: &[Block<'_>]) -> Vec<usize> {
    let count = |line: &mut usize, block: &Block<'_>| {
        let start = *line;
        *line += if let Shape::Blank { lines } = block.shape { lines } else { 1 };
        Some(start)
    };
    blocks.iter().scan(0, count).collect()
}
