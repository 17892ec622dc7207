//! The contacts of a sheet: from the lines of one field to one draft a person.
//!
//! `scan` cuts a line into tokens, `labels` tells sub-labels, phones and addresses of the web, `reader` walks over the tokens and hands
//! what it finds to `people`, which knows who is being spoken of.

mod announce;
mod columns;
mod dialled;
mod email;
mod evidence;
mod labels;
mod lines;
mod name;
mod people;
mod phone;
mod piece;
mod reach;
mod reader;
mod role;
mod scan;
mod seen;
mod separator;
mod shape;
mod stretch;
mod web;
mod words;
mod wrapped;

#[cfg(test)]
mod tests;

use crate::practice::Segment;
use crate::schemas::Part;
use crate::source::Span;

pub use reach::{Reach, mentions, reaches};
pub use words::{KeyedPart, Words};

/// Words of a line that is running text at least.
const RUNNING: usize = 12;

/// Whether a text is an e-mail address and nothing else.
pub fn is_email(text: &str, words: &Words) -> bool {
    email::at_start(text, words).is_some_and(|address| address.sound && address.end == text.len())
}

/// Whether a text is an e-mail address that can be written to as it stands.
pub fn is_plain_email(text: &str) -> bool {
    email::plain_at_start(text).is_some_and(|address| address.sound && address.end == text.len())
}

/// Whether a text is a telephone number: letters may stand before or behind the number, and none among its digits.
pub fn can_be_called(text: &str) -> bool {
    phone::can_be_called(text)
}

/// Length of the number that stands before the name of a part of a contact, with its space: `1.2 ` of `1.2 Surname`.
pub fn number_of_part(words: &str) -> usize {
    let number = separator::part_number(words).unwrap_or(0);
    words.len() - words[number..].trim_start().len()
}

/// Whether a line names the columns of a table of people: `| Name | Role | Contact |`.
pub fn names_columns(line: Span, text: &str, words: &Words) -> bool {
    columns::are_named(line, text, words)
}

/// Reads the people in the lines of a contact field: `Ada Rossi (Head of Unit) and Bo Verdi, Example Foundation. bo@example.org`.
/// What goes on behind a blank line as running text, and remarks below a table of people, are nobody's: they stay unassigned.
pub fn read(lines: &[ContactLine], text: &str, words: &Words) -> Contacts {
    let (mut contacts, others) = columns::take(lines, text, words);
    let tabled = contacts.people.len();
    let mut read = reader::Reader::new(text, words).read(&wrapped::joined(&others, text, words));
    read.set_aside(text);
    contacts.append(read);
    // Words below a table of people are a remark.
    contacts.people.retain(|person| !person.parts.is_empty() && (tabled == 0 || person.can_be_found()));
    contacts
}

/// A line, bullet or cell line of a contact field, trimmed and without its bullet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ContactLine {
    /// Its bytes.
    pub span: Span,
    /// Whether it had a bullet.
    pub bullet: bool,
    /// Whether a blank line, or a page's edge, stands before it.
    pub gap: bool,
}

/// The parts of one person, each made of segments of the source.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DraftContact {
    /// Each part at most once, in the order of [`Part`].
    pub parts: Vec<(Part, Vec<Segment>)>,
}

impl Contacts {
    /// Adds other people.
    pub fn append(&mut self, mut other: Self) {
        self.people.append(&mut other.people);
        self.labels.append(&mut other.labels);
        self.markup.append(&mut other.markup);
        self.web.append(&mut other.web);
        self.malformed.append(&mut other.malformed);
        self.beside.append(&mut other.beside);
    }

    /// Leaves to a person's note what stands before the person, and sets aside what follows.
    fn set_aside(&mut self, text: &str) {
        for person in &mut self.people {
            let lines = person.take_beside(text);
            let name = person.name();
            self.beside.extend(lines.into_iter().map(|line| (name, line)));
        }
    }

    /// Adds what is said elsewhere of the last person.
    pub fn join(&mut self, mut other: Self) {
        let parts = std::mem::take(&mut other.people).into_iter().flat_map(|person| person.parts);
        if let Some(person) = self.people.last_mut() {
            person.parts.extend(parts);
            person.parts.sort_by_key(|(part, _)| *part);
        }
        self.append(other);
    }

