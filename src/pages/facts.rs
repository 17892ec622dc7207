//! The table of key facts.

use crate::ledger::Class;
use crate::output::markdown::{DASH, DOT};
use crate::practice::dates::Order;
use crate::practice::{
    Collection, Field, Function, Identifier, Kind, Origin, Pointer, Right, Segment, Step, Unmapped, Year,
};
use crate::source::Span;

use super::body::Body;
use super::decode;
use super::words::Fact;

/// Lines above the first row.
const HEAD: usize = 2;

impl Body<'_, '_> {
    /// Reads the lines of the table.
    pub(super) fn facts(&mut self, lines: &[Span]) {
        for line in lines.iter().skip(HEAD) {
            self.row(*line);
        }
        lines.iter().for_each(|line| self.markup(*line, None, true));
    }

    fn row(&mut self, line: Span) {
        let cells = cells(self.text, line);
        let (Some(&label), Some(&value)) = (cells.first(), cells.get(1)) else { return };
        let value = cells[1..].iter().copied().reduce(Span::to).unwrap_or(value).trim(self.text);
        match self.words.fact(&self.plain(label)) {
            None => self.unknown_row(label, value),
            Some(fact) => {
                let field = field(fact);
                self.label(label, field, !value.is_empty());
                if !value.is_empty() {
                    self.fact(fact, value);
                }
                self.markup(line, Some(field), true);
            }
        }
    }

    fn fact(&mut self, fact: Fact, value: Span) {
        match fact {
            Fact::Field(field) => self.fact_of(field, value),
            Fact::Period => self.period(value),
            Fact::Collection(key) => self.collection(key, value),
            Fact::Identifiers => self.identifiers(value),
        }
    }

    /// A field in its cell.
    pub(super) fn fact_of(&mut self, field: Field, value: Span) {
        match field.kind() {
            Kind::Date => self.date(field, value),
            Kind::Year => self.year(value),
            Kind::Flag => self.ongoing(value),
            Kind::Text => {
                self.draft.set_text(field, Origin::Label, Right::Own, decode::coded_cell(self.text, value));
            }
            _ => self.draft.set_text(field, Origin::Label, Right::Own, decode::plain(self.text, value)),
        }
    }

    fn date(&mut self, field: Field, value: Span) {
        let words = decode::plain(self.text, value);
        if is_verbatim(self.text, value) {
            self.draft.set_text(field, Origin::Label, Right::Own, words);
        } else {
            self.draft.set_typed(field, Function::Date(Order::DayFirst), words);
        }
    }

    fn year(&mut self, value: Span) {
        let words = decode::plain(self.text, value);
        let number = self.plain(value).parse().ok().filter(|_| !is_verbatim(self.text, value));
        let pointer = Pointer::from(Field::Founded);
        self.draft.record.founded = Some(match number {
            Some(year) => {
                self.draft.trace_typed(Function::Number, pointer, Origin::Label, Right::Own, words);
                Year::Known(year)
            }
            None => Year::Verbatim(self.draft.trace(pointer, Origin::Label, Right::Own, words)),
        });
    }

    fn ongoing(&mut self, value: Span) {
        let words = vec![Segment::as_is(value)];
        self.draft.trace_typed(Function::Flag, Field::Ongoing.into(), Origin::Label, Right::Own, words);
        self.draft.record.ongoing = true;
    }

    /// `marzo 2017 – 29 gennaio 2021 – in corso`
    fn period(&mut self, value: Span) {
        for part in split(self.text, value, DASH) {
            let is_ongoing = !is_verbatim(self.text, part) && self.words.is(&self.plain(part), "ongoing");
            if is_ongoing {
                self.ongoing(part);
            } else if self.draft.record.start.is_none() {
                self.date(Field::Start, part);
            } else if self.draft.record.end.is_none() {
                self.date(Field::End, part);
            } else {
                self.draft.claim(part, Class::Unassigned, None);
            }
        }
    }

