//! A text as its reader sees it, without the marks of Markdown and with the characters that references stand for, and the way back.

use std::borrow::Cow;
use std::ops::Range;

use crate::blocks::html::decode_reference;

/// Bytes of the longest reference.
const REFERENCE: usize = 32;

/// A text as it is seen.
pub struct Seen<'t> {
    /// The text.
    pub text: Cow<'t, str>,
    /// Places of it with their places in the source, where the distance between the two changes; empty where nothing does.
    parts: Vec<(usize, usize)>,
}

impl<'t> Seen<'t> {
    /// What is seen of a text.
    pub fn of(source: &'t str) -> Self {
        if !source.contains(|c: char| matches!(c, '&' | '\\') || is_unseen(c)) {
            return Self { text: Cow::Borrowed(source), parts: Vec::new() };
        }
        let mut text = String::with_capacity(source.len());
        let mut parts = Vec::new();
        let mut at = 0;
        while let Some(c) = source[at..].chars().next() {
            let (shown, length) = character(&source[at..], c);
            parts.push((text.len(), at));
            text.push_str(&shown);
            at += length;
        }
        parts.push((text.len(), at));
        Self { text: Cow::Owned(text), parts }
    }

    /// The place in the source of a place of what is seen.
    pub fn source(&self, place: &Range<usize>) -> Range<usize> {
        if self.parts.is_empty() {
            return place.clone();
        }
        // The last part that begins there, so that what is not seen before it is left; and for the end the first.
        let start = self.parts.partition_point(|part| part.0 <= place.start).saturating_sub(1);
        let end = self.parts.partition_point(|part| part.0 < place.end);
        let source = |at: usize| self.parts.get(at).or(self.parts.last()).map_or(0, |part| part.1);
        source(start)..source(end).max(source(start))
    }
}

/// What is seen of the character that a text begins with, and how many bytes it has.
fn character(text: &str, c: char) -> (Cow<'_, str>, usize) {
    let plain = || (Cow::Borrowed(&text[..c.len_utf8()]), c.len_utf8());
    match c {
        '&' => match reference(text) {
            Some(length) => (Cow::Owned(decode_reference(&text[..length])), length),
            None => plain(),
        },
        '\\' if text[1..].starts_with(|next: char| next.is_ascii_punctuation()) => (Cow::Borrowed(""), 1),
        c if is_unseen(c) => (Cow::Borrowed(""), c.len_utf8()),
        _ => plain(),
    }
}

/// The length of the reference that a text begins with: `&#64;`, `&commat;`.
fn reference(text: &str) -> Option<usize> {
    let end = text.bytes().take(REFERENCE).position(|byte| byte == b';')?;
    let named = text[1..end].bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'#');
    (named && end > 1).then_some(end + 1)
}

/// Whether nobody sees a character: a soft hyphen, a joiner.
const fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}
