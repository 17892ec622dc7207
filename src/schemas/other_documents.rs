//! What documents of another kind say of themselves.

use super::Schemas;
use super::fold::fold;

/// Words of a wording that begins a line at most.
const WORDS: usize = 6;

impl Schemas {
    /// Whether a line, or its part behind a dash or colon, says that its document is no sheet: `Steering group – minutes of the
    /// meeting`, `Index`.
    pub fn names_other_document(&self, line: &str) -> bool {
        line.split([':', '–', '—']).flat_map(|part| part.split(" - ")).any(|part| self.names_it(part))
    }

    fn names_it(&self, words: &str) -> bool {
        let folded = fold(words);
        let bare = folded.trim_end_matches(|c: char| !c.is_alphanumeric());
        let ends = bare.match_indices(' ').map(|(at, _)| at).take(WORDS);
        let begins = |end: usize| self.other_documents.get(&format!("{} ...", &bare[..end])).is_some();
        self.other_documents.get(bare).is_some() || ends.into_iter().any(begins)
    }
}
