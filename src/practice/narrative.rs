//! Which label holds the description, where none asks for it.

use super::Field;
use super::assemble::Assembler;
use crate::schemas::fold;
use crate::sheets::{Entries, Entry, Gap, Line, LineShape, Opener};

/// Sentences that describe a practice at least.
const SENTENCES: usize = 2;
/// Sentences above all labels that do, at least: fewer lead to what is told below.
const ABOVE: usize = 4;
/// Bytes of a word that asks for the description at least.
const WORD: usize = 8;
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
    /// labels does: its activities, or else its method or what it made, if nothing sums it up as well.
    pub(super) fn told_under(&self, entries: &Entries) -> Option<Field> {
        if !self.filled(Field::Description, &entries.entries).is_empty() {
            return None;
        }
        let summary = self.filled(Field::Summary, &entries.entries);
        let fields = [Field::Activities, Field::Method, Field::Outputs];
        let told = fields.into_iter().find(|field| self.opened.contains(field))?;
        let own = self.filled(told, &entries.entries);
        let tells = !own.is_empty() && own.iter().all(|entry| self.is_narrative(entry));
        let length_of = |entries: &[&Entry]| entries.iter().map(|entry| self.sentences(&entry.lines)).sum::<usize>();
        let length = length_of(&own);
        // How it was done may be told at length beside a few sentences that sum it up.
        let at_length = told == Field::Method
            && length >= ABOVE.max(length_of(&summary) * 2)
            && !summary.iter().any(|entry| self.asks_to_describe(entry));
        if told != Field::Activities && !summary.is_empty() && !at_length {
            return None;
        }
        (tells && !self.is_told_above(entries, length)).then_some(told)
    }

    /// Whether a label has a word of those that ask for the description: `Kurzbeschreibung`, `Brief description`.
    fn asks_to_describe(&self, entry: &Entry) -> bool {
        let Some(words) = self.opener(entry).map(|opening| fold(opening.words.of(self.text))) else { return false };
        let labels = self.schemas.languages.iter().flat_map(|language| language.labels.iter());
        let wordings = labels.filter(|label| label.field == Field::Description).flat_map(|label| label.wordings.iter());
        let mut single = wordings.filter(|wording| !wording.contains(' ') && wording.len() >= WORD);
        single.any(|wording| words.contains(&fold(wording)))
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
