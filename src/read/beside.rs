//! Who owns which bytes: what the sheets leave, and what of them nobody took.

use std::ops::Range;

use crate::blocks::{self, Block, Mark};
use crate::ledger::{Citation, Claim, Class, Ledger, disjoint, is_blank};
use crate::practice::Draft;
use crate::schemas::Role;
use crate::source::Span;

/// What of a document belongs to no sheet, wherever it stands.
pub struct Beside {
    /// What a page hides; no sheet gets it.
    before: Vec<Claim>,
    /// Furniture, what belongs to the site, and the tags of a page: what no sheet has taken.
    after: Vec<Claim>,
    /// Bytes of the text.
    length: usize,
}

impl Beside {
    /// Sorts out what stands beside the sheets, whose blocks are these, in order.
    pub fn new(
        length: usize,
        blocks: &[Block<'_>],
        sheets: impl Iterator<Item = Range<usize>>,
        hidden: Vec<Span>,
        tags: Vec<Span>,
    ) -> Self {
        let hidden: Vec<Claim> = hidden.into_iter().map(|span| claim(span, Class::Outside)).collect();
        let tags = tags.into_iter().map(|span| claim(span, Class::Markup));
        let after: Vec<Claim> = marked(blocks, sheets).into_iter().chain(tags).collect();
        Self { before: disjoint(&hidden, length), after: disjoint(&after, length), length }
    }

    /// The text of a sheet that nobody claimed, without white space.
    pub fn unassigned(&self, sheet: Span, claims: &[Claim], text: &str) -> Vec<Span> {
        let (before, after) = (within(&self.before, sheet), within(&self.after, sheet));
        let claims = [before, claims, after].concat();
        unassigned(&Ledger::settle(&claims, Vec::new(), &[sheet.into()], self.length), sheet, text)
    }

    /// The ledger of the document: what is hidden, what the sheets claim, then the rest.
    pub fn ledger(self, taken: Taken) -> Ledger {
        let claims = [self.before, taken.claims, self.after].concat();
        Ledger::settle(&claims, taken.citations, &taken.sheets, self.length)
    }
}

/// What all the sheets of a document claim.
#[derive(Default)]
pub struct Taken {
    claims: Vec<Claim>,
    citations: Vec<Citation>,
    sheets: Vec<Range<usize>>,
}

impl Taken {
    /// Adds what a sheet claims.
    pub fn add(&mut self, sheet: Span, draft: &Draft<'_>) {
        self.claims.extend_from_slice(&draft.claims);
        self.citations.extend_from_slice(&draft.citations);
        self.sheets.push(sheet.into());
    }
}

const fn claim(span: Span, class: Class) -> Claim {
    Claim { span, class, field: None }
}

/// The claims, which are in order and apart, that touch a stretch.
fn within(claims: &[Claim], stretch: Span) -> &[Claim] {
    let first = claims.partition_point(|claim| claim.span.end <= stretch.start);
    let end = claims.partition_point(|claim| claim.span.start < stretch.end);
    &claims[first..end.max(first)]
}

/// The furniture outside the sheets, and what belongs to the site wherever it stands.
fn marked(blocks: &[Block<'_>], sheets: impl Iterator<Item = Range<usize>>) -> Vec<Claim> {
    let mut claims = Vec::new();
    let mut inside = sheets.peekable();
    let mut is_foot = false;
    for (at, block) in blocks.iter().enumerate() {
        while inside.next_if(|sheet| sheet.end <= at).is_some() {
            is_foot = true;
        }
        let outside = inside.peek().is_none_or(|sheet| at < sheet.start);
        // Credits that introduce nobody, below the last slide of a deck.
        is_foot &= outside && (block.is_blank() || block.is_furniture() || block.is(Role::Credit));
        let class = match block.mark {
            Mark::None if is_foot && block.is(Role::Credit) => Class::Furniture,
            Mark::None | Mark::Apart => continue,
            Mark::Furniture { .. } => Class::Furniture,
            Mark::Boilerplate => Class::Boilerplate,
            Mark::Outside => Class::Outside,
        };
        if outside || class == Class::Outside {
            claims.push(claim(block.span, class));
        }
    }
    claims
}

/// The text of a sheet that nobody claimed, without white space; tags inside it part nothing.
fn unassigned(ledger: &Ledger, sheet: Span, text: &str) -> Vec<Span> {
    let claims = ledger.claims();
    let first = claims.partition_point(|claim| claim.span.end <= sheet.start);
    let mut found: Vec<Span> = Vec::new();
    let mut goes_on = false;
    for Claim { span, class, .. } in claims[first..].iter().take_while(|claim| claim.span.start < sheet.end) {
        let words = span.of(text);
        let blank = words.chars().all(is_blank);
        let tag = *class == Class::Markup && words.starts_with('<') && !words.contains('\n');
        match found.last_mut() {
            _ if blank || tag => goes_on &= !words.contains('\n'),
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
