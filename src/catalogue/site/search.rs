//! What the site is searched by: every word of every record, with the practices that have it.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde_json::Value;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::catalogue::{By, Catalogue, Practice};

/// Most characters of a word; more say nothing more.
const LONGEST: usize = 64;
/// Keys of a record that hold no text of its sheet.
const NO_TEXT: [&str; 6] = ["schema", "language", "source", "covers", "derived", "extra"];

/// The words of a catalogue, and who has them.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
pub struct Words {
    /// The words, folded, in their order.
    words: Vec<String>,
    /// For each word the practices: the position of the first, and how far each is behind the one before.
    holders: Vec<Vec<usize>>,
}

impl Words {
    /// The words of all records.
    pub fn of(catalogue: &Catalogue<'_>) -> Self {
        let mut holders: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, practice) in catalogue.practices.iter().enumerate() {
            for word in words(catalogue, practice) {
                holders.entry(word).or_default().push(at);
            }
        }
        let (words, holders) = holders.into_iter().map(|(word, all)| (word, steps(&all))).unzip();
        Self { words, holders }
    }
}

/// Each number as what it is more than the one before.
fn steps(numbers: &[usize]) -> Vec<usize> {
    let before = std::iter::once(0).chain(numbers.iter().copied());
    numbers.iter().zip(before).map(|(number, before)| number - before).collect()
}

/// The words of a practice, each once. Countries are found by their names, and words of another script in Latin letters too.
fn words(catalogue: &Catalogue<'_>, practice: &Practice) -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    let record = serde_json::to_value(&practice.record).unwrap_or_default();
    let texts = record.as_object().into_iter().flatten().filter(|(key, _)| !NO_TEXT.contains(&key.as_str()));
    texts.for_each(|(_, value)| gather(value, &mut words));
    let countries = By::Country.keys(practice).into_iter().map(|key| catalogue.country(key));
    countries.for_each(|name| add(&name, &mut words));
    words
}

fn gather(value: &Value, words: &mut BTreeSet<String>) {
    match value {
        Value::String(text) => add(text, words),
        Value::Number(number) => add(&number.to_string(), words),
        Value::Array(values) => values.iter().for_each(|value| gather(value, words)),
        Value::Object(values) => values.values().for_each(|value| gather(value, words)),
        Value::Null | Value::Bool(_) => {}
    }
}

fn add(text: &str, words: &mut BTreeSet<String>) {
    let folded = fold(text);
    for word in folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let word: String = word.chars().take(LONGEST).collect();
        if !word.is_ascii() {
            let latin = deunicode::deunicode(&word).to_lowercase();
            words.extend((latin.chars().all(char::is_alphanumeric) && !latin.is_empty()).then_some(latin));
        }
        words.insert(word);
    }
}

/// A text without capitals, accents and the final form of sigma. The script of the site does the same with what is searched for.
pub fn fold(text: &str) -> String {
    let is_left = |c: &char| !is_combining_mark(*c) && !matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}');
    let sigma = |c: char| if c == 'ς' { 'σ' } else { c };
    let lower = text.nfkd().collect::<String>().to_lowercase();
    lower.nfkd().filter(is_left).map(sigma).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_match_without_accents_and_capitals() {
        let folded = ["Città", "Αθήνα ΑΘΉΝΑΣ", "cafe\u{301}", "Straße", "ﬁn", "so\u{ad}ft", "İZMİR"].map(fold);
        assert_eq!(folded, ["citta", "αθηνα αθηνασ", "cafe", "straße", "fin", "soft", "izmir"]);
    }

    #[test]
    fn words_of_other_scripts_are_there_in_latin_letters_too() {
        let mut words = BTreeSet::new();
        add("Αθήνα, Łódź: Straße 12 —", &mut words);
        let expected = ["12", "athena", "lodz", "strasse", "straße", "łodz", "αθηνα"];
        assert_eq!(words.iter().map(String::as_str).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn practices_are_told_by_their_distance() {
        assert_eq!(steps(&[0, 3, 4, 10]), [0, 3, 1, 6]);
        assert_eq!(steps(&[]), [0; 0]);
    }
}
