//! Tags told from text. What an unclosed tag, comment or script would swallow stays text.

use std::collections::HashSet;

use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};
use memchr::memmem;

use super::class::{self, Chrome};
use super::elements::{Element, is_hidden};
use crate::source::Span;

/// How often reading begins anew behind a tag that is never finished.
const UNFINISHED: usize = 4;

/// A tag, a stretch of text, or something hidden; the pieces of a page tile it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// Its bytes.
    pub span: Span,
    /// What it is.
    pub kind: Kind,
}

/// What a piece of a page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Words and character references.
    Text,
    /// `<div class="menu">`, with what its attributes say of it
    Open(Element, Option<Chrome>),
    /// `</div>`
    Close(Element),
    /// A comment, a declaration, or a script with all that it holds.
    Hidden,
}

/// Cuts a stretch of a page into pieces that tile it.
pub fn pieces(text: &str, span: Span) -> Vec<Piece> {
    let mut lexer = Lexer { text, at: span.start, end: span.end, pieces: Vec::new(), unclosed: HashSet::new() };
    let mut unfinished = 0;
    let comments = comments_end(span.of(text)) + span.start;
    while lexer.at < span.end {
        let stop = lexer.stop(comments);
        let from = lexer.at;
        lexer.run(stop);
        let rest = Span::new(lexer.at, stop).of(text);
        // A tag that the end cuts short: what follows it may have tags.
        if let Some(at) = rest.find('<').filter(|_| lexer.at >= from && unfinished < UNFINISHED) {
            unfinished += 1;
            lexer.text_up_to(lexer.at + at + 1);
        } else {
            lexer.text_up_to(stop);
        }
        lexer.comment_that_never_ends();
    }
    lexer.pieces
}

/// Where the last comment ends: what opens one behind it never closes it.
fn comments_end(raw: &str) -> usize {
    memmem::rfind(raw.as_bytes(), b"-->").map_or(0, |at| at + 3)
}

struct Lexer<'t> {
    text: &'t str,
    /// How far the pieces reach.
    at: usize,
    end: usize,
    pieces: Vec<Piece>,
    /// Elements whose end tag stands nowhere behind.
    unclosed: HashSet<Vec<u8>>,
}

impl Lexer<'_> {
    /// How far one run of the tokenizer may go: not past a comment that never ends.
    fn stop(&self, comments: usize) -> usize {
        let from = self.at.max(comments);
        memmem::find(Span::new(from, self.end).of(self.text).as_bytes(), b"<!--").map_or(self.end, |at| from + at)
    }

    /// `<!--` without an end hides nothing.
    fn comment_that_never_ends(&mut self) {
        if Span::new(self.at, self.end).of(self.text).starts_with("<!--") {
            self.push(Kind::Hidden, self.at + 4);
        }
    }

    fn run(&mut self, stop: usize) {
        while self.at < stop {
            let base = self.at;
            let raw = Span::new(base, stop).of(self.text);
            let tokens = Tokenizer::new_with_emitter(raw, DefaultEmitter::<usize>::new_with_span());
            let mut again = false;
            for Ok(token) in tokens {
                again = self.token(&token, base);
                if again {
                    break;
                }
            }
            if !again {
                return;
            }
        }
    }

    /// Takes a token; whether it hid something, behind which the tokenizer must begin anew.
    fn token(&mut self, token: &Token<usize>, base: usize) -> bool {
        let (span, kind) = match token {
            Token::StartTag(tag) => (tag.span, Kind::Open(Element::of(&tag.name), class::chrome(tag))),
            Token::EndTag(tag) => (tag.span, Kind::Close(Element::of(&tag.name))),
            Token::Comment(comment) => (comment.span, Kind::Hidden),
            Token::Doctype(doctype) => (doctype.span, Kind::Hidden),
            Token::String(_) | Token::Error(_) => return false,
        };
        let span = Span::new(base + span.start, base + span.end);
        // A span that does not look like a tag is none: better text too much than text lost.
        if span.start < self.at || !span.of(self.text).starts_with('<') {
            return false;
        }
        self.text_up_to(span.start);
        if let Token::StartTag(tag) = token
            && let Some(end) = self.hidden(tag, span)
        {
            self.push(Kind::Hidden, end);
            return true;
        }
        self.push(kind, span.end);
        false
    }

    /// Where an element ends whose content is never read; nothing where it does not end.
    fn hidden(&mut self, tag: &StartTag<usize>, span: Span) -> Option<usize> {
        let name: &[u8] = &tag.name;
        let void = tag.self_closing && name == b"svg";
        if !is_hidden(name) || void || self.unclosed.contains(name) {
            return None;
        }
        let rest = Span::new(span.end, self.end).of(self.text);
        let end = end_tag(rest, name).or_else(|| (name == b"head").then(|| begin_of_body(rest)).flatten());
        if end.is_none() {
            self.unclosed.insert(name.to_vec());
        }
        end.map(|end| span.end + end)
    }

    fn push(&mut self, kind: Kind, end: usize) {
        if self.at < end {
            self.pieces.push(Piece { span: Span::new(self.at, end), kind });
            self.at = end;
        }
    }

    fn text_up_to(&mut self, end: usize) {
        match self.pieces.last_mut().filter(|last| last.kind == Kind::Text && self.at < end) {
            Some(last) => {
                last.span.end = end;
                self.at = end;
            }
            None => self.push(Kind::Text, end),
        }
    }
}

/// The length of what stands before and in `</name>`.
fn end_tag(rest: &str, name: &[u8]) -> Option<usize> {
    let bytes = rest.as_bytes();
    let is_name = |at: &usize| {
        let after = &bytes[at + 2..];
        let named = after.get(..name.len()).is_some_and(|word| word.eq_ignore_ascii_case(name));
        named && after.get(name.len()).is_some_and(|byte| !byte.is_ascii_alphanumeric())
    };
    let at = memmem::find_iter(bytes, b"</").find(is_name)?;
    let close = memchr::memchr(b'>', &bytes[at..])?;
    Some(at + close + 1)
}

/// Where the head ends of a page that does not say so.
fn begin_of_body(rest: &str) -> Option<usize> {
    let bytes = rest.as_bytes();
    memchr::memchr_iter(b'<', bytes)
        .find(|&at| bytes[at + 1..].get(..4).is_some_and(|name| name.eq_ignore_ascii_case(b"body")))
}
