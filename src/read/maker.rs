//! The sheets of a document, made one after the other.

use super::beside::{Beside, Taken};
use crate::blocks::{self, Block};
use crate::checks::{self, Alike, Context, Seen};
use crate::explain::{Reasons, Start};
use crate::ledger::Ledger;
use crate::practice::{Document, Draft, SheetRef, assemble};
use crate::schemas::Schemas;
use crate::sheets::{self, Entries, Refusal, SheetBlocks};
use crate::source::{Source, Span};
use crate::{Options, Sheet};

/// The first sheets of a document, whose entries are kept from the first look to the making; of the others they are read again.
const KEPT: usize = 128;

/// A sheet that is to be made.
pub struct Accepted {
    /// Its blocks.
    pub sheet: SheetBlocks,
    entries: Option<Entries>,
}

/// What a first look at all sheets shows.
#[derive(Default)]
pub struct Census {
    /// The sheets that are to be made.
    pub accepted: Vec<Accepted>,
    /// Why the others are not.
    pub refused: Vec<Refusal>,
    /// Why those that are to be made are read as they are, if that was asked.
    pub reasons: Vec<Reasons>,
}

/// Looks at all sheets.
pub fn census(
    source: &Source,
    blocks: &[Block<'_>],
    sheets: Vec<SheetBlocks>,
    schemas: &Schemas,
    explain: bool,
) -> Census {
    let mut census = Census::default();
    for sheet in sheets {
        let mut entries = entries(source, blocks, &sheet, schemas, explain);
        if let Some(refusal) = sheets::refuse(&source.text, blocks, &sheet, &entries, schemas) {
            census.refused.push(refusal);
            continue;
        }
        if explain {
            let decisions = std::mem::take(&mut entries.decisions);
            census.reasons.push(Reasons { start: sheet.start, title: sheet.title, decisions });
        }
        let is_kept = census.accepted.len() < KEPT;
        census.accepted.push(Accepted { sheet, entries: is_kept.then_some(entries) });
    }
    census.refuse_disordered(blocks);
    census
}

impl Census {
    /// Refuses the other practices of a document too where the lines of most came out in disorder: they do throughout.
    fn refuse_disordered(&mut self, blocks: &[Block<'_>]) {
        let Some(first) = self.refused.iter().copied().find(Refusal::is_disorder) else { return };
        let disordered = self.refused.iter().filter(|refusal| refusal.is_disorder()).count();
        let page = |accepted: &Accepted| matches!(accepted.sheet.start, Start::Page { .. });
        if disordered <= self.accepted.len() || !self.accepted.iter().all(page) {
            return;
        }
        self.reasons.clear();
        let others = std::mem::take(&mut self.accepted).into_iter();
        self.refused.extend(others.map(|other| first.at(blocks[other.sheet.blocks.start].body())));
    }
}

fn entries(source: &Source, blocks: &[Block<'_>], sheet: &SheetBlocks, schemas: &Schemas, explain: bool) -> Entries {
    let mut entries = sheets::read(&source.text, blocks, sheet, schemas, explain);
    sheets::clear_instructions(&source.text, sheet, &mut entries, schemas);
    entries
}

/// Makes the sheets of a document.
pub struct Maker<'a> {
    source: &'a Source,
    schemas: &'a Schemas,
    options: &'a Options,
    blocks: Vec<Block<'a>>,
    document: Document,
    sheets: std::vec::IntoIter<Accepted>,
    /// How many were made.
    made: usize,
    beside: Beside,
    alike: Alike,
    /// What the sheets claim, if anybody wants the ledger.
    taken: Option<Taken>,
}

impl<'a> Maker<'a> {
    /// What makes these sheets.
    pub fn new(
        source: &'a Source,
        schemas: &'a Schemas,
        options: &'a Options,
        blocks: Vec<Block<'a>>,
        document: Document,
        sheets: Vec<Accepted>,
        beside: Beside,
    ) -> Self {
        let (sheets, alike) = (sheets.into_iter(), Alike::default());
        Self { source, schemas, options, blocks, document, sheets, made: 0, beside, alike, taken: None }
    }

    /// Keeps what the sheets claim from now on, for the ledger.
    pub fn keep_claims(&mut self) {
        self.taken.get_or_insert_default();
    }

    /// Where every byte of the document went.
    pub fn into_ledger(self) -> Ledger {
        self.beside.ledger(self.taken.unwrap_or_default())
    }

    /// How many sheets are left to make.
    pub fn len(&self) -> usize {
        self.sheets.len()
    }

    /// The next sheet.
    pub fn next(&mut self) -> Option<Sheet> {
        let Accepted { sheet, entries } = self.sheets.next()?;
        let entries = entries.unwrap_or_else(|| self::entries(self.source, &self.blocks, &sheet, self.schemas, false));
        self.made += 1;
        let span = self.span(&sheet);
        let draft = self.draft(&sheet, span, &entries);
        if let Some(taken) = &mut self.taken {
            taken.add(span, &draft);
        }
        Some(self.finish(&sheet, span, draft))
    }

    /// The bytes of a sheet, from its first word to its last.
    fn span(&self, sheet: &SheetBlocks) -> Span {
        let blocks = &self.blocks[sheet.blocks.clone()];
        let all = blocks.iter().map(|block| block.span).reduce(Span::to).unwrap_or_default();
        blocks::trim(&self.source.text, all)
    }

    fn draft(&mut self, sheet: &SheetBlocks, span: Span, entries: &Entries) -> Draft<'a> {
        let (source, schemas, infer) = (self.source, self.schemas, self.options.infer);
        let place = SheetRef { source, number: self.made, span, template: sheet.template };
        let mut draft = assemble(entries, source, schemas, sheet.template, &self.document, infer);
        self.document.complete(&mut draft, entries, &place, schemas, infer);
        draft.doubt = sheets::doubt(&source.text, sheet, entries, schemas);
        draft
    }

    fn finish(&self, sheet: &SheetBlocks, span: Span, draft: Draft<'a>) -> Sheet {
        let (text, schemas) = (&self.source.text, self.schemas);
        let template = &schemas.templates[usize::from(sheet.template)];
        let findings = checks::check(&Context {
            text,
            schemas,
            template,
            record: &draft.record,
            seen: Seen::Sheet(&draft),
            options: self.options,
            sheet: span,
            unassigned: &|| self.beside.unassigned(span, &draft.claims, text),
            alike: &self.alike,
        });
        Sheet {
            span,
            template: template.name.to_string(),
            decided_by: sheet.decided_by(text),
            findings,
            record: draft.record,
            trace: draft.trace,
            places: Vec::new(),
        }
    }
}
