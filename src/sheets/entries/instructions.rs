//! What a form says to whoever fills it in: it is no value, and stays unassigned.

use crate::sheets::{Entry, Gap, Line, Opener};

/// Underscores that make a line to write on.
const LINE_TO_WRITE_ON: &str = "____";

/// Takes instructions and lines to write on out of the values of labels.
pub fn leave_out(text: &str, entries: &mut [Entry]) {
    for entry in entries.iter_mut().filter(|entry| matches!(entry.opener, Opener::Label { .. })) {
        entry.lines.retain(|line| !line.body.of(text).contains(LINE_TO_WRITE_ON));
        if begins_with_instruction(text, &entry.lines) || is_placeholder(text, &entry.lines) {
            entry.lines.remove(0);
        }
    }
}

/// `Results: (give numbers)`, with the value on the next line.
fn begins_with_instruction(text: &str, lines: &[Line]) -> bool {
    let [first, next, ..] = lines else { return false };
    first.gap == Gap::None && next.gap == Gap::Line && is_within(first.body.of(text), '(', ')')
}

/// `[Type here]` and nothing else.
fn is_placeholder(text: &str, lines: &[Line]) -> bool {
    matches!(lines, [only] if is_within(only.body.of(text), '[', ']'))
}

/// Whether one pair of brackets holds all of a line.
fn is_within(line: &str, open: char, close: char) -> bool {
    line.starts_with(open) && line.find(close) == Some(line.len() - close.len_utf8())
}
