//! A record that is published without exposing the people in it.

use std::ops::Range;

use serde_json::Value;

use super::contacts::{Reach, Words, reaches};
use super::{BestPractice, Contact, Field};
use crate::locale::Locale;

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
/// Letters of the shortest name that is looked for in running text.
const NAME: usize = 5;

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

/// Hides the people of a record. In running text `mark` stands where something was hidden.
pub fn hide(record: &mut BestPractice, exposure: Exposure, mark: &str, words: &Words) -> Hidden {
    let mut veil = Veil { mark, words, known: Vec::new(), hidden: Hidden::default() };
    match exposure {
        Exposure::Show => return Hidden::default(),
        Exposure::Hide => record.contacts.iter_mut().for_each(|contact| veil.take_reach(contact)),
        Exposure::None => std::mem::take(&mut record.contacts).into_iter().for_each(|contact| veil.take_all(contact)),
    }
    record.contacts.retain(|contact| *contact != Contact::default());
    record.links.retain(|link| !veil.is_reach(&link.url));
    veil.texts(record);
    veil.hidden
}

/// A hiding under way.
struct Veil<'a> {
    mark: &'a str,
    words: &'a Words,
    /// What is hidden wherever it stands: names, and addresses and numbers as the contacts write them.
    known: Vec<String>,
    hidden: Hidden,
}

impl Veil<'_> {
    fn take_reach(&mut self, contact: &mut Contact) {
        let (email, phone) = (contact.email.take(), contact.phone.take());
        self.hidden.emails += usize::from(email.is_some());
        self.hidden.phones += usize::from(phone.is_some());
        self.known.extend(email.into_iter().chain(phone));
    }

    fn take_all(&mut self, mut contact: Contact) {
        self.take_reach(&mut contact);
        self.hidden.people += usize::from(contact.name.is_some() || contact.role.is_some());
        self.known.extend(contact.name.filter(|name| name.chars().count() >= NAME));
    }

    /// Whether an address leads to a person and to no page.
    fn is_reach(&mut self, url: &str) -> bool {
        let found = reaches(url, self.words);
        let is_mail = found.iter().any(|(reach, _)| *reach == Reach::Email) && !url.contains("://");
        let is_call = url.starts_with("tel:");
        self.hidden.emails += usize::from(is_mail);
        self.hidden.phones += usize::from(is_call && !is_mail);
        is_mail || is_call
    }

    fn texts(&mut self, record: &mut BestPractice) {
        let Ok(Value::Object(mut keys)) = serde_json::to_value(&*record) else { return };
        // The longest first: a name may be part of another.
        self.known.sort_by_key(|known| std::cmp::Reverse(known.len()));
        let texts = keys.iter_mut().filter(|(key, _)| Field::from_key(key).is_some_and(Field::is_prose));
        texts.for_each(|(_, value)| self.value(value));
        if let Ok(veiled) = serde_json::from_value(Value::Object(keys)) {
            *record = veiled;
        }
    }

    fn value(&mut self, value: &mut Value) {
        match value {
            Value::String(text) => self.text(text),
            Value::Array(items) => items.iter_mut().for_each(|item| self.value(item)),
            Value::Object(members) => members.iter_mut().for_each(|(_, member)| self.value(member)),
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }

    fn text(&mut self, text: &mut String) {
        for (reach, place) in reaches(text, self.words).into_iter().rev() {
            text.replace_range(place, self.mark);
            match reach {
                Reach::Email => self.hidden.emails += 1,
                Reach::Phone => self.hidden.phones += 1,
            }
        }
        for known in &self.known {
            let places: Vec<usize> = text.match_indices(known.as_str()).map(|(at, _)| at).collect();
            let whole =
                places.into_iter().rev().filter(|at| stands_alone(text, *at..at + known.len())).collect::<Vec<_>>();
            whole.into_iter().for_each(|at| text.replace_range(at..at + known.len(), self.mark));
        }
    }
}

/// Whether no word or number goes on before or behind a place.
fn stands_alone(text: &str, place: Range<usize>) -> bool {
    !text[..place.start].ends_with(char::is_alphanumeric) && !text[place.end..].starts_with(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schemas::Schemas;

    fn hidden(record: &BestPractice, exposure: Exposure) -> (BestPractice, Hidden) {
        let mut record = record.clone();
        let hidden = hide(&mut record, exposure, MARK, &Schemas::builtin().contact_words);
        (record, hidden)
    }

    fn record() -> BestPractice {
        BestPractice {
            id: Some(String::from("2020-1-it02-ka204-079155")),
            title: Some(String::from("Orti")),
            start: Some(String::from("2019-04-12")),
            description: Some(String::from(
                "Ada Rossi (ada@example.org, tel. 0574 123456) risponde; cell. +39 333 1234567. Grant 2020-1-IT02-KA204-079155, 1.200.000 €, 2014-2020.\n\nGriechisch: μαρία (at) example.org.",
            )),
            contacts: vec![Contact {
                name: Some(String::from("Ada Rossi")),
                role: Some(String::from("Coordinatrice")),
                organisation: Some(String::from("Comune")),
                email: Some(String::from("ada@example.org")),
                phone: Some(String::from("0574 12")),
                note: Some(String::from("Fax 0574 999888")),
            }],
            ..BestPractice::default()
        }
    }

    #[test]
    fn addresses_and_numbers_are_hidden_where_they_stand() {
        let (found, hidden) = hidden(&record(), Exposure::Hide);
        assert_eq!(
            found.description.as_deref(),
            Some(
                "Ada Rossi ([…], tel. […]) risponde; cell. […]. Grant 2020-1-IT02-KA204-079155, 1.200.000 €, 2014-2020.\n\nGriechisch: […]."
            )
        );
        let contact = &found.contacts[0];
        assert_eq!((contact.name.as_deref(), contact.role.as_deref()), (Some("Ada Rossi"), Some("Coordinatrice")));
        assert_eq!((&contact.email, &contact.phone, contact.note.as_deref()), (&None, &None, Some("Fax […]")));
        assert_eq!(hidden, Hidden { emails: 3, phones: 4, people: 0 });
        assert_eq!((&found.id, &found.start), (&record().id, &record().start));
    }

    #[test]
    fn people_are_hidden_altogether() {
        let (found, hidden) = hidden(&record(), Exposure::None);
        assert!(found.contacts.is_empty());
        assert!(found.description.as_deref().is_some_and(|text| text.starts_with("[…] ([…], tel. […])")));
        assert_eq!(hidden.people, 1);
    }

    #[test]
    fn nothing_is_hidden_unless_it_is_asked() {
        assert_eq!(hidden(&record(), Exposure::Show), (record(), Hidden::default()));
    }
}
