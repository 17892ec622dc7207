//! Telephone numbers in running text.

use super::words::{Sense, Words};
use crate::source::digits;

/// Most bytes between the brackets of an area code.
const BRACKET: usize = 12;
/// Longest word before an extension, in bytes.
const LONGEST_WORD: usize = 24;

/// Length of the number at the start of `text`, with an extension: `+39 051 1234567`, `(+39) 02/123456`, `051 123456 ext. 7`,
/// `02 5555 0138 / 0139`.
///
/// Whether it is a telephone number is for [`is_phone`] and its label to say.
pub(super) fn at_start(text: &str, words: &Words) -> Option<usize> {
    if !text.starts_with(|c: char| c.is_ascii_digit() || c == '+' || c == '(') {
        return None;
    }
    let length = groups(text);
    match digits(&text[..length]) {
        0 => None,
        1..6 => Some(length),
        _ => {
            let length = length + other_line(&text[length..]);
            Some(length + extension(&text[length..], words))
        }
    }
}

/// Digits of the shortest number, that of a help line, and of the longest.
const DIGITS: std::ops::RangeInclusive<usize> = 3..=15;

/// Whether a text is one telephone number or several, with words beside them: `051 123456 ext. 7`, `1522`, `02 5555 / 02 5556`.
///
/// No number has letters among its digits, fewer than three digits, or more than fifteen.
pub(super) fn can_be_called(text: &str) -> bool {
    let numbers = text.split(|c: char| c.is_alphabetic() || matches!(c, ',' | ';' | '/' | '|')).map(digits);
    let longest = numbers.max().unwrap_or(0);
    let whole = digits(text);
    let fits = DIGITS.contains(&longest) || DIGITS.contains(&whole);
    fits && !text.contains('@') && !has_letter_inside(text)
}

/// Letters that are taken for the digits 0 and 1.
const LIKE_DIGITS: [char; 4] = ['O', 'o', 'I', 'l'];

/// `055 12x45`, `O55 1234`: what a slip of the hand made of a digit. Behind a whole number a letter begins an extension: `555123x12`.
fn has_letter_inside(text: &str) -> bool {
    text.match_indices(|c: char| c.is_ascii_alphabetic()).any(|(at, letter)| {
        let (before, behind) = (&text[..at], &text[at + 1..]);
        let ends = behind.starts_with(|c: char| c.is_ascii_digit());
        let inside = before.ends_with(|c: char| c.is_ascii_digit());
        let starts = !before.ends_with(char::is_alphanumeric) && letter.starts_with(LIKE_DIGITS);
        let extends = || digits(before) >= 6 && digits(behind) <= 5;
        ends && (inside || starts) && !extends()
    })
}

/// Whether a number without a label is a telephone number: not a year, a date or a postcode.
pub(super) fn is_phone(text: &str) -> bool {
    let count = digits(text);
    let marked = text.starts_with(['+', '0', '(']);
    (count >= 9 || count >= 6 && marked) && !is_date(text)
}

/// Whether a number is a telephone number wherever it stands: nine digits or more in three groups or more, as no other is written.
pub(super) fn is_grouped(text: &str) -> bool {
    let groups = text.split(' ').filter(|group| digits(group) > 0);
    let marked = text.starts_with(['+', '0', '(']) || text.split(' ').all(|group| group.len() <= 3);
    marked && (9..=15).contains(&digits(text)) && groups.count() >= 3 && !is_date(text)
}

fn is_date(text: &str) -> bool {
    let groups: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty()).collect();
    let year = |group: &str| group.len() == 4 && (group.starts_with("19") || group.starts_with("20"));
    match groups[..] {
        [first, second] => year(first) && year(second),
        [first, second, third] => {
            let short = |group: &str| group.len() <= 2;
            short(second) && (short(first) && year(third) || year(first) && short(third))
        }
        _ => false,
    }
}

