//! The table of all wordings: what each means in which template.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::fold::{fold, without_small_words};
use super::load::Loader;
use super::model::{EVERYWHERE, Language, List, Meaning, People, Role, Template};
use super::table::Table;

/// Every folded wording with what it means.
#[derive(Default)]
pub(super) struct Meanings(BTreeMap<String, Vec<Meaning>>);

impl Meanings {
    /// The meanings that a table has.
    pub(super) fn of(table: &Table<List<Meaning>>) -> Self {
        Self(table.iter().map(|(folded, meanings)| (folded.to_owned(), meanings.to_vec())).collect())
    }

    /// What the wordings of a template mean; `nth` counts the templates that the loader has read.
    pub(super) fn template(&mut self, at: u16, template: &Template, loader: &Loader, nth: usize) {
        for wording in template.wordings() {
            self.add(wording.folded.to_owned(), at, Role::Label, wording.at);
        }
        self.headings(&loader.headings[nth], at);
        for (start, is_label) in &loader.starts[nth] {
            self.add(start.clone(), at, if *is_label { Role::StartLabel } else { Role::StartLine }, 0);
        }
        self.parts(&template.sub_labels, at);
    }

    /// Lines that only group labels.
    pub(super) fn headings(&mut self, headings: &[String], template: u16) {
        headings.iter().for_each(|heading| self.add(heading.clone(), template, Role::Heading, 0));
    }

    /// The labels inside a contact; the label number is the part's position.
    fn parts(&mut self, people: &People, template: u16) {
        for (part, words) in people.parts.iter() {
            words.iter().for_each(|word| self.add(fold(word), template, Role::Part, *part as u16));
        }
    }

    /// What holds in every sheet.
    pub(super) fn languages(&mut self, languages: &[Language]) {
        for language in languages {
            self.parts(&language.people, EVERYWHERE);
            for word in language.web.iter() {
                self.add(fold(word), EVERYWHERE, Role::Web, 0);
            }
        }
    }

    /// The credits of every language; the label number is the field's position.
    pub(super) fn credits(&mut self, languages: &[Language], template: u16) {
        for credit in languages.iter().flat_map(|language| language.credits.iter()) {
            for wording in credit.wordings.iter() {
                self.add(fold(wording), template, Role::Credit, credit.field.index() as u16);
            }
        }
    }

    /// Adds a meaning; the first label of a wording in a template stands for all of its spellings.
    fn add(&mut self, folded: String, template: u16, role: Role, label: u16) {
        let meanings = self.0.entry(folded).or_default();
        if !meanings.iter().any(|known| known.template == template && known.role == role) {
            meanings.push(Meaning { template, role, label });
        }
    }

    /// The table of all wordings.
    pub(super) fn table(self) -> Table<List<Meaning>> {
        Table::build(self.0.into_iter().map(|(folded, meanings)| (folded, Cow::Owned(meanings))).collect())
    }
}

/// What the wordings of the generic template mean without their small words, where that is one thing.
pub(super) fn keys(templates: &[Template], is_small: &dyn Fn(&str) -> bool) -> BTreeMap<String, Meaning> {
    let mut keys: BTreeMap<String, (Meaning, bool)> = BTreeMap::new();
    for (template, form) in (0..).zip(templates).filter(|(_, form)| form.generic) {
        for wording in form.wordings() {
            let folded = fold(wording.words);
            let key = without_small_words(&folded, is_small);
            let meaning = Meaning { template, role: Role::Label, label: wording.at };
            if key != folded && key.contains(' ') {
                let (known, same) = keys.entry(key).or_insert((meaning, true));
                *same &= *known == meaning;
            }
        }
    }
    keys.into_iter().filter(|(_, (_, same))| *same).map(|(key, (meaning, _))| (key, meaning)).collect()
}
