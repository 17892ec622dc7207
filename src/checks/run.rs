//! What only shows when all the records of a run are compared. Of each the run keeps a few numbers and its place.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::num::NonZeroU64;

use super::{duplicate_id, duplicate_record};
use crate::diagnostic::{Code, Diagnostic, Elsewhere, Finding, Same, Subject};
use crate::practice::{Field, Pointer};
use crate::schemas::Schemas;
use crate::source::layout;
use crate::source::{Place, Source, Span};
use crate::{Options, Sheet};

/// The records that a run has met.
#[derive(Debug, Clone, Default)]
pub struct Met {
    records: Vec<Record>,
    /// Where the records stand.
    portions: Vec<Portion>,
    /// By what makes two records one practice, the first of the run.
    practices: HashMap<u64, u32>,
    /// By id, the first of the run. The ids of sheets are not among them.
    ids: HashMap<String, u32>,
}

/// A record that was met. A run may meet a million: what is kept of each is small.
#[derive(Debug, Clone)]
struct Record {
    span: Span,
    /// The place as the user of a container sees it.
    seen: Option<Box<layout::Place>>,
    /// The sheet that it says it was made of, file name and number; of a sheet its own.
    made_of: Option<NonZeroU64>,
    language: Option<NonZeroU64>,
    start: Spot,
    end: Spot,
    /// Position of its portion.
    portion: u32,
    is_record: bool,
}

/// Line and column.
#[derive(Debug, Clone, Copy)]
struct Spot(u32, u32);

/// A document, or a portion of a long one.
#[derive(Debug, Clone)]
struct Portion {
    file: String,
    /// Bytes of its document before it.
    before: usize,
}

impl Met {
    /// Compares the record of a sheet with those before, and adds what is found to its findings.
    pub fn check(&mut self, source: &Source, schemas: &Schemas, options: &Options, sheet: &mut Sheet) {
        let found = self.compare(source, schemas, options, sheet);
        sheet.findings.extend(found);
        sheet.findings.sort_by_key(|finding| finding.span.map(|span| span.start));
    }

    /// What a record has in common with one before. A copy that has its id, too, is one fault, of which the id is the error.
    fn compare(&mut self, source: &Source, schemas: &Schemas, options: &Options, sheet: &Sheet) -> Option<Diagnostic> {
        let nth = u32::try_from(self.records.len()).ok()?;
        let place = place(sheet, Field::Title).unwrap_or_else(|| first_line(source, sheet.span));
        let portion = self.portion(source);
        self.records.push(Record::of(source, sheet, place, portion));
        let copy = self.copied(schemas, sheet, nth).filter(|_| options.is_on(Code::DuplicateRecord));
        let namesake = self.namesake(sheet, nth).filter(|_| options.is_on(Code::DuplicateId));
        let (finding, at, first) = match (namesake, copy) {
            (Some((id, first)), _) => (Finding::DuplicateId(id), self::place(sheet, Field::Id).unwrap_or(place), first),
            (None, Some((same, first))) => {
                let field = if same == Same::Description { Field::Description } else { Field::Title };
                (Finding::DuplicateRecord { same }, self::place(sheet, field).unwrap_or(place), first)
            }
            (None, None) => return None,
        };
        Some(self.finding(source, sheet, finding, at, first))
    }

    /// The record before that is the same practice.
    fn copied(&mut self, schemas: &Schemas, sheet: &Sheet, nth: u32) -> Option<(Same, u32)> {
        let mut copied = None;
        for (same, number) in duplicate_record::keys(&sheet.record, schemas) {
            let first = *self.practices.entry(number).or_insert(nth);
            let is_same = first != nth && self.record(first).is_same(self.record(nth));
            copied = copied.or(is_same.then_some((same, first)));
        }
        copied
    }