/// Length of the groups of digits and what may stand between two of them.
///
/// After an area code, ` / ` is one of them.
pub(super) fn groups(text: &str) -> usize {
    let mut end = 0;
    let mut at = 0;
    while let Some(length) = group(&text[at..]) {
        end = at + length;
        let area_code = text[end..].starts_with(" / ") && digits(&text[..end]) < 6;
        at = end + if area_code { 3 } else { joiner(&text[end..]) };
    }
    end
}

/// Length of `051`, `+39`, `(0)`, `(+39)` or `(0 49 99)`.
fn group(text: &str) -> Option<usize> {
    if let Some(rest) = text.strip_prefix('(') {
        let inside = rest.find(|c: char| !c.is_ascii_digit() && c != ' ' && c != '+').filter(|&end| end <= BRACKET)?;
        let close = inside + 1;
        let number = digits(&rest[..inside]) > 0 && !rest.starts_with(' ');
        return (number && text[close..].starts_with(')')).then_some(close + 1).filter(|&end| goes_on(&text[end..]));
    }
    let plus = usize::from(text.starts_with('+'));
    let length = text[plus..].bytes().take_while(u8::is_ascii_digit).count();
    (length > 0).then_some(plus + length)
}

/// Whether digits follow a bracket; without them it is no part of the number.
fn goes_on(text: &str) -> bool {
    text[joiner(text)..].starts_with(|c: char| c.is_ascii_digit())
}

/// Length of what divides two groups of one number; ` / ` divides two numbers.
fn joiner(text: &str) -> usize {
    const JOINERS: [&str; 13] =
        [" - ", " – ", ". ", " ", "\u{a0}", "&nbsp;", "-", ".", "/", "\u{2011}", "\u{2013}", "/ ", "- "];
    let joins = |joiner: &&&str| {
        let rest = text.strip_prefix(**joiner);
        rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit() || c == '('))
    };
    JOINERS.iter().find(joins).map_or(0, |joiner| joiner.len())
}

/// Length of ` / -14` or ` / 0139`: at most four digits that another line of the same number ends with.
fn other_line(text: &str) -> usize {
    let Some(rest) = text.trim_start_matches(' ').strip_prefix('/') else { return 0 };
    let rest = rest.trim_start_matches(' ').trim_start_matches(['-', '\u{2013}', '\u{2011}']);
    let count = rest.bytes().take_while(u8::is_ascii_digit).count();
    let end = &rest[count..];
    let more = end.starts_with(['/', '-', '.', '@']) && end[1..].starts_with(|c: char| c.is_ascii_alphanumeric());
    let fits = (1..=4).contains(&count) && !more && !goes_on(end) && !end.starts_with(char::is_alphanumeric);
    if fits { text.len() - end.len() } else { 0 }
}

/// Length of ` ext. 12`, `, App. 3` or ` (int. 23)`: a short word and at most five digits.
///
/// Behind white space alone the word may be any in lower case; elsewhere it is one that is known.
fn extension(text: &str, words: &Words) -> usize {
    let rest = text.trim_start_matches(' ');
    let plain = rest.strip_prefix(',').map_or(rest, |rest| rest.trim_start_matches(' '));
    let inside = plain.strip_prefix('(').unwrap_or(plain);
    let Some((word, end)) = word_and_digits(inside) else { return 0 };
    let end = if inside.len() < plain.len() { end.strip_prefix(')') } else { Some(end) };
    let Some(end) = end.filter(|end| !end.starts_with('@') && !end.trim_start().starts_with(char::is_alphanumeric))
    else {
        return 0;
    };
    let small = word.bytes().all(|byte| byte.is_ascii_lowercase()) && (1..=9).contains(&word.len());
    let known = word.len() <= LONGEST_WORD && words.has_sense(word, Sense::Extension);
    if known || small && inside.len() == rest.len() { text.len() - end.len() } else { 0 }
}

/// The word that `text` begins with, where at most five digits follow, and what stands behind these.
fn word_and_digits(text: &str) -> Option<(&str, &str)> {
    let length = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    let (word, after) = text.split_at(length);
    let after = after.trim_start_matches('.').trim_start_matches(' ');
    let count = after.bytes().take_while(u8::is_ascii_digit).count();
    (1..=5).contains(&count).then(|| (word, &after[count..]))
}
