//! What the keys of data mean, and which objects group fields and are no value themselves.

use std::collections::HashMap;

use super::lines;
use super::own;
use crate::data::{Kind, Scalar, Style, Tree};
use crate::schemas::{Known, Label, Meaning, Part, Role, Schemas};

/// A set of fields: bit `n` for the field with that position.
pub type Fields = u64;

/// What the keys of a tree mean.
pub struct Keys<'s> {
    /// For each node what its key means.
    meanings: Vec<Known<'s>>,
    template: u16,
    labels: &'s [Label],
    /// For each node the fields that are filled in it, those in objects that only group them included.
    pub filled: Vec<Fields>,
    /// For each node whether it is an object that groups fields.
    pub groups: Vec<bool>,
}

impl<'s> Keys<'s> {
    /// Looks up every key of a tree, as one template means it.
    pub fn new(text: &str, tree: &Tree, schemas: &'s Schemas, template: u16) -> Self {
        let mut known: HashMap<(&str, Style), Known<'s>> = HashMap::new();
        let mut look_up = |key: Scalar| {
            let look_up = || schemas.key_meanings(&lines::words(text, key));
            *known.entry((key.span.of(text), key.style)).or_insert_with(look_up)
        };
        let meanings = tree.nodes.iter().map(|node| node.key.map(&mut look_up).unwrap_or_default()).collect();
        let count = tree.nodes.len();
        let labels = &schemas.templates[usize::from(template)].labels;
        let mut keys = Self { meanings, template, labels, filled: vec![0; count], groups: vec![false; count] };
        for at in (0..count).rev() {
            keys.settle(text, tree, at);
        }
        keys
    }

    /// What the key of a node means.
    pub fn of(&self, at: usize) -> Known<'s> {
        self.meanings[at]
    }

    /// The label that a node's key is.
    pub fn label(&self, at: usize) -> Option<&'s Label> {
        let own = |meaning: &&Meaning| meaning.is_label_of(self.template);
        self.labels.get(usize::from(self.of(at).iter().find(own)?.label))
    }

    /// Settles what an object is, when the nodes inside it are settled.
    fn settle(&mut self, text: &str, tree: &Tree, at: usize) {
        if tree.nodes[at].kind != Kind::Object || own::is_own(text, tree, at) {
            return;
        }
        self.groups[at] = self.is_group(tree, at);
        // Several objects that each have a title of their own are several sheets.
        let titled = tree.children(at).filter(|&child| self.groups[child] && self.has_title(child));
        let several = titled.count() > 1;
        let fields = tree.children(at).map(|child| match self.groups[child] {
            true if several => 0,
            true => self.filled[child],
            false => self.field_of(tree, child),
        });
        self.filled[at] = fields.fold(0, |all, fields| all | fields);
    }

    /// Whether an object is no value of its key: nobody knows the key, or two fields of other names stand in it.
    fn is_group(&self, tree: &Tree, at: usize) -> bool {
        let mut children = tree.children(at);
        let Some(label) = self.label(at) else { return children.next().is_some() && !self.is_person(tree, at) };
        let is_foreign = |child: &usize| {
            let other = self.label(*child).is_some_and(|inner| inner.field != label.field);
            other && !self.is_part(*child) && !self.groups[*child]
        };
        !label.holds_people() && !label.period && children.filter(is_foreign).count() > 1
    }

    /// Whether an object says how to reach somebody, and nothing else that is known.
    fn is_person(&self, tree: &Tree, at: usize) -> bool {
        let reaches = |child| self.part(child).is_some_and(|part| matches!(part, Part::Email | Part::Phone));
        let field = |child| self.label(child).is_some() && !self.is_part(child);
        self.is_part(at) || (tree.children(at).any(reaches) && !tree.children(at).any(field))
    }

    /// The part of a contact that a key names.
    fn part(&self, at: usize) -> Option<Part> {
        self.of(at).iter().find_map(Meaning::part)
    }

    /// Takes the name of an object that has no title for its title.
    pub fn name(&mut self, tree: &Tree, record: usize, schemas: &'s Schemas) {
        let form = &schemas.templates[usize::from(self.template)];
        let title = form.wordings().find(|wording| wording.label.names_sheet());
        let is_name = |child: &usize| {
            let scalar = matches!(tree.nodes[*child].kind, Kind::Scalar(_));
            scalar && self.label(*child).is_none() && self.part(*child) == Some(Part::Name)
        };
        let name = tree.children(record).find(is_name).filter(|_| !self.has_title(record));
        if let (Some(name), Some(title)) = (name, title) {
            self.meanings[name] = schemas.key_meanings(title.words);
        }
    }

    fn has_title(&self, at: usize) -> bool {
        let titles = self.labels.iter().filter(|label| label.names_sheet()).fold(0, |all, label| all | bit(label));
        self.filled[at] & titles != 0
    }

    /// The field of a node whose key is known, where something is written in it that can be its value.
    fn field_of(&self, tree: &Tree, at: usize) -> Fields {
        let Some(label) = self.label(at).filter(|_| tree.is_filled(at)) else { return 0 };
        let is_scalar = |item: usize| matches!(tree.nodes[item].kind, Kind::Scalar(_));
        let fits = match tree.nodes[at].kind {
            Kind::Object => label.holds_people() || label.period,
            Kind::Array => label.holds_people() || tree.children(at).any(is_scalar),
            _ => true,
        };
        if fits { bit(label) } else { 0 }
    }

    /// Whether a key names a part of a contact or an address on the web.
    pub fn is_part(&self, at: usize) -> bool {
        self.of(at).iter().any(|meaning| matches!(meaning.role, Role::Part | Role::Web))
    }
}

/// Whether the fields are only those by which any file describes itself: a title, a description, keywords.
pub fn describe_any_file(fields: Fields, schemas: &Schemas) -> bool {
    let generic = &schemas.templates[usize::from(schemas.generic())];
    let telling =
        generic.labels.iter().filter(|label| !label.describes_any_file()).fold(0, |all, label| all | bit(label));
    fields & telling == 0
}

const fn bit(label: &Label) -> Fields {
    1 << (label.field.index() % Fields::BITS as usize)
}
