//! Names of organisations under a label that says no more than that something is called so: `Name`, below a heading about who leads.

use super::Reader;
use super::called::has_part;
use crate::blocks::{Block, Shape};
use crate::explain::{Went, Why};
use crate::ledger::Class;
use crate::practice::Field;
use crate::schemas::{Known, Part};
use crate::sheets::{Entry, Gap, LineShape, Opener, Style};
use crate::source::Span;

/// Words of a heading that are looked at, and its bytes at most.
const HEADING_WORDS: usize = 8;
const HEADING: usize = 160;

impl<'s> Reader<'_, 's> {
    /// Opens who leads at `Name: …` below `Details of the lead organisation`, where no other line has a label for that.
    pub(super) fn name_of_owner(&mut self, at: usize, block: &Block<'s>) -> bool {
        let Some((words, span, known, value)) = named(block).filter(|_| self.generic) else { return false };
        let person = has_part(&known, |part| part == Part::Name);
        if !(person || has_part(&known, |part| part == Part::Organisation) && self.names_practice(&known)) {
            return false;
        }
        if self.in_organisations() {
            let first = self.current().is_some_and(|entry| entry.lines.is_empty()) && !self.describes_person(at);
            let organisation = !person || first || self.schemas.contact_words.name_organisation(value, self.text);
            if organisation {
                self.claim(span, Class::Label);
                self.add(value, LineShape::Prose, self.gap);
            }
            return organisation;
        }
        let named_elsewhere = !person && self.has_clear_title();
        let Some(lead) = self.lead_label().filter(|_| named_elsewhere || self.is_about_owner()) else { return false };
        let organisation = || self.schemas.contact_words.name_organisation(value, self.text);
        if person && !organisation() && (value.is_empty() || self.describes_person(at)) {
            return false;
        }
        let row = matches!(block.shape, Shape::Row { .. });
        let style = if row { Style::Row } else { Style::Colon };
        self.push(Opener::Label { label: lead, span, words, style });
        self.notes.take(words, Went::Label(lead), Why::FirstName);
        self.add(value, LineShape::Prose, Gap::None);
        true
    }

    /// Whether a list of organisations is open: partners, and who pays.
    fn in_organisations(&self) -> bool {
        let lists = [Field::Partners, Field::Stakeholders, Field::Funders];
        self.open && self.current_label().is_some_and(|label| lists.contains(&label.field))
    }

    fn names_practice(&self, known: &Known<'_>) -> bool {
        self.own_label(known).is_some_and(|label| self.labels[usize::from(label)].names_sheet())
    }

    /// Whether a line of the sheet has a label that names practices, and no organisations.
    fn has_clear_title(&self) -> bool {
        let clear =
            |known: &Known<'_>| self.names_practice(known) && !has_part(known, |part| part == Part::Organisation);
        let mut blocks = self.blocks[self.sheet.blocks.clone()].iter();
        *self.clear_title.get_or_init(|| {
            blocks.any(|block| {
                let first = block.labels.first().filter(|label| !label.inside);
                clear(&block.whole) || first.is_some_and(|label| clear(&label.meanings))
            })
        })
    }

    /// The label of who leads, if no line of the sheet has it but as a heading that waits for its parts.
    fn lead_label(&self) -> Option<u16> {
        let (at, label) = (0..).zip(self.labels).find(|(_, label)| label.names_lead())?;
        let known = self.known_fields().contains(&label.field.index());
        (!known || self.heads_lead()).then_some(at)
    }

    /// Whether the last label is that of who leads, without a value yet: its parts follow, in a table or on lines.
    fn heads_lead(&self) -> bool {
        let Some(Entry { opener: Opener::Label { label, .. }, lines, .. }) = self.out.entries.last() else {
            return false;
        };
        lines.is_empty() && self.labels[usize::from(*label)].names_lead()
    }

    /// Whether the heading above ends with the label of who leads, or is that label.
    fn is_about_owner(&self) -> bool {
        if self.heads_lead() {
            return true;
        }
        let Some(heading) = self.under.filter(|heading| heading.len() <= HEADING) else { return false };
        let words: Vec<&str> = heading.of(self.text).split([' ', '\'', '’']).collect();
        let is_lead = |words: &str| {
            let known = self.schemas.meanings(words, &mut String::new());
            self.own_label(&known).is_some_and(|label| self.labels[usize::from(label)].names_lead())
        };
        words.len() <= HEADING_WORDS && (0..words.len()).any(|first| is_lead(&words[first..].join(" ")))
    }
}

/// The label that a line or row begins with: its words, with its separator, what it means, and the value.
fn named<'s>(block: &Block<'s>) -> Option<(Span, Span, Known<'s>, Span)> {
    let first = block.labels.first().filter(|label| !label.inside)?;
    let value = match block.shape {
        Shape::Row { body, .. } => body,
        Shape::Prose { body } => Span::new(first.span.end, body.end),
        _ => return None,
    };
    Some((first.words, first.span, first.meanings, value))
}
