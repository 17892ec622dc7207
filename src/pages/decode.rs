//! Which bytes of a page a value is made of: what the writer put around them and into them is left out.

use crate::output::markdown::marks::{NAME, heading_level, named};
use crate::output::markdown::{CODE, ESCAPED_TAG, own_code};
use crate::practice::{Decoding, Glue, Segment};
use crate::source::Span;

/// The level of a heading that begins with its line and is no part of a text.
pub fn is_open_heading(line: &str) -> Option<usize> {
    let level = heading_level(line).filter(|_| line.starts_with('#'))?;
    closed(line, level).is_none().then_some(level)
}

/// A heading of a text without the `#`s that the writer put behind it.
pub fn closed(line: &str, level: usize) -> Option<&str> {
    line.strip_suffix(&"#".repeat(level)).and_then(|line| line.strip_suffix(' '))
}

/// Plain text that was escaped.
pub fn plain(text: &str, span: Span) -> Vec<Segment> {
    let span = span.trim(text);
    let mut out = Pieces::new(span.start);
    let mut at = span.start;
    while at < span.end {
        let rest = &text[at..span.end];
        let length = match mark(rest) {
            Some((Mark::Backslash, length)) => {
                out.skip(Span::new(at, at + 1));
                length
            }
            Some((Mark::Code(decoding), length)) => {
                out.code(Span::new(at, at + length), decoding);
                length
            }
            None => rest.chars().next().map_or(1, char::len_utf8),
        };
        at += length;
    }
    out.end(span.end)
}

/// What is no character of its own in plain text.
enum Mark {
    Backslash,
    Code(Decoding),
}

/// The mark that a text begins with, and how many bytes belong to it.
fn mark(text: &str) -> Option<(Mark, usize)> {
    match text.as_bytes()[0] {
        b'\\' => text[1..].starts_with(|c: char| c.is_ascii_punctuation()).then_some((Mark::Backslash, 2)),
        b'&' => reference(text).map(|length| (Mark::Code(Decoding::Entity), length)),
        _ => named(text).map(|(_, length)| (Mark::Code(Decoding::Named), length)),
    }
}

/// The length of the character reference that a text begins with.
fn reference(text: &str) -> Option<usize> {
    let name = text[1..].trim_start_matches('#');
    let end = name.bytes().take(40).position(|byte| !byte.is_ascii_alphanumeric())?;
    (end > 0 && name[end..].starts_with(';')).then(|| text.len() - name.len() + end + 1)
}

/// A stretch of CommonMark in which some characters are codes.
pub fn coded(text: &str, span: Span) -> Vec<Segment> {
    let mut out = Pieces::new(span.start);
    let mut at = span.start;
    while let Some(found) =
        memchr::memchr2(CODE.as_bytes()[0], NAME.as_bytes()[0], Span::new(at, span.end).of(text).as_bytes())
    {
        at += found;
        let rest = &text[at..span.end];
        let length = if let Some((_, length)) = named(rest) {
            out.code(Span::new(at, at + length), Decoding::Named);
            length
        } else if rest.starts_with(ESCAPED_TAG) {
            out.code(Span::new(at, at + ESCAPED_TAG.len()), Decoding::EscapedEntity);
            ESCAPED_TAG.len()
        } else if let Some(start) = own_code(rest).filter(|start| rest[start.len()..].starts_with('0')) {
            out.skip(Span::new(at + start.len(), at + start.len() + 1));
            start.len() + 1
        } else if let Some(length) = code_length(rest) {
            out.code(Span::new(at, at + length), Decoding::Entity);
            length
        } else {
            rest.chars().next().map_or(1, char::len_utf8)
        };
        at += length;
    }
    out.end(span.end)
}

/// The same in a cell, where a bar has a backslash.
pub fn coded_cell(text: &str, span: Span) -> Vec<Segment> {
    let parts = span.of(text).split("\\|").map(|part| Span::of_slice(text, part));
    // The bar belongs to what follows it.
    let with_bar = parts.map(|part| if part.start > span.start { Span::new(part.start - 1, part.end) } else { part });
    with_bar.flat_map(|part| coded(text, part)).collect()
}

/// The length of a code such as `&#x3C;`.
fn code_length(text: &str) -> Option<usize> {
    let digits = text.strip_prefix(CODE)?;
    let end = digits.bytes().take(7).position(|byte| !byte.is_ascii_hexdigit())?;
    (end > 0 && digits[end..].starts_with(';')).then_some(CODE.len() + end + 1)
}

/// Lines of a text, joined by line ends; blank ones at both ends are left out. Headings up to `level` end in `#`s of the writer.
pub fn text(text: &str, lines: &[Span], level: usize) -> Vec<Segment> {
    let is_filled = |line: &Span| !line.of(text).trim().is_empty();
    let Some(first) = lines.iter().position(is_filled) else { return Vec::new() };
    let last = lines.iter().rposition(is_filled).unwrap_or(first);
    let mut segments = Vec::new();
    for (at, line) in lines.iter().enumerate().take(last + 1).skip(first) {
        let mut line = *line;
        if let Some(found) = heading_level(line.of(text)).filter(|found| *found <= level) {
            line.end = closed(line.of(text), found).map_or(line.end, |heading| line.start + heading.len());
        }
        if at == first {
            line.start = line.end - line.of(text).trim_start().len();
        }
        if at == last {
            line.end = line.start + line.of(text).trim_end().len();
        }
        segments.extend((at > first).then_some(Segment::Glue(Glue::Line)));
        segments.extend(coded(text, line));
    }
    segments
}

/// Segments in the making.
struct Pieces {
    segments: Vec<Segment>,
    /// Where what is taken as it stands begins.
    from: usize,
}

impl Pieces {
    const fn new(from: usize) -> Self {
        Self { segments: Vec::new(), from }
    }

    /// Takes what stands before a place, and goes on behind a stretch.
    fn until(&mut self, end: usize, next: usize) {
        self.segments.extend((self.from < end).then(|| Segment::as_is(Span::new(self.from, end))));
        self.from = next;
    }

    /// Leaves bytes out.
    fn skip(&mut self, span: Span) {
        self.until(span.start, span.end);
    }

    fn code(&mut self, span: Span, decoding: Decoding) {
        self.until(span.start, span.end);
        self.segments.push(Segment::Source(span, decoding));
    }

    fn end(mut self, end: usize) -> Vec<Segment> {
        self.until(end, end);
        self.segments
    }
}
