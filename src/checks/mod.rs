//! Rules over the draft of a sheet: one rule, one file.

mod doubtful_sheet;
mod empty_field;
mod inferred_value;
mod joined_across_page;
mod malformed;
mod missing_field;
mod repeated_label;
mod unassigned_text;
mod unknown_label;

use crate::diagnostic::Diagnostic;
use crate::practice::{Demand, Draft, Field, SeenLabel};
use crate::schemas::{Schemas, Template};
use crate::source::Span;

/// What the rules know of a sheet.
pub(crate) struct Context<'a> {
    /// The document's text.
    pub text: &'a str,
    /// The data that the sheet was read with.
    pub schemas: &'a Schemas,
    /// The sheet's template.
    pub template: &'a Template,
    /// The sheet's record in the making.
    pub draft: &'a Draft<'a>,
    /// The sheet's bytes.
    pub sheet: Span,
    /// Text of the sheet that no field took.
    pub unassigned: Vec<Span>,
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
    malformed::check,
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

impl Context<'_> {
    /// How much the template and the record's schema want a field.
    fn demand(&self, field: Field) -> Demand {
        self.template.demand(field)
    }

    /// Whether the text of a joint label covers the field.
    fn is_covered(&self, field: Field) -> bool {
        self.draft.labels.iter().any(|label| !label.empty && label.covers.contains(&field))
    }

    /// The label of a field, as the sheet has it without a value.
    fn empty_label(&self, field: Field) -> Option<&SeenLabel> {
        self.draft.labels.iter().find(|label| label.empty && (label.field == field || label.covers.contains(&field)))
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
