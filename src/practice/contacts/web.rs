//! Addresses on the web in running text.

use super::email;

/// Length of the address at the start of `text`: `https://example.org/a`, `www.example.org`.
pub(super) fn at_start(text: &str) -> Option<usize> {
    let known = ["https://", "http://", "www."].iter().find(|scheme| starts_with(text, scheme))?;
    let length = trimmed(text);
    (length > known.len()).then_some(length)
}

/// Length of the bare domain, with or without a path, that `text` begins with: `example.org/a`.
pub(super) fn bare(text: &str) -> Option<usize> {
    let domain = email::domain(text);
    let (name, top) = text[..domain].rsplit_once('.')?;
    let sound = !name.is_empty() && top.len() >= 2 && top.chars().all(char::is_alphabetic);
    let length = trimmed(text);
    (sound && length >= domain && !text[..length].contains('@')).then_some(length)
}

fn starts_with(text: &str, scheme: &str) -> bool {
    text.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
}

/// Length of the word at the start of `text` without what a sentence puts after it.
fn trimmed(text: &str) -> usize {
    let end = text.find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '|')).unwrap_or(text.len());
    let word = text[..end].trim_end_matches(['.', ',', ';', ':', '*', '\'', ']']);
    let open = word.contains('(');
    if open { word.len() } else { word.trim_end_matches([')', '.', ',', ';', ']']).len() }
}
