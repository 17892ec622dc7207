//! Tables with a column of questions or instructions beside the labels and the answers: `Field | Guiding question | Answer`.

use super::labels::Labels;
use super::{Block, LabelAt, Shape, cells, is_question_mark};
use crate::hashed::HashSet;
use crate::ledger::Class;
use crate::schemas::Schemas;
use crate::source::Span;

/// Labels of different wordings that make a form of a table.
const LABELS: usize = 3;
/// Cells that ask that make a column of questions.
const QUESTIONS: usize = 3;

/// A row of three cells.
struct Row<'s> {
    /// The position of its block.
    at: usize,
    label: Span,
    /// The second and the third cell.
    cells: [Span; 2],
    labels: Vec<LabelAt<'s>>,
}

/// Makes rows of label and answer of those that have a question between the two or behind them.
pub fn rows<'s>(text: &str, blocks: &mut [Block<'s>], schemas: &'s Schemas) {
    let mut labels = Labels::new(text, schemas);
    let rows: Vec<Row<'_>> = (0..blocks.len()).filter_map(|at| row(text, blocks, at, &mut labels)).collect();
    let together =
        |first: &Row<'_>, next: &Row<'_>| blocks[first.at + 1..next.at].iter().all(|block| block.shape == Shape::Rule);
    let tables: Vec<&[Row<'_>]> = rows.chunk_by(together).collect();
    let columns: Vec<Option<usize>> = tables.iter().map(|table| questions(text, table, schemas)).collect();
    for (table, column) in tables.into_iter().zip(columns) {
        let Some(asked) = column else { continue };
        // The first row may name the columns.
        for row in table.iter().skip_while(|row| !is_known(row) && !asks(row.cells[asked].of(text), asked, schemas)) {
            let block = &mut blocks[row.at];
            block.shape = Shape::Row { label: row.label, body: row.cells[1 - asked] };
            block.before = Some((row.cells[asked], Class::Label)).filter(|(cell, _)| !cell.is_empty());
            block.labels.clone_from(&row.labels);
        }
    }
}

fn row<'s>(text: &str, blocks: &[Block<'s>], at: usize, labels: &mut Labels<'_, 's>) -> Option<Row<'s>> {
    let [label, second, third] = cells(text, &blocks[at])[..] else { return None };
    blocks[at].before.is_none().then(|| Row { at, label, cells: [second, third], labels: labels.of_cell(label) })
}

/// Which of the second and third columns has a question or instruction in most of its cells, in a table that begins with labels.
fn questions(text: &str, table: &[Row<'_>], schemas: &Schemas) -> Option<usize> {
    let known: HashSet<&str> = table.iter().filter(|row| is_known(row)).map(|row| row.label.of(text)).collect();
    if known.len() < LABELS || known.len() * 2 < table.len() {
        return None;
    }
    let asked = |column: usize| {
        let words = table.iter().map(|row| row.cells[column].of(text));
        let (asking, others): (Vec<_>, Vec<_>) =
            words.filter(|words| !words.is_empty()).partition(|words| asks(words, column, schemas));
        asking.len() >= QUESTIONS && asking.len() >= others.len()
    };
    match [asked(0), asked(1)] {
        [true, false] => Some(0),
        [false, true] => Some(1),
        _ => None,
    }
}

fn is_known(row: &Row<'_>) -> bool {
    row.labels.iter().any(LabelAt::is_known)
}

/// Whether a cell tells what to write beside it: `Who will benefit?`, `(max. 500 characters)`, `Please describe …`.
/// Behind an answer brackets hold a part of it.
fn asks(cell: &str, column: usize, schemas: &Schemas) -> bool {
    let bracketed = column == 0 && cell.starts_with(['(', '[']) && cell.ends_with([')', ']']);
    bracketed || cell.ends_with(is_question_mark) || schemas.instructs(cell)
}
