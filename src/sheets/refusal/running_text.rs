//! Letters, essays, minutes and glossaries, in whose text some words before a colon look like labels.

use super::{Finder, words};
use crate::sheets::{Entries, Entry, Opener, Style};
use crate::source::Span;

/// Labels with a value at least, for their values to tell something.
const SAID: usize = 2;

impl Finder<'_> {
    /// The first label of a page whose labels are words of its text: behind most of them a sentence goes on, and no value shows
    /// that it is what its label asks for.
    pub(super) fn running_text(&self, entries: &Entries) -> Option<Span> {
        let said: Vec<&Entry> = entries.entries.iter().filter(|entry| is_labelled(entry)).collect();
        let beside = said.iter().all(|entry| matches!(entry.opener, Opener::Label { style: Style::Colon, .. }));
        let sentences = said.iter().filter(|entry| self.is_small_sentence(entry)).count();
        let most = said.len() >= SAID && sentences * 10 >= said.len() * 6;
        let shown = said.iter().any(|entry| self.shows(entry));
        (beside && most && !shown).then(|| said.first().and_then(|entry| words(entry))).flatten()
    }
}

fn is_labelled(entry: &Entry) -> bool {
    words(entry).is_some() && !entry.lines.is_empty()
}
