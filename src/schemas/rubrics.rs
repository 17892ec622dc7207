//! Names of forms and of parts of a site, which stand above a title or before it and are none.

use std::collections::HashSet;

use super::fold::{self, fold};
use super::model::{Role, Schemas};
use crate::source::OPENING_QUOTES;

/// What stands before the last part of a name.
const DASHES: [&str; 4] = [" – ", " — ", " - ", " | "];
/// The same in the name of a site.
const PARTS: [&str; 5] = [" – ", " — ", " - ", " | ", " · "];
/// Figures of the number of a rubric at most: more are a year.
const FIGURES: usize = 3;
/// Bytes of a rubric with its number at most.
const NUMBERED: usize = 48;

impl Schemas {
    /// Whether words name a form or a part of a site and no practice: `Good practices`, `Project information`, `GOOD PRACTICE FORM
    /// 2`. All of their words are those of the rubrics of a language.
    pub fn is_rubric(&self, words: &str) -> bool {
        let folded = fold(words);
        // By language, a bit each: in which words name something, and in which all of them are known.
        let (mut naming, mut knowing) = (0, u32::MAX);
        for word in fold::words(&folded) {
            if is_number(word) {
                continue;
            }
            let rubric = self.rubric_words.get(word).copied().unwrap_or_default();
            naming |= rubric;
            if self.counts.get(word).is_none() {
                knowing &= rubric | self.function_words.get(word).copied().unwrap_or_default();
            }
        }
        naming & knowing != 0
    }

    /// Whether words say what a sheet is about, with an article or without: `Project`, `La práctica`.
    pub fn is_subject(&self, words: &str) -> bool {
        let folded = fold(words.trim_matches(['*', '_', ' ', ':']));
        let bare = folded.split_once([' ', '\'']).filter(|(article, _)| self.articles.get(article).is_some());
        let known = |words: &str| self.subjects.get(words).is_some();
        known(&folded) || bare.is_some_and(|(_, rest)| known(rest))
    }

    /// What stands behind a rubric and its colon, or behind a numbered one and a dash: `Sheet 2 – The open door`; all where none
    /// does.
    pub fn behind_rubric<'w>(&self, words: &'w str) -> &'w str {
        if let Some(name) = self.behind_number(words) {
            return name;
        }
        let Some((at, mark)) = first_mark(words) else { return words };
        let (rubric, name) = (&words[..at], words[at + mark.len()..].trim_start());
        let told = mark.contains(':') || rubric.contains(|c: char| c.is_ascii_digit());
        if told && !name.is_empty() && self.is_rubric(rubric) { name } else { self.behind_last_rubric(words) }
    }

    /// What stands behind a rubric and its number, with nothing else between: `Good practice n. 2 THE OPEN DOOR`.
    fn behind_number<'w>(&self, words: &'w str) -> Option<&'w str> {
        let figures = words.find(|c: char| c.is_ascii_digit())?;
        let end = figures + words[figures..].find(|c: char| !c.is_ascii_digit())?;
        let name = words[end..].strip_prefix(' ')?.trim_start();
        let named = name.trim_start_matches(OPENING_QUOTES).starts_with(char::is_uppercase);
        let is_number = end - figures <= FIGURES && words[..figures].ends_with([' ', '°', 'º']);
        (named && is_number && self.is_rubric(&words[..end])).then_some(name)
    }

    /// What stands behind a rubric that stands behind other words: `Inclusion Prize 2024 – Winner: The open door`.
    fn behind_last_rubric<'w>(&self, words: &'w str) -> &'w str {
        let Some((before, name)) = words.split_once(':') else { return words };
        let rubric = last_part(before, &DASHES).filter(|rubric| self.is_rubric(rubric));
        if rubric.is_some() && !name.trim().is_empty() { name.trim_start() } else { words }
    }

    /// Whether words name a site, a paper or whoever makes it, and behind a dash a part of it: `Sample Club — Blog`.
    pub fn ends_with_rubric(&self, words: &str) -> bool {
        let last = last_part(words, &PARTS);
        last.is_some_and(|last| self.is_rubric(last))
    }

    /// Whether a line is a numbered rubric, with a name behind it or not: `PRACTICE 2`, `Fiche n° 3 – Le bus`, `Practice 1. The bus`.
    pub fn is_numbered_rubric(&self, words: &str) -> bool {
        let end = first_mark(words).map_or(words.len(), |(at, _)| at);
        let rubric = words[..end].trim_end_matches([' ', '.', ':']);
        // Most lines are told by this, without a look at their words.
        let numbered = rubric.len() <= NUMBERED && rubric.ends_with(|c: char| c.is_ascii_digit());
        numbered && (self.is_rubric(rubric) || self.counts_subject(rubric))
    }

    /// Whether words name a part of a form and what it holds: `SECTION 1 – WHO YOU ARE`.
    pub fn heads_part(&self, words: &str) -> bool {
        let part = first_mark(words).map(|(at, _)| words[..at].trim_end());
        let numbered = part.filter(|part| part.ends_with(|c: char| c.is_ascii_digit()));
        numbered.is_some_and(|part| self.meanings(part, &mut String::new()).has(Role::Heading))
    }

    /// Whether words count what sheets are about, and say nothing else: `Experience 1`.
    pub fn counts_subject(&self, words: &str) -> bool {
        let subject = words.trim_end_matches(|c: char| c.is_ascii_digit());
        subject.len() < words.len() && self.is_subject(subject)
    }

    /// The lines among others that count a rubric in words, with a name behind: `STORY ONE: The bus`, `Second practice – The bridge`. One
    /// alone counts nothing.
    pub fn ordinal_rubrics<'w>(&self, lines: impl Iterator<Item = &'w str>) -> HashSet<&'w str> {
        let rubric = |line: &'w str| {
            let (end, _) = first_mark(line)?;
            let (first, second) = line[..end].split_once(' ').filter(|(_, rest)| !rest.contains(' '))?;
            let rubric = [first, second].into_iter().find(|word| self.is_rubric(word))?;
            let counts = self.counts.get(&fold(if rubric == first { second } else { first })).is_some();
            counts.then_some(line)
        };
        let found: HashSet<&str> = lines.filter_map(rubric).collect();
        if found.len() > 1 { found } else { HashSet::new() }
    }
}

