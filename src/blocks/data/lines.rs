//! The words of a value to lines: at the ends of lines in the text, and at those that are written in code.

use super::escape;
use crate::blocks::split::trim;
use crate::data::{Scalar, Style};
use crate::source::Span;

/// A line of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    /// Its words.
    pub body: Span,
    /// Whether it begins a paragraph: an empty line, or a line end in code, stands before it.
    pub apart: bool,
}

/// Cuts a value into lines, and notes the characters in it that are written in code.
pub fn split(text: &str, scalar: Scalar, coded: &mut Vec<Span>) -> Vec<Line> {
    let mut cutter = Cutter { text, lines: Vec::new(), apart: false };
    match scalar.style {
        Style::Double => cutter.quoted(scalar.span, coded),
        Style::Single => {
            coded.extend(doubled_quotes(text, scalar.span));
            cutter.plain(scalar.span);
        }
        Style::Plain | Style::Block => cutter.plain(scalar.span),
    }
    cutter.lines
}

/// The words of a key as they are meant.
pub fn words(text: &str, scalar: Scalar) -> String {
    let mut coded = Vec::new();
    split(text, scalar, &mut coded);
    let mut words = String::new();
    let mut at = scalar.span.start;
    for code in coded {
        words.push_str(Span::new(at, code.start).of(text));
        words.push_str(&escape::decode(code.of(text)));
        at = code.end;
    }
    words + Span::new(at, scalar.span.end).of(text)
}

fn doubled_quotes(text: &str, span: Span) -> impl Iterator<Item = Span> + '_ {
    span.of(text).match_indices("''").map(move |(at, _)| Span::new(span.start + at, span.start + at + 2))
}

struct Cutter<'t> {
    text: &'t str,
    lines: Vec<Line>,
    /// Whether the next line begins a paragraph.
    apart: bool,
}

impl Cutter<'_> {
    fn plain(&mut self, span: Span) {
        for line in span.of(self.text).split('\n') {
            self.line(Span::of_slice(self.text, line));
        }
    }

    /// Ends lines at `\n`, whether it is written in code or not.
    fn quoted(&mut self, span: Span, coded: &mut Vec<Span>) {
        let bytes = self.text.as_bytes();
        let (mut at, mut start) = (span.start, span.start);
        while let Some(found) = memchr::memchr2(b'\\', b'\n', &bytes[at..span.end]) {
            at += found;
            if bytes[at] == b'\n' {
                self.line(Span::new(start, at));
                at += 1;
                start = at;
                continue;
            }
            let code = Span::new(at, at + escape::length(Span::new(at, span.end).of(self.text)));
            at = code.end;
            if escape::is_line_end(code.of(self.text)) {
                self.line(Span::new(start, code.start));
                self.apart = true;
                start = at;
            } else if !self.is_edge(code, &mut start, span.end) {
                coded.push(code);
            }
        }
        self.line(Span::new(start, span.end));
    }

    /// Whether a code is white space at an edge of a line, which no value has; the line goes on behind it.
    fn is_edge(&mut self, code: Span, start: &mut usize, end: usize) -> bool {
        if !escape::decode(code.of(self.text)).trim().is_empty() {
            return false;
        }
        let before = Span::new(*start, code.start);
        let first = trim(self.text, before).is_empty();
        let edge = first || self.is_last(code.end, end);
        if edge {
            *start = code.end;
        }
        if edge && !first {
            self.line(before);
        }
        edge
    }

    /// Whether only white space follows on the line.
    fn is_last(&self, at: usize, end: usize) -> bool {
        let rest = Span::new(at, end).of(self.text).trim_start_matches([' ', '\t']);
        let code = || &rest[..escape::length(rest)];
        rest.is_empty() || rest.starts_with(['\n', '\r']) || (rest.starts_with('\\') && escape::is_line_end(code()))
    }

    fn line(&mut self, span: Span) {
        let body = trim(self.text, span);
        if body.is_empty() {
            self.apart |= !self.lines.is_empty();
        } else {
            let apart = std::mem::take(&mut self.apart) && !self.lines.is_empty();
            self.lines.push(Line { body, apart });
        }
    }
}
