//! What a wording means as people write it: with an article, an optional ending, a star, a translation behind a slash.

use super::fold::fold_into;
use super::model::{Meaning, Schemas};

/// Bytes of a wording that may carry such additions; longer ones are looked up as they stand.
const DECORATED: usize = 100;

impl Schemas {
    /// The meanings of a wording; none where nobody knows it. `room` is kept from call to call.
    pub fn meanings(&self, words: &str, room: &mut String) -> &[Meaning] {
        // Markup and numbering fold away, so that a wording may be longer as written.
        if words.len() > self.wordings.longest * 2 + 40 {
            return &[];
        }
        fold_into(words, room);
        self.known(room).or_else(|| self.undecorated(room)).unwrap_or(&[])
    }

    fn known(&self, folded: &str) -> Option<&[Meaning]> {
        self.wordings.get(folded).map(AsRef::as_ref)
    }

    /// The wording without what people add to it.
    fn undecorated(&self, folded: &str) -> Option<&[Meaning]> {
        if folded.len() > DECORATED {
            return None;
        }
        self.without_question_mark(folded)
            .or_else(|| self.without_brackets(folded))
            .or_else(|| self.without_ending(folded))
            .or_else(|| self.without_article(folded))
            .or_else(|| self.half(folded))
    }

    /// `risultati?` is `risultati`.
    fn without_question_mark(&self, folded: &str) -> Option<&[Meaning]> {
        self.known(folded.strip_suffix(['?', ';', '.'])?.trim_end())
    }

    /// `obiettivi (max 500 caratteri)` is `obiettivi`, `target group(s)` is `target group`.
    fn without_brackets(&self, folded: &str) -> Option<&[Meaning]> {
        let (before, rest) = folded.split_once('(')?;
        let (_, after) = rest.split_once(')')?;
        let bare = format!("{}{after}", before.trim_end());
        self.known(bare.trim()).or_else(|| self.without_article(bare.trim()))
    }

    /// `referent/in` is `referent`, `comune/i capofila` is `comune capofila`.
    fn without_ending(&self, folded: &str) -> Option<&[Meaning]> {
        let (before, after) = folded.split_once('/')?;
        let ending = after.len() - after.trim_start_matches(char::is_alphabetic).len();
        let bare = format!("{before}{}", &after[ending..]);
        ((1..=4).contains(&ending) && !before.ends_with(' ')).then(|| self.known(bare.trim())).flatten()
    }

    /// `gli obiettivi` is `obiettivi`, `l'obiettivo` is `obiettivo`.
    fn without_article(&self, folded: &str) -> Option<&[Meaning]> {
        let (article, rest) = folded.split_once([' ', '\''])?;
        self.articles.get(article).and_then(|()| self.known(rest.trim_start()))
    }

    /// `titolo / title` is either, if both halves say the same or only one says anything.
    fn half(&self, folded: &str) -> Option<&[Meaning]> {
        let (first, second) = folded.split_once('/').or_else(|| folded.split_once(" - "))?;
        let known = |half: &str| self.known(half.trim()).or_else(|| self.without_article(half.trim()));
        match (known(first), known(second)) {
            (Some(first), Some(second)) => self.agree(first, second).then_some(first),
            (Some(_), None) | (None, Some(_)) if folded.contains(" - ") => None,
            (first, second) => first.or(second),
        }
    }

    /// Whether two wordings open the same field of the same template.
    fn agree(&self, first: &[Meaning], second: &[Meaning]) -> bool {
        let opens = |meaning: &Meaning| {
            let template = self.templates.get(usize::from(meaning.template))?;
            Some((meaning.template, template.labels.get(usize::from(meaning.label))?.field))
        };
        first.iter().any(|one| opens(one).is_some() && second.iter().any(|other| opens(one) == opens(other)))
    }
}
