//! Who is being spoken of, and what has been said of whom.

use std::collections::BTreeMap;

use super::evidence::fits;
use super::{DraftContact, stretch};
use crate::schemas::Part;
use crate::source::Span;

/// Most people that are spoken of together.
const TOGETHER: usize = 32;

/// The people found so far. The last ones, named together, form a group: what follows is said of all of them.
#[derive(Debug)]
pub(super) struct People<'a> {
    text: &'a str,
    list: Vec<Person>,
    group: usize,
    held: Vec<(Part, Span)>,
    fresh: bool,
    /// The organisation that stands over the people of the block.
    heading: Option<Span>,
}

#[derive(Debug, Default)]
struct Person {
    parts: BTreeMap<Part, Vec<Span>>,
    recent: Option<Part>,
}

/// What became of an address or a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Taken {
    /// A person has it.
    Part,
    /// The person had it already, to the letter.
    Again,
}

impl<'a> People<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, list: Vec::new(), group: 0, held: Vec::new(), fresh: true, heading: None }
    }

    /// Whether the person spoken of has this part.
    pub(super) fn has(&self, part: Part) -> bool {
        self.current().is_some_and(|person| person.has(part)) || self.held.iter().any(|held| held.0 == part)
    }

    /// Whether the person spoken of can be reached.
    pub(super) fn has_means(&self) -> bool {
        self.has(Part::Email) || self.has(Part::Phone)
    }

    /// The part that was said last of the person spoken of, notes aside.
    pub(super) fn recent(&self) -> Option<Part> {
        self.current()?.recent
    }

    /// The name of the person spoken of.
    pub(super) fn current_name(&self) -> Option<Span> {
        self.current()?.parts.get(&Part::Name)?.first().copied()
    }

    /// Whether the local part of the e-mail of the person spoken of holds a word of `name`.
    pub(super) fn email_fits(&self, name: Span) -> bool {
        let emails = self.current().and_then(|person| person.parts.get(&Part::Email));
        emails.into_iter().flatten().any(|&email| fits(email, name, self.text))
    }

    /// Where the last stretch of a part ends that the person spoken of alone has.
    pub(super) fn lone_end(&self, part: Part) -> Option<usize> {
        let alone = self.list.len() - self.group == 1;
        let stretch = self.current().filter(|_| alone)?.parts.get(&part)?.last()?;
        Some(stretch.end)
    }

    /// A blank line: what stood over the people before stands over nobody else.
    pub(super) fn leave_block(&mut self) {
        self.settle();
        self.give_heading();
        self.heading = None;
    }

    /// What follows is said of somebody else.
    pub(super) fn start(&mut self) {
        self.settle();
        self.fresh = true;
    }

    /// A name of somebody else, or of the nameless person spoken of; `joined`: together with the one before.
    pub(super) fn name(&mut self, span: Span, joined: bool) {
        self.settle();
        let together = !self.fresh && self.list.len() - self.group < TOGETHER;
        let joined = joined && together && self.has(Part::Name);
        if joined || self.has(Part::Name) {
            let group = self.group;
            self.fresh = true;
            self.person();
            if joined {
                self.group = group;
            }
        }
        self.find_heading();
        self.person().add(Part::Name, span);
    }

    /// An organisation of which alone was spoken stands over the name that follows, and over the next ones.
    fn find_heading(&mut self) {
        let alone = self.current().filter(|person| person.parts.len() == 1 && !self.fresh);
        if let Some(stretches) = alone.and_then(|person| person.parts.get(&Part::Organisation)) {
            self.heading = stretches.first().copied().filter(|_| stretches.len() == 1);
        }
    }

    /// Gives the organisation over a block to those of its people who have none of their own.
    fn give_heading(&mut self) {
        let Some(heading) = self.heading else { return };
        let owner = |person: &Person| person.parts.get(&Part::Organisation).is_some_and(|own| own.contains(&heading));
        let Some(first) = self.list.iter().rposition(owner) else { return };
        for person in &mut self.list[first + 1..] {
            if person.has(Part::Name) && !person.has(Part::Organisation) {
                person.push(Part::Organisation, heading);
            }
        }
    }

    /// A part of the person spoken of, or of each of the group that none of them has.
    pub(super) fn give(&mut self, part: Part, span: Span, alone: bool) {
        self.person();
        let shared = !alone && self.list[self.group..].iter().all(|person| !person.has(part));
        let from = if shared { self.group } else { self.list.len() - 1 };
        self.list[from..].iter_mut().for_each(|person| person.add(part, span));
    }

    /// A further stretch of a part, or of the notes.
    pub(super) fn stretch(&mut self, part: Part, span: Span) {
        self.person().push(part, span);
    }

    /// Takes the last stretch of a part of the person spoken of back; whether it was `span`.
    pub(super) fn unsay(&mut self, part: Part, span: Span) -> bool {
        let Some(person) = self.list.last_mut().filter(|_| !self.fresh) else { return false };
        let Some(stretches) = person.parts.get_mut(&part).filter(|it| it.last() == Some(&span)) else { return false };
        stretches.pop();
        if stretches.is_empty() {
            person.parts.remove(&part);
        }
        true
    }

    /// A further stretch of a part that the group shares and that ends at `end`.
    pub(super) fn stretch_shared(&mut self, part: Part, end: usize, span: Span) {
        for person in self.list.iter_mut().skip(self.group) {
            let last = person.parts.get(&part).and_then(|stretches| stretches.last());
            if last.is_some_and(|last| last.end == end) {
                person.push(part, span);
            }
        }
    }

    /// Lets the stretch of `part` that ends at `end` go on to `new_end`.
    pub(super) fn extend(&mut self, part: Part, end: usize, new_end: usize) {
        for person in self.list.iter_mut().skip(self.group) {
            let last = person.parts.get_mut(&part).and_then(|stretches| stretches.last_mut());
            if let Some(last) = last.filter(|last| last.end == end) {
                last.end = new_end;
            }
        }
    }

    /// An e-mail or a number; `same_line`: on the line of what was said before.
    pub(super) fn means(&mut self, part: Part, span: Span, same_line: bool) -> Taken {
        if part == Part::Email && self.has_email(span) {
            return Taken::Again;
        }
        let free = self.list[self.group.min(self.list.len())..].iter().all(|person| !person.has(part));
        if self.list.len() - self.group > 1 && free && !self.fresh && self.held.len() < TOGETHER {
            self.held.push((part, span));
        } else {
            self.means_of_one(part, span, same_line);
        }
        Taken::Part
    }

    fn means_of_one(&mut self, part: Part, span: Span, same_line: bool) {
        if !self.has(part) {
            return self.person().add(part, span);
        }
        let follows = same_line || self.recent() == Some(part);
        if follows && (part == Part::Phone || self.has(Part::Name)) {
            return self.person().push(Part::Note, span);
        }
        self.start();
        self.person().add(part, span);
    }

    fn has_email(&self, span: Span) -> bool {
        let same = |other: &Span| other.of(self.text).eq_ignore_ascii_case(span.of(self.text));
        let own = self.current().and_then(|person| person.parts.get(&Part::Email));
        own.into_iter().flatten().any(same) || self.held.iter().any(|held| same(&held.1))
    }

    /// Every person with the segments of each part.
    pub(super) fn finish(mut self) -> Vec<DraftContact> {
        self.leave_block();
        self.list.iter().map(|person| person.draft(self.text)).collect()
    }

    fn current(&self) -> Option<&Person> {
        self.list.last().filter(|_| !self.fresh)
    }

    /// The person spoken of; a new one after a start.
    fn person(&mut self) -> &mut Person {
        if self.fresh || self.list.is_empty() {
            self.group = self.list.len();
            self.list.push(Person::default());
            self.fresh = false;
        }
        let last = self.list.len() - 1;
        &mut self.list[last]
    }

    /// Gives the addresses and numbers that were said of the group to its people.
    fn settle(&mut self) {
        if self.held.is_empty() {
            return;
        }
        let held = std::mem::take(&mut self.held);
        for part in [Part::Email, Part::Phone] {
            let spans: Vec<Span> = held.iter().filter(|held| held.0 == part).map(|held| held.1).collect();
            self.share(part, &spans);
        }
    }

    /// One for all is each one's, unless it holds a name; of several, each goes to its name, or else in order.
    fn share(&mut self, part: Part, spans: &[Span]) {
        let rest: Vec<Span> = spans.iter().copied().filter(|&span| !self.give_to_named(part, span)).collect();
        let open: Vec<usize> = (self.group..self.list.len()).filter(|&at| !self.list[at].has(part)).collect();
        if rest.len() == open.len() {
            open.iter().zip(rest).for_each(|(&at, span)| self.list[at].add(part, span));
        } else if let (&[span], true) = (&rest[..], spans.len() == 1) {
            open.iter().for_each(|&at| self.list[at].add(part, span));
        } else {
            rest.into_iter().for_each(|span| self.person().push(Part::Note, span));
        }
    }

    /// Gives an e-mail to the one person of the group whose name it holds.
    fn give_to_named(&mut self, part: Part, span: Span) -> bool {
        let text = self.text;
        let named = |person: &Person| person.parts.get(&Part::Name).is_some_and(|names| fits(span, names[0], text));
        let mut fitting = (self.group..self.list.len()).filter(|&at| part == Part::Email && named(&self.list[at]));
        let (Some(at), None) = (fitting.next(), fitting.next()) else { return false };
        let free = !self.list[at].has(part);
        if free {
            self.list[at].add(part, span);
        }
        free
    }
}

impl Person {
    fn has(&self, part: Part) -> bool {
        self.parts.contains_key(&part)
    }

    fn add(&mut self, part: Part, span: Span) {
        self.push(part, span);
        if part != Part::Note {
            self.recent = Some(part);
        }
    }

    fn push(&mut self, part: Part, span: Span) {
        self.parts.entry(part).or_default().push(span);
    }

    fn draft(&self, text: &str) -> DraftContact {
        let parts = self.parts.iter();
        DraftContact { parts: parts.map(|(part, spans)| (*part, stretch::segments(spans, text))).collect() }
    }
}
