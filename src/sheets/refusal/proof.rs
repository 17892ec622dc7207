//! What shows that a document is a sheet: values that are what their labels ask for.

use std::collections::HashSet;

use super::{Finder, words};
use crate::practice::{Field, Kind};
use crate::sheets::{Entries, Entry, Gap, Line};
use crate::source::{Span, digits};

/// Fields that tell of the practice itself, at least; beside one that says who leads it; with its description.
const TOLD: usize = 4;
const TOLD_OF_SOMEBODY: usize = 1;
const TOLD_AND_DESCRIBED: usize = 2;
/// Words that tell something of a practice at least.
const WORDS: usize = 3;
/// Figures of a telephone number at least.
const PHONE: usize = 6;

impl Finder<'_> {
    /// From the first label of a page to the last value, if no label names the practice, and too few say who leads it or tell of it:
    /// whatever its words, it may be no sheet, and each value means something else.
    pub(super) fn doubt(&self, entries: &Entries) -> Option<Span> {
        let said = entries.entries.iter().filter(|entry| self.value(entry).split_whitespace().count() >= WORDS);
        let told: HashSet<Field> =
            said.filter_map(|entry| self.label(entry)).filter(|label| label.tells()).map(|label| label.field).collect();
        let led = entries
            .entries
            .iter()
            .any(|entry| self.asks_for(entry, Field::LeadOrganisation) && !entry.lines.is_empty());
        let wanted = match () {
            () if led => TOLD_OF_SOMEBODY,
            () if told.contains(&Field::Description) => TOLD_AND_DESCRIBED,
            () => TOLD,
        };
        let told = told.len();
        let doubtful = !self.is_titled(entries) && told < wanted;
        doubtful.then(|| reach(entries)).flatten()
    }

    /// Whether a label names the practice: its value is a name and no sentence.
    pub(super) fn is_titled(&self, entries: &Entries) -> bool {
        entries.entries.iter().any(|entry| self.names_practice(entry) && !self.is_small_sentence(entry))
    }

    /// Whether an entry is a title under a label of its own, and does not say what to write there. `Project:` names something in
    /// documents of other kinds, too.
    pub(super) fn names_practice(&self, entry: &Entry) -> bool {
        let value = self.value(entry);
        let told = self.schemas.instructs(value) || self.schemas.limits_text(value);
        let said = !entry.lines.is_empty() && !told;
        let titled = said && self.asks_for(entry, Field::Title);
        titled && words(entry).is_some_and(|words| !self.schemas.is_subject(words.of(self.text)))
    }

    /// Whether a value shows by itself that it is what the label of a sheet asks for: the address or number of people to ask, the
    /// name of an organisation.
    pub(super) fn shows(&self, entry: &Entry) -> bool {
        let Some(label) = self.label(entry).filter(|_| !entry.lines.is_empty()) else { return false };
        let value = self.value(entry);
        match label.field.kind() {
            Kind::Contacts => value.contains('@') || digits(value) >= PHONE,
            _ => label.field == Field::LeadOrganisation && is_name(value),
        }
    }

    /// Whether a value goes on behind its label as a sentence does, up to its first empty line: `Results: we never count them.`
    pub(super) fn is_small_sentence(&self, entry: &Entry) -> bool {
        let paragraph = entry.lines.chunk_by(|_, next| next.gap < Gap::Blank).next().unwrap_or_default();
        let value = Line::text_of(paragraph, self.text);
        let begins = value.trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with(char::is_lowercase);
        let beside = entry.lines.first().is_some_and(|line| line.gap == Gap::None);
        beside && begins && ends_sentence(value)
    }

    /// The words of a value, from its first line to its last.
    pub(super) fn value(&self, entry: &Entry) -> &str {
        Line::text_of(&entry.lines, self.text)
    }

    fn asks_for(&self, entry: &Entry, field: Field) -> bool {
        self.label(entry).is_some_and(|label| label.field == field)
    }
}

/// From the first label of a sheet to the end of its last value.
fn reach(entries: &Entries) -> Option<Span> {
    let labelled = entries.entries.iter().filter_map(|entry| Some((words(entry)?, &entry.lines)));
    labelled.map(|(label, lines)| lines.last().map_or(label, |last| label.to(last.body))).reduce(Span::to)
}

/// Whether words end as a sentence does.
pub(super) fn ends_sentence(words: &str) -> bool {
    words.trim_end_matches(['"', '\'', '»', '”', ')', '*', '_', ' ']).ends_with(['.', '!', '?', '…', ';', '\u{37e}'])
}

/// Whether words may be the name of an organisation.
fn is_name(words: &str) -> bool {
    words.starts_with(|c: char| !c.is_lowercase()) && !ends_sentence(words)
}
