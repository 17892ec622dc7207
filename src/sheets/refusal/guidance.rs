//! Forms that are explained: behind each label stands what to write there.

use super::proof::ends_sentence;
use super::{Finder, words};
use crate::schemas::Label;
use crate::sheets::{Entries, Entry};
use crate::source::Span;

/// Labels that ask for a name, with a sentence behind each, at least.
const EXPLAINED: usize = 2;
/// Words of such a sentence at least.
const WORDS: usize = 4;

impl Finder<'_> {
    /// The first of several labels that ask for a name, a place or a date, if all that stands behind them are sentences that name
    /// nobody and nothing: `Lead organisation: the body that carries the responsibility, not every partner.`
    pub(super) fn guidance(&self, entries: &Entries) -> Option<Span> {
        let asks_for_name = |entry: &&Entry| self.label(entry).is_some_and(Label::is_name) && !entry.lines.is_empty();
        let named: Vec<&Entry> = entries.entries.iter().filter(asks_for_name).collect();
        let explained = named.len() >= EXPLAINED && named.iter().all(|entry| explains(self.value(entry)));
        explained.then(|| named.first().and_then(|entry| words(entry))).flatten()
    }
}

/// Whether sentences have neither a figure nor a name: no word in them begins with a capital but the first of each.
fn explains(value: &str) -> bool {
    let mut at_start = true;
    let mut names = false;
    for word in value.split_whitespace() {
        let word = word.trim_start_matches(|c: char| !c.is_alphanumeric());
        names |= !at_start && word.starts_with(char::is_uppercase);
        at_start = ends_sentence(word) || word.ends_with(':');
    }
    let figures = value.contains(|c: char| c.is_ascii_digit() || c == '@');
    ends_sentence(value) && !names && !figures && value.split_whitespace().count() >= WORDS
}

#[cfg(test)]
mod tests {
    use super::explains;

    #[test]
    fn names_explain_nothing() {
        assert!(explains("A short name that says what the practice is about. Avoid acronyms."));
        for value in ["Comune di Rocca, in collaborazione con la Caritas.", "From 12 to 18 years.", "The tin orchestra"]
        {
            assert!(!explains(value), "{value}");
        }
    }
}
