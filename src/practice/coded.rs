//! Characters that data write in code, such as `\u00e9`: what a reader sees of a line with some, and the way back to the source.

use std::borrow::Cow;

use super::html::{Token, page_tokens, tokens};
use super::segments::{Decoding, Segment, decoded};
use crate::blocks::html::{decode_reference, reference};
use crate::source::Span;

/// The characters of a document that are written in code, in order.
#[derive(Debug, Clone, Default)]
pub struct Coded(Vec<Span>);

impl Coded {
    /// The characters of these spans, which are in order.
    pub const fn new(spans: Vec<Span>) -> Self {
        Self(spans)
    }

    /// The same, with the letters of some lines that are character references: `&aacute;`. What decodes to marks is left, which
    /// would be read as marks of the line.
    pub fn with_letters<'c>(&'c self, text: &str, lines: &[Span]) -> Cow<'c, Self> {
        let mut found: Vec<Span> = lines.iter().flat_map(|line| letters(text, *line)).collect();
        if found.is_empty() {
            return Cow::Borrowed(self);
        }
        found.retain(|span| self.within(*span).is_empty());
        let mut all = self.0.clone();
        all.append(&mut found);
        all.sort_unstable_by_key(|span| span.start);
        Cow::Owned(Self(all))
    }

    /// Those inside a stretch.
    pub fn within(&self, stretch: Span) -> &[Span] {
        let start = self.0.partition_point(|span| span.start < stretch.start);
        let end = self.0.partition_point(|span| span.end <= stretch.end);
        self.0.get(start..end).unwrap_or_default()
    }

    /// A stretch as segments: what is written in code apart.
    pub fn segments(&self, text: &str, stretch: Span) -> Vec<Segment> {
        let mut segments = Vec::new();
        let mut at = stretch.start;
        for &code in self.within(stretch) {
            segments.extend(super::html::address(text, Span::new(at, code.start)));
            segments.push(Segment::Source(code, Decoding::Entity));
            at = code.end;
        }
        segments.extend(super::html::address(text, Span::new(at, stretch.end)));
        segments
    }

    /// The tokens of a line, in a text or in a `page` of the web.
    pub fn tokens(&self, text: &str, line: Span, page: bool) -> Vec<Token> {
        if page {
            return page_tokens(text, line);
        }
        if self.within(line).is_empty() {
            return tokens(text, line);
        }
        let seen = Seen::new(text, &[line], self);
        let read = tokens(&seen.text, Span::new(0, seen.text.len()));
        read.into_iter().flat_map(|token| self.back(token, &seen)).collect()
    }

    /// A token of what is seen as tokens of the source.
    fn back(&self, token: Token, seen: &Seen) -> Vec<Token> {
        match token {
            Token::Text(span) | Token::Entity(span) => self.texts(seen.source(span), matches!(token, Token::Entity(_))),
            Token::Open(tag, span) => vec![Token::Open(tag, seen.source(span))],
            Token::Close(tag, span) => vec![Token::Close(tag, seen.source(span))],
            Token::Link { tag, href } => {
                vec![Token::Link { tag: seen.source(tag), href: href.map(|href| seen.source(href)) }]
            }
        }
    }

    fn texts(&self, stretch: Span, reference: bool) -> Vec<Token> {
        let mut tokens = Vec::new();
        let mut at = stretch.start;
        for &code in self.within(stretch) {
            tokens.extend([Token::Text(Span::new(at, code.start)), Token::Entity(code)]);
            at = code.end;
        }
        let rest = Span::new(at, stretch.end);
        tokens.push(if reference && at == stretch.start { Token::Entity(rest) } else { Token::Text(rest) });
        tokens.retain(|token| !matches!(token, Token::Text(span) if span.is_empty()));
        tokens
    }
}

/// The character references of a line that stand for letters.
fn letters(text: &str, line: Span) -> impl Iterator<Item = Span> {
    let raw = line.of(text);
    memchr::memchr_iter(b'&', raw.as_bytes()).filter_map(move |at| {
        let length = reference(&raw[at..])?;
        let letter = decode_reference(&raw[at..at + length]);
        let span = Span::new(line.start + at, line.start + at + length);
        (!letter.is_empty() && letter.chars().all(char::is_alphabetic)).then_some(span)
    })
}

/// What a reader sees of some lines, one below the other.
pub struct Seen {
    /// The text.
    pub text: String,
    /// For each line its place in the text.
    pub lines: Vec<Span>,
    /// Stretches of the text with the source of each: where it starts in the text, its bytes there, and whether it is code.
    parts: Vec<(usize, Span, bool)>,
}

impl Seen {
    /// Reads lines of a text.
    pub fn new(text: &str, lines: &[Span], coded: &Coded) -> Self {
        let mut seen = Self { text: String::new(), lines: Vec::new(), parts: Vec::new() };
        for &line in lines {
            let start = seen.text.len();
            let mut at = line.start;
            for &code in coded.within(line) {
                seen.push(text, Span::new(at, code.start), false);
                seen.push(text, code, true);
                at = code.end;
            }
            seen.push(text, Span::new(at, line.end), false);
            seen.lines.push(Span::new(start, seen.text.len()));
            seen.text.push('\n');
        }
        seen
    }

    fn push(&mut self, text: &str, span: Span, code: bool) {
        if !span.is_empty() {
            self.parts.push((self.text.len(), span, code));
            let words = span.of(text);
            if code { self.text.push_str(&decoded(words)) } else { self.text.push_str(words) }
        }
    }

    /// The source of a stretch of the text.
    pub fn source(&self, seen: Span) -> Span {
        let start = self.place(seen.start, false);
        Span::new(start, if seen.is_empty() { start } else { self.place(seen.end, true) })
    }

    /// The byte in the source where a stretch of the text starts or ends.
    fn place(&self, offset: usize, is_end: bool) -> usize {
        let before = |part: &(usize, Span, bool)| if is_end { part.0 < offset } else { part.0 <= offset };
        let at = self.parts.partition_point(before).saturating_sub(1);
        let Some(&(start, span, code)) = self.parts.get(at) else { return 0 };
        match (code, is_end) {
            (true, true) => span.end,
            (true, false) if offset > start => span.end,
            (true, false) => span.start,
            (false, _) => (span.start + (offset - start)).min(span.end),
        }
    }
}
