//! The names of countries in a text.

use std::ops::Range;

use crate::schemas::{Countries, Country, fold_spelling, is_word};

/// The countries that a text names, with the bytes of each name, in order.
///
/// A name is whole words with a capital, the longest there is; not in an address of the web, nor behind `Corso` or `Rue de`.
pub(super) fn names<'s>(text: &str, countries: &'s Countries) -> Vec<(Range<usize>, &'s str)> {
    let words = words(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let Some((country, next)) = name(text, &words[at..], countries) else {
            at += 1;
            continue;
        };
        let span = words[at].span.start..words[at + next - 1].span.end;
        let is_name = is_written(&text[span.clone()], country) && !is_street(text, &words[..=at], countries);
        found.extend(country.code().filter(|_| is_name).map(|code| (span, code)));
        at += next;
    }
    found
}

/// A word of a text.
struct Word {
    span: Range<usize>,
    folded: String,
}

/// The words of a text, folded; those of an address are blank.
fn words(text: &str) -> Vec<Word> {
    text.split_whitespace().flat_map(|chunk| chunk_words(text, chunk)).collect()
}

fn chunk_words<'t>(text: &'t str, chunk: &'t str) -> impl Iterator<Item = Word> + 't {
    let is_address = chunk.contains("://") || chunk.contains('@') || chunk.contains("www.");
    let words = chunk.split(|c: char| !is_word(c)).filter(|word| !word.is_empty());
    words.map(move |word| {
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        let folded = if is_address { String::new() } else { fold_spelling(word) };
        Word { span: start..start + word.len(), folded }
    })
}

/// The longest name that the first words make, with the number of its words.
fn name<'s>(text: &str, words: &[Word], countries: &'s Countries) -> Option<(&'s Country, usize)> {
    let mut folded = String::new();
    let mut best = None;
    for (at, word) in words.iter().enumerate() {
        let apart = at > 0 && !joins(&text[words[at - 1].span.end..word.span.start]);
        if apart || word.folded.is_empty() || folded.len() + word.folded.len() > countries.names.longest {
            break;
        }
        if at > 0 {
            folded.push(' ');
        }
        folded.push_str(&word.folded);
        best = countries.names.get(&folded).map(|country| (country, at + 1)).or(best);
    }
    best
}

/// Whether what stands between two words may stand inside a name: `Guinea-Bissau`, `Côte d'Ivoire`, `U.S.A.`
fn joins(between: &str) -> bool {
    let is_tight = !between.contains(char::is_whitespace);
    let belongs = |c: char| match c {
        '\n' => false,
        '-' | '‐' | '‑' => is_tight,
        _ => c.is_whitespace() || matches!(c, '\'' | '’' | '.' | '&' | '\u{200b}'),
    };
    between.chars().all(belongs)
}

/// Whether a name is written as names are: with a capital, or in capitals alone.
fn is_written(name: &str, country: &Country) -> bool {
    let small =
        if country.capitals { name.chars().any(char::is_lowercase) } else { name.starts_with(char::is_lowercase) };
    !small
}

/// Whether the last of the words follows, perhaps over one small word, one such as `Corso`.
fn is_street(text: &str, words: &[Word], countries: &Countries) -> bool {
    let Some((mut after, before)) = words.split_last() else { return false };
    for (nth, word) in before.iter().rev().take(3).enumerate() {
        if !joins(&text[word.span.end..after.span.start]) {
            return false;
        }
        if countries.streets.get(&word.folded).is_some() {
            return true;
        }
        let is_small = text[word.span.clone()].starts_with(char::is_lowercase) && word.folded.len() <= 5;
        if !is_small || nth == 2 {
            return false;
        }
        after = word;
    }
    false
}
