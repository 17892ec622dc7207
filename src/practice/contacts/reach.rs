//! How people can be reached, wherever a text says it: for records that are published without it.

use std::ops::Range;

use super::seen::Seen;
use super::words::{Label, Words, split};
use super::{dialled, email};
use crate::schemas::Part;
use crate::source::{Span, digits};

/// A way to reach somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// An e-mail address, also one whose marks are spelt out: `ada (at) example.org`.
    Email,
    /// A telephone number.
    Phone,
}

/// Digits of the shortest number that is hidden because a word announces it: `Tel. 0574 123`.
const ANNOUNCED: usize = 6;
/// Most bytes of what announces a number.
const ANNOUNCEMENT: usize = 40;

/// The ways to reach people in a text as it is seen, in order.
///
/// More is taken for a telephone number here than where values are read: whatever could be one, and a number that a word announces,
/// whatever its form.
pub fn reaches(text: &str, words: &Words) -> Vec<(Reach, Range<usize>)> {
    let seen = Seen::of(text);
    let mut found = emails(&seen.text, words);
    let phones: Vec<_> = phones(&seen.text, words)
        .filter(|phone| found.iter().all(|(_, mail)| phone.end <= mail.start || phone.start >= mail.end))
        .collect();
    found.extend(phones.into_iter().map(|phone| (Reach::Phone, phone)));
    found.sort_by_key(|(_, place)| place.start);
    found.into_iter().map(|(reach, place)| (reach, seen.source(&place))).collect()
}

/// Where a telephone number stands in a text, however its digits are grouped there, with or without the code of its country.
pub fn mentions(text: &str, phone: &str) -> Vec<Range<usize>> {
    let seen = Seen::of(text);
    dialled::mentions(&seen.text, phone).into_iter().map(|place| seen.source(&place)).collect()
}

fn emails(text: &str, words: &Words) -> Vec<(Reach, Range<usize>)> {
    let mut found = Vec::new();
    // What has been looked at is not looked at again.
    let mut from = 0;
    for at in starts(text) {
        if at < from {
            continue;
        }
        if let Some(end) = email_at(text, at, words) {
            found.push((Reach::Email, at..end));
            from = end;
        }
    }
    found
}

fn phones<'t>(text: &'t str, words: &'t Words) -> impl Iterator<Item = Range<usize>> + 't {
    dialled::runs(text).filter(|run| dialled::is_number(text, run) || is_announced_number(text, run, words))
}

fn is_announced_number(text: &str, run: &Range<usize>, words: &Words) -> bool {
    let number = &text[run.clone()];
    digits(number) >= ANNOUNCED && !dialled::is_time(number) && is_announced(&text[..run.start], words)
}

/// Where a word begins.
fn starts(text: &str) -> impl Iterator<Item = usize> {
    let mut inside = false;
    text.char_indices().filter_map(move |(at, c)| {
        let is_part = email::is_local(c);
        let begins = is_part && !inside;
        inside = is_part;
        begins.then_some(at)
    })
}

fn email_at(text: &str, at: usize, words: &Words) -> Option<usize> {
    let address = email::at_start(&text[at..], words)?;
    // An `@` with nothing behind it is a name of a social network or a slip.
    let hides_somebody = address.sound || address.cloaked || text[at..at + address.end].contains('.');
    hides_somebody.then_some(at + address.end)
}

/// Whether the last words of a text say that a number follows: `Tel.`, `mobile:`.
fn is_announced(before: &str, words: &Words) -> bool {
    let line = before.rfind('\n').map_or(0, |at| at + 1);
    let near = before.len().saturating_sub(ANNOUNCEMENT).max(line);
    let near = (near..before.len()).find(|&at| before.is_char_boundary(at)).unwrap_or(before.len());
    let last = split(Span::new(near, before.len()), before);
    words.label_at_end(&last).is_some_and(|(_, label)| matches!(label, Label::Part(Part::Phone | Part::Note)))
}
