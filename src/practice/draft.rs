//! A record in the making: values with their segments, and what the rules want to know of the sheet.

use super::segments::{Segment, join};
use super::{BestPractice, Field, Function, Origin, Pointer, Step, Traced, Year};
use crate::ledger::{Citation, Claim, Class};
use crate::schemas::Schemas;
use crate::source::Span;

/// Values of an ordinary sheet.
const VALUES: usize = 32;

/// A label of the sheet, as the rules see it.
#[derive(Debug, Clone)]
pub struct SeenLabel {
    /// The field it opens.
    pub field: Field,
    /// Whether it announces a start and an end in one value.
    pub period: bool,
    /// Other fields that its text covers.
    pub covers: Vec<Field>,
    /// The words of the label.
    pub words: Span,
    /// Where the value should stand, where that is elsewhere: the empty cell of a row.
    pub cell: Option<Span>,
    /// Whether no value stands under it.
    pub empty: bool,
    /// Whether the field had a value before.
    pub repeated: bool,
}

/// A record in the making.
#[derive(Debug)]
pub struct Draft<'a> {
    /// The document's text.
    pub text: &'a str,
    /// The data that the sheet is read with.
    pub schemas: &'a Schemas,
    /// The record so far.
    pub record: BestPractice,
    /// What its values are made of.
    pub trace: Vec<Traced>,
    /// The labels of the sheet, in order.
    pub labels: Vec<SeenLabel>,
    /// Labels that no field knows.
    pub unknown: Vec<Span>,
    /// Where a sentence, list or row runs across the edge of a page.
    pub joins: Vec<(Span, Span)>,
    /// What stands where an e-mail address should.
    pub malformed_emails: Vec<Span>,
    /// What stands where a web address should.
    pub malformed_urls: Vec<Span>,
    /// Tags that a value may keep.
    pub marks: Vec<(Field, Span)>,
    /// Dates that make no period.
    pub unread_periods: Vec<Span>,
    /// The first label, where nothing but the wordings of labels says that it is a sheet.
    pub doubt: Option<Span>,
    /// Who owns which bytes.
    pub claims: Vec<Claim>,
    /// Who else uses them.
    pub citations: Vec<Citation>,
}

/// Whether a value owns its bytes or uses those of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Right {
    /// It owns them.
    Own,
    /// It cites them.
    Cite,
}

impl<'a> Draft<'a> {
    /// A record without a value yet.
    pub fn new(text: &'a str, schemas: &'a Schemas) -> Self {
        Self {
            text,
            schemas,
            record: BestPractice::default(),
            trace: Vec::with_capacity(VALUES),
            labels: Vec::with_capacity(VALUES / 2),
            unknown: Vec::new(),
            joins: Vec::new(),
            malformed_emails: Vec::new(),
            malformed_urls: Vec::new(),
            marks: Vec::new(),
            unread_periods: Vec::new(),
            doubt: None,
            claims: Vec::with_capacity(VALUES * 4),
            citations: Vec::new(),
        }
    }

    /// Notes a value's segments and gives the value.
    pub fn trace(&mut self, pointer: Pointer, origin: Origin, right: Right, segments: Vec<Segment>) -> String {
        let value = join(&segments, self.text);
        self.take(pointer.field, right, &segments);
        self.trace.push(Traced { pointer, origin, function: None, segments });
        value
    }

    /// Notes a typed value's segments and gives the value.
    pub fn trace_typed(
        &mut self,
        function: Function,
        pointer: Pointer,
        origin: Origin,
        right: Right,
        segments: Vec<Segment>,
    ) -> serde_json::Value {
        let value = function.apply(&join(&segments, self.text), self.schemas);
        self.take(pointer.field, right, &segments);
        self.trace.push(Traced { pointer, origin, function: Some(function), segments });
        value
    }

    fn take(&mut self, field: Field, right: Right, segments: &[Segment]) {
        for span in segments.iter().filter_map(|segment| segment.span()) {
            match right {
                Right::Own => self.claim(span, Class::Value, Some(field)),
                Right::Cite => self.citations.push(Citation { span, field }),
            }
        }
    }

    /// Gives bytes to a class.
    pub fn claim(&mut self, span: Span, class: Class, field: Option<Field>) {
        self.claims.push(Claim { span, class, field });
    }

    /// Gives to `markup` what no value has kept of its tags.
    pub fn settle_marks(&mut self) {
        for (field, span) in std::mem::take(&mut self.marks) {
            self.claim(span, Class::Markup, Some(field));
        }
    }

    /// Gives marks of a field's value to `markup`.
    pub fn markup(&mut self, field: Field, spans: impl IntoIterator<Item = Span>) {
        for span in spans {
            self.claim(span, Class::Markup, Some(field));
        }
    }

    /// Sets a field whose value is one string.
    pub fn set_text(&mut self, field: Field, origin: Origin, right: Right, segments: Vec<Segment>) {
        if segments.iter().any(|segment| segment.span().is_some()) {
            let value = self.trace(field.into(), origin, right, segments);
            if let Some(slot) = self.record.string_mut(field) {
                *slot = Some(value);
            }
        }
    }

    /// Sets a year or date.
    pub fn set_typed(&mut self, field: Field, function: Function, segments: Vec<Segment>) {
        let value = self.trace_typed(function, field.into(), Origin::Label, Right::Own, segments);
        match (field, value) {
            (Field::Founded, serde_json::Value::String(value)) => self.record.founded = Some(Year::Verbatim(value)),
            (Field::Founded, value) => {
                self.record.founded = value.as_i64().and_then(|year| year.try_into().ok()).map(Year::Known);
            }
            (_, value) => {
                if let (Some(slot), Some(value)) = (self.record.string_mut(field), value.as_str()) {
                    *slot = Some(value.to_owned());
                }
            }
        }
    }

    /// Adds items to a list.
    pub fn add_items(&mut self, field: Field, origin: Origin, items: Vec<Vec<Segment>>) {
        for segments in items {
            let at = self.record.list_mut(field).map_or(0, |list| list.len());
            let item = self.trace(Pointer::from(field).then(Step::Item(at)), origin, Right::Own, segments);
            if let Some(list) = self.record.list_mut(field) {
                list.push(item);
            }
        }
    }

    /// What a value is made of.
    pub fn segments(&self, field: Field) -> Option<&[Segment]> {
        let traced = self.trace.iter().find(|traced| traced.pointer.field == field && traced.pointer.steps.is_empty());
        traced.map(|traced| traced.segments.as_slice())
    }
}
