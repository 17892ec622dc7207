//! Entries to a draft: each label's lines become the value of its field.

use std::collections::BTreeMap;

use super::draft::{Draft, Right, SeenLabel};
use super::links::may_be_link;
use super::nodes::{NodeKind, Nodes, nodes};
use super::people::is_unnamed;
use super::segments::Segment;
use super::short_lines::part;
use super::{Field, Kind, Origin, Pointer, Step, Unmapped, compose, facts, facts::Document, marked_lines};
use crate::ledger::Class;
use crate::schemas::{Label, Part, Schemas, fold_words};
use crate::sheets::{Entries, Entry, Gap, Line, Opener};
use crate::source::{Source, Span};

/// Labels of places in a sheet, beyond which none is sought that says a part of another.
const PLACES: usize = 16;

/// Assembles the entries of a sheet that `template` reads.
pub fn assemble<'a>(
    entries: &Entries,
    source: &'a Source,
    schemas: &'a Schemas,
    template: u16,
    document: &Document,
    infer: bool,
) -> Draft<'a> {
    let labels = &schemas.templates[usize::from(template)].labels;
    let draft = Draft::new(&source.text, schemas);
    let mut assembler = Assembler {
        source,
        text: &source.text,
        schemas,
        template,
        labels,
        document,
        infer,
        narrates: None,
        by_value: Vec::new(),
        opened: Vec::new(),
        hosts: Vec::new(),
        draft,
    };
    assembler.by_value = assembler.labels_by_value(&entries.entries);
    assembler.opened = entries.entries.iter().filter_map(|entry| Some(assembler.opener(entry)?.field)).collect();
    let generic = schemas.templates[usize::from(template)].generic;
    assembler.narrates = if generic { assembler.told_under(entries) } else { None };
    assembler.draft.claims.extend(entries.claims.iter().copied());
    for entry in &entries.entries {
        assembler.label(entry, &entries.empty_cells);
    }
    for field in Field::ALL {
        assembler.field(*field, &entries.entries);
    }
    assembler.timing(&entries.entries);
    assembler.unknown(&entries.entries);
    super::page::conclude(&mut assembler, entries);
    assembler.links(entries);
    assembler.draft.settle_marks();
    assembler.draft
}

/// What opens an entry: one of a template's labels, or a credit.
#[derive(Clone, Copy)]
pub(super) struct Opening<'a> {
    pub field: Field,
    /// Whether the text below it holds a start and an end.
    pub period: bool,
    /// Other fields that its text covers.
    pub covers: &'a [Field],
    pub words: Span,
}

/// What the assembly of one sheet works with.
pub(super) struct Assembler<'a, 'd> {
    pub source: &'a Source,
    pub text: &'a str,
    pub schemas: &'a Schemas,
    /// Position of the template that reads the sheet.
    pub template: u16,
    pub labels: &'a [Label],
    pub document: &'d Document,
    /// Whether values may be concluded that stand under no label.
    pub infer: bool,
    /// The field whose sentences about what is done describe the practice.
    pub narrates: Option<Field>,
    /// The fields that labels open because of their values, by the start of their words.
    by_value: Vec<(usize, Field)>,
    /// The fields that the entries open.
    pub opened: Vec<Field>,
    /// The hosts of its e-mail addresses, as `hosts` gives them, where something may be concluded from them.
    pub hosts: Vec<String>,
    pub draft: Draft<'a>,
}

