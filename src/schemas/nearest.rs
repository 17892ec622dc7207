//! The known word that an unknown one is most like.

/// Jaro-Winkler likeness from which a word is taken for a misspelt one.
const LIKENESS: f64 = 0.85;

/// The known word that may be meant.
pub fn nearest<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase().replace(['-', ' '], "_");
    let likeness = known.map(|known| (strsim::jaro_winkler(&word, known), known));
    likeness.filter(|(likeness, _)| *likeness >= LIKENESS).max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, known)| known)
}
