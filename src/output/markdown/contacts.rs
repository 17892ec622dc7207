//! People to ask, and addresses on the web.

use std::borrow::Cow;

use crate::practice::{Contact, Field, Link};

use super::escape::{destination, escape, is_address, label, without};
use super::{BREAK, Page};

/// The parts of a contact behind its name.
pub const PARTS: [&str; 5] = ["role", "organisation", "email", "phone", "note"];

/// What encloses the address behind the label of a link that is none.
const BRACKETS: [char; 2] = ['(', ')'];

impl Page<'_> {
    /// People under their heading; one alone has the heading for one.
    pub(super) fn contacts(&mut self, contacts: &[Contact]) {
        if contacts.is_empty() {
            return;
        }
        let heading =
            if contacts.len() == 1 { self.words.page("contact") } else { self.words.heading(Field::Contacts) };
        self.heading(2, &heading);
        self.out.push('\n');
        contacts.iter().for_each(|contact| {
            let lines = self.contact(contact);
            self.bullet(&lines);
        });
    }

    /// One line a part, so that each is found again.
    fn contact(&self, contact: &Contact) -> String {
        let name = contact.name.as_deref().filter(|name| !name.is_empty()).map(|name| format!("**{}**", escape(name)));
        let parts =
            PARTS.iter().filter_map(|key| Some(format!("{}: {}", self.words.page(key), part(key, contact.part(key)?))));
        name.into_iter().chain(parts).collect::<Vec<_>>().join(BREAK)
    }

    pub(super) fn links(&mut self, links: &[Link]) {
        self.open(Field::Links);
        self.out.push('\n');
        links.iter().for_each(|entry| self.bullet(&link(entry)));
    }
}

/// A part of a contact; one can write to an address and call a number.
fn part<'t>(key: &str, text: &'t str) -> Cow<'t, str> {
    match (key, telephone(text)) {
        ("email", _) if is_mail(text) => format!("<{text}>").into(),
        ("phone", Some(number)) => format!("[{}](tel:{number})", label(text)).into(),
        _ => escape(text),
    }
}

/// A link; what is no address is shown as text, its label behind it in brackets.
fn link(link: &Link) -> String {
    match &link.label {
        None if is_address(&link.url) => format!("<{}>", link.url),
        Some(text) if is_address(&link.url) => format!("[{}]({})", label(text), destination(&link.url)),
        None => without(&label(&link.url), &BRACKETS),
        Some(text) => format!("{} ({})", without(&label(text), &BRACKETS), without(&label(&link.url), &BRACKETS)),
    }
}

/// Whether a text is an address that can be written to.
pub fn is_mail(address: &str) -> bool {
    let part = |text: &str, others: &[u8]| {
        !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || others.contains(&byte))
    };
    address.split_once('@').is_some_and(|(user, host)| part(user, b".!#$%'*+/=?^_~-") && is_host(host))
}

fn is_host(host: &str) -> bool {
    let is_label = |label: &str| {
        let inner = label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        (1..=63).contains(&label.len()) && inner && !label.starts_with('-') && !label.ends_with('-')
    };
    host.split('.').all(is_label)
}

/// The number to call, as `+390554382111`, of a text that is one number with the code of its country.
fn telephone(text: &str) -> Option<String> {
    let rest = text.strip_prefix('+').or_else(|| text.strip_prefix("00"))?;
    let is_plain = rest.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '-' | '.' | '/'));
    // `+39 055 1 / 2` is two numbers.
    let digits: String = rest.chars().filter(char::is_ascii_digit).collect();
    (is_plain && !rest.contains(" / ") && (7..=15).contains(&digits.len())).then(|| format!("+{digits}"))
}
