//! The names of countries, and what holds such a name but is no country.

use std::collections::BTreeMap;

use super::files::CountriesFile;
use super::fold::fold_words;
use super::load::{File, SchemaError, parse};
use super::table::Table;

/// The names of the countries.
#[derive(Debug, Clone)]
pub struct Countries {
    /// Every folded name with its country; what only looks like one has none.
    pub names: Table<Country>,
    /// Folded words before which a name belongs to a street.
    pub streets: Table<()>,
}

/// A country by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
    /// The code of the country that a text names and nothing else.
    pub fn code(&self, text: &str) -> Option<&str> {
        self.names.get(&fold_words(text))?.code()
    }
}

impl Default for Countries {
    fn default() -> Self {
        Self { names: Table::build(BTreeMap::new()), streets: Table::build(BTreeMap::new()) }
    }
}

/// Reads the names of the countries.
///
/// # Errors
/// YAML that does not parse, a code that is none, a name of two countries.
pub fn countries(file: File<'_>) -> Result<Countries, Vec<SchemaError>> {
    let parsed: CountriesFile = parse(file).map_err(|error| vec![error])?;
    let mut names = BTreeMap::new();
    let mut errors = Vec::new();
    for (code, words) in &parsed.names.0 {
        let is_code = code.value.len() == 2 && code.value.bytes().all(|byte| byte.is_ascii_uppercase());
        let Some(known) = code.value.as_bytes().first_chunk().filter(|_| is_code) else {
            errors.push(error(file, code, format!("`{}` is no ISO 3166-1 alpha-2 code", code.value)));
            continue;
        };
        for word in words {
            let country = Country { code: *known, capitals: is_capitals(&word.value) };
            let other = names.insert(fold_words(&word.value), country);
            if other.is_some_and(|other| other.code != *known) || fold_words(&word.value).is_empty() {
                errors.push(error(file, word, format!("the name `{}` of {} belongs to two", word.value, code.value)));
            }
        }
    }
    names.extend(parsed.elsewhere.iter().map(|word| (fold_words(word), Country { code: NONE, capitals: false })));
    let streets = parsed.streets.iter().map(|word| (fold_words(word), ())).collect();
    let known = Countries { names: Table::build(names), streets: Table::build(streets) };
    if errors.is_empty() { Ok(known) } else { Err(errors) }
}

fn is_capitals(name: &str) -> bool {
    !name.chars().any(char::is_lowercase)
}

fn error(file: File<'_>, word: &super::files::Word, message: String) -> SchemaError {
    let place = word.referenced;
    SchemaError { file: file.name.to_owned(), line: place.line(), column: place.column(), message }
}
