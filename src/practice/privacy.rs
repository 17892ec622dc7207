//! A record that is published without exposing the people in it.

mod names;
mod origins;
#[cfg(test)]
mod tests;

use std::ops::Range;

use serde_json::Value;

use self::names::Name;
use self::origins::{drop_origins, retained};
use super::contacts::{KeyedPart, Reach, Words, can_be_called, mentions, reaches};
use super::{BestPractice, Contact, Field, Provenance};
use crate::locale::Locale;
use crate::schemas::{Part, Schemas};

/// What is shown of the people in a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Exposure {
    /// Everything.
    #[default]
    Show,
    /// Name, role and organisation; no e-mail address and no telephone number, wherever it stands.
    Hide,
    /// Nothing: no contacts, and none of their names in any text.
    None,
}

/// How much was hidden: the places where it stood, and people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Hidden {
    /// E-mail addresses.
    pub emails: usize,
    /// Telephone numbers.
    pub phones: usize,
    /// People.
    pub people: usize,
}

/// What stands in a text where something was hidden: the mark of an omission in every language.
pub const MARK: &str = "[…]";

impl Hidden {
    /// What was hidden, in words; nothing if nothing was.
    pub fn told(self, locale: Locale) -> Option<String> {
        let Self { emails, phones, people } = self;
        let parts = [("hidden-emails", emails), ("hidden-phones", phones), ("hidden-people", people)];
        let parts = parts.iter().filter(|(_, number)| *number > 0);
        // The things are counted in the words of catalogues, which every language of messages has.
        let words = Locale::of_page(locale.code()).unwrap_or(locale);
        let parts: Vec<String> = parts.map(|(message, number)| words.count(message, *number)).collect();
        (!parts.is_empty()).then(|| locale.say("hidden", &[("parts", parts.join(", ").into())]))
    }

    /// Adds what was hidden elsewhere.
    pub fn add(&mut self, other: Self) {
        self.emails += other.emails;
        self.phones += other.phones;
        self.people += other.people;
    }
}

/// Hides the people of a record, and what its id says of them: ids are settled afterwards. In running text `mark` stands where something was hidden.
pub fn hide(record: &mut BestPractice, exposure: Exposure, mark: &str, schemas: &Schemas) -> Hidden {
    if exposure == Exposure::Show {
        return Hidden::default();
    }
    let mut veil = Veil::new(record, mark, &schemas.contact_words);
    let names: Vec<String> = record.contacts.iter().filter_map(|contact| contact.name.clone()).collect();
    let contacts = std::mem::take(&mut record.contacts);
    let shown = contacts.into_iter().map(|contact| veil.contact(contact, exposure)).collect();
    record.contacts = retained(record, Field::Contacts, shown);
    if exposure == Exposure::None {
        // Where somebody lives or works stands beside the contacts.
        let template = record.source.as_ref().and_then(|source| schemas.template(&source.template));
        let template = template.map_or(schemas.generic(), |(number, _)| number);
        let unmapped = std::mem::take(&mut record.unmapped);
        let beside = |label: &String| names.contains(label) || schemas.asks_for_people(label, template);
        let shown = unmapped.into_iter().map(|it| (!beside(&it.label)).then_some(it)).collect();
        record.unmapped = retained(record, Field::Unmapped, shown);
    }
    let links = std::mem::take(&mut record.links);
    let shown = links.into_iter().map(|link| (!veil.is_reach(&link.url)).then_some(link)).collect();
    record.links = retained(record, Field::Links, shown);
    veil.texts(record);
    record.id = record.id.take().and_then(|id| veil.id(id));
    drop_origins(record);
    veil.hidden
}

/// A hiding under way.
struct Veil<'a> {
    mark: &'a str,
    words: &'a Words,
    /// Names that are hidden wherever they stand.
    names: Vec<Name>,
    /// Addresses and numbers as the contacts write them.
    known: Vec<String>,
    /// Numbers of the project and its papers, which nobody can dial.
    codes: Vec<String>,
    hidden: Hidden,
}

/// What a text is hidden for.
type Found = (Option<Reach>, Range<usize>);

