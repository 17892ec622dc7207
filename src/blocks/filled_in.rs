//! Forms filled in by hand or machine on lines to write on: `Name of the practice ___Night Bus___________`.

use super::labels::Labels;
use super::{Block, LabelAt, Shape, trim};
use crate::ledger::Class;
use crate::schemas::{Known, Schemas};
use crate::source::Span;

/// Underscores that make a line to write on.
const LINE: &str = "___";
/// Labels before such a line with words on it that make a form.
const LABELS: usize = 3;

/// Bytes of what nobody knows and is a label before such a line, at most.
const LABEL: usize = 60;

/// A line of a form.
struct Written<'s> {
    /// The position of its block.
    at: usize,
    /// What it asks for; empty where the line goes on with the one above.
    label: Span,
    /// What was written, without the line under it.
    value: Span,
    labels: Vec<LabelAt<'s>>,
}

/// Makes rows of label and value of such lines, and takes the underscores off what goes on below.
pub fn lay_out<'s>(text: &str, blocks: &mut [Block<'s>], schemas: &'s Schemas) {
    if memchr::memmem::find(text.as_bytes(), LINE.as_bytes()).is_none() {
        return;
    }
    let mut labels = Labels::new(text, schemas);
    let lines: Vec<Written<'s>> = (0..blocks.len()).filter_map(|at| written(text, blocks, at, &mut labels)).collect();
    let known = lines.iter().filter(|line| line.labels.iter().any(LabelAt::is_known));
    if known.count() < LABELS {
        return;
    }
    for line in lines {
        let block = &mut blocks[line.at];
        let start = block.body().start;
        if line.label.is_empty() {
            block.shape = Shape::Prose { body: line.value };
            block.before = (start < line.value.start).then(|| (Span::new(start, line.value.start), Class::Markup));
        } else {
            block.shape = Shape::Row { label: line.label, body: line.value };
            block.before = Some((Span::new(line.label.end, line.value.start), Class::Markup));
        }
        block.whole = Known::default();
        block.labels = line.labels;
    }
}

/// What is left of the line to write on behind the words of a block.
pub fn line_to_write_on(text: &str, block: &Block<'_>) -> Option<Span> {
    let behind = Span::new(block.body().end, block.span.end).trim(text);
    (!behind.is_empty() && behind.of(text).bytes().all(|byte| byte == b'_')).then_some(behind)
}

/// What stands on a line to write on, if there are words on it.
fn written<'s>(text: &str, blocks: &[Block<'s>], at: usize, labels: &mut Labels<'_, 's>) -> Option<Written<'s>> {
    let Shape::Prose { body } = blocks[at].shape else { return None };
    let raw = body.of(text);
    let line = memchr::memmem::find(raw.as_bytes(), LINE.as_bytes()).filter(|_| blocks[at].before.is_none())?;
    let label = trim(text, Span::new(body.start, body.start + line));
    let value = Span::new(body.start + line, body.end).trim_matches(text, |c| c == '_' || c.is_whitespace());
    let labels = labels.of_cell(label);
    // Underscores inside of a text are none.
    let asks = label.is_empty() || labels.iter().any(LabelAt::is_known) || raw.ends_with(LINE) && label.len() <= LABEL;
    if value.is_empty() || !asks {
        return None;
    }
    Some(Written { at, label, value, labels })
}
