//! HTML inside values, read as a flat stream: a tag that nobody closes is normal here.

use html5gum::{DefaultEmitter, Token as HtmlToken, Tokenizer};

use super::segments::{Decoding, Segment};
use crate::blocks::html::{self, Element, Kind};
use crate::source::Span;

use crate::blocks::html::decode_reference;

/// A part of a line of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Token {
    /// Text as it stands.
    Text(Span),
    /// A character reference such as `&amp;`.
    Entity(Span),
    /// A start tag.
    Open(Tag, Span),
    /// An end tag.
    Close(Tag, Span),
    /// `<a href="…">`, with the address.
    Link {
        /// The tag.
        tag: Span,
        /// The address, without quotes.
        href: Option<Span>,
    },
}

/// What a tag means for a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tag {
    /// `<ul>`, `<ol>`
    List,
    /// `<li>`
    Item,
    /// `<p>`, `<div>` and others that begin a new line
    Block,
    /// `<br>`
    Break,
    /// `<b>`, `<strong>`
    Strong,
    /// `<i>`, `<em>`
    Emphasis,
    /// `<a>`
    Anchor,
    /// A tag that changes nothing, or a comment.
    Other,
}

/// Splits a line into tokens that cover it.
pub fn tokens(text: &str, line: Span) -> Vec<Token> {
    let raw = line.of(text);
    if memchr::memchr2(b'<', b'&', raw.as_bytes()).is_none() {
        return vec![Token::Text(line)];
    }
    let mut lexer = Lexer { text, start: line.start, at: line.start, tokens: Vec::new() };
    // The tokenizer reads tags alone: of the text between them it would check and copy each byte.
    while let Some(at) = next_tag(text, Span::new(lexer.start, line.end)) {
        lexer.start = at;
        let rest = Span::new(at, line.end).of(text);
        if let Some(end) = lexer.push_bare(rest.as_bytes()) {
            lexer.start += end;
            continue;
        }
        let Some((token, end)) = first_tag(rest) else { break };
        lexer.push(token);
        lexer.start += end;
    }
    lexer.text_up_to(line.end);
    lexer.tokens
}

/// Where what may be a tag begins: `<` alone is none.
fn next_tag(text: &str, rest: Span) -> Option<usize> {
    let bytes = rest.of(text).as_bytes();
    let begins = |at: &usize| {
        bytes.get(at + 1).is_some_and(|next| next.is_ascii_alphabetic() || matches!(next, b'/' | b'!' | b'?'))
    };
    memchr::memchr_iter(b'<', bytes).find(begins).map(|at| rest.start + at)
}

/// The first tag or comment of a text, and where it ends.
fn first_tag(text: &str) -> Option<(HtmlToken<usize>, usize)> {
    let tokens = Tokenizer::new_with_emitter(text, DefaultEmitter::<usize>::new_with_span());
    tokens.into_iter().find_map(|Ok(token)| {
        let end = match &token {
            HtmlToken::StartTag(tag) => tag.span.end,
            HtmlToken::EndTag(tag) => tag.span.end,
            HtmlToken::Comment(comment) => comment.span.end,
            HtmlToken::Doctype(doctype) => doctype.span.end,
            HtmlToken::String(_) | HtmlToken::Error(_) => return None,
        };
        Some((token, end))
    })
}

/// Splits a stretch of a page into tokens. What a page hides is in none of them.
pub fn page_tokens(text: &str, line: Span) -> Vec<Token> {
    let mut lexer = Lexer { text, start: line.start, at: line.start, tokens: Vec::new() };
    for piece in html::pieces(text, line) {
        lexer.at = piece.span.start;
        match piece.kind {
            Kind::Text => lexer.text_up_to(piece.span.end),
            Kind::Open(Element::Anchor, _) => lexer.tokens.push(link(text, piece.span)),
            Kind::Open(element, _) => lexer.tokens.push(Token::Open(tag(element), piece.span)),
            Kind::Close(element) => lexer.tokens.push(Token::Close(tag(element), piece.span)),
            Kind::Hidden => {}
        }
    }
    lexer.tokens
}

