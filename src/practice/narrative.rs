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
            Field::Description => Some(self.narrates.unwrap_or(Field::Summary)),
            field if self.narrates == Some(field) => None,
            Field::Summary if self.narrates.is_none() && !described() => None,
            field => Some(field),
        }
    }

    /// The field under whose labels a form without a description tells in sentences what is done: its activities, or
    /// else its method, if nothing sums it up.
    pub(super) fn told_under(&self, entries: &Entries) -> Option<Field> {
        let described = !self.filled(Field::Description, &entries.entries).is_empty();
        if described || self.is_page_of_text(entries) {
            return None;
        }
        let summed_up = !self.filled(Field::Summary, &entries.entries).is_empty();
        let told = [Field::Activities, Field::Method].into_iter().find(|field| self.opened.contains(field))?;
        if told == Field::Method && summed_up {
            return None;
        }
        let own = self.filled(told, &entries.entries);
        (!own.is_empty() && own.iter().all(|entry| self.is_narrative(entry))).then_some(told)
    }

    /// Whether a page begins with a paragraph, or has headings of its own: it tells in its own way. Where a label names the practice,
    /// what stands above the labels is about the form.
    fn is_page_of_text(&self, entries: &Entries) -> bool {
        let is_section = |entry: &&Entry| matches!(entry.opener, Opener::Section { .. });
        let named = !self.filled(Field::Title, &entries.entries).is_empty();
        let above = entries.entries.iter().take_while(is_section).count();
        // A first heading is that of the form.
        let above = if named { above } else { above.min(1) };
        let texts = std::iter::once(&entries.preamble).chain(entries.entries[..above].iter().map(|entry| &entry.lines));
        let mut paragraphs = texts.flat_map(|lines| lines.chunk_by(|_, next| next.gap <= Gap::Line));
        let begins = !named && paragraphs.any(|lines| self.is_paragraph(lines));
        begins || entries.entries[above..].iter().any(|entry| is_section(&entry))
    }

    /// Whether a value is sentences and no list.
    fn is_narrative(&self, entry: &Entry) -> bool {
        let listed = |shape| matches!(shape, LineShape::Bullet { .. } | LineShape::Heading { .. });
        let all = entry.lines.iter().map(|line| line.body).reduce(Span::to).map_or("", |all| all.of(self.text));
        let ends = all.split_whitespace().filter(|word| word.ends_with(['.', '!', '?', '…']) && word.len() > SENTENCES);
        !entry.lines.iter().any(|line| listed(line.shape)) && ends.take(SENTENCES).count() == SENTENCES
    }
}
