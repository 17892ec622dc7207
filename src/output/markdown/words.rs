//! The words that a page shows beside those of its record, as CommonMark.

use crate::practice::{BestPractice, Field};
use crate::schemas::{Language, Part, Schemas};

use super::escape;

/// The words in the language of a record; the fallback language where that has none; the key itself where neither has one.
pub(super) struct Words<'a> {
    languages: [Option<&'a Language>; 2],
}

impl<'a> Words<'a> {
    /// The words for a page about `record`.
    pub(super) fn new(record: &BestPractice, schemas: &'a Schemas) -> Self {
        let own = record.language.as_deref().and_then(|code| schemas.language(code));
        Self { languages: [own, schemas.fallback()] }
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

    /// What stands before a part of a contact. Labels of notes are those of certain notes, such as a fax number.
    pub(super) fn part(&self, part: Part, key: &str) -> String {
        if part == Part::Note {
            return self.page(key);
        }
        self.find(|language| part_label(language, part), key)
    }

    fn find(&self, word: impl Fn(&'a Language) -> Option<&'a str>, key: &str) -> String {
        match self.languages.into_iter().flatten().find_map(word) {
            Some(word) => escape(word).into_owned(),
            None => from_key(key),
        }
    }
}

fn part_label(language: &Language, part: Part) -> Option<&str> {
    let (_, wordings) = language.people.parts.iter().find(|(other, _)| *other == part)?;
    wordings.first()
}

/// `lead_organisation` is shown as `Lead organisation`.
fn from_key(key: &str) -> String {
    let words = key.replace('_', " ");
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
