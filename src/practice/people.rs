//! The people of a contact field into the record.

use std::collections::HashSet;

use super::assemble::Assembler;
use super::contacts::{Contacts, DraftContact};
use super::draft::Right;
use super::{Contact, Field, Origin, Pointer, Step};
use crate::ledger::Class;
use crate::schemas::Part;
use crate::source::Span;

/// Adds the people to the record; an organisation that several share belongs to the first and is cited by the others.
pub(super) fn add(assembler: &mut Assembler<'_, '_>, contacts: Contacts) {
    for label in contacts.labels {
        assembler.draft.claim(label, Class::Label, Some(Field::Contacts));
    }
    let mut owned = HashSet::new();
    for person in contacts.people {
        let at = Pointer::from(Field::Contacts).then(Step::Item(assembler.draft.record.contacts.len()));
        let contact = contact(assembler, &at, person, &mut owned);
        assembler.draft.record.contacts.push(contact);
    }
    assembler.draft.markup(Field::Contacts, contacts.markup);
    assembler.draft.malformed_emails.extend(contacts.malformed);
    for (label, url) in contacts.web {
        assembler.push_link(label, url, Right::Own, Origin::Label);
    }
}

fn contact(
    assembler: &mut Assembler<'_, '_>,
    at: &Pointer,
    person: DraftContact,
    owned: &mut HashSet<Span>,
) -> Contact {
    let mut contact = Contact::default();
    for (part, segments) in person.parts {
        let (key, slot) = match part {
            Part::Name => ("name", &mut contact.name),
            Part::Role => ("role", &mut contact.role),
            Part::Organisation => ("organisation", &mut contact.organisation),
            Part::Email => ("email", &mut contact.email),
            Part::Phone => ("phone", &mut contact.phone),
            Part::Note => ("note", &mut contact.note),
        };
        let spans = segments.iter().filter_map(|segment| segment.span());
        let shared = spans.filter(|span| !owned.insert(*span)).count() > 0;
        let right = if shared { Right::Cite } else { Right::Own };
        *slot = Some(assembler.draft.trace(at.then(Step::Key(key)), Origin::Label, right, segments));
    }
    contact
}
