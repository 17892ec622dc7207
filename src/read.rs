//! The pipeline: text to blocks, blocks to sheets, sheets to entries, entries to records, and what the rules say of them.

use std::ops::Range;

use crate::blocks::{self, Block, data, html};
use crate::checks::{self, Context, Seen};
use crate::data::{Language, Tree};
use crate::diagnostic::{Diagnostic, Finding};
use crate::explain::{Explanation, Reasons};
use crate::ledger::{Claim, Class, Ledger, is_blank};
use crate::practice::{Document, Draft, Field, SheetRef, assemble};
use crate::schemas::{Role, Schemas};
use crate::sheets::{self, Division, Entries, Refusal, SheetBlocks};
use crate::source::layout::Notes;
use crate::source::{Encoding, Source, Span};
use crate::{Options, Reading, Sheet};
use crate::{pages, records};

/// Reads a document. A bad document is no error: it gives findings.
pub fn read(source: &Source, schemas: &Schemas, options: &Options) -> Reading {
    with_all_findings(source, schemas, options).without(&options.off)
}

fn with_all_findings(source: &Source, schemas: &Schemas, options: &Options) -> Reading {
    let told = options.template.as_deref().and_then(|name| schemas.template(name)).map(|(at, _)| at);
    let template = told.unwrap_or(schemas.generic());
    if let Some(reading) = pages::read(source, schemas, options) {
        return reading;
    }
    let data = data(source, schemas);
    let records = data.as_ref().and_then(|(language, tree)| records::read(source, *language, tree, schemas, options));
    if let Some(reading) = records {
        return reading;
    }
    let mut cut = cut(source, data, schemas, template);
    let divided = divide(source, &mut cut, schemas, told);
    let Cut { blocks, hidden, mut tags, coded, page, data, faults } = cut;
    let mut document = Document::new(page, coded);
    let mut drafts: Vec<(SheetBlocks, Span, Draft<'_>)> = Vec::new();
    let mut refused = Vec::new();
    let Division { sheets, candidates, idle_marks } = divided;
    let mut explanation = Explanation { candidates, idle_marks, ..Explanation::default() };
    for sheet in sheets {
        let mut entries = sheets::read(&source.text, &blocks, &sheet, schemas, options.explain);
        sheets::clear_instructions(&source.text, &sheet, &mut entries, schemas);
        if let Some(refusal) = sheets::refuse(&source.text, &blocks, &sheet, &entries, schemas) {
            refused.push(refusal);
            continue;
        }
        let decisions = std::mem::take(&mut entries.decisions);
        explanation.sheets.push(Reasons { start: sheet.start, title: sheet.title, decisions });
        let span = span(&blocks, &sheet.blocks, &source.text);
        let place = SheetRef { source, number: drafts.len() + 1, span, template: sheet.template };
        let mut draft = draft(&entries, &place, schemas, &mut document, options);
        draft.doubt = sheets::doubt(&source.text, &sheet, &entries, schemas);
        drafts.push((sheet, span, draft));
    }
    if drafts.is_empty() && refused.is_empty() {
        refused.extend(sheets::labels_side_by_side(&source.text, &blocks, schemas));
    }
    if page {
        tags.extend(html::markup(&source.text, &blocks));
    }
    let ledger = ledger(source, &blocks, &drafts, hidden, tags);
    let is_foreign = data.is_some_and(|data| data.is_foreign);
    let findings = whole(source, schemas, &refused, faults, drafts.is_empty());
    let finish = |(sheet, span, draft)| finish(source, schemas, options, &ledger, sheet, span, draft);
    let sheets = drafts.into_iter().map(finish).collect();
    let explanation = Some(explanation).filter(|_| options.explain);
    Reading { sheets, ledger, findings, explanation, is_foreign }
}

/// The blocks of sheets whose family knows what their pages look like.
fn known(divided: &[SheetBlocks], schemas: &Schemas) -> Vec<Range<usize>> {
    let known = divided.iter().filter(|sheet| sheet.template != schemas.generic());
    known.map(|sheet| sheet.blocks.clone()).collect()
}

/// A document, cut into blocks.
#[derive(Default)]
struct Cut<'s> {
    blocks: Vec<Block<'s>>,
    /// What a page hides.
    hidden: Vec<Span>,
    /// The tags of a page.
    tags: Vec<Span>,
    /// Characters of data that are written in code.
    coded: Vec<Span>,
    /// Whether it is a page of the web.
    page: bool,
    /// Where its sheets are, if it is data.
    data: Option<Records>,
    /// What is wrong with its data.
    faults: Vec<Diagnostic>,
}

