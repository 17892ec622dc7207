//! Keys of data.

use super::Reader;
use crate::blocks::{Block, KeyRole};
use crate::explain::{Went, Why};
use crate::schemas::{Known, Label, Meaning, Part};
use crate::sheets::{Gap, KeyAt, Opener, Style};
use crate::source::Span;

impl Reader<'_, '_> {
    /// Opens what a key opens.
    pub(super) fn key(&mut self, block: &Block<'_>, words: Span, role: KeyRole) {
        let known = block.labels.first().map_or(Known::default(), |label| label.meanings);
        match role {
            KeyRole::End => self.open = false,
            KeyRole::Group => self.group(block),
            KeyRole::Part { level, begins } => self.part(words, level, begins),
            KeyRole::Field if self.goes_on_with_contact(&known) => self.part(words, 0, false),
            KeyRole::Field => self.open_key(words, known),
        }
        self.in_data = self.open;
        self.of_data = self.out.entries.len();
    }

    fn open_key(&mut self, words: Span, known: Known<'_>) {
        let own = self.own_label(&known);
        let of_people = self.label_of_people(&known).filter(|_| self.opens_people(own));
        match of_people.or(own) {
            Some(label) => {
                self.push(Opener::Label { label, span: words, words, style: Style::Key });
                self.notes.take(words, Went::Label(label), known.into());
            }
            None => {
                self.push(Opener::Unknown { words });
                self.notes.take(words, Went::Unmapped, self.not_own(known));
            }
        }
        // `email` alone is the key of a contact and of its part.
        if of_people.is_some() {
            self.part(words, 0, true);
        }
    }

    /// A key inside the value that is open.
    fn part(&mut self, words: Span, level: u8, begins: bool) {
        self.note_text(words, Why::InsideValue);
        if let Some(entry) = self.out.entries.get_mut(self.into) {
            entry.keys.push(KeyAt { words, line: entry.lines.len(), level, begins });
        }
        self.gap = Gap::Line;
    }

    /// Whether a key such as `email` names a part of the contact that stands before it, and nothing else.
    fn goes_on_with_contact(&self, meanings: &[Meaning]) -> bool {
        let people = self.current_label().is_some_and(Label::holds_people);
        let part = meanings.iter().any(|meaning| meaning.part().is_some());
        self.open && self.in_data && people && part && self.opens_people(self.own_label(meanings))
    }

    /// Whether a label holds people, or there is none.
    fn opens_people(&self, label: Option<u16>) -> bool {
        label.is_none_or(|label| self.labels[usize::from(label)].holds_people())
    }

    /// The label of contacts, for a key that announces an address or number of somebody.
    fn label_of_people(&self, meanings: &[Meaning]) -> Option<u16> {
        let reaches = |meaning: &Meaning| matches!(meaning.part(), Some(Part::Email | Part::Phone));
        let people = || self.labels.iter().position(|label| label.holds_people());
        meanings.iter().any(reaches).then(people).flatten().and_then(|at| u16::try_from(at).ok())
    }
}
