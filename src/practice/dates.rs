//! Years and dates as precise as they are written, in the words of every language.

use crate::schemas::{Schemas, fold_spelling};

/// The year that a text is, and nothing else: `2017`.
pub fn year(text: &str) -> Option<i32> {
    let text = text.trim();
    let digits = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|year| digits && (1000..=2999).contains(year))
}

/// The ISO 8601 date that a text is, as precise as the text: `Gennaio 2021` is `2021-01`.
pub fn date(text: &str, schemas: &Schemas) -> Option<String> {
    let folded = fold_spelling(text);
    year(&folded).map(|year| year.to_string()).or_else(|| iso(&folded)).or_else(|| numeric(&folded)).or_else(|| {
        let words: Vec<&str> = folded.split([' ', ',']).filter(|word| !word.is_empty()).collect();
        worded(&words, schemas)
    })
}

/// Whether a text is an ISO 8601 date: `2017`, `2021-01` or `2021-01-29`.
pub fn is_iso(text: &str) -> bool {
    year(text).is_some() || iso(text).is_some()
}

fn iso(text: &str) -> Option<String> {
    let mut parts = text.split('-');
    let year = year(parts.next()?)?;
    let month = number(parts.next()?, 2)?;
    match (parts.next(), parts.next()) {
        (None, None) => month_of(year, month),
        (Some(day), None) => day_of(year, month, number(day, 2)?),
        _ => None,
    }
}

/// `12.04.2019`, `1/10/2018`, `04/2019`: day before month, as Europe writes it.
fn numeric(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.split(['.', '/', '-']).map(str::trim).collect();
    match parts[..] {
        [month, y] => month_of(year(y)?, number(month, 1)?),
        [day, month, y] => day_of(year(y)?, number(month, 1)?, number(day, 1)?),
        _ => None,
    }
}

/// `29 gennaio 2021`, `Mai 2008`, `29. Januar 2021`, `29 de enero de 2021`; words between them must be function words.
fn worded(words: &[&str], schemas: &Schemas) -> Option<String> {
    let (last, before) = words.split_last()?;
    let year = year(last)?;
    let content = |word: &&&str| month(word, schemas).is_some() || schemas.function_words.get(word).is_none();
    let before: Vec<&str> = before.iter().filter(content).copied().collect();
    match before[..] {
        [name] => month_of(year, month(name, schemas)?),
        [day, name] => day_of(year, month(name, schemas)?, number(ordinal(day), 1)?),
        _ => None,
    }
}

fn ordinal(day: &str) -> &str {
    day.trim_end_matches(|c: char| !c.is_ascii_digit())
}

/// The month that a folded word names in some language.
fn month(word: &str, schemas: &Schemas) -> Option<u32> {
    let word = word.trim_end_matches('.');
    let named = |names: &crate::schemas::List<crate::schemas::Text>| {
        names.iter().any(|name| name.trim_end_matches('.') == word)
    };
    schemas
        .languages
        .iter()
        .find_map(|language| (1..).zip(language.months.iter()).find(|(_, names)| named(names)).map(|(n, _)| n))
}

fn number(text: &str, least: usize) -> Option<u32> {
    let digits = (least..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| digits)
}

fn month_of(year: i32, month: u32) -> Option<String> {
    (1..=12).contains(&month).then(|| format!("{year}-{month:02}"))
}

fn day_of(year: i32, month: u32, day: u32) -> Option<String> {
    let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    let days = match month {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    };
    (1..=days).contains(&day).then(|| format!("{year}-{month:02}-{day:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_as_precise_as_written() {
        for (text, date_) in [
            ("2017", "2017"),
            ("Gennaio 2021", "2021-01"),
            ("29 gennaio 2021", "2021-01-29"),
            ("29. Januar 2021", "2021-01-29"),
            ("29 de enero de 2021", "2021-01-29"),
            ("January 29, 2021", ""),
            ("12.04.2019", "2019-04-12"),
            ("1/10/2018", "2018-10-01"),
            ("2021-02-29", ""),
            ("29.02.2020", "2020-02-29"),
            ("04/2019", "2019-04"),
            ("in via di definizione", ""),
            ("2018 - 2020", ""),
            ("", ""),
        ] {
            assert_eq!(date(text, Schemas::builtin()).unwrap_or_default(), date_, "{text}");
        }
    }
}
