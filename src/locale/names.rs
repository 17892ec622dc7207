//! The names of countries and languages, from the Unicode CLDR.

/// A line a country, a column a language (`locales/names.py` makes it).
const COUNTRIES: &str = include_str!("../../locales/countries.tsv");
/// A line a language, a column a language in which it is named.
const LANGUAGES: &str = include_str!("../../locales/languages.tsv");

/// What a country is called in a language, both by their codes.
pub(super) fn country(language: &str, code: &str) -> Option<&'static str> {
    name(COUNTRIES, language, code)
}

/// What a language is called in another, both by their codes.
pub(super) fn language(language: &str, code: &str) -> Option<&'static str> {
    name(LANGUAGES, language, code)
}

fn name(table: &'static str, language: &str, code: &str) -> Option<&'static str> {
    let mut rows = table.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t'));
    let column = rows.next()?.position(|head| head == language)?.checked_sub(1)?;
    let mut row = rows.find_map(|mut row| (row.next() == Some(code)).then_some(row))?;
    row.nth(column).filter(|name| !name.is_empty())
}
