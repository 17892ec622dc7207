//! The year beside the name of an organisation: `Velo Sisters Association (founded 2008)`.

use std::ops::Range;

use super::assemble::Assembler;
use super::cut::Joined;
use super::segments::Segment;
use super::{Field, Function};
use crate::ledger::Class;

/// Words before the year at most: `set up in`.
const WORDS: usize = 4;
/// Figures of a year.
const YEAR: usize = 4;

/// The parts of a line, in bytes of it; between them and behind the year are marks alone.
struct Parts {
    name: Range<usize>,
    words: Range<usize>,
    year: Range<usize>,
}

impl Assembler<'_, '_> {
    /// Takes the year in which an organisation was founded off the end of its name; no label of the sheet asks for it.
    pub(super) fn without_year_founded(&mut self, line: Vec<Segment>) -> Vec<Segment> {
        let joined = Joined::new(&line, self.text);
        let Some(parts) = self.parts_with_year(&joined.text) else { return line };
        let (Some(name), Some(year)) = (joined.cut(&parts.name), joined.cut(&parts.year)) else { return line };
        self.draft.set_typed(Field::Founded, Function::Year, year);
        self.claim_part(&joined, &parts.words, Class::Label);
        self.claim_part(&joined, &(parts.name.end..parts.words.start), Class::Markup);
        self.claim_part(&joined, &(parts.year.end..joined.text.len()), Class::Markup);
        name
    }

    fn claim_part(&mut self, joined: &Joined, part: &Range<usize>, class: Class) {
        for span in joined.cut(part).unwrap_or_default().iter().filter_map(|segment| segment.span()) {
            self.draft.claim(span, class, Some(Field::Founded));
        }
    }

    /// The name, the words that say that a year follows, and the year. In brackets `since` is enough.
    fn parts_with_year(&self, text: &str) -> Option<Parts> {
        let inner = text.trim_end().trim_end_matches('.');
        let (inner, bracketed) = inner.strip_suffix(')').map_or((inner, false), |inner| (inner, true));
        let figures = inner.len() - inner.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let year = inner.len() - figures..inner.len();
        let before = inner[..year.start].strip_suffix(' ').filter(|_| figures == YEAR)?;
        let starts = before.rmatch_indices([' ', '(']).map(|(at, _)| at + 1).take(WORDS);
        let starts = starts.filter(|&start| self.says_founded(&before[start..], bracketed));
        let start = starts.min()?;
        let head = &text[..start];
        let name = head.trim_end_matches([' ', '(', ',', ';', '–', '—', '-']);
        let whole = head.trim_end().ends_with('(') == bracketed && !name.is_empty();
        whole.then_some(Parts { name: 0..name.len(), words: start..before.len(), year })
    }

    fn says_founded(&self, words: &str, bracketed: bool) -> bool {
        self.labels_of(words).any(|label| label.field == Field::Founded || (bracketed && label.field == Field::Start))
    }
}
