//! Ways to reach somebody that stand apart from any contact: `E-mail: ada@example.org` below the results.

use super::Reader;
use crate::blocks::{Block, LabelAt, Shape};
use crate::explain::{Went, Why};
use crate::schemas::{Known, Label, Part, Role};
use crate::sheets::{Gap, LineShape, Opener, Style};
use crate::source::{Span, digits, holds_address};

/// Figures of a telephone number at least.
const FIGURES: usize = 6;
/// Words of an address in disguise at most: `ada (at) example (dot) org`.
const CLOAKED: usize = 5;
/// Lines of a person at most.
const PARTS: usize = 6;
/// Bytes of a name at most, with what the person does.
const NAME: usize = 120;
/// Words of a paragraph that is no address at least.
const SENTENCE: usize = 7;
/// Characters of a rule across the page at least.
const RULE: usize = 16;

impl<'s> Reader<'_, 's> {
    /// In a form a line that is nothing but an address or number behind its name belongs to no text above it: to the people before
    /// it, else to people without a name.
    pub(super) fn reached(&mut self, block: &Block<'s>) -> bool {
        if self.in_people() || !self.reaches(block) {
            return false;
        }
        let Some(&LabelAt { span, words, .. }) = block.labels.first() else { return false };
        if self.people.is_some() {
            return self.resume_people(block);
        }
        self.open_people(span, words, value(block))
    }

    /// In a form a label that nobody knows, directly before an address or number, says who is to be asked: `Person in charge: …`.
    pub(super) fn in_charge(&mut self, at: usize, block: &Block<'s>) -> bool {
        if self.in_people() || self.people.is_some() || !self.is_reached_below(at) {
            return false;
        }
        let stranger = match block.shape {
            Shape::Row { label, body } if self.first_label(block).is_none() => Some((label, label, body)),
            Shape::Prose { .. } if names_part_of_person(block) => {
                block.labels.first().map(|label| (label.span, label.words, value(block)))
            }
            Shape::Prose { body } => self
                .before_colon(block)
                .map(|(words, colon)| (Span::new(words.start, colon + 1), words, Span::new(colon + 1, body.end))),
            _ => None,
        };
        let named = stranger.filter(|(_, words, value)| {
            !words.is_empty() && !value.is_empty() && value.len() <= NAME && !has_number(value.of(self.text))
        });
        named.is_some_and(|(span, words, value)| self.open_people(span, words, value))
    }

    /// In a form whose labels stand above their values, a line that names a part of a person begins people of whom an address or a
    /// number is told: `First name`, below it `Ada`, and so on down to `E-mail`.
    pub(super) fn begins_person(&mut self, at: usize, block: &Block<'s>) -> bool {
        if !self.generic || self.in_people() || !is_part_alone(block) || !self.tells_address(at) {
            return false;
        }
        if self.people.is_some() {
            return self.resume_people(block);
        }
        self.open_people(block.body(), block.body(), Span::new(block.body().end, block.body().end))
    }

    /// Whether one of the parts of a person that stand above their values from a line on is an address or a number.
    fn tells_address(&self, at: usize) -> bool {
        let mut lines = self.blocks_from(at).iter().filter(|block| !block.is_blank()).take(PARTS * 2);
        let mut named: Option<&Block<'s>> = None;
        lines.any(|block| {
            let alone = is_part_alone(block);
            let reaches = named.take().is_some_and(|named| !alone && is_told(named.whole, block.body().of(self.text)));
            named = alone.then_some(block);
            reaches
        })
    }

    /// Whether an address or number stands directly below, or below lines that name other parts of a person. Such lines together are
    /// a form in any document.
    fn is_reached_below(&self, at: usize) -> bool {
        let named = self.generic && names_part_of_person(&self.blocks[at]);
        let reaches = |block: &Block<'s>| if named { leads_to(block, self.text) } else { self.reaches(block) };
        let below = self.blocks_from(at + 1).iter().take(PARTS);
        let mut below = below.skip_while(|block| names_part_of_person(block) && !reaches(block));
        below.next().is_some_and(reaches)
    }

    /// Whether a value under a label that nobody knows says whom to ask, in a sheet where no label does: `Ask: Ada Sample, ada@…`.
    pub(super) fn asks_somebody(&self, value: Span) -> bool {
        let words = value.of(self.text).trim();
        let named = words.starts_with(char::is_uppercase) && words.len() <= NAME * 2 && words.contains('@');
        self.generic && named && self.people.is_none() && !self.asks_for_people()
    }

    /// Opens people at a label that says nothing of them.
    pub(super) fn open_people(&mut self, span: Span, words: Span, value: Span) -> bool {
        self.open_people_as(Style::Colon, span, words, value)
    }

    /// The same at a label of some style.
    pub(super) fn open_people_as(&mut self, style: Style, span: Span, words: Span, value: Span) -> bool {
        let Some(label) = (0..).zip(self.labels).find(|(_, label)| label.holds_people()).map(|found| found.0) else {
            return false;
        };
        self.push(Opener::Label { label, span, words, style });
        self.notes.take(words, Went::Label(label), Why::Reaches);
        self.add(value, LineShape::Prose, Gap::None);
        true
    }

    /// Whether a block ends people of whom is said how to reach them: a rule across the page, or a paragraph of text.
    pub(super) fn ends_people(&self, block: &Block<'_>) -> bool {
        // `Find out more` leads to people, too.
        let people = || self.in_people() || self.open && self.current_label().is_some_and(Label::leads_further);
        let Some(entry) = self.current().filter(|_| self.generic && people()) else { return false };
        // Where no label says who they are, they end with their paragraph.
        if self.gap >= Gap::Blank && matches!(entry.opener, Opener::Label { style: Style::None, .. }) {
            return true;
        }
        let is_reached = || entry.lines.iter().any(|line| leads_to_somebody(line.body.of(self.text)));
        let words = block.span.of(self.text).trim();
        let prose = matches!(block.shape, Shape::Prose { .. });
        let is_text = || self.gap >= Gap::Blank && prose && (is_sentence(words) || self.leads_nowhere(block));
        let is_line = is_rule(words) || block.shape == Shape::Rule && words.starts_with(['-', '*', '_']);
        (is_line || is_text()) && is_reached()
    }

    /// Whether a paragraph has neither an address nor a number nor a name of either.
    fn leads_nowhere(&self, block: &Block<'_>) -> bool {
        let mut lines = self.blocks_with(block).iter().take_while(|line| matches!(line.shape, Shape::Prose { .. }));
        lines.all(|line| {
            let words = line.body().of(self.text);
            let leads = leads_to_somebody(words) || holds_address(words);
            !leads && line.labels.is_empty() && line.whole.is_empty()
        })
    }

    /// Whether a line of a form names an address or a number, and that alone stands behind it.
    fn reaches(&self, block: &Block<'s>) -> bool {
        let in_form = match block.shape {
            Shape::Row { .. } => self.has_rows,
            Shape::Prose { .. } => self.is_form,
            _ => false,
        };
        self.generic && in_form && leads_to(block, self.text)
    }
}

