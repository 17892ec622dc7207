//! The marks that sites write above each page of a document whose text they show: `Page 15: Practices of the network`, and the headers of
//! these pages, which end in the same number.

use super::repetition::{LINE_BYTES, may_be_furniture};
use super::{Block, Mark, phrases};
use crate::hashed::HashMap;
use crate::schemas::{self, Schemas, fold};

/// Marks at least.
const TIMES: usize = 3;
/// Lines of a page at least, empty ones counted.
const PAGE: usize = 6;
/// Lines below a mark among which the header of its page stands, at most.
const BELOW: usize = 4;
/// Figures of the number of a page at most.
const DIGITS: usize = 3;
/// Letters of the word before the number at most.
const WORD: usize = 8;
/// Bytes of the words behind the number at least.
const WORDS: usize = 8;
/// Bytes of that word at most, with the space behind it.
const WORD_BYTES: usize = 17;

/// Marks them, where the same words stand behind numbers that rise.
pub fn mark(text: &str, blocks: &mut [Block<'_>], schemas: &Schemas) {
    let mut places: HashMap<String, Vec<(usize, u32)>> = HashMap::default();
    for (at, block) in blocks.iter().enumerate() {
        if let Some((words, number)) = page_mark(text, block, schemas) {
            places.entry(words).or_default().push((at, number));
        }
    }
    let rises = |places: &[(usize, u32)]| places.windows(2).all(|pair| pair[0].1 < pair[1].1);
    for places in places.into_values().filter(|places| places.len() >= TIMES && rises(places)) {
        for (at, number) in places {
            blocks[at].mark = Mark::Furniture { first: false };
            let below = blocks[at + 1..].iter().take(BELOW).position(|block| ends_in(text, block, number));
            if let Some(below) = below {
                blocks[at + 1 + below].mark = Mark::Furniture { first: false };
            }
        }
    }
}

/// Marks the same line below the number of each page: `(4)`, and below it `Qualitative monitoring sheet`.
pub fn mark_below_numbers(text: &str, blocks: &mut [Block<'_>]) {
    let mut places: HashMap<String, Vec<usize>> = HashMap::default();
    for at in (0..blocks.len()).filter(|&at| is_number(text, &blocks[at])) {
        let next = (at + 1..blocks.len()).find(|&at| !blocks[at].is_blank());
        let next = next.filter(|&at| may_be_furniture(&blocks[at]) || blocks[at].mark == Mark::Apart);
        next.into_iter().for_each(|at| places.entry(fold(blocks[at].body().of(text))).or_default().push(at));
    }
    let distant = |places: &Vec<usize>| places.windows(2).all(|pair| pair[1] - pair[0] >= PAGE);
    for at in places.into_values().filter(|places| places.len() >= TIMES && distant(places)).flatten() {
        blocks[at].mark = Mark::Furniture { first: false };
    }
}

/// `(4)`
fn is_number(text: &str, block: &Block<'_>) -> bool {
    let inner = block.span.of(text).trim().strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    inner.is_some_and(|inner| schemas::is_number(inner, DIGITS))
}

/// The folded words of a line but for its number, and the number: `Page 15: Practices of the network`.
fn page_mark(text: &str, block: &Block<'_>, schemas: &Schemas) -> Option<(String, u32)> {
    let line = block.body().of(text);
    let space = memchr::memchr(b' ', line.as_bytes().get(..WORD_BYTES.min(line.len()))?)?;
    let (word, rest) = (&line[..space], &line[space + 1..]);
    if !rest.starts_with(|c: char| c.is_ascii_digit()) || !may_be_furniture(block) {
        return None;
    }
    let (number, words) = rest.split_once(": ").filter(|(_, words)| words.len() > WORDS)?;
    let named = (1..=WORD).contains(&word.chars().count()) && word.chars().all(char::is_alphabetic);
    // `Week 1: …` counts no pages.
    let counts_pages = || phrases::is_known(&format!("{word} #"), schemas);
    if named && counts_pages() { Some((format!("{} {}", fold(word), fold(words)), number.parse().ok()?)) } else { None }
}

/// Whether a line of several words ends in a number.
fn ends_in(text: &str, block: &Block<'_>, number: u32) -> bool {
    let line = block.body().of(text);
    let named = line.rsplit_once(' ').filter(|(words, _)| words.contains(' ') && line.len() <= LINE_BYTES);
    may_be_furniture(block) && named.is_some_and(|(_, last)| last.parse() == Ok(number))
}
