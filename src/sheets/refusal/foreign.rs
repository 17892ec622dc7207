//! Labels that documents of another kind have, and no sheet.

use std::collections::HashMap;

use super::Finder;
use super::appeal::Appeals;
use super::scores::bracketed;
use crate::blocks::{Block, Shape, cells};
use crate::diagnostic::Sign;
use crate::schemas::{DocumentKind, is_number};
use crate::sheets::Entries;
use crate::source::{Span, three_spaces, wide_parts};

/// How many signs a document of another kind has at least, and one in which a label names what it is about.
const FOREIGN: usize = 2;
const FOREIGN_TITLED: usize = 3;
/// How many labels that a sheet may have, too, count as much as one that it never has.
const OWN: usize = 2;
/// Figures of a count at most: more are a year.
const COUNT: usize = 3;
/// Lines of a page that end in counts, at least, for these to be a sign.
const COUNTED_LINES: usize = 8;
/// Cells of a row, and columns of a line, that are looked at.
const CELLS: usize = 12;
/// Kinds of results that a line counts at least, and the name of the sign that this is.
const COUNTS: usize = 3;
const COUNTED: &str = "(#)";
const COUNTED_OF: &[DocumentKind] = &[DocumentKind::Search, DocumentKind::Other];

impl Finder<'_> {
    /// The first of several signs that no sheet has: labels such as `Apologies:` or `Salary:`, and what asks people to apply or to come.
    pub(super) fn foreign(&self, blocks: &[Block<'_>], entries: &Entries, titled: bool) -> Option<(Span, Sign)> {
        let mut labels: HashMap<String, ForeignLabel<'_>> = HashMap::new();
        let mut appeals = Appeals::default();
        let mut counted = None;
        for (block, body) in blocks.iter().filter_map(|block| Some((block, line(block)?))) {
            self.look_for_appeals(body, &mut appeals);
            if counts_results(body.of(self.text)) {
                counted.get_or_insert(body);
            }
            // `Deadline`, in a cell of a row with the day beside it, or parted from it by spaces.
            let cells = cells(self.text, block);
            let cells = cells.iter().take(CELLS).map(|cell| cell.of(self.text));
            let columns = three_spaces(body.of(self.text)).map(|_| wide_parts(body.of(self.text)).take(CELLS));
            let glued = glued(body.of(self.text));
            for part in body.of(self.text).split(". ").chain(cells).chain(columns.into_iter().flatten()).chain(glued) {
                if let Some((label, kinds)) = self.schemas.foreign_label(part) {
                    labels.entry(label).or_insert((body, kinds));
                }
            }
        }
        let mut counts = blocks.iter().map(Block::body).filter(|body| is_counted(body.of(self.text)));
        let counted = counted.or_else(|| counts.nth(COUNTED_LINES - 1));
        labels.extend(counted.map(|body| (COUNTED.to_owned(), (body, COUNTED_OF))));
        self.look_for_appointments(entries, &mut appeals);
        let wanted = if titled { FOREIGN_TITLED } else { FOREIGN };
        let (shared, own): (Vec<_>, Vec<_>) =
            labels.into_values().partition(|(_, kinds)| kinds.iter().all(|kind| kind.may_be_of_a_sheet()));
        let of = |kind| shared.iter().copied().filter(|(_, kinds)| kinds.contains(&kind)).collect::<Vec<_>>();
        let shared = DocumentKind::ALL.into_iter().map(of).max_by_key(Vec::len).unwrap_or_default();
        let enough = OWN * (own.len() + appeals.count()) + shared.len() >= OWN * wanted;
        let appeal = || appeals.first.map(|place| (place, Sign::Appeal));
        let told = most_of_a_kind(&[own, shared].concat()).or_else(appeal);
        told.filter(|_| enough)
    }
}

/// A label of documents of other kinds: where it stands, and of which.
type ForeignLabel<'k> = (Span, &'k [DocumentKind]);

/// The kind of document that most labels are of, and where the first of all stands.
fn most_of_a_kind(labels: &[ForeignLabel<'_>]) -> Option<(Span, Sign)> {
    let first = labels.iter().map(|(place, _)| *place).min_by_key(|place| place.start)?;
    let of = |kind: &DocumentKind| labels.iter().filter(|(_, kinds)| kinds.contains(kind)).count();
    let kind = DocumentKind::ALL.into_iter().rev().max_by_key(of).unwrap_or(DocumentKind::Other);
    Some((first, Sign::LabelsOf(kind)))
}

/// The words of a block that may begin with a label; of a row the whole.
fn line(block: &Block<'_>) -> Option<Span> {
    match block.shape {
        Shape::Blank { .. } | Shape::Rule | Shape::Key { .. } => None,
        Shape::Row { label, body } => Some(label.to(body)),
        _ => Some(block.body()),
    }
}

/// The word that a line begins with, if its value stands behind it without a space, as a copied page has it: `Mittelherkunft` of
/// `MittelherkunftStiftung`.
fn glued(line: &str) -> Option<&str> {
    let word = line.split_whitespace().next()?;
    let small = |at: usize| word[..at].ends_with(char::is_lowercase);
    let hump = |(at, c): (usize, char)| (small(at) && (c.is_uppercase() || c == '>')).then_some(at);
    word.char_indices().find_map(hump).map(|at| &word[..at])
}

/// Whether a line counts the results of a search by their kind: `Older people (21) · Young people (18) · All (39)`.
fn counts_results(line: &str) -> bool {
    line.contains('(') && line.split(['·', '|', ',', ';']).filter(|part| is_counted(part.trim())).count() >= COUNTS
}

/// `Older people (21)`, and no `European Fund (2018)`.
fn is_counted(words: &str) -> bool {
    bracketed(words).is_some_and(|inner| is_number(inner, COUNT))
}
