//! Each field under its heading.

use crate::practice::{BestPractice, Field, Kind, Unmapped};

use super::facts::location;
use super::{Page, escape};

impl Page<'_> {
    /// A field with its heading; nothing where it has no value, or stands elsewhere.
    pub(super) fn field(&mut self, record: &BestPractice, field: Field) {
        match field {
            Field::Location if location(record).is_some() => {}
            Field::Contacts => self.contacts(&record.contacts),
            Field::Links if !record.links.is_empty() => self.links(&record.links),
            Field::Sections if !record.sections.is_empty() => self.sections(&record.sections),
            Field::Unmapped if !record.unmapped.is_empty() => self.unmapped(&record.unmapped),
            _ => self.text_or_list(record, field),
        }
    }

    fn text_or_list(&mut self, record: &BestPractice, field: Field) {
        let items = record.list(field).filter(|items| !items.is_empty());
        if field.kind() == Kind::Text {
            self.text_of(field, record.string(field).and_then(Option::as_deref));
        } else if let Some(items) = items {
            self.open(field);
            self.list(items);
        }
    }

    /// A text under the heading of its field.
    pub(super) fn text_of(&mut self, field: Field, text: Option<&str>) {
        if let Some(text) = text {
            self.open(field);
            self.text(text, 2);
        }
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
