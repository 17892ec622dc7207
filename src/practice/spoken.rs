//! The language of a text, told by its function words.

use crate::schemas::{AnyCase, Schemas, fold_into};

/// Words of a language that a text must have to be called by it.
const LEAST_WORDS: usize = 3;
/// Of so many words one must be a function word of a language, where the language is to be sure.
const ONE_OF: usize = 6;

/// How many function words of each language a text has.
#[derive(Debug, Clone, Default)]
pub struct Spoken {
    /// All of its words.
    pub words: usize,
    /// For each language of the vocabulary its function words.
    counts: Vec<usize>,
    room: String,
}

impl Spoken {
    /// The words of a text.
    pub fn of(text: &str, schemas: &Schemas) -> Self {
        let mut spoken = Self::default();
        spoken.add(text, schemas);
        spoken
    }

    /// Counts the words of a text more.
    pub fn add(&mut self, text: &str, schemas: &Schemas) {
        self.counts.resize(schemas.languages.len(), 0);
        let mut end = 0;
        loop {
            let start = run(text, end);
            let word = Word::at(text, start);
            if word.text.is_empty() {
                return;
            }
            end = start + word.text.len();
            self.words += 1;
            // `l` is an article in `l'amic` alone, and an initial or a unit elsewhere.
            if word.text.len() > 1 || text[end..].starts_with(['\'', '’']) || is_vowel(word.text) {
                self.count(word, schemas);
            }
        }
    }

    fn count(&mut self, word: Word<'_>, schemas: &Schemas) {
        // A letter that is not ASCII has two bytes or more, and one when it is folded.
        let known = &schemas.function_words;
        if word.text.len() > known.longest * 2 {
            return;
        }
        let languages = if let Some(hash) = word.hash {
            known.get_hashed(word.text, hash)
        } else {
            fold_into(word.text, &mut self.room);
            known.get(&self.room)
        };
        let mut languages = languages.copied().unwrap_or_default();
        while languages != 0 {
            self.counts.get_mut(languages.trailing_zeros() as usize).into_iter().for_each(|count| *count += 1);
            languages &= languages - 1;
        }
    }

    /// The language that most function words belong to, as its position among the languages.
    pub fn mostly(&self) -> Option<usize> {
        let (best, most, second) = self.best()?;
        (most >= LEAST_WORDS && most > second).then_some(best)
    }

    /// The same where there is no doubt: many function words, and half as many again as of any other language, though languages
    /// share some.
    pub fn surely(&self) -> Option<usize> {
        let (best, most, second) = self.best()?;
        (most * ONE_OF >= self.words && most * 2 >= second * 3 && most >= LEAST_WORDS).then_some(best)
    }

    /// Whether a text that is surely in some language cannot be in this one: of its function words it has half as many at most.
    pub fn is_foreign_to(&self, language: usize) -> bool {
        let own = self.counts.get(language).copied().unwrap_or(0);
        self.best().is_some_and(|(_, most, _)| own * 2 <= most)
    }

    /// The language with most function words, how many these are, and how many the next language has.
    fn best(&self) -> Option<(usize, usize, usize)> {
        let counts = || self.counts.iter().enumerate();
        let (best, most) = counts().max_by_key(|(at, count)| (**count, std::cmp::Reverse(*at)))?;
        let second = counts().filter(|(at, _)| *at != best).map(|(_, count)| *count).max().unwrap_or(0);
        Some((best, *most, second))
    }
}

/// Whether a word of one letter may be a word: `a`, `y`, `é`.
fn is_vowel(word: &str) -> bool {
    !word.is_ascii() || word.starts_with(['a', 'e', 'i', 'o', 'u', 'y', 'A', 'E', 'I', 'O', 'U', 'Y'])
}

/// A word of a text.
struct Word<'t> {
    text: &'t str,
    /// Its hash, if it is ASCII.
    hash: Option<AnyCase>,
}

impl<'t> Word<'t> {
    /// The word that begins at a place. Most are ASCII, whose bytes tell themselves.
    #[inline]
    fn at(text: &'t str, start: usize) -> Self {
        let mut hash = AnyCase::EMPTY;
        let mut end = start;
        for byte in &text.as_bytes()[start..] {
            match KINDS[usize::from(*byte)] {
                Byte::OfWord => hash = hash.with(*byte),
                Byte::OfNone => break,
                Byte::Part => {
                    let end = run_of_any(text, end, Byte::OfWord);
                    // What is no letter ends a word of ASCII.
                    let text = &text[start..end];
                    return Self { text, hash: Some(hash).filter(|_| text.is_ascii()) };
                }
            }
            end += 1;
        }
        Self { text: &text[start..end], hash: Some(hash) }
    }
}

/// Where the bytes from a place on end that belong to no word.
#[inline]
fn run(text: &str, from: usize) -> usize {
    let rest = &text.as_bytes()[from..];
    match rest.iter().position(|byte| KINDS[usize::from(*byte)] != Byte::OfNone) {
        Some(at) if rest[at].is_ascii() => from + at,
        Some(at) => run_of_any(text, from + at, Byte::OfNone),
        None => text.len(),
    }
}

/// The end of such a run, or of a word, from a character on that is not ASCII.
#[inline(never)]
fn run_of_any(text: &str, from: usize, own: Byte) -> usize {
    let ends = |c: char| c.is_alphanumeric() != (own == Byte::OfWord);
    text[from..].find(ends).map_or(text.len(), |at| from + at)
}

/// Whether a byte tells that it belongs to a word.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Byte {
    OfNone,
    OfWord,
    /// One of several that make a character.
    Part,
}

/// What each byte tells.
const KINDS: [Byte; 256] = {
    let mut kinds = [Byte::Part; 256];
    let mut byte = 0u8;
    while byte.is_ascii() {
        kinds[byte as usize] = if byte.is_ascii_alphanumeric() { Byte::OfWord } else { Byte::OfNone };
        byte += 1;
    }
    kinds
};

#[cfg(test)]
mod tests {
    use super::Spoken;
    use crate::schemas::Schemas;

    #[test]
    fn short_texts_are_told() {
        let schemas = Schemas::builtin();
        for (code, text) in [
            ("it", "Le nonne insegnano a cucire ai giovani del quartiere."),
            ("it", "Non c'erano soldi per il furgone, e così si va a piedi."),
            ("en", "There was no money for the van."),
            ("en", "A neighbour walks with whoever is afraid of the dark."),
            ("es", "La gente va al mercado y se van en grupos de S. L. a casa."),
            ("es", "Se va a pie cada tarde, ni en coche ni en tren: van los niños."),
            ("es", "No hubo dinero para la furgoneta."),
            ("es", "Cada año va más gente."),
            ("de", "Für den Lieferwagen war kein Geld da, und so gehen wir zu Fuß."),
            ("fr", "Il n'y avait pas d'argent pour la camionnette."),
            ("fr", "La voisine va chaque jour chez l'un ou l'autre."),
            ("pt", "As avós ensinam a coser aos jovens do bairro."),
            ("pt", "Não houve dinheiro para a carrinha."),
            ("ca", "No hi va haver diners per a la furgoneta."),
            ("ca", "L'autobús passa per les masies i porta la gent al metge."),
            ("el", "Δεν υπήρχαν χρήματα για το φορτηγάκι."),
        ] {
            let told = Spoken::of(text, schemas).mostly().map(|at| schemas.languages[at].code.as_ref());
            assert_eq!(told, Some(code), "{text}");
        }
    }
}
