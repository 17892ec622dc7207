//! What only shows when all the records of a run are compared. Of each the run keeps a few numbers and its place.

mod firsts;
mod packed;
mod records;

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use firsts::Firsts;
use records::Records;

use super::{duplicate_id, duplicate_record};
use crate::diagnostic::{Code, Diagnostic, Finding, Same, Subject};
use crate::practice::{Field, Pointer};
use crate::schemas::Schemas;
use crate::source::{Source, Span};
use crate::{Options, Sheet};

/// The records that a run has met.
#[derive(Debug, Clone, Default)]
pub struct Met {
    records: Records,
    /// By what makes two records one practice, the first of the run.
    practices: Firsts,
    /// By id, the first of the run. The ids of sheets are not among them.
    ids: HashMap<String, u32>,
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
        let place = place(sheet, Field::Title).unwrap_or_else(|| first_line(source, sheet.span));
        let nth = self.records.push(source, sheet, place)?;
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
            let first = self.practices.of(number, nth);
            let is_same = first != nth && self.records.is_same(first, nth);
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
        let first = self.records.place(first);
        if first.is_in(source) { finding.with_related(first.span) } else { finding.with_elsewhere(first) }
    }
}

/// A number to compare by instead of what it is made of: the same in every run.
pub(super) fn number(what: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    what.hash(&mut hasher);
    hasher.finish()
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
