//! What only shows when all the records of a run are compared. Of each the run keeps a few numbers and its place.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::{duplicate_id, duplicate_record};
use crate::diagnostic::{Code, Diagnostic, Elsewhere, Finding, Same, Subject};
use crate::practice::{Field, Pointer};
use crate::schemas::Schemas;
use crate::source::{Source, Span};
use crate::{Options, Sheet};

/// The records that a run has met.
#[derive(Debug, Clone, Default)]
pub struct Met {
    records: Vec<Record>,
    /// By what makes two records one practice, the first of the run.
    practices: HashMap<(bool, u64), usize>,
    /// By id, the first of the run.
    ids: HashMap<String, usize>,
}

/// A record that was met.
#[derive(Debug, Clone)]
struct Record {
    place: Elsewhere,
    language: Option<u64>,
    /// The sheet that it says it was made of, file name and number; of a sheet its own.
    made_of: Option<u64>,
    is_record: bool,
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
        let nth = self.records.len();
        let place = place(sheet, Field::Title).unwrap_or_else(|| first_line(source, sheet.span));
        self.records.push(Record::of(source, sheet, place));
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
    fn copied(&mut self, schemas: &Schemas, sheet: &Sheet, nth: usize) -> Option<(Same, usize)> {
        let mut copied = None;
        for (same, number) in duplicate_record::keys(&sheet.record, schemas) {
            let first = *self.practices.entry((same == Same::Description, number)).or_insert(nth);
            let is_same = first != nth && self.records[first].is_same(&self.records[nth]);
            copied = copied.or(is_same.then_some((same, first)));
        }
        copied
    }

    /// The record before that has the same id.
    fn namesake(&mut self, sheet: &Sheet, nth: usize) -> Option<(String, usize)> {
        let id = duplicate_id::id(sheet)?.to_owned();
        let first = *self.ids.entry(id.clone()).or_insert(nth);
        (first != nth).then_some((id, first))
    }

    fn finding(&self, source: &Source, sheet: &Sheet, finding: Finding, at: Span, first: usize) -> Diagnostic {
        let pointer = match &finding {
            Finding::DuplicateId(_) => Field::Id,
            Finding::DuplicateRecord { same: Same::Description } => Field::Description,
            _ => Field::Title,
        };
        let mut finding = Diagnostic::at(finding, at).pointing(pointer.into());
        finding.subject = if sheet.is_record() { Subject::Record } else { Subject::Sheet };
        let first = &self.records[first].place;
        if first.is_in(source) { finding.with_related(first.span) } else { finding.with_elsewhere(first.clone()) }
    }
}

impl Record {
    fn of(source: &Source, sheet: &Sheet, place: Span) -> Self {
        let made_of = sheet.record.source.as_ref().map(|from| number(&(base(&from.file), from.sheet)));
        Self {
            place: Elsewhere::new(source, place),
            language: sheet.record.language.as_ref().map(number),
            made_of,
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

/// A number to compare by instead of what it is made of.
fn number(what: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    what.hash(&mut hasher);
    hasher.finish()
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
