//! The names of countries, and what holds such a name but is no country.

use std::collections::BTreeMap;

use super::files::{CountriesFile, Word};
use super::fold::{first_word, fold_words};
use super::load::{File, SchemaError, parse};
use super::table::Table;

/// The names of the countries.
#[derive(Debug, Clone)]
pub struct Countries {
    /// Every folded name with its country; what only looks like one has none.
    pub names: Table<Country>,
    /// The first word of each of them: most words begin none.
    pub heads: Table<()>,
    /// Folded words before which a name belongs to a street.
    pub streets: Table<()>,
}

/// A country by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Country {
    /// ISO 3166-1 alpha-2 code; blank for what is none.
    pub code: [u8; 2],
    /// Whether the name is written in capitals alone: `UK`.
    pub capitals: bool,
}

/// The code of what is no country.
const NONE: [u8; 2] = *b"  ";

impl Country {
    /// The ISO 3166-1 alpha-2 code; nothing for what only looks like a country.
    pub fn code(&self) -> Option<&str> {
        std::str::from_utf8(&self.code).ok().filter(|_| self.code != NONE)
    }
}

impl Countries {
    fn build(names: BTreeMap<String, Country>, streets: impl IntoIterator<Item = String>) -> Self {
        let heads = Table::of_words(names.keys().map(first_word));
        Self { names: Table::build(names), heads, streets: Table::of_words(streets) }
    }

    /// The code of the country that a text names and nothing else.
    pub fn code(&self, text: &str) -> Option<&str> {
        self.names.get(&fold_words(text))?.code()
    }
}

impl Default for Countries {
    fn default() -> Self {
        Self::build(BTreeMap::new(), [])
    }
}

/// Reads the names of the countries.
///
/// # Errors
/// YAML that does not parse, a code that is none, a name of two countries.
pub fn countries(file: File<'_>) -> Result<Countries, Vec<SchemaError>> {
    let CountriesFile { streets, elsewhere, names } = parse(file)?;
    let mut reading = Reading { file, names: BTreeMap::new(), errors: Vec::new() };
    for (code, words) in &names.0 {
        reading.country(code, words);
    }
    let Reading { mut names, errors, .. } = reading;
    names.extend(elsewhere.iter().map(|word| (fold_words(word), Country { code: NONE, capitals: false })));
    let known = Countries::build(names, streets.iter().map(|word| fold_words(word)));
    if errors.is_empty() { Ok(known) } else { Err(errors) }
}

/// The names read so far, and what is wrong with them.
struct Reading<'a> {
    file: File<'a>,
    names: BTreeMap<String, Country>,
    errors: Vec<SchemaError>,
}

impl Reading<'_> {
    fn country(&mut self, code: &Word, words: &[Word]) {
        let is_code = code.value.len() == 2 && code.value.bytes().all(|byte| byte.is_ascii_uppercase());
        match code.value.as_bytes().first_chunk().filter(|_| is_code) {
            Some(known) => words.iter().for_each(|word| self.name(*known, word)),
            None => self.report(code, format!("`{}` is no ISO 3166-1 alpha-2 code", code.value)),
        }
    }

    fn name(&mut self, code: [u8; 2], word: &Word) {
        let country = Country { code, capitals: is_capitals(&word.value) };
        let shown = country.code().unwrap_or_default();
        let folded = fold_words(&word.value);
        if folded.is_empty() {
            return self.report(word, format!("a name of {shown} without words"));
        }
        let other = self.names.insert(folded, country);
        if other.is_some_and(|other| other.code != code) {
            self.report(word, format!("the name `{}` of {shown} belongs to two countries", word.value));
        }
    }

    fn report(&mut self, word: &Word, message: String) {
        self.errors.push(SchemaError::at(self.file, word.at, message));
    }
}

fn is_capitals(name: &str) -> bool {
    !name.chars().any(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn errors(text: &str) -> Vec<String> {
        let file = File { name: "countries.yaml", text };
        countries(file).err().unwrap_or_default().iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_name_belongs_to_one_country_and_a_code_has_two_capitals() {
        assert_eq!(errors("streets: []\nelsewhere: []\nnames:\n  AT: [Austria, AUSTRIA]\n"), [""; 0]);
        let wrong =
            "streets: []\nelsewhere: []\nnames:\n  AT: [Austria]\n  AU: [austria, \"!\"]\n  aut: [Österreich]\n";
        assert_eq!(
            errors(wrong),
            [
                "countries.yaml:5:8: the name `austria` of AU belongs to two countries",
                "countries.yaml:5:17: a name of AU without words",
                "countries.yaml:6:3: `aut` is no ISO 3166-1 alpha-2 code",
            ]
        );
        assert_eq!(errors("names: {}\n").len(), 1);
    }
}
