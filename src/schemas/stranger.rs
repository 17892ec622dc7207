//! What may be meant by words that open nothing.

use super::fold::fold;
use super::form::Wording;
use super::likeness::Sought;
use super::lookup::halves;
use super::model::{Label, Meaning, Schemas, Template};

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
        let nearest = || self.template(&template.name).and_then(|(_, template)| self.nearest(words, template));
        match () {
            () if self.chrome.get(&folded).is_some() => Stranger::OfThePage,
            () if bare.len() < folded.len() && known(bare) => Stranger::Quoted,
            () if both() => Stranger::TwoMeanings,
            () => nearest().map_or(Stranger::Nobody, Stranger::Like),
        }
    }
}

impl Schemas {
    /// The wording of a template that is most like these words, and is written in their case. Of a template with the labels of all
    /// languages only those are looked at that begin with the same letter.
    pub fn nearest<'t>(&self, words: &str, template: &'t Template) -> Option<Wording<'t>> {
        if !template.generic {
            return template.nearest(words);
        }
        let folded = fold(words);
        let (at, _) = self.template(&template.name)?;
        let label = |all: &[Meaning]| Some(all.iter().find(|it| it.is_label_of(at))?.label);
        let sought = Sought::new(&folded);
        let alike = self.wordings.same_letter(&folded).filter_map(|(wording, meanings)| {
            let likeness = sought.likeness(wording)?;
            Some((likeness, wording, label(meanings)?))
        });
        let (_, best, label) = alike.max_by(|a, b| a.0.total_cmp(&b.0))?;
        template.wordings().find(|wording| wording.at == label && wording.folded == best)
    }
}

impl Template {
    /// The wording that is most like these words, and is written in their case.
    fn nearest(&self, words: &str) -> Option<Wording<'_>> {
        let folded = fold(words);
        let sought = Sought::new(&folded);
        let in_case = self.wordings().filter(|known| known.label.is_in_case(words));
        let alike = in_case.filter_map(|known| Some((sought.likeness(known.folded)?, known)));
        alike.max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, known)| known)
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
        let stranger = |words: &str| schemas.stranger(words, generic);
        assert_eq!(stranger("Accept all cookies"), Stranger::OfThePage);
        assert_eq!(stranger("“Results”"), Stranger::Quoted);
        assert_eq!(stranger("Titolo / Results"), Stranger::TwoMeanings);
        assert_eq!(stranger("Zzyzx"), Stranger::Nobody);
        let Stranger::Like(wording) = stranger("Beneficiariess") else { panic!("nothing is like it") };
        assert_eq!(wording.folded, "beneficiaries");
    }
}
