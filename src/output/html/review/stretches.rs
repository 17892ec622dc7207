//! The source, cut so that each stretch lies on one line, is of one class, and belongs to the same values throughout.

use std::collections::BTreeSet;

use super::values::Values;
use crate::ledger::{Claim, Class, Ledger, is_blank};
use crate::practice::Field;
use crate::source::{Source, Span};

/// A stretch of the source.
#[derive(Debug, PartialEq, Eq)]
pub struct Cut {
    /// Its bytes.
    pub span: Span,
    /// What it is.
    pub class: Class,
    /// The field whose value or label it is.
    pub field: Option<Field>,
    /// The numbers of the values that were read from it.
    pub values: Vec<usize>,
}

/// Cuts the source, line after line.
pub struct Cutter<'a> {
    /// The claims that are not behind the last cut.
    claims: &'a [Claim],
    /// Where values begin or end, in order: the offset, whether one begins, its number.
    edges: std::iter::Peekable<std::vec::IntoIter<(usize, bool, usize)>>,
    /// The values at the last cut.
    open: BTreeSet<usize>,
}

impl<'a> Cutter<'a> {
    /// A cutter that stands before the first line.
    pub fn new(ledger: &'a Ledger, values: &Values) -> Self {
        let spans =
            values.read().flat_map(|row| row.spans.iter().map(|span| (*span, row.number().unwrap_or_default())));
        let mut edges: Vec<_> =
            spans.flat_map(|(span, number)| [(span.start, true, number), (span.end, false, number)]).collect();
        // At one place values end before others begin.
        edges.sort_unstable();
        Self { claims: ledger.claims(), edges: edges.into_iter().peekable(), open: BTreeSet::new() }
    }

    /// The stretches of a line, which must lie behind those before.
    pub fn line(&mut self, source: &Source, number: usize) -> Vec<Cut> {
        let Span { start: mut at, end } = source.lines().span(&source.text, number);
        let mut cuts: Vec<Cut> = Vec::new();
        while at < end {
            let cut = self.next(at, end).settled(&source.text);
            at = cut.span.end;
            match cuts.last_mut() {
                Some(last) if last.goes_on_in(&cut) => last.span.end = at,
                _ => cuts.push(cut),
            }
        }
        cuts
    }

    fn next(&mut self, at: usize, end: usize) -> Cut {
        while self.claims.first().is_some_and(|claim| claim.span.end <= at) {
            self.claims = &self.claims[1..];
        }
        while let Some((_, begins, number)) = self.edges.next_if(|edge| edge.0 <= at) {
            if begins {
                self.open.insert(number)
            } else {
                self.open.remove(&number)
            };
        }
        let claim = self.claims.first();
        let edge = self.edges.peek().map_or(end, |edge| edge.0);
        Cut {
            span: Span::new(at, end.min(edge).min(claim.map_or(end, |claim| claim.span.end))),
            class: claim.map_or(Class::Outside, |claim| claim.class),
            field: claim.and_then(|claim| claim.field),
            values: self.open.iter().copied().collect(),
        }
    }
}

impl Cut {
    /// White space is blank, whoever has what stands beside it.
    fn settled(self, text: &str) -> Self {
        let is_blank = self.values.is_empty() && self.span.of(text).chars().all(is_blank);
        if is_blank { Self { class: Class::Blank, field: None, ..self } } else { self }
    }

    fn goes_on_in(&self, next: &Self) -> bool {
        self.class == next.class && self.field == next.field && self.values == next.values
    }
}
