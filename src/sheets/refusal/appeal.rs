//! What asks people to apply, to register or to come, as values show it: no phrase is looked for.

use super::Finder;
use crate::practice::Kind;
use crate::schemas::{DateWord, fold, is_number};
use crate::sheets::Entries;
use crate::source::Span;

/// Bytes of a line that tells where to write and until when, at most: a whole sheet on a line has both as well.
const LINE: usize = 300;

/// The signs that were met; each counts once.
#[derive(Default)]
pub(super) struct Appeals {
    /// Where the first of them stands.
    pub(super) first: Option<Span>,
    /// `jobs@example.org`
    mailbox: bool,
    /// `by 4 May to anna@example.org`
    deadline: bool,
    /// `Saturday, 4 June`
    day: bool,
    /// `4 June, 14:00`, or a weekday and no year.
    once: bool,
    /// `Meeting in Lisbon, 4 October 2019`, above all labels.
    heading: bool,
}

impl Appeals {
    /// How many kinds of them there are.
    pub(super) fn count(&self) -> usize {
        [self.mailbox, self.deadline, self.day, self.once, self.heading].into_iter().filter(|sign| *sign).count()
    }

    fn note(&mut self, place: Span) {
        self.first.get_or_insert(place);
    }
}

impl Finder<'_> {
    /// An address to apply to, and one with a day beside it: until then it is to be written to.
    pub(super) fn look_for_appeals(&self, line: Span, appeals: &mut Appeals) {
        let words = line.of(self.text);
        let Some((before, _)) = words.split_once('@').filter(|_| words.len() <= LINE) else { return };
        let name = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        if self.schemas.mailboxes.get(&name.to_lowercase()).is_some() {
            appeals.mailbox = true;
            appeals.note(line);
        }
        if self.names_a_day(words) {
            appeals.deadline = true;
            appeals.note(line);
        }
    }

    /// A date with its weekday or with an hour: something happens once, and people are to come. A day in the first line says so too.
    pub(super) fn look_for_appointments(&self, entries: &Entries, appeals: &mut Appeals) {
        let heading = entries.preamble.first().map(|line| line.body);
        if let Some(heading) = heading.filter(|line| line.len() <= LINE && self.names_a_day(line.of(self.text))) {
            appeals.heading = true;
            appeals.note(heading);
        }
        for entry in &entries.entries {
            let Some(line) = entry.lines.first().map(|line| line.body) else { continue };
            let dated = self.label(entry).is_some_and(|label| label.field.kind() == Kind::Date);
            let words = line.of(self.text);
            if !dated || !self.names_a_day(words) {
                continue;
            }
            let folded = fold(words);
            let is_weekday = |word: &str| self.is_date_word(word, DateWord::Weekday);
            let weekday = parts(&folded).any(is_weekday);
            let hour = words.split_whitespace().any(is_hour);
            let has_year = parts(&folded).any(|word| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit()));
            appeals.day |= weekday;
            appeals.once |= hour || (weekday && !has_year);
            if weekday || hour {
                appeals.note(line);
            }
        }
    }

    /// Whether words hold a day of a month: `14 March`, `30/06/2021`.
    fn names_a_day(&self, words: &str) -> bool {
        let folded = fold(words);
        let all: Vec<&str> = parts(&folded).collect();
        let is_day = |word: &&str| word.len() <= 2 && word.parse::<u8>().is_ok_and(|day| (1..=31).contains(&day));
        let named = |at: usize| all[at + 1..].iter().take(2).any(|word| self.schemas.is_month(word));
        let in_figures = |word: &str| {
            let numbers = word.trim_end_matches(['.', ',']).split(['/', '.']);
            numbers.clone().count() == 3 && numbers.clone().all(|number| number.parse::<u16>().is_ok())
        };
        (0..all.len()).any(|at| is_day(&all[at]) && named(at)) || words.split_whitespace().any(in_figures)
    }

    fn is_date_word(&self, word: &str, kind: DateWord) -> bool {
        self.schemas.date_words.get(word).is_some_and(|kinds| kinds.contains(&kind))
    }
}

/// The words and numbers of a folded text.
fn parts(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// `14:00`, `18h30`
fn is_hour(word: &str) -> bool {
    let word = word.trim_end_matches(|c: char| !c.is_alphanumeric());
    word.split_once([':', 'h']).is_some_and(|(hours, minutes)| is_number(hours, 2) && is_number(minutes, 2))
}

#[cfg(test)]
mod tests {
    use super::is_hour;

    #[test]
    fn hours_are_no_ratios_of_years() {
        assert!(["14:00", "9:30,", "18h30"].into_iter().all(is_hour));
        assert!(!["2019:2020", "14.00", "h2", "1:100"].into_iter().any(is_hour));
    }
}
