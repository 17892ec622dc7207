//! Which label holds the description, where none asks for it.

use super::Field;
use super::assemble::Assembler;
use crate::sheets::{Entries, Entry, Gap, LineShape, Opener};
use crate::source::Span;

/// Sentences that describe a practice at least.
const SENTENCES: usize = 2;

impl Assembler<'_, '_> {
    /// The field whose labels hold the value of a field: sentences about what is done describe the practice where no label asks
    /// for its description and no paragraph gives it, and so does a summary.
    pub(super) fn holder(&self, field: Field, entries: &[Entry]) -> Option<Field> {
        let described = || !self.filled(Field::Description, entries).is_empty();
        match field {
            Field::Description if described() => Some(field),
            Field::Description if self.narrates => Some(Field::Activities),
            Field::Description => Some(Field::Summary),
            Field::Activities if self.narrates => None,
            Field::Summary if !self.narrates && !described() => None,
            field => Some(field),
        }
    }

    /// Whether a form without a description tells what is done in sentences.
    pub(super) fn tells_what_is_done(&self, entries: &Entries) -> bool {
        // A first heading is that of the form; any other makes a page of it, which tells in its own way.
        let is_section = |entry: &&Entry| matches!(entry.opener, Opener::Section { .. });
        let heading = entries.entries.first().filter(is_section).map(|entry| &entry.lines);
        let texts = std::iter::once(&entries.preamble).chain(heading);
        let paragraphs = texts.flat_map(|lines| lines.chunk_by(|_, next| next.gap <= Gap::Line));
        let paragraph = paragraphs.into_iter().any(|lines| self.is_paragraph(lines));
        let told = self.filled(Field::Activities, &entries.entries);
        !paragraph
            && !entries.entries.iter().skip(1).any(|entry| is_section(&entry))
            && self.filled(Field::Description, &entries.entries).is_empty()
            && !told.is_empty()
            && told.iter().all(|entry| self.is_narrative(entry))
    }

    /// Whether a value is sentences and no list.
    fn is_narrative(&self, entry: &Entry) -> bool {
        let listed = |shape| matches!(shape, LineShape::Bullet { .. } | LineShape::Heading { .. });
        let all = entry.lines.iter().map(|line| line.body).reduce(Span::to).map_or("", |all| all.of(self.text));
        let ends = all.split_whitespace().filter(|word| word.ends_with(['.', '!', '?', '…']) && word.len() > SENTENCES);
        !entry.lines.iter().any(|line| listed(line.shape)) && ends.take(SENTENCES).count() == SENTENCES
    }
}
