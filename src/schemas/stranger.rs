//! What may be meant by words that open nothing.

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
    /// What may be meant by words that open nothing in a sheet of this template.
    pub fn stranger(&self, words: &str, template: &Template) -> Stranger<'_> {
        let folded = fold(words);
        let bare = folded.trim_matches('"');
        let known = |words: &str| !self.meanings(words, &mut String::new()).is_empty();
        let both = || halves(&folded).is_some_and(|(first, second)| known(first) && known(second));
        let nearest = || self.template(&template.name).and_then(|(_, template)| template.nearest(words));
        match () {
            () if self.chrome.get(&folded).is_some() => Stranger::OfThePage,
            () if bare.len() < folded.len() && known(bare) => Stranger::Quoted,
            () if both() => Stranger::TwoMeanings,
            () => nearest().map_or(Stranger::Nobody, Stranger::Like),
        }
    }
}

impl Template {
    /// The wording of the template that is most like these words, begins with their letter and is written in their case.
    pub fn nearest(&self, words: &str) -> Option<Wording<'_>> {
        let folded = fold(words);
        let likely = |known: &Wording<'_>| may_be_like(known.words, &folded) && known.label.is_in_case(words);
        let wordings = self.wordings().filter(likely);
        let likeness = |known: &Wording<'_>| strsim::jaro_winkler(&folded, &fold(known.words));
        let best = wordings.map(|known| (likeness(&known), known)).max_by(|a, b| a.0.total_cmp(&b.0))?;
        (best.0 >= LIKENESS).then_some(best.1)
    }
}

/// Whether a wording can be like folded words at all: most are told apart by their first letter and their length, without folding
/// them. What is less than half as long as the other is never so like.
fn may_be_like(wording: &str, folded: &str) -> bool {
    let first = |text: &str| text.chars().next().unwrap_or_default();
    let (known, sought) = (first(wording), first(folded));
    let same = !known.is_ascii_alphabetic() || !sought.is_ascii_alphabetic() || known.eq_ignore_ascii_case(&sought);
    // Accents take bytes that a folded text has not.
    same && wording.len() * 2 >= folded.len() && folded.len() * 2 + 8 >= wording.len() / 2
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
        let stranger = |words: &str| schemas.stranger(words, generic);
        assert_eq!(stranger("Accept all cookies"), Stranger::OfThePage);
        assert_eq!(stranger("“Results”"), Stranger::Quoted);
        assert_eq!(stranger("Titolo / Results"), Stranger::TwoMeanings);
        assert_eq!(stranger("Zzyzx"), Stranger::Nobody);
        let Stranger::Like(wording) = stranger("Beneficiariess") else { panic!("nothing is like it") };
        assert_eq!(fold(wording.words), "beneficiaries");
    }
}
