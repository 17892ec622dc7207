//! Many records at once: who there is, where, and what the records say and leave out.
//!
//! A [`Catalogue`] is written as an [`overview`] in Markdown, beside a page a practice, and as a [`Site`]. What is counted and grouped is settled here,
//! so that every form of it says the same.

mod groups;
mod overview;
mod presence;
mod site;

pub use groups::{By, Group};
pub use overview::overview;
pub use presence::Presence;
#[cfg(test)]
pub(crate) use site::TEMPLATES;
pub use site::{File, Site};

use crate::locale::Locale;
use crate::output::markdown::capitalised;
use crate::practice::privacy::Hidden;
use crate::practice::{BestPractice, Field};
use crate::schemas::Schemas;

/// The practices of a run.
#[derive(Debug)]
pub struct Catalogue<'a> {
    /// What it is called; nothing where nobody has said it.
    pub title: Option<String>,
    /// The language of its words.
    pub locale: Locale,
    /// Where the names of the fields stand.
    pub schemas: &'a Schemas,
    /// The practices, in the order in which they were read.
    pub practices: Vec<Practice>,
    /// What was hidden of the people in them.
    pub hidden: Hidden,
}

/// A practice of a catalogue.
#[derive(Debug, Clone)]
pub struct Practice {
    /// Its page, without folder and ending.
    pub stem: String,
    /// What its sheet says.
    pub record: BestPractice,
    /// What its sheet was asked for and does not say.
    pub missing: Vec<Field>,
}

impl Practice {
    /// What people call it.
    pub fn name(&self) -> &str {
        let record = &self.record;
        let names = [&record.title, &record.short_title, &record.id];
        names.into_iter().flatten().next().map_or(&self.stem, String::as_str)
    }
}

impl Catalogue<'_> {
    /// What it is called.
    pub fn name(&self) -> String {
        self.title.clone().unwrap_or_else(|| self.locale.say("catalogue", &[]))
    }

    /// What a field is called in the language of the catalogue.
    pub fn heading(&self, field: Field) -> String {
        let own = self.schemas.language(self.locale.code()).and_then(|language| language.heading(field));
        let other = || self.schemas.fallback().and_then(|language| language.heading(field));
        let unlabelled = || self.locale.say(&format!("field-{}", field.key()), &[]);
        own.or_else(other).map_or_else(unlabelled, str::to_owned)
    }

    /// What a language is called, by its code of ISO 639-1, as a heading begins.
    pub fn language(&self, code: &str) -> String {
        capitalised(self.locale.language(code).unwrap_or(code))
    }

    /// What a country is called, by its code of ISO 3166-1.
    pub fn country(&self, code: &str) -> String {
        self.locale.country(code).unwrap_or(code).to_owned()
    }

    /// How many practices, collections and countries there are, in words.
    pub fn counts(&self) -> String {
        let groups = |by| self.groups(by).iter().filter(|group| group.key.is_some()).count();
        let mut parts = vec![self.locale.count("practices", self.practices.len())];
        let others = [("collections", By::Collection), ("countries", By::Country), ("languages", By::Language)];
        let others = others.into_iter().map(|(message, by)| (message, groups(by)));
        parts.extend(
            others.filter(|(_, number)| *number > 0).map(|(message, number)| self.locale.count(message, number)),
        );
        parts.join(", ")
    }

    /// What was hidden, in words.
    pub fn told_hidden(&self) -> Option<String> {
        self.hidden.told(self.locale)
    }
}
