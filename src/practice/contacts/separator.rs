//! What divides the parts of a contact, and what only looks like it.

use super::scan::Separator;
use super::words::{Sense, Words};
use crate::schemas::is_number;
use crate::sheets::are_figures;

/// Longest word before a full stop that can be an abbreviation: `Dott.`
const SHORT: usize = 5;
/// How many words before a title are looked at.
const TITLES: usize = 6;
/// Character references that part what stands on both sides of them.
const SPELT: [(&str, Separator); 6] = [
    ("&middot;", Separator::Bar),
    ("&bull;", Separator::Bar),
    ("&#183;", Separator::Bar),
    ("&ndash; ", Separator::Dash),
    ("&mdash; ", Separator::Dash),
    ("&#8211; ", Separator::Dash),
];
/// Dots in a row that lead to a value at least.
const LEADER: usize = 4;
/// How far back the word before a full stop is looked for, in bytes.
const REACH: usize = 32;

/// The separator at byte `at` of `line`; the text before it began at `from`.
pub(super) fn at(line: &str, at: usize, from: usize, words: &Words) -> Option<Separator> {
    let (before, rest) = line.split_at(at);
    let next = rest.chars().next()?;
    let after = &rest[next.len_utf8()..];
    match next {
        ',' | ':' if in_number(before, after) => None,
        ',' => Some(Separator::Comma),
        ':' => Some(Separator::Colon),
        ';' => (!ends_entity(before)).then_some(Separator::Semicolon),
        '|' | '\t' => Some(Separator::Bar),
        '=' => spaced(before, after).then_some(Separator::Bar),
        '(' | '[' | '{' => glued_bracket(line, at).is_none().then_some(Separator::Open),
        ')' | ']' | '}' => Some(Separator::Close),
        '-' | '–' | '—' | '‒' | '―' => is_dash(before, after).then_some(Separator::Dash),
        '/' => spaced(before, after).then_some(Separator::Slash),
        '·' | '•' if !before.trim().is_empty() && spaced(before, after) => Some(Separator::Bar),
        '*' | '`' | '•' | '·' | '▪' | '●' | '◦' | '→' | '»' | '«' => Some(Separator::Soft),
        '.' if is_ordinal(last_word(before), after, words) => None,
        '.' => divides(&before[from..], after, words).then_some(Separator::Stop),
        _ => None,
    }
}

/// The separator at the start of `text` that takes several characters, and its length: `&middot;`, `&ndash;`, dots that lead to a value.
pub(super) fn spelt(text: &str) -> Option<(Separator, usize)> {
    let spelt = SPELT.iter().find(|(mark, _)| text.starts_with(mark)).map(|(mark, found)| (*found, mark.len()));
    let dots = text.bytes().take_while(|byte| *byte == b'.').count();
    spelt.or((dots >= LEADER).then_some((Separator::Colon, dots)))
}

/// Length of the number of a part of a form before a word: `3.1 Name`, `D.1 Name`, `A3. Name`, `B4) Name`.
pub(super) fn part_number(line: &str) -> Option<usize> {
    let (number, words) = line.split_once(' ')?;
    let named = number.contains(['.', ')']) && words.trim_start().starts_with(char::is_alphabetic);
    let figures = number.trim_end_matches(['.', ')']);
    let behind_letter = figures.strip_prefix(|c: char| c.is_uppercase());
    let behind_letter = behind_letter.map(|figures| figures.strip_prefix('.').unwrap_or(figures));
    (named && are_figures(behind_letter.unwrap_or(figures))).then_some(number.len())
}

/// Length of the tag at the start of `text`: `<br>`, `</p>`, `<a href="…">`.
pub(super) fn tag(text: &str) -> Option<usize> {
    let inside = text.strip_prefix('<')?;
    if !inside.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/') {
        return None;
    }
    let end = inside.find(['<', '>'])?;
    let address = inside[..end].contains(['@', ':']) && !inside[..end].contains('=');
    (inside[end..].starts_with('>') && !address).then_some(end + 2)
}

/// Length of the angle bracket at the start of `text`, escaped or not.
pub(super) fn angle(text: &str) -> Option<usize> {
    ["<", ">", "&lt;", "&gt;"].into_iter().find(|mark| text.starts_with(mark)).map(str::len)
}

