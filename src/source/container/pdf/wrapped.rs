//! Lines that the edge of the page has parted from the rest of their sentence, which stands on the next.
//!
//! Between them any line could begin, so what may be the end of a paragraph stays one: an edge that is not reached, the end of a
//! sentence, another size, a bullet or label at the beginning of the next line.

use super::IsLabel;
use super::line::{Line, Side};
use super::look::{self, Page};
use crate::blocks::bullet;
use crate::source::container::inline::bare;

/// The least number of letters of a line that reaches the edge.
const LONG: usize = 40;
/// Of a hundred long lines, how many end at the edge or before it.
const MOST: usize = 98;
/// The longest way from the top of a line to the next, in tenths of its height.
const NEAR: i32 = 18;

/// Bytes of the number of an item at most.
const NUMBER: usize = 4;
/// Words of a label at the end of a line at most.
const WORDS: usize = 4;
/// Bytes of its rest at most.
const LABEL: usize = 60;

/// What belongs between a line and the next if both are of one sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Glue {
    /// A space.
    Space,
    /// Nothing, between the parts of a number.
    Number,
    /// Nothing, between the parts of an address, which needs no other.
    Address,
}

impl Glue {
    /// Its characters.
    pub const fn as_str(self) -> &'static str {
        if matches!(self, Glue::Space) { " " } else { "" }
    }
}

/// Where the lines of a document end on the right.
#[derive(Debug, Clone, Copy, Default)]
pub struct Edge(i32);

impl Edge {
    /// That of these pages.
    pub fn of(pages: &[Page]) -> Self {
        let long = pages.iter().flatten().filter(|line| line.letters.chars().nth(LONG).is_some());
        let mut ends: Vec<i32> = long.map(|line| line.right).collect();
        ends.sort_unstable();
        Self(ends.get(ends.len() * MOST / 100).copied().unwrap_or(i32::MAX))
    }

    /// What belongs between a line and the next if both are of one sentence.
    pub fn glue(self, line: &Line<'_>, next: &Line<'_>, is_label: IsLabel<'_>) -> Option<Glue> {
        let (look, below) = (line.look?, next.look?);
        let hangs = line.kind == Side::Right || bullet(line.raw.trim()).is_some();
        let in_flow = next.kind == Side::Left || next.kind == Side::Right && hangs;
        let same = look.size == below.size && look.bold == below.bold && line.heading.or(next.heading).is_none();
        let way = (below.top - look.top) * 10;
        let near = way > 0 && way <= look.height() * NEAR && (below.left - look.left).abs() <= look.height() * 3;
        if !(same && near && in_flow && line.kind != Side::Both) {
            return None;
        }
        let (end, begin) = (line.raw.trim(), next.raw.trim());
        if is_one_address(look, below) {
            return Some(Glue::Address);
        }
        let full = look.letters.chars().nth(LONG).is_some() && !self.has_room(look, begin);
        full.then(|| between(end, begin, is_label)).flatten()
    }

    /// Whether the first word of the next line would have had room behind a line.
    fn has_room(self, look: &look::Line, next: &str) -> bool {
        let letters = i32::try_from(look.letters.chars().count()).unwrap_or(i32::MAX).max(1);
        let word = next.split_whitespace().next().unwrap_or_default().chars().count();
        let word = i32::try_from(word).unwrap_or(i32::MAX);
        look.right.saturating_add(word.saturating_mul(look.right - look.left) / letters) <= self.0
    }
}

/// Whether a line ends in the middle of an address that leads where it says, and the next has its rest.
fn is_one_address(look: &look::Line, next: &look::Line) -> bool {
    let (Some(last), Some(first)) = (look.links.last(), next.links.first()) else { return false };
    let part = |line: &look::Line, link: &look::Link| -> String {
        line.letters.chars().skip(link.start).take(link.length).collect()
    };
    let ends = last.start + last.length == look.letters.chars().count();
    let whole = part(look, last) + &part(next, first);
    ends && first.start == 0 && last.url == first.url && bare(&whole) == bare(&last.url)
}

/// What belongs between the end of a full line and the beginning of the next in the middle of a sentence.
fn between(end: &str, begin: &str, is_label: IsLabel<'_>) -> Option<Glue> {
    let first = begin.chars().next()?;
    if let Some(word) = end.strip_suffix('-') {
        // What hyphens at line ends mean hangs on the language and on all of a document, but not in `2014-2020`.
        return (word.ends_with(|c: char| c.is_ascii_digit()) && first.is_ascii_digit()).then_some(Glue::Number);
    }
    let ends = end.ends_with(['.', ':', ';', '!', '?']);
    let numbered = |word: &str| word.len() <= NUMBER && word.ends_with([')', '.']);
    let is_item = || bullet(begin).is_some() || begin.split(' ').next().is_some_and(numbered);
    let opens = |words: &str| is_label(words) || words.split_once(':').is_some_and(|(label, _)| is_label(label));
    let goes_on = first.is_lowercase() || !ends && first.is_alphanumeric() && !is_item() && !opens(begin);
    (goes_on || cuts_label(end, begin, is_label)).then_some(Glue::Space)
}

/// Whether a label stands on both lines, the last words of one and the first of the next.
fn cuts_label(end: &str, begin: &str, is_label: IsLabel<'_>) -> bool {
    let Some((rest, _)) = begin.split_once(':').filter(|(rest, _)| rest.len() <= LABEL) else { return false };
    let words = end.rmatch_indices(' ').map(|(at, _)| &end[at + 1..]).take(WORDS);
    words.into_iter().any(|words| is_label(&[words, rest].join(" ")))
}
