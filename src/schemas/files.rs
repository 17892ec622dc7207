//! The shapes of the YAML files in `schemas/`, with the place of everything that can be wrong.

use std::fmt;
use std::marker::PhantomData;

pub use super::reader::{Placed, Word};
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};

/// A mapping whose keys keep their order and places.
#[derive(Debug)]
pub struct Entries<V>(pub Vec<(Word, V)>);

impl<V> Default for Entries<V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, V: Deserialize<'de>> Deserialize<'de> for Entries<V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(EntriesVisitor(PhantomData))
    }
}

struct EntriesVisitor<V>(PhantomData<V>);

impl<'de, V: Deserialize<'de>> Visitor<'de> for EntriesVisitor<V> {
    type Value = Entries<V>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a mapping")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        Ok(Entries(entries))
    }
}

/// `schemas/vocabulary.yaml`: languages by ISO 639-1 code.
pub type VocabularyFile = Entries<LanguageFile>;

/// One language of the vocabulary.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LanguageFile {
    /// Its name in itself; for whoever reads the file.
    #[serde(rename = "name")]
    pub _name: String,
    #[serde(default)]
    pub fallback: bool,
    pub labels: Entries<Vec<Word>>,
    pub people: PeopleFile,
    #[serde(default)]
    pub web: Vec<Word>,
    pub months: Vec<Vec<String>>,
    #[serde(default)]
    pub dates: DatesFile,
    #[serde(default)]
    pub lead_markers: Vec<String>,
    #[serde(default)]
    pub credits: Entries<Vec<Word>>,
    #[serde(default)]
    pub definitions: Vec<String>,
    #[serde(default)]
    pub articles: Vec<String>,
    /// Endings of another gender, behind a mark inside of a word.
    #[serde(default)]
    pub endings: Vec<String>,
    /// Letters that stand for several endings, each with one of these behind it.
    #[serde(default)]
    pub ending_letters: Vec<String>,
    /// Lines that only group labels.
    #[serde(default)]
    pub headings: Vec<Word>,
    #[serde(default)]
    pub chrome: Vec<Word>,
    #[serde(default)]
    pub rubrics: Vec<String>,
    #[serde(default)]
    pub leads: LeadsFile,
    #[serde(default)]
    pub objects: Vec<String>,
    #[serde(default)]
    pub qualifiers: Vec<String>,
    #[serde(default)]
    pub questions: Entries<Vec<String>>,
    #[serde(default)]
    pub instructions: Vec<String>,
    /// Words before a colon that begin a remark inside a text.
    #[serde(default)]
    pub remarks: Vec<String>,
    /// What stands in a field that says nothing.
    #[serde(default)]
    pub controls: Vec<String>,
    /// Words that count.
    #[serde(default)]
    pub counts: Vec<String>,
    /// Words between two wordings of one label.
    #[serde(default)]
    pub joiners: Vec<String>,
    /// Words that begin questions; before other words each may ask for anything.
    #[serde(default)]
    pub interrogatives: Vec<String>,
    #[serde(default)]
    pub other_documents: Vec<String>,
    #[serde(default)]
    pub foreign_labels: Entries<Vec<String>>,
    /// Names before the `@` of addresses to which people apply.
    #[serde(default)]
    pub mailboxes: Vec<String>,
    /// What a sheet may be about.
    #[serde(default)]
    pub subjects: Vec<String>,
    /// What names the lines of the header of a mail.
    #[serde(default)]
    pub mail_headers: Vec<String>,
    /// What closes a letter.
    #[serde(default)]
    pub closings: Vec<String>,
    /// What says how far a practice reaches, and names no place.
    #[serde(default)]
    pub scopes: Vec<String>,
    /// Names of sections and categories of a site.
    #[serde(default)]
    pub sections: Vec<String>,
    #[serde(default)]
    pub notices: Vec<String>,
    /// What keeps the place of a value free.
    #[serde(default)]
    pub placeholders: Vec<String>,
    #[serde(default)]
    pub yes: Vec<String>,
    #[serde(default)]
    pub function_words: Vec<String>,
    #[serde(default)]
    pub page: Entries<String>,
}

