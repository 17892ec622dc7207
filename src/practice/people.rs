//! The people of a contact field into the record.

use super::assemble::{Assembler, Opening, single};
use super::coded::Seen;
use super::contacts::{self, ContactLine, Contacts, DraftContact};
use super::draft::Right;
use super::segments::{Decoding, Segment};
use super::{Contact, Field, Origin, Pointer, Step};
use crate::blocks::LINE_BREAK;
use crate::hashed::HashSet;
use crate::ledger::Class;
use crate::schemas::{Label, Part};
use crate::sheets::{Entries, Entry, Gap, Line, Opener, Style};
use crate::source::{Span, digits};

/// Words of a label without a colon before a name at most.
const ASKING: usize = 4;
/// Words that lead from one person to the next at most.
const LEADING: usize = 6;
/// Figures of a telephone number at least.
const FIGURES: usize = 6;

impl Assembler<'_, '_> {
    /// The people under all labels. What stands under labels such as `Name of the contact person` and `Her telephone` is read as one.
    pub(super) fn add_contacts(&mut self, entries: &[&Entry]) {
        let is_key = |entry: &&Entry| matches!(entry.opener, Opener::Label { style: Style::Key, .. });
        let (keyed, entries): (Vec<&Entry>, Vec<&Entry>) = entries.iter().copied().partition(is_key);
        self.add_keyed_contacts(&keyed);
        let mut from = 0;
        for to in 1..=entries.len() {
            // Where somebody works may stand above the label that asks for the name: `Submitting department`, `Contact person`.
            // And how to reach somebody below it: `Contact person: Ada Rossi`, `Contact details: ada@example.org`.
            let goes_on = |entry: &&Entry| {
                self.part_line(entry).is_some()
                    || self.says_where(&entries[from..to])
                    || to - from == 1 && self.only_reaches(entry) && self.is_one_person(entries[from])
            };
            if !entries.get(to).is_some_and(goes_on) {
                self.read_contacts(&entries[from..to]);
                from = to;
            }
        }
    }

    /// Whether the labels of entries ask for the organisation of a contact and for nothing else.
    fn says_where(&self, entries: &[&Entry]) -> bool {
        let words = &self.schemas.contact_words;
        entries.iter().all(|entry| {
            let line = self.part_line(entry);
            line.is_some_and(|line| words.announced(line.span, self.text) == Some(Part::Organisation))
        })
    }

    /// Whether each line of a value is an address or a number, without a name.
    fn only_reaches(&self, entry: &Entry) -> bool {
        let bare = |words: &str| {
            let one = words.split_whitespace().count() == 1 && words.contains('@');
            one || (digits(words) >= FIGURES && !words.contains(char::is_alphabetic))
        };
        !entry.lines.is_empty()
            && entry.lines.iter().all(|line| {
                let parts = line.body.of(self.text).split(LINE_BREAK).map(str::trim);
                parts.filter(|part| !part.is_empty()).all(bare)
            })
    }

    /// Whether a value is a line without an address or a number: somebody's name.
    fn is_one_person(&self, entry: &Entry) -> bool {
        let value = Line::text_of(&entry.lines, self.text);
        entry.lines.len() == 1 && !value.contains('@') && digits(value) < FIGURES
    }

    /// The address and number below the name of who leads, where no label asks for people: they are those of that organisation.
    pub(super) fn contacts_of_lead(&mut self, entries: &Entries) {
        if !self.infer || !self.draft.record.contacts.is_empty() || self.opened.contains(&Field::Contacts) {
            return;
        }
        let Some(entry) = self.filled(Field::LeadOrganisation, &entries.entries).first().copied() else { return };
        let lines = single(&entry.lines);
        let below = &lines[self.above_address(lines).len()..];
        let reaches = |line: &&Line| {
            let words = line.body.of(self.text);
            contacts::is_plain_email(words) || (digits(words) >= FIGURES && !words.contains(char::is_alphabetic))
        };
        let below: Vec<ContactLine> = below.iter().filter(reaches).map(contact_line).collect();
        let found = self.read_people(&below);
        let Some(lead) = self.draft.segments(Field::LeadOrganisation).map(<[Segment]>::to_vec) else { return };
        let reached =
            |person: &DraftContact| person.parts.iter().any(|(part, _)| matches!(part, Part::Email | Part::Phone));
        if found.people.len() == 1 && reached(&found.people[0]) {
            add(self, found, None, Origin::Inferred);
            let at = Pointer::from(Field::Contacts).then(Step::Item(0)).then(Step::Key("organisation"));
            let organisation = self.draft.trace(at, Origin::Inferred, Right::Cite, lead);
            self.draft.record.contacts[0].organisation = Some(organisation);
        }
    }

