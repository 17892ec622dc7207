//! Labels that documents of another kind have, and no sheet.

use std::collections::HashSet;

use super::Finder;
use super::appeal::Appeals;
use super::scores::bracketed;
use crate::blocks::{Block, Shape, cells};
use crate::diagnostic::Sign;
use crate::sheets::Entries;
use crate::source::Span;

/// How many signs a document of another kind has at least, and one in which a label names what it is about.
const FOREIGN: usize = 2;
const FOREIGN_TITLED: usize = 3;
/// Kinds of results that a line counts at least, and the sign that this is.
const COUNTS: usize = 3;
const COUNTED: &str = "(#)";

impl Finder<'_> {
    /// The first of several signs that no sheet has: labels such as `Apologies:` or `Salary:`, and what asks people to apply or to come.
    pub(super) fn foreign(&self, blocks: &[Block<'_>], entries: &Entries, titled: bool) -> Option<(Span, Sign)> {
        let mut kinds = HashSet::new();
        let mut first = None;
        let mut appeals = Appeals::default();
        for (block, body) in blocks.iter().filter_map(|block| Some((block, line(block)?))) {
            self.look_for_appeals(body, &mut appeals);
            if counts_results(body.of(self.text)) {
                first.get_or_insert((body, Sign::ForeignLabels));
                kinds.insert(COUNTED.to_owned());
            }
            // `Deadline`, in the first cell of a row with the day beside it.
            let cell = cells(self.text, block).first().map(|cell| cell.of(self.text));
            for part in body.of(self.text).split(". ").chain(cell) {
                let Some(label) = self.schemas.foreign_label(part) else { continue };
                first.get_or_insert((body, Sign::ForeignLabels));
                kinds.insert(label);
            }
        }
        self.look_for_appointments(entries, &mut appeals);
        let wanted = if titled { FOREIGN_TITLED } else { FOREIGN };
        first.or(appeals.first.map(|place| (place, Sign::Appeal))).filter(|_| kinds.len() + appeals.count() >= wanted)
    }
}

/// The words of a block that may begin with a label; of a row the whole.
fn line(block: &Block<'_>) -> Option<Span> {
    match block.shape {
        Shape::Blank { .. } | Shape::Rule | Shape::Key { .. } => None,
        Shape::Row { label, body } => Some(label.to(body)),
        _ => Some(block.body()),
    }
}

/// Whether a line counts the results of a search by their kind: `Older people (21) · Young people (18) · All (39)`.
fn counts_results(line: &str) -> bool {
    let counted = |part: &str| {
        let inner = bracketed(part.trim()).unwrap_or_default();
        !inner.is_empty() && inner.bytes().all(|byte| byte.is_ascii_digit())
    };
    line.contains('(') && line.split(['·', '|', ',', ';']).filter(|part| counted(part)).count() >= COUNTS
}
