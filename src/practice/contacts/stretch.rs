//! Stretches of the source to the segments of a value.

use crate::practice::{Decoding, Glue, Segment};
use crate::source::Span;

/// The segments of a value of one line: a space between two stretches, and for each tab, each run of spaces and each line end.
pub(super) fn segments(spans: &[Span], text: &str) -> Vec<Segment> {
    let mut segments = Vec::with_capacity(spans.len() * 2);
    for stretch in spans.iter().flat_map(|&span| even(span, text)) {
        if !segments.is_empty() {
            segments.push(Segment::Glue(Glue::Space));
        }
        push_decoded(&mut segments, stretch, text);
    }
    segments
}

/// The parts of a span that single spaces alone divide.
fn even(span: Span, text: &str) -> Vec<Span> {
    let mut parts: Vec<Span> = Vec::new();
    let words = span.of(text).split([' ', '\t', '\r', '\n']).filter(|word| !word.is_empty());
    for word in words.map(|word| Span::of_slice(text, word)) {
        match parts.last_mut() {
            Some(last) if Span::new(last.end, word.start).of(text) == " " => last.end = word.end,
            _ => parts.push(word),
        }
    }
    parts
}

/// Pushes a span with its character references told apart.
fn push_decoded(segments: &mut Vec<Segment>, span: Span, text: &str) {
    let mut from = span.start;
    let mut at = span.start;
    while let Some(found) = Span::new(at, span.end).of(text).find('&') {
        let start = at + found;
        at = start + 1;
        let Some(length) = reference(Span::new(start, span.end).of(text)) else { continue };
        at = start + length;
        push_as_is(segments, Span::new(from, start));
        segments.push(Segment::Source(Span::new(start, at), Decoding::Entity));
        from = at;
    }
    push_as_is(segments, Span::new(from, span.end));
}

fn push_as_is(segments: &mut Vec<Segment>, span: Span) {
    if !span.is_empty() {
        segments.push(Segment::as_is(span));
    }
}

/// Length of the character reference at the start of `text`: `&amp;`, `&#39;`.
fn reference(text: &str) -> Option<usize> {
    let name = text.bytes().skip(1).take(10).take_while(|b| b.is_ascii_alphanumeric() || *b == b'#').count();
    (name > 0 && text[name + 1..].starts_with(';')).then_some(name + 2)
}
