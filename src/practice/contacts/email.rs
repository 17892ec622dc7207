//! E-mail addresses in running text, sound and malformed.

use super::words::{Sense, Words};

/// Most characters of the words in brackets that stand for a mark.
const MARK: usize = 24;
/// Most characters of a word that stands for a full stop.
const DOT: usize = 6;

/// An address that begins where it was looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Address {
    /// Offset after its last byte.
    pub end: usize,
    /// Whether it can be written to as it stands.
    pub sound: bool,
    /// Whether words or brackets stand for its marks: `ada (at) example.org`.
    pub cloaked: bool,
}

/// The address at the start of `text`: `ada@example.org`, or malformed `ada@example`, `ada (at) example.org`, `ada @ example.org`.
pub(super) fn at_start(text: &str, words: &Words) -> Option<Address> {
    plain_at_start(text).or_else(|| {
        let local = run(text);
        let is_word = text[..local].contains(char::is_alphanumeric);
        if is_word { cloaked(text, local, words) } else { None }
    })
}

/// The address at the start of `text`, if an `@` stands in it.
pub(super) fn plain_at_start(text: &str) -> Option<Address> {
    let local = run(text);
    // In Markdown a backslash may stand before the mark.
    let mark = local + usize::from(text[local..].starts_with("\\@"));
    let rest = text[mark..].strip_prefix('@')?;
    text[..local].contains(char::is_alphanumeric).then(|| plain(&text[..local], rest, mark + 1))
}

/// Length of the run of characters that can stand before an `@`.
///
/// In Markdown a backslash may stand before a mark: `ada\_rossi@example.org`.
pub(super) fn run(text: &str) -> usize {
    let mut end = 0;
    while let Some(at) = text[end..].find(|c: char| !is_local(c)) {
        end += at;
        let escaped = text[end..].strip_prefix('\\').filter(|rest| rest.starts_with(['_', '-', '.', '+']));
        if escaped.is_none() {
            return end;
        }
        end += 2;
    }
    text.len()
}

/// Whether a character can stand before an `@`.
pub(super) fn is_local(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '.' | '_' | '%' | '+' | '-' | '\'')
}

fn plain(local: &str, rest: &str, start: usize) -> Address {
    let domain = domain(rest);
    if domain > 0 {
        let end = start + domain;
        let more = text_follows(&rest[domain..]);
        return Address {
            end,
            sound: is_sound_local(local) && has_top_level(&rest[..domain]) && !more,
            cloaked: false,
        };
    }
    Address { end: start, sound: false, cloaked: false }
}

/// Whether an address goes on where its domain should have ended: `ada@example.org@`.
fn text_follows(rest: &str) -> bool {
    rest.starts_with('@')
}

fn is_sound_local(local: &str) -> bool {
    !local.starts_with('.') && !local.ends_with('.') && !local.contains("..")
}

fn has_top_level(domain: &str) -> bool {
    let Some((name, top)) = domain.rsplit_once('.') else { return false };
    !name.is_empty() && top.chars().count() >= 2 && !top.starts_with(|c: char| c.is_numeric())
}

/// Length of the domain at the start of `text`: labels divided by single full stops.
pub(super) fn domain(text: &str) -> usize {
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '-' && c != '.').unwrap_or(text.len());
    let end = text[..end].find("..").unwrap_or(end);
    text[..end].trim_end_matches(['.', '-']).len()
}

/// `(at)`, `[at]`, ` @ ` and a domain after the local part of `local` bytes.
fn cloaked(text: &str, local: usize, words: &Words) -> Option<Address> {
    let mark = skip_spaces(text, local);
    let worded =
        bracketed(&text[mark..]).filter(|word| word.chars().count() <= 2 || words.is_phrase(word, Sense::Cloak));
    let after = worded.map(|word| mark + word.len() + 2).or_else(|| bare_mark(text, local, mark))?;
    let start = skip_spaces(text, after);
    let end = start + cloaked_domain(&text[start..])?;
    Some(Address { end, sound: false, cloaked: worded.is_some() })
}

fn bare_mark(text: &str, local: usize, mark: usize) -> Option<usize> {
    let spaced = mark > local || text[mark..].starts_with("@ ");
    (spaced && text[mark..].starts_with('@')).then_some(mark + 1)
}

/// The words in brackets at the start of `text`: `(at)`, `[email protected]`.
pub(super) fn bracketed(text: &str) -> Option<&str> {
    let close = match text.chars().next()? {
        '(' => ')',
        '[' => ']',
        '{' => '}',
        _ => return None,
    };
    let inside = text[1..].char_indices().take(MARK).find(|&(_, c)| c == close)?.0;
    let word = &text[1..=inside];
    let worded = |c: char| c.is_alphabetic() || matches!(c, '@' | ' ' | '\u{a0}');
    (!word.trim().is_empty() && word.chars().all(worded)).then_some(word)
}

/// Length of `example.org`, `example (dot) org` or `desk (dot) example (dot) org`.
fn cloaked_domain(text: &str) -> Option<usize> {
    let mut end = domain(text);
    if end == 0 {
        return None;
    }
    while let Some(length) = next_label(&text[end..]) {
        end += length;
    }
    Some(end)
}

/// Length of ` (dot) org`.
fn next_label(text: &str) -> Option<usize> {
    let dot = skip_spaces(text, 0);
    let word = bracketed(&text[dot..]).filter(|word| word.chars().count() <= DOT && !word.contains(' '))?;
    let top = skip_spaces(text, dot + word.len() + 2);
    let length = domain(&text[top..]);
    (length > 0).then_some(top + length)
}

fn skip_spaces(text: &str, at: usize) -> usize {
    at + (text[at..].len() - text[at..].trim_start_matches([' ', '\u{a0}']).len())
}
