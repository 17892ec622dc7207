//! Lists of practices with a few words of each, and tables that only compare them.

use std::collections::{HashMap, HashSet};

use super::{Finder, RUN, words};
use crate::blocks::{Block, Shape, cells};
use crate::practice::Field;
use crate::schemas::fold;
use crate::sheets::Entries;
use crate::source::Span;

/// How often two labels come again at least.
const AGAIN: usize = 4;
/// Rows with nothing but marks under the labels of a table at least.
const ROWS: usize = 4;
/// Letters of a mark at most: `✓`, `(✓)`, `n/a`.
const MARK: usize = 3;

impl Finder<'_> {
    /// The first of two labels that come again and again, one of which tells of a practice: `Country: … Target group: …` under each
    /// heading. Those of several sheets are told apart by their titles.
    pub(super) fn listing(&self, entries: &Entries) -> Option<Span> {
        let mut again: HashMap<String, (Field, Vec<Span>)> = HashMap::new();
        for entry in &entries.entries {
            let Some((label, place)) = self.label(entry).zip(words(entry)) else { continue };
            again.entry(fold(place.of(self.text))).or_insert((label.field, Vec::new())).1.push(place);
        }
        let many: Vec<&(Field, Vec<Span>)> = again.values().filter(|(_, places)| places.len() >= AGAIN).collect();
        let fields: HashSet<Field> = many.iter().map(|(field, _)| *field).collect();
        let tells = fields.iter().any(|field| matches!(field, Field::TargetGroups | Field::Description | Field::Themes));
        many.iter().map(|(_, places)| places[0]).min_by_key(|place| place.start).filter(|_| fields.len() > 1 && tells)
    }

    /// The first row of a table with labels above its columns, below which rows have marks alone: `Practice | Target group | Results`,
    /// and below it `Open door | ✓ | –`.
    pub(super) fn comparison(&self, blocks: &[Block<'_>]) -> Option<Span> {
        let is_row = |block: &Block<'_>| matches!(block.shape, Shape::Cells { .. });
        let tables = blocks.split(|block| !is_row(block) && block.shape != Shape::Rule);
        tables.into_iter().find_map(|table| {
            let mut rows = table.iter().filter(|block| is_row(block));
            let header = rows.next()?;
            let names = cells(self.text, header);
            let labelled = |column: &usize| self.is_label(names[*column].of(self.text));
            let columns: Vec<usize> = (1..names.len()).filter(labelled).collect();
            let marked = |block: &&Block<'_>| {
                let cells = cells(self.text, block);
                columns.iter().all(|column| cells.get(*column).is_some_and(|cell| is_mark(cell.of(self.text))))
            };
            (columns.len() > RUN && rows.filter(marked).count() >= ROWS).then(|| header.body())
        })
    }
}

/// `✓`, `(✓)`, `–`, `x`, `yes`: a cell that says no more than whether.
fn is_mark(cell: &str) -> bool {
    (1..=MARK).contains(&cell.chars().count()) && !cell.contains(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::is_mark;

    #[test]
    fn marks_say_no_more_than_whether() {
        assert!(["✓", "(✓)", "–", "x", "yes"].into_iter().all(is_mark));
        assert!(!["", "2019", "Open door"].into_iter().any(is_mark));
    }
}
