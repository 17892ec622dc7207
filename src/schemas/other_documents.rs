//! What documents of another kind say of themselves.

use super::fold::fold;
use super::table::Table;
use super::{DocumentKind, Schemas};

/// Words of a wording that begins a line at most.
const WORDS: usize = 6;

impl Schemas {
    /// Whether a line, or its part behind a dash or colon, says that its document is no sheet: `Steering group – minutes of the
    /// meeting`, `Index`. What a single word stands behind with a colon is the label of that word: `Index: 0517R2`.
    pub fn names_other_document(&self, line: &str) -> bool {
        let is_label = |(_, value): (&str, &str)| value.split_whitespace().count() == 1;
        !line.split_once(':').is_some_and(is_label)
            && line.split([':', '–', '—']).flat_map(|part| part.split(" - ")).any(|part| self.names_it(part))
    }

    fn names_it(&self, words: &str) -> bool {
        wording(&self.other_documents, words).is_some()
    }

    /// The folded label that a line begins with, or is, if documents of other kinds have it and no sheet, and these: `Apologies: …`.
    pub fn foreign_label(&self, line: &str) -> Option<(String, &[DocumentKind])> {
        let label = line.split_once(':').map_or(line, |(label, _)| label);
        let few = label.split_whitespace().take(WORDS + 1).count() <= WORDS;
        let (label, kinds) = if few { wording(&self.foreign_labels, label)? } else { return None };
        Some((label, kinds))
    }
}

/// The wording of a table that words are, or that they begin with where any words may follow, and what it stands for. Behind several words
/// none need to follow: `REQUEST FOR QUOTATIONS`.
fn wording<'t, T: Clone + Ord>(table: &'t Table<T>, words: &str) -> Option<(String, &'t T)> {
    let folded = fold(words);
    let bare = folded.trim_end_matches(|c: char| !c.is_alphanumeric());
    let ends = bare.match_indices(' ').map(|(at, _)| format!("{} ...", &bare[..at])).take(WORDS);
    let whole = bare.contains(' ').then(|| format!("{bare} ..."));
    std::iter::once(bare.to_owned())
        .chain(ends)
        .chain(whole)
        .find_map(|words| table.get(&words).map(|value| (words, value)))
}