    /// The same in another text: each span by `span`, each part of a person by `part`.
    pub fn map(self, span: impl Fn(Span) -> Span, part: impl Fn(Segment) -> Vec<Segment>) -> Self {
        let person = |person: DraftContact| DraftContact {
            parts: person
                .parts
                .into_iter()
                .map(|(of, made)| (of, made.into_iter().flat_map(&part).collect()))
                .collect(),
        };
        Self {
            people: self.people.into_iter().map(person).collect(),
            labels: self.labels.into_iter().map(&span).collect(),
            markup: self.markup.into_iter().map(&span).collect(),
            web: self.web.into_iter().map(|(label, url)| (label.map(&span), span(url))).collect(),
            malformed: self.malformed.into_iter().map(&span).collect(),
            beside: self.beside.into_iter().map(|(name, line)| (name.map(&span), span(line))).collect(),
        }
    }
}

impl DraftContact {
    /// Takes what is said behind the first part of the person and is no part: an address, a fax number, hours. Of what goes on as running
    /// text does behind all that is said of the person, the page below the contacts, nothing is kept.
    fn take_beside(&mut self, text: &str) -> Vec<Span> {
        let told = self.parts.iter().filter(|(part, _)| *part != Part::Note).flat_map(|(_, segments)| segments);
        let told: Vec<Span> = told.filter_map(|segment| segment.span()).collect();
        let (Some(start), Some(end)) =
            (told.iter().map(|span| span.start).min(), told.iter().map(|span| span.end).max())
        else {
            return Vec::new();
        };
        let Some((_, notes)) = self.parts.iter_mut().find(|(part, _)| *part == Part::Note) else { return Vec::new() };
        let before = notes.iter().rposition(|note| note.span().is_some_and(|span| span.start < start));
        let behind = notes.split_off(before.map_or(0, |last| last + 1));
        self.parts.retain(|(_, segments)| !segments.is_empty());
        let runs_on = |span: &Span| {
            let apart = span.start > end && text[end..span.start].lines().skip(1).any(|line| line.trim().is_empty());
            let words = span.of(text);
            apart && words.split_whitespace().count() >= RUNNING && !words.contains('@')
        };
        lines_of(behind.iter().filter_map(|segment| segment.span()), text)
            .into_iter()
            .take_while(|span| !runs_on(span))
            .collect()
    }

    /// The name, where it stands in one piece.
    fn name(&self) -> Option<Span> {
        let (_, name) = self.parts.iter().find(|(part, _)| *part == Part::Name)?;
        let [segment] = &name[..] else { return None };
        segment.span()
    }

    /// Whether somebody is named, or can be written to or called.
    pub fn can_be_found(&self) -> bool {
        self.parts.iter().any(|(part, _)| *part != Part::Note)
    }
}

/// Who is named in a contact field, and what stands between the parts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Contacts {
    /// The people, in the order of the source.
    pub people: Vec<DraftContact>,
    /// Sub-labels: `E-mail`.
    pub labels: Vec<Span>,
    /// Separators, connectives, brackets, tags, and a link's second writing of an address that a part has.
    pub markup: Vec<Span>,
    /// Addresses on the web, each with its label where it has one.
    pub web: Vec<(Option<Span>, Span)>,
    /// What stands where an e-mail address should.
    pub malformed: Vec<Span>,
    /// What is said beside the parts of people, a line each with the name of the person: addresses, fax numbers, hours.
    pub beside: Vec<(Option<Span>, Span)>,
}

/// Stretches of one line as one, with what stands between them.
fn lines_of(stretches: impl Iterator<Item = Span>, text: &str) -> Vec<Span> {
    let mut lines: Vec<Span> = Vec::new();
    for stretch in stretches {
        let goes_on = |last: &Span| {
            let between = text.get(last.end..stretch.start).unwrap_or("\n");
            between.trim().is_empty() && !between.contains('\n')
        };
        match lines.last_mut() {
            Some(last) if goes_on(last) => last.end = stretch.end,
            _ => lines.push(stretch),
        }
    }
    lines
}