/// The sheets of a document that is data.
struct Records {
    sheets: Vec<Range<usize>>,
    is_foreign: bool,
}

/// The nodes of a document that is data.
fn data(source: &Source, schemas: &Schemas) -> Option<(Language, Tree)> {
    let is_text = source.layout.is_none() && !html::is_page(&source.name, &source.text);
    is_text.then(|| data::detect(&source.name, &source.text, schemas)).flatten()
}

/// The blocks of a text, a page, data, or of what was taken out of a container.
fn cut<'s>(source: &Source, data: Option<(Language, Tree)>, schemas: &'s Schemas, template: u16) -> Cut<'s> {
    let text = &source.text;
    if let Some(layout) = &source.layout {
        return Cut { blocks: blocks::split_layout(text, layout, schemas), ..Cut::default() };
    }
    if html::is_page(&source.name, text) {
        let html::Page { blocks, hidden, tags } = html::split(text, schemas);
        return Cut { blocks, hidden, tags, page: true, ..Cut::default() };
    }
    if let Some((language, tree)) = data {
        let data::Data { blocks, sheets, coded, is_foreign } = data::split(text, &tree, schemas, template);
        let faults = tree.fault.iter().map(|fault| fault.finding(text, language, false)).collect();
        return Cut { blocks, coded, data: Some(Records { sheets, is_foreign }), faults, ..Cut::default() };
    }
    let data::FrontMatter { blocks, coded, fault } = data::front_matter(text, schemas, template);
    let faults = fault.iter().map(|fault| fault.finding(text, Language::Yaml, true)).collect();
    Cut { blocks: blocks::split(text, blocks, schemas), coded, faults, ..Cut::default() }
}

/// The sheets of a document; what belongs to its pages is marked on the way.
fn divide(source: &Source, cut: &mut Cut<'_>, schemas: &Schemas, told: Option<u16>) -> Division {
    if let Some(data) = &cut.data {
        return sheets::of_data(&data.sheets, told.unwrap_or(schemas.generic()));
    }
    let (text, blocks) = (&source.text, &mut cut.blocks);
    blocks::mark(text, blocks, schemas, told);
    let divided = sheets::divide(text, blocks, schemas, told);
    if blocks::mark_chrome(text, blocks, &known(&divided.sheets, schemas), schemas) {
        return sheets::divide(text, blocks, schemas, told);
    }
    divided
}

fn draft<'a>(
    entries: &Entries,
    place: &SheetRef<'a>,
    schemas: &'a Schemas,
    document: &mut Document,
    options: &Options,
) -> Draft<'a> {
    let mut draft = assemble(entries, place.source, schemas, place.template, document, options.infer);
    document.complete(&mut draft, entries, place, schemas, options.infer);
    draft
}

