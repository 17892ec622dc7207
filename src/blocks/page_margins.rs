//! Page headers and footers with a number at the margin, each of which may come only once.

use super::page_numbers::is_short_word;
use super::repetition::{follows_empty_label, may_be_furniture};
use super::{Block, Mark};
use crate::hashed::HashSet;
use crate::schemas::{fold, is_number};

/// Characters of a page number at most.
const DIGITS: usize = 3;
/// White space between the words of a page header and a number at the margin at least, and characters of such a line.
pub(super) const FAR: &str = "        ";
const WIDTH: usize = 60;
/// Characters of a line with the number before its words at least.
const LEFT_WIDTH: usize = 40;
/// Letters of the word for a page at most.
const PAGE_WORD: usize = 8;

/// Marks a line of its own between two paragraphs with a page number at the far end of the page, `Small Places, Long Roads        – 7 –`,
/// or alone there, `                Annexes - p. 57`; and the line that has the same words without a number.
pub fn mark(text: &str, blocks: &mut [Block<'_>]) {
    let text_at = |at: usize| !blocks[at].is_blank();
    let (Some(first), Some(last)) =
        ((0..blocks.len()).find(|&at| text_at(at)), (0..blocks.len()).rfind(|&at| text_at(at)))
    else {
        return;
    };
    let mut words = HashSet::default();
    for at in first + 1..last {
        let free = blocks[at - 1].is_blank() && may_be_furniture(&blocks[at]) && !follows_empty_label(blocks, at);
        let header = if free { far_words(blocks[at].span.of(text)) } else { None };
        let Some(header) = header.filter(|header| header.alone || blocks[at + 1].is_blank()) else { continue };
        words.insert(fold(header.words));
        blocks[at].mark = Mark::Furniture { first: false };
    }
    if words.is_empty() {
        return;
    }
    // The title of a sheet may have the same words, but stands where its text does.
    for block in blocks.iter_mut().filter(|block| block.mark == Mark::None && !block.opens_anything()) {
        let line = block.span.of(text);
        if line.starts_with(FAR) && words.contains(&fold(line)) {
            block.mark = Mark::Furniture { first: true };
        }
    }
}

/// The words of a page header with a number at the margin.
struct FarHeader<'t> {
    words: &'t str,
    /// Whether they stand at the margin, too.
    alone: bool,
}

/// The words that a wide gap parts from a page number at the margin, or that stand there with it.
fn far_words(line: &str) -> Option<FarHeader<'_>> {
    let line = line.trim_end();
    // `47        Small Places, Long Roads`
    let begins = Some(line.trim_start()).filter(|line| line.starts_with(|c: char| c.is_ascii_digit()));
    let left = begins.and_then(|line| line.split_once(FAR));
    let left = left.filter(|(number, _)| is_page(number) && number.len() <= DIGITS);
    if let Some((_, words)) = left.filter(|_| line.chars().count() >= LEFT_WIDTH) {
        let words = words.trim_start();
        let named = words.starts_with(char::is_uppercase) && !words.contains(FAR);
        return named.then_some(FarHeader { words, alone: false });
    }
    let wide = line.ends_with(|c: char| c.is_ascii_digit() || "-–—|".contains(c)) && line.chars().count() >= WIDTH;
    let bare = |number: &str| is_page(number.trim_matches(['-', '–', '—', '|', ' ']));
    let (words, rest) = line.rsplit_once(FAR).filter(|_| wide).map(|(words, rest)| (words.trim(), rest.trim()))?;
    if !words.is_empty() {
        let named = words.chars().any(char::is_alphabetic) && !words.contains(FAR);
        return (named && bare(rest)).then_some(FarHeader { words, alone: false });
    }
    // `Annexes - p. 57`, `Guide, p. 47`
    let (at, mark) = rest.rmatch_indices([',', '-', '–', '—', '|']).next()?;
    let (words, number) = (rest[..at].trim_end(), &rest[at + mark.len()..]);
    let counted = (number.contains('.') || mark == "|") && bare(number) && !words.is_empty();
    counted.then_some(FarHeader { words, alone: true })
}

/// `7`, `p. 7`, `page 7`, `7 of 12`, `page 7/12`
fn is_page(number: &str) -> bool {
    let is_figures = |word: &str| is_number(word, DIGITS);
    let is_word = |word: &str| {
        let bare = word.trim_end_matches('.');
        !bare.is_empty() && bare.chars().count() <= PAGE_WORD && bare.chars().all(char::is_alphabetic)
    };
    let words: Vec<&str> = number.split([' ', '/']).filter(|word| !word.is_empty()).collect();
    match words[..] {
        [page] => is_figures(page),
        [word, page] => (is_word(word) || is_figures(word)) && is_figures(page),
        [page, of, pages] => (is_figures(page) || is_word(page)) && is_word(of) != is_figures(of) && is_figures(pages),
        [word, page, of, pages] => is_word(word) && is_figures(page) && is_short_word(of) && is_figures(pages),
        _ => false,
    }
}