/// A link of a page; an address that leads nowhere without the site is none.
fn link(text: &str, tag: Span) -> Token {
    let known = tokens(text, tag).into_iter().find_map(|token| match token {
        Token::Link { href, .. } => href,
        _ => None,
    });
    let leads = |href: &Span| {
        let address = href.of(text);
        address.contains("://") || address.starts_with("mailto:") || address.starts_with("//")
    };
    Token::Link { tag, href: known.filter(leads) }
}

/// What an address is made of: `?a=1&amp;b=2` holds a reference.
pub fn address(text: &str, span: Span) -> Vec<Segment> {
    let mut lexer = Lexer { text, start: span.start, at: span.start, tokens: Vec::new() };
    lexer.text_up_to(span.end);
    let segment = |token| match token {
        Token::Entity(span) => Some(Segment::Source(span, Decoding::Entity)),
        Token::Text(span) => Some(Segment::as_is(span)),
        _ => None,
    };
    lexer.tokens.into_iter().filter_map(segment).collect()
}

const fn tag(element: Element) -> Tag {
    match element {
        Element::List | Element::Terms => Tag::List,
        Element::Item | Element::Term | Element::Detail => Tag::Item,
        Element::Break => Tag::Break,
        Element::Strong => Tag::Strong,
        Element::Emphasis => Tag::Emphasis,
        Element::Anchor => Tag::Anchor,
        Element::Span | Element::Other => Tag::Other,
        _ => Tag::Block,
    }
}

struct Lexer<'a> {
    text: &'a str,
    /// Where what the tokenizer reads starts.
    start: usize,
    /// How far the tokens reach.
    at: usize,
    tokens: Vec<Token>,
}

impl Lexer<'_> {
    /// Adds a tag without attributes, `<li>` or `</li>`, and says where it ends: most are, and no tokenizer is needed for them.
    fn push_bare(&mut self, rest: &[u8]) -> Option<usize> {
        let closes = rest.get(1) == Some(&b'/');
        let start = if closes { 2 } else { 1 };
        let is_name = |byte: &u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
        let length = rest.get(start..)?.iter().position(|byte| !is_name(byte))?;
        let end = start + length;
        if rest[end] != b'>' || !rest[start].is_ascii_lowercase() {
            return None;
        }
        let span = Span::new(self.start, self.start + end + 1);
        let token = match kind(&rest[start..end]) {
            Some(kind) if closes => Some(Token::Close(kind, span)),
            Some(Tag::Anchor) => Some(Token::Link { tag: span, href: None }),
            kind => kind.map(|kind| Token::Open(kind, span)),
        };
        if let Some(token) = token {
            self.tag(token, span);
        }
        Some(end + 1)
    }

    fn push(&mut self, token: HtmlToken<usize>) {
        match token {
            HtmlToken::StartTag(tag) => {
                let span = self.span(tag.span);
                match kind(&tag.name) {
                    Some(Tag::Anchor) => {
                        let href = tag.attributes.get(&b"href"[..]).map(|href| self.span(href.span));
                        self.tag(Token::Link { tag: span, href: href.map(|href| unquoted(self.text, href)) }, span);
                    }
                    Some(kind) => self.tag(Token::Open(kind, span), span),
                    None => {}
                }
            }
            HtmlToken::EndTag(tag) => {
                let span = self.span(tag.span);
                if let Some(kind) = kind(&tag.name) {
                    self.tag(Token::Close(kind, span), span);
                }
            }
            HtmlToken::Comment(comment) => {
                let span = self.span(comment.span);
                self.tag(Token::Open(Tag::Other, span), span);
            }
            HtmlToken::String(_) | HtmlToken::Doctype(_) | HtmlToken::Error(_) => {}
        }
    }

    fn span(&self, span: html5gum::Span) -> Span {
        Span::new(self.start + span.start, self.start + span.end)
    }

    fn tag(&mut self, token: Token, span: Span) {
        // A span that does not look like a tag is none: better text too much than text lost.
        if span.start >= self.at && span.of(self.text).starts_with('<') {
            self.text_up_to(span.start);
            self.tokens.push(token);
            self.at = span.end;
        }
    }

    /// What no tag has is text, character references told apart.
    fn text_up_to(&mut self, end: usize) {
        let mut from = self.at;
        while let Some(found) = memchr::memchr(b'&', Span::new(from, end).of(self.text).as_bytes()) {
            let reference = self.reference(from + found, end);
            if let Some(reference) = reference {
                self.push_text(reference.start);
                self.tokens.push(Token::Entity(reference));
                self.at = reference.end;
            }
            from = reference.map_or(from + found + 1, |reference| reference.end);
        }
        self.push_text(end);
    }

    fn push_text(&mut self, end: usize) {
        if self.at < end {
            self.tokens.push(Token::Text(Span::new(self.at, end)));
            self.at = end;
        }
    }

    /// The character reference at `start`, if a semicolon ends it and it is one.
    fn reference(&self, start: usize, end: usize) -> Option<Span> {
        let raw = Span::new(start, end.min(start + 40)).of(self.text);
        let raw = if raw.is_empty() { Span::new(start, end).of(self.text) } else { raw };
        let length = raw.find(';')? + 1;
        let named = raw[1..length - 1].chars().all(|c| c.is_ascii_alphanumeric() || c == '#');
        (named && length > 2 && decode_reference(&raw[..length]) != raw[..length])
            .then(|| Span::new(start, start + length))
    }
}

