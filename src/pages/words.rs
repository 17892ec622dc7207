//! The words of pages the other way round: from what a page shows, in any language, to what it is about.

use std::collections::HashMap;

use crate::output::markdown::{PARTS, from_key};
use crate::practice::{Field, Kind};
use crate::schemas::{Language, Schemas};

/// What a row of the table of key facts is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fact {
    /// A field.
    Field(Field),
    /// The start, the end, and whether it goes on.
    Period,
    /// A part of the collection, by its key.
    Collection(&'static str),
    /// Numbers of grants and projects.
    Identifiers,
}

/// The words of pages in every language.
pub struct Words<'s> {
    /// Vocabulary and templates.
    pub schemas: &'s Schemas,
    headings: HashMap<String, Field>,
    facts: HashMap<String, Fact>,
    parts: HashMap<String, &'static str>,
}

/// The rows that no field is shown in.
const FACTS: [(&str, Fact); 5] = [
    ("period", Fact::Period),
    ("collection", Fact::Collection("name")),
    ("programme", Fact::Collection("programme")),
    ("code", Fact::Collection("code")),
    ("identifiers", Fact::Identifiers),
];

impl<'s> Words<'s> {
    /// The words of every language of the vocabulary.
    pub fn new(schemas: &'s Schemas) -> Self {
        let mut words = Self { schemas, headings: HashMap::new(), facts: HashMap::new(), parts: HashMap::new() };
        for field in Field::ALL.iter().filter(|field| is_shown(**field)) {
            for heading in shown(schemas, field.key(), |language| language.heading(*field)) {
                words.heading(heading, *field);
            }
        }
        for (key, field) in [("contact", Field::Contacts), ("other_labels", Field::Unmapped)] {
            page_words(schemas, key).into_iter().for_each(|heading| words.heading(heading, field));
        }
        for (key, fact) in FACTS {
            page_words(schemas, key).into_iter().for_each(|word| _ = words.facts.entry(folded(&word)).or_insert(fact));
        }
        for key in PARTS {
            page_words(schemas, key).into_iter().for_each(|word| _ = words.parts.entry(folded(&word)).or_insert(key));
        }
        words
    }

    fn heading(&mut self, words: String, field: Field) {
        self.headings.entry(folded(&words)).or_insert(field);
    }

    /// Whether a word is shown for a key in some language.
    pub fn is(&self, word: &str, key: &str) -> bool {
        is_shown_for(self.schemas, word, key)
    }

    /// The field that a heading opens.
    pub fn field(&self, words: &str) -> Option<Field> {
        self.headings.get(&folded(words)).copied().or_else(|| self.label(words))
    }

    /// What a row is about.
    pub fn fact(&self, words: &str) -> Option<Fact> {
        let folded = folded(words);
        let fact = self.facts.get(&folded).copied();
        fact.or_else(|| self.field(words).filter(|field| is_fact(*field)).map(Fact::Field))
    }

    /// The part of a contact that a label announces.
    pub fn part(&self, words: &str) -> Option<&'static str> {
        self.parts.get(&folded(words)).copied()
    }

    /// The field that a label of any sheet opens.
    fn label(&self, words: &str) -> Option<Field> {
        let known = self.schemas.meanings(words, &mut String::new());
        let label = self.schemas.own_labels(&known, self.schemas.generic()).next()?;
        (!label.period).then_some(label.field)
    }
}

/// What every language shows for a key, and what is shown where no language has a word.
fn shown<'s>(schemas: &'s Schemas, key: &str, word: impl Fn(&'s Language) -> Option<&'s str>) -> Vec<String> {
    let words = schemas.languages.iter().filter_map(word).map(str::to_owned);
    words.chain([from_key(key)]).collect()
}

fn page_words(schemas: &Schemas, key: &str) -> Vec<String> {
    shown(schemas, key, |language| language.page_word(key))
}

fn is_shown_for(schemas: &Schemas, word: &str, key: &str) -> bool {
    page_words(schemas, key).iter().any(|known| folded(known) == folded(word))
}

/// Whether a line is the head of the table of key facts.
pub fn is_table_head(schemas: &Schemas, line: &str) -> bool {
    let inner = line.trim_end().strip_prefix('|').and_then(|line| line.strip_suffix('|'));
    let label = inner.and_then(|cells| cells.trim_end().strip_suffix('|'));
    label.is_some_and(|label| is_shown_for(schemas, label.trim(), "key_facts"))
}

/// Whether pages show a field under words of its own.
fn is_shown(field: Field) -> bool {
    field.kind() != Kind::Meta || field == Field::Unmapped
}

/// Whether a field may stand in a row.
fn is_fact(field: Field) -> bool {
    matches!(field.kind(), Kind::Line | Kind::Date | Kind::Year) || field == Field::Location
}

fn folded(words: &str) -> String {
    words.trim().to_lowercase()
}
