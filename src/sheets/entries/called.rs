//! Forms that begin with `Name:`, which elsewhere is the name of a person: the first name of a form is that of the practice.

use super::Reader;
use crate::blocks::{Block, LabelAt, Shape};
use crate::explain::{Went, Why};
use crate::schemas::{Known, Part, Role};
use crate::sheets::{Gap, LineShape, Opener, Style};
use crate::source::Span;

/// Fields of the form behind it at least.
const FIELDS: usize = 3;

impl<'s> Reader<'_, 's> {
    /// Opens the title at the first label of a form that has none, where it says `Name` and no part of a person follows.
    pub(super) fn called(&mut self, at: usize, block: &Block<'s>) -> bool {
        let first = self.generic && self.out.entries.is_empty() && self.known_fields().len() >= FIELDS;
        let Some(label) = self.title_label().filter(|_| first) else { return false };
        let row = matches!(block.shape, Shape::Row { .. });
        let named = block.labels.first().filter(|label| !label.inside && names(&label.meanings));
        let Some(&LabelAt { words, span, .. }) = named.filter(|_| row || self.is_line(block)) else { return false };
        if self.describes_person(at) {
            return false;
        }
        let style = if row { Style::Row } else { Style::Colon };
        let value = if row { block.body() } else { Span::new(span.end, block.body().end) };
        self.push(Opener::Label { label, span, words, style });
        self.notes.take(words, Went::Label(label), Why::FirstName);
        self.add(value, LineShape::Prose, Gap::None);
        true
    }

    fn is_line(&self, block: &Block<'_>) -> bool {
        matches!(block.shape, Shape::Prose { .. })
    }

    /// The label of the title, if no line of the sheet has it.
    fn title_label(&self) -> Option<u16> {
        let (at, label) = (0..).zip(self.labels).find(|(_, label)| label.names_sheet())?;
        (!self.known_fields().contains(&label.field.index())).then_some(at)
    }

    /// Whether the next line says how to reach somebody, or what somebody does.
    fn describes_person(&self, at: usize) -> bool {
        let blocks = &self.blocks[at + 1..self.sheet.blocks.end.max(at + 1)];
        let next = blocks.iter().find(|block| !block.is_blank());
        let parts = |known: &Known<'_>| {
            let part = |meaning: &crate::schemas::Meaning| {
                meaning.role == Role::Part && meaning.part() != Some(Part::Organisation)
            };
            known.iter().any(part) && !known.has(Role::Label)
        };
        next.is_some_and(|next| parts(&next.whole) || next.labels.first().is_some_and(|label| parts(&label.meanings)))
    }
}

/// Whether words name somebody or something.
fn names(known: &Known<'_>) -> bool {
    known.iter().any(|meaning| meaning.part() == Some(Part::Name)) && !known.has(Role::Label)
}
