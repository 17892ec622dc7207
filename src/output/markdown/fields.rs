//! Each field in its place.

use std::borrow::Cow;

use crate::practice::{BestPractice, Contact, Field, Kind, Link, Unmapped};
use crate::schemas::Part;

use super::escape::{destination, escape, is_autolink, label};
use super::texts::starts_a_block;
use super::{Page, cell};

/// A text that is longer stands under a heading of its own.
const LONGEST_FACT: usize = 200;

/// What the table says of a field; nothing where the field stands elsewhere.
pub(super) fn fact(record: &BestPractice, field: Field) -> Option<String> {
    let line = match field {
        Field::ShortTitle => &record.short_title,
        Field::Category => &record.category,
        Field::LeadOrganisation => &record.lead_organisation,
        Field::Agreement => &record.agreement,
        Field::Location => return location(record).map(String::from),
        _ => return None,
    };
    line.as_deref().map(cell)
}

/// The location, where it is so simple that a cell holds it as it is.
fn location(record: &BestPractice) -> Option<&str> {
    let fits = |text: &&str| text.len() <= LONGEST_FACT && text.trim() == *text && !starts_a_block(text);
    record.location.as_deref().filter(fits).filter(|text| !text.contains(['|', '\n', '\r', '\\', '`']))
}

impl Page<'_> {
    /// A field with its heading; nothing where it has no value, or stands in the front matter or the table.
    pub(super) fn field(&mut self, record: &BestPractice, field: Field) {
        match field {
            Field::Location if location(record).is_some() => {}
            Field::Contacts if !record.contacts.is_empty() => self.contacts(&record.contacts),
            Field::Links if !record.links.is_empty() => self.links(&record.links),
            Field::Sections if !record.sections.is_empty() => self.sections(&record.sections),
            Field::Unmapped if !record.unmapped.is_empty() => self.unmapped(&record.unmapped),
            _ => self.text_or_list(record, field),
        }
    }

    fn text_or_list(&mut self, record: &BestPractice, field: Field) {
        let text = record.string(field).and_then(Option::as_deref).filter(|_| field.kind() == Kind::Text);
        let items = record.list(field).filter(|items| !items.is_empty());
        if let Some(text) = text {
            self.open(field);
            self.text(text, 2);
        } else if let Some(items) = items {
            self.open(field);
            self.list(items);
        }
    }

    fn contacts(&mut self, contacts: &[Contact]) {
        self.open(Field::Contacts);
        self.out.push('\n');
        for contact in contacts {
            let lines = self.contact(contact).join("\\\n");
            self.bullet(&lines);
        }
    }

    /// One line a part, so that each is found again.
    fn contact(&self, contact: &Contact) -> Vec<String> {
        let name = contact.name.as_deref().map(|name| format!("**{}**", escape(name)));
        let parts = [
            (Part::Role, "role", contact.role.as_deref().map(escape)),
            (Part::Organisation, "organisation", contact.organisation.as_deref().map(escape)),
            (Part::Email, "email", contact.email.as_deref().map(email)),
            (Part::Phone, "phone", contact.phone.as_deref().map(escape)),
            (Part::Note, "note", contact.note.as_deref().map(escape)),
        ];
        let labelled = |(part, key, text): (Part, &str, Option<Cow<'_, str>>)| {
            text.map(|text| format!("{}: {text}", self.words.part(part, key)))
        };
        name.into_iter().chain(parts.into_iter().filter_map(labelled)).collect()
    }

    fn links(&mut self, links: &[Link]) {
        self.open(Field::Links);
        self.out.push('\n');
        links.iter().for_each(|entry| self.bullet(&link(entry)));
    }

    fn unmapped(&mut self, unmapped: &[Unmapped]) {
        self.open(Field::Unmapped);
        for entry in unmapped {
            let lines: String = entry.lines.chars().filter(|c| c.is_ascii_digit() || *c == '-').collect();
            self.heading(3, &format!("{} <!-- {lines} -->", escape(&entry.label)));
            self.text(&entry.text, 3);
        }
    }
}

fn link(link: &Link) -> String {
    match &link.label {
        None if is_autolink(&link.url) => format!("<{}>", link.url),
        text => format!("[{}]({})", label(text.as_ref().unwrap_or(&link.url)), destination(&link.url)),
    }
}

/// An address that can be written to; what is none is shown as text.
fn email(address: &str) -> Cow<'_, str> {
    let part = |text: &str, others: &[u8]| {
        !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || others.contains(&byte))
    };
    match address.split_once('@') {
        Some((user, host)) if part(user, b".!#$%'*+/=?^_{}~-") && is_host(host) => Cow::Owned(format!("<{address}>")),
        _ => escape(address),
    }
}

fn is_host(host: &str) -> bool {
    let is_label = |label: &str| {
        let inner = label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        (1..=63).contains(&label.len()) && inner && !label.starts_with('-') && !label.ends_with('-')
    };
    host.split('.').all(is_label)
}
