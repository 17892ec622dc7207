//! Sentences that say who leads: "X, which leads the work", "promosso da X".

use std::ops::Range;

use super::contacts::Words;
use crate::schemas::{Leads, Schemas, fold};

/// Words of an organisation's name at most.
const NAME_WORDS: usize = 12;
/// Small words between two words of a name at most: `of the`.
const SMALL_WORDS: usize = 2;

/// The names of the organisations that a text says lead, in bytes of it.
pub fn leads(text: &str, schemas: &Schemas, words: &Words) -> Vec<Range<usize>> {
    let lower = text.to_lowercase();
    // Of the few letters that change their length in lower case none stands in the texts of our languages.
    if lower.len() != text.len() {
        return Vec::new();
    }
    let reader = Reader { text, schemas, words };
    let mut found = Vec::new();
    for (place, leads) in places(&lower, schemas) {
        found.extend(leads.behind.then(|| reader.name_behind(place.end)).flatten());
        found.extend(leads.before.then(|| reader.name_before(place.start)).flatten());
    }
    found.sort_by_key(|name| (name.start, name.end));
    found
}

/// Where a phrase of a lead stands with white space or a mark at its ends.
fn places<'a>(lower: &'a str, schemas: &'a Schemas) -> impl Iterator<Item = (Range<usize>, Leads)> + 'a {
    let joins = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let begins = move |at: &usize| !joins(lower[..*at].chars().next_back());
    let starts = lower.char_indices().map(|(at, _)| at).filter(begins);
    starts.flat_map(move |at| {
        let phrases = schemas.leads.prefixes(&lower[at..]).map(move |(length, leads)| (at..at + length, *leads));
        phrases.filter(move |(place, _)| {
            lower[place.clone()].ends_with(['\'', '’']) || !joins(lower[place.end..].chars().next())
        })
    })
}

struct Reader<'a> {
    text: &'a str,
    schemas: &'a Schemas,
    words: &'a Words,
}

impl Reader<'_> {
    /// The name that begins at `start`.
    fn name_behind(&self, start: usize) -> Option<Range<usize>> {
        let rest = &self.text[start..];
        let start = start + rest.len() - rest.trim_start().len();
        let start = start + self.elided_article(&self.text[start..]);
        let mut end = start;
        let mut small = 0;
        for word in words(&self.text[start..]).take(NAME_WORDS) {
            let at = start + word.start..start + word.end;
            let raw = &self.text[at.clone()];
            let bare = raw.trim_end_matches([',', '.', ';', ':', '!', '?', ')', '"', '»', '”']);
            match bare.trim_start_matches(['"', '«', '“', '(']).chars().next() {
                Some(c) if c.is_uppercase() || (c.is_ascii_digit() && end > start) => {
                    small = 0;
                    end = at.start + bare.len();
                }
                // `by the association Pot and Pan`: its kind stands small before its name.
                _ if end == start && self.is_kind(bare) => {}
                _ if self.schemas.lead_places.get(bare).is_some() => break,
                _ if self.is_small(bare) && small < SMALL_WORDS => small += 1,
                // `Cooperativa sociale Example`
                _ if small == 0 && is_one_word(&self.text[start..end]) && self.is_kind(&self.text[start..end]) => {
                    small += 1
                }
                _ => break,
            }
            if bare.len() < raw.len() && !self.words.is_abbreviation(raw) {
                break;
            }
        }
        let more = words(&self.text[end..]).next().is_some_and(|word| self.words.joins(&self.text[end..][word]));
        self.organisation(self.without_article(start..end)).filter(|_| !more)
    }

    /// The name that ends at `end`.
    fn name_before(&self, end: usize) -> Option<Range<usize>> {
        let before = self.text[..end].trim_end_matches([',', ' ', '\n', '(', '–', '—', '-']);
        let end = before.len();
        let mut start = end;
        let mut small = 0;
        let all: Vec<Range<usize>> = words(before).collect();
        for at in all.into_iter().rev().take(NAME_WORDS) {
            let raw = &self.text[at.clone()];
            let ended = at.end < end && raw.ends_with([',', '.', ';', ':', '!', '?', ')']);
            if ended && !self.words.is_abbreviation(raw) {
                break;
            }
            match raw.trim_start_matches(['"', '«', '“', '(']).chars().next() {
                Some(c) if c.is_uppercase() || c.is_ascii_digit() => {
                    small = 0;
                    start = at.start;
                }
                _ if self.is_small(raw) && small < SMALL_WORDS => small += 1,
                _ => break,
            }
        }
        let name = self.without_article(start..end);
        // No article stands before a person.
        let several = name.start > start && self.text[name.clone()].contains(' ');
        self.organisation(name.clone()).or(Some(name).filter(|_| several))
    }

    /// Whether a word may stand small inside a name.
    fn is_small(&self, word: &str) -> bool {
        word == "&" || self.schemas.function_words.get(&fold(word)).is_some()
    }

    /// How long the article is that a text begins with, where it runs into the next word: `l'association`.
    fn elided_article(&self, text: &str) -> usize {
        let first = text.split_whitespace().next().unwrap_or_default();
        let Some((article, behind)) = first.split_once(['\'', '’']) else { return 0 };
        if self.schemas.articles.get(&fold(article)).is_some() { first.len() - behind.len() } else { 0 }
    }

    /// Whether a word says what kind of organisation something is.
    fn is_kind(&self, word: &str) -> bool {
        self.words.name_organisation(crate::source::Span::new(0, word.len()), word)
    }

    fn without_article(&self, name: Range<usize>) -> Range<usize> {
        let first = words(&self.text[name.clone()]).next().unwrap_or(0..0);
        let article = self.schemas.articles.get(&fold(&self.text[name.clone()][first.clone()])).is_some();
        let rest = &self.text[name.start + first.end..name.end];
        let start = name.end - rest.trim_start().len();
        if article { start..name.end } else { name }
    }

    /// The name, where it holds a word that only an organisation's name has; of two joined by "and" or "and the" none.
    fn organisation(&self, name: Range<usize>) -> Option<Range<usize>> {
        let raw = self.text.get(name.clone())?;
        let parts: Vec<&str> = raw.split(' ').collect();
        let second = |pair: &[&str]| self.words.joins(pair[0]) && pair[1].starts_with(char::is_lowercase);
        if parts.windows(2).any(second) {
            return None;
        }
        let parts = parts.split(|word| self.words.joins(word)).map(|words| words.join(" "));
        let named = |part: &String| self.words.name_organisation(crate::source::Span::new(0, part.len()), part);
        (parts.filter(named).count() == 1).then_some(name)
    }
}

fn is_one_word(text: &str) -> bool {
    !text.is_empty() && !text.contains(char::is_whitespace)
}

/// The words of a text, with their marks.
fn words(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    text.split_whitespace().map(|word| {
        let start = crate::source::Span::of_slice(text, word).start;
        start..start + word.len()
    })
}