fn kind(name: &[u8]) -> Option<Tag> {
    Some(match name {
        b"ul" | b"ol" | b"dl" | b"menu" => Tag::List,
        b"li" | b"dd" | b"dt" => Tag::Item,
        b"p" | b"div" | b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6" | b"section" | b"article" | b"header"
        | b"footer" | b"blockquote" | b"table" | b"tbody" | b"thead" | b"tr" | b"td" | b"th" | b"figure" | b"hr"
        | b"pre" => Tag::Block,
        b"br" => Tag::Break,
        b"b" | b"strong" => Tag::Strong,
        b"i" | b"em" => Tag::Emphasis,
        b"a" => Tag::Anchor,
        b"u" | b"s" | b"span" | b"font" | b"small" | b"big" | b"sup" | b"sub" | b"mark" | b"img" | b"center"
        | b"del" | b"ins" | b"strike" | b"abbr" | b"cite" | b"q" | b"code" | b"label" | b"time" | b"wbr" | b"svg"
        | b"path" | b"html" | b"head" | b"body" | b"main" | b"nav" | b"button" | b"picture" | b"figcaption"
        | b"input" => Tag::Other,
        _ => return None,
    })
}

/// The value of an attribute such as `href="…"`.
fn unquoted(text: &str, span: Span) -> Span {
    let raw = span.of(text);
    let value = raw.split_once('=').map_or(raw, |(_, value)| value).trim();
    Span::of_slice(text, value.trim_matches(['"', '\'']))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(&str, Token)> {
        let tokens = tokens(text, Span::new(0, text.len()));
        let span = |token: &Token| match *token {
            Token::Text(span) | Token::Entity(span) | Token::Open(_, span) | Token::Close(_, span) => span,
            Token::Link { tag, .. } => tag,
        };
        let parts: Vec<(&str, Token)> = tokens.iter().map(|token| (span(token).of(text), *token)).collect();
        assert_eq!(parts.iter().map(|part| part.0).collect::<String>(), text, "tokens cover the line");
        parts
    }

    #[test]
    fn tags_and_references_are_told_from_text() {
        let parts: Vec<&str> =
            read("<li>R&amp;D <john@example.org> 5 <6 & x</li>").into_iter().map(|part| part.0).collect();
        assert_eq!(parts, ["<li>", "R", "&amp;", "D <john@example.org> 5 <6 & x", "</li>"]);
        assert_eq!(decode_reference("&eacute;"), "é");
    }

    #[test]
    fn an_address_comes_without_quotes() {
        let text = "<a class='x' href=\"https://example.org/\">there</a>";
        let Some((_, Token::Link { href: Some(href), .. })) = read(text).first().copied() else { panic!("no link") };
        assert_eq!(href.of(text), "https://example.org/");
    }

    #[test]
    fn a_tag_cut_short_stays_text() {
        for text in ["<b", "a <ul style=\"", "x &am", "&;", "<", "&#x110000;", "</"] {
            read(text);
        }
    }
}
