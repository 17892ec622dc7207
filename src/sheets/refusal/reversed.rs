//! Values that stand before their labels.

use super::{Finder, labels, words};
use crate::practice::{Field, Kind};
use crate::schemas::Label;
use crate::sheets::{Entries, Entry, Line};
use crate::source::{Span, holds_address};

/// Labels whose value stands before them that show it by themselves.
const SHIFTED: usize = 2;

impl Finder<'_> {
    /// Every label whose value shows its kind, a date or an address, has it before it and not behind.
    pub(super) fn reversed(&self, entries: &Entries) -> Option<Span> {
        let all: Vec<&Entry> = entries.entries.iter().filter(|entry| words(entry).is_some()).collect();
        let before = std::iter::once(&entries.preamble[..]).chain(all.iter().map(|entry| &entry.lines[..]));
        let mut shifted = 0;
        for (nth, (entry, before)) in all.iter().zip(before).enumerate() {
            // A label without a value is just empty, unless it is the last.
            let told = !entry.lines.is_empty() || nth + 1 == all.len();
            let Some(label) = self.label(entry).filter(|_| told) else { continue };
            match (self.shows_its_kind(label, &entry.lines), self.shows_its_kind(label, before)) {
                (Some(true), _) => return None,
                (Some(false), Some(true)) => shifted += 1,
                _ => {}
            }
        }
        let hangs = all.last().is_some_and(|last| last.lines.is_empty()) && !entries.preamble.is_empty();
        (shifted >= SHIFTED || (shifted > 0 && hangs)).then(|| labels(all)).flatten()
    }

    /// Whether a value is of the kind that a label asks for, for the kinds that show: a date has figures, a contact an address.
    fn shows_its_kind(&self, label: &Label, lines: &[Line]) -> Option<bool> {
        let has = |sign: &dyn Fn(&str) -> bool| Some(lines.iter().any(|line| sign(line.body.of(self.text))));
        match label.field.kind() {
            Kind::Date | Kind::Year => has(&has_year),
            Kind::Contacts => has(&|words| words.contains('@')),
            Kind::Links if label.field == Field::Links => has(&holds_address),
            _ => None,
        }
    }
}

/// `since 2017`
fn has_year(words: &str) -> bool {
    let mut numbers = words.split(|c: char| !c.is_ascii_digit());
    numbers.any(|number| number.len() == 4 && (number.starts_with("19") || number.starts_with("20")))
}
