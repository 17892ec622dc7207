//! The body of a page, from heading to heading.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::ledger::Class;
use crate::output::markdown::marks::{SECTIONS, SECTIONS_END};
use crate::practice::{Draft, Field, Glue, Kind, Origin, Right, Segment, join};
use crate::records::Walked;
use crate::source::{Source, Span};

use super::decode::{self, is_open_heading};
use super::find;
use super::words::Words;

/// A page that is being read.
pub struct Body<'a, 'w> {
    pub(super) source: &'a Source,
    pub(super) text: &'a str,
    pub(super) words: &'w Words<'a>,
    /// The values so far.
    pub draft: Draft<'a>,
    /// What the rules want to know.
    pub walked: Walked,
    /// The lines, and where the foot begins.
    lines: Rc<[Span]>,
    foot: usize,
    /// Texts, parts of which stand in several places.
    texts: BTreeMap<Field, Vec<Segment>>,
    /// Stretches of which no value takes all.
    leftovers: Vec<(Span, Option<Field>)>,
    /// Headed text without a field of its own.
    pub(super) sections: Vec<super::sections::Headed>,
}

impl<'a, 'w> Body<'a, 'w> {
    /// A page of which nothing is read yet.
    pub fn new(source: &'a Source, span: Span, draft: Draft<'a>, words: &'w Words<'a>) -> Self {
        let text = source.text.as_str();
        let lines: Rc<[Span]> = find::lines(text, span).into();
        let foot = foot(text, &lines);
        Self {
            source,
            text,
            words,
            draft,
            walked: Walked::default(),
            lines,
            foot,
            texts: BTreeMap::new(),
            leftovers: Vec::new(),
            sections: Vec::new(),
        }
    }

    /// Reads it.
    pub fn read(&mut self) {
        let mut at = self.next_mark(0);
        let lines = Rc::clone(&self.lines);
        self.head(&lines[..at]);
        while at < self.foot {
            let is_sections = self.is(at, SECTIONS);
            let next = if is_sections { self.end_of_sections(at + 1) } else { self.next_mark(at + 1) };
            let below = &lines[at + 1..next];
            match is_open_heading(lines[at].of(self.text)) {
                _ if is_sections => self.all_sections(below),
                Some(level) => self.headed(lines[at], level, below),
                // Whatever somebody has written behind the sections.
                None => self.all_sections(below),
            }
            let is_mark = is_sections || self.is(at, SECTIONS_END);
            self.markup(lines[at], None, is_mark);
            at = next;
        }
        self.read_foot(&lines[self.foot..]);
        for (field, mut segments) in std::mem::take(&mut self.texts) {
            // Nothing goes on behind the last of it.
            segments.pop_if(|last| matches!(last, Segment::Glue(_)));
            self.draft.set_text(field, Origin::Label, Right::Own, segments);
        }
        self.build_sections();
        // Values come first: a text is whole only now.
        for (span, field) in std::mem::take(&mut self.leftovers) {
            self.draft.claim(span, Class::Markup, field);
        }
    }

    fn is(&self, at: usize, comment: &str) -> bool {
        self.lines[at].of(self.text).trim_end() == comment
    }

    /// The next line that is no part of a text.
    fn next_mark(&self, from: usize) -> usize {
        let is_mark = |at: &usize| {
            let is_heading = is_open_heading(self.lines[*at].of(self.text)) == Some(2);
            is_heading || self.is(*at, SECTIONS) || self.is(*at, SECTIONS_END)
        };
        (from..self.foot).find(is_mark).unwrap_or(self.foot)
    }

    fn end_of_sections(&self, from: usize) -> usize {
        (from..self.foot).find(|at| self.is(*at, SECTIONS_END)).unwrap_or(self.foot)
    }

    /// Gives to `markup` what no value takes of a stretch.
    pub(super) fn markup(&mut self, span: Span, field: Option<Field>, is_it: bool) {
        self.leftovers.extend(is_it.then_some((span, field)));
    }