impl<'a> Veil<'a> {
    fn new(record: &BestPractice, mark: &'a str, words: &'a Words) -> Self {
        let of_collection = record.collection.iter().filter_map(|collection| collection.code.as_ref());
        let codes = record.identifiers.iter().map(|identifier| &identifier.value).chain(of_collection);
        let is_code = |code: &&String| code.bytes().all(|byte| byte.is_ascii_digit());
        let codes = codes.filter(is_code).cloned().collect();
        Self { mark, words, names: Vec::new(), known: Vec::new(), codes, hidden: Hidden::default() }
    }

    /// What is shown of a contact.
    fn contact(&mut self, mut contact: Contact, exposure: Exposure) -> Option<Contact> {
        let (email, phone) = (contact.email.take(), contact.phone.take());
        self.hidden.emails += usize::from(email.is_some());
        self.hidden.phones += usize::from(phone.is_some());
        self.known.extend(email.into_iter().chain(phone));
        if exposure == Exposure::None {
            self.hidden.people += usize::from(contact.name.is_some() || contact.role.is_some());
            self.names.extend(contact.name.and_then(|name| Name::of(&name, self.words)));
            return None;
        }
        Some(contact).filter(|contact| *contact != Contact::default())
    }

    /// Whether an address leads to a person and to no page.
    fn is_reach(&mut self, url: &str) -> bool {
        let found = reaches(url, self.words);
        let is_mail = found.iter().any(|(reach, _)| *reach == Reach::Email) && !url.contains("://");
        let is_call = url.starts_with("tel:") || self.known.iter().any(|known| !mentions(url, known).is_empty());
        self.hidden.emails += usize::from(is_mail);
        self.hidden.phones += usize::from(is_call && !is_mail);
        is_mail || is_call
    }

    fn texts(&mut self, record: &mut BestPractice) {
        // The longest first: a name may be part of another.
        self.known.sort_by_key(|known| std::cmp::Reverse(known.len()));
        let provenance = record.provenance.take();
        if let Ok(Value::Object(mut keys)) = serde_json::to_value(&*record) {
            let fields = keys.iter_mut().filter_map(|(key, value)| Some((Field::from_key(key)?, value)));
            fields.filter(|(field, _)| is_said(*field)).for_each(|(field, value)| self.field(field, value));
            if let Ok(veiled) = serde_json::from_value(Value::Object(keys)) {
                *record = veiled;
            }
        }
        record.provenance = provenance.map(|provenance| self.provenance(provenance));
    }

    fn field(&mut self, field: Field, value: &mut Value) {
        match field {
            Field::Extra => self.value(value),
            _ => self.members(value),
        }
    }

