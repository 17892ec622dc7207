//! Rows of a table whose narrow cells were cut in two, both of them: `Partners and other   Sample School; Water`, and below it
//! `bodies   Works of Sample`, with a tab between.

use super::aligned::joint_label;
use super::labels::Labels;
use super::{Block, LabelAt, Shape};
use crate::ledger::Class;
use crate::schemas::{Known, Role, Schemas, fold};
use crate::source::Span;

/// Makes one label of the two parts of each such label; what stands beside the second goes on with the value of the first.
pub fn lay_out<'s>(text: &str, blocks: &mut [Block<'s>], schemas: &'s Schemas) {
    let mut labels = Labels::new(text, schemas);
    let mut cut = false;
    for at in 1..blocks.len() {
        // The rest of a label is the head of no other.
        cut = !cut && join(text, &mut blocks[at - 1..=at], &mut labels, schemas);
    }
}

/// Joins the labels of two rows, if they are the parts of one; whether they are.
fn join<'s>(text: &str, rows: &mut [Block<'s>], labels: &mut Labels<'_, 's>, schemas: &'s Schemas) -> bool {
    let [first, second] = rows else { return false };
    let (Some((head, _)), Some((tail, value))) = (cells(text, first), cells(text, second)) else { return false };
    let cut = head.of(text).ends_with('-');
    let leads_on = cut || ends_in_small_word(head.of(text), schemas);
    if !leads_on && (labels.meanings(tail).has(Role::Label) || labels.meanings(head).has(Role::Label)) {
        return false;
    }
    let Some(known) = joint_label(text, head, tail, schemas) else { return false };
    first.labels = vec![LabelAt::first(head, head, known)];
    second.before = Some((tail, Class::Label));
    second.shape = Shape::Prose { body: value };
    (second.whole, second.labels) = (Known::default(), Vec::new());
    true
}

/// The two cells of a row that a tab parts.
fn cells(text: &str, block: &Block<'_>) -> Option<(Span, Span)> {
    let Shape::Row { label, body } = block.shape else { return None };
    let between = text.get(label.end..body.start)?;
    (between.contains('\t') && block.before.is_none() && !label.is_empty()).then_some((label, body))
}

/// Whether words end with one that leads to another: `Costs and`.
fn ends_in_small_word(words: &str, schemas: &Schemas) -> bool {
    let last = words.rsplit(' ').next().unwrap_or_default();
    schemas.function_words.get(&fold(last)).is_some()
}
