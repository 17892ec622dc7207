//! The words that a page shows beside those of its record, as CommonMark.

use crate::practice::{BestPractice, Field};
use crate::schemas::{Language, Schemas};

use super::escape;

/// The words in the language of a page; the fallback language where that has none; the key itself where neither has one.
pub(super) struct Words<'a> {
    languages: [Option<&'a Language>; 2],
}

impl<'a> Words<'a> {
    /// The words for a page about `record`, in the language that is told or in its own.
    pub(super) fn new(record: &BestPractice, schemas: &'a Schemas, told: Option<&str>) -> Self {
        let own = told.or(record.language.as_deref()).and_then(|code| schemas.language(code));
        Self { languages: [own, schemas.fallback()] }
    }

    /// The language of the page.
    pub(super) fn language(&self) -> Option<&'a Language> {
        self.languages.into_iter().flatten().next()
    }

    /// The heading of a field.
    pub(super) fn heading(&self, field: Field) -> String {
        match field {
            Field::Unmapped => self.find(|language| language.page_word("other_labels"), field.key()),
            _ => self.find(|language| language.heading(field), field.key()),
        }
    }

    /// A word by its key.
    pub(super) fn page(&self, key: &str) -> String {
        self.find(|language| language.page_word(key), key)
    }

    fn find(&self, word: impl Fn(&'a Language) -> Option<&'a str>, key: &str) -> String {
        match self.languages.into_iter().flatten().find_map(word) {
            Some(word) => escape(word).into_owned(),
            None => from_key(key),
        }
    }
}

/// `lead_organisation` is shown as `Lead organisation`.
pub fn from_key(key: &str) -> String {
    capitalised(&key.replace('_', " "))
}

/// Words as a heading begins.
pub fn capitalised(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
