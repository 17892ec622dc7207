//! Plain text as CommonMark that shows it.

use std::borrow::Cow;
use std::fmt::Write;
use std::ops::Range;

/// Plain text as the text of a paragraph, a heading or a link, with as few backslashes as show the same text.
///
/// The extensions of GitHub are minded. Line breaks and blanks at either end become character references, so that the result
/// stays on one line. (A vertical bar is left alone: it means something in a table only.)
pub fn escape(text: &str) -> Cow<'_, str> {
    if text.bytes().all(is_harmless) && !has_outer_blank(text) && marker(text).is_none() {
        return Cow::Borrowed(text);
    }
    Cow::Owned(escape_with(text, false))
}

/// Plain text between the brackets of a link.
pub(super) fn label(text: &str) -> String {
    escape_with(text, true)
}

/// An address between the parentheses of a link.
pub(super) fn destination(url: &str) -> String {
    let is_bare = |c: char| !c.is_control() && !c.is_whitespace() && !matches!(c, '<' | '>' | '(' | ')' | '\\');
    let mut out = String::new();
    for (at, c) in url.char_indices() {
        let escaped = matches!(c, '<' | '>' | '\\') || c == '&' && is_reference(&url[at..]);
        push(&mut out, c, escaped);
    }
    if !url.is_empty() && url.chars().all(is_bare) { out } else { format!("<{out}>") }
}

/// Whether `<url>` is a link.
pub(super) fn is_autolink(url: &str) -> bool {
    let Some((scheme, rest)) = url.split_once(':') else { return false };
    let is_scheme = scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+.-".contains(&byte));
    let starts_well = scheme.starts_with(|c: char| c.is_ascii_alphabetic()) && (2..=32).contains(&scheme.len());
    is_scheme && starts_well && !rest.chars().any(|c| c.is_control() || c.is_whitespace() || matches!(c, '<' | '>'))
}

const fn is_harmless(byte: u8) -> bool {
    !matches!(byte, b'\n' | b'\r' | b'\\' | b'`' | b'*' | b'_' | b'~' | b'[' | b']' | b'<' | b'&' | b'#')
}

fn has_outer_blank(text: &str) -> bool {
    text.starts_with(char::is_whitespace) || text.ends_with(char::is_whitespace)
}

fn escape_with(text: &str, in_brackets: bool) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let (marker, body) = (marker(text), body(text));
    let mut run = Run::default();
    for (at, c) in text.char_indices() {
        run.advance(text, &body, at, c);
        if !body.contains(&at) && c.is_whitespace() {
            reference(&mut out, c);
        } else {
            push(&mut out, c, marker == Some(at) || run.means_something(text, at, c, in_brackets));
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
        '\n' | '\r' => reference(out, c),
        _ if escaped => out.extend(['\\', c]),
        _ => out.push(c),
    }
}

fn reference(out: &mut String, c: char) {
    // Writing to a string does not fail.
    let _ = write!(out, "&#{};", u32::from(c));
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
        let neighbour = |c: char, is_inner: bool| if is_inner && !matches!(c, '\n' | '\r') { c } else { '&' };
        self.before = text[..at].chars().next_back().map(|c| neighbour(c, at > body.start));
        self.after = rest.chars().next().map(|c| neighbour(c, self.end < body.end));
    }

    /// Whether CommonMark would take the character for more than itself.
    fn means_something(&self, text: &str, at: usize, c: char, in_brackets: bool) -> bool {
        let rest = &text[at + c.len_utf8()..];
        match c {
            '`' => true,
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
    rest.starts_with(|next: char| next.is_ascii_punctuation() || matches!(next, '\n' | '\r'))
        || rest.trim_start().is_empty()
}

/// Whether a text that starts with `&` starts with a character reference, known or not.
fn is_reference(text: &str) -> bool {
    let name = text[1..].trim_start_matches('#');
    let end = name.bytes().take(40).position(|byte| !byte.is_ascii_alphanumeric());
    end.is_some_and(|end| end > 0 && name[end..].starts_with(';'))
}
