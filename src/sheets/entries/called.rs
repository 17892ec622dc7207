//! Titles under a label that says no more than that something is called so: `Name:`, which elsewhere is the name of a person, or
//! `Project:`, which elsewhere is a word of the text.

use super::Reader;
use crate::blocks::html::shown;
use crate::blocks::{Block, LabelAt, Shape};
use crate::explain::{Went, Why};
use crate::schemas::{Known, Meaning, Part, Role};
use crate::sheets::{Gap, LineShape, Opener, Style, style};
use crate::source::Span;

/// Fields of the form behind it at least.
const FIELDS: usize = 3;
/// Bytes of a title at most.
const TITLE: usize = 200;

/// A label with its value.
struct Called {
    /// With its separator.
    span: Span,
    words: Span,
    value: Span,
    style: Style,
}

impl<'s> Reader<'_, 's> {
    /// Opens the title in a form that has no label for it: at the first label, where that says `Name`, and at the name of what the
    /// sheet is about, where a few words stand behind it.
    pub(super) fn called(&mut self, at: usize, block: &Block<'s>) -> bool {
        let Some(label) = self.title_label().filter(|_| self.generic && self.known_fields().len() >= FIELDS) else {
            return false;
        };
        let named = self.first_name(at, block).or_else(|| self.name_of_subject(at, block));
        let Some(Called { span, words, value, style }) = named else { return false };
        self.push(Opener::Label { label, span, words, style });
        self.notes.take(words, Went::Label(label), Why::FirstName);
        self.add(value, LineShape::Prose, Gap::None);
        true
    }

    /// The label of the title, if no line of the sheet has it.
    pub(super) fn title_label(&self) -> Option<u16> {
        let (at, label) = (0..).zip(self.labels).find(|(_, label)| label.names_sheet())?;
        let field = label.field.index();
        (!self.known_fields().contains(&field) && !self.opened.contains_key(&field)).then_some(at)
    }

    /// `Name: The night bus` at the head of a form, if no part of a person follows.
    fn first_name(&self, at: usize, block: &Block<'s>) -> Option<Called> {
        let heads = self.out.entries.is_empty() && names_something(&block.whole) && block.is_text();
        if heads && !self.describes_person(at + self.lines_of_value(at)) {
            let words = block.body();
            return Some(Called { span: words, words, value: Span::new(words.end, words.end), style: Style::Line });
        }
        let &LabelAt { words, span, .. } = block
            .labels
            .first()
            .filter(|label| self.out.entries.is_empty() && !label.inside && names_something(&label.meanings))?;
        match block.shape {
            _ if self.describes_person(at) => None,
            Shape::Row { body, .. } => Some(Called { span, words, value: body, style: Style::Row }),
            Shape::Prose { body } => {
                Some(Called { span, words, value: Span::new(span.end, body.end), style: Style::Colon })
            }
            _ => None,
        }
    }

    /// How many blocks there are from a label to the end of the line below it.
    fn lines_of_value(&self, at: usize) -> usize {
        self.blocks_from(at + 1).iter().position(|block| !block.is_blank()).map_or(0, |below| below + 1)
    }

    /// Whether the next line says how to reach somebody, or what somebody does.
    pub(super) fn describes_person(&self, at: usize) -> bool {
        let next = self.blocks_from(at + 1).iter().find(|block| !block.is_blank());
        let of_person =
            |known: &Known<'_>| has_part(known, |part| part != Part::Organisation) && !known.has(Role::Label);
        next.is_some_and(|next| {
            of_person(&next.whole) || next.labels.first().is_some_and(|label| of_person(&label.meanings))
        })
    }

    /// `Project: The night bus`, `The practice | The night bus`
    fn name_of_subject(&self, at: usize, block: &Block<'s>) -> Option<Called> {
        let called = match (block.shape, block.gap) {
            (Shape::Row { label, body }, _) => Called { span: label, words: label, value: body, style: Style::Row },
            (Shape::Prose { body }, Some(gap)) => Called {
                span: Span::new(body.start, gap.end),
                words: Span::new(body.start, gap.start),
                value: Span::new(gap.end, body.end),
                style: Style::Colon,
            },
            (Shape::Prose { body }, None) => {
                let candidate = style::candidate(self.text, self.blocks, at).filter(|candidate| candidate.has_value)?;
                let value = Span::new(candidate.span.end, body.end);
                Called { span: candidate.span, words: candidate.words, value, style: Style::Colon }
            }
            _ => return None,
        };
        let value = called.value.of(self.text).trim();
        let names = !value.is_empty() && value.len() <= TITLE && !value.ends_with('.') && !value.contains("://");
        (names && self.schemas.is_subject(&shown(called.words.of(self.text)))).then_some(called)
    }
}

/// Whether words say no more than that something is called so.
fn names_something(known: &Known<'_>) -> bool {
    has_part(known, |part| part == Part::Name) && !known.has(Role::Label)
}

/// Whether words name a part of a contact for which a condition holds.
pub(super) fn has_part(known: &Known<'_>, holds: impl Fn(Part) -> bool) -> bool {
    known.iter().filter_map(Meaning::part).any(holds)
}
