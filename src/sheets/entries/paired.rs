//! Labels side by side on one line.

use super::Reader;
use crate::blocks::{Block, Shape, cells, meanings};
use crate::explain::{Went, Why};
use crate::schemas::Known;
use crate::sheets::{Gap, LineShape, Opener, Style, paired};
use crate::source::Span;

/// A known label, its words and what they mean.
type Labelled<'s> = (u16, Span, Known<'s>);

impl<'a> Reader<'a, '_> {
    /// Opens the labels of a line that is made of labels, each with what stands below it; where the values stand otherwise, nobody
    /// can tell whose they are, and they are kept apart.
    pub(super) fn side_by_side(&mut self, at: usize, block: &Block<'_>) -> bool {
        if let Some(pairs) = self.cells_above_values(at, block) {
            pairs.into_iter().for_each(|(label, value)| self.open_cell(label, value));
            self.values_below = Some(at + 1);
            return true;
        }
        let Some(labels) = self.row_of_labels(block) else { return false };
        let words: Vec<Span> = labels.iter().map(|label| label.1).collect();
        let blocks = &self.blocks[..self.sheet.blocks.end];
        match paired::values(self.text, blocks, at, &words, self.schemas) {
            Some(values) => {
                labels.into_iter().zip(values).for_each(|(label, value)| self.open_pair(label, value));
                self.values_below = Some(at + 1);
            }
            None => {
                self.notes.take(block.body(), Went::Unmapped, Why::Unknown);
                self.push(Opener::Unknown { words: block.body() });
            }
        }
        true
    }

    /// The cells of a row that has labels, each with the cell below it, where no label stands.
    fn cells_above_values(&self, at: usize, block: &Block<'_>) -> Option<Vec<(Span, Span)>> {
        let Shape::Cells { .. } = block.shape else { return None };
        let below = self.blocks.get(at + 1).filter(|_| self.generic && at + 1 < self.sheet.blocks.end)?;
        let (labels, values) = (cells(self.text, block), cells(self.text, below));
        let known = |cell: &Span| self.schemas.is_label(cell.of(self.text));
        let paired = labels.len() > 1 && labels.len() == values.len() && labels.iter().any(known);
        (paired && !values.iter().any(known)).then(|| labels.into_iter().zip(values).collect())
    }

    fn open_cell(&mut self, words: Span, value: Span) {
        let known = meanings(self.schemas, words.of(self.text));
        let names = || self.title_label().filter(|_| self.schemas.is_subject(words.of(self.text)));
        match self.own_label(&known).or_else(names) {
            Some(label) => self.open_pair((label, words, known), value),
            None => {
                self.push_unknown(words);
                self.add(value, LineShape::Prose, Gap::None);
            }
        }
    }

    fn row_of_labels(&self, block: &Block<'_>) -> Option<Vec<Labelled<'a>>> {
        let label = |words: Span| {
            let known = meanings(self.schemas, words.of(self.text));
            Some((self.own_label(&known)?, words, known))
        };
        paired::row(self.text, block)?.into_iter().map(label).collect()
    }

    fn open_pair(&mut self, (label, span, known): Labelled<'_>, value: Span) {
        let words = span.trim_matches(self.text, |c| matches!(c, ':' | ' ' | '_'));
        self.push(Opener::Label { label, span, words, style: Style::Row });
        self.notes.take(words, Went::Label(label), known.into());
        self.add(value, LineShape::Prose, Gap::None);
    }
}
