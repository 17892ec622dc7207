//! What a wording means as people write it: with an article, an optional ending, a star, a translation behind a slash.

use super::fold::{fold, fold_into, without_small_words};
use super::model::{Meaning, Schemas};

/// Words of a wording with modifiers at most.
const MODIFIED_WORDS: usize = 8;

/// Letters of a wording in which a slip of one letter is no other word.
const LONG: usize = 8;

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
        if let Some(known) = self.known(room) {
            return known;
        }
        if self.chrome.get(room).is_some() {
            return &[];
        }
        // A family's labels are those that its template has, to the word.
        let key = || self.known(&super::fold(&split_key(words)?));
        self.undecorated(room).or_else(key).map_or(&[], |known| self.of_generic(known))
    }

    /// The meanings of a key of data such as `targetGroups`, in every template.
    pub fn key_meanings(&self, key: &str) -> &[Meaning] {
        if key.len() > self.wordings.longest * 2 + 40 {
            return &[];
        }
        let folded = super::fold(key);
        let split = || self.known(&super::fold(&split_key(key)?));
        let bare = || self.undecorated(&super::fold(&split_key(key)?));
        let known = self.known(&folded).or_else(split).or_else(|| self.undecorated(&folded)).or_else(bare);
        let split = || split_key(key).map(|words| super::fold(&words));
        known.or_else(|| self.without_language(&split()?)).or_else(|| self.short(&split()?)).unwrap_or_default()
    }

    /// `fecha actualizacion` is `fecha de actualizacion`.
    fn short(&self, folded: &str) -> Option<&[Meaning]> {
        let is_small = |word: &str| self.articles.get(word).is_some() || self.function_words.get(word).is_some();
        let short = without_small_words(folded, &is_small);
        self.known(&short).or_else(|| self.keys.get(&short).map(std::slice::from_ref))
    }

    /// `title en` is `title`: a key may end in the code of its value's language.
    fn without_language(&self, folded: &str) -> Option<&[Meaning]> {
        let (bare, code) = folded.rsplit_once(' ')?;
        self.language(code).and_then(|_| self.known(bare).or_else(|| self.undecorated(bare)))
    }

    /// What the words of a label stand for that its place proves to be one: what they ask for, if they are a question; what they
    /// begin with, before a function word; what they are but for a slip of one letter.
    pub fn loose(&self, words: &str) -> &[Meaning] {
        let folded = fold(words);
        let folded = folded.as_str();
        let found = self.stem(folded).or_else(|| self.beginning(folded)).or_else(|| self.misspelt(folded));
        found.map_or(&[], |known| self.of_generic(known))
    }

    /// `obiettivi e risultati attesi del progetto` is nothing, `obiettivi per il secondo anno` is `obiettivi`: what stands behind
    /// the function word must not be a label of its own.
    fn beginning(&self, folded: &str) -> Option<&[Meaning]> {
        let bare = outside_brackets(folded);
        let ends = bare.match_indices(' ').map(|(at, _)| at);
        let cut = ends.rev().find_map(|at| {
            let rest = bare[at..].trim_start();
            let next = rest.split([' ', '\'']).next().unwrap_or_default();
            let known = self.function_words.get(next).and_then(|_| self.known(&bare[..at]))?;
            Some((known, rest[next.len()..].trim_start_matches([' ', '\''])))
        })?;
        let rest = self.known(cut.1).or_else(|| self.without_article(cut.1)).or_else(|| self.without_modifiers(cut.1));
        rest.is_none_or(|rest| self.agree(cut.0, rest)).then_some(cut.0)
    }

    /// The one wording that differs by one letter.
    fn misspelt(&self, folded: &str) -> Option<&[Meaning]> {
        let near = |known: &str| known.len().abs_diff(folded.len()) <= 2 && strsim::osa_distance(known, folded) == 1;
        let long = folded.chars().count() >= LONG;
        let mut found =
            self.wordings.iter().filter(|(known, _)| long && near(known)).map(|(_, meanings)| meanings.as_ref());
        let first = found.next()?;
        found.all(|other| self.agree(first, other)).then_some(first)
    }

    /// What a wording means in the generic template alone. The meanings of one template stand together.
    fn of_generic<'m>(&self, meanings: &'m [Meaning]) -> &'m [Meaning] {
        let generic = self.generic();
        let start = meanings.iter().position(|meaning| meaning.template == generic).unwrap_or(meanings.len());
        let length = meanings[start..].iter().take_while(|meaning| meaning.template == generic).count();
        &meanings[start..start + length]
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
            .or_else(|| self.without_modifiers(folded))
            .or_else(|| self.asked(folded))
    }

    /// `principali risultati raggiunti dal progetto` is `risultati`: adjectives and "of the project" change nothing.
    fn without_modifiers(&self, folded: &str) -> Option<&[Meaning]> {
        let spaced = folded.replace('\'', "' ");
        let words: Vec<&str> = spaced.split(' ').filter(|word| !word.is_empty()).collect();
        if words.len() > MODIFIED_WORDS {
            return None;
        }
        let modifier = |word: &&str| self.modifiers.get(word).is_some();
        let small = |word: &&str| {
            let bare = word.trim_end_matches('\'');
            self.articles.get(bare).is_some() || self.function_words.get(bare).is_some()
        };
        let starts = words.iter().take_while(|word| modifier(word) || small(word)).count();
        let ends = words.len() - words.iter().rev().take_while(|word| modifier(word) || small(word)).count();
        (0..=starts).flat_map(|start| (ends.max(start + 1)..=words.len()).rev().map(move |end| (start, end))).find_map(
            |(start, end)| {
                let dropped = || words[..start].iter().chain(&words[end..]);
                let core = words[start..end].join(" ").replace("' ", "'");
                dropped().any(modifier).then(|| self.known(&core)).flatten()
            },
        )
    }

    /// What a question asks for: the longest stem in it decides, if one alone is the longest.
    fn asked(&self, folded: &str) -> Option<&[Meaning]> {
        if folded.ends_with(['?', ';']) { self.stem(folded) } else { None }
    }

    fn stem(&self, folded: &str) -> Option<&[Meaning]> {
        let begins = |stem: &str| {
            folded.match_indices(stem).any(|(at, _)| at == 0 || !folded[..at].ends_with(char::is_alphanumeric))
        };
        let matching = self.questions.iter().filter(|question| begins(&question.stem));
        let longest = matching.clone().map(|question| question.stem.len()).max()?;
        let longest = matching.filter(|question| question.stem.len() == longest);
        let mut best = longest.filter_map(|question| self.known(&question.wording));
        let first = best.next()?;
        // Languages may share a stem; what they ask for must be the same.
        best.all(|other| self.agree(first, other)).then_some(first)
    }

    /// `risultati?` is `risultati`.
    fn without_question_mark(&self, folded: &str) -> Option<&[Meaning]> {
        self.known(folded.strip_suffix(['?', ';'])?.trim_end())
    }

    /// `obiettivi (max 500 caratteri)` is `obiettivi`, `target group(s)` is `target group`.
    fn without_brackets(&self, folded: &str) -> Option<&[Meaning]> {
        let bare = outside_brackets(folded);
        let bare = bare.trim();
        let known = || self.known(bare).or_else(|| self.without_article(bare)).or_else(|| self.without_modifiers(bare));
        (bare.len() < folded.len()).then(known).flatten()
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

/// The words without what stands in brackets; as they are where one is not closed.
fn outside_brackets(folded: &str) -> String {
    let mut bare = String::new();
    let mut rest = folded;
    while let Some((before, bracket)) = rest.split_once('(') {
        let Some((_, behind)) = bracket.split_once(')') else { return folded.to_owned() };
        bare.push_str(before.trim_end());
        rest = behind;
    }
    bare + rest
}

/// The words of a key such as `targetGroups`, `target_groups`, `target-groups`, `TARGETGroups` or `titleEN`.
pub fn split_key(words: &str) -> Option<String> {
    let is_key = words.len() <= DECORATED && words.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'));
    let humps = words.chars().zip(words.chars().skip(1)).any(|(a, b)| a.is_lowercase() && b.is_uppercase());
    if !is_key || !(humps || words.contains(['_', '-', '.'])) {
        return None;
    }
    let mut spaced = String::new();
    let mut before: Option<char> = None;
    let mut chars = words.chars().peekable();
    while let Some(c) = chars.next() {
        let next_is_small = chars.peek().is_some_and(|next| next.is_lowercase());
        let begins =
            |before: char| c.is_uppercase() && (before.is_lowercase() || (before.is_uppercase() && next_is_small));
        if matches!(c, '_' | '-' | '.') || before.is_some_and(begins) {
            spaced.push(' ');
        }
        spaced.extend(Some(c).filter(|c| !matches!(c, '_' | '-' | '.')));
        before = Some(c);
    }
    Some(spaced)
}

#[cfg(test)]
mod tests {
    use super::super::{Role, Schemas};
    use crate::practice::Field;

    fn field(words: &str) -> Option<Field> {
        let schemas = Schemas::builtin();
        let meanings = schemas.meanings(words, &mut String::new());
        let meaning = meanings.iter().find(|m| m.role == Role::Label && m.template == schemas.generic())?;
        Some(schemas.templates[usize::from(meaning.template)].labels[usize::from(meaning.label)].field)
    }

    #[test]
    fn what_people_add_to_a_label_hides_nothing() {
        for (words, expected) in [
            ("Gli obiettivi", Field::Objectives),
            ("**Obiettivi** (max 500 caratteri):", Field::Objectives),
            ("Risultati?", Field::Results),
            ("Titolo / Title", Field::Title),
            ("Target group(s)", Field::TargetGroups),
            ("targetGroups", Field::TargetGroups),
            ("target_groups", Field::TargetGroups),
            ("leadOrganisation", Field::LeadOrganisation),
            ("3.1. The objectives", Field::Objectives),
            ("L'obiettivo", Field::Objectives),
        ] {
            assert_eq!(field(words), Some(expected), "{words}");
        }
    }

    #[test]
    fn halves_that_disagree_open_nothing() {
        assert_eq!(field("Titolo / Results"), None);
        assert_eq!(field("Titolo / "), Some(Field::Title));
    }
}
