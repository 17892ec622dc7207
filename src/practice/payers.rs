//! Who pays, where a form asks for the sum under a label of its own: `Budget: 27,400 €`, and below it `Funding: European Social Fund`.

use super::Field;
use super::assemble::Assembler;
use crate::sheets::Entry;
use crate::source::Span;

/// Characters of the names of those who pay at most.
const NAMES: usize = 240;
/// Figures of a sum of money at least.
const FIGURES: usize = 3;

impl Assembler<'_, '_> {
    /// The labels of funding that names stand under and no sum, by the start of their words.
    pub(super) fn payers(&self, entries: &[Entry]) -> Vec<usize> {
        let opened = |field: Field| {
            let opening = move |entry| self.opener(entry).filter(|opening| opening.field == field);
            entries.iter().filter_map(move |entry| Some((opening(entry)?.words.start, self.value(entry)?)))
        };
        if opened(Field::Funders).next().is_some() {
            return Vec::new();
        }
        let (sums, others): (Vec<_>, Vec<_>) = opened(Field::Funding).partition(|(_, value)| names_sum(value));
        let names = others.into_iter().filter(|(_, value)| are_names(value));
        if sums.is_empty() { Vec::new() } else { names.map(|(at, _)| at).collect() }
    }

    /// The text of an entry, from its first line to its last.
    fn value(&self, entry: &Entry) -> Option<&str> {
        entry.lines.iter().map(|line| line.body).reduce(Span::to).map(|all| all.of(self.text))
    }
}

/// Whether a text has a sum of money: a sign of a currency, or figures that are no year.
fn names_sum(text: &str) -> bool {
    let is_figure = |c: char| c.is_ascii_digit();
    let numbers = text.split(|c: char| !is_figure(c) && !matches!(c, '.' | ',' | '\'' | '’' | '\u{a0}'));
    let is_year = |number: &str| number.len() == 4 && (number.starts_with("19") || number.starts_with("20"));
    text.contains(['€', '£', '$'])
        || numbers
            .map(|number| number.trim_matches(|c| !is_figure(c)))
            .any(|number| number.chars().filter(|&c| is_figure(c)).count() >= FIGURES && !is_year(number))
}

/// Whether a text is names: it begins as one, and no sentence ends in it.
fn are_names(text: &str) -> bool {
    let begins = text.trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with(char::is_uppercase);
    begins && text.chars().count() <= NAMES && !text.trim_end().ends_with('.') && !text.contains(". ")
}