    /// The record before that has the same id.
    fn namesake(&mut self, sheet: &Sheet, nth: u32) -> Option<(String, u32)> {
        let id = duplicate_id::id(sheet)?.to_owned();
        let first = *self.ids.entry(id.clone()).or_insert(nth);
        (first != nth).then_some((id, first))
    }

    fn finding(&self, source: &Source, sheet: &Sheet, finding: Finding, at: Span, first: u32) -> Diagnostic {
        let pointer = match &finding {
            Finding::DuplicateId(_) => Field::Id,
            Finding::DuplicateRecord { same: Same::Description } => Field::Description,
            _ => Field::Title,
        };
        let mut finding = Diagnostic::at(finding, at).pointing(pointer.into());
        finding.subject = if sheet.is_record() { Subject::Record } else { Subject::Sheet };
        let first = self.place(first);
        if first.is_in(source) { finding.with_related(first.span) } else { finding.with_elsewhere(first) }
    }

    /// The position of the portion that is being read.
    fn portion(&mut self, source: &Source) -> u32 {
        let before = source.before.bytes;
        if self.portions.last().is_none_or(|last| last.file != source.name || last.before != before) {
            self.portions.push(Portion { file: source.name.clone(), before });
        }
        small(self.portions.len() - 1)
    }

    fn record(&self, nth: u32) -> &Record {
        &self.records[nth as usize]
    }

    fn place(&self, nth: u32) -> Elsewhere {
        let record = self.record(nth);
        let Portion { file, before } = &self.portions[record.portion as usize];
        Elsewhere {
            file: file.clone(),
            seen: record.seen.as_deref().cloned(),
            start: record.start.into(),
            end: record.end.into(),
            span: record.span,
            before: *before,
        }
    }
}

impl Record {
    fn of(source: &Source, sheet: &Sheet, span: Span, portion: u32) -> Self {
        let made_of = sheet.record.source.as_ref().map(|from| number(&(base(&from.file), from.sheet)));
        Self {
            span,
            seen: source.seen(span.start).cloned().map(Box::new),
            made_of,
            language: sheet.record.language.as_ref().map(number),
            start: source.place(span.start).into(),
            end: source.place(span.end).into(),
            portion,
            is_record: sheet.is_record(),
        }
    }

    /// Whether two records that look alike are one practice twice: not if one was made of the other, or translated.
    fn is_same(&self, other: &Self) -> bool {
        let is_made = self.is_record != other.is_record && self.made_of.is_some() && self.made_of == other.made_of;
        let is_translated = self.language.is_some() && other.language.is_some() && self.language != other.language;
        !is_made && !is_translated
    }
}

impl From<Place> for Spot {
    fn from(place: Place) -> Self {
        Self(small(place.line), small(place.column))
    }
}

impl From<Spot> for Place {
    fn from(Spot(line, column): Spot) -> Self {
        Self { line: line as usize, column: column as usize }
    }
}

/// A count in half the room; there is no text with so many lines, nor a run with so many files.
fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// A number to compare by instead of what it is made of.
fn number(what: &impl Hash) -> NonZeroU64 {
    let mut hasher = DefaultHasher::new();
    what.hash(&mut hasher);
    NonZeroU64::new(hasher.finish()).unwrap_or(NonZeroU64::MIN)
}

/// The name of a file without its folders.
fn base(file: &str) -> &str {
    file.rsplit('/').next().unwrap_or(file)
}

/// Where the value of a field stands.
fn place(sheet: &Sheet, field: Field) -> Option<Span> {
    let pointer = Pointer::from(field);
    let traced = sheet.trace.iter().find(|traced| traced.pointer == pointer);
    let traced = traced.and_then(|it| it.segments.iter().filter_map(|segment| segment.span()).reduce(Span::to));
    traced.or_else(|| sheet.places.iter().find(|place| place.0 == pointer).map(|place| place.1))
}

fn first_line(source: &Source, sheet: Span) -> Span {
    let length = sheet.of(&source.text).lines().next().unwrap_or_default().len();
    Span::new(sheet.start, sheet.start + length)
}