/// What stands behind the last of some marks in words.
fn last_part<'w>(words: &'w str, marks: &[&str]) -> Option<&'w str> {
    marks.iter().filter_map(|mark| words.rsplit_once(mark)).map(|(_, last)| last).min_by_key(|last| last.len())
}

/// The first mark that a name may stand behind, and where. A full stop is one behind a figure.
fn first_mark(words: &str) -> Option<(usize, &'static str)> {
    let marks = [": ", " : ", " – ", " — ", " - "].into_iter();
    let stop = words.match_indices(". ").find(|(at, _)| words[..*at].ends_with(|c: char| c.is_ascii_digit()));
    marks.filter_map(|mark| Some((words.find(mark)?, mark))).chain(stop.map(|(at, _)| (at, ". "))).min()
}

/// `12`, `B2`, or the `n` of `n° 12`.
fn is_number(word: &str) -> bool {
    let figures = word.trim_start_matches(|c: char| c.is_ascii_digit());
    let lettered = || word.len() > 1 && word.chars().skip(1).all(|c| c.is_ascii_digit());
    figures.is_empty() || word == "n" || lettered()
}

#[cfg(test)]
mod tests {
    use super::super::Schemas;

    #[test]
    fn forms_are_no_practices() {
        let schemas = Schemas::builtin();
        for words in ["Good practices", "One-pager", "GOOD PRACTICE FORM 2", "Ficha de buena práctica", "Scheda n. 3"]
        {
            assert!(schemas.is_rubric(words), "{words}");
        }
        for words in ["Good neighbours", "2019", "The project of the school"] {
            assert!(!schemas.is_rubric(words), "{words}");
        }
    }

    #[test]
    fn names_stand_behind_rubrics() {
        let schemas = Schemas::builtin();
        assert_eq!(schemas.behind_rubric("Good practice: The open door"), "The open door");
        assert_eq!(schemas.behind_rubric("Fiche 1 — La porte ouverte"), "La porte ouverte");
        assert_eq!(schemas.behind_rubric("Projekt – Garten"), "Projekt – Garten");
        assert!(schemas.ends_with_rubric("Club Deportivo Ejemplo — Blog"));
        assert!(!schemas.ends_with_rubric("Blog — a diary of the garden"));
        assert_eq!(schemas.behind_rubric("Inclusion Prize 2024 – Winner: The open door"), "The open door");
        assert_eq!(schemas.behind_rubric("Premio Vicinato 2020 – Progetto vincitore: La scala"), "La scala");
        assert_eq!(schemas.behind_rubric("Open doors – Leeds: a city walks"), "Open doors – Leeds: a city walks");
        assert!(schemas.is_numbered_rubric("FICHE N° 4"));
        assert!(schemas.is_numbered_rubric("Ficha 1: La escalera"));
        assert!(schemas.is_numbered_rubric("Practice 1. Spare room (Sample)"));
        assert!(schemas.is_numbered_rubric("ΠΡΑΚΤΙΚΗ Γ2: Ο κήπος"));
        assert!(!schemas.is_numbered_rubric("Ficha: La escalera 2"));
        assert_eq!(schemas.behind_rubric("Practice 1. Spare room"), "Spare room");
    }
}