/// Length of a bracket that belongs to the word it stands at: `(s)`.
pub(super) fn glued_bracket(line: &str, at: usize) -> Option<usize> {
    let rest = line[at..].strip_prefix('(')?;
    if !line[..at].ends_with(char::is_alphabetic) {
        return None;
    }
    let end = rest.char_indices().take(5).find(|&(_, c)| c == ')')?.0;
    (end > 0 && rest[..end].chars().all(char::is_lowercase)).then_some(end + 2)
}

fn in_number(before: &str, after: &str) -> bool {
    before.ends_with(|c: char| c.is_ascii_digit()) && after.starts_with(|c: char| c.is_ascii_digit())
}

/// Whether a dash, or one of the two of `--`, stands between spaces.
fn is_dash(before: &str, after: &str) -> bool {
    let first = after.strip_prefix('-').is_some_and(|after| spaced(before, after));
    let second = before.strip_suffix('-').is_some_and(|before| spaced(before, after));
    first || second || spaced(before, after)
}

fn spaced(before: &str, after: &str) -> bool {
    let space = |c: char| c.is_whitespace();
    (before.is_empty() || before.ends_with(space)) && (after.is_empty() || after.starts_with(space))
}

fn ends_entity(before: &str) -> bool {
    let name: usize = before.bytes().rev().take(10).take_while(|b| b.is_ascii_alphanumeric() || *b == b'#').count();
    name > 0 && before[..before.len() - name].ends_with('&')
}

/// Whether the full stop between `piece` and `after` ends a part: not one of `S.p.A.`, `Dr. Ada`, `J. R. Smith`.
fn divides(piece: &str, after: &str, words: &Words) -> bool {
    if !ends_word(after) {
        return false;
    }
    let word = last_word(piece);
    let length = word.chars().count();
    let initial = length == 1 && word.chars().all(char::is_alphabetic);
    if initial || word.contains('.') || words.is_stopped_organisation(word) {
        return false;
    }
    let Some(next) = after.trim_start().chars().next() else { return true };
    if next.is_lowercase() {
        return length > SHORT;
    }
    !(next.is_uppercase() && is_title(piece, word, after, words))
}

/// `1` before `. Vorsitzende`: one of several in a role.
fn is_ordinal(word: &str, after: &str, words: &Words) -> bool {
    let next = after.split_whitespace().next().unwrap_or_default().trim_end_matches([',', ';', ')']);
    is_number(word, 2) && words.has_sense(next, Sense::Role)
}

fn ends_word(after: &str) -> bool {
    let end = |c: char| c.is_whitespace() || matches!(c, ')' | ']' | '}' | '"' | '”' | '»' | '<' | '*');
    after.is_empty() || after.starts_with(end)
}

/// Whether the last word of the piece is the title of the name that follows: `Prof. Dott. Ada`, `Ada Rossi and Ms. Bea`.
fn is_title(piece: &str, word: &str, after: &str, words: &Words) -> bool {
    let capitals = |text: &str| text.chars().all(|c| !c.is_lowercase());
    let next = after.split_whitespace().next().unwrap_or_default();
    let sense = words.has_sense(word, Sense::Role) || words.has_sense(word, Sense::Organisation);
    word.chars().count() <= SHORT
        && word.starts_with(char::is_alphabetic)
        && (!capitals(word) || capitals(next))
        && !sense
        && !words.is_label(next)
        && may_begin_name(&piece[..piece.len() - word.len()], word, words)
}

/// Whether titles alone stand before, or a name and a connective.
fn may_begin_name(before: &str, word: &str, words: &Words) -> bool {
    let mut earlier = before.split_whitespace().rev().take(TITLES).peekable();
    // `Herr Dr. Bo Verdi`
    while earlier.next_if(|word| word.ends_with('.') || words.is_title(word)).is_some() {}
    let Some(last) = earlier.next() else { return true };
    let named = |word: &str| word.starts_with(char::is_uppercase);
    words.has_sense(last, Sense::And) && word.chars().count() < SHORT && earlier.all(named)
}

/// The last word of a piece, or as much of it as could be an abbreviation.
fn last_word(piece: &str) -> &str {
    let mut start = piece.len().saturating_sub(REACH);
    while !piece.is_char_boundary(start) {
        start += 1;
    }
    let tail = &piece[start..];
    let word = tail.rfind(char::is_whitespace).map_or(tail, |at| &tail[at..]);
    word.trim_start()
}
