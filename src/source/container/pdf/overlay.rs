//! The look of lines, found by their letters.

use std::collections::{HashMap, VecDeque};

use super::headings::{self, Heading};
use super::look::{self, Line, Page};
use super::wrapped::Edge;

/// How all lines of a document look.
#[derive(Default)]
pub struct Overlay {
    pages: Vec<Page>,
    headings: Vec<Vec<Option<Heading>>>,
    edge: Edge,
}

/// How the lines of a page look that have yet to be found.
#[derive(Default)]
pub struct Looks<'o> {
    by_letters: HashMap<&'o str, VecDeque<(&'o Line, Option<Heading>)>>,
}

impl Overlay {
    /// What `pdftohtml -xml` has written.
    pub fn new(xml: &[u8]) -> Self {
        let pages = look::pages(xml);
        Self { headings: headings::of(&pages), edge: Edge::of(&pages), pages }
    }

    /// Whether nothing is known.
    pub const fn is_empty(&self) -> bool {
        self.pages.is_empty()
    }

    /// Where lines end on the right.
    pub const fn edge(&self) -> Edge {
        self.edge
    }

    /// By how many columns a page, counted from 1, was moved to the left: one that begins and ends in the cell of a table of which
    /// the last words of the page before are a part, with nothing beside it.
    pub fn moved(&self, number: u32) -> usize {
        let page = |number: usize| self.pages.get(number).filter(|page| !page.is_empty());
        let pages = (number as usize).checked_sub(2).and_then(|before| page(before).zip(page(before + 1)));
        pages.and_then(|(before, page)| moved(before, page)).unwrap_or_default()
    }

    /// The lines of a page, counted from 1.
    pub fn page(&self, number: u32) -> Looks<'_> {
        let at = number as usize - 1;
        let mut looks = Looks::default();
        for (line, heading) in self.pages.get(at).into_iter().flatten().zip(self.headings.get(at).into_iter().flatten())
        {
            looks.by_letters.entry(&line.letters).or_default().push_back((line, *heading));
        }
        looks
    }
}

impl<'o> Looks<'o> {
    /// The look of the next line with these words.
    pub fn take(&mut self, words: &str) -> Option<(&'o Line, Option<Heading>)> {
        if self.by_letters.is_empty() {
            return None;
        }
        let letters: String = look::letters(words).collect();
        self.by_letters.get_mut(letters.as_str())?.pop_front()
    }
}

fn moved(before: &Page, page: &Page) -> Option<usize> {
    let left = body(page).map(|line| line.left).min()?;
    let outer = body(before).map(|line| line.left).min()?;
    let last = body(before).last()?;
    let near = last.height() / 2;
    let column = body(before).filter(|line| line.starts.iter().any(|start| (start - left).abs() <= near)).count();
    // Between two columns there is room without letters.
    let single = || body(before).filter(|line| line.starts.len() == 1);
    let letters: usize = single().map(|line| line.letters.chars().count()).sum();
    let widths: i64 = single().map(|line| i64::from(line.right - line.left)).sum();
    let goes_on = column > 1 && last.left + near >= left;
    let columns = |way: i32| usize::try_from(i64::from(way) * letters as i64 / widths.max(1)).ok();
    columns(left - outer).filter(|_| goes_on)
}

/// The lines of a page without a number at its foot.
fn body(page: &Page) -> impl Iterator<Item = &Line> {
    let is_number = page.last().is_some_and(|line| line.letters.bytes().all(|byte| byte.is_ascii_digit()));
    page[..page.len() - usize::from(is_number)].iter()
}
