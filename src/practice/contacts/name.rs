//! What looks like a person's name.

use super::words::{Sense, Word, Words};
use crate::source::Span;

/// A piece of text that starts with one name or several, and what follows the last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Named {
    /// The names: `Ada Rossi` and `Bo Verdi`.
    pub names: Vec<Span>,
    /// Connectives: `and`, `as a`.
    pub connectives: Vec<Span>,
    /// What follows, without a separator: `Head of Unit`.
    pub rest: Option<Span>,
}

/// Reads a piece as names: `Ada Rossi and Bo Verdi`, `Ada Rossi as a Head of Unit`, `Ada Rossi responsabile`.
pub(super) fn read(pieces: &[Word], text: &str, words: &Words) -> Option<Named> {
    let (end, connective) = tail(pieces, text, words);
    let mut named = conjoined(&pieces[..end], text, words)?;
    let rest = &pieces[(end + connective).min(pieces.len())..];
    named.connectives.extend(whole(&pieces[end..end + connective]));
    named.rest = whole(rest);
    Some(named)
}

/// Whether the words are one person's name, titles included.
pub(super) fn is_name(pieces: &[Word], text: &str, words: &Words) -> bool {
    let titles = pieces.iter().take_while(|word| is_title(word.span.of(text), words)).count();
    let name = &pieces[titles..];
    let written = |word: &Word| starts_small(word.span.of(text)) && words.means(word, Sense::Particle);
    let big = name.iter().filter(|word| !written(word)).count();
    let edges = name.first().is_some_and(|word| !starts_small(word.span.of(text)))
        && name.last().is_some_and(|word| !written(word));
    let fits = (2..=5).contains(&big) || titles > 0 && big == 1;
    fits && edges
        && name.len() <= 9
        && name.iter().all(|word| written(word) || is_name_word(word.span.of(text)))
        && words.phrase_at(pieces, 0, Sense::Elsewhere).is_none()
        && words.find(pieces, Sense::Role).is_none()
        && words.find(pieces, Sense::Organisation).is_none()
}

/// Whether a name begins with a title that is known: `Mrs Rossi`.
pub(super) fn is_titled(name: Span, text: &str, words: &Words) -> bool {
    name.of(text).split_whitespace().next().is_some_and(|word| words.has_sense(word, Sense::Title))
}

/// Where a name stops and a role or an organisation begins, and how many words stand between them.
fn tail(pieces: &[Word], text: &str, words: &Words) -> (usize, usize) {
    let length = pieces.len().min(16);
    for at in 2..length {
        if let Some(count) = words.phrase_at(pieces, at, Sense::AsRole) {
            return if at + count < pieces.len() { (at, count) } else { (pieces.len(), 0) };
        }
        let organisation =
            words.phrase_at(pieces, at, Sense::Organisation).is_some_and(|count| at + count < pieces.len());
        let role = words.phrase_at(pieces, at, Sense::Role).is_some();
        if (role || organisation) && is_name(&pieces[..at], text, words) {
            return (at, 0);
        }
    }
    (pieces.len(), 0)
}

/// Names with connectives between them, and nothing else.
fn conjoined(pieces: &[Word], text: &str, words: &Words) -> Option<Named> {
    let mut named = Named { names: Vec::new(), connectives: Vec::new(), rest: None };
    let mut from = 0;
    let mut at = 1;
    while at < pieces.len() {
        if let Some(count) =
            words.phrase_at(pieces, at, Sense::And).filter(|_| !joins_surnames(pieces, at, text, words))
        {
            named.names.push(one(&pieces[from..at], text, words)?);
            named.connectives.extend(whole(&pieces[at..at + count]));
            from = at + count;
            at = from;
        }
        at += 1;
    }
    named.names.push(one(&pieces[from..], text, words)?);
    Some(named)
}

/// Whether the word at `at` stands between two surnames of one person: `Núria Sants i Pla`.
fn joins_surnames(pieces: &[Word], at: usize, text: &str, words: &Words) -> bool {
    let [surname] = &pieces[at + 1..] else { return false };
    let particle = words.means(&pieces[at], Sense::Particle);
    particle && at > 1 && is_name_word(surname.span.of(text))
}

fn one(pieces: &[Word], text: &str, words: &Words) -> Option<Span> {
    is_name(pieces, text, words).then(|| whole(pieces)).flatten()
}

/// The bytes from the first word to the last.
pub(super) fn whole(pieces: &[Word]) -> Option<Span> {
    Some(pieces.first()?.span.to(pieces.last()?.span))
}

/// `Dr.`, `dott.ssa`, `Ms.`: short words with a full stop, or words that are known; an initial is none.
fn is_title(word: &str, words: &Words) -> bool {
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let sound = word.chars().all(|c| c.is_alphabetic() || c == '.');
    // `S.S.` abbreviates what is no title.
    let spoken = word.contains(char::is_lowercase);
    let short = spoken && word.contains('.') && (2..=8).contains(&letters) && word.starts_with(char::is_alphabetic);
    sound && (short || words.has_sense(word, Sense::Title))
}

fn is_name_word(word: &str) -> bool {
    let inner = |c: char| c.is_alphabetic() || matches!(c, '\'' | '’' | '-' | '.' | '\u{2010}') || is_mark(c);
    let mut parts = word.split(['\'', '’']);
    let small_start = parts.next().is_some_and(|first| first.chars().count() <= 2) && parts.any(starts_big);
    word.chars().all(inner) && (starts_big(word) || small_start)
}

fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

fn starts_big(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

fn starts_small(word: &str) -> bool {
    word.starts_with(char::is_lowercase)
}
