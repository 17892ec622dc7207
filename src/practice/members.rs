//! Objects of data as values: the keys inside the value of a field, each with its lines.

use super::assemble::Assembler;
use super::draft::Right;
use super::nodes::{Node, NodeKind};
use super::segments::{Glue, Segment};
use super::{Field, Kind};
use crate::ledger::Class;
use crate::schemas::Role;
use crate::sheets::{Entry, Line};
use crate::source::Span;

/// A key inside the value of a field, with the lines under it.
#[derive(Debug, Clone, Copy)]
pub struct Member<'e> {
    /// The words of the key; none for an item of a list that stands behind an object.
    pub words: Span,
    /// Its lines; none where nothing is written under it.
    pub lines: &'e [Line],
    /// How deep it lies.
    pub level: u8,
    /// Whether it is the first of its object.
    begins: bool,
}

/// The lines of an entry that stand under no key inside it.
pub fn lines_before(entry: &Entry) -> &[Line] {
    let end = entry.keys.first().map_or(entry.lines.len(), |key| key.line);
    entry.lines.get(..end).unwrap_or_default()
}

/// The keys inside the value of an entry, object by object.
pub fn objects(entry: &Entry) -> Vec<Vec<Member<'_>>> {
    let ends = entry.keys.iter().skip(1).map(|key| key.line).chain([entry.lines.len()]);
    let mut objects: Vec<Vec<Member<'_>>> = Vec::new();
    for (key, end) in entry.keys.iter().zip(ends) {
        let lines = entry.lines.get(key.line..end).unwrap_or_default();
        let member = Member { words: key.words, lines, level: key.level, begins: key.begins };
        match objects.last_mut().filter(|object| !member.begins || member.level > object[0].level) {
            Some(object) => object.push(member),
            None => objects.push(vec![member]),
        }
    }
    objects
}

impl Assembler<'_, '_> {
    /// The paragraphs and items of an entry.
    pub(super) fn nodes_of(&mut self, field: Field, entry: &Entry) -> Vec<Node> {
        if entry.keys.is_empty() {
            return self.nodes(field, &entry.lines).nodes;
        }
        let mut nodes = self.nodes(field, lines_before(entry)).nodes;
        let objects = objects(entry);
        let several = objects.len() > 1;
        for object in objects {
            if several || field.kind() == Kind::List || field == Field::Location {
                let kind = if several { NodeKind::Item(0) } else { NodeKind::Paragraph };
                nodes.extend(self.in_one(field, &object).map(|segments| Node { kind, segments }));
            } else {
                object.iter().for_each(|member| nodes.extend(self.member_nodes(field, member)));
            }
        }
        nodes
    }

    /// An object as one item: `Prato, Italy`.
    fn in_one(&mut self, field: Field, object: &[Member<'_>]) -> Option<Vec<Segment>> {
        let mut segments: Vec<Segment> = Vec::new();
        for member in object {
            for node in self.member_nodes(field, member) {
                if !segments.is_empty() {
                    segments.push(Segment::Glue(Glue::Comma));
                }
                segments.extend(node.segments);
            }
        }
        (!segments.is_empty()).then_some(segments)
    }

    /// The nodes of a member. A key that is no label stands before its value, which would say nothing without it.
    fn member_nodes(&mut self, field: Field, member: &Member<'_>) -> Vec<Node> {
        let mut nodes = self.nodes(field, member.lines).nodes;
        if member.words.is_empty() {
            return nodes;
        }
        match nodes.first_mut() {
            Some(first) if field == Field::Unmapped || !self.is_known(member.words) => {
                let value = std::mem::take(&mut first.segments);
                first.segments = self.key_and(member.words, value);
            }
            _ => self.draft.claim(member.words, Class::Label, Some(field)),
        }
        nodes
    }

    /// A key, the colon behind it and a value: `nuts: ITI15`.
    pub(super) fn key_and(&self, words: Span, value: Vec<Segment>) -> Vec<Segment> {
        let mut segments = self.document.coded.segments(self.text, words);
        let behind = &self.text[words.end..];
        let colon =
            behind.len() - behind.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\'')).len();
        if behind[colon..].starts_with(':') {
            segments.push(Segment::as_is(Span::new(words.end + colon, words.end + colon + 1)));
        }
        segments.push(Segment::Glue(Glue::Space));
        segments.extend(value);
        segments
    }

    /// Whether a key is a label, or names a part of a contact.
    fn is_known(&self, words: Span) -> bool {
        let meanings = self.schemas.key_meanings(&self.words_of(words));
        meanings.iter().any(|meaning| matches!(meaning.role, Role::Label | Role::Part | Role::Web))
    }

    /// The words of a key as a reader sees them.
    pub(super) fn words_of(&self, words: Span) -> String {
        super::join(&self.document.coded.segments(self.text, words), self.text)
    }

    /// The member that names an object, where a field takes one line; what else the object says is kept apart.
    pub(super) fn naming_member<'e>(&mut self, field: Field, entry: &'e Entry) -> &'e [Line] {
        let before = lines_before(entry);
        let members: Vec<Member<'e>> = objects(entry).into_iter().flatten().collect();
        let filled = || members.iter().enumerate().filter(|(_, member)| !member.lines.is_empty());
        let named = filled().find(|(_, member)| self.names(member.words)).or_else(|| filled().next());
        let taken = named.filter(|_| before.is_empty()).map(|(at, _)| at);
        for (at, member) in members.iter().enumerate() {
            if Some(at) == taken || member.lines.is_empty() {
                self.draft.claim(member.words, Class::Label, Some(field));
            } else {
                self.keep_member_apart(member);
            }
        }
        taken.map_or(before, |at| members[at].lines)
    }

    /// Whether a key such as `name` says what an object is called.
    fn names(&self, words: Span) -> bool {
        let words = self.words_of(words);
        let title = |label: &crate::schemas::Label| label.names_sheet() || label.field == Field::LeadOrganisation;
        self.labels_of_key(&words).any(title) || self.schemas.contact_words.names(&words)
    }

    /// A member that no field takes.
    pub(super) fn keep_member_apart(&mut self, member: &Member<'_>) {
        self.draft.unknown.push(member.words);
        self.add_unmapped(member.words, member.lines, Right::Own);
    }
}
