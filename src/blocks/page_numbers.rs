//! Page headers and footers that are told by their page number: it rises from one to the next. One that says of how many pages may
//! begin with a label.

use super::repetition::{LINE_BYTES, follows_empty_label, is_laid_out, may_be_furniture};
use super::{Block, Mark, Shape, labelled_headers, page_margins};
use crate::hashed::HashMap;
use crate::schemas::{fold, is_number};

/// Characters of a page number at most.
const DIGITS: usize = 4;
/// Letters of the word between the number of a page and of all pages at most.
const LINK: usize = 3;
/// Columns before a number in the middle of a page at least.
const MARGIN: usize = 16;
/// Slides of a deck at least.
const SLIDES: usize = 3;
/// Pages from one header to the next at most.
const PAGES: u32 = 4;

/// Marks lines with a number at one end, set apart from the same words, where the number rises; and lone numbers beside a header.
pub fn mark(text: &str, blocks: &mut [Block<'_>]) {
    let mut places: HashMap<String, Vec<(usize, u32)>> = HashMap::default();
    for at in 0..blocks.len() {
        if let Some((words, number)) = header(text, blocks, at) {
            places.entry(words).or_default().push((at, number));
        }
    }
    for places in places.into_values().filter(|places| rises(places)) {
        let places: Vec<usize> = places.into_iter().map(|(at, _)| at).collect();
        places.iter().for_each(|&at| blocks[at].mark = Mark::Furniture { first: false });
        labelled_headers::mark_with_neighbours(text, blocks, &places);
    }
    mark_headed(text, blocks);
    page_margins::mark(text, blocks);
    mark_slides(text, blocks);
    let mut counted = 0;
    for at in 0..blocks.len() {
        let Some(number) = page_alone(text, &blocks[at]) else { continue };
        // No header stands behind the last page.
        let last = counted > 1 && number == counted + 1 && blocks[at + 1..].iter().all(Block::is_blank);
        if last || beside_header(blocks, at) || is_centred(text, blocks, at) {
            blocks[at].mark = Mark::Furniture { first: false };
            counted = number;
        }
    }
}

/// Marks a line of its own that begins with the first line of the document and counts its page: `Example Town - Form - 2/2`; or that
/// is that line again, in two ends.
fn mark_headed(text: &str, blocks: &mut [Block<'_>]) {
    let Some(begins) = blocks.iter().position(|block| !block.is_blank()) else { return };
    let first = fold(blocks[begins].span.of(text));
    for at in begins + 1..blocks.len() {
        let apart = blocks[at - 1].is_blank() && blocks.get(at + 1).is_none_or(Block::is_blank);
        let free = may_be_furniture(&blocks[at]);
        let headed = || counted(blocks[at].span.of(text).trim()).is_some_and(|(words, _)| words.starts_with(&first));
        let again = || is_laid_out(blocks[at].span.of(text)) && fold(blocks[at].span.of(text)) == first;
        let heads = || (apart && headed()) || (blocks[at - 1].is_blank() && again());
        if free && !first.is_empty() && !follows_empty_label(blocks, at) && heads() {
            blocks[at].mark = Mark::Furniture { first: false };
        }
    }
}

/// Marks the feet of slides, whose numbers count one by one: `The keys – 3` between empty lines, and `3` above `The keys, Sample 2022`.
fn mark_slides(text: &str, blocks: &mut [Block<'_>]) {
    let mut places: HashMap<String, Vec<(usize, u32)>> = HashMap::default();
    for at in 0..blocks.len() {
        if let Some((words, number)) = foot(text, blocks, at).or_else(|| foot_below_number(text, blocks, at)) {
            places.entry(words).or_default().push((at, number));
        }
    }
    let follows = |pair: &[(usize, u32)]| pair[0].1.checked_add(1) == Some(pair[1].1);
    let counts = |places: &[(usize, u32)]| places.len() >= SLIDES && places.windows(2).all(follows);
    for places in places.into_values().filter(|places| counts(places)) {
        for (nth, (at, _)) in places.into_iter().enumerate() {
            let number = lone_number(text, &blocks[at]);
            blocks[at].mark = Mark::Furniture { first: false };
            // What the first page begins with may be the title.
            if number.is_some_and(|number| !number.begins_page || nth > 0) {
                blocks[at + 1].mark = Mark::Furniture { first: false };
            }
        }
    }
}

/// The folded words and the number of a line between empty lines that ends in its number, behind a dash or bar.
fn foot(text: &str, blocks: &[Block<'_>], at: usize) -> Option<(String, u32)> {
    let block = &blocks[at];
    let line = block.body().of(text);
    if !line.ends_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let parted = |block: Option<&Block<'_>>| block.is_none_or(|block| block.is_blank() || block.shape == Shape::Rule);
    let apart = parted(at.checked_sub(1).and_then(|at| blocks.get(at))) && parted(blocks.get(at + 1));
    let words = line.trim_end_matches(|c: char| c.is_ascii_digit());
    let marked = words.trim_end().ends_with(['–', '—', '-', '|', '·', '•']) && words.contains(char::is_alphabetic);
    let free = block.mark == Mark::None && !block.opens_anything() && line.len() <= LINE_BYTES;
    let number = line[words.len()..].parse().ok()?;
    (apart && marked && free && matches!(block.shape, Shape::Prose { .. })).then(|| (fold(words), number))
}

/// The folded words of the line below a number that stands alone, and the number.
fn foot_below_number(text: &str, blocks: &[Block<'_>], at: usize) -> Option<(String, u32)> {
    let LoneNumber { number, begins_page } = lone_number(text, &blocks[at])?;
    let below = blocks.get(at + 1)?;
    let line = below.body().of(text);
    let free = below.mark == Mark::None && !below.opens_anything() && !line.is_empty() && line.len() <= LINE_BYTES;
    let ends = begins_page || blocks.get(at + 2).is_none_or(Block::is_blank);
    (free && ends).then(|| (fold(line), number))
}

/// A number that stands alone on a line.
struct LoneNumber {
    number: u32,
    /// Whether it stands between dashes: `--- 3 ---`.
    begins_page: bool,
}

fn lone_number(text: &str, block: &Block<'_>) -> Option<LoneNumber> {
    if block.is_blank() {
        return None;
    }
    let line = block.span.of(text).trim();
    if line.ends_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let bare = line.trim_matches(['-', '–', '—', ' ']);
    let dashes = line.len() - bare.len();
    let even = dashes == 0 || line.starts_with(['-', '–', '—']) && line.ends_with(['-', '–', '—']);
    let free = is_number(bare, DIGITS) && even && block.mark == Mark::None;
    free.then(|| Some(LoneNumber { number: bare.parse().ok()?, begins_page: dashes > 0 })).flatten()
}

/// The folded words of a header and its number: `Small Places, Long Roads      13`.
fn header(text: &str, blocks: &[Block<'_>], at: usize) -> Option<(String, u32)> {
    let block = &blocks[at];
    if block.mark != Mark::None || block.is_blank() {
        return None;
    }
    let line = block.span.of(text).trim();
    let is_digit = |c: char| c.is_ascii_digit();
    let counts = line.starts_with(is_digit) || line.ends_with(is_digit);
    if !counts || line.len() > LINE_BYTES || line.starts_with('|') {
        return None;
    }
    if !is_laid_out(line) && !line.contains(['\t', '|']) {
        return None;
    }
    if let Some(counted) = counted(line).filter(|_| !follows_empty_label(blocks, at)) {
        return Some(counted);
    }
    if block.opens_anything() {
        return None;
    }
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

/// The folded words of a line that ends in the number of its page and of how many there are, and the number: `Form      page 1 of 2`,
/// `Title: Form      Page: 1/2`.
fn counted(line: &str) -> Option<(String, u32)> {
    let is_digit = |c: char| c.is_ascii_digit();
    let before = line.trim_end_matches(is_digit);
    let (of, all) = (before.trim_end(), &line[before.len()..]);
    if all.is_empty() {
        return None;
    }
    let link = if of.ends_with('/') { "/" } else { of.rsplit(' ').next().filter(|word| is_short_word(word))? };
    let counted = of[..of.len() - link.len()].trim_end();
    let words = counted.trim_end_matches(is_digit);
    let number: u32 = counted[words.len()..].parse().ok()?;
    let pages: u32 = all.parse().ok().filter(|pages| *pages >= number)?;
    let named = words.ends_with([' ', '\t', '\u{a0}']) && words.contains(char::is_alphabetic);
    named.then(|| (format!("{} {pages}", fold(words.trim_end())), number))
}

/// `of`, `sur`, `από`
pub fn is_short_word(word: &str) -> bool {
    (1..=LINK).contains(&word.chars().count()) && word.chars().all(char::is_alphabetic)
}

/// Whether the numbers go up from line to line, by few pages each.
fn rises(places: &[(usize, u32)]) -> bool {
    let up =
        |pair: &[(usize, u32)]| pair[1].1 > pair[0].1 && pair[1].1 - pair[0].1 <= PAGES && pair[1].0 > pair[0].0 + 1;
    places.len() > 1 && places.windows(2).all(up)
}

/// The number of a page that stands alone, or with that of all: `3`, `3/12`.
fn page_alone(text: &str, block: &Block<'_>) -> Option<u32> {
    let line = block.body().of(text);
    if !line.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let (number, pages) = line.split_once('/').map_or((line, None), |(number, pages)| (number, Some(pages)));
    let counts = is_number(number, DIGITS) && pages.is_none_or(|pages| is_number(pages, DIGITS));
    let free = block.mark == Mark::None && matches!(block.shape, Shape::Prose { .. });
    if counts && free { number.parse().ok() } else { None }
}

/// Whether a number stands in the middle of the page, between empty lines, with a page header behind it.
fn is_centred(text: &str, blocks: &[Block<'_>], at: usize) -> bool {
    let line = blocks[at].span.of(text);
    let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
    let mut behind = blocks[at + 1..].iter();
    let apart = at.checked_sub(1).is_none_or(|before| blocks[before].is_blank());
    indent >= MARGIN
        && apart
        && behind.next().is_none_or(Block::is_blank)
        && behind.next().is_none_or(Block::is_furniture)
}

/// Whether the line before or behind is a page header; before it no empty one may stand between.
fn beside_header(blocks: &[Block<'_>], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|at| blocks.get(at));
    let behind = blocks[at + 1..].iter().find(|block| !block.is_blank());
    [before, behind].into_iter().flatten().any(Block::is_furniture)
}
