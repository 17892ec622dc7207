//! Plain text as CommonMark that shows it.

use std::borrow::Cow;
use std::fmt::Write;
use std::ops::Range;

use super::marks::{is_unseen, starts_a_name, write_name};

/// Where plain text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// At the beginning of a line, where `- ` or `1. ` begins a list.
    Line,
    /// Between the brackets of a link.
    Brackets,
    /// In a cell, where nothing begins a list.
    Cell,
}

/// Plain text as the text of a paragraph, a heading or a link, with as few backslashes as show the same text.
///
/// The extensions of GitHub are minded, and `{`, which means something to programs that make sites. Line breaks, controls and blanks
/// at either end become character references, so that the result stays on one line; what would change the order of what is read is
/// shown by its number. (A vertical bar is left alone: it means something in a table only.)
pub fn escape(text: &str) -> Cow<'_, str> {
    escape_at(text, Place::Line)
}

/// Plain text in a cell; its vertical bars are still bare.
pub(super) fn in_cell(text: &str) -> Cow<'_, str> {
    escape_at(text, Place::Cell)
}

/// Plain text between the brackets of a link.
pub(super) fn label(text: &str) -> String {
    escape_with(text, Place::Brackets)
}

fn escape_at(text: &str, place: Place) -> Cow<'_, str> {
    if text.bytes().all(is_harmless) && !has_outer_blank(text) && (place == Place::Cell || marker(text).is_none()) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(escape_with(text, place))
}

/// The schemes of addresses that a page links to. `javascript:` and `data:` are none.
const SCHEMES: [&str; 5] = ["http", "https", "ftp", "mailto", "tel"];

/// An address between the parentheses of a link, which [`is_address`].
pub(super) fn destination(url: &str) -> String {
    let mut out = String::new();
    for (at, c) in url.char_indices() {
        push(&mut out, c, c == '\\' || c == '&' && is_reference(&url[at..]));
    }
    if url.contains(['(', ')', '\\']) { format!("<{out}>") } else { out }
}

/// Whether an address is one that a page links to, as it stands.
pub fn is_address(url: &str) -> bool {
    let is_plain = |c: char| !c.is_control() && !c.is_whitespace() && !is_unseen(c) && !matches!(c, '<' | '>' | '{');
    let scheme = url.split_once(':').filter(|(_, rest)| !rest.is_empty()).map(|(scheme, _)| scheme);
    scheme.is_some_and(|scheme| SCHEMES.iter().any(|known| known.eq_ignore_ascii_case(scheme)))
        && url.chars().all(is_plain)
}

/// Whether the target of a link inside a text leads to such an address, or stays on the site.
pub(super) fn is_harmless_target(target: &str) -> bool {
    // Browsers skip white space and controls in front of a scheme and inside it.
    let seen: String = target.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect();
    match seen.find([':', '/', '?', '#']) {
        Some(at) if seen[at..].starts_with(':') => SCHEMES.iter().any(|known| known.eq_ignore_ascii_case(&seen[..at])),
        _ => true,
    }
}

const fn is_harmless(byte: u8) -> bool {
    // The last two begin what may be unseen.
    !matches!(
        byte,
        0..=31 | 127 | b'\\' | b'`' | b'*' | b'_' | b'~' | b'[' | b']' | b'<' | b'&' | b'#' | b'{' | 0xc2 | 0xe2
    )
}

fn has_outer_blank(text: &str) -> bool {
    text.starts_with(char::is_whitespace) || text.ends_with(char::is_whitespace)
}

fn escape_with(text: &str, place: Place) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let (marker, body) = (marker(text).filter(|_| place != Place::Cell), body(text));
    let mut run = Run::default();
    for (at, c) in text.char_indices() {
        run.advance(text, &body, at, c);
        if is_unseen(c) {
            write_name(&mut out, c);
        } else if !body.contains(&at) && c.is_whitespace() || starts_a_name(&text[at..]) {
            reference(&mut out, c);
        } else {
            push(&mut out, c, marker == Some(at) || run.means_something(text, at, c, place == Place::Brackets));
        }
    }
    out
}

/// Where the blanks at the beginning end, and where those at the end begin.
fn body(text: &str) -> Range<usize> {
    text.len() - text.trim_start().len()..text.trim_end().len()
}

/// Writes a character so that it stays within its line.
fn push(out: &mut String, c: char, escaped: bool) {
    match c {
        '\t' => out.push(c),
        _ if c.is_control() => reference(out, c),
        // Not every program that makes sites knows a backslash before these.
        '<' if escaped => out.push_str("&lt;"),
        '&' if escaped => out.push_str("&amp;"),
        '{' if escaped => reference(out, c),
        _ if escaped => out.extend(['\\', c]),
        _ => out.push(c),
    }
}