    fn read_contacts(&mut self, entries: &[&Entry]) {
        let mut lines = Vec::new();
        for entry in entries {
            lines.extend(self.part_line(entry));
            lines.extend(entry.lines.iter().map(contact_line));
        }
        let contacts = self.read_people(&lines);
        if contacts.people.iter().any(DraftContact::can_be_found) || contacts.people.is_empty() {
            self.draft.markup(Field::Contacts, entries.iter().flat_map(|entry| &entry.lines).filter_map(Line::bullet));
            let named = entries.iter().all(|entry| !is_unnamed(entry));
            let label =
                entries.first().filter(|_| named).and_then(|entry| self.opener(entry)).map(|opening| opening.words);
            return add(self, contacts, label, if named { Origin::Label } else { Origin::Inferred });
        }
        // `See overleaf`: nobody is named and nothing leads to anybody.
        for (label, url) in contacts.web {
            self.push_link(label, url, Right::Cite, Origin::Label);
        }
        entries.iter().for_each(|entry| self.keep_apart(entry));
    }

    /// Reads people in lines, where some may begin with a label without a colon: `Write to Ada Rossi`.
    pub(super) fn read_people(&self, lines: &[ContactLine]) -> Contacts {
        let labels: Vec<Span> = lines.iter().map(|line| self.asking(line.span)).collect();
        let behind = |(line, label): (&ContactLine, &Span)| ContactLine {
            span: crate::blocks::trim(self.text, Span::new(label.end, line.span.end)),
            ..*line
        };
        let lines: Vec<ContactLine> = lines.iter().zip(&labels).map(behind).collect();
        let mut contacts = self.read_lines(&lines);
        contacts.labels.extend(labels.into_iter().filter(|label| !label.is_empty()));
        contacts
    }

    /// The words before a name that only say that somebody is to be asked; what somebody does is none of them.
    fn asking(&self, line: Span) -> Span {
        let words = line.of(self.text);
        let asks = |head: &str| {
            let label = self.labels_of(head).next();
            label.is_some_and(Label::holds_people) && !self.schemas.contact_words.name_role(head)
        };
        let ends = words.match_indices(' ').map(|(at, _)| at).take(ASKING);
        let named = |end: &usize| words[end + 1..].starts_with(char::is_uppercase) && asks(&words[..*end]);
        let end = ends.filter(named).max().or_else(|| self.leading_on(words)).unwrap_or(0);
        Span::new(line.start, line.start + end)
    }

    /// Where the small words end that lead from one person to the next, who can be written to: `or for the workshops Bo Verdi, bo@…`.
    fn leading_on(&self, words: &str) -> Option<usize> {
        let begins = words.starts_with(char::is_lowercase) && words.contains('@');
        let name = words.match_indices(' ').map(|(at, _)| at).filter(|_| begins).take(LEADING);
        let name = name.into_iter().find(|at| words[at + 1..].starts_with(|c: char| !c.is_lowercase()))?;
        let (head, rest) = (&words[..name], &words[name + 1..]);
        let plain = head.chars().all(|c| c.is_alphabetic() || c == ' ' || c == '\'' || c == '’');
        let several = head.matches(' ').count() > 1 && rest.starts_with(char::is_uppercase);
        // `von der Leyen Ursula`
        let particle = head.rsplit(' ').next().is_some_and(|last| self.schemas.contact_words.is_particle(last));
        (plain && several && !particle && !self.schemas.contact_words.name_role(head)).then_some(name)
    }

    /// Reads lines as a reader sees them: letters may be written in code, `Ruiz&aacute;banos`.
    fn read_lines(&self, lines: &[ContactLine]) -> Contacts {
        let words = &self.schemas.contact_words;
        let spans: Vec<Span> = lines.iter().map(|line| line.span).collect();
        let coded = self.document.coded.with_letters(self.text, &spans);
        if spans.iter().all(|span| coded.within(*span).is_empty()) {
            return contacts::read(lines, self.text, words);
        }
        let seen = Seen::new(self.text, &spans, &coded);
        let lines: Vec<ContactLine> =
            lines.iter().zip(&seen.lines).map(|(line, span)| ContactLine { span: *span, ..*line }).collect();
        let back = |segment: Segment| match segment {
            Segment::Source(span, _) => coded.segments(self.text, seen.source(span)),
            glue => vec![glue],
        };
        contacts::read(&lines, &seen.text, words).map(|span| seen.source(span), back)
    }

