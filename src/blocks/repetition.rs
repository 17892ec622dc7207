//! Page headers and footers that no template knows: short lines that come again at the edges of pages.

use super::{Block, Mark, Shape};
use crate::hashed::{HashMap, HashSet};
use crate::schemas::{Role, fold};
use crate::source::three_spaces;

/// A line that comes less often is no furniture.
const TIMES: usize = 3;
/// Lines that lie between two pages' headers at least, blank ones counted.
pub const PAGE_LINES: usize = 6;
/// Lines of one header or footer at most.
const GROUP_LINES: usize = 4;
/// Bytes of a page header or footer at most.
pub const LINE_BYTES: usize = 240;
/// Lines without text that set a header or footer apart.
const GROUP_GAP: usize = 2;

/// What parts the pages of a printed document.
const FORM_FEED: char = '\u{c}';
/// Lines at each end of a page, between form feeds, that may be a header or footer.
const EDGE_LINES: usize = 2;
/// White space between two ends of a line.
const GAP: &str = "   ";

/// Marks the lines that repeat at page distance.
pub fn mark(text: &str, blocks: &mut [Block<'_>]) {
    let lines = line_numbers(blocks);
    let pages = Pages::new(text, blocks);
    let mut places: HashMap<String, Vec<usize>> = HashMap::default();
    for at in candidates(text, blocks, &pages) {
        places.entry(wording(blocks[at].span.of(text))).or_default().push(at);
    }
    places.retain(|_, at| is_furniture(blocks, at, &lines, &pages));
    for (nth, at) in places.into_values().flat_map(|at| at.into_iter().enumerate()) {
        blocks[at].mark = Mark::Furniture { first: nth == 0 };
    }
}

/// The folded words of a line. Left and right pages may have the ends of a header the other way round.
fn wording(line: &str) -> String {
    let mut ends: Vec<String> = line.trim().split(GAP).map(fold).filter(|end| !end.is_empty()).collect();
    ends.sort_unstable();
    ends.join(" ")
}

/// Short lines of small groups that stand beside a gap, that mean nothing and are not marked yet.
fn candidates(text: &str, blocks: &[Block<'_>], pages: &Pages) -> Vec<usize> {
    let mut found = Vec::new();
    let mut start = 0;
    let headers = repeated_groups(text, blocks);
    for group in blocks.chunk_by(|a, b| a.is_blank() == b.is_blank()) {
        let end = start + group.len();
        // What follows content without a gap may be its last line, on every page; several lines that come again together are not.
        let apart = start.checked_sub(1).is_none_or(|before| before == 0 || is_gap(&blocks[before]))
            || headers.contains(&start);
        let set_apart = |block: &Block<'_>| apart || block.is(Role::Credit) || is_laid_out(block.span.of(text));
        let plain = |at: usize| {
            let block = &blocks[at];
            block.mark == Mark::None
                && !block.opens_anything()
                && block.span.len() <= LINE_BYTES
                && !is_list(block)
                && !is_numbered(block.body().of(text))
                && (pages.at_edge[at] || set_apart(block))
        };
        if !group[0].is_blank() {
            let short = group.len() <= GROUP_LINES;
            // A header in two ends may have the whole page directly below it.
            let heads = |at: usize| at == start && is_laid_out(blocks[at].span.of(text));
            let lines = (start..end).filter(|&at| short || pages.at_edge[at] || heads(at));
            found.extend(lines.filter(|&at| plain(at) && has_word(blocks[at].span.of(text))));
        }
        start = end;
    }
    found
}

/// Where small groups start whose first two lines come again and again.
fn repeated_groups(text: &str, blocks: &[Block<'_>]) -> HashSet<usize> {
    let mut places: HashMap<String, Vec<usize>> = HashMap::default();
    let mut start = 0;
    for group in blocks.chunk_by(|a, b| a.is_blank() == b.is_blank()) {
        opening(text, group).into_iter().for_each(|lines| places.entry(lines).or_default().push(start));
        start += group.len();
    }
    places.into_values().filter(|starts| starts.len() >= TIMES).flatten().collect()
}

/// The first two lines of a small group of lines, folded.
fn opening(text: &str, group: &[Block<'_>]) -> Option<String> {
    let [first, second, ..] = group else { return None };
    let plain = |block: &Block<'_>| !block.is_blank() && !block.opens_anything() && block.span.len() <= LINE_BYTES;
    let small = group.len() <= GROUP_LINES && plain(first) && plain(second) && !is_list(first) && !is_list(second);
    small.then(|| fold(first.span.to(second.span).of(text)))
}

/// Whether a line may be a page header or footer: it is short, opens nothing, and nobody knows yet what it is.
pub fn may_be_furniture(block: &Block<'_>) -> bool {
    block.mark == Mark::None && !block.opens_anything() && block.span.len() <= LINE_BYTES
}

/// Whether a line has a wide gap inside, as between the left and the right end of a page header.
pub fn is_laid_out(line: &str) -> bool {
    three_spaces(line.trim()).is_some()
}

fn is_gap(block: &Block<'_>) -> bool {
    matches!(block.shape, Shape::Blank { lines } if lines >= GROUP_GAP)
}

fn is_list(block: &Block<'_>) -> bool {
    matches!(block.shape, Shape::Bullet { .. } | Shape::Row { .. })
}

/// Whether a line is an item of a list, with its number written in some way of its own: `2. - The garden`.
fn is_numbered(line: &str) -> bool {
    let behind = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = line.len() - behind.len();
    let mark = behind.strip_prefix(['.', ')']).map(|rest| rest.trim_start_matches([' ', '-', '–', '.']));
    (1..=2).contains(&digits) && mark.is_some_and(|rest| rest.starts_with(char::is_alphabetic))
}

/// An address is somebody's, on whatever page it stands.
fn has_word(line: &str) -> bool {
    line.chars().any(char::is_alphabetic) && !line.contains('@')
}

fn is_furniture(blocks: &[Block<'_>], places: &[usize], lines: &[usize], pages: &Pages) -> bool {
    let distant = |pair: &&[usize]| lines[pair[1]] - lines[pair[0]] >= PAGE_LINES || pages.part(pair[0], pair[1]);
    let apart = places.windows(2).filter(distant).count();
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

/// The pages that form feeds part; without one there is none.
struct Pages {
    /// The number of the page of each block.
    number: Vec<usize>,
    /// Whether a block is among the first or last lines of its page.
    at_edge: Vec<bool>,
}

impl Pages {
    fn new(text: &str, blocks: &[Block<'_>]) -> Self {
        if memchr::memchr(FORM_FEED as u8, text.as_bytes()).is_none() {
            return Self { number: vec![0; blocks.len()], at_edge: vec![false; blocks.len()] };
        }
        let count = |page: &mut usize, block: &Block<'_>| {
            *page += block.span.of(text).matches(FORM_FEED).count();
            Some(*page)
        };
        let number: Vec<usize> = blocks.iter().scan(0, count).collect();
        let mut at_edge = vec![false; blocks.len()];
        if number.last().is_some_and(|last| *last > 0) {
            let lines: Vec<usize> = (0..blocks.len()).filter(|&at| !blocks[at].is_blank()).collect();
            for page in lines.chunk_by(|&a, &b| number[a] == number[b]) {
                let edges = page.iter().take(EDGE_LINES).chain(page.iter().rev().take(EDGE_LINES));
                edges.for_each(|&at| at_edge[at] = true);
            }
        }
        Self { number, at_edge }
    }

    /// Whether two blocks stand at the edges of different pages.
    fn part(&self, first: usize, second: usize) -> bool {
        self.number[first] != self.number[second] && self.at_edge[first] && self.at_edge[second]
    }
}

/// The number of the line that each block starts on.
pub fn line_numbers(blocks: &[Block<'_>]) -> Vec<usize> {
    let count = |line: &mut usize, block: &Block<'_>| {
        let start = *line;
        *line += if let Shape::Blank { lines } = block.shape { lines } else { 1 };
        Some(start)
    };
    blocks.iter().scan(0, count).collect()
}
