//! Where every byte of a document went.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::ops::Range;

use crate::practice::Field;
use crate::source::Span;

/// What a byte of the document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// Part of a value.
    Value,
    /// A label, or a heading that names a field.
    Label,
    /// A heading that names no field.
    Heading,
    /// A page header or footer.
    Furniture,
    /// A disclaimer, a licence, a funder's notice.
    Boilerplate,
    /// A tag, bullet, bar or separator.
    Markup,
    /// White space, a line end, a byte-order mark.
    Blank,
    /// Text before, between or after the sheets.
    Outside,
    /// Text inside a sheet that no field took.
    Unassigned,
}

impl Class {
    /// Every class, in the order in which totals are shown.
    pub const ALL: [Class; 9] = [
        Class::Value,
        Class::Label,
        Class::Heading,
        Class::Furniture,
        Class::Boilerplate,
        Class::Markup,
        Class::Blank,
        Class::Outside,
        Class::Unassigned,
    ];

    /// The name that reports use.
    pub const fn name(self) -> &'static str {
        match self {
            Class::Value => "value",
            Class::Label => "label",
            Class::Heading => "heading",
            Class::Furniture => "furniture",
            Class::Boilerplate => "boilerplate",
            Class::Markup => "markup",
            Class::Blank => "blank",
            Class::Outside => "outside",
            Class::Unassigned => "unassigned",
        }
    }
}

/// A stretch of the document with its class and, where it has one, the field it belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Claim {
    /// The bytes.
    pub span: Span,
    /// What they are.
    pub class: Class,
    /// The field whose value or label they are.
    pub field: Option<Field>,
}

/// A stretch that a value uses although another owns it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Citation {
    /// The bytes.
    pub span: Span,
    /// The field that uses them.
    pub field: Field,
}

/// A part of the document in the ledger's finest grain: white space stands apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The bytes.
    pub span: Span,
    /// What they are.
    pub class: Class,
    /// The field whose value or label they are.
    pub field: Option<Field>,
    /// The fields that use them although another owns them.
    pub cited_by: Vec<Field>,
}

/// Where every byte of a document went: claims that tile the text, and citations over them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ledger {
    claims: Vec<Claim>,
    citations: Vec<Citation>,
    /// Length of the longest citation: how far back a search must look.
    reach: usize,
}

impl Ledger {
    /// Settles `claims` over a text of `length` bytes.
    ///
    /// What two claim belongs to the one made first. What none claims is `Unassigned` inside `sheets` and `Outside` elsewhere.
    pub fn settle(claims: &[Claim], mut citations: Vec<Citation>, sheets: &[Range<usize>], length: usize) -> Self {
        citations.sort_unstable();
        citations.dedup();
        let reach = citations.iter().map(|citation| citation.span.len()).max().unwrap_or(0);
        Self { claims: fill(disjoint(claims, length), sheets, length), citations, reach }
    }

    /// The claims: in order, without a gap, from the first byte to the last. White space inside them is not told apart.
    pub fn claims(&self) -> &[Claim] {
        &self.claims
    }

    /// The citations, in order.
    pub fn citations(&self) -> &[Citation] {
        &self.citations
    }

    /// Every byte of `text` once, with white space told apart and citations attached.
    pub fn entries<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Entry> + 'a {
        self.claims.iter().flat_map(move |claim| {
            let cuts = self.cuts(claim.span);
            cuts.into_iter().flat_map(move |part| self.split_blanks(text, part, *claim))
        })
    }

    /// How many bytes of `text` each class has, in the order of [`Class::ALL`].
    pub fn totals(&self, text: &str) -> [(Class, usize); 9] {
        let mut totals = Class::ALL.map(|class| (class, 0));
        for claim in &self.claims {
            let blank: usize = claim.span.of(text).chars().filter(|c| is_blank(*c)).map(char::len_utf8).sum();
            totals[claim.class as usize].1 += claim.span.len() - blank;
            totals[Class::Blank as usize].1 += blank;
        }
        totals
    }

    /// Cuts a claim where a citation begins or ends.
    fn cuts(&self, span: Span) -> Vec<Span> {
        let mut at: Vec<usize> = self
            .touching(span)
            .flat_map(|citation| [citation.span.start, citation.span.end])
            .filter(|&offset| span.start < offset && offset < span.end)
            .chain([span.start, span.end])
            .collect();
        at.sort_unstable();
        at.dedup();
        at.windows(2).map(|pair| Span::new(pair[0], pair[1])).collect()
    }

    fn touching(&self, span: Span) -> impl Iterator<Item = &Citation> {
        let begin = self.citations.partition_point(|citation| citation.span.start + self.reach <= span.start);
        let end = self.citations.partition_point(|citation| citation.span.start < span.end);
        self.citations[begin..end.max(begin)].iter().filter(move |citation| citation.span.end > span.start)
    }

    fn split_blanks<'a>(&'a self, text: &'a str, part: Span, claim: Claim) -> impl Iterator<Item = Entry> + 'a {
        let mut cited_by: Vec<Field> = self.touching(part).map(|citation| citation.field).collect();
        cited_by.sort_unstable();
        cited_by.dedup();
        Runs { text, at: part.start, end: part.end }.map(move |(span, blank)| {
            if blank {
                return Entry { span, class: Class::Blank, field: None, cited_by: Vec::new() };
            }
            Entry { span, class: claim.class, field: claim.field, cited_by: cited_by.clone() }
        })
    }
}

