//! Lines of a contact field that the edge of the page cuts in the middle of a piece.

use super::ContactLine;
use super::words::{Label, Words, split};
use crate::schemas::Part;
use crate::source::Span;

/// Characters of a line that runs to the edge of its page at least.
const EDGE: usize = 55;
/// Digits of a number at most that goes on in the next line.
const BEGUN: usize = 8;

/// The lines, with those made one that are cut: inside a bracket, inside a number, or between `Telephone` and its number.
pub(super) fn joined(lines: &[ContactLine], text: &str, words: &Words) -> Vec<ContactLine> {
    let mut out: Vec<ContactLine> = Vec::with_capacity(lines.len());
    for &line in lines {
        match out.last_mut().filter(|last| goes_on(last, line, text, words)) {
            Some(last) => last.span.end = line.span.end,
            None => out.push(line),
        }
    }
    out
}

/// Whether the second line goes on with a piece that the first begins.
fn goes_on(first: &ContactLine, second: ContactLine, text: &str, words: &Words) -> bool {
    let below = first.span.end <= second.span.start && text[first.span.end..second.span.start].trim().is_empty();
    if !below || second.gap || second.bullet {
        return false;
    }
    let last = first.span.of(text).lines().next_back().unwrap_or_default();
    let at_edge = last.chars().count() >= EDGE;
    let number = second.span.of(text).trim_start_matches(['+', '(']).starts_with(|c: char| c.is_ascii_digit());
    goes_on_in_bracket(last, second.span.of(text))
        || at_edge && number && (begins_number(last) || ends_with_label(Span::of_slice(text, last), text, words))
}

/// `Ada Rossi (Head of the unit for`, `social affairs)`: words alone, which no label and no address divides.
fn goes_on_in_bracket(first: &str, second: &str) -> bool {
    let begun = first.rfind('(').map(|open| &first[open + 1..]);
    let rest = second.find(')').map(|close| &second[..close]);
    let plain = |part: &str| part.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | ',' | '-' | '\'' | '’'));
    begun.is_some_and(plain) && rest.is_some_and(plain)
}

/// `… Telephone 0034 697`
fn begins_number(line: &str) -> bool {
    let words = line.trim_end().trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ' ' | '+' | '(' | ')'));
    let digits = crate::source::digits(&line[words.len()..]);
    (1..=BEGUN).contains(&digits) && line.trim_end().ends_with(|c: char| c.is_ascii_digit())
}

/// `… Telephone`
fn ends_with_label(line: Span, text: &str, words: &Words) -> bool {
    let pieces = split(line, text);
    let last = words.label_at_end(&pieces).map(|(_, label)| label);
    matches!(last, Some(Label::Part(Part::Phone)))
}