/// The bytes of a sheet, from its first word to its last.
fn span(blocks: &[Block<'_>], range: &Range<usize>, text: &str) -> Span {
    let all = blocks[range.clone()].iter().map(|block| block.span).reduce(Span::to).unwrap_or_default();
    blocks::trim(text, all)
}

/// The ledger of the document: what the sheets claim, then the furniture outside them, what belongs to the site wherever it
/// stands, and the tags of a page.
fn ledger(
    source: &Source,
    blocks: &[Block<'_>],
    drafts: &[(SheetBlocks, Span, Draft<'_>)],
    hidden: Vec<Span>,
    tags: Vec<Span>,
) -> Ledger {
    let claim = |class| move |span| Claim { span, class, field: None };
    let of_sheets = drafts.iter().flat_map(|(_, _, draft)| draft.claims.iter().copied());
    let mut claims: Vec<Claim> = hidden.into_iter().map(claim(Class::Outside)).chain(of_sheets).collect();
    let mut inside = drafts.iter().map(|(sheet, _, _)| sheet.blocks.clone()).peekable();
    let mut is_foot = false;
    for (at, block) in blocks.iter().enumerate() {
        while inside.next_if(|sheet| sheet.end <= at).is_some() {
            is_foot = true;
        }
        let outside = inside.peek().is_none_or(|sheet| at < sheet.start);
        // Credits that introduce nobody, below the last slide of a deck.
        is_foot &= outside && (block.is_blank() || block.is_furniture() || block.is(Role::Credit));
        let class = match block.mark {
            blocks::Mark::None if is_foot && block.is(Role::Credit) => Class::Furniture,
            blocks::Mark::None | blocks::Mark::Notice => continue,
            blocks::Mark::Furniture { .. } => Class::Furniture,
            blocks::Mark::Boilerplate => Class::Boilerplate,
            blocks::Mark::Outside => Class::Outside,
        };
        if outside || class == Class::Outside {
            claims.push(claim(class)(block.span));
        }
    }
    claims.extend(tags.into_iter().map(claim(Class::Markup)));
    let citations = drafts.iter().flat_map(|(_, _, draft)| draft.citations.iter().copied()).collect();
    let sheets: Vec<Range<usize>> = drafts.iter().map(|(_, span, _)| span.start..span.end).collect();
    Ledger::settle(claims, citations, &sheets, source.text.len())
}

fn finish(
    source: &Source,
    schemas: &Schemas,
    options: &Options,
    ledger: &Ledger,
    sheet: SheetBlocks,
    span: Span,
    draft: Draft<'_>,
) -> Sheet {
    let template = &schemas.templates[usize::from(sheet.template)];
    let text = &source.text;
    let unassigned = unassigned(ledger, span, text);
    let seen = Seen::Sheet(&draft);
    let record = &draft.record;
    let context = Context { text, schemas, template, record, seen, options, sheet: span, unassigned };
    let findings = checks::check(&context);
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

/// The text of a sheet that nobody claimed, without white space; tags inside it part nothing.
fn unassigned(ledger: &Ledger, sheet: Span, text: &str) -> Vec<Span> {
    let claims = ledger.claims();
    let first = claims.partition_point(|claim| claim.span.end <= sheet.start);
    let mut found: Vec<Span> = Vec::new();
    let mut goes_on = false;
    for Claim { span, class, .. } in claims[first..].iter().take_while(|claim| claim.span.start < sheet.end) {
        let blank = span.of(text).chars().all(is_blank);
        let tag = *class == Class::Markup && span.of(text).starts_with('<') && !span.of(text).contains('\n');
        match found.last_mut() {
            _ if blank || tag => goes_on &= !span.of(text).contains('\n'),
            Some(last) if goes_on && *class == Class::Unassigned => last.end = blocks::trim(text, *span).end,
            _ if *class == Class::Unassigned => {
                found.push(blocks::trim(text, *span));
                goes_on = true;
            }
            _ => goes_on = false,
        }
    }
    found
}

/// Findings about the document as a whole.
fn whole(
    source: &Source,
    schemas: &Schemas,
    refused: &[Refusal],
    mut findings: Vec<Diagnostic>,
    empty: bool,
) -> Vec<Diagnostic> {
    if source.encoding == Encoding::Windows1252 {
        findings.push(Diagnostic::whole(Finding::DecodedAs { encoding: source.encoding.name() }));
    }
    findings.extend(source.layout.iter().flat_map(|layout| noted(&layout.notes)));
    findings.extend(refused.iter().map(|refusal| match *refusal {
        Refusal::Blank(place) => Diagnostic::at(Finding::BlankTemplate, place),
        Refusal::Apart(place) => Diagnostic::at(Finding::LabelsApart, place),
        Refusal::SideBySide(place) => Diagnostic::at(Finding::LabelsSideBySide, place),
        Refusal::Reversed(place) => Diagnostic::at(Finding::ValuesFirst, place),
        Refusal::Other(place, sign) => Diagnostic::at(Finding::OtherDocument { sign }, place),
    }));
    if empty && !findings.iter().any(|finding| finding.finding.says_why_no_sheet()) {
        findings.push(Diagnostic::whole(Finding::NoSheet { looked_for: looked_for(schemas) }));
    }
    findings
}

/// What the user should know of a container.
fn noted(notes: &Notes) -> Vec<Diagnostic> {
    let unread = notes.unread.iter().map(|(part, count)| (*part, *count)).collect::<Vec<_>>();
    let hidden = (!notes.hidden.is_empty()).then(|| Finding::HiddenRead { parts: notes.hidden.clone() });
    let blank = (!notes.blank_pages.is_empty()).then(|| Finding::PagesWithoutText { pages: notes.blank_pages.clone() });
    let unread = (!unread.is_empty()).then_some(Finding::NotRead { parts: unread });
    [blank, hidden, unread].into_iter().flatten().map(Diagnostic::whole).collect()
}

/// What would have made a sheet of the document: the start marks, and examples of labels.
fn looked_for(schemas: &Schemas) -> Vec<String> {
    let starts = schemas.templates.iter().flat_map(|template| template.starts.iter().map(ToString::to_string));
    let examples = [Field::Title, Field::Description, Field::TargetGroups];
    let language = schemas.fallback();
    let labels = examples.iter().filter_map(|field| language?.heading(*field).map(str::to_owned));
    starts.chain(labels).collect()
}
