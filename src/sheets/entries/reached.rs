//! Ways to reach somebody that stand apart from any contact: `E-mail: ada@example.org` below the results.

use super::Reader;
use crate::blocks::{Block, LabelAt, Shape};
use crate::explain::{Went, Why};
use crate::schemas::{Part, Role};
use crate::sheets::{Gap, LineShape, Opener, Style};
use crate::source::Span;

/// Figures of a telephone number at least.
const FIGURES: usize = 6;
/// Words of a paragraph that is no address at least.
const SENTENCE: usize = 7;
/// Characters of a rule across the page at least.
const RULE: usize = 16;

impl<'s> Reader<'_, 's> {
    /// In a form a line that is nothing but an address or number behind its name belongs to no text above it: to the people before
    /// it, else to people without a name.
    pub(super) fn reached(&mut self, block: &Block<'s>) -> bool {
        let in_form = self.generic && self.is_form && !self.in_people() && matches!(block.shape, Shape::Prose { .. });
        let Some(at) = block.labels.first().copied().filter(|at| in_form && self.reaches(block, at)) else {
            return false;
        };
        if self.people.is_some() {
            return self.resume_people(block);
        }
        let Some(label) = (0..).zip(self.labels).find(|(_, label)| label.holds_people()).map(|found| found.0) else {
            return false;
        };
        self.push(Opener::Label { label, span: at.span, words: at.words, style: Style::Colon });
        self.notes.take(at.words, Went::Label(label), Why::Reaches);
        self.add(Span::new(at.span.end, block.body().end), LineShape::Prose, Gap::None);
        true
    }

    /// Whether a block ends people of whom is said how to reach them: a rule across the page, or a paragraph of text.
    pub(super) fn ends_people(&self, block: &Block<'_>) -> bool {
        let Some(entry) = self.current().filter(|_| self.generic && self.in_people()) else { return false };
        let is_reached = || entry.lines.iter().any(|line| leads_to_somebody(line.body.of(self.text)));
        let words = block.body().of(self.text);
        let is_text = || self.gap >= Gap::Blank && matches!(block.shape, Shape::Prose { .. }) && is_sentence(words);
        (is_rule(words) || is_text()) && is_reached()
    }

    /// Whether a label names an address or a number, and that alone stands behind it.
    fn reaches(&self, block: &Block<'_>, at: &LabelAt<'_>) -> bool {
        let names = |part: Part| at.meanings.iter().any(|it| it.role == Role::Part && it.label == part as u16);
        let value = Span::new(at.span.end, block.body().end).of(self.text).trim();
        let is_address = || value.contains('@') && !value.contains(char::is_whitespace);
        let is_number = || has_number(value) && !value.contains(char::is_alphabetic);
        let alone = !at.inside && block.labels.len() == 1;
        alone && (names(Part::Email) && is_address() || names(Part::Phone) && is_number())
    }
}

/// Whether a line has an address or the figures of a telephone number.
fn leads_to_somebody(line: &str) -> bool {
    line.contains('@') || has_number(line)
}

fn has_number(words: &str) -> bool {
    words.bytes().filter(u8::is_ascii_digit).count() >= FIGURES
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
