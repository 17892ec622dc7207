//! Which label holds the description, where none asks for it.

use super::Field;
use super::assemble::Assembler;
use crate::sheets::{Entries, Entry, Gap, Line, LineShape, Opener};

/// Sentences that describe a practice at least.
const SENTENCES: usize = 2;
/// Sentences above all labels that do, at least: fewer lead to what is told below.
const ABOVE: usize = 4;
/// Bytes of a word with a full stop that ends no sentence at most.
const ABBREVIATION: usize = 2;

impl Assembler<'_, '_> {
    /// The field whose labels hold the value of a field: sentences about what is done describe the practice where no label asks
    /// for its description and no paragraph gives it, and so does a summary.
    pub(super) fn holder(&self, field: Field, entries: &[Entry]) -> Option<Field> {
        let described = || !self.filled(Field::Description, entries).is_empty();
        match field {
            Field::Description if described() => Some(field),
            Field::Description => Some(self.narrates.unwrap_or(Field::Summary)),
            field if self.narrates == Some(field) => None,
            Field::Summary if self.narrates.is_none() && !described() => None,
            field => Some(field),
        }
    }

    /// The field under whose labels a sheet without a description tells in sentences what is done, unless what stands above all
    /// labels does: its activities, or else its method or what it made, if nothing sums it up.
    pub(super) fn told_under(&self, entries: &Entries) -> Option<Field> {
        if !self.filled(Field::Description, &entries.entries).is_empty() {
            return None;
        }
        let summed_up = !self.filled(Field::Summary, &entries.entries).is_empty();
        let fields = [Field::Activities, Field::Method, Field::Outputs];
        let told = fields.into_iter().find(|field| self.opened.contains(field))?;
        if told != Field::Activities && summed_up {
            return None;
        }
        let own = self.filled(told, &entries.entries);
        let tells = !own.is_empty() && own.iter().all(|entry| self.is_narrative(entry));
        let length = own.iter().map(|entry| self.sentences(&entry.lines)).sum();
        (tells && !self.is_told_above(entries, length)).then_some(told)
    }

    /// Whether several sentences stand above all labels, and not fewer than a label has. Where a label names the practice, these are
    /// about the form; one alone leads to what is told below.
    fn is_told_above(&self, entries: &Entries, length: usize) -> bool {
        let named = !self.filled(Field::Title, &entries.entries).is_empty();
        let headed = entries.entries.iter().take_while(|entry| matches!(entry.opener, Opener::Section { .. }));
        // A letter may stand above the name of the form.
        let rubric = entries.preamble.iter().rposition(|line| self.schemas.is_rubric(line.body.of(self.text)));
        let above = &entries.preamble[rubric.map_or(0, |rubric| rubric + 1)..];
        let texts = std::iter::once(above).chain(headed.map(|entry| &entry.lines[..]));
        let paragraphs = texts.flat_map(|lines| lines.chunk_by(|_, next| next.gap <= Gap::Line));
        let told =
            paragraphs.filter(|lines| self.is_paragraph(lines)).map(|lines| self.sentences(lines)).sum::<usize>();
        !named && told >= ABOVE.max(length)
    }

    /// Whether a value is sentences, and no list but of sentences.
    fn is_narrative(&self, entry: &Entry) -> bool {
        let headed = entry.lines.iter().any(|line| matches!(line.shape, LineShape::Heading { .. }));
        let items = entry.lines.iter().filter(|line| matches!(line.shape, LineShape::Bullet { .. })).count();
        !headed && self.sentences(&entry.lines) >= items.max(SENTENCES)
    }

    /// How many sentences end in some lines.
    fn sentences(&self, lines: &[Line]) -> usize {
        let ends = |word: &&str| word.ends_with(['.', '!', '?', '…']) && word.len() > ABBREVIATION;
        Line::text_of(lines, self.text).split_whitespace().filter(ends).count()
    }
}
