//! Rules over the draft of a sheet: one rule, one file.

mod ambiguous_date;
mod doubtful_sheet;
mod empty_field;
mod inferred_value;
mod joined_across_page;
mod malformed_date;
mod malformed_email;
mod malformed_url;
mod malformed_year;
mod missing_field;
mod repeated_label;
mod unassigned_text;
mod unknown_label;
mod unread_period;

use crate::diagnostic::{Diagnostic, Finding};
use crate::practice::{BestPractice, Demand, Draft, Field, Kind, Pointer, SeenLabel, dates};
use crate::records::Walked;
use crate::schemas::{Schemas, Template};
use crate::source::Span;
use crate::{Demanded, Options};

/// What the rules know of a sheet.
pub(crate) struct Context<'a> {
    /// The document's text.
    pub text: &'a str,
    /// The data that the sheet was read with.
    pub schemas: &'a Schemas,
    /// The sheet's template.
    pub template: &'a Template,
    /// Its record.
    pub record: &'a BestPractice,
    /// What else is known of it.
    pub seen: Seen<'a>,
    /// What the reader was told.
    pub options: &'a Options,
    /// The sheet's bytes.
    pub sheet: Span,
    /// Text of the sheet that no field took.
    pub unassigned: Vec<Span>,
}

/// What is known of a sheet beside its record.
#[derive(Clone, Copy)]
pub(crate) enum Seen<'a> {
    /// It was a sheet with labels.
    Sheet(&'a Draft<'a>),
    /// It was a record already.
    Record(&'a Walked),
}

/// A rule: what it finds in a sheet.
type Rule = fn(&Context<'_>, &mut Vec<Diagnostic>);

/// Every rule.
const RULES: &[Rule] = &[
    doubtful_sheet::check,
    missing_field::check,
    empty_field::check,
    repeated_label::check,
    unknown_label::check,
    malformed_email::check,
    malformed_url::check,
    malformed_year::check,
    malformed_date::check,
    ambiguous_date::check,
    unread_period::check,
    unassigned_text::check,
    inferred_value::check,
    joined_across_page::check,
];

/// What all rules find, in the order of the places.
pub(crate) fn check(context: &Context<'_>) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for rule in RULES {
        rule(context, &mut findings);
    }
    findings.sort_by_key(|finding| finding.span.map(|span| span.start));
    findings
}

impl<'a> Context<'a> {
    /// How much the template and the record's schema want a field.
    fn demand(&self, field: Field) -> Demand {
        if self.required(field).is_some() { Demand::Required } else { self.template.demand(field) }
    }

    /// Where the collection requires a field.
    fn required(&self, field: Field) -> Option<&Demanded> {
        let holds = |demanded: &&Demanded| {
            demanded.templates.is_empty() || demanded.templates.iter().any(|name| *name == self.template.name)
        };
        self.options.required.iter().filter(|demanded| demanded.field == field).find(holds)
    }

    /// What is known of a sheet with labels; nothing of a record.
    fn draft(&self) -> Option<&'a Draft<'a>> {
        match self.seen {
            Seen::Sheet(draft) => Some(draft),
            Seen::Record(_) => None,
        }
    }

    /// The labels of the sheet.
    fn labels(&self) -> &'a [SeenLabel] {
        self.draft().map_or(&[], |draft| &draft.labels)
    }

    /// Whether the text of a joint label covers the field.
    fn is_covered(&self, field: Field) -> bool {
        self.record.is_covered(field) || self.labels().iter().any(|label| !label.empty && label.covers.contains(&field))
    }

    /// Whether the label or key of a field is there, whatever stands under it.
    fn is_named(&self, field: Field) -> bool {
        match self.seen {
            Seen::Sheet(draft) => {
                draft.labels.iter().any(|label| label.empty && (label.field == field || label.covers.contains(&field)))
            }
            Seen::Record(walked) => walked.keys.iter().any(|key| key.0 == field),
        }
    }

    /// Where the template demands a field.
    fn demanded_at(&self, field: Field) -> Option<String> {
        let template = || self.template.asked_at(field).map(|place| self.schemas.line_of(place));
        self.required(field).map(|demanded| demanded.place.clone()).or_else(template)
    }

    /// The words of a place.
    fn words(&self, span: Span) -> String {
        span.of(self.text).to_owned()
    }

    /// Where a value stands.
    fn place(&self, pointer: &Pointer) -> Option<Span> {
        match self.seen {
            Seen::Sheet(draft) => {
                let traced = draft.trace.iter().find(|traced| traced.pointer == *pointer)?;
                traced.segments.iter().filter_map(|segment| segment.span()).reduce(Span::to)
            }
            Seen::Record(walked) => walked.places.iter().find(|place| place.0 == *pointer).map(|place| place.1),
        }
    }

    /// Every text of the record with its address and place.
    fn texts(&self) -> impl Iterator<Item = (&'a Pointer, &'a str, Span)> {
        let (record, seen) = (self.record, self.seen);
        let (trace, places) = match seen {
            Seen::Sheet(draft) => (&draft.trace[..], &[][..]),
            Seen::Record(walked) => (&[][..], &walked.places[..]),
        };
        let traced = trace.iter().filter_map(|traced| {
            Some((&traced.pointer, traced.segments.iter().filter_map(|segment| segment.span()).reduce(Span::to)?))
        });
        let placed = places.iter().map(|(pointer, span)| (pointer, *span));
        traced.chain(placed).filter_map(move |(pointer, span)| Some((pointer, record.text_at(pointer)?, span)))
    }

    /// A finding about the value of a field, at its place.
    fn about_field(&self, field: Field, finding: Finding) -> Option<Diagnostic> {
        let pointer = field.into();
        let place = self.place(&pointer)?;
        Some(self.about(&pointer, place, finding))
    }

    /// A finding about a value.
    fn about(&self, pointer: &Pointer, place: Span, finding: Finding) -> Diagnostic {
        let finding = Diagnostic::at(finding, place).pointing(pointer.clone());
        match self.seen {
            Seen::Record(_) => finding.labelled(pointer.name()),
            Seen::Sheet(draft) => match draft.labels.iter().find(|label| label.field == pointer.field) {
                Some(label) => finding.labelled(self.words(label.words)),
                None => finding,
            },
        }
    }

    /// What stands where a date should and is none in the form of ISO 8601.
    fn verbatim_dates(&self) -> impl Iterator<Item = (Field, &'a str)> {
        let record = self.record;
        let dates = Field::ALL.iter().copied().filter(|field| field.kind() == Kind::Date);
        let words = move |field| record.string(field).and_then(Option::as_deref).map(|words| (field, words));
        dates.filter_map(words).filter(|(_, words)| !dates::is_iso(words))
    }

    /// The line that starts the sheet.
    fn first_line(&self) -> Span {
        let rest = self.sheet.of(self.text);
        let end = rest.find('\n').unwrap_or(rest.len());
        Span::new(self.sheet.start, self.sheet.start + end).trim(self.text)
    }
}

/// The last words of a span: enough to know the place by.
fn tail(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let start = words.char_indices().rev().nth(PLACE_CHARS - 1).map_or(0, |(at, _)| at);
    Span::new(span.start + start, span.end).trim(text)
}

/// The first words of a span.
fn head(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let end = words.char_indices().nth(PLACE_CHARS).map_or(words.len(), |(at, _)| at);
    Span::new(span.start, span.start + end).trim(text)
}

/// Characters that make a place known.
const PLACE_CHARS: usize = 40;