    /// The texts of a value whose keys are those of the record.
    fn members(&mut self, value: &mut Value) {
        match value {
            Value::String(text) => self.text(text),
            Value::Array(items) => items.iter_mut().for_each(|item| self.members(item)),
            Value::Object(members) => {
                let label = members.get("label").and_then(Value::as_str).map(str::to_owned);
                for (key, member) in members.iter_mut().filter(|(key, _)| !NO_TEXTS.contains(&key.as_str())) {
                    let label = label.as_deref().filter(|_| key == "text");
                    if !label.is_some_and(|label| self.announced(label, member)) {
                        self.members(member);
                    }
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }

    /// The texts of a value whose keys are somebody's own.
    fn value(&mut self, value: &mut Value) {
        match value {
            Value::String(text) => self.text(text),
            Value::Array(items) => items.iter_mut().for_each(|item| self.value(item)),
            Value::Object(members) => {
                for (mut key, mut member) in std::mem::take(members) {
                    if !self.announced(&key, &mut member) {
                        self.value(&mut member);
                    }
                    self.text(&mut key);
                    while members.contains_key(&key) {
                        key.push_str(self.mark);
                    }
                    members.insert(key, member);
                }
            }
            Value::Number(number) => {
                let mut text = number.to_string();
                if self.known.iter().any(|known| !mentions(&text, known).is_empty()) {
                    self.text(&mut text);
                    *value = Value::String(text);
                }
            }
            Value::Null | Value::Bool(_) => {}
        }
    }

    /// Hides a value that its label says is a telephone number, if it is one.
    fn announced(&mut self, label: &str, value: &mut Value) -> bool {
        let text = match &*value {
            Value::String(text) => text.clone(),
            Value::Number(number) => number.to_string(),
            _ => return false,
        };
        let is_phone = matches!(self.words.part(label), Some(KeyedPart::Part(Part::Phone)));
        let is_one = is_phone && can_be_called(&text) && !text.contains(char::is_alphabetic);
        if is_one {
            *value = Value::String(self.mark.to_owned());
            self.hidden.phones += 1;
        }
        is_one
    }

    fn provenance(&mut self, mut provenance: Provenance) -> Provenance {
        let spans = provenance.values.values_mut().flat_map(|origin| &mut origin.spans);
        spans.filter_map(|span| span.place.as_mut()).for_each(|place| self.text(place));
        provenance
    }

    fn text(&mut self, text: &mut String) {
        for (reach, place) in self.found(text).into_iter().rev() {
            text.replace_range(place, self.mark);
            match reach {
                Some(Reach::Email) => self.hidden.emails += 1,
                Some(Reach::Phone) => self.hidden.phones += 1,
                None => {}
            }
        }
    }

    /// What is shown of an id, which is made of the title or of the name of a file; nothing if nothing is left.
    fn id(&self, mut id: String) -> Option<String> {
        let found = self.found(&id);
        if found.is_empty() {
            return Some(id);
        }
        found.into_iter().rev().for_each(|(_, place)| id.replace_range(place, ""));
        let words: Vec<&str> = id.split('-').filter(|word| !word.is_empty()).collect();
        Some(words.join("-")).filter(|id| !id.is_empty())
    }

    /// What is hidden in a text, in order; no place is part of another.
    fn found(&self, text: &str) -> Vec<Found> {
        let reached = reaches(text, self.words).into_iter().filter(|(_, place)| !self.is_code(&text[place.clone()]));
        let mut found: Vec<Found> = reached.map(|(reach, place)| (Some(reach), place)).collect();
        let numbers = self.known.iter().flat_map(|known| mentions(text, known));
        found.extend(numbers.map(|place| (Some(Reach::Phone), place)));
        found.extend(self.known.iter().flat_map(|known| spelt(text, known)).map(|place| (None, place)));
        found.extend(self.names.iter().flat_map(|name| name.places(text)).map(|place| (None, place)));
        found.sort_by_key(|(_, place)| (place.start, std::cmp::Reverse(place.end)));
        merged(found)
    }

    /// Whether a number is one of the project, and nobody's telephone number.
    fn is_code(&self, number: &str) -> bool {
        let is_known = || self.known.iter().any(|known| !mentions(number, known).is_empty());
        self.codes.iter().any(|code| code == number) && !is_known()
    }
}

/// Members of a record's values that are no texts: addresses of pages, which go or stay as a whole, and what a program notes.
const NO_TEXTS: [&str; 4] = ["url", "lines", "template", "scheme"];

/// Whether a value says something that people wrote, or the name of a file that they gave it.
fn is_said(field: Field) -> bool {
    let noted = [Field::Schema, Field::Id, Field::Language, Field::Covers, Field::Derived, Field::Provenance];
    !noted.contains(&field)
}

/// Places without those that lie in others; places that overlap are one.
fn merged(found: Vec<Found>) -> Vec<Found> {
    let mut merged: Vec<Found> = Vec::new();
    for (reach, place) in found {
        match merged.last_mut().filter(|(_, last)| place.start < last.end) {
            Some((last_reach, last)) => {
                last.end = last.end.max(place.end);
                *last_reach = last_reach.or(reach);
            }
            None => merged.push((reach, place)),
        }
    }
    merged
}

/// Where a text is written letter by letter.
fn spelt(text: &str, known: &str) -> Vec<Range<usize>> {
    let places = text.match_indices(known).map(|(at, _)| at..at + known.len());
    places.filter(|place| !place.is_empty() && stands_alone(text, place)).collect()
}

/// Whether no word or number goes on before or behind a place.
fn stands_alone(text: &str, place: &Range<usize>) -> bool {
    !text[..place.start].ends_with(char::is_alphanumeric) && !text[place.end..].starts_with(char::is_alphanumeric)
}
