//! A finding with its place in a document.

use super::arguments::Subject;
use super::finding::{Finding, Severity};
use crate::practice::{Field, Pointer};
use crate::source::layout;
use crate::source::{Place, Source, Span};

/// A place in another file, which is not open any more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Elsewhere {
    /// The file as the user named it.
    pub file: String,
    /// The place as the user of a container sees it.
    pub seen: Option<layout::Place>,
    /// Line and column of the first character.
    pub start: Place,
    /// Line and column of the character after the last.
    pub end: Place,
    /// Its bytes.
    pub span: Span,
    /// Bytes of its document before the portion in which they count.
    pub before: usize,
}

impl Elsewhere {
    /// A place in a file.
    pub fn new(source: &Source, span: Span) -> Self {
        Self {
            file: source.name.clone(),
            seen: source.seen(span.start).cloned(),
            start: source.place(span.start),
            end: source.place(span.end),
            span,
            before: source.before.bytes,
        }
    }

    /// Whether it is in this portion of this document.
    pub fn is_in(&self, source: &Source) -> bool {
        self.file == source.name && self.before == source.before.bytes
    }
}

/// A finding with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What was found.
    pub finding: Finding,
    /// How much it matters.
    pub severity: Severity,
    /// Where: byte offsets into the decoded text. For a missing field the line that starts the sheet; for a whole file nothing.
    pub span: Option<Span>,
    /// A second place: the other end of a join, the first of two labels.
    pub related: Option<Span>,
    /// A second place in another file of the run.
    pub elsewhere: Option<Elsewhere>,
    /// The label concerned, as the sheet writes it; of a record the key.
    pub label: Option<String>,
    /// Which value of the record it is about, where it is about one.
    pub pointer: Option<Pointer>,
    /// Where the template demands what is not there: `schemas/templates/x.yaml:41`.
    pub demanded_at: Option<String>,
    /// What it is about.
    pub subject: Subject,
}

impl Diagnostic {
    /// A finding at a place.
    pub fn at(finding: Finding, span: Span) -> Self {
        Self { span: Some(span), ..Self::whole(finding) }
    }

    /// A finding about a whole file.
    pub fn whole(finding: Finding) -> Self {
        Self {
            severity: finding.severity(),
            finding,
            span: None,
            related: None,
            elsewhere: None,
            label: None,
            pointer: None,
            demanded_at: None,
            subject: Subject::Sheet,
        }
    }

    /// The field that it is about.
    pub fn field(&self) -> Option<Field> {
        match &self.finding {
            Finding::MissingField { field, .. }
            | Finding::EmptyField { field, .. }
            | Finding::RepeatedLabel { field }
            | Finding::TooLong { field, .. }
            | Finding::TooShort { field, .. }
            | Finding::LabelInsideLine { field, .. }
            | Finding::InferredValue { field, .. } => Some(*field),
            _ => self.pointer.as_ref().map(|pointer| pointer.field),
        }
    }

    /// The same with the label as written.
    pub fn labelled(mut self, label: impl Into<String>) -> Self {
        self.label = Some(label.into());
        self
    }

    /// The same with the value that it is about.
    pub fn pointing(mut self, pointer: Pointer) -> Self {
        self.pointer = Some(pointer);
        self
    }

    /// The same with the place of the demand.
    pub fn demanded_at(mut self, place: Option<String>) -> Self {
        self.demanded_at = place;
        self
    }

    /// The same with a second place.
    pub fn with_related(mut self, span: Span) -> Self {
        self.related = Some(span);
        self
    }

    /// The same with a second place in another file.
    pub fn with_elsewhere(mut self, place: Elsewhere) -> Self {
        self.elsewhere = Some(place);
        self
    }
}
