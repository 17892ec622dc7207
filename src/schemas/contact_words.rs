//! The words that tell the parts of a contact apart, of all languages at once, in one table that is compiled in.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::model::{Language, Part, People, Template};
use super::table::Table;

/// What the words of all languages mean in a contact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContactWords {
    /// Every folded word or phrase.
    pub phrases: Table<ContactWord>,
    /// Words of the longest phrase.
    pub most_words: u32,
    /// The first word of each phrase of several: most words begin none.
    pub heads: Table<()>,
    /// What a word of a role ends with, folded: `leiterin`.
    pub role_endings: Table<()>,
}

/// All that a phrase can mean in a contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct ContactWord {
    /// The part of a person that it announces.
    pub part: Option<Part>,
    /// Whether it announces an address on the web.
    pub web: bool,
    /// What else it can be: a bit for each [`Sense`].
    pub senses: u16,
    /// Whether it is written with a full stop behind it: `Ltd.`
    pub stopped: bool,
}

/// What a word can be, beside a sub-label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sense {
    /// `and`
    And,
    /// `as a`
    AsRole,
    /// `Head`
    Role,
    /// `University`
    Organisation,
    /// `de`, `von`
    Particle,
    /// `Mrs`
    Title,
    /// `ext.`
    Extension,
    /// `at`, in brackets
    Cloak,
    /// `see`
    Elsewhere,
}

impl ContactWords {
    /// The words of languages and templates.
    pub fn of(languages: &[Language], templates: &[Template]) -> Self {
        let shared = languages.iter().map(|language| &language.people);
        let people = shared.chain(templates.iter().map(|template| &template.sub_labels));
        Self::build(people, languages.iter().flat_map(|language| language.web.iter()))
    }

    /// The words of these people, and labels of web addresses; where two claim a sub-label, the first does.
    pub fn build<'a>(people: impl Iterator<Item = &'a People>, web: impl Iterator<Item = &'a str>) -> Self {
        let mut words = Gathered::default();
        people.for_each(|people| words.add(people));
        web.for_each(|label| words.phrase(label).web = true);
        let heads = words.phrases.keys().filter_map(|phrase| phrase.split_once(' '));
        Self {
            heads: Table::of_words(heads.map(|(head, _)| head.to_owned())),
            phrases: Table::build(words.phrases),
            most_words: words.most as u32,
            role_endings: Table::build(words.role_endings),
        }
    }
}

impl ContactWord {
    /// Whether it can be this.
    pub const fn has(&self, sense: Sense) -> bool {
        self.senses & bit(sense) != 0
    }
}

const fn bit(sense: Sense) -> u16 {
    1 << sense as u16
}

/// The words while they are gathered.
#[derive(Default)]
struct Gathered {
    phrases: BTreeMap<String, ContactWord>,
    most: usize,
    role_endings: BTreeMap<String, ()>,
}

impl Gathered {
    fn add(&mut self, people: &People) {
        for (part, wordings) in people.parts.iter() {
            wordings.iter().for_each(|wording| _ = self.phrase(wording).part.get_or_insert(*part));
        }
        let lists = [
            (&people.and, Sense::And),
            (&people.as_role, Sense::AsRole),
            (&people.roles, Sense::Role),
            (&people.organisations, Sense::Organisation),
            (&people.particles, Sense::Particle),
            (&people.titles, Sense::Title),
            (&people.extensions, Sense::Extension),
            (&people.cloaks, Sense::Cloak),
            (&people.elsewhere, Sense::Elsewhere),
        ];
        for (list, sense) in lists {
            for wording in list.iter() {
                match wording.strip_prefix('-') {
                    Some(ending) => _ = self.role_endings.insert(fold_contact(ending), ()),
                    None => self.phrase(wording).senses |= bit(sense),
                }
            }
        }
    }

    fn phrase(&mut self, wording: &str) -> &mut ContactWord {
        let words: Vec<String> = wording.split_whitespace().map(fold_contact).filter(|word| !word.is_empty()).collect();
        self.most = self.most.max(words.len());
        let meaning = self.phrases.entry(words.join(" ")).or_default();
        meaning.stopped |= wording.trim_end().ends_with('.');
        meaning
    }
}

/// Folds a word of a contact: lower case, without accents, full stops and hyphens, and with straight apostrophes.
pub fn fold_contact(word: &str) -> String {
    let edge = |c: char| !c.is_alphanumeric() && c != '&' && !is_combining_mark(c);
    let word = word.trim_matches(edge);
    if word.is_ascii() {
        let mut folded = word.to_ascii_lowercase();
        folded.retain(|c| !matches!(c, '.' | '-'));
        return folded;
    }
    word.nfd().filter(|&c| !is_combining_mark(c)).flat_map(char::to_lowercase).filter_map(plain).collect()
}

fn plain(c: char) -> Option<char> {
    match c {
        '.' | '-' | '\u{ad}' | '\u{2010}' | '\u{2011}' => None,
        '\u{2018}' | '\u{2019}' | '\u{2bc}' | '\u{b4}' => Some('\''),
        'ς' => Some('σ'),
        other => Some(other),
    }
}
