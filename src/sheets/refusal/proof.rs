//! What shows that a document is a sheet: values that are what their labels ask for.

use super::other::tells;
use super::{Finder, words};
use crate::practice::{Field, Kind};
use crate::sheets::{Entries, Entry, Gap};
use crate::source::Span;

/// Fields that tell of the practice itself, at least, beside the one that says who leads it, and without that.
const TOLD: usize = 1;
const TOLD_ALONE: usize = 4;
/// Figures of a telephone number at least.
const PHONE: usize = 6;

impl Finder<'_> {
    /// The first label of a page in which no label names the practice, and too few say who leads it or tell of it: whatever its
    /// words, it may be no sheet.
    pub(super) fn doubt(&self, entries: &Entries) -> Option<Span> {
        let told = Field::ALL.iter().filter(|field| tells(**field) && self.has(entries, **field)).count();
        let wanted = if self.has(entries, Field::LeadOrganisation) { TOLD } else { TOLD_ALONE };
        let doubtful = !self.is_titled(entries) && told < wanted;
        doubtful.then(|| entries.entries.iter().find_map(words)).flatten()
    }

    /// Whether a label names the practice: its value is a name and no sentence.
    pub(super) fn is_titled(&self, entries: &Entries) -> bool {
        let is_name = |entry: &Entry| self.asks_for(entry, Field::Title) && !self.is_small_sentence(entry);
        entries.entries.iter().any(|entry| !entry.lines.is_empty() && is_name(entry))
    }

    /// Whether a value shows by itself that it is what its label asks for: a date, an address, a number, the name of an organisation.
    pub(super) fn shows(&self, entry: &Entry) -> bool {
        let Some(label) = self.label(entry).filter(|_| !entry.lines.is_empty()) else { return false };
        let value = self.value(entry);
        match label.field.kind() {
            Kind::Contacts => value.contains('@') || value.chars().filter(char::is_ascii_digit).count() >= PHONE,
            _ if label.field == Field::LeadOrganisation => is_name(value),
            _ => self.shows_its_kind(label, &entry.lines) == Some(true),
        }
    }

    /// Whether a value goes on behind its label as a sentence does: `Results: we never count them.`
    pub(super) fn is_small_sentence(&self, entry: &Entry) -> bool {
        let value = self.value(entry);
        let begins = value.trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with(char::is_lowercase);
        let beside = entry.lines.first().is_some_and(|line| line.gap == Gap::None);
        beside && begins && ends_sentence(value)
    }

    /// The words of a value, from its first line to its last.
    pub(super) fn value(&self, entry: &Entry) -> &str {
        let all = entry.lines.iter().map(|line| line.body).reduce(Span::to);
        all.map_or("", |all| all.of(self.text))
    }

    fn has(&self, entries: &Entries, field: Field) -> bool {
        entries.entries.iter().any(|entry| self.asks_for(entry, field) && !entry.lines.is_empty())
    }

    fn asks_for(&self, entry: &Entry, field: Field) -> bool {
        self.label(entry).is_some_and(|label| label.field == field)
    }
}

/// Whether words end as a sentence does.
pub(super) fn ends_sentence(words: &str) -> bool {
    words.trim_end_matches(['"', '\'', '»', '”', ')', '*', '_', ' ']).ends_with(['.', '!', '?', '…', ';', '\u{37e}'])
}

/// Whether words may be the name of an organisation.
fn is_name(words: &str) -> bool {
    words.starts_with(|c: char| !c.is_lowercase()) && !ends_sentence(words)
}
