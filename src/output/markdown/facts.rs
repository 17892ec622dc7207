//! The table of key facts: what fits on one line.

use crate::practice::{BestPractice, Field, Identifier};

use super::escape::without;
use super::texts::starts_a_block;
use super::{Page, bars, cell, guard};

/// A text that is longer stands under a heading of its own.
const LONGEST_FACT: usize = 200;
/// What parts the entries of a cell.
pub const DOT: char = '·';

/// A row: what it says, and of what.
type Row = (String, String);

impl Page<'_> {
    /// Two columns, the first with labels.
    pub(super) fn key_facts(&mut self, record: &BestPractice) {
        let rows = self.rows(record);
        if rows.is_empty() {
            return;
        }
        let head = format!("| {} | |\n| --- | --- |", bars(&self.words.page("key_facts")));
        let rows = rows.iter().map(|(label, fact)| format!("\n| {} | {fact} |", bars(label)));
        let table = rows.fold(head, |table, row| table + &row);
        self.block(&table);
    }

    fn rows(&self, record: &BestPractice) -> Vec<Row> {
        let lines = [Field::ShortTitle, Field::Category, Field::LeadOrganisation];
        let mut rows: Vec<Row> = lines.into_iter().filter_map(|field| self.line(record, field)).collect();
        rows.extend(location(record).map(|text| (self.words.heading(Field::Location), text)));
        rows.extend(self.time(record));
        rows.extend(self.line(record, Field::Agreement));
        rows.extend(self.collection(record));
        rows.extend(self.identifiers(&record.identifiers));
        rows.extend(record.as_of.as_deref().map(|date| (self.words.heading(Field::AsOf), self.date(date))));
        rows
    }

    fn line(&self, record: &BestPractice, field: Field) -> Option<Row> {
        Some((self.words.heading(field), cell(record.string(field)?.as_deref()?)))
    }

    /// Period, or the end of one that is known alone, and the year of foundation.
    fn time(&self, record: &BestPractice) -> Vec<Row> {
        let period = self.period(record).map(|period| (self.words.page("period"), period));
        let alone =
            |field, date: &Option<String>| date.as_deref().map(|date| (self.words.heading(field), self.date(date)));
        let start = alone(Field::Start, &record.start).filter(|_| record.end.is_none() && !record.ongoing);
        let end = alone(Field::End, &record.end).filter(|_| record.start.is_none());
        let founded = record.founded.as_ref().map(|year| (self.words.heading(Field::Founded), Self::year(year)));
        [period, start, end, founded].into_iter().flatten().collect()
    }

    /// The collection; its licence stands at the foot.
    fn collection(&self, record: &BestPractice) -> Vec<Row> {
        let Some(collection) = &record.collection else { return Vec::new() };
        let parts =
            [("collection", &collection.name), ("programme", &collection.programme), ("code", &collection.code)];
        let row = |(key, words): (&str, &Option<String>)| Some((self.words.page(key), cell(words.as_deref()?)));
        parts.into_iter().filter_map(row).collect()
    }

    fn identifiers(&self, identifiers: &[Identifier]) -> Option<Row> {
        let shown = |entry: &Identifier| {
            format!("{}: {}", without(&cell(&entry.scheme), &[DOT, ':', '{']), without(&cell(&entry.value), &[DOT]))
        };
        let all: Vec<String> = identifiers.iter().map(shown).collect();
        (!all.is_empty()).then(|| (self.words.page("identifiers"), all.join(&format!(" {DOT} "))))
    }
}

/// The location, where it is so simple that a cell holds it as it is.
pub(super) fn location(record: &BestPractice) -> Option<String> {
    let fits = |text: &&str| text.len() <= LONGEST_FACT && text.trim() == *text && !starts_a_block(text);
    let text = record.location.as_deref().filter(fits).filter(|text| !text.contains(['|', '\n', '\r', '\\', '`']))?;
    Some(guard::block(text, 0, str::to_owned)).filter(|shown| !shown.contains(['|', '\n']))
}
