//! The values of records, each with the stretches of the source that it was read from.

use std::collections::HashMap;

use serde_json::Value as Json;

use crate::Sheet;
use crate::locale::Locale;
use crate::practice::{Field, Origin};
use crate::source::{Source, Span};

/// A value of a record: a text, a number, a flag.
#[derive(Debug)]
pub struct Row {
    /// Its field.
    pub field: Field,
    /// Its JSON pointer.
    pub pointer: String,
    /// The value as words.
    pub text: String,
    /// Its place among all values of the page.
    at: usize,
    /// The steps from the field to it.
    steps: Vec<Step>,
    /// Which rule gave it, if it was read.
    origin: Option<Origin>,
    /// What it was read from, in the order of the source; none overlaps another.
    pub spans: Vec<Span>,
}

/// A step to a value.
#[derive(Debug, Clone)]
enum Step {
    Item(usize),
    Key(String),
}

/// The values of all sheets of a document, in the order of the page.
pub struct Values {
    rows: Vec<Row>,
    /// Where the values of each sheet begin, and where the last ends.
    bounds: Vec<usize>,
}

impl Values {
    /// The values of the records of some sheets.
    pub fn of(source: &Source, sheets: &[Sheet]) -> Self {
        let mut values = Self { rows: Vec::new(), bounds: vec![0] };
        for sheet in sheets {
            let mut walk = Walk { known: known(sheet, source), rows: &mut values.rows, steps: Vec::new() };
            walk.record(sheet);
            values.bounds.push(values.rows.len());
        }
        values
    }

    /// Those of a sheet, counted from 1.
    pub fn of_sheet(&self, number: usize) -> &[Row] {
        &self.rows[self.bounds[number - 1]..self.bounds[number]]
    }

    /// Those that were read, of all sheets.
    pub fn read(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(|row| !row.spans.is_empty())
    }

    /// The value of this number.
    pub fn numbered(&self, number: usize) -> Option<&Row> {
        self.rows.get(number.checked_sub(1)?)
    }
}

impl Row {
    /// Its number on the page, if it was read.
    pub fn number(&self) -> Option<usize> {
        (!self.spans.is_empty()).then_some(self.at + 1)
    }

    /// Where in its field it is, in words: `1 · e-mail`.
    pub fn way(&self, locale: Locale) -> String {
        let step = |step: &Step| match step {
            Step::Item(at) => (at + 1).to_string(),
            // What a user adds has keys of his own.
            Step::Key(key) if self.field == Field::Extra => key.clone(),
            Step::Key(key) => Field::from_key(key)
                .filter(|_| self.field == Field::Covers)
                .map_or_else(|| locale.say(&format!("part-{key}"), &[]), |field| locale.field(field)),
        };
        self.steps.iter().map(step).collect::<Vec<_>>().join(" · ")
    }

    /// How it was found, if not by its label.
    pub fn origin_in_words(&self, locale: Locale) -> Option<String> {
        let message = match self.origin? {
            Origin::Label => return None,
            Origin::Pattern => "review-pattern",
            Origin::Inferred => "review-inferred",
            Origin::Constant => "review-constant",
        };
        Some(locale.say(message, &[]))
    }
}

/// Where a value was read.
#[derive(Clone, Default)]
struct Known {
    origin: Option<Origin>,
    spans: Vec<Span>,
}

/// Where the values of a sheet were read, by their pointers.
fn known(sheet: &Sheet, source: &Source) -> HashMap<String, Known> {
    let mut all: HashMap<String, Known> = HashMap::new();
    for traced in &sheet.trace {
        let known = all.entry(traced.pointer.to_string()).or_default();
        known.origin = Some(traced.origin);
        known.spans.extend(traced.segments.iter().filter_map(|segment| segment.span()));
    }
    for (pointer, span) in &sheet.places {
        all.entry(pointer.to_string()).or_default().spans.push(*span);
    }
    all.values_mut().for_each(|known| disjoint(&mut known.spans, &source.text));
    all
}

/// Puts spans in order and joins those that touch; what is no stretch of the text is dropped.
fn disjoint(spans: &mut Vec<Span>, text: &str) {
    spans.retain(|span| !span.of(text).is_empty());
    spans.sort_unstable();
    spans.dedup_by(|next, last| {
        let touches = next.start <= last.end;
        if touches {
            last.end = last.end.max(next.end);
        }
        touches
    });
}

/// A walk through a record, which is no deeper than records may be.
struct Walk<'w> {
    known: HashMap<String, Known>,
    rows: &'w mut Vec<Row>,
    steps: Vec<Step>,
}

impl Walk<'_> {
    fn record(&mut self, sheet: &Sheet) {
        let record = serde_json::to_value(&sheet.record).unwrap_or_default();
        for field in Field::ALL.iter().filter(|field| **field != Field::Provenance) {
            if let Some(value) = record.get(field.key()) {
                self.value(*field, format!("/{field}"), value);
            }
        }
    }

    fn value(&mut self, field: Field, pointer: String, value: &Json) {
        match value {
            Json::Array(items) => {
                for (at, item) in items.iter().enumerate() {
                    self.step(Step::Item(at), field, format!("{pointer}/{at}"), item);
                }
            }
            Json::Object(members) => {
                for (key, member) in members {
                    self.step(Step::Key(key.clone()), field, format!("{pointer}/{key}"), member);
                }
            }
            Json::String(text) => self.row(field, pointer, text.clone()),
            other => self.row(field, pointer, other.to_string()),
        }
    }

    fn step(&mut self, step: Step, field: Field, pointer: String, value: &Json) {
        self.steps.push(step);
        self.value(field, pointer, value);
        self.steps.pop();
    }

    fn row(&mut self, field: Field, pointer: String, text: String) {
        let Known { origin, spans } = self.known(&pointer).cloned().unwrap_or_default();
        self.rows.push(Row { field, pointer, text, at: self.rows.len(), steps: self.steps.clone(), origin, spans });
    }

    /// Where a value was read, or the one that it is part of.
    fn known(&self, pointer: &str) -> Option<&Known> {
        let cuts = pointer.match_indices('/').map(|(at, _)| at).filter(|at| *at > 0);
        let ends = std::iter::once(pointer.len()).chain(cuts.rev());
        ends.map(|end| &pointer[..end]).find_map(|pointer| self.known.get(pointer))
    }
}
