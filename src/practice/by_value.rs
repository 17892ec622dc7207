//! Labels that ask for one of two things, and of which the value says which: `Funding` above who pays, `Calendar` above a period.

use super::Field;
use super::assemble::Assembler;
use super::contacts::names_columns;
use super::dates::{Timing, period};
use crate::sheets::{Entry, Line};
use crate::source::{CURRENCY_SIGNS, Span};

/// Characters of the names of those who pay at most.
const NAMES: usize = 240;
/// Bytes of the name of an organisation at most.
const NAME: usize = 80;
/// Bytes of a period at most.
const PERIOD: usize = 80;
/// Bytes of the code of an objective at most.
const CODE: usize = 12;
/// Words of a sum with its currency at most.
const SUM: usize = 3;
/// Letters of the code of a currency.
const CURRENCY: usize = 3;
/// Figures of a sum of money at least.
const FIGURES: usize = 3;

impl Assembler<'_, '_> {
    /// The fields that such labels open after all, by the start of the label's words; where another label opens the field, none does.
    pub(super) fn labels_by_value(&self, entries: &[Entry]) -> Vec<(usize, Field)> {
        let opened = |field: Field| self.values_of(field, entries).next().is_some();
        let payers = if opened(Field::Funders) { Vec::new() } else { self.payers(entries) };
        let sums = if opened(Field::Funding) { Vec::new() } else { self.sums(entries) };
        let periods = if opened(Field::Start) { Vec::new() } else { self.calendars(entries) };
        let people = if opened(Field::Contacts) { Vec::new() } else { self.people_further(entries) };
        let leads = if opened(Field::LeadOrganisation) { Vec::new() } else { self.organisations(entries) };
        let in_charge = self.people_in_charge(entries);
        let mut apart = self.codes(entries);
        apart.extend(self.rounds(entries));
        let fields = [
            (Field::Unmapped, apart),
            (Field::Funders, payers),
            (Field::Funding, sums),
            (Field::Start, periods),
            (Field::Contacts, people),
            (Field::Contacts, in_charge),
            (Field::LeadOrganisation, leads),
        ];
        fields.into_iter().flat_map(|(field, labels)| labels.into_iter().map(move |at| (at, field))).collect()
    }

    /// The labels of links with somebody to write to under them, `Find out more: Ada Rossi, ada@example.org`, or a table of people;
    /// those of resources only with an address, as a table of names there is the staff.
    fn people_further(&self, entries: &[Entry]) -> Vec<usize> {
        let further = [Field::Links, Field::Other].into_iter().flat_map(|field| self.values_of(field, entries));
        let words = &self.schemas.contact_words;
        let brief = |value: &str| value.contains('@') && value.len() <= NAMES;
        let in_table = |value: &str| value.lines().any(|line| names_columns(Span::of_slice(value, line), value, words));
        let team = self.values_of(Field::Resources, entries).filter(|(_, value)| brief(value));
        further.filter(|(_, value)| brief(value) || in_table(value)).chain(team).map(|(at, _)| at).collect()
    }

    /// The labels of who leads with a person under them, as the title tells, beside others that name who leads: `Responsible: Dr. Ada Rossi`.
    fn people_in_charge(&self, entries: &[Entry]) -> Vec<usize> {
        let words = &self.schemas.contact_words;
        let titled = |value: &str| {
            let short = value.len() <= NAME && !value.contains('\n');
            let first = value.split_whitespace().next().unwrap_or_default();
            short && words.is_title(first) && !words.name_organisation(Span::new(0, value.len()), value)
        };
        let leads = self.values_of(Field::LeadOrganisation, entries);
        let (people, others): (Vec<_>, Vec<_>) = leads.partition(|(_, value)| titled(value));
        if others.is_empty() { Vec::new() } else { people.into_iter().map(|(at, _)| at).collect() }
    }

    /// The labels of objectives with a code of a programme under them: `Specific objective: ESO4.11`.
    fn codes(&self, entries: &[Entry]) -> Vec<usize> {
        let is_code = |value: &str| {
            let mark = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '.';
            let has = |kind: fn(char) -> bool| value.contains(kind);
            let mixed = has(|c| c.is_ascii_uppercase()) && has(|c| c.is_ascii_digit()) && value.contains('.');
            value.len() <= CODE && mixed && value.chars().all(mark)
        };
        self.values_of(Field::Objectives, entries).filter(|(_, value)| is_code(value)).map(|(at, _)| at).collect()
    }

    /// The labels of funding with names under them and no sum: `Funding: European Social Fund, donations`.
    fn payers(&self, entries: &[Entry]) -> Vec<usize> {
        let values = self.values_of(Field::Funding, entries);
        values.filter(|(_, value)| !names_sum(value) && are_names(value)).map(|(at, _)| at).collect()
    }

