//! Tables that list something inside the value of a label: objectives with their indicators, target groups with their numbers.

use super::Reader;
use crate::blocks::{Block, Shape, cells, meanings, trim};
use crate::explain::{Went, Why};
use crate::hashed::HashMap;
use crate::ledger::Class;
use crate::sheets::{LineShape, Opener, Style};

/// Rows of such a table at least, of two columns and of more.
const ROWS_OF_TWO: usize = 2;
const ROWS: usize = 1;

/// What a line of such a table is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// It names the columns.
    Names,
    /// It is a row.
    Row,
}

impl<'s> Reader<'_, 's> {
    /// The lines of the tables whose rows begin with no label, by the start of their blocks. A rule stands below the names of their columns.
    pub(super) fn inner_tables(&self) -> HashMap<usize, Part> {
        let blocks = &self.blocks[self.sheet.blocks.clone()];
        let mut parts = HashMap::default();
        let mut at = 0;
        while let Some(rule) = blocks[at..].iter().position(|block| block.shape == Shape::Rule).map(|found| at + found)
        {
            let length = blocks[rule + 1..].iter().take_while(|block| block.is_row()).count();
            at = rule + 1 + length;
            let names = rule.checked_sub(1).filter(|names| self.has_columns_drawn(blocks, *names));
            let Some(names) = names.filter(|names| self.lists(&blocks[*names], &blocks[rule + 1..at])) else {
                continue;
            };
            parts.insert(blocks[names].span.start, Part::Names);
            parts.extend(blocks[rule + 1..at].iter().map(|block| (block.span.start, Part::Row)));
        }
        parts
    }

    /// Whether a line with bars stands above a rule with bars.
    fn has_columns_drawn(&self, blocks: &[Block<'_>], names: usize) -> bool {
        let drawn = |block: &Block<'_>| block.span.of(self.text).contains('|');
        blocks[names].is_row() && blocks[names..].iter().take(2).all(drawn)
    }

    /// Whether the rows of a table list something, and are no fields: hardly one begins with a label.
    fn lists(&self, names: &Block<'s>, rows: &[Block<'s>]) -> bool {
        let begins = |row: &&Block<'s>| {
            let first = cells(self.text, row).first().copied().unwrap_or_default();
            !meanings(self.schemas, first.of(self.text)).is_empty()
        };
        let labels = rows.iter().filter(begins).count();
        if matches!(names.shape, Shape::Row { .. }) {
            return labels == 0 && rows.len() >= ROWS_OF_TWO;
        }
        labels * 2 < rows.len() && rows.len() >= ROWS
    }

    /// Adds a line of a table to the text or list that it stands in.
    pub(super) fn table_line(&mut self, block: &Block<'s>) -> bool {
        let Some(part) = self.tables.get(&block.span.start).copied() else { return false };
        let columns = cells(self.text, block);
        let (Some(first), Some(last)) = (columns.first(), columns.last()) else { return false };
        let (inside, whole) = (first.to(*last), trim(self.text, block.span));
        match self.current().filter(|_| self.open).map(|entry| entry.opener) {
            // The rows of two columns below a heading that nobody knows are fields that nobody knows.
            Some(Opener::Section { .. }) if columns.len() > 2 => self.add(whole, LineShape::Row, self.gap),
            Some(Opener::Label { style: Style::Line, .. }) if self.in_free_text() => {
                self.add(whole, LineShape::Row, self.gap);
            }
            Some(Opener::Label { style: Style::Line, .. }) if self.in_list() => match part {
                Part::Names => {
                    self.notes.take(inside, Went::Heading, Why::Groups);
                    columns.iter().for_each(|cell| self.claim(*cell, Class::Label));
                }
                Part::Row => self.add(inside, LineShape::Row, self.gap),
            },
            _ => return false,
        }
        true
    }

    /// Whether the open label has text of its own, and no links.
    fn in_free_text(&self) -> bool {
        self.current_label().is_some_and(|label| label.holds_text() && !label.leads_further())
    }
}
