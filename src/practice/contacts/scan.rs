//! A line of a contact field to tokens.

use super::words::{Label, Sense, Words, split};
use super::{email, phone, separator, web};
use crate::ledger::is_blank;
use crate::source::Span;

/// A stretch of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token {
    pub kind: Kind,
    pub span: Span,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Words between two separators, trimmed.
    Text,
    /// A sub-label, without what divides it from its value.
    Label(Label),
    /// `ada@example.org`
    Email,
    /// `ada@example`
    Malformed,
    /// `ada (at) example.org`
    Cloaked,
    /// `[email protected]`, which a page shows in the place of an address.
    Hidden,
    /// Digits that may be a telephone number; after `labels::settle`, that are one.
    Phone,
    /// `https://example.org`
    Web,
    Separator(Separator),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Separator {
    Comma,
    Semicolon,
    Colon,
    /// A full stop that ends a part.
    Stop,
    /// A dash between spaces.
    Dash,
    /// A slash between spaces.
    Slash,
    /// `|`, a tab or `=`.
    Bar,
    Open,
    Close,
    /// A tag, an emphasis, `mailto:`, the number of an item: divides words and means nothing.
    Soft,
}

/// The tokens of the line at `span`, in its order; between two of them is white space alone.
pub(super) fn scan(span: Span, text: &str, words: &Words) -> Vec<Token> {
    let line = span.of(text);
    let mut scanner =
        Scanner { line, base: span.start, at: 0, from: 0, run_end: 0, link: Link::Outside, words, tokens: Vec::new() };
    scanner.numbering();
    while scanner.at < line.len() {
        scanner.step();
    }
    scanner.flush();
    scanner.tokens
}

/// Underscores that make a line to write on.
const LINE: usize = 3;
/// White space between two columns at least.
const COLUMN: &str = "  ";

struct Scanner<'a> {
    line: &'a str,
    base: usize,
    at: usize,
    from: usize,
    run_end: usize,
    link: Link,
    words: &'a Words,
    tokens: Vec<Token>,
}

/// Where in a Markdown link a scanner is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Link {
    Outside,
    Words,
    Target,
}