    /// The label of an entry, where it says which part of a contact its value is.
    fn part_line(&self, entry: &Entry) -> Option<ContactLine> {
        let Opening { words, .. } = self.opener(entry)?;
        let span = Span::new(words.start + contacts::number_of_part(words.of(self.text)), words.end);
        let says = self.schemas.contact_words.announces(span, self.text);
        says.then_some(ContactLine { span, bullet: false, gap: false })
    }
}

pub(super) fn contact_line(line: &Line) -> ContactLine {
    ContactLine { span: line.body, bullet: line.bullet().is_some(), gap: line.gap >= Gap::Blank }
}

/// Adds the people to the record; an organisation that several share belongs to the first and is cited by the others. What is said beside
/// them is kept under `label`, of several people under the name of each.
pub(super) fn add(assembler: &mut Assembler<'_, '_>, contacts: Contacts, label: Option<Span>, origin: Origin) {
    // What is hidden with the people is found by these words.
    let label = label.filter(|label| assembler.labels_of(label.of(assembler.text)).any(Label::holds_people));
    let several = contacts.people.len() > 1 || label.is_none();
    for lines in contacts.beside.chunk_by(|a, b| !several || a.0 == b.0) {
        let heading = lines[0].0.filter(|_| several).or(label);
        let lines: Vec<Line> = lines.iter().map(|(_, line)| Line { gap: Gap::Blank, ..Line::alone(*line) }).collect();
        if let Some(heading) = heading {
            assembler.add_unmapped(heading, &lines, Right::Cite);
        }
    }
    for label in contacts.labels {
        assembler.draft.claim(label, Class::Label, Some(Field::Contacts));
    }
    let mut owned = HashSet::default();
    for person in contacts.people {
        let at = Pointer::from(Field::Contacts).then(Step::Item(assembler.draft.record.contacts.len()));
        let contact = contact(assembler, &at, person, origin, &mut owned);
        assembler.draft.record.contacts.push(contact);
    }
    assembler.draft.markup(Field::Contacts, contacts.markup);
    assembler.draft.malformed_emails.extend(contacts.malformed);
    for (label, url) in contacts.web {
        assembler.push_link(label, url, Right::Own, origin);
    }
}

/// Whether no label says that a value is what it is.
pub(super) fn is_unnamed(entry: &Entry) -> bool {
    matches!(entry.opener, Opener::Label { style: Style::None, .. })
}

fn contact(
    assembler: &mut Assembler<'_, '_>,
    at: &Pointer,
    person: DraftContact,
    origin: Origin,
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
        let segments = unescaped(assembler, segments);
        let spans = segments.iter().filter_map(|segment| segment.span());
        let shared = spans.filter(|span| !owned.insert(*span)).count() > 0;
        let right = if shared { Right::Cite } else { Right::Own };
        *slot = Some(assembler.draft.trace(at.then(Step::Key(key)), origin, right, segments));
    }
    contact
}

/// The segments without the backslashes that Markdown has before marks: `ada\_rossi@example.org`.
fn unescaped(assembler: &mut Assembler<'_, '_>, segments: Vec<Segment>) -> Vec<Segment> {
    let text = assembler.text;
    let mut out = Vec::with_capacity(segments.len());
    for segment in segments {
        let Segment::Source(mut span, Decoding::AsIs) = segment else {
            out.push(segment);
            continue;
        };
        while let Some(at) = escape(span.of(text)).map(|at| span.start + at) {
            out.extend((span.start < at).then(|| Segment::as_is(Span::new(span.start, at))));
            assembler.draft.markup(Field::Contacts, [Span::new(at, at + 1)]);
            // What was escaped is no escape.
            let end = at + 1 + text[at + 1..].chars().next().map_or(0, char::len_utf8);
            out.push(Segment::as_is(Span::new(at + 1, end)));
            span.start = end;
        }
        out.extend((!span.is_empty()).then(|| Segment::as_is(span)));
    }
    out
}

/// The first backslash before a mark.
fn escape(text: &str) -> Option<usize> {
    text.match_indices('\\').map(|(at, _)| at).find(|at| text[at + 1..].starts_with(|c: char| c.is_ascii_punctuation()))
}
