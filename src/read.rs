//! The pipeline: text to blocks, blocks to sheets, sheets to entries, entries to records, and what the rules say of them.
//!
//! A document is divided and each sheet looked at once before the first is made: whether it must be refused is said before anything
//! else. Then the sheets are made one after the other, and nothing but what the caller keeps stays of them.

mod beside;
mod cut;
mod maker;
mod whole;

use std::ops::Range;

use crate::blocks::html;
use crate::diagnostic::{Code, Diagnostic};
use crate::explain::Explanation;
use crate::ledger::Ledger;
use crate::pages;
use crate::practice::Document;
use crate::records::{self, Records};
use crate::schemas::Schemas;
use crate::sheets::{self, Division};
use crate::source::Source;
use crate::{Options, Reading, Sheet};

use beside::Beside;
use cut::Cut;
use maker::{Census, Maker};

/// Reads a document. A bad document is no error: it gives findings.
pub fn read(source: &Source, schemas: &Schemas, options: &Options) -> Reading {
    read_sheets(source, schemas, options).into_reading()
}

/// Whether a sheet starts with the first line of a text.
pub(crate) fn begins_sheet(text: &str, schemas: &Schemas) -> bool {
    let source = Source::from_text("", text);
    let mut cut = cut::cut(&source, None, schemas, schemas.generic());
    let divided = cut::divide(&source, &mut cut, schemas, None);
    divided.sheets.first().is_some_and(|sheet| sheet.blocks.start == 0 && sheet.is_marked())
}

/// Reads a document sheet by sheet, so that memory does not grow with their number.
pub fn read_sheets<'a>(source: &'a Source, schemas: &'a Schemas, options: &'a Options) -> Sheets<'a> {
    let told = options.template.as_deref().and_then(|name| schemas.template(name)).map(|(at, _)| at);
    let template = told.unwrap_or(schemas.generic());
    if let Some(records) = pages::read(source, schemas, options) {
        return Sheets::of_records(records, source.text.len()).without(&options.off);
    }
    let data = cut::data(source, schemas);
    let records = data.as_ref().and_then(|(language, tree)| records::read(source, *language, tree, schemas, options));
    if let Some(records) = records {
        return Sheets::of_records(records, source.text.len()).without(&options.off);
    }
    let mut cut = cut::cut(source, data, schemas, template);
    let Division { sheets, candidates, idle_marks } = cut::divide(source, &mut cut, schemas, told);
    let Cut { blocks, hidden, mut tags, coded, page, data, faults } = cut;
    let Census { accepted, mut refused, reasons } = maker::census(source, &blocks, sheets, schemas, options.explain);
    if accepted.is_empty() && refused.is_empty() {
        refused.extend(sheets::labels_side_by_side(&source.text, &blocks, schemas));
    }
    if page {
        tags.extend(html::markup(&source.text, &blocks));
    }
    let inside = accepted.iter().map(|accepted| accepted.sheet.blocks.clone());
    let beside = Beside::new(source.text.len(), &blocks, inside, hidden, tags);
    let findings = whole::whole(source, schemas, &refused, faults, accepted.is_empty());
    let document = Document::new(page, coded, source.layout.as_ref().and_then(|layout| layout.divides));
    let maker = Maker::new(source, schemas, options, blocks, document, accepted, beside);
    let explanation = Explanation { candidates, idle_marks, sheets: reasons };
    let sheets = Sheets {
        findings,
        is_foreign: data.is_some_and(|data| data.is_foreign),
        explanation: Some(explanation).filter(|_| options.explain),
        off: &[],
        origin: Origin::Maker(Box::new(maker)),
    };
    sheets.without(&options.off)
}

/// The sheets of a document, each made when it is asked for.
pub struct Sheets<'a> {
    /// Findings about the document as a whole.
    pub findings: Vec<Diagnostic>,
    /// Whether it is data that say nothing of a practice, such as any program may have beside its documents.
    pub is_foreign: bool,
    explanation: Option<Explanation>,
    /// The rules that are switched off.
    off: &'a [Code],
    origin: Origin<'a>,
}

/// Where sheets come from.
enum Origin<'a> {
    /// They are there: records, of which a document may hold no more than fit into memory.
    Made(std::vec::IntoIter<Sheet>, Box<dyn FnOnce() -> Ledger + 'a>),
    /// They are made.
    Maker(Box<Maker<'a>>),
}

impl Sheets<'_> {
    /// All of them, with the ledger of the document.
    pub fn into_reading(mut self) -> Reading {
        if let Origin::Maker(maker) = &mut self.origin {
            maker.keep_claims();
        }
        let sheets = self.by_ref().collect();
        let Self { findings, is_foreign, explanation, origin, .. } = self;
        let ledger = match origin {
            Origin::Made(_, ledger) => ledger(),
            Origin::Maker(maker) => maker.into_ledger(),
        };
        Reading { sheets, ledger, findings, explanation, is_foreign }
    }
}

impl<'a> Sheets<'a> {
    /// All that are left, for whoever does not ask where the bytes went: without the ledger.
    pub fn gather(mut self) -> Reading {
        let sheets = self.by_ref().collect();
        let Self { findings, is_foreign, explanation, .. } = self;
        Reading { sheets, findings, explanation, is_foreign, ..Reading::default() }
    }

    /// The records of a text of `length` bytes. The ledger is settled if somebody wants it.
    fn of_records(records: Records, length: usize) -> Self {
        let Records { sheets, findings, claims } = records;
        let spans: Vec<Range<usize>> = sheets.iter().map(|sheet| sheet.span.into()).collect();
        let ledger = move || Ledger::settle(&claims, Vec::new(), &spans, length);
        let origin = Origin::Made(sheets.into_iter(), Box::new(ledger));
        Self { findings, is_foreign: false, explanation: None, off: &[], origin }
    }

    /// Drops what rules find that are switched off, whoever finds it.
    fn without(mut self, off: &'a [Code]) -> Self {
        self.findings.retain(|finding| !off.contains(&finding.finding.code()));
        self.off = off;
        self
    }
}

impl Iterator for Sheets<'_> {
    type Item = Sheet;

    fn next(&mut self) -> Option<Sheet> {
        let mut sheet = match &mut self.origin {
            Origin::Made(sheets, _) => sheets.next(),
            Origin::Maker(maker) => maker.next(),
        }?;
        sheet.findings.retain(|finding| !self.off.contains(&finding.finding.code()));
        Some(sheet)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = match &self.origin {
            Origin::Made(sheets, _) => sheets.len(),
            Origin::Maker(maker) => maker.len(),
        };
        (left, Some(left))
    }
}

impl ExactSizeIterator for Sheets<'_> {}

impl From<Reading> for Sheets<'_> {
    fn from(reading: Reading) -> Self {
        let Reading { sheets, ledger, findings, explanation, is_foreign } = reading;
        let origin = Origin::Made(sheets.into_iter(), Box::new(|| ledger));
        Self { findings, is_foreign, explanation, off: &[], origin }
    }
}
