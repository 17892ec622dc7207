//! Labels that documents of another kind have, and no sheet.

use std::collections::HashSet;

use super::Finder;
use crate::blocks::{Block, Shape};
use crate::source::Span;

/// How many of them a document of another kind has at least, and one in which a label names what it is about.
const FOREIGN: usize = 2;
const FOREIGN_TITLED: usize = 3;

impl Finder<'_> {
    /// The first of several labels that no sheet has: `Apologies:`, `Deadline for applications:`.
    pub(super) fn foreign_labels(&self, blocks: &[Block<'_>], titled: bool) -> Option<Span> {
        let mut kinds = HashSet::new();
        let mut first = None;
        for body in blocks.iter().filter_map(line) {
            for part in body.of(self.text).split(". ") {
                let Some(label) = self.schemas.foreign_label(part) else { continue };
                first.get_or_insert(body);
                kinds.insert(label);
            }
        }
        let wanted = if titled { FOREIGN_TITLED } else { FOREIGN };
        first.filter(|_| kinds.len() >= wanted)
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
