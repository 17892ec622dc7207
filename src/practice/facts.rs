//! What the record says of the sheet itself: its name, language, collection, numbers and place.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Mutex, PoisonError};

use regex::{Regex, RegexBuilder};

use super::coded::Coded;
use super::draft::{Draft, Right};
use super::segments::{Decoding, Segment};
use super::{
    BestPractice, Collection, Field, Identifier, Origin, Pointer, SCHEMA_VERSION, SourceRef, Spoken, Step, hyphens,
    join, short_lines, slug,
};
use crate::hashed::HashMap;
use crate::schemas::{Constant, Fact, Schemas, Template};
use crate::sheets::{Entries, Entry, Gap, Line, LineShape};
use crate::source::{Source, Span, base};

/// What is known of a document before its sheets are read.
#[derive(Default)]
pub struct Document {
    /// Whether it is a page of the web, so that every tag is one.
    pub(super) page: bool,
    /// Its characters that are written in code.
    pub(super) coded: Coded,
    collections: HashMap<u16, Option<Collection>>,
    patterns: HashMap<u16, Vec<(String, Regex)>>,
    width: OnceCell<usize>,
    divides: OnceCell<bool>,
}

impl Document {
    /// A document, or a page of the web. `coded` are the characters that are written in code, in order; `divides` says whether it
    /// may divide words at line ends, where that is known.
    pub fn new(page: bool, coded: Vec<Span>, divides: Option<bool>) -> Self {
        let divides = divides.map(OnceCell::from).unwrap_or_default();
        Self { page, coded: Coded::new(coded), divides, ..Self::default() }
    }

    /// The characters of the longest line; a page of the web has none, for its lines end anywhere.
    pub(super) fn width(&self, text: &str) -> usize {
        *self.width.get_or_init(|| if self.page { usize::MAX / 3 } else { short_lines::width(text) })
    }

    /// Whether it may divide words at line ends.
    pub(super) fn divides(&self, text: &str) -> bool {
        *self.divides.get_or_init(|| hyphens::divides(text))
    }

    /// Completes the draft of one sheet.
    pub fn complete(
        &mut self,
        draft: &mut Draft<'_>,
        entries: &Entries,
        sheet: &SheetRef<'_>,
        schemas: &Schemas,
        infer: bool,
    ) {
        let template = &schemas.templates[usize::from(sheet.template)];
        draft.record.schema = SCHEMA_VERSION;
        draft.record.covers = covers(draft);
        draft.record.language = language(draft, sheet.source, schemas);
        draft.record.collection = self.collection(sheet, template);
        self.identifiers(draft, entries, sheet, template);
        draft.record.id = Some(id(&draft.record, &sheet.source.name));
        draft.record.source = Some(SourceRef {
            file: sheet.source.name.clone(),
            sheet: sheet.number,
            lines: lines(sheet.source, sheet.span),
            place: sheet.source.seen(sheet.span.start).map(ToString::to_string),
            template: template.name.to_string(),
        });
        if infer {
            super::derived::derive(draft);
        }
    }

    /// What the template knows of the collection and the document says.
    fn collection(&mut self, sheet: &SheetRef<'_>, template: &Template) -> Option<Collection> {
        let known = self.collections.entry(sheet.template);
        known.or_insert_with(|| said(&template.collection, &sheet.source.text)).clone()
    }

    /// The numbers that the template's patterns find in the sheet's values.
    fn identifiers(&mut self, draft: &mut Draft<'_>, entries: &Entries, sheet: &SheetRef<'_>, template: &Template) {
        if template.identifiers.is_empty() {
            return;
        }
        let compiled =
            || template.identifiers.iter().filter_map(|s| Some((s.scheme.to_string(), compiled(&s.pattern)?)));
        let patterns = self.patterns.entry(sheet.template).or_insert_with(|| compiled().collect());
        let text = &sheet.source.text;
        for (nth, line, entry) in entries.entries.iter().flat_map(numbered) {
            let rest =
                entry.lines.get(nth + 1).filter(|next| is_broken(text, line, next)).map_or("", |it| it.body.of(text));
            let words = line.body.of(text).to_owned() + rest;
            for (scheme, pattern) in patterns.iter() {
                let begun = pattern.find_iter(&words).filter(|found| found.start() < line.body.len());
                for found in begun {
                    let next = entry.lines.get(nth + 1).map(|next| next.body);
                    identifier(draft, text, scheme, parts(line.body, next, found.range()));
                }
            }
        }
    }
}

/// A pattern, which is compiled once a run: that takes longer than to read a sheet. Numbers are ASCII, and so is what a pattern calls
/// a digit or a word, unless it needs more; that compiles in a tenth of the time.
fn compiled(pattern: &str) -> Option<Regex> {
    static COMPILED: Mutex<BTreeMap<String, Option<Regex>>> = Mutex::new(BTreeMap::new());
    let mut known = COMPILED.lock().unwrap_or_else(PoisonError::into_inner);
    known.entry(pattern.to_owned()).or_insert_with(|| ascii(pattern).or_else(|_| Regex::new(pattern)).ok()).clone()
}

