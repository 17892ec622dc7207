//! What a reader sees of the source of a page: words without tags, references decoded, white space at the ends gone.

use std::ops::Range;

use html5gum::{Token, Tokenizer};

use super::elements::Element;
use super::lex::{Kind, Piece};
use crate::ledger::is_blank;
use crate::source::Span;

/// Bytes of a character reference at most.
const REFERENCE: usize = 12;

/// What a reader of a line sees of it, up to some length.
pub struct Shown {
    /// What is seen.
    pub text: String,
    /// Where stretches of it come from: their offset in it, their first byte in the source and their length there.
    parts: Vec<(usize, usize, usize)>,
    /// Whether it is all of the line.
    pub whole: bool,
}

impl Shown {
    /// Reads the pieces of a line, `reach` bytes of it.
    pub fn new(text: &str, pieces: &[Piece], reach: usize) -> Self {
        let mut shown = Self { text: String::new(), parts: Vec::new(), whole: true };
        for piece in pieces {
            match piece.kind {
                Kind::Text => shown.words(text, piece.span, reach),
                Kind::Open(Element::Break, _) => shown.push(" ", piece.span.start, 0),
                _ => {}
            }
            if !shown.whole {
                break;
            }
        }
        shown
    }

    fn words(&mut self, text: &str, span: Span, reach: usize) {
        let mut at = span.start;
        let mut leading = self.text.is_empty();
        while at < span.end && self.whole {
            let rest = Span::new(at, span.end).of(text);
            let (length, decoded) = match reference(rest) {
                Some(length) => (length, Some(decode_reference(&rest[..length]))),
                None => (1 + memchr::memchr(b'&', &rest.as_bytes()[1..]).unwrap_or(rest.len() - 1), None),
            };
            let words = decoded.as_deref().unwrap_or(&rest[..length]);
            let skipped = if leading { words.len() - words.trim_start_matches(is_blank).len() } else { 0 };
            leading &= skipped == words.len();
            if skipped < words.len() {
                let from = if decoded.is_some() { at } else { at + skipped };
                self.push(&words[skipped..], from, length - (from - at));
            }
            at += length;
            self.whole = self.text.len() <= reach;
        }
    }

    fn push(&mut self, words: &str, source: usize, length: usize) {
        self.parts.push((self.text.len(), source, length));
        self.text.push_str(words);
    }

    /// The place in the source of an offset.
    pub fn source(&self, offset: usize) -> usize {
        let at = self.parts.partition_point(|part| part.0 <= offset).saturating_sub(1);
        self.parts.get(at).map_or(0, |part| part.1 + (offset - part.0.min(offset)).min(part.2))
    }

    /// The place in the source behind the character that ends at an offset.
    pub fn source_end(&self, offset: usize) -> usize {
        let at = self.parts.partition_point(|part| part.0 < offset).saturating_sub(1);
        let Some(&(start, source, length)) = self.parts.get(at) else { return 0 };
        let end = self.parts.get(at + 1).map_or(self.text.len(), |part| part.0);
        if offset >= end { source + length } else { source + (offset - start).min(length) }
    }

    /// The place in the source where what is seen ends.
    pub fn end(&self) -> usize {
        self.source_end(self.text.trim_end_matches(is_blank).len())
    }

    /// How much is shown of what stands before a place of the source.
    pub fn shown_at(&self, source: usize) -> usize {
        let at = self.parts.partition_point(|part| part.1 < source);
        self.parts.get(at).map_or(self.text.len(), |part| part.0)
    }
}

/// The text that a character reference such as `&eacute;` stands for.
pub fn decode_reference(reference: &str) -> String {
    // The common ones, without starting a tokenizer for each.
    let common = match reference {
        "&amp;" => "&",
        "&lt;" => "<",
        "&gt;" => ">",
        "&quot;" => "\"",
        "&nbsp;" => "\u{a0}",
        _ => "",
    };
    if !common.is_empty() {
        return common.to_owned();
    }
    let mut decoded = String::new();
    for Ok(token) in Tokenizer::new(reference) {
        if let Token::String(text) = token {
            decoded.push_str(&String::from_utf8_lossy(&text));
        }
    }
    decoded
}

