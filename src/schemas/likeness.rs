//! How like a label unknown words are.

/// Jaro-Winkler likeness from which a wording is taken for a misspelt one.
const LIKENESS: f64 = 0.9;
/// Letters at the beginning that count more, at most.
const BEGINNING: usize = 4;
/// What each of them adds of what is lacking.
const WEIGHT: f64 = 0.1;
/// Letters are counted by the low bits of their number: different ones that fall together only make a count too high.
const LETTERS: usize = 32;

/// Folded words for which the wording that is most like them is sought among many.
pub struct Sought<'w> {
    folded: &'w str,
    letters: [u8; LETTERS],
    length: usize,
}

impl<'w> Sought<'w> {
    /// What is to be known of the words only once.
    pub fn new(folded: &'w str) -> Self {
        let mut letters = [0_u8; LETTERS];
        let mut length = 0;
        for c in folded.chars() {
            let count = &mut letters[c as usize % LETTERS];
            *count = count.saturating_add(1);
            length += 1;
        }
        Self { folded, letters, length }
    }

    /// How like a folded wording is, from 0.9 to 1; nothing where it is less like. Most wordings are told by their letters alone,
    /// whatever their order.
    pub fn likeness(&self, wording: &str) -> Option<f64> {
        let likely = self.at_most(wording) >= LIKENESS;
        let likeness = if likely { strsim::jaro_winkler(self.folded, wording) } else { 0.0 };
        (likeness >= LIKENESS).then_some(likeness)
    }

    /// A likeness that a wording cannot exceed: that of the same letters in the best order.
    fn at_most(&self, wording: &str) -> f64 {
        let mut left = self.letters;
        let (mut length, mut common) = (0, 0);
        for c in wording.chars() {
            length += 1;
            let count = &mut left[c as usize % LETTERS];
            if *count > 0 {
                *count -= 1;
                common += 1;
            }
        }
        if length == 0 || self.length == 0 {
            return 0.0;
        }
        let part = |of: usize| f64::from(common) / of as f64;
        let jaro = (part(length) + part(self.length) + 1.0) / 3.0;
        let same = self.folded.chars().zip(wording.chars()).take(BEGINNING).take_while(|(a, b)| a == b).count();
        jaro + WEIGHT * same as f64 * (1.0 - jaro)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn no_wording_is_passed_over(words in "[a-eàé ]{0,12}", wording in "[a-eàé ]{0,12}") {
            let likeness = strsim::jaro_winkler(&words, &wording);
            let sought = Sought::new(&words);
            prop_assert_eq!(sought.likeness(&wording), (likeness >= LIKENESS && !words.is_empty()).then_some(likeness));
        }
    }

    #[test]
    fn a_long_text_has_no_more_letters_than_can_be_counted() {
        let long = "a".repeat(1_000);
        assert_eq!(Sought::new(&long).likeness(&long), None);
    }
}
