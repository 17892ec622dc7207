//! Assessments: labels with scores beside them.

use std::collections::HashSet;

use super::{Finder, RUN};
use crate::blocks::{Block, cells};
use crate::schemas::fold;
use crate::source::Span;

/// Scores beside a label at least.
const SCORES: usize = 2;

impl Finder<'_> {
    /// The first of several rows of a table in which a label has nothing but figures beside it: `Results | 20 % | 4 | 1`.
    pub(super) fn scores(&self, blocks: &[Block<'_>]) -> Option<Span> {
        let scored: Vec<Span> = blocks.iter().filter_map(|block| self.scored(block)).collect();
        let labels: HashSet<String> = scored.iter().map(|label| fold(label.of(self.text))).collect();
        scored.first().copied().filter(|_| labels.len() >= RUN)
    }

    /// The label of a row, if all its other cells are figures.
    fn scored(&self, block: &Block<'_>) -> Option<Span> {
        let cells = cells(self.text, block);
        let (label, scores) = cells.split_first()?;
        let all = scores.iter().all(|score| is_figure(score.of(self.text)));
        (scores.len() >= SCORES && all && self.is_label(label.of(self.text))).then_some(*label)
    }
}

/// `4`, `3,65`, `20 %`, `4/5`
fn is_figure(words: &str) -> bool {
    let figures = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '%' | '/' | ' ' | '*');
    words.contains(|c: char| c.is_ascii_digit()) && words.chars().all(figures)
}
