//! Labels side by side, and columns whose lines are mixed.

use std::collections::HashSet;

use super::{Finder, RUN, labels, words};
use crate::blocks::{Block, Shape};
use crate::schemas::{Label, Role, fold};
use crate::sheets::{Entries, Entry, paired};
use crate::source::Span;

/// Values that begin in the middle at least, where others break off.
const GOING_ON: usize = 1;

impl Finder<'_> {
    /// A line that is made of labels: `Title     Organisation`, `Title: Organisation:`.
    pub(super) fn side_by_side(&self, blocks: &[Block<'_>], entries: &Entries) -> Option<Span> {
        self.rows_of_labels(blocks, entries)
            .or_else(|| entries.entries.iter().find_map(|entry| self.label_as_value(entry)))
    }

    /// The first line that is made of labels, where most labels stand on such lines. A few of them in a form are read by themselves.
    fn rows_of_labels(&self, blocks: &[Block<'_>], entries: &Entries) -> Option<Span> {
        let rows = blocks.iter().filter_map(|block| paired::row(self.text, block));
        let rows: Vec<Vec<Span>> =
            rows.filter(|row| row.iter().all(|part| self.is_label(part.of(self.text)))).collect();
        let beside: HashSet<usize> = rows.iter().flatten().map(|part| part.start).collect();
        let own = entries.entries.iter().filter_map(words).filter(|words| !beside.contains(&words.start)).count();
        rows.first().filter(|_| beside.len() >= own)?.iter().copied().reduce(Span::to)
    }

    /// The first row of a table that has a practice in each column: behind most labels stand as many values, with tabs between, and no label
    /// above the labels.
    pub(super) fn practices_in_columns(&self, blocks: &[Block<'_>]) -> Option<Span> {
        let rows = blocks.iter().filter_map(|block| match block.shape {
            Shape::Row { label, body } if self.is_label(label.of(self.text)) => Some((label, body)),
            _ => None,
        });
        let rows: Vec<(Span, Span)> = rows.collect();
        let values = |body: &Span| body.of(self.text).split('\t').filter(|value| !value.trim().is_empty()).count();
        let several: Vec<usize> = rows.iter().map(|(_, body)| values(body)).filter(|values| *values > 1).collect();
        let even = several.windows(2).all(|pair| pair[0] == pair[1]);
        let most = several.len() > RUN && several.len() * 4 >= rows.len() * 3;
        rows.first().filter(|_| even && most).map(|(label, body)| label.to(*body))
    }

    /// A label whose value is a label with its colon and nothing else.
    fn label_as_value(&self, entry: &Entry) -> Option<Span> {
        let words = words(entry)?;
        let first = entry.lines.first()?.body.of(self.text);
        let is_label = first.ends_with(':') && self.is_label(first) && !self.is_part_of_contact(entry, first);
        is_label.then(|| words.to(entry.lines[0].body))
    }

    /// Whether a line is the sub-label that a contact begins with: `Organisation:`.
    pub(super) fn is_part_of_contact(&self, entry: &Entry, line: &str) -> bool {
        let is_part =
            || self.schemas.meanings(line, &mut String::new()).iter().any(|meaning| meaning.role == Role::Part);
        self.label(entry).is_some_and(Label::holds_people) && is_part()
    }

    /// Most labels stand twice in a row, or several on one line: the lines of two columns came out mixed, and nobody can tell which value is whose.
    pub(super) fn doubled(&self, entries: &Entries) -> Option<Span> {
        let all: Vec<&Entry> = entries.entries.iter().filter(|entry| words(entry).is_some()).collect();
        let folded: Vec<String> = all.iter().map(|entry| self.folded(entry)).collect();
        let kinds: HashSet<&str> = folded.iter().map(String::as_str).collect();
        let of = |at: usize| folded[at].as_str();
        let on_a_line: HashSet<&str> =
            (0..all.len()).filter(|at| self.is_on_its_line_again(all[*at])).map(of).collect();
        let below = (0..all.len()).filter(|at| folded.get(at + 1) == Some(&folded[*at])).map(of);
        let doubled: HashSet<&str> = below.chain(on_a_line.iter().copied()).collect();
        let most = doubled.len() >= RUN && doubled.len() * 10 >= kinds.len() * 6;
        (most || on_a_line.len() >= RUN).then(|| labels(all)).flatten()
    }

    /// Many values break off behind a word that nothing ends with, and some begin in the middle: each label has lines of its neighbour.
    pub(super) fn broken_off(&self, entries: &Entries) -> Option<Span> {
        let all: Vec<&Entry> = entries.entries.iter().filter(|entry| words(entry).is_some()).collect();
        let count = |is: &dyn Fn(&str) -> bool| all.iter().filter(|entry| is(self.value(entry))).count();
        let broken = count(&|value| self.breaks_off(value));
        let goes_on = count(&|value| value.starts_with(char::is_lowercase));
        let filled = count(&|value| !value.is_empty());
        (broken > RUN && broken * 3 >= filled && goes_on >= GOING_ON).then(|| labels(all)).flatten()
    }

    /// `to follow the`, `Sample College,`, but no `Sample College, IT`.
    fn breaks_off(&self, value: &str) -> bool {
        let mut words = value.split_whitespace().rev();
        let (last, before) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        let small = || last.starts_with(char::is_lowercase) && self.schemas.function_words.get(&fold(last)).is_some();
        last.ends_with(',') || words.next().is_some() && !before.ends_with(',') && small()
    }

    fn folded(&self, entry: &Entry) -> String {
        words(entry).map(|words| fold(words.of(self.text))).unwrap_or_default()
    }

    /// `Title: Bread and Words      Title: The Garden Gate`
    fn is_on_its_line_again(&self, entry: &Entry) -> bool {
        let labelled = words(entry).filter(|words| !words.is_empty());
        let Some((words, first)) = labelled.zip(entry.lines.first()) else { return false };
        let mut behind = first.body.of(self.text);
        while let Some((_, rest)) = behind.split_once(words.of(self.text)) {
            if rest.trim_start().starts_with(':') {
                return true;
            }
            behind = rest;
        }
        false
    }
}
