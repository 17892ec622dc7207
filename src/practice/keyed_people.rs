//! People of data: each part of a contact stands under a key of its own.

use super::assemble::Assembler;
use super::contacts::{ContactLine, Contacts, DraftContact, KeyedPart, can_be_called, is_email};
use super::members::{Member, lines_before, objects};
use super::segments::{Glue, Segment};
use super::{Field, Origin, people};
use crate::ledger::Class;
use crate::schemas::{Label, Part};
use crate::sheets::{Entry, Line};
use crate::source::Span;

impl Assembler<'_, '_> {
    /// Adds the people of all entries. Keys of a sheet itself, such as `contactPerson` and `email`, speak of one person.
    pub(super) fn add_keyed_contacts(&mut self, entries: &[&Entry]) {
        let mut all: Vec<(Contacts, bool, Option<Span>)> = Vec::new();
        for entry in entries {
            let contacts = self.contacts_of(entry);
            let leads_nowhere = |person: &DraftContact| !person.can_be_found();
            if entry.keys.is_empty() && !contacts.people.is_empty() && contacts.people.iter().all(leads_nowhere) {
                self.keep_apart(entry);
                continue;
            }
            let flat = is_flat(entry) && contacts.people.len() == 1;
            match all.last_mut().filter(|(before, is_flat, _)| *is_flat && flat && complete(before, &contacts)) {
                Some((before, ..)) => before.join(contacts),
                None => all.push((contacts, flat, self.opener(entry).map(|opening| opening.words))),
            }
        }
        all.into_iter().for_each(|(contacts, _, label)| people::add(self, contacts, label, Origin::Label));
    }

    /// The people of an entry.
    fn contacts_of(&mut self, entry: &Entry) -> Contacts {
        let mut contacts = self.people_in(lines_before(entry));
        for (nth, object) in objects(entry).iter().enumerate() {
            if object[0].words.is_empty() {
                contacts.append(self.people_in(object[0].lines));
                continue;
            }
            let beside = nth == 0 && object[0].level == 0 && contacts.people.len() == 1;
            let mut person = if beside { contacts.people.pop().unwrap_or_default() } else { DraftContact::default() };
            object.iter().for_each(|member| self.add_part(&mut person, &mut contacts, member));
            if !person.parts.is_empty() {
                person.parts.sort_by_key(|(part, _)| *part);
                contacts.people.push(person);
            }
        }
        contacts
    }

    /// Reads people in lines of text.
    fn people_in(&mut self, lines: &[Line]) -> Contacts {
        self.draft.markup(Field::Contacts, lines.iter().filter_map(Line::bullet));
        let lines: Vec<ContactLine> = lines.iter().map(people::contact_line).collect();
        self.read_people(&lines)
    }

    /// Adds what stands under one key to a person.
    fn add_part(&mut self, person: &mut DraftContact, contacts: &mut Contacts, member: &Member<'_>) {
        if member.lines.is_empty() {
            return self.draft.claim(member.words, Class::Label, Some(Field::Contacts));
        }
        let part = match self.schemas.contact_words.part(&self.words_of(member.words)) {
            Some(KeyedPart::Web) => {
                contacts.labels.push(member.words);
                let links = member.lines.iter().flat_map(|line| self.links_in(line));
                let links: Vec<(Option<Span>, Span)> = links.map(|link| (None, link.url)).collect();
                if links.is_empty() { Part::Note } else { return contacts.web.extend(links) }
            }
            Some(KeyedPart::Part(part)) => part,
            None => self.part_by_value(member),
        };
        let segments = self.line(Field::Contacts, member.lines);
        if part == Part::Note {
            return add(person, Part::Note, self.key_and(member.words, segments));
        }
        contacts.labels.push(member.words);
        if part == Part::Email && !is_email(&super::join(&segments, self.text), &self.schemas.contact_words) {
            contacts.malformed.extend(segments.iter().filter_map(|segment| segment.span()).reduce(Span::to));
        }
        if part != Part::Name && person.parts.iter().any(|(known, _)| *known == part) {
            contacts.labels.pop();
            return add(person, Part::Note, self.key_and(member.words, segments));
        }
        add(person, part, segments);
    }

    /// What stands under a key that names no part: an address or a number where it is one, else the name under a label of contacts.
    fn part_by_value(&self, member: &Member<'_>) -> Part {
        let value = match member.lines {
            [line] => line.body.of(self.text).trim_matches(['"', '\'']),
            _ => "",
        };
        match () {
            () if is_email(value, &self.schemas.contact_words) => Part::Email,
            () if can_be_called(value) && !value.contains(char::is_alphabetic) => Part::Phone,
            () if self.means_people(member.words) => Part::Name,
            () => Part::Note,
        }
    }

    /// Whether a key is a label of contacts: `contactPerson` inside `contact`.
    fn means_people(&self, words: Span) -> bool {
        self.labels_of_key(&self.words_of(words)).any(Label::holds_people)
    }
}

/// Whether the value of an entry is no object.
fn is_flat(entry: &Entry) -> bool {
    entry.keys.iter().all(|key| key.level == 0)
}

/// Whether two halves of a person have no part in common.
fn complete(first: &Contacts, second: &Contacts) -> bool {
    let parts = |contacts: &Contacts| {
        contacts.people.iter().flat_map(|person| &person.parts).map(|part| part.0).collect::<Vec<_>>()
    };
    let (first, second) = (parts(first), parts(second));
    first.iter().all(|part| !second.contains(part))
}

/// Adds a part. First name and surname are one name.
fn add(person: &mut DraftContact, part: Part, segments: Vec<Segment>) {
    match person.parts.iter_mut().find(|(known, _)| *known == part) {
        Some((_, before)) => {
            before.push(Segment::Glue(if part == Part::Name { Glue::Space } else { Glue::Comma }));
            before.extend(segments);
        }
        None => person.parts.push((part, segments)),
    }
}
