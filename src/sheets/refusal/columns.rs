//! Labels side by side, and columns whose lines are mixed.

use std::collections::HashSet;

use super::{Finder, RUN, labels, words};
use crate::blocks::{Block, Shape};
use crate::schemas::{Label, Role, fold};
use crate::sheets::{Entries, Entry};
use crate::source::Span;

impl Finder<'_> {
    /// A line that is made of labels: `Title     Organisation`, `Title: Organisation:`.
    pub(super) fn side_by_side(&self, blocks: &[Block<'_>], entries: &Entries) -> Option<Span> {
        let lines = blocks.iter().filter(|block| matches!(block.shape, Shape::Prose { .. }) && block.whole.is_empty());
        let spaced = lines.map(Block::body).find(|body| self.is_row_of_labels(*body));
        spaced.or_else(|| entries.entries.iter().find_map(|entry| self.label_as_value(entry)))
    }

    fn is_row_of_labels(&self, body: Span) -> bool {
        let raw = body.of(self.text);
        if !raw.contains("  ") && !raw.contains('\t') {
            return false;
        }
        let parts: Vec<&str> = raw.split(['\t', '\u{a0}']).flat_map(|part| part.split("  ")).map(str::trim).collect();
        let mut parts = parts.into_iter().filter(|part| !part.is_empty()).peekable();
        let several = raw.trim().split("  ").filter(|part| !part.trim().is_empty()).count() > 1;
        several && parts.peek().is_some() && parts.all(|part| self.is_label(part))
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

    /// Most labels stand twice in a row: the lines of two columns came out mixed, and nobody can tell which value is whose.
    pub(super) fn doubled(&self, entries: &Entries) -> Option<Span> {
        let all: Vec<&Entry> = entries.entries.iter().filter(|entry| words(entry).is_some()).collect();
        let folded: Vec<String> = all.iter().map(|entry| self.folded(entry)).collect();
        let kinds: HashSet<&str> = folded.iter().map(String::as_str).collect();
        let again = |at: &usize| folded.get(at + 1) == Some(&folded[*at]) || self.is_on_its_line_again(all[*at]);
        let doubled: HashSet<&str> = (0..all.len()).filter(again).map(|at| folded[at].as_str()).collect();
        let most = doubled.len() >= RUN && doubled.len() * 10 >= kinds.len() * 6;
        most.then(|| labels(all)).flatten()
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