/// The length of the character reference that a text begins with.
pub fn reference(text: &str) -> Option<usize> {
    let inner = text.strip_prefix('&')?;
    let end = inner.bytes().take(REFERENCE).position(|byte| byte == b';')?;
    let named = inner[..end].bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'#');
    (named && end > 0).then_some(end + 2)
}

/// Whether a reader sees anything of a stretch of text.
pub fn is_visible(text: &str, span: Span) -> bool {
    !trim_blank(text, span).is_empty()
}

/// The pieces and bytes of what is visible in a range, with the tags of emphasis right around it.
pub fn within(text: &str, pieces: &[Piece], range: Range<usize>) -> Option<(Range<usize>, Span)> {
    let visible = |at: &usize| pieces[*at].kind == Kind::Text && is_visible(text, pieces[*at].span);
    let first = range.clone().find(visible)?;
    let last = range.clone().rfind(visible)?;
    let opens = |at: &usize| matches!(pieces[*at].kind, Kind::Open(element, _) if element != Element::Break);
    let closes = |at: &usize| matches!(pieces[*at].kind, Kind::Close(element) if element != Element::Break);
    let words = |at: usize| trim_blank(text, pieces[at].span);
    let glued_start = words(first).start == pieces[first].span.start;
    let glued_end = words(last).end == pieces[last].span.end;
    let before = (range.start..first).rev().take_while(|at| glued_start && opens(at)).last();
    let behind = (last + 1..range.end).take_while(|at| glued_end && closes(at)).last();
    let start = before.map_or(words(first).start, |at| pieces[at].span.start);
    let end = behind.map_or(words(last).end, |at| pieces[at].span.end);
    Some((before.unwrap_or(first)..behind.unwrap_or(last) + 1, Span::new(start, end)))
}

/// The span without white space at its ends, whether it stands as it is or as a reference.
pub fn trim_blank(text: &str, span: Span) -> Span {
    let mut span = crate::blocks::trim(text, span);
    while let Some(length) = reference(span.of(text)).filter(|&length| is_blank_reference(&span.of(text)[..length])) {
        span = crate::blocks::trim(text, Span::new(span.start + length, span.end));
    }
    while let Some(length) = last_reference(span.of(text)).filter(|&at| is_blank_reference(&span.of(text)[at..])) {
        span = crate::blocks::trim(text, Span::new(span.start, span.start + length));
    }
    span
}

/// Where the character reference starts that a text ends with.
fn last_reference(text: &str) -> Option<usize> {
    if !text.ends_with(';') {
        return None;
    }
    let low = text.len().saturating_sub(REFERENCE + 1);
    let at = low + text.as_bytes()[low..].iter().rposition(|byte| *byte == b'&')?;
    (reference(&text[at..]) == Some(text.len() - at)).then_some(at)
}

fn is_blank_reference(reference: &str) -> bool {
    decode_reference(reference).chars().all(|c| is_blank(c) || matches!(c, '\u{ad}' | '\u{200b}' | '\u{200c}'))
}

/// The span without tags at its ends.
pub fn without_tags(text: &str, span: Span) -> Span {
    let mut span = crate::blocks::trim(text, span);
    while span.of(text).starts_with('<') {
        let Some(end) = span.of(text).find('>') else { return span };
        span = crate::blocks::trim(text, Span::new(span.start + end + 1, span.end));
    }
    while span.of(text).ends_with('>') {
        let Some(start) = span.of(text).rfind('<') else { return span };
        span = crate::blocks::trim(text, Span::new(span.start, span.start + start));
    }
    span
}
