//! Tables that compare practices: marks under the labels of their columns.

use crate::blocks::{Block, Shape, cells};
use crate::source::Span;

/// Columns with a label, and rows with nothing but marks in them, at least.
const COLUMNS: usize = 3;
const ROWS: usize = 3;
/// Rows that are looked at.
const LOOKED_AT: usize = 12;
/// Letters of a mark at most: `✓`, `(✓)`, `n/a`.
const MARK: usize = 3;

/// Whether the rows below a row of labels have marks alone in the columns of these: `Practice | Target group | Aims | Results`, and below it
/// `Open door | ✓ | – | ✓`.
pub fn is_comparison(text: &str, table: &[Block<'_>], is_label: impl Fn(Span) -> bool) -> bool {
    let is_row = |block: &&Block<'_>| matches!(block.shape, Shape::Cells { .. });
    let mut rows = table.iter().filter(|block| block.shape != Shape::Rule).take_while(is_row);
    let Some(names) = rows.next().map(|header| cells(text, header)) else { return false };
    let columns: Vec<usize> = (1..names.len()).filter(|column| is_label(names[*column])).collect();
    let marked = |block: &&Block<'_>| {
        let cells = cells(text, block);
        let marks = columns.iter().filter(|column| cells.get(**column).is_some_and(|cell| is_mark(cell.of(text))));
        marks.count() + 1 >= columns.len()
    };
    columns.len() >= COLUMNS && rows.take(LOOKED_AT).filter(marked).count() >= ROWS
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