    /// A part of the collection.
    pub(super) fn collection(&mut self, key: &'static str, value: Span) {
        let words = decode::plain(self.text, value);
        if words.is_empty() {
            return;
        }
        let pointer = Pointer::from(Field::Collection).then(Step::Key(key));
        let words = Some(self.draft.trace(pointer, Origin::Label, Right::Own, words));
        let collection = self.draft.record.collection.get_or_insert_with(Collection::default);
        match key {
            "name" => collection.name = words,
            "programme" => collection.programme = words,
            "code" => collection.code = words,
            _ => collection.licence = words,
        }
    }

    /// `Erasmus+: 2020-1-ES01-KA203-082364 · …`
    fn identifiers(&mut self, value: Span) {
        for entry in split(self.text, value, DOT) {
            let Some(at) = entry.of(self.text).find(':').map(|at| entry.start + at) else {
                self.draft.claim(entry, Class::Unassigned, None);
                continue;
            };
            let number = self.draft.record.identifiers.len();
            let pointer = |key| Pointer::from(Field::Identifiers).then(Step::Item(number)).then(Step::Key(key));
            let [scheme, value] = [Span::new(entry.start, at), Span::new(at + 1, entry.end)];
            let [scheme, value] = [("scheme", scheme), ("value", value)].map(|(key, span)| {
                self.draft.trace(pointer(key), Origin::Label, Right::Own, decode::plain(self.text, span))
            });
            self.draft.record.identifiers.push(Identifier { scheme, value });
        }
    }

    /// A row that somebody has added.
    fn unknown_row(&mut self, label: Span, value: Span) {
        let line = self.source.place(label.start).line;
        self.unmapped_entry(label, decode::coded_cell(self.text, value), line.to_string());
    }

    /// Text under a label that no field has.
    pub(super) fn unmapped_entry(&mut self, label: Span, text: Vec<Segment>, lines: String) {
        let number = self.draft.record.unmapped.len();
        let pointer = |key| Pointer::from(Field::Unmapped).then(Step::Item(number)).then(Step::Key(key));
        let words = decode::plain(self.text, label);
        let label = self.draft.trace(pointer("label"), Origin::Label, Right::Own, words);
        let text = self.draft.trace(pointer("text"), Origin::Label, Right::Own, text);
        self.draft.record.unmapped.push(Unmapped { label, text, lines });
    }
}

/// The field that the bytes of a fact belong to.
const fn field(fact: Fact) -> Field {
    match fact {
        Fact::Field(field) => field,
        Fact::Period => Field::Start,
        Fact::Collection(_) => Field::Collection,
        Fact::Identifiers => Field::Identifiers,
    }
}

/// Whether the writer says that a value is meant as it stands.
fn is_verbatim(text: &str, value: Span) -> bool {
    value.of(text).starts_with("&#")
}

/// The cells of a row, without the bars around it.
fn cells(text: &str, line: Span) -> Vec<Span> {
    let line = line.trim(text);
    let is_bar = |at: usize| !line.of(text)[..at].ends_with('\\');
    let bars = line.of(text).match_indices('|').map(|(at, _)| at).filter(|at| is_bar(*at));
    let bars: Vec<usize> = bars.map(|at| line.start + at).chain([line.end]).collect();
    let cells = bars.windows(2).map(|pair| Span::new(pair[0] + 1, pair[1]).trim(text));
    let count = bars.len().saturating_sub(1);
    // Behind the last bar there is nothing.
    cells.enumerate().filter(|(at, cell)| at + 1 < count || !cell.is_empty()).map(|(_, cell)| cell).collect()
}

/// The parts of a cell between marks with a space on both sides.
fn split(text: &str, value: Span, mark: char) -> Vec<Span> {
    let mark = format!(" {mark} ");
    let parts = value.of(text).split(&mark).map(|part| Span::of_slice(text, part));
    parts.map(|part| part.trim(text)).filter(|part| !part.is_empty()).collect()
}
