//! Which lines of a PDF are headings: short ones in letters clearly larger than most, or in bold ones and alone.
//!
//! A heading that is missed leaves a document as it would be without; a line that is taken for one may cut a text in two. So all
//! that a text could also be is none: what is long, or goes on for lines, or ends as a sentence does, and what is set so often.

use std::collections::{BTreeMap, BTreeSet};

use super::look::{Line, Page};

/// How much larger the letters of a heading are than those of the text, in hundredths.
const LARGER: u32 = 115;
/// Lines of a heading at most.
const LINES: usize = 2;
/// Letters of a heading at most.
const LETTERS: usize = 120;
/// Letters of one that is only bold.
const BOLD_LETTERS: usize = 70;
/// The least part of the text's letters that is too much for headings of one kind: one in so many.
const PART: usize = 4;
/// By how much the way to the line above a bold heading is longer than from line to line, in tenths.
const APART: i32 = 13;
/// The deepest level.
const DEEPEST: usize = 6;

/// What a line is in a heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heading {
    /// It begins one of this level, in larger letters than the text.
    Large(u8),
    /// It is one of this level, in bold letters.
    Bold(u8),
    /// It goes on with the one above it.
    GoesOn,
}

/// What each line of each page is in a heading.
pub fn of(pages: &[Page]) -> Vec<Vec<Option<Heading>>> {
    let Some(text) = Text::of(pages) else { return Vec::new() };
    let kinds: Vec<Vec<Option<Kind>>> = pages.iter().map(|page| text.kinds(page)).collect();
    let used: BTreeSet<Kind> = kinds.iter().flatten().flatten().copied().filter(|kind| *kind != Kind::Rest).collect();
    let level =
        |kind: &Kind| used.iter().rev().position(|other| other == kind).map_or(1, |at| (at + 1).min(DEEPEST) as u8);
    let heading = |kind: Kind| match kind {
        Kind::Rest => Heading::GoesOn,
        Kind::Bold => Heading::Bold(level(&kind)),
        Kind::Size(_) => Heading::Large(level(&kind)),
    };
    kinds.into_iter().map(|page| page.into_iter().map(|kind| kind.map(heading)).collect()).collect()
}

/// How a heading is set, the deepest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    /// As the line above it, with which it is one.
    Rest,
    /// In bold letters of the text's size.
    Bold,
    /// In letters of this size.
    Size(u32),
}

/// How most of a document is set.
struct Text {
    /// The size of most of its letters.
    size: u32,
    /// The way from the top of one line to that of the next.
    pitch: i32,
    /// Sizes that are those of headings.
    sizes: BTreeSet<u32>,
    /// Whether little enough is bold.
    bold: bool,
}

impl Text {
    /// Nothing where there are no letters.
    fn of(pages: &[Page]) -> Option<Self> {
        let (mut counts, mut bold) = (BTreeMap::<u32, usize>::new(), 0);
        for line in pages.iter().flatten() {
            let count = line.letters.chars().count();
            *counts.entry(line.size).or_default() += count;
            bold += if line.bold { count } else { 0 };
        }
        let (&size, &most) = counts.iter().max_by_key(|(_, count)| **count)?;
        let rare = |count: usize| count * PART <= most;
        let larger = |other: u32| u64::from(other) * 100 >= u64::from(size) * u64::from(LARGER);
        let mut sizes: BTreeSet<u32> =
            counts.iter().filter(|(other, count)| larger(**other) && rare(**count)).map(|(other, _)| *other).collect();
        for run in pages.iter().flat_map(runs).filter(|run| run.len() > LINES) {
            sizes.remove(&run[0].size);
        }
        Some(Self { size, pitch: pitch(pages), sizes, bold: rare(bold) })
    }

    /// What each line of a page is.
    fn kinds(&self, page: &Page) -> Vec<Option<Kind>> {
        let mut kinds = Vec::with_capacity(page.len());
        for run in runs(page) {
            let at = kinds.len();
            if self.sizes.contains(&run[0].size) && is_heading(run, LETTERS) {
                kinds.push(Some(Kind::Size(run[0].size)));
                kinds.resize(at + run.len(), Some(Kind::Rest));
            } else {
                kinds.extend((at..at + run.len()).map(|at| self.is_bold(page, at).then_some(Kind::Bold)));
            }
        }
        kinds
    }

    /// Whether a line is a bold one of the text's size, apart from the line above it, and the only one.
    fn is_bold(&self, page: &Page, at: usize) -> bool {
        let line = &page[at];
        let bold = self.bold && line.bold && (self.size..=self.size * LARGER / 100).contains(&line.size);
        let far = |way: i32| way * 10 >= self.pitch * APART;
        let above = at.checked_sub(1).is_none_or(|above| far(line.top - page[above].top));
        let below = page.get(at + 1).is_none_or(|next| {
            let way = next.top - line.top;
            far(way) || !next.bold && way * 10 >= self.pitch * 8
        });
        bold && above && below && !line.letters.contains(':') && is_heading(std::slice::from_ref(line), BOLD_LETTERS)
    }
}

/// Neighbours of one size without an empty line between them.
fn runs(page: &Page) -> impl Iterator<Item = &[Line]> {
    page.chunk_by(|a, b| a.size == b.size && b.top - a.bottom < (a.bottom - a.top) * 2 / 3)
}

/// How far the tops of lines are apart that follow on one another: where every fourth line is no farther from the next.
fn pitch(pages: &[Page]) -> i32 {
    let ways = pages.iter().flat_map(|page| page.windows(2)).map(|pair| pair[1].top - pair[0].top);
    let mut ways: Vec<i32> = ways.filter(|way| *way > 0).collect();
    ways.sort_unstable();
    ways.get(ways.len() / 4).copied().unwrap_or(0)
}

/// Whether some lines read as a heading does.
fn is_heading(lines: &[Line], most: usize) -> bool {
    let letters = || lines.iter().flat_map(|line| line.letters.chars());
    let (first, last) = (letters().next(), letters().last());
    lines.len() <= LINES
        && letters().count() <= most
        && letters().any(char::is_alphabetic)
        && last.is_some_and(|c| !matches!(c, '.' | ',' | ';'))
        && first
            .is_some_and(|c| c.is_alphanumeric() || matches!(c, '"' | '\'' | '“' | '‘' | '«' | '„' | '(' | '¿' | '¡'))
}
