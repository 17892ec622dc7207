//! How a string is written: plain, quoted, or as a block.

use std::fmt::Write;

/// Where lines are folded, counted in characters from the margin.
const WIDTH: usize = 100;
/// How narrow a deeply nested block may become.
const NARROWEST: usize = 40;
/// Words that YAML 1.1, YAML 1.2 or a careless reader takes for something else than a string.
const RESERVED: [&str; 12] = ["y", "n", "yes", "no", "true", "false", "on", "off", "null", "nan", "inf", "infinity"];

/// The ways to write a string.
#[derive(Clone, Copy)]
enum Style {
    Plain,
    Quoted,
    /// `>-`: lines are joined by spaces.
    Folded,
    /// `|-`: lines are kept.
    Literal,
}

/// Writes `text` where `column` characters stand before it; a block's lines stand at `indent`.
pub(super) fn write(out: &mut String, text: &str, column: usize, indent: usize) {
    match style(text, column, indent) {
        Style::Plain => out.push_str(text),
        Style::Quoted => quoted(out, text),
        Style::Folded => folded(out, text, indent),
        Style::Literal => literal(out, text, indent),
    }
}

/// Writes `text` on one line, as the key of a mapping.
pub(super) fn write_key(out: &mut String, text: &str) {
    if is_plain(text) { out.push_str(text) } else { quoted(out, text) }
}

fn style(text: &str, column: usize, indent: usize) -> Style {
    let on_one_line = || if is_plain(text) { Style::Plain } else { Style::Quoted };
    if !fits_a_block(text) {
        return on_one_line();
    }
    let fits = column + text.chars().count() <= WIDTH;
    let has = |byte: u8| memchr::memchr(byte, text.as_bytes()).is_some();
    match has(b'\n') {
        false if fits || !has(b' ') => on_one_line(),
        true if fits || !is_prose(text, room(indent)) => Style::Literal,
        _ => Style::Folded,
    }
}

/// A block shows a text as it is, so that nothing in it may be invisible or depend on the first line's indentation.
fn fits_a_block(text: &str) -> bool {
    let body = text.strip_suffix('\n').unwrap_or(text);
    let mut ends = memchr::memchr_iter(b'\n', body.as_bytes()).chain([body.len()]);
    let ends_well = |end: usize| !body[..end].ends_with(|c: char| c.is_whitespace() && c != '\n');
    let lines_end_well = ends.all(ends_well);
    let starts_well = !body.is_empty() && !body.starts_with(char::is_whitespace);
    starts_well && lines_end_well && !body.ends_with('\n') && !has_escapes(text)
}

/// Paragraphs, one of them long. In a folded block each line break of the text is one line break more, which lists would suffer from.
fn is_prose(text: &str, room: usize) -> bool {
    let body = text.strip_suffix('\n').unwrap_or(text);
    let mut paragraphs = paragraphs(body);
    let plain = paragraphs.clone().all(|paragraph| !paragraph.contains('\n') && !is_marked(paragraph));
    plain && paragraphs.any(|paragraph| fold_point(paragraph, room).is_some())
}

/// What empty lines part.
fn paragraphs(text: &str) -> impl Iterator<Item = &str> + Clone {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let all = rest?;
        let end = memchr::memmem::find(all.as_bytes(), b"\n\n");
        rest = end.map(|end| &all[end + 2..]);
        Some(&all[..end.unwrap_or(all.len())])
    })
}

/// Whether a paragraph is a list item, a heading or indented.
fn is_marked(paragraph: &str) -> bool {
    let word = paragraph.split(' ').next().unwrap_or_default();
    let number = word.trim_end_matches(['.', ')']);
    let ordered = number.len() < word.len() && number.bytes().all(|byte| byte.is_ascii_digit());
    word.is_empty() || ordered || word.bytes().all(|byte| matches!(byte, b'-' | b'*' | b'+' | b'#'))
}

const fn room(indent: usize) -> usize {
    let left = WIDTH.saturating_sub(indent);
    if left < NARROWEST { NARROWEST } else { left }
}

/// A scalar that every reader takes for this very string, although nothing surrounds it.
fn is_plain(text: &str) -> bool {
    let Some(first) = text.chars().next() else { return false };
    let starts_well = match first {
        '0'..='9' => !is_number_like(text),
        'a'..='z' | 'A'..='Z' | '(' | '/' => true,
        other => !other.is_ascii() && !other.is_whitespace(),
    };
    let bytes = text.as_bytes();
    let ends_key = |colon: usize| matches!(bytes.get(colon + 1), None | Some(b' '));
    let begins_comment = |hash: usize| text[..hash].ends_with(' ');
    let has_indicator =
        || memchr::memchr_iter(b':', bytes).any(ends_key) || memchr::memchr_iter(b'#', bytes).any(begins_comment);
    let is_word = || text.len() <= 8 && RESERVED.iter().any(|word| word.eq_ignore_ascii_case(text));
    let has_break = || memchr::memchr(b'\n', bytes).is_some();
    let breaks = || text.ends_with(char::is_whitespace) || has_break() || has_escapes(text);
    starts_well && !has_indicator() && !is_word() && !breaks()
}

