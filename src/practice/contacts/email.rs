//! E-mail addresses in running text, sound and malformed.

/// An address that begins where it was looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Address {
    /// Offset after its last byte.
    pub end: usize,
    /// Whether it can be written to as it stands.
    pub sound: bool,
}

/// The address at the start of `text`: `ada@example.org`, or malformed `ada@example`, `ada (at) example.org`, `ada @ example.org`.
pub(super) fn at_start(text: &str) -> Option<Address> {
    let local = run(text);
    if !text[..local].contains(char::is_alphanumeric) {
        return None;
    }
    match text[local..].strip_prefix('@') {
        Some(rest) => Some(plain(&text[..local], rest, local + 1)).or_else(|| cloaked(text, local)),
        None => cloaked(text, local),
    }
}

/// Length of the run of characters that can stand before an `@`.
pub(super) fn run(text: &str) -> usize {
    text.find(|c: char| !is_local(c)).unwrap_or(text.len())
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
        return Address { end, sound: is_sound_local(local) && has_top_level(&rest[..domain]) && !more };
    }
    Address { end: start, sound: false }
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
fn cloaked(text: &str, local: usize) -> Option<Address> {
    let mark = skip_spaces(text, local);
    let after = mark_end(&text[mark..], 2).map(|length| mark + length).or_else(|| bare_mark(text, local, mark))?;
    let start = skip_spaces(text, after);
    let end = start + cloaked_domain(&text[start..])?;
    Some(Address { end, sound: false })
}

fn bare_mark(text: &str, local: usize, mark: usize) -> Option<usize> {
    let spaced = mark > local || text[mark..].starts_with("@ ");
    (spaced && text[mark..].starts_with('@')).then_some(mark + 1)
}

/// Length of a bracketed word of at most `most` characters: `(at)`.
fn mark_end(text: &str, most: usize) -> Option<usize> {
    let close = match text.chars().next()? {
        '(' => ')',
        '[' => ']',
        '{' => '}',
        _ => return None,
    };
    let inside = text[1..].char_indices().take(most + 1).find(|&(_, c)| c == close)?.0;
    let word = &text[1..=inside];
    (!word.is_empty() && word.chars().all(|c| c.is_alphabetic() || c == '@')).then_some(inside + 2)
}

/// Length of `example.org` or `example (dot) org`.
fn cloaked_domain(text: &str) -> Option<usize> {
    let name = domain(text);
    if name == 0 || has_top_level(&text[..name]) {
        return (name > 0).then_some(name);
    }
    let dot = skip_spaces(text, name);
    let top = skip_spaces(text, dot + mark_end(&text[dot..], 6)?);
    let length = domain(&text[top..]);
    (length > 0).then_some(top + length)
}

fn skip_spaces(text: &str, at: usize) -> usize {
    at + (text[at..].len() - text[at..].trim_start_matches([' ', '\u{a0}']).len())
}
