//! The rules: one rule, one file. Most look at the draft of a sheet; those that the reader itself finds have their data here.

mod ambiguous_date;
mod blank_template;
mod broken_data;
mod decoded_as;
mod doubtful_sheet;
mod duplicate_id;
mod duplicate_record;
mod empty_field;
mod end_before_start;
mod future_date;
mod hidden_read;
mod inferred_value;
mod joined_across_page;
mod label_inside_line;
mod labels_apart;
mod labels_side_by_side;
mod language_mismatch;
mod length;
mod malformed_date;
mod malformed_email;
mod malformed_phone;
mod malformed_url;
mod malformed_year;
mod missing_field;
mod newer_schema;
mod no_sheet;
mod not_read;
mod other_document;
mod pages_without_text;
mod personal_data;
mod placeholder_text;
mod repeated_key;
mod repeated_label;
mod rule;
mod run;
mod too_long;
mod too_short;
mod unassigned_text;
mod unknown_key;
mod unknown_label;
mod unread_period;
mod values_first;
mod wrong_type;

use crate::diagnostic::{Code, Diagnostic, Finding};
use crate::practice::{BestPractice, Demand, Draft, Field, Kind, Pointer, SeenLabel, Step, dates};
use crate::records::Walked;
use crate::schemas::{Schemas, Template};
use crate::source::Span;
use crate::{Demanded, Options};

use rule::Check;
pub use rule::{Example, File, Rule};
pub use run::Met;
pub(crate) use unknown_label::Alike;

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
    /// Finds the text of the sheet that no field took.
    pub unassigned: &'a dyn Fn() -> Vec<Span>,
    /// What was sought for the sheets before.
    pub alike: &'a Alike,
}

/// What is known of a sheet beside its record.
#[derive(Clone, Copy)]
pub(crate) enum Seen<'a> {
    /// It was a sheet with labels.
    Sheet(&'a Draft<'a>),
    /// It was a record already.
    Record(&'a Walked),
}

/// Every rule, in the order of the codes.
pub static RULES: &[Rule] = &[
    missing_field::RULE,
    empty_field::RULE,
    malformed_email::RULE,
    malformed_url::RULE,
    malformed_phone::RULE,
    malformed_year::RULE,
    malformed_date::RULE,
    ambiguous_date::RULE,
    unread_period::RULE,
    end_before_start::RULE,
    future_date::RULE,
    too_long::RULE,
    too_short::RULE,
    placeholder_text::RULE,
    language_mismatch::RULE,
    duplicate_record::RULE,
    duplicate_id::RULE,
    personal_data::RULE,
    repeated_label::RULE,
    unknown_label::RULE,
    label_inside_line::RULE,
    unassigned_text::RULE,
    inferred_value::RULE,
    joined_across_page::RULE,
    decoded_as::RULE,
    not_read::RULE,
    hidden_read::RULE,
    pages_without_text::RULE,
    blank_template::RULE,
    labels_apart::RULE,
    labels_side_by_side::RULE,
    values_first::RULE,
    other_document::RULE,
    doubtful_sheet::RULE,
    broken_data::RULE,
    unknown_key::RULE,
    repeated_key::RULE,
    wrong_type::RULE,
    newer_schema::RULE,
    no_sheet::RULE,
];

/// What the rules that are on find in a sheet, in the order of the places.
pub(crate) fn check(context: &Context<'_>) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    let is_asked = |rule: &&Rule| context.options.is_on(rule.code) && rule.most() >= context.options.least;
    for rule in RULES.iter().filter(is_asked) {
        if let Check::Sheet(check) = rule.check {
            check(context, &mut findings);
        }
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
            Seen::Record(walked) => {
                let is_reported = self.options.is_on(Code::UnknownKey);
                walked.keys.iter().any(|key| key.0 == field) || (is_reported && walked.meant.contains(&field))
            }
        }
    }

    /// Whether a field has a value, or a label or key without one, so that nothing of it can be elsewhere.
    fn has(&self, field: Field) -> bool {
        self.record.has(field) || self.is_covered(field) || self.is_named(field)
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

    /// The place of some words of a value; of the whole value where they are not written so, or it is too long to search.
    fn narrowed(&self, place: Span, words: &str) -> Span {
        if place.len() > SEARCHED {
            return place;
        }
        let at = memchr::memmem::find(place.of(self.text).as_bytes(), words.as_bytes());
        at.map_or(place, |at| Span::new(place.start + at, place.start + at + words.len()))
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

    /// The texts under a key of the entries of a field, such as the e-mail addresses of the contacts.
    fn parts(&self, field: Field, key: &'static str) -> impl Iterator<Item = (&'a Pointer, &'a str, Span)> {
        self.texts()
            .filter(move |(pointer, ..)| pointer.field == field && pointer.steps.last() == Some(&Step::Key(key)))
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

/// Whether one ISO 8601 date lies behind another, as precise as both are.
fn is_later(one: &str, other: &str) -> bool {
    let precision = one.len().min(other.len());
    one.get(..precision) > other.get(..precision)
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

/// Bytes of a value in which the place of some words is looked for.
const SEARCHED: usize = 20_000;
/// Characters that make a place known.
const PLACE_CHARS: usize = 40;
