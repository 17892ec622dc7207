//! People to ask, and addresses on the web.

use crate::output::markdown::{is_address, is_mail};
use crate::practice::{Contact, Field, Link, Origin, Pointer, Right, Segment, Step};
use crate::source::Span;

use super::body::Body;
use super::decode;
use super::texts::items;

impl Body<'_, '_> {
    /// Each item of the list is a person.
    pub(super) fn contacts(&mut self, lines: &[Span]) {
        for lines in items(self.text, lines) {
            let number = self.draft.record.contacts.len();
            let pointer = Pointer::from(Field::Contacts).then(Step::Item(number));
            let mut contact = Contact::default();
            for line in lines {
                self.part(&mut contact, &pointer, without_break(self.text, line.trim(self.text)));
            }
            self.draft.record.contacts.push(contact);
        }
    }

    /// A line of a person: `**name**`, `Role: …`; what has no label is the name, else a note.
    fn part(&mut self, contact: &mut Contact, pointer: &Pointer, line: Span) {
        let words = line.of(self.text);
        if let Some(name) = words.strip_prefix("**").and_then(|rest| rest.strip_suffix("**")) {
            return self.set(contact, pointer, "name", decode::plain(self.text, Span::of_slice(self.text, name)));
        }
        let divided = words.find(':').map(|at| line.start + at);
        let known = divided.and_then(|at| Some((at, self.words.part(&self.plain(Span::new(line.start, at)))?)));
        match known {
            Some((at, key)) => {
                let value = shown(self.text, key, Span::new(at + 1, line.end).trim(self.text));
                self.draft.claim(Span::new(line.start, at), crate::ledger::Class::Label, Some(Field::Contacts));
                self.set(contact, pointer, key, decode::plain(self.text, value));
            }
            None => {
                let key = if contact.name.is_none() { "name" } else { "note" };
                self.set(contact, pointer, key, decode::plain(self.text, line));
            }
        }
    }

    fn set(&mut self, contact: &mut Contact, pointer: &Pointer, key: &'static str, segments: Vec<Segment>) {
        let slot = match key {
            "name" => &mut contact.name,
            "role" => &mut contact.role,
            "organisation" => &mut contact.organisation,
            "email" => &mut contact.email,
            "phone" => &mut contact.phone,
            _ => &mut contact.note,
        };
        if slot.is_none() && !segments.is_empty() {
            *slot = Some(self.draft.trace(pointer.then(Step::Key(key)), Origin::Label, Right::Own, segments));
        } else {
            let spans = segments.iter().filter_map(|segment| segment.span());
            spans.for_each(|span| self.draft.claim(span, crate::ledger::Class::Unassigned, None));
        }
    }

    /// Each item of the list is a link.
    pub(super) fn links(&mut self, lines: &[Span]) {
        for lines in items(self.text, lines) {
            let Some(span) = lines.into_iter().reduce(Span::to) else { continue };
            let (label, url) = link(self.text, span.trim(self.text));
            let number = self.draft.record.links.len();
            let pointer = Pointer::from(Field::Links).then(Step::Item(number));
            let mut value = |key, span| {
                let words = decode::plain(self.text, span);
                self.draft.trace(pointer.then(Step::Key(key)), Origin::Label, Right::Own, words)
            };
            let label = label.map(|label| value("label", label));
            let url = value("url", url);
            self.draft.record.links.push(Link { label, url });
        }
    }
}

/// A line without the backslash that breaks it.
pub fn without_break(text: &str, line: Span) -> Span {
    let words = line.of(text);
    let backslashes = words.len() - words.trim_end_matches('\\').len();
    Span::new(line.start, line.end - backslashes % 2)
}

/// What a reader sees of an address to write to or a number to call.
fn shown(text: &str, key: &str, value: Span) -> Span {
    let words = value.of(text);
    let mail = words.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')).filter(|inner| is_mail(inner));
    match (key, mail) {
        ("email", Some(mail)) => Span::of_slice(text, mail),
        ("email" | "phone", _) => in_brackets(text, value).map_or(value, |(label, _)| label),
        _ => value,
    }
}

/// The label and the address of a link; the label is missing where the address is all that is shown.
fn link(text: &str, span: Span) -> (Option<Span>, Span) {
    let words = span.of(text);
    let inner = words.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')).filter(|inner| is_address(inner));
    if let Some(inner) = inner {
        return (None, Span::of_slice(text, inner));
    }
    if let Some((label, url)) = in_brackets(text, span) {
        return (Some(label), url);
    }
    let shown = words.rfind(" (").filter(|_| words.ends_with(')'));
    match shown {
        Some(at) => (Some(Span::new(span.start, span.start + at)), Span::new(span.start + at + 2, span.end - 1)),
        None => (None, span),
    }
}

/// The label and the address of `[label](address)`.
fn in_brackets(text: &str, span: Span) -> Option<(Span, Span)> {
    let words = span.of(text).strip_prefix('[')?.strip_suffix(')')?;
    let bytes = words.as_bytes();
    let mut at = 0;
    while at < bytes.len() && !words[at..].starts_with("](") {
        at += if bytes[at] == b'\\' { 2 } else { 1 };
        while !words.is_char_boundary(at.min(words.len())) {
            at += 1;
        }
    }
    let (label, target) = (words.get(..at)?, words.get(at + 2..)?);
    let target = target.strip_prefix('<').and_then(|inner| inner.strip_suffix('>')).unwrap_or(target);
    Some((Span::of_slice(text, label), Span::of_slice(text, target)))
}
