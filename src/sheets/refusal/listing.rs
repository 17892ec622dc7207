//! Lists of practices with a few words of each, and tables that only compare them.

use std::collections::{HashMap, HashSet};

use super::{Finder, words};
use crate::blocks::html::readable;
use crate::blocks::{Block, Shape};
use crate::practice::Field;
use crate::schemas::{Label, fold};
use crate::sheets::comparison::is_comparison;
use crate::sheets::{Entries, Entry};
use crate::source::Span;

/// How often two labels come again at least.
const AGAIN: usize = 4;
/// Bytes of a button at most.
const BUTTON: usize = 40;
/// Words of a text that breaks off at least, and what it ends with; four dots are a line to write on.
const TEASER: usize = 5;
const DOTS: [&str; 4] = ["[…]", "[...]", "…", "..."];
const LEADERS: &str = "....";

impl Finder<'_> {
    /// The first of two labels that come again and again, one of which tells of a practice: `Country: … Target group: …` under each
    /// heading. Those of several sheets are told apart by their titles.
    pub(super) fn listing(&self, entries: &Entries) -> Option<Span> {
        let led = |entry: &Entry| {
            let field = self.label(entry).map(|label| label.field);
            !entry.lines.is_empty() && matches!(field, Some(Field::LeadOrganisation | Field::Contacts))
        };
        if entries.entries.iter().any(led) {
            return None;
        }
        let mut again: HashMap<String, (Field, Vec<Span>)> = HashMap::new();
        for entry in &entries.entries {
            let Some((label, place)) = self.label(entry).zip(words(entry)) else { continue };
            again.entry(fold(place.of(self.text))).or_insert((label.field, Vec::new())).1.push(place);
        }
        let many: Vec<&(Field, Vec<Span>)> = again.values().filter(|(_, places)| places.len() >= AGAIN).collect();
        let fields: HashSet<Field> = many.iter().map(|(field, _)| *field).collect();
        let tells =
            fields.iter().any(|field| matches!(field, Field::TargetGroups | Field::Description | Field::Themes));
        many.iter().map(|(_, places)| places[0]).min_by_key(|place| place.start).filter(|_| fields.len() > 1 && tells)
    }

    /// The first of several lines that break off with dots, or lead to more below, each below another line, as a list of results shows the
    /// beginning of each below its name: `Older people read to […]`. One below the other they are what several people said, unless they
    /// are rows.
    pub(super) fn teasers(&self, blocks: &[Block<'_>]) -> Option<Span> {
        let broken_off = |line: &Span| {
            let words = readable(line.of(self.text));
            let words = words.trim();
            words.split_whitespace().count() >= TEASER && breaks_off(words)
        };
        let written: Vec<Span> = blocks.iter().filter(|block| !block.is_blank()).map(Block::body).collect();
        let more = self.leads_to_more(&written);
        let leads =
            |at: usize| more.is_some_and(|more| written.get(at + 1).is_some_and(|next| next.of(self.text) == more));
        let broken: Vec<bool> = written.iter().enumerate().map(|(at, line)| broken_off(line) || leads(at)).collect();
        let in_table = |at: usize| written[at].of(self.text).contains('|');
        let named = |at: &usize| broken[*at] && *at > 0 && (!broken[*at - 1] || in_table(*at));
        let mut lines = (0..written.len()).filter(named);
        let first = lines.next()?;
        (lines.count() + 1 >= AGAIN).then(|| written[first])
    }

    /// The words that lead further and stand alone on many lines: `Read more`.
    fn leads_to_more(&self, written: &[Span]) -> Option<&str> {
        let mut counted: HashMap<&str, usize> = HashMap::new();
        for line in written.iter().map(|line| line.of(self.text)).filter(|line| line.len() <= BUTTON) {
            *counted.entry(line).or_default() += 1;
        }
        let leads = |words: &str| {
            let known = self.schemas.meanings(words, &mut String::new());
            self.schemas.own_labels(known.meanings(), self.template).any(Label::leads_further)
        };
        counted.into_iter().filter(|(line, count)| *count >= AGAIN && leads(line)).map(|(line, _)| line).min()
    }

    /// The first row of a table that compares practices by marks.
    pub(super) fn comparison(&self, blocks: &[Block<'_>]) -> Option<Span> {
        let is_first = |at: &usize| {
            let is_cells = |block: &Block<'_>| matches!(block.shape, Shape::Cells { .. });
            is_cells(&blocks[*at]) && !at.checked_sub(1).is_some_and(|before| is_cells(&blocks[before]))
        };
        let compares = |at: &usize| is_comparison(self.text, &blocks[*at..], |cell| self.is_label(cell.of(self.text)));
        (0..blocks.len()).filter(is_first).find(compares).map(|at| blocks[at].body())
    }
}

/// Whether a text ends in the dots that stand for its rest.
fn breaks_off(words: &str) -> bool {
    !words.ends_with(LEADERS) && DOTS.iter().any(|dots| words.ends_with(dots))
}
