//! What stands beside the lines of a page that a browser shows: the name of the site above the path that leads to the page, other
//! pages that it names below.

use std::collections::HashSet;
use std::ops::Range;

use super::{Block, Mark, Shape, last_step};
use crate::schemas::fold;
use crate::source::digits;

/// Characters of such a line at most: more are a paragraph.
const LINE: usize = 100;
/// Lines between two lines of the page at most.
const LINES: usize = 12;
/// Other lines of the page above the path at least, for known labels there to be items of a menu.
const MENU: usize = 2;
/// Figures of a telephone number at least.
const FIGURES: usize = 6;
/// Labels of a sheet above them at least: its title stands further up.
const LABELS: usize = 3;

/// Marks them, where `breadcrumb` is the path that leads to the page, if it shows one. `is_free` says which blocks belong to no sheet
/// of a known family.
pub fn mark(text: &str, blocks: &mut [Block<'_>], breadcrumb: Option<usize>, is_free: impl Fn(usize) -> bool) {
    let mut found: Vec<usize> = breadcrumb.map_or_else(Vec::new, |at| site_name(text, blocks, at));
    found.extend(other_pages(text, blocks));
    for at in found.into_iter().filter(|&at| is_free(at)) {
        blocks[at].leave_out(1);
    }
}

/// The lines above the path, and the same words between it and the first label below. Where other lines of the page stand above it,
/// labels there are items of a menu.
fn site_name(text: &str, blocks: &[Block<'_>], path: usize) -> Vec<usize> {
    let words = |at: usize| fold(blocks[at].span.of(text));
    // Some sites show the path below the title, with which it ends.
    let end = last_step(blocks[path].span.of(text)).map(fold).unwrap_or_default();
    let above: Vec<usize> = (0..path).filter(|&at| !words(at).is_empty() && words(at) != end).collect();
    let of_page = above.iter().filter(|&&at| is_of_page(&blocks[at])).count();
    let menu = |block: &Block<'_>| of_page >= MENU && block.labels.is_empty() && is_short(text, block);
    if !above.iter().all(|&at| blocks[at].is_blank() || is_line(text, &blocks[at]) || menu(&blocks[at])) {
        return Vec::new();
    }
    let names: HashSet<String> = above.iter().map(|&at| words(at)).collect();
    let label = (path + 1..blocks.len()).find(|&at| blocks[at].opens_anything()).unwrap_or(path);
    let again = (path..label).filter(|&at| !blocks[at].is_blank() && names.contains(&words(at)));
    above.iter().copied().filter(|&at| !blocks[at].is_blank()).chain(again).collect()
}

/// The lines between two lines of the page, and behind the last where that stands apart, below the first labels of the sheet.
fn other_pages(text: &str, blocks: &[Block<'_>]) -> Vec<usize> {
    let mut labels = (0..blocks.len()).filter(|&at| blocks[at].opens_anything());
    let Some(below) = labels.nth(LABELS - 1) else { return Vec::new() };
    let page: Vec<usize> = (below..blocks.len()).filter(|&at| is_of_page(&blocks[at])).collect();
    let gaps = page.windows(2).map(|pair| pair[0] + 1..pair[1]);
    let lines = |gap: Range<usize>| gap.filter(|&at| !blocks[at].is_blank()).collect::<Vec<usize>>();
    let few = |lines: &Vec<usize>| lines.len() <= LINES && lines.iter().all(|&at| is_line(text, &blocks[at]));
    // What the last line of the page heads stands at its end, unless it says how to reach somebody.
    let end = page.last().map_or(blocks.len(), |last| last + 1)..blocks.len();
    let reaches = |at: &usize| {
        let line = blocks[*at].body().of(text);
        line.contains('@') || digits(line) >= FIGURES
    };
    // A button among the items of a list heads nothing.
    let above = |last: usize| blocks[..last].iter().rfind(|block| block.mark != Mark::Outside);
    let apart = page.last().is_some_and(|last| above(*last).is_some_and(Block::is_blank));
    let heads = |lines: &Vec<usize>| apart && !lines.iter().any(reaches);
    gaps.map(lines).chain(Some(lines(end)).filter(heads)).filter(few).flatten().collect()
}

/// Whether a block is a line of the page; not its number, which may stand in the middle of a text.
fn is_of_page(block: &Block<'_>) -> bool {
    match block.mark {
        Mark::Outside => matches!(block.shape, Shape::Blank { lines: 1 }),
        Mark::Boilerplate | Mark::Apart => true,
        Mark::None | Mark::Furniture { .. } => false,
    }
}

/// Whether a block is a line of a few words that opens nothing.
fn is_line(text: &str, block: &Block<'_>) -> bool {
    !block.opens_anything() && is_short(text, block)
}

/// Whether a block is a line of a few words.
fn is_short(text: &str, block: &Block<'_>) -> bool {
    let words = block.body().of(text);
    let few = words.chars().count() <= LINE && !words.ends_with(['.', ':']);
    few && matches!(
        block.shape,
        Shape::Prose { .. } | Shape::Bullet { .. } | Shape::Cells { .. } | Shape::Heading { .. }
    )
}