    /// The labels of who pays with a sum first: `Source of funding: 46,000 euros a year, most of them from the county`.
    fn sums(&self, entries: &[Entry]) -> Vec<usize> {
        let values = self.values_of(Field::Funders, entries);
        let figure = |words: &str| words.starts_with(|c: char| c.is_ascii_digit() || CURRENCY_SIGNS.contains(&c));
        // `EUR 9 200`
        let coded = |value: &str| {
            let (code, sum) = value.split_once(' ').unwrap_or_default();
            code.len() == CURRENCY && code.bytes().all(|byte| byte.is_ascii_uppercase()) && figure(sum)
        };
        let begins = |value: &str| figure(value) || coded(value);
        let first = |value: &str| value.split_whitespace().take(SUM).collect::<Vec<_>>().join(" ");
        values.filter(|(_, value)| begins(value) && names_sum(&first(value))).map(|(at, _)| at).collect()
    }

    /// The labels of target groups with one organisation under them: `Beneficiary: Example Foundation`.
    fn organisations(&self, entries: &[Entry]) -> Vec<usize> {
        let words = &self.schemas.contact_words;
        let named = |value: &str| {
            let short = value.len() <= NAME && !value.contains([',', ';', ':', '\n']) && !value.ends_with('.');
            short && words.name_organisation(Span::new(0, value.len()), value)
        };
        let values = self.values_of(Field::TargetGroups, entries);
        values.filter(|(_, value)| named(value)).map(|(at, _)| at).collect()
    }

    /// The labels of activities with a period under them and nothing else, `Calendar: September 2018 - June 2022`, and those of a date
    /// with a start and an end: `Date: 01/03/2012 - 30/09/2012`, and not `Last updated`.
    fn calendars(&self, entries: &[Entry]) -> Vec<usize> {
        let activities =
            self.values_of(Field::Activities, entries).filter(|(_, value)| self.is_period_alone(value, false));
        let bare = |words: &Span| !words.of(self.text).contains(' ');
        let dates = self.labels_of_field(Field::AsOf, entries).filter(|(words, _)| bare(words));
        let dates = dates.map(|(words, value)| (words.start, value));
        let dates = dates.filter(|(_, value)| self.is_period_alone(value, true));
        activities.chain(dates).map(|(at, _)| at).collect()
    }

    /// The labels of money with a period under them and nothing else: that of the call for projects.
    fn rounds(&self, entries: &[Entry]) -> Vec<usize> {
        let money = [Field::Funding, Field::Funders].into_iter().flat_map(|field| self.values_of(field, entries));
        // `Budget: 1800 - 2000` is a sum.
        let named = |value: &str| value.contains(char::is_alphabetic) || value.contains('/');
        money.filter(|(_, value)| named(value) && self.is_period_alone(value, true)).map(|(at, _)| at).collect()
    }

    /// Whether a value is a period and nothing else; `ends`: one that has an end.
    fn is_period_alone(&self, value: &str, ends: bool) -> bool {
        value.len() <= PERIOD
            && match period(value, self.schemas) {
                Timing::Read(period) => {
                    period.start.is_some() && period.rest.is_empty() && (!ends || period.end.is_some())
                }
                _ => false,
            }
    }

    /// The start of the words and the text of each label of a field that has one.
    fn values_of<'e>(&'e self, field: Field, entries: &'e [Entry]) -> impl Iterator<Item = (usize, &'e str)> {
        self.labels_of_field(field, entries).map(|(words, value)| (words.start, value))
    }

    /// The words and the text of each label of a field that has one.
    fn labels_of_field<'e>(&'e self, field: Field, entries: &'e [Entry]) -> impl Iterator<Item = (Span, &'e str)> {
        let filled = entries.iter().filter(|entry| !entry.lines.is_empty());
        filled.filter_map(move |entry| {
            let opening = self.opener(entry).filter(|opening| opening.field == field)?;
            Some((opening.words, Line::text_of(&entry.lines, self.text)))
        })
    }
}

/// Whether a text has a sum of money: a sign of a currency, or figures that are no year.
fn names_sum(text: &str) -> bool {
    let is_figure = |c: char| c.is_ascii_digit();
    let numbers = text.split(|c: char| !is_figure(c) && !matches!(c, '.' | ',' | '\'' | '’' | '\u{a0}'));
    let is_year = |number: &str| number.len() == 4 && (number.starts_with("19") || number.starts_with("20"));
    text.contains(CURRENCY_SIGNS)
        || numbers
            .map(|number| number.trim_matches(|c| !is_figure(c)))
            .any(|number| number.chars().filter(|&c| is_figure(c)).count() >= FIGURES && !is_year(number))
}

/// Whether a text is names: it begins as one, and no sentence ends in it.
fn are_names(text: &str) -> bool {
    let begins = text.trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with(char::is_uppercase);
    begins && text.chars().count() <= NAMES && !text.trim_end().ends_with('.') && !text.contains(". ")
}
