//! What the list can be narrowed by.

use std::collections::BTreeMap;

use serde::Serialize;

use super::search::fold;
use crate::catalogue::{By, Catalogue};
use crate::practice::Field;

/// Most themes that can be chosen: of more, nobody finds the one that he means.
const THEMES: usize = 24;

/// Something that practices are told apart by.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Facet {
    /// Its name in an address.
    pub key: &'static str,
    /// What people call it.
    pub name: String,
    /// What can be chosen.
    pub options: Vec<Choice>,
}

/// Something that can be chosen.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Choice {
    /// Its name in an address.
    pub key: String,
    /// What people call it.
    pub name: String,
    /// The practices, by their positions.
    pub practices: Vec<usize>,
}

/// The facets by which practices differ.
pub fn facets(catalogue: &Catalogue<'_>) -> Vec<Facet> {
    let groups = [By::Country, By::Collection, By::Language].map(|by| grouped(catalogue, by));
    let facets = groups.into_iter().chain([themes(catalogue)]);
    facets.filter(|facet| facet.options.len() > 1).collect()
}

fn grouped(catalogue: &Catalogue<'_>, by: By) -> Facet {
    let groups = catalogue.groups(by).into_iter();
    let option = |group: crate::catalogue::Group| Choice {
        key: group.key.unwrap_or_default(),
        name: group.name,
        practices: group.practices,
    };
    Facet { key: by.noun(), name: catalogue.locale.say(by.noun(), &[]), options: groups.map(option).collect() }
}

/// The themes that several practices share, the most frequent ones if they are many, by name.
fn themes(catalogue: &Catalogue<'_>) -> Facet {
    let mut all: BTreeMap<String, Choice> = BTreeMap::new();
    for (at, practice) in catalogue.practices.iter().enumerate() {
        for theme in &practice.record.themes {
            let name = crate::practice::plain(theme).into_owned();
            let folded = fold(&name);
            let words: Vec<&str> =
                folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
            let key = words.join("-");
            let choice = all.entry(key.clone()).or_insert_with(|| Choice { key, name, practices: Vec::new() });
            choice.practices.extend((choice.practices.last() != Some(&at)).then_some(at));
        }
    }
    let mut options: Vec<Choice> = all.into_values().filter(|choice| choice.practices.len() > 1).collect();
    options.sort_by_key(|choice| std::cmp::Reverse(choice.practices.len()));
    options.truncate(THEMES);
    options.sort_by(|a, b| a.key.cmp(&b.key));
    Facet { key: "theme", name: catalogue.heading(Field::Themes), options }
}