/// Phrases of sentences that say who leads: before the organisation, and behind it.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct LeadsFile {
    pub before: Vec<String>,
    pub behind: Vec<String>,
    /// Words that say where it is, behind its name.
    pub at: Vec<String>,
}

/// The words that stand beside dates, and which of day and month stands first.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct DatesFile {
    pub day_first: bool,
    pub from: Vec<String>,
    pub to: Vec<String>,
    pub between: Vec<String>,
    pub and: Vec<String>,
    pub ongoing: Vec<String>,
    pub beside: Vec<String>,
    pub weekdays: Vec<String>,
    pub part_of_year: Vec<String>,
    pub last: Vec<String>,
    pub units: Vec<String>,
}

/// `schemas/countries.yaml`: names of countries, and what is none.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CountriesFile {
    pub streets: Vec<String>,
    pub elsewhere: Vec<String>,
    pub names: Entries<Vec<Word>>,
}

/// The words that tell the parts of a contact apart.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PeopleFile {
    pub parts: Entries<Vec<String>>,
    #[serde(default)]
    pub and: Vec<String>,
    #[serde(default)]
    pub as_role: Vec<String>,
    #[serde(default)]
    pub roles: Vec<String>,
    #[serde(default)]
    pub organisations: Vec<String>,
    #[serde(default)]
    pub particles: Vec<String>,
    #[serde(default)]
    pub titles: Vec<String>,
    #[serde(default)]
    pub extensions: Vec<String>,
    #[serde(default)]
    pub cloaks: Vec<String>,
    #[serde(default)]
    pub elsewhere: Vec<String>,
    #[serde(default)]
    pub asked_of: Vec<Word>,
}

/// A file of `schemas/templates/`.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TemplateFile {
    pub name: Option<Word>,
    pub title: Option<Word>,
    #[serde(default)]
    pub shared_vocabulary: bool,
    #[serde(default)]
    pub starts: Vec<Placed<StartFile>>,
    #[serde(default)]
    pub ends: Vec<Word>,
    #[serde(default)]
    pub known_by: Vec<Word>,
    #[serde(default)]
    pub labels: Entries<Vec<Word>>,
    #[serde(default)]
    pub joint: Vec<JointFile>,
    #[serde(default)]
    pub sub_labels: Entries<Vec<Word>>,
    #[serde(default)]
    pub headings: Vec<Word>,
    #[serde(default)]
    pub furniture: Vec<Vec<Word>>,
    #[serde(default)]
    pub boilerplate: Vec<Vec<Word>>,
    #[serde(default)]
    pub collection: Entries<ConstantFile>,
    #[serde(default)]
    pub identifiers: Vec<SchemeFile>,
    #[serde(default)]
    pub requires: Vec<Word>,
    #[serde(default)]
    pub asks_for: Vec<Word>,
    #[serde(default)]
    pub limits: Entries<LimitFile>,
}

/// What starts a sheet: a line of its own, or a label with a value.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StartFile {
    pub line: Option<Word>,
    pub label: Option<Word>,
}

/// One label for several fields.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct JointFile {
    pub field: Word,
    pub covers: Vec<Word>,
    pub labels: Vec<Word>,
}

/// A fact about the collection.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConstantFile {
    pub value: String,
    pub said_as: Vec<String>,
}

/// Numbers of one scheme.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SchemeFile {
    pub scheme: String,
    pub pattern: Word,
}

/// How long the text of a field may be.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LimitFile {
    pub min_words: Option<u32>,
    pub max_words: Option<u32>,
    pub min_characters: Option<u32>,
    pub max_characters: Option<u32>,
}
