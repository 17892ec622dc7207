//! Dates, years and periods in words, so that they read back as they are.

use crate::practice::dates::{self, Order};
use crate::practice::{BestPractice, Year};
use crate::schemas::Language;

use super::escape::{in_cell, reference, without};
use super::{Page, cell};

/// What stands between the ends of a period.
pub const DASH: char = '–';

impl Page<'_> {
    /// A date in words. What is none in the form of ISO 8601 stands as it is, and so that nobody reads another date in it.
    pub(super) fn date(&self, value: &str) -> String {
        if !dates::is_iso(value) {
            return self.verbatim(value);
        }
        let same = |words: &String| self.read(words).as_deref() == Some(value);
        let words = self.words.language().and_then(|language| in_words(value, language)).filter(same);
        words.map_or_else(|| value.to_owned(), |words| in_cell(&words).into_owned())
    }

    /// The date that a reader takes some words for.
    fn read(&self, words: &str) -> Option<String> {
        dates::date(words, Order::DayFirst, self.schemas)
    }

    /// Words that are no date here: whatever could be read as one, or as a mark of the period, begins with a reference.
    fn verbatim(&self, words: &str) -> String {
        let is_taken = self.read(words).is_some_and(|date| date != words) || self.is_ongoing(words);
        let shown = without(&cell(words), &[DASH]);
        if is_taken { guarded(words, &shown) } else { shown }
    }

    fn is_ongoing(&self, words: &str) -> bool {
        self.schemas.languages.iter().any(|language| language.page_word("ongoing") == Some(words))
    }

    /// The year of foundation. A number is a year: one that is only written, begins with a reference.
    pub(super) fn year(year: &Year) -> String {
        match year {
            Year::Known(year) => year.to_string(),
            Year::Verbatim(words) if words.parse::<i32>().is_ok() => guarded(words, words),
            Year::Verbatim(words) => cell(words),
        }
    }

    /// When it was: from when to when, or that it goes on. A start or an end alone has a row of its own.
    pub(super) fn period(&self, record: &BestPractice) -> Option<String> {
        let (start, end) = (record.start.as_deref(), record.end.as_deref());
        let ongoing = record.ongoing.then(|| self.words.page("ongoing"));
        let parts: Vec<String> = match (start, end) {
            (Some(start), Some(end)) => [self.date(start), self.date(end)].into_iter().chain(ongoing).collect(),
            (Some(start), None) => ongoing.map(|ongoing| vec![self.date(start), ongoing])?,
            (None, _) => vec![ongoing?],
        };
        Some(parts.join(&format!(" {DASH} ")))
    }
}

/// `3 marzo 2017`
fn in_words(date: &str, language: &Language) -> Option<String> {
    let mut parts = date.split('-');
    let (year, month, day) = (parts.next()?, parts.next(), parts.next());
    let Some(month) = month else { return Some(year.to_owned()) };
    let pattern = language.page_word(if day.is_some() { "date_day" } else { "date_month" })?;
    let name = month_name(language, month.parse::<usize>().ok()?.checked_sub(1)?, day.is_some())?;
    let day = day.unwrap_or_default().trim_start_matches('0');
    Some(pattern.replace("{day}", day).replace("{month}", name).replace("{year}", year))
}

/// The name of a month, in the form that it has behind a day.
fn month_name(language: &Language, at: usize, in_date: bool) -> Option<&str> {
    let inflected = language.page_word("months_in_dates").filter(|_| in_date);
    inflected.and_then(|names| names.split(", ").nth(at)).or_else(|| language.month_names.get(at))
}

/// Words whose first character is written as a reference, which says that they are meant as they stand.
fn guarded(words: &str, shown: &str) -> String {
    let mut chars = words.chars();
    match chars.next() {
        Some(first) if shown.starts_with(first) => numbered(first) + &shown[first.len_utf8()..],
        _ => shown.to_owned(),
    }
}

/// `&#8211;`
fn numbered(c: char) -> String {
    let mut out = String::new();
    reference(&mut out, c);
    out
}