impl<'a> Assembler<'a, '_> {
    /// Notes a label and whether it has a value.
    fn label(&mut self, entry: &Entry, empty_cells: &BTreeMap<usize, Span>) {
        let Some(Opening { field, period, covers, words }) = self.opener(entry) else { return };
        let span = self.opening_span(entry);
        // Its words are kept with what stands under them.
        if field == Field::Unmapped {
            return self.draft.markup(field, [Span::new(span.start, words.start), Span::new(words.end, span.end)]);
        }
        let empty = entry.lines.is_empty() || self.is_only_link(entry);
        let same = |seen: &&SeenLabel| seen.field == field && seen.period == period;
        let repeated = self.draft.labels.iter().filter(same).any(|seen| !seen.empty) && !empty;
        let covers = covers.to_vec();
        self.draft.claim(span, Class::Label, Some(field));
        let cell = empty_cells.get(&words.start).copied();
        self.draft.labels.push(SeenLabel { field, period, covers, words, cell, empty, repeated });
    }

    pub fn opener(&self, entry: &Entry) -> Option<Opening<'a>> {
        match entry.opener {
            Opener::Label { label, words, .. } => {
                let Label { field, period, covers, .. } = self.labels.get(usize::from(label))?;
                let own = Opening { field: *field, period: *period, covers, words };
                let by_value = self.by_value.iter().find(|(at, _)| *at == words.start);
                Some(by_value.map_or(own, |&(_, field)| Opening { field, period: field == Field::Start, ..own }))
            }
            Opener::Credit { field, span: words } => {
                let field = *Field::ALL.get(usize::from(field))?;
                Some(Opening { field, period: false, covers: &[], words })
            }
            Opener::Section { .. } | Opener::Unknown { .. } => None,
        }
    }

    /// The labels that words are in this sheet.
    pub fn labels_of(&self, words: &str) -> impl Iterator<Item = &'a Label> {
        self.schemas.own_labels(self.schemas.meanings(words, &mut String::new()).meanings(), self.template)
    }

    /// The labels that a key is in this sheet.
    pub fn labels_of_key(&self, key: &str) -> impl Iterator<Item = &'a Label> {
        self.schemas.own_labels(self.schemas.key_meanings(key).meanings(), self.template)
    }

    /// The bytes of what opens an entry, the `#`s of a heading included.
    fn opening_span(&self, entry: &Entry) -> Span {
        let span = match entry.opener {
            Opener::Label { span, .. } | Opener::Credit { span, .. } | Opener::Section { span, .. } => span,
            Opener::Unknown { words } => words,
        };
        // Looked at from behind: a page may be one long line.
        let is_marker = |c: char| c == '#' || (c != '\n' && c.is_whitespace());
        let before = self.text[..span.start].trim_end_matches(is_marker);
        let begins = before.is_empty() || before.ends_with('\n');
        if begins { Span::new(before.len(), span.end) } else { span }
    }

    /// The value of one field, from all of its labels.
    fn field(&mut self, field: Field, entries: &[Entry]) {
        let own = self.holder(field, entries).map(|holder| self.filled(holder, entries)).unwrap_or_default();
        if own.is_empty() {
            return;
        }
        match field.kind() {
            Kind::Text => self.set_text(field, &own),
            Kind::List if field == Field::Partners => own.iter().for_each(|entry| self.add_partners(entry)),
            Kind::List => own.iter().for_each(|entry| self.add_list(field, entry)),
            Kind::Contacts => self.add_contacts(&own),
            Kind::Links => own.iter().for_each(|entry| self.add_links(entry)),
            Kind::Line => self.set_single(field, &own),
            Kind::Year | Kind::Date | Kind::Flag | Kind::Sections | Kind::Meta => {}
        }
    }

    /// The entries of a field that have a value.
    pub fn filled<'e>(&self, field: Field, entries: &'e [Entry]) -> Vec<&'e Entry> {
        if !self.opened.contains(&field) {
            return Vec::new();
        }
        let own = entries.iter().filter(|entry| self.opener(entry).is_some_and(|opening| opening.field == field));
        let told = own.filter(|entry| self.infer || !is_unnamed(entry));
        told.filter(|entry| !entry.lines.is_empty() && !self.is_only_link(entry)).collect()
    }

    pub fn nodes(&mut self, field: Field, lines: &[Line]) -> Nodes {
        let mut nodes = nodes(self.text, lines, self.schemas, self.document);
        self.draft.markup(field, nodes.markup.drain(..));
        self.draft.joins.append(&mut nodes.joins);
        self.draft.marks.extend(nodes.marks.drain(..).map(|span| (field, span)));
        nodes
    }

    /// Texts under a repeated label are joined. How far a practice reaches is no place, `Scope: regional`, and beside one the address of
    /// an organisation is none.
    fn set_text(&mut self, field: Field, entries: &[&Entry]) {
        let place = field == Field::Location;
        let named = place && entries.iter().any(|entry| !self.is_address(entry) && !self.is_scope(entry));
        let beside = |entry: &Entry| named && (self.is_address(entry) || self.is_part_of_others(entry, entries));
        let apart = |entry: &&&Entry| place && (self.is_scope(entry) || beside(entry));
        let (others, places): (Vec<&Entry>, Vec<&Entry>) = entries.iter().partition(apart);
        others.iter().for_each(|other| self.keep_apart(other));
        if places.is_empty() {
            return;
        }
        let mut all = Vec::new();
        for entry in places {
            all.extend(self.nodes_of(field, entry));
        }
        // One place or sum is no list, though it was an item of one.
        if let [only] = &mut all[..]
            && field.is_brief_text()
            && matches!(only.kind, NodeKind::Item(_))
        {
            only.kind = NodeKind::Paragraph;
        }
        let segments = compose::text(&all, self.text);
        self.draft.set_text(field, Origin::Label, Right::Own, segments);
    }

    /// Whether the value of another entry begins with all words of this one and goes on: `Sample`, beside `Sample, the old town`.
    fn is_part_of_others(&self, entry: &Entry, entries: &[&Entry]) -> bool {
        let words = |entry: &Entry| fold_words(Line::text_of(&entry.lines, self.text)) + " ";
        let own = words(entry);
        entries.len() <= PLACES
            && entries.iter().map(|other| words(other)).any(|other| other.len() > own.len() && other.starts_with(&own))
    }

    /// Whether a value says how far a practice reaches and names no place: `Local / regional`.
    fn is_scope(&self, entry: &Entry) -> bool {
        self.schemas.is_scope(Line::text_of(&entry.lines, self.text))
    }

    /// Whether a value is the address of somebody: its label may stand beside a name, too, and it has a number.
    fn is_address(&self, entry: &Entry) -> bool {
        let words = self.opener(entry).map_or("", |opening| opening.words.of(self.text));
        let beside_name = || self.schemas.meanings(words, &mut String::new());
        let numbered = Line::text_of(&entry.lines, self.text).contains(|c: char| c.is_ascii_digit());
        numbered && beside_name().iter().any(|meaning| meaning.part() == Some(Part::Note))
    }

    pub(super) fn add_list(&mut self, field: Field, entry: &Entry) {
        let nodes = if entry.keys.is_empty() {
            let lines = marked_lines::items(self.text, &entry.lines);
            let lines = part(self.text, &lines, self.document.width(self.text), self.schemas);
            self.nodes(field, &lines).nodes
        } else {
            self.nodes_of(field, entry)
        };
        let (items, marks) = compose::list(nodes, self.text);
        self.draft.markup(field, marks);
        self.draft.add_items(field, Origin::Label, items);
    }

    /// A field with one value takes the first; what stands under a repeated label is kept apart.
    fn set_single(&mut self, field: Field, entries: &[&Entry]) {
        let Some((first, others)) = entries.split_first() else { return };
        let lines = if first.keys.is_empty() { &first.lines[..] } else { self.naming_member(field, first) };
        let lines = single(lines);
        let lines = match field {
            Field::LeadOrganisation => self.above_address(lines),
            Field::Title => self.name_above_text(lines),
            _ => lines,
        };
        let items = if lines.iter().all(|line| line.bullet().is_some()) { lines.len() } else { 0 };
        // One of several items is the value; of who leads only one that names an organisation.
        let told = |line: &&Line| {
            field != Field::LeadOrganisation || self.schemas.contact_words.name_organisation(line.body, self.text)
        };
        let (own, rest) = match items {
            0 | 1 => (lines.to_vec(), Vec::new()),
            _ => {
                let own = lines.iter().find(told).copied();
                (own.into_iter().collect(), lines.iter().copied().filter(|line| Some(*line) != own).collect())
            }
        };
        if !rest.is_empty() {
            self.keep_apart(&Entry { opener: first.opener, lines: rest, keys: Vec::new() });
        }
        let mut line = self.line(field, &own);
        if field == Field::LeadOrganisation && !self.opened.contains(&Field::Founded) {
            line = self.without_year_founded(line);
        }
        if field == Field::LeadOrganisation {
            line = self.without_marker(line);
        }
        match self.lead_of_sentence(field, &line) {
            Some(name) => self.set_lead_of_sentence(name),
            None => self.draft.set_text(field, Origin::Label, Right::Own, line),
        }
        others.iter().for_each(|other| self.keep_apart(other));
    }

    /// What stands under a label that takes no more, or none of its kind.
    pub fn keep_apart(&mut self, entry: &Entry) {
        if let Some(Opening { words, .. }) = self.opener(entry) {
            self.add_unmapped_entry(words, entry, Right::Cite);
        }
    }

    /// The lines of an entry as one line of plain text.
    pub fn line(&mut self, field: Field, lines: &[Line]) -> Vec<Segment> {
        let nodes = self.nodes(field, lines);
        let line = compose::line(&nodes.nodes, self.text);
        self.draft.markup(field, line.markup);
        line.segments
    }

    /// Labels that no field takes, with their text: those that nobody knows, and those of which that is known.
    fn unknown(&mut self, entries: &[Entry]) {
        for entry in entries {
            let known = self.opener(entry).filter(|opening| opening.field == Field::Unmapped);
            let words = match (entry.opener, known) {
                (Opener::Unknown { words }, _) => {
                    self.draft.unknown.push(words);
                    words
                }
                (_, Some(opening)) => opening.words,
                _ => continue,
            };
            if entry.lines.is_empty() {
                self.draft.claim(words, Class::Label, None);
            } else {
                self.add_unmapped_entry(words, entry, Right::Own);
            }
        }
    }

    fn add_unmapped_entry(&mut self, words: Span, entry: &Entry, label: Right) {
        let nodes = self.nodes_of(Field::Unmapped, entry);
        let segments = compose::text(&nodes, self.text);
        self.add_unmapped_text(words, segments, label);
    }

    pub fn add_unmapped(&mut self, words: Span, lines: &[Line], label: Right) {
        let nodes = self.nodes(Field::Unmapped, lines);
        let segments = compose::text(&nodes.nodes, self.text);
        self.add_unmapped_text(words, segments, label);
    }

    pub fn add_unmapped_text(&mut self, words: Span, segments: Vec<Segment>, label: Right) {
        let at = Pointer::from(Field::Unmapped).then(Step::Item(self.draft.record.unmapped.len()));
        let shown = self.label_words(words);
        let label = self.draft.trace(at.then(Step::Key("label")), Origin::Label, label, shown);
        let all = segments.iter().filter_map(|segment| segment.span()).fold(words, Span::to);
        let lines = facts::lines(self.source, all);
        let text = self.draft.trace(at.then(Step::Key("text")), Origin::Label, Right::Own, segments);
        self.draft.record.unmapped.push(Unmapped { label, text, lines });
    }

    /// The words of a label, on one line, without tags and emphasis.
    fn label_words(&mut self, words: Span) -> Vec<Segment> {
        let raw = words.of(self.text);
        if !self.document.page && !raw.starts_with(['*', '_']) && memchr::memchr(b'\n', raw.as_bytes()).is_none() {
            return self.document.coded.segments(self.text, words);
        }
        let line = Line::alone(words);
        self.line(Field::Unmapped, &[line])
    }

    /// Whether a label is followed by a web address and nothing else, which goes to the links.
    pub fn is_only_link(&self, entry: &Entry) -> bool {
        let Some(Opening { field, .. }) = self.opener(entry) else { return false };
        let [line] = entry.lines[..] else { return false };
        let link = || self.links_in(&line);
        let single = matches!(field.kind(), Kind::Line | Kind::List) && entry.keys.is_empty();
        let may_be = || may_be_link(line.body.of(self.text)) || !self.document.coded.within(line.body).is_empty();
        single && may_be() && matches!(link()[..], [link] if link.whole == line.body && !self.shows_words(link.whole))
    }

    /// Whether a link of a page shows words and not its address: `<a href="https://example.org">Example Town</a>`.
    fn shows_words(&self, link: Span) -> bool {
        let words = link.of(self.text).strip_prefix('<').and_then(|tag| tag.split_once('>')).map(|(_, words)| words);
        let words = words.and_then(|words| words.rsplit_once('<')).map_or("", |(words, _)| words);
        self.document.page && !words.is_empty() && !words.contains("://") && !words.trim_start().starts_with("www.")
    }
}

/// The lines of a single value, which ends with its paragraph; what stands behind it belongs to nobody.
pub(super) fn single(lines: &[Line]) -> &[Line] {
    let end = lines.iter().skip(1).position(|line| line.gap == Gap::Blank).map_or(lines.len(), |at| at + 1);
    &lines[..end]
}
