//! Lines that say when a sheet was filled in or revised, without a colon: `Form completed on 12 May 2023`.

use super::Reader;
use crate::blocks::{Block, Shape};
use crate::explain::Went;
use crate::ledger::Class;
use crate::practice::Field;
use crate::practice::dates::is_date;
use crate::schemas::{Known, Label};
use crate::sheets::{Gap, LineShape, Opener, Style};
use crate::source::Span;

/// Bytes of such a line at most.
const LINE: usize = 120;
/// Words before the date at most.
const WORDS: usize = 8;

impl<'a> Reader<'a, '_> {
    /// Opens the label of a line that is nothing but its words and a date.
    pub(super) fn dated(&mut self, block: &Block<'_>) -> bool {
        let Shape::Prose { body } = block.shape else { return false };
        let line = body.trim_matches(self.text, |c| " *_().".contains(c));
        let Some((label, known, words)) = Some(line).filter(|line| line.len() <= LINE).and_then(|line| self.date(line))
        else {
            return false;
        };
        self.push(Opener::Label { label, span: Span::new(body.start, words.end), words, style: Style::Colon });
        self.notes.take(words, Went::Label(label), known.into());
        self.add(Span::new(words.end, line.end), LineShape::Prose, Gap::None);
        if line.end < body.end {
            self.claim(Span::new(line.end, body.end), Class::Markup);
        }
        true
    }

    /// The label of the date of the sheet that a line begins with, where the rest is a date.
    fn date(&self, line: Span) -> Option<(u16, Known<'a>, Span)> {
        let all = line.of(self.text);
        // Most lines say no date, most families have no label for it, and each of the beginnings would be looked up.
        let asks = |label: &Label| label.field == Field::AsOf;
        if !all.bytes().any(|byte| byte.is_ascii_digit()) || !self.labels.iter().any(asks) {
            return None;
        }
        let mut ends: Vec<usize> = all.match_indices(' ').map(|(at, _)| at).take(WORDS).collect();
        ends.reverse();
        ends.into_iter().find_map(|end| {
            let (words, date) = all.split_at(end);
            let known = self.schemas.meanings(words, &mut String::new());
            let label = self.own_label(&known).filter(|&label| self.field(label) == Field::AsOf.index())?;
            let words = Span::new(line.start, line.start + end);
            is_date(date, self.schemas).then_some((label, known, words))
        })
    }
}
