//! The paragraph below the title: what the practice is, in a sentence or two.
//!
//! It is the place of a value, and no copy of one: the summary, or else the beginning of the description, which then goes on under
//! its heading. A comment before it says the latter.

use crate::practice::{BestPractice, Field};

use super::marks::{FIRST_PARAGRAPH, FIRST_SENTENCE};
use super::texts::starts_a_block;
use super::{Page, guard};

/// Characters of a lead at most.
const LONGEST: usize = 320;
/// Characters of a sentence that says something.
const SHORTEST: usize = 40;
/// Letters of a word that is hardly an abbreviation.
const WORD: usize = 4;

/// What stands below the title of a page.
pub(super) enum Lead<'r> {
    /// Nothing.
    None,
    /// The whole summary.
    Summary(&'r str),
    /// The first paragraph of the description, and what stands behind it.
    Paragraph(&'r str, Option<&'r str>),
    /// The first sentence of the description, and what stands behind it.
    Sentence(&'r str, &'r str),
}

impl<'r> Lead<'r> {
    /// The lead of a page about a record.
    pub(super) fn of(record: &'r BestPractice) -> Self {
        match (record.summary.as_deref(), record.description.as_deref()) {
            (Some(summary), _) if is_fit(summary) => Lead::Summary(summary),
            (None, Some(description)) => Self::of_description(description),
            _ => Lead::None,
        }
    }

    fn of_description(text: &'r str) -> Self {
        let (first, rest) = text.split_once("\n\n").map_or((text, None), |(first, rest)| (first, Some(rest)));
        if is_fit(first) && rest.is_none_or(|rest| rest.trim() == rest && !rest.is_empty()) {
            return Lead::Paragraph(first, rest);
        }
        match sentence(text) {
            Some((first, rest)) if is_fit(first) && !starts_a_block(rest) => Lead::Sentence(first, rest),
            _ => Lead::None,
        }
    }

    /// What stands of a summary or description under its heading.
    pub(super) fn rest(&self, record: &'r BestPractice, field: Field) -> Option<&'r str> {
        match (self, field) {
            (Lead::Summary(_), Field::Summary) => None,
            (Lead::Paragraph(_, rest), Field::Description) => *rest,
            (Lead::Sentence(_, rest), Field::Description) => Some(rest),
            _ => record.string(field)?.as_deref(),
        }
    }
}

impl Page<'_> {
    pub(super) fn lead(&mut self, lead: &Lead<'_>) {
        let (mark, text) = match lead {
            Lead::None => return,
            Lead::Summary(text) => (None, text),
            Lead::Paragraph(text, _) => (Some(FIRST_PARAGRAPH), text),
            Lead::Sentence(text, _) => (Some(FIRST_SENTENCE), text),
        };
        if let Some(mark) = mark {
            self.block(mark);
        }
        self.block(&guard::block(text, 0, str::to_owned));
    }
}

/// Whether a text is one paragraph on a line, and not long.
fn is_fit(text: &str) -> bool {
    let is_plain = !text.contains(['\n', '|']) && text.trim() == text && !text.ends_with(':') && !starts_a_block(text);
    is_plain && text.chars().count() <= LONGEST
}

/// The first sentence, where no mark of CommonMark runs across its end, and the text behind it.
fn sentence(text: &str) -> Option<(&str, &str)> {
    let searched = text.char_indices().nth(LONGEST).map_or(text, |(at, _)| &text[..at]);
    let is_end = |(at, _): &(usize, &str)| ends_here(&text[..=*at], &text[at + 2..]);
    let ends = searched.match_indices(". ").chain(searched.match_indices("! ")).chain(searched.match_indices("? "));
    let (at, _) = ends.filter(is_end).min_by_key(|(at, _)| *at)?;
    let (first, rest) = (&text[..=at], &text[at + 2..]);
    (!first.contains(['*', '_', '[', ']', '<', '`', '\\', '&', '~'])).then_some((first, rest))
}

/// Whether a sentence ends between two stretches of text: behind a word that is no abbreviation, before a capital.
fn ends_here(before: &str, after: &str) -> bool {
    let word = before.trim_end_matches(|c: char| !c.is_alphanumeric());
    let word = word.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let is_word = word.chars().count() >= WORD && !word.starts_with(char::is_uppercase);
    is_word && before.chars().count() >= SHORTEST && after.starts_with(char::is_uppercase)
}
