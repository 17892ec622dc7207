//! Labels side by side on one line, with their values in the same columns of the next.

use crate::blocks::{Block, Shape};
use crate::schemas::Schemas;
use crate::source::{Span, two_spaces};

/// Columns by which a value may begin beside its label.
const SLACK: usize = 1;
/// What parts the columns of a line.
const GAP: &str = "  ";

/// The parts of a line between wide gaps: `Start      End` has two.
pub fn parts(text: &str, body: Span) -> Vec<Span> {
    let cells = body.of(text).split(['\t', '\u{a0}']).flat_map(|part| part.split(GAP)).map(str::trim);
    cells.filter(|cell| !cell.is_empty()).map(|cell| Span::of_slice(text, cell)).collect()
}

/// The parts of a line that may be made of labels.
pub fn row(text: &str, block: &Block<'_>) -> Option<Vec<Span>> {
    let Shape::Prose { body } = block.shape else { return None };
    let raw = body.of(text);
    two_spaces(raw).filter(|_| block.whole.is_empty())?;
    let several = raw.split(GAP).filter(|part| !part.trim().is_empty()).count() > 1;
    let parts = if several { parts(text, body) } else { return None };
    // `End date:    ongoing` is a label and its value.
    let ends_as_label = |part: &Span| part.of(text).ends_with(':');
    (parts.iter().all(ends_as_label) || !parts.iter().any(ends_as_label)).then_some(parts)
}

/// The values below a line of labels: as many, each from the column of its label on, on a line that nothing goes on with.
pub fn values(text: &str, blocks: &[Block<'_>], at: usize, labels: &[Span], schemas: &Schemas) -> Option<Vec<Span>> {
    let below = blocks.get(at + 1)?;
    let Shape::Prose { body } = below.shape else { return None };
    let single = blocks.get(at + 2).is_none_or(Block::is_blank);
    let values = parts(text, body);
    let column = |block: &Block<'_>, cell: &Span| text[block.span.start..cell.start].chars().count();
    let mut pairs = labels.iter().zip(&values);
    let aligned = values.len() == labels.len()
        && pairs.all(|(label, value)| column(&blocks[at], label).abs_diff(column(below, value)) <= SLACK);
    // Below labels that have no values stand more labels.
    let told = values.iter().any(|value| !schemas.is_label(value.of(text)));
    (single && aligned && told).then_some(values)
}
