//! Names of people in running text, in capitals or not, whatever white space stands between their words.

use std::ops::Range;

use crate::practice::contacts::Words;

/// Words of the shortest name that is looked for: one word alone may be any word.
const LEAST: usize = 2;
/// Most characters between two words of a name.
const BETWEEN: usize = 4;

/// The words of a name, in small letters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Name(Vec<String>);

impl Name {
    /// The name that a contact has, without its titles and what stands in brackets or behind a comma; nothing for a single word.
    pub fn of(name: &str, words: &Words) -> Option<Self> {
        let name = without_brackets(name);
        let parts: Vec<&str> = name.split(',').map(str::trim).collect();
        // `Bianchi, Anna` is a name up to its end.
        let first = parts.iter().find(|part| plain(part, words).len() >= LEAST);
        let name = first.map_or_else(|| plain(&name, words), |part| plain(part, words));
        (name.len() >= LEAST).then_some(Self(name))
    }

    /// The places where it stands in a text.
    pub fn places(&self, text: &str) -> Vec<Range<usize>> {
        let mut places: Vec<Range<usize>> = Vec::new();
        let mut before = None;
        for (at, c) in text.char_indices() {
            let begins = c.is_alphanumeric() && !before.is_some_and(char::is_alphanumeric);
            before = Some(c);
            let is_free = places.last().is_none_or(|last| last.end <= at);
            if let Some(end) = Some(at).filter(|_| begins && is_free).and_then(|at| self.end(text, at)) {
                places.push(at..end);
            }
        }
        places
    }

    /// Where it ends, if it begins at a place.
    fn end(&self, text: &str, at: usize) -> Option<usize> {
        let mut rest = &text[at..];
        for (number, word) in self.0.iter().enumerate() {
            if number > 0 {
                let blank = rest.len() - rest.trim_start_matches(is_between).len();
                let is_near = (1..=BETWEEN).contains(&rest[..blank].chars().count()) || is_wide(&rest[..blank]);
                rest = Some(&rest[blank..]).filter(|_| is_near)?;
            }
            rest = without_prefix(rest, word)?;
        }
        (!rest.starts_with(char::is_alphanumeric)).then(|| text.len() - rest.len())
    }
}

/// The words of a name without titles, in small letters.
fn plain(name: &str, words: &Words) -> Vec<String> {
    let mut parts: Vec<&str> = name.split(is_blank).filter(|word| word.contains(char::is_alphanumeric)).collect();
    let is_title = |word: &str| words.is_title(word) || word.ends_with('.') && word.trim_end_matches('.').len() > 1;
    while parts.len() > 1 && is_title(parts[0]) {
        parts.remove(0);
    }
    parts.iter().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()).collect()
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || c == ','
}

/// Whether a character may stand between two words of a name; those of names of files are among them.
fn is_between(c: char) -> bool {
    is_blank(c) || matches!(c, '_' | '-' | '.' | '*' | '\\')
}

/// White space alone may be as wide as it likes.
fn is_wide(between: &str) -> bool {
    !between.is_empty() && between.chars().all(char::is_whitespace)
}

/// A text without what stands in brackets.
fn without_brackets(text: &str) -> String {
    let mut depth = 0_usize;
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            c if depth == 0 => out.push(c),
            _ => {}
        }
    }
    out
}

/// What follows a word, whatever its letters' case.
fn without_prefix<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let mut wanted = word.chars().peekable();
    for (at, c) in text.char_indices() {
        if wanted.peek().is_none() {
            return Some(&text[at..]);
        }
        for small in c.to_lowercase() {
            wanted.next().filter(|next| *next == small)?;
        }
    }
    wanted.next().is_none().then_some("")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schemas::Schemas;

    fn found<'t>(name: &str, text: &'t str) -> Vec<&'t str> {
        let name = Name::of(name, &Schemas::builtin().contact_words);
        name.map_or_else(Vec::new, |name| name.places(text).into_iter().map(|place| &text[place]).collect())
    }

    #[test]
    fn a_name_is_found_in_any_case_and_with_any_space() {
        for written in ["Rita Sample", "RITA SAMPLE", "Rita  Sample", "Rita\nSample", "rita_sample", "Rita      Sample"]
        {
            assert_eq!(found("Rita Sample", &format!("So {written} said")), [written]);
        }
        assert_eq!(
            found("Rita Sample", "Margarita Sample, Rita Samples, Rita and Sample, Rita. Then a Sample"),
            [""; 0]
        );
    }

    #[test]
    fn titles_and_brackets_are_no_part_of_a_name() {
        for name in ["Dr. Anna-Maria Bianchi (coordinator)", "Anna-Maria Bianchi, MSc", "Mrs Anna-Maria Bianchi"] {
            assert_eq!(found(name, "by Anna-Maria Bianchi."), ["Anna-Maria Bianchi"], "{name}");
        }
        assert_eq!(found("Bianchi, Anna", "by Bianchi, Anna"), ["Bianchi, Anna"]);
        assert_eq!(found("Dr. Bianchi", "by Bianchi"), [""; 0]);
    }
}
