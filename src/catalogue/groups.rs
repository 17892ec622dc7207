//! Practices that have something in common.

use std::collections::BTreeMap;

use super::{Catalogue, Practice};

/// What practices are grouped by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// The collection that they come from.
    Collection,
    /// The countries that they name; a practice may be in several groups.
    Country,
    /// The language of their values.
    Language,
}

/// Practices that have something in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// What they have in common: a code or a name; nothing for those that do not say it.
    pub key: Option<String>,
    /// The same for people.
    pub name: String,
    /// The practices, by their positions.
    pub practices: Vec<usize>,
}

impl By {
    /// Everything that practices are grouped by.
    pub const ALL: [Self; 3] = [Self::Collection, Self::Country, Self::Language];

    /// What a practice says of itself.
    pub fn keys(self, practice: &Practice) -> Vec<&str> {
        let record = &practice.record;
        let collection = || record.collection.as_ref()?.name.as_deref();
        match self {
            By::Collection => collection().into_iter().collect(),
            By::Country => record.derived.iter().flat_map(|derived| &derived.countries).map(String::as_str).collect(),
            By::Language => record.language.as_deref().into_iter().collect(),
        }
    }

    /// The message that heads the groups.
    pub const fn message(self) -> &'static str {
        match self {
            By::Collection => "by-collection",
            By::Country => "by-country",
            By::Language => "by-language",
        }
    }

    /// The message that names what they have in common.
    pub const fn noun(self) -> &'static str {
        match self {
            By::Collection => "collection",
            By::Country => "country",
            By::Language => "language",
        }
    }
}

impl Catalogue<'_> {
    /// The groups by name; at the end the practices that do not say where they belong.
    pub fn groups(&self, by: By) -> Vec<Group> {
        let mut keyed: BTreeMap<Option<&str>, Vec<usize>> = BTreeMap::new();
        for (at, practice) in self.practices.iter().enumerate() {
            let keys = by.keys(practice);
            if keys.is_empty() {
                keyed.entry(None).or_default().push(at);
            }
            keys.into_iter().for_each(|key| keyed.entry(Some(key)).or_default().push(at));
        }
        let group = |(key, practices): (Option<&str>, _)| Group {
            key: key.map(str::to_owned),
            name: key.map_or_else(|| self.locale.say("not-stated", &[]), |key| self.shown(by, key)),
            practices,
        };
        let mut groups: Vec<Group> = keyed.into_iter().map(group).collect();
        groups.sort_by_cached_key(|group| (group.key.is_none(), deunicode::deunicode(&group.name).to_lowercase()));
        groups
    }

    /// What people call what practices have in common.
    pub fn shown(&self, by: By, key: &str) -> String {
        match by {
            By::Collection => key.to_owned(),
            By::Country => self.country(key),
            By::Language => self.language(key),
        }
    }
}