/// Writes a character as a reference to its number, which renders the same.
pub(super) fn reference(out: &mut String, c: char) {
    // Writing to a string does not fail.
    let _ = write!(out, "&#{};", u32::from(c));
}

/// Escaped text in which these characters are references, so that they part nothing.
pub(super) fn without(escaped: &str, parting: &[char]) -> String {
    let mut out = String::with_capacity(escaped.len());
    let mut chars = escaped.chars().peekable();
    while let Some(c) = chars.next() {
        let next = chars.peek().copied().filter(|_| c == '\\');
        match next.filter(|next| parting.contains(next)) {
            // A reference needs no backslash; one that is only a backslash must not escape the reference.
            Some(next) if !next.is_ascii_punctuation() => out.push_str("\\\\"),
            Some(_) => {}
            None if parting.contains(&c) => reference(&mut out, c),
            None => {
                out.push(c);
                out.extend(next.and_then(|_| chars.next()));
            }
        }
    }
    out
}

/// What makes a block of the text when a paragraph begins with it: `- `, `1. `, `# `, `>`, `---`.
fn marker(text: &str) -> Option<usize> {
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let after = &text[digits..];
    let is_word = |marker: &str| {
        after.strip_prefix(marker).is_some_and(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace))
    };
    let found = match digits {
        0 => {
            let hashes = after.len() - after.trim_start_matches('#').len();
            let is_rule = after.starts_with('-') && after.trim_matches(['-', ' ', '\t']).is_empty();
            after.starts_with('>')
                || is_rule
                || is_word("-")
                || is_word("+")
                || (1..=6).contains(&hashes) && is_word(&after[..hashes])
        }
        1..=9 => is_word(".") || is_word(")"),
        _ => false,
    };
    found.then_some(digits)
}

/// The same characters in a row, and what surrounds them: `*`, `_` and `~` are judged together.
#[derive(Default)]
struct Run {
    end: usize,
    length: usize,
    before: Option<char>,
    after: Option<char>,
}

impl Run {
    /// Goes on to the character at `at`, which may start a run of its own.
    fn advance(&mut self, text: &str, body: &Range<usize>, at: usize, c: char) {
        if at < self.end {
            return;
        }
        let rest = text[at..].trim_start_matches(c);
        self.end = text.len() - rest.len();
        self.length = (self.end - at) / c.len_utf8();
        // What becomes a reference is no blank any more.
        let neighbour = |c: char, is_inner: bool| if is_inner && (c == '\t' || !c.is_control()) { c } else { '&' };
        self.before = text[..at].chars().next_back().map(|c| neighbour(c, at > body.start));
        self.after = rest.chars().next().map(|c| neighbour(c, self.end < body.end));
    }

    /// Whether CommonMark would take the character for more than itself.
    fn means_something(&self, text: &str, at: usize, c: char, in_brackets: bool) -> bool {
        let rest = &text[at + c.len_utf8()..];
        match c {
            '`' | '{' => true,
            '\\' => next_is_escapable(rest),
            '*' => !self.between(char::is_whitespace),
            '_' => !self.between(char::is_whitespace) && !self.between(char::is_alphanumeric),
            '~' => self.closes() || self.before.is_none() && self.length > 2,
            '#' => self.after.is_none() && self.before.is_none_or(char::is_whitespace),
            '[' => in_brackets,
            ']' => in_brackets || rest.starts_with(['(', '[', ':']),
            '<' => rest.starts_with(|next: char| next.is_ascii_alphabetic() || matches!(next, '/' | '!' | '?')),
            '&' => is_reference(&text[at..]),
            _ => false,
        }
    }

    fn between(&self, is: impl Fn(char) -> bool) -> bool {
        self.before.is_some_and(&is) && self.after.is_some_and(&is)
    }

    /// Whether the run can end a stretch that is struck out: one that only begins one, as in `~50`, is harmless.
    fn closes(&self) -> bool {
        match self.before {
            Some(before) if before.is_whitespace() => false,
            Some(before) if !before.is_ascii_punctuation() => true,
            _ => !self.after.is_some_and(char::is_alphanumeric),
        }
    }
}

/// Whether a backslash before `rest` is taken for an escape or a line break.
fn next_is_escapable(rest: &str) -> bool {
    // What becomes a reference begins with a mark.
    rest.starts_with(|next: char| next.is_ascii_punctuation() || next.is_control() && next != '\t')
        || starts_a_name(rest)
        || rest.trim_start().is_empty()
}

/// Whether a text that starts with `&` starts with a character reference, known or not.
fn is_reference(text: &str) -> bool {
    let name = text[1..].trim_start_matches('#');
    let end = name.bytes().take(40).position(|byte| !byte.is_ascii_alphanumeric());
    end.is_some_and(|end| end > 0 && name[end..].starts_with(';'))
}