/// Integers, floats, sexagesimals and timestamps of either version are made of these characters alone.
fn is_number_like(text: &str) -> bool {
    !text.chars().any(|c| !c.is_ascii() || c.is_ascii_alphabetic() && !b"abcdefoxtz".contains(&(c as u8 | 0x20)))
}

fn breaks_a_line(c: char) -> bool {
    c == '\n' || needs_escape(c)
}

/// What YAML cannot hold unescaped, what a reader may take for a line break, and tabs, which no one sees.
const fn needs_escape(c: char) -> bool {
    matches!(c,
        '\0'..='\t' | '\u{b}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{2028}' | '\u{2029}'
        | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

/// Whether a character of a text needs an escape. Most texts have no byte that such a character begins with, which is seen for
/// many bytes at once.
fn has_escapes(text: &str) -> bool {
    let may_begin_one = |byte: u8| {
        let control = (byte < b' ') & (byte != b'\n') | (byte == 0x7f);
        control | (byte == 0xc2) | (byte == 0xe2) | (byte == 0xef)
    };
    text.bytes().fold(false, |any, byte| any | may_begin_one(byte)) && text.chars().any(needs_escape)
}

fn quoted(out: &mut String, text: &str) {
    let escapes = text.chars().any(|c| breaks_a_line(c) || c == '\'');
    if !escapes && text.contains(['"', '\\']) {
        out.extend(["'", text, "'"]);
        return;
    }
    out.push('"');
    text.chars().for_each(|c| escaped(out, c));
    out.push('"');
}

fn escaped(out: &mut String, c: char) {
    match c {
        '"' | '\\' => out.extend(['\\', c]),
        '\n' => out.push_str("\\n"),
        '\t' => out.push_str("\\t"),
        '\r' => out.push_str("\\r"),
        _ if needs_escape(c) => {
            // Writing to a string does not fail.
            let _ = write!(out, "\\u{:04X}", u32::from(c));
        }
        _ => out.push(c),
    }
}

/// The end of a block's text, which its header names: without a line break (`-`), or with one.
fn header(out: &mut String, indicator: char, text: &str) {
    out.push(indicator);
    if !text.ends_with('\n') {
        out.push('-');
    }
}

fn literal(out: &mut String, text: &str, indent: usize) {
    header(out, '|', text);
    for line in text.strip_suffix('\n').unwrap_or(text).split('\n') {
        out.push('\n');
        if !line.is_empty() {
            pad(out, indent);
            out.push_str(line);
        }
    }
}

fn folded(out: &mut String, text: &str, indent: usize) {
    header(out, '>', text);
    for (at, paragraph) in paragraphs(text.strip_suffix('\n').unwrap_or(text)).enumerate() {
        out.push_str(if at == 0 { "\n" } else { "\n\n\n" });
        fold(out, paragraph, indent);
    }
}

fn fold(out: &mut String, paragraph: &str, indent: usize) {
    let mut rest = paragraph;
    while let Some(at) = fold_point(rest, room(indent)) {
        pad(out, indent);
        out.push_str(&rest[..at]);
        out.push('\n');
        rest = &rest[at + 1..];
    }
    pad(out, indent);
    out.push_str(rest);
}

/// The last space within `room` that stands alone between two words, or the first one after it; none where the text fits.
fn fold_point(text: &str, room: usize) -> Option<usize> {
    let limit = nth_char(text, room)?;
    let before = text[..limit].rmatch_indices(' ').map(|(at, _)| at);
    let after = text[limit..].match_indices(' ').map(|(at, _)| at + limit);
    let exactly = Some(limit).filter(|at| text[*at..].starts_with(' '));
    exactly.into_iter().chain(before).chain(after).find(|at| stands_alone(text, *at))
}

/// Where the character at a position begins.
fn nth_char(text: &str, nth: usize) -> Option<usize> {
    match text.as_bytes().get(..nth)?.is_ascii() {
        true => Some(nth).filter(|at| *at < text.len()),
        false => text.char_indices().nth(nth).map(|(at, _)| at),
    }
}

/// Whether a line break in the place of this space is read as one space again.
fn stands_alone(text: &str, at: usize) -> bool {
    let blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
    !blank(text[..at].chars().next_back()) && !blank(text[at + 1..].chars().next())
}

/// Writes `indent` spaces.
pub(super) fn pad(out: &mut String, indent: usize) {
    out.extend(std::iter::repeat_n(' ', indent));
}