/// Whether a line names an address or a number, and that alone stands behind it.
fn leads_to(block: &Block<'_>, text: &str) -> bool {
    let Some(at) = block.labels.first() else { return false };
    let alone = !at.inside && block.labels.len() == 1;
    alone && is_told(at.meanings, value(block).of(text).trim())
}

/// Whether words that name an address or a number have it as their value.
fn is_told(known: Known<'_>, value: &str) -> bool {
    let names = |part: Part| known.iter().any(|it| it.part() == Some(part));
    // `ada (at) example.org` is an address that says so.
    let is_cloaked =
        || value.contains(['(', '[']) && value.contains('.') && value.split_whitespace().count() <= CLOAKED;
    let is_address = || value.contains('@') && !value.contains(char::is_whitespace) || is_cloaked();
    let is_number = || has_number(value) && !value.contains(char::is_alphabetic);
    names(Part::Email) && is_address() || names(Part::Phone) && is_number()
}

/// Whether a line names a part of a contact, which is no label elsewhere, and nothing else.
pub(super) fn is_part_alone(block: &Block<'_>) -> bool {
    let plain = matches!(block.shape, Shape::Prose { .. } | Shape::Paragraph { .. } | Shape::Heading { .. });
    plain && block.whole.has(Role::Part) && !block.whole.has(Role::Label)
}

/// Whether a line begins with the name of a part of a contact, which is no label elsewhere.
pub(super) fn names_part_of_person(block: &Block<'_>) -> bool {
    let first = block.labels.first().filter(|label| !label.inside).map(|label| label.meanings);
    first.is_some_and(|known| known.has(Role::Part) && !known.has(Role::Label))
}

/// What stands behind the first label of a line, or in the second cell of a row.
fn value(block: &Block<'_>) -> Span {
    match (block.shape, block.labels.first()) {
        (Shape::Row { body, .. }, _) => body,
        (_, None) => block.body(),
        (_, Some(label)) => Span::new(label.span.end, block.body().end),
    }
}

/// Whether a line has an address or the figures of a telephone number.
fn leads_to_somebody(line: &str) -> bool {
    line.contains('@') || has_number(line)
}

fn has_number(words: &str) -> bool {
    digits(words) >= FIGURES
}

/// Whether a paragraph says something in words, and leads to nobody.
fn is_sentence(words: &str) -> bool {
    words.ends_with(['.', '!', '?', '…']) && words.split_whitespace().count() >= SENTENCE && !leads_to_somebody(words)
}

/// `--------`, `========`
fn is_rule(words: &str) -> bool {
    let first = words.chars().next().filter(|c| matches!(c, '-' | '=' | '_' | '*' | '~' | '#'));
    words.len() >= RULE && first.is_some_and(|first| words.chars().all(|c| c == first))
}