    /// What stands under a heading.
    fn headed(&mut self, heading: Span, level: usize, lines: &[Span]) {
        let label = Span::new(heading.start + level, heading.end).trim(self.text);
        let Some(field) = self.words.field(&self.plain(label)) else {
            return self.unknown(heading, label, lines);
        };
        self.label(label, field, !lines.iter().all(|line| line.of(self.text).trim().is_empty()));
        self.markup(heading, Some(field), true);
        match field.kind() {
            Kind::Text => self.add_text(field, Glue::Paragraph, decode::text(self.text, lines, 2)),
            Kind::List => self.list(field, lines),
            Kind::Contacts => self.contacts(lines),
            Kind::Links => self.links(lines),
            Kind::Meta => self.unmapped(lines),
            Kind::Sections => self.all_sections(lines),
            Kind::Line | Kind::Date | Kind::Year | Kind::Flag => self.lines_of_fact(field, lines),
        }
        for line in lines {
            self.markup(*line, Some(field), field.kind() != Kind::Sections);
        }
    }

    /// Notes a label, and whether there is a value.
    pub(super) fn label(&mut self, label: Span, field: Field, is_filled: bool) {
        self.draft.claim(label, Class::Label, Some(field));
        self.walked.keys.push((field, label, !is_filled));
    }

    /// A fact that somebody has put under a heading.
    fn lines_of_fact(&mut self, field: Field, lines: &[Span]) {
        let filled: Vec<Span> = lines.iter().map(|line| line.trim(self.text)).filter(|line| !line.is_empty()).collect();
        let Some(span) = filled.into_iter().reduce(Span::to) else { return };
        self.fact_of(field, span);
    }

    /// Adds to a text.
    pub(super) fn add_text(&mut self, field: Field, glue: Glue, segments: Vec<Segment>) {
        if segments.is_empty() {
            return;
        }
        let text = self.texts.entry(field).or_default();
        if !text.is_empty() {
            let is_told = matches!(text.last(), Some(Segment::Glue(_)));
            text.extend((!is_told).then_some(Segment::Glue(glue)));
        }
        text.extend(segments);
    }

    /// Says how a text goes on, if it does.
    pub(super) fn goes_on(&mut self, field: Field, glue: Glue) {
        if let Some(text) = self.texts.get_mut(&field) {
            text.push(Segment::Glue(glue));
        }
    }

    /// Plain text of a stretch.
    pub(super) fn plain(&self, span: Span) -> String {
        join(&decode::plain(self.text, span), self.text)
    }

    /// Licence and source.
    fn read_foot(&mut self, lines: &[Span]) {
        for line in lines.iter().skip(1).filter(|line| !line.of(self.text).trim().is_empty()) {
            let line = super::people::without_break(self.text, *line);
            let divided = line.of(self.text).find(": ").map(|at| line.start + at);
            match divided {
                Some(at) if self.words.is(&self.plain(Span::new(line.start, at)), "licence") => {
                    let label = Span::new(line.start, at);
                    self.draft.claim(label, Class::Label, Some(Field::Collection));
                    self.collection("licence", Span::new(at + 1, line.end));
                    self.markup(line, Some(Field::Collection), true);
                }
                Some(at) if self.words.is(&self.plain(Span::new(line.start, at)), "source") => {
                    self.draft.claim(line, Class::Boilerplate, Some(Field::Source));
                }
                _ => {}
            }
        }
        lines.iter().take(1).for_each(|line| self.markup(*line, None, true));
    }
}

/// Where the foot begins: the last rule, if only a paragraph follows; else behind the last line.
fn foot(text: &str, lines: &[Span]) -> usize {
    let is_rule = |line: &Span| line.of(text).trim_end() == "---";
    let is_foot = |at: &usize| {
        let behind = lines[at + 1..].iter().map(|line| line.of(text));
        behind.clone().all(|line| !line.starts_with(['#', '|', '-', '<']))
    };
    lines.iter().rposition(is_rule).filter(is_foot).unwrap_or(lines.len())
}
