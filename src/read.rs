//! The pipeline: text to blocks, blocks to sheets, sheets to entries, entries to records, and what the rules say of them.

use std::ops::Range;

use crate::blocks::{self, Block};
use crate::checks::{self, Context};
use crate::diagnostic::{Diagnostic, Finding};
use crate::ledger::{Claim, Class, Ledger, is_blank};
use crate::practice::{Document, Draft, Field, SheetRef, assemble};
use crate::schemas::Schemas;
use crate::sheets::{self, SheetBlocks};
use crate::source::{Encoding, Source, Span};
use crate::{Options, Reading, Sheet};

/// Reads a document. A bad document is no error: it gives findings.
pub fn read(source: &Source, schemas: &Schemas, options: &Options) -> Reading {
    let told = options.template.as_deref().and_then(|name| schemas.template(name)).map(|(at, _)| at);
    let mut blocks = blocks::split(&source.text, schemas);
    blocks::mark(&source.text, &mut blocks, schemas, told);
    let divided = sheets::divide(&source.text, &blocks, schemas, told);
    let mut document = Document::default();
    let drafts: Vec<(SheetBlocks, Span, Draft<'_>)> = (1..)
        .zip(divided)
        .map(|(number, sheet)| {
            let span = span(&blocks, &sheet.blocks, &source.text);
            let place = SheetRef { source, number, span, template: sheet.template };
            (sheet.clone(), span, draft(&blocks, &sheet, &place, schemas, &mut document, options))
        })
        .collect();
    let ledger = ledger(source, &blocks, &drafts);
    let findings = whole(source, schemas, drafts.is_empty());
    let finish = |(sheet, span, draft)| finish(source, schemas, &ledger, sheet, span, draft);
    let sheets = drafts.into_iter().map(finish).collect();
    Reading { sheets, ledger, findings }
}

fn draft<'a>(
    blocks: &[Block<'_>],
    sheet: &SheetBlocks,
    place: &SheetRef<'a>,
    schemas: &'a Schemas,
    document: &mut Document,
    options: &Options,
) -> Draft<'a> {
    let entries = sheets::read(&place.source.text, blocks, sheet, schemas);
    let mut draft = assemble(&entries, place.source, schemas, sheet.template, document, options.infer);
    document.complete(&mut draft, &entries, place, schemas, options.infer);
    draft
}

/// The bytes of a sheet, from its first word to its last.
fn span(blocks: &[Block<'_>], range: &Range<usize>, text: &str) -> Span {
    let all = blocks[range.clone()].iter().map(|block| block.span).reduce(Span::to).unwrap_or_default();
    blocks::trim(text, all)
}

/// The ledger of the document: what the sheets claim, then the furniture outside them.
fn ledger(source: &Source, blocks: &[Block<'_>], drafts: &[(SheetBlocks, Span, Draft<'_>)]) -> Ledger {
    let mut claims: Vec<Claim> = drafts.iter().flat_map(|(_, _, draft)| draft.claims.iter().copied()).collect();
    let mut inside = drafts.iter().map(|(sheet, _, _)| sheet.blocks.clone()).peekable();
    for (at, block) in blocks.iter().enumerate() {
        while inside.next_if(|sheet| sheet.end <= at).is_some() {}
        let outside = inside.peek().is_none_or(|sheet| at < sheet.start);
        let class = match block.mark {
            blocks::Mark::None => continue,
            blocks::Mark::Furniture { .. } => Class::Furniture,
            blocks::Mark::Boilerplate => Class::Boilerplate,
        };
        if outside {
            claims.push(Claim { span: block.span, class, field: None });
        }
    }
    let citations = drafts.iter().flat_map(|(_, _, draft)| draft.citations.iter().copied()).collect();
    let sheets: Vec<Range<usize>> = drafts.iter().map(|(_, span, _)| span.start..span.end).collect();
    Ledger::settle(claims, citations, &sheets, source.text.len())
}

fn finish(
    source: &Source,
    schemas: &Schemas,
    ledger: &Ledger,
    sheet: SheetBlocks,
    span: Span,
    draft: Draft<'_>,
) -> Sheet {
    let template = &schemas.templates[usize::from(sheet.template)];
    let text = &source.text;
    let unassigned = unassigned(ledger, span, text);
    let context = Context { text, schemas, template, draft: &draft, sheet: span, unassigned };
    let findings = checks::check(&context);
    Sheet {
        span,
        template: template.name.to_string(),
        decided_by: sheet.decided_by,
        findings,
        record: draft.record,
        trace: draft.trace,
    }
}

/// The text of a sheet that nobody claimed, without white space.
fn unassigned(ledger: &Ledger, sheet: Span, text: &str) -> Vec<Span> {
    let claims = ledger.claims();
    let first = claims.partition_point(|claim| claim.span.end <= sheet.start);
    let inside = claims[first..].iter().take_while(|claim| claim.span.start < sheet.end);
    let left = inside.filter(|claim| claim.class == Class::Unassigned && !claim.span.of(text).chars().all(is_blank));
    left.map(|claim| blocks::trim(text, claim.span)).collect()
}

/// Findings about the document as a whole.
fn whole(source: &Source, schemas: &Schemas, empty: bool) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    if source.encoding == Encoding::Windows1252 {
        findings.push(Diagnostic::whole(Finding::DecodedAs { encoding: source.encoding.name() }));
    }
    if empty {
        findings.push(Diagnostic::whole(Finding::NoSheet { looked_for: looked_for(schemas) }));
    }
    findings
}

/// What would have made a sheet of the document: the start marks, and examples of labels.
fn looked_for(schemas: &Schemas) -> Vec<String> {
    let starts = schemas.templates.iter().flat_map(|template| template.starts.iter().map(ToString::to_string));
    let examples = [Field::Title, Field::Description, Field::TargetGroups];
    let english = schemas.language("en");
    let labels = examples.iter().filter_map(|field| english?.heading(*field).map(str::to_owned));
    starts.chain(labels).collect()
}
