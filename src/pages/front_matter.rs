//! The front matter of a page: the small typed keys. What programs that make sites read there beside them is left alone.

use crate::data;
use crate::diagnostic::Diagnostic;
use crate::ledger::{Claim, Class};
use crate::practice::{BestPractice, Field, Pointer, SCHEMA_VERSION};
use crate::records::{self, Walked};
use crate::source::Span;

use super::claim;
use super::find::Page;

/// The keys that have no place in the body; the title has one.
const KEYS: [Field; 9] = [
    Field::Schema,
    Field::Title,
    Field::Id,
    Field::Language,
    Field::Covers,
    Field::Extra,
    Field::Source,
    Field::Derived,
    Field::Provenance,
];

/// What the front matter of a page says.
#[derive(Default)]
pub struct Front {
    /// Its values, with their places.
    pub walked: Walked,
    /// What is wrong with it as a whole.
    pub faults: Vec<Diagnostic>,
    /// Whether it is that of a newer program.
    pub is_newer: bool,
}

impl Front {
    /// Reads the front matter of a page, if it has any.
    pub fn read(text: &str, page: &Page, claims: &mut Vec<Claim>) -> Self {
        let Some((whole, inner)) = page.front else { return Self::default() };
        let tree = data::read_yaml(text, inner);
        let mut front = Self::default();
        let language = data::Language::Yaml;
        front.faults.extend(tree.faults.iter().map(|fault| fault.finding(text, language, true)));
        if let Some(root) = tree.roots().next() {
            front.keys(text, &tree, root);
        }
        for (pointer, span) in &front.walked.places {
            let class = if pointer.field == Field::Title { Class::Markup } else { Class::Value };
            claim(claims, *span, class, Some(pointer.field));
        }
        let root = tree.roots().next().map(|root| records::span(text, &tree, root));
        // What cannot be read is no markup: it is left for the reader to see.
        let read = if tree.is_sound() { Some(inner) } else { root };
        let fences = [Span::new(whole.start, inner.start), Span::new(inner.end, whole.end)];
        fences.into_iter().chain(read).for_each(|span| claim(claims, span, Class::Markup, None));
        front
    }

    fn keys(&mut self, text: &str, tree: &data::Tree, root: usize) {
        let newer = records::newer(text, tree, root);
        self.is_newer = newer.is_some();
        self.faults.extend(newer);
        self.walked = records::walk(text, tree, root);
        let is_known = |field: Field| KEYS.contains(&field);
        self.walked.values.retain(|key, _| Field::from_key(key).is_some_and(is_known));
        self.walked.places.retain(|(pointer, _)| is_known(pointer.field));
        self.walked.keys.retain(|(field, ..)| is_known(*field) && *field != Field::Title);
        self.walked.findings.retain(|finding| finding.pointer.as_ref().is_some_and(|pointer| is_known(pointer.field)));
    }

    /// The title, which counts where the body has none, and its place.
    pub fn take_title(&mut self) -> Option<(String, Span)> {
        let title = self.walked.values.remove(Field::Title.key())?.as_str()?.to_owned();
        let pointer = Pointer::from(Field::Title);
        let at = self.walked.places.iter().position(|(other, _)| *other == pointer)?;
        Some((title, self.walked.places.remove(at).1))
    }

    /// A record that has these values and no other.
    pub fn record(&mut self, is_missing: bool) -> BestPractice {
        if is_missing {
            return BestPractice { schema: SCHEMA_VERSION, ..BestPractice::default() };
        }
        records::typed(std::mem::take(&mut self.walked.values))
    }
}
