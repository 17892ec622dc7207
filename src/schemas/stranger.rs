//! What may be meant by words that open nothing.

use std::cell::OnceCell;

use super::fold::fold;
use super::lookup::halves;
use super::model::{Label, Schemas, Template, Wording};

/// Jaro-Winkler likeness from which a wording is taken for a misspelt one.
const LIKENESS: f64 = 0.9;

/// What is known of words that no lookup finds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Stranger<'s> {
    /// They belong to the page of a site: a menu, a banner.
    OfThePage,
    /// They are known without the quotation marks around them.
    Quoted,
    /// The words before and behind a slash mean different things.
    TwoMeanings,
    /// They are like this wording.
    Like(Wording<'s>),
    /// Nothing.
    Nobody,
}

impl Schemas {
    /// What may be meant by words that open nothing in a sheet of the template that `nearest` seeks in.
    pub fn stranger<'t>(&self, words: &str, nearest: &Nearest<'t>) -> Stranger<'t> {
        let folded = fold(words);
        let bare = folded.trim_matches('"');
        let known = |words: &str| !self.meanings(words, &mut String::new()).is_empty();
        let both = || halves(&folded).is_some_and(|(first, second)| known(first) && known(second));
        match () {
            () if self.chrome.get(&folded).is_some() => Stranger::OfThePage,
            () if bare.len() < folded.len() && known(bare) => Stranger::Quoted,
            () if both() => Stranger::TwoMeanings,
            () => nearest.to(words).map_or(Stranger::Nobody, Stranger::Like),
        }
    }
}

/// Seeks the wording of a template that is nearest to some words.
#[derive(Debug)]
pub struct Nearest<'t> {
    template: &'t Template,
    /// Its wordings; filled when the first words are sought.
    known: OnceCell<Vec<(Folded, Wording<'t>)>>,
}

impl<'t> Nearest<'t> {
    /// To seek in this template.
    pub const fn new(template: &'t Template) -> Self {
        Self { template, known: OnceCell::new() }
    }

    /// The wording that is most like these words, and is written in their case.
    pub fn to(&self, words: &str) -> Option<Wording<'t>> {
        let folded = Folded::new(words);
        let all = || self.template.wordings().map(|known| (Folded::new(known.words), known)).collect();
        let near = self
            .known
            .get_or_init(all)
            .iter()
            .filter(|(known, wording)| wording.label.is_in_case(words) && known.may_be(&folded));
        let liked = near.map(|(known, wording)| (strsim::jaro_winkler(&folded.text, &known.text), wording));
        let best = liked.filter(|liked| liked.0 >= LIKENESS).max_by(|a, b| a.0.total_cmp(&b.0))?;
        Some(*best.1)
    }
}

/// A folded text with what tells fast that two have little in common.
#[derive(Debug)]
struct Folded {
    text: String,
    length: usize,
    /// How often each letter stands in it; letters share places.
    letters: [u8; 64],
}

impl Folded {
    fn new(words: &str) -> Self {
        let text = fold(words);
        let mut letters = [0_u8; 64];
        for c in text.chars() {
            let place = &mut letters[c as usize % 64];
            *place = place.saturating_add(1);
        }
        Self { length: text.chars().count(), text, letters }
    }

    /// Whether the likeness to another can be enough: it is at most what it were if all common letters stood in their order.
    fn may_be(&self, other: &Self) -> bool {
        let common: u32 = self.letters.iter().zip(&other.letters).map(|(a, b)| u32::from(*a.min(b))).sum();
        let common = f64::from(common);
        let same = self.text.chars().zip(other.text.chars()).take(4).take_while(|(a, b)| a == b).count();
        let jaro = (common / self.length as f64 + common / other.length as f64 + 1.0) / 3.0;
        jaro + 0.1 * same as f64 * (1.0 - jaro) >= LIKENESS
    }
}

impl Label {
    /// Whether words stand in the capitals that the template writes, if it writes any.
    pub fn is_in_case(&self, words: &str) -> bool {
        !self.capitals || !words.chars().any(char::is_lowercase)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_open_nothing_are_told_apart() {
        let schemas = Schemas::builtin();
        let generic = &schemas.templates[usize::from(schemas.generic())];
        let nearest = Nearest::new(generic);
        let stranger = |words: &str| schemas.stranger(words, &nearest);
        assert_eq!(stranger("Accept all cookies"), Stranger::OfThePage);
        assert_eq!(stranger("“Results”"), Stranger::Quoted);
        assert_eq!(stranger("Titolo / Results"), Stranger::TwoMeanings);
        assert_eq!(stranger("Zzyzx"), Stranger::Nobody);
        let Stranger::Like(wording) = stranger("Beneficiariess") else { panic!("nothing is like it") };
        assert_eq!(fold(wording.words), "beneficiaries");
    }
}