impl Scanner<'_> {
    /// `1.` or `2)` at the start of a line, or alone on it; `3.1` before a word.
    fn numbering(&mut self) {
        let digits = self.line.bytes().take_while(u8::is_ascii_digit).count();
        let rest = &self.line[digits..];
        let marked = rest.strip_prefix(['.', ')']).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
        if (1..=2).contains(&digits) && marked {
            self.take(Kind::Separator(Separator::Soft), digits + 1);
        } else if let Some(length) = separator::part_number(self.line) {
            self.take(Kind::Separator(Separator::Soft), length);
        }
    }

    fn step(&mut self) {
        if self.is_in_word() {
            self.at += 1;
        } else if let Some(length) = self.link() {
            self.take(Kind::Separator(Separator::Soft), length);
        } else if let Some((kind, length)) = self.atom().or_else(|| self.separator()) {
            self.take(kind, length);
        } else if !self.tag() {
            self.at += self.glued_bracket().unwrap_or_else(|| self.next().map_or(1, char::len_utf8));
        }
    }

    /// Whether a letter stands behind another, or behind a figure, in a run that was looked at: nothing begins there.
    fn is_in_word(&self) -> bool {
        let (before, rest) = self.line.as_bytes().split_at(self.at);
        let letter = rest.first().is_some_and(u8::is_ascii_alphabetic);
        self.at < self.run_end && letter && before.last().is_some_and(u8::is_ascii_alphanumeric)
    }

    /// An address or a number, looked for once in each run of characters that could be one.
    fn atom(&mut self) -> Option<(Kind, usize)> {
        if self.at >= self.run_end && self.next().is_some_and(char::is_alphanumeric) {
            self.run_end = self.at + email::run(self.rest());
            if let Some(found) = self.address() {
                return Some(found);
            }
        }
        self.number().or_else(|| self.cloak())
    }

    /// `[email protected]`
    fn cloak(&self) -> Option<(Kind, usize)> {
        let words = email::bracketed(self.rest()).filter(|words| words.contains(' '))?;
        self.words.is_phrase(words, Sense::Cloak).then_some((Kind::Hidden, words.len() + 2))
    }

    fn address(&self) -> Option<(Kind, usize)> {
        let rest = self.rest();
        if let Some(length) = web::at_start(rest) {
            // `[https://example.org](https://example.org)`
            let words = if self.link == Link::Words { rest.find("](") } else { None };
            return Some((Kind::Web, words.map_or(length, |end| end.min(length))));
        }
        if self.line[self.at..self.run_end].eq_ignore_ascii_case("mailto") && rest[6..].starts_with(':') {
            return email::at_start(&rest[7..], self.words).map(|_| (Kind::Separator(Separator::Soft), 7));
        }
        let found = email::at_start(rest, self.words)?;
        let kind = match found {
            email::Address { sound: true, .. } => Kind::Email,
            email::Address { cloaked: true, .. } => Kind::Cloaked,
            _ => Kind::Malformed,
        };
        Some((kind, found.end))
    }

    fn number(&self) -> Option<(Kind, usize)> {
        if self.previous().is_some_and(|c| c.is_alphanumeric() || c == '@') {
            return None;
        }
        let length = phone::at_start(self.rest(), self.words)?;
        Some((Kind::Phone, length + self.number_below(length)))
    }

    /// The length of the rest of a number behind the end of its line.
    fn number_below(&self, length: usize) -> usize {
        let behind = &self.rest()[length..];
        let rest = behind.trim_start_matches(is_blank);
        let blank = behind.len() - rest.len();
        let below = behind[..blank].contains('\n') && rest.starts_with(|c: char| c.is_ascii_digit());
        let more = if below { phone::at_start(rest, self.words) } else { None };
        more.map_or(0, |more| blank + more)
    }

    fn separator(&self) -> Option<(Kind, usize)> {
        if let Some((found, length)) = separator::spelt(self.rest()) {
            return Some((Kind::Separator(found), length));
        }
        if let Some(length) = self.column().or_else(|| self.line_to_write_on()) {
            return Some((Kind::Separator(Separator::Bar), length));
        }
        let found = separator::at(self.line, self.at, self.from, self.words)?;
        Some((Kind::Separator(found), self.next()?.len_utf8()))
    }

    /// The length of the line under words that a form was filled in with: `Ada Rossi___  tel. ___051 123456___`.
    fn line_to_write_on(&self) -> Option<usize> {
        let rest = self.rest();
        let length = rest.len() - rest.trim_start_matches('_').len();
        (length >= LINE).then_some(length)
    }

    /// The length of the white space between the name of a part and what stands beside it, or between that and the next name: `Surname
    /// Rossi   Name  Ada`.
    fn column(&self) -> Option<usize> {
        let rest = self.rest();
        let length = rest.len() - rest.trim_start_matches(' ').len();
        let behind = &rest[length..];
        if length < COLUMN.len()
            || behind.is_empty()
            || !self.previous().is_some_and(|c| c.is_alphanumeric() || c == ')' || c == '.')
        {
            return None;
        }
        let named = |words: &str| self.words.label(&split(Span::new(0, words.len()), words)).is_some();
        let next = behind.split(COLUMN).next().unwrap_or_default();
        let begins = self.line.split(COLUMN).next().is_some_and(|first| named(first.trim()));
        let own = named(self.line[self.from..self.at].trim());
        (begins && (own || named(next))).then_some(length)
    }

    /// `<br>`, or `<a href="mailto:ada@example.org">` with the address in it; whether there was one.
    fn tag(&mut self) -> bool {
        let Some(length) = separator::tag(self.rest()) else {
            let mark = separator::angle(self.rest());
            if let Some(length) = mark {
                self.take(Kind::Separator(Separator::Soft), length);
            }
            return mark.is_some();
        };
        let end = self.at + length;
        if let Some(start) = ["=\"mailto:", "=\"http"].iter().find_map(|mark| self.line[self.at..end].find(mark)) {
            self.linked(start + 2, end);
        }
        self.take(Kind::Separator(Separator::Soft), end - self.at);
        true
    }

    /// Length of a mark of `[Ada Rossi](mailto:ada@example.org)`.
    fn link(&mut self) -> Option<usize> {
        let rest = self.rest();
        let (next, length) = match self.link {
            Link::Outside => {
                let words = rest.strip_prefix('[')?;
                let close = words.find(['[', ']']).filter(|&close| words[close..].starts_with("]("))?;
                (close > 0).then_some((Link::Words, 1))?
            }
            Link::Words => rest.starts_with("](").then_some((Link::Target, 2))?,
            Link::Target => rest.starts_with(')').then_some((Link::Outside, 1))?,
        };
        self.link = next;
        Some(length)
    }

    /// The address that a tag holds from its byte `start` on.
    fn linked(&mut self, start: usize, end: usize) {
        let scheme = if self.line[self.at + start..end].starts_with("mailto:") { 7 } else { 0 };
        self.take(Kind::Separator(Separator::Soft), start + scheme);
        self.run_end = self.at + email::run(self.rest());
        if let Some((kind, length)) = self.address().filter(|&(_, length)| self.at + length < end) {
            self.take(kind, length);
        }
    }

    /// The `(s)` of `friend(s)` is part of the word.
    fn glued_bracket(&self) -> Option<usize> {
        separator::glued_bracket(self.line, self.at)
    }

    fn rest(&self) -> &str {
        &self.line[self.at..]
    }

    fn next(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn previous(&self) -> Option<char> {
        self.line[..self.at].chars().next_back()
    }

    /// Ends the text before, and makes a token of the next `length` bytes.
    fn take(&mut self, kind: Kind, length: usize) {
        self.flush();
        self.push(kind, self.at, self.at + length);
        self.at += length;
        self.from = self.at;
    }

    fn flush(&mut self) {
        let text = Span::new(self.from, self.at).trim(self.line);
        if !text.is_empty() {
            self.push(Kind::Text, text.start, text.end);
        }
    }

    fn push(&mut self, kind: Kind, start: usize, end: usize) {
        self.tokens.push(Token { kind, span: Span::new(self.base + start, self.base + end) });
    }
}
