//! What documents of another kind say of themselves.

use super::fold::fold;
use super::table::Table;
use super::{DocumentKind, Schemas};

/// Words of a wording that begins a line at most.
const WORDS: usize = 6;
/// Bytes of a line of which a part behind a dash or colon may name the document: in a page on one line that part is text.
const LINE: usize = 300;

impl Schemas {
    /// Whether a line, or its part behind a dash or colon, says that its document is no sheet: `Steering group – minutes of the
    /// meeting`, `Index`. What a single word stands behind with a colon is the label of that word: `Index: 0517R2`.
    pub fn names_other_document(&self, line: &str) -> bool {
        let is_label = |(_, value): (&str, &str)| value.split_whitespace().count() == 1;
        let parts = || line.split([':', '–', '—']).flat_map(|part| part.split(" - "));
        let looked_at = if line.len() > LINE { 1 } else { usize::MAX };
        !line.split_once(':').is_some_and(is_label)
            && parts().take(looked_at).any(|part| self.names_it(part) && !cites_law(part))
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

/// Whether words cite a law of the European Union and name no document: `Regulation (EU) 2021/1060`.
fn cites_law(words: &str) -> bool {
    let mut behind = words.split_whitespace().skip(1);
    let is_acronym = |inner: &str| inner.chars().all(char::is_uppercase);
    let of_union = |word: &str| word.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).is_some_and(is_acronym);
    let is_number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit()) && word.contains('/');
    behind.next().is_some_and(of_union) && behind.take(2).any(is_number)
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
