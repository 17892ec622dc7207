//! Letters, essays, minutes and glossaries, in whose text some words before a colon look like labels.

use super::{Finder, words};
use crate::practice::Kind;
use crate::schemas::fold;
use crate::sheets::{Entries, Entry, Gap, Line, Opener, Style};
use crate::source::Span;

/// Labels with a value at least, for their values to tell something.
const SAID: usize = 2;
/// Words of the line that a letter begins with at most.
const SALUTATION: usize = 6;
/// Terms of a glossary at least.
const TERMS: usize = 5;

impl Finder<'_> {
    /// The first label of a page whose labels are words of its text: behind most of them a sentence goes on, and no value shows
    /// that it is what its label asks for. A letter gives an address, too.
    pub(super) fn running_text(&self, entries: &Entries) -> Option<Span> {
        let said = said_beside(entries)?;
        let is_letter = self.is_letter(entries);
        let sentences = said.iter().filter(|entry| self.is_small_sentence(entry)).count();
        let most = said.len() + usize::from(is_letter) >= SAID && sentences * 10 >= said.len() * 6;
        let shown = said.iter().any(|entry| self.shows(entry) && !(is_letter && self.holds_people(entry)));
        (most && !shown).then(|| said.first().and_then(|entry| words(entry))).flatten()
    }

    /// The first label of a page whose labels are the terms of a glossary: they stand in the order of the alphabet, each with a
    /// sentence behind it.
    pub(super) fn glossary(&self, entries: &Entries) -> Option<Span> {
        let said = said_beside(entries)?;
        let terms: Vec<String> =
            said.iter().filter_map(|entry| words(entry)).map(|it| fold(it.of(self.text))).collect();
        let explained = said.iter().all(|entry| super::proof::ends_sentence(self.value(entry)));
        let in_order = terms.len() >= TERMS && terms.is_sorted();
        (explained && in_order).then(|| said.first().and_then(|entry| words(entry))).flatten()
    }

    /// Whether a page begins as a letter does: `Dear friends,` on a line of its own.
    fn is_letter(&self, entries: &Entries) -> bool {
        let greets = |line: &Line| {
            let line = line.body.of(self.text);
            line.ends_with(',') && line.split_whitespace().count() <= SALUTATION
        };
        let alone = |pair: &[Line]| greets(&pair[0]) && pair[1].gap >= Gap::Blank;
        entries.preamble.windows(2).any(alone) || entries.preamble.last().is_some_and(greets)
    }

    fn holds_people(&self, entry: &Entry) -> bool {
        self.label(entry).is_some_and(|label| label.field.kind() == Kind::Contacts)
    }
}

/// The labels with a value, if each has it behind it on its line.
fn said_beside(entries: &Entries) -> Option<Vec<&Entry>> {
    let said = entries.entries.iter().filter(|entry| words(entry).is_some() && !entry.lines.is_empty());
    let said: Vec<&Entry> = said.collect();
    let beside = |entry: &&Entry| matches!(entry.opener, Opener::Label { style: Style::Colon, .. });
    said.iter().all(beside).then_some(said)
}