fn ascii(pattern: &str) -> Result<Regex, regex::Error> {
    RegexBuilder::new(pattern).unicode(false).build()
}

/// Where a sheet stands.
pub struct SheetRef<'a> {
    /// Its document.
    pub source: &'a Source,
    /// Its number in the document, from 1.
    pub number: usize,
    /// Its bytes.
    pub span: Span,
    /// Position of its template.
    pub template: u16,
}

/// The lines of an entry with their positions.
fn numbered(entry: &Entry) -> impl Iterator<Item = (usize, &Line, &Entry)> {
    entry.lines.iter().enumerate().map(move |(nth, line)| (nth, line, entry))
}

/// Whether a number may be broken between two lines: behind its hyphen.
fn is_broken(text: &str, line: &Line, next: &Line) -> bool {
    let hyphen = line.body.of(text).strip_suffix('-').is_some_and(|before| before.ends_with(char::is_alphanumeric));
    hyphen && next.gap == Gap::Line && next.shape == LineShape::Prose
}

/// What a range of a line and the next, put together without the line end, is made of.
fn parts(line: Span, next: Option<Span>, range: Range<usize>) -> Vec<Segment> {
    let own = Span::new(line.start + range.start, line.end.min(line.start + range.end));
    let rest = next.map(|next| Span::new(next.start, next.start + range.end.saturating_sub(line.len())));
    [Some(own), rest].into_iter().flatten().filter(|span| !span.is_empty()).map(Segment::as_is).collect()
}

fn identifier(draft: &mut Draft<'_>, text: &str, scheme: &str, segments: Vec<Segment>) {
    let value = join(&segments, text);
    if draft.record.identifiers.iter().any(|known| known.value == value) {
        return;
    }
    let at =
        Pointer::from(Field::Identifiers).then(Step::Item(draft.record.identifiers.len())).then(Step::Key("value"));
    let value = draft.trace(at, Origin::Pattern, Right::Cite, segments);
    draft.record.identifiers.push(Identifier { scheme: scheme.to_owned(), value });
}

fn said(constants: &[Constant], text: &str) -> Option<Collection> {
    let says = |words: &str| memchr::memmem::find(text.as_bytes(), words.as_bytes()).is_some();
    let fact = |fact| {
        let constant = constants.iter().find(|constant| constant.fact == fact)?;
        constant.said_as.iter().any(says).then(|| constant.value.to_string())
    };
    let collection = Collection {
        name: fact(Fact::Name),
        code: fact(Fact::Code),
        programme: fact(Fact::Programme),
        licence: fact(Fact::Licence),
    };
    (collection != Collection::default()).then_some(collection)
}

fn covers(draft: &Draft<'_>) -> std::collections::BTreeMap<String, Vec<String>> {
    let joint = draft.labels.iter().filter(|label| !label.covers.is_empty() && !label.empty);
    let keys = |fields: &[Field]| fields.iter().map(|field| field.key().to_owned()).collect();
    joint.map(|label| (label.field.key().to_owned(), keys(&label.covers))).collect()
}

/// First and last line of a span: `"12"` or `"12-14"`.
pub(super) fn lines(source: &Source, span: Span) -> String {
    let first = source.lines().line(span.start);
    let last = source.lines().line(span.end.saturating_sub(1).max(span.start));
    if first == last { first.to_string() } else { format!("{first}-{last}") }
}

fn id(record: &BestPractice, file: &str) -> String {
    let names = [record.short_title.as_deref(), record.title.as_deref()];
    let slug = names.into_iter().flatten().map(slug::slug).find(|slug| !slug.is_empty());
    let stem = || {
        let name = base(file);
        slug::slug(name.rsplit_once('.').map_or(name, |(stem, _)| stem))
    };
    let id = slug.unwrap_or_else(stem);
    if id.is_empty() { String::from("sheet") } else { id }
}

/// The language most of whose function words the values have.
pub fn language(draft: &Draft<'_>, source: &Source, schemas: &Schemas) -> Option<String> {
    let mut spoken = Spoken::default();
    let fields = draft.trace.iter().filter(|traced| {
        !matches!(traced.pointer.field, Field::Contacts | Field::Links | Field::Identifiers | Field::LeadOrganisation)
    });
    for segment in fields.flat_map(|traced| &traced.segments) {
        if let Segment::Source(span, Decoding::AsIs) = *segment {
            spoken.add(span.of(&source.text), schemas);
        }
    }
    Some(schemas.languages[spoken.mostly()?].code.to_string())
}