/// Whether a character is `blank` wherever it stands.
pub fn is_blank(c: char) -> bool {
    c.is_whitespace() || c == '\u{feff}'
}

/// Runs of white space and of anything else, in turn.
struct Runs<'a> {
    text: &'a str,
    at: usize,
    end: usize,
}

impl Iterator for Runs<'_> {
    type Item = (Span, bool);

    fn next(&mut self) -> Option<Self::Item> {
        let rest = self.text.get(self.at..self.end)?;
        let blank = is_blank(rest.chars().next()?);
        let length = rest.find(|c| is_blank(c) != blank).unwrap_or(rest.len());
        let span = Span::new(self.at, self.at + length);
        self.at = span.end;
        Some((span, blank))
    }
}

/// Puts the claims in order; what two want belongs to the one made first.
pub(crate) fn disjoint(claims: &[Claim], length: usize) -> Vec<Claim> {
    let mut starts: Vec<usize> = (0..claims.len()).filter(|nth| !claims[*nth].span.is_empty()).collect();
    starts.sort_unstable_by_key(|nth| claims[*nth].span.start);
    let mut starts = starts.into_iter().peekable();
    // Those that have begun and not ended, as far as is known; the one made first on top.
    let mut open: BinaryHeap<Reverse<usize>> = BinaryHeap::new();
    let mut settled = Settled { claims, parts: Vec::with_capacity(claims.len()), last: None };
    let mut at = 0;
    while at < length {
        while let Some(nth) = starts.next_if(|nth| claims[*nth].span.start <= at) {
            open.push(Reverse(nth));
        }
        let next = starts.peek().map_or(length, |nth| claims[*nth].span.start.min(length));
        match open.peek() {
            Some(Reverse(first)) if claims[*first].span.end <= at => _ = open.pop(),
            Some(Reverse(first)) => {
                let end = claims[*first].span.end.min(next);
                settled.push(*first, Span::new(at, end));
                at = end;
            }
            None => at = next,
        }
    }
    settled.parts
}

/// The parts of claims that they keep, in order.
struct Settled<'c> {
    claims: &'c [Claim],
    parts: Vec<Claim>,
    /// Whose part the last one is.
    last: Option<usize>,
}

impl Settled<'_> {
    fn push(&mut self, nth: usize, span: Span) {
        match self.parts.last_mut() {
            Some(part) if self.last == Some(nth) && part.span.end == span.start => part.span.end = span.end,
            _ => self.parts.push(Claim { span, ..self.claims[nth] }),
        }
        self.last = Some(nth);
    }
}

/// Fills the gaps between the claims.
fn fill(claims: Vec<Claim>, sheets: &[Range<usize>], length: usize) -> Vec<Claim> {
    let mut tiled = Vec::with_capacity(claims.len() * 2 + 1);
    let mut at = 0;
    for claim in claims {
        unclaimed(Span::new(at, claim.span.start), sheets, &mut tiled);
        at = claim.span.end;
        tiled.push(claim);
    }
    unclaimed(Span::new(at, length), sheets, &mut tiled);
    tiled
}

fn unclaimed(gap: Span, sheets: &[Range<usize>], tiled: &mut Vec<Claim>) {
    let mut at = gap.start;
    let mut push = |start: usize, end: usize, class| {
        if start < end {
            tiled.push(Claim { span: Span::new(start, end), class, field: None });
        }
    };
    let first = sheets.partition_point(|sheet| sheet.end <= gap.start);
    for sheet in sheets[first..].iter().take_while(|sheet| sheet.start < gap.end) {
        let (start, end) = (sheet.start.max(at), sheet.end.min(gap.end));
        push(at, start, Class::Outside);
        push(start, end, Class::Unassigned);
        at = end;
    }
    push(at, gap.end, Class::Outside);
}
