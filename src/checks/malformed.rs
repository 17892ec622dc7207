//! `malformed-email`, `malformed-url`, `malformed-year`, `malformed-date`, `ambiguous-date`, `unread-period`: a typed value that is not of its type.

use super::Context;
use crate::diagnostic::{Diagnostic, Finding};
use crate::practice::{Field, Kind, Traced, Year, dates, join};
use crate::source::Span;

pub(super) fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let draft = context.draft;
    let text = |span: Span| span.of(context.text).to_owned();
    findings
        .extend(draft.malformed_emails.iter().map(|&span| Diagnostic::at(Finding::MalformedEmail(text(span)), span)));
    findings.extend(draft.malformed_urls.iter().map(|&span| Diagnostic::at(Finding::MalformedUrl(text(span)), span)));
    findings.extend(draft.unread_periods.iter().map(|&span| Diagnostic::at(Finding::UnreadPeriod(text(span)), span)));
    for traced in &draft.trace {
        let value = || join(&traced.segments, context.text);
        let finding = match traced.pointer.field {
            Field::Founded if matches!(draft.record.founded, Some(Year::Verbatim(_))) => {
                Finding::MalformedYear(value())
            }
            field if field.kind() == Kind::Date && !is_date(context, field) => no_date(context, value()),
            _ => continue,
        };
        if let Some(span) = span(traced) {
            findings.push(labelled(context, traced.pointer.field, Diagnostic::at(finding, span)));
        }
    }
}

fn no_date(context: &Context<'_>, value: String) -> Finding {
    match dates::is_ambiguous(&value, context.schemas) {
        true => Finding::AmbiguousDate(value),
        false => Finding::MalformedDate(value),
    }
}

fn is_date(context: &Context<'_>, field: Field) -> bool {
    context.draft.record.string(field).and_then(Option::as_deref).is_none_or(dates::is_iso)
}

fn span(traced: &Traced) -> Option<Span> {
    traced.segments.iter().filter_map(|segment| segment.span()).reduce(Span::to)
}

fn labelled(context: &Context<'_>, field: Field, finding: Diagnostic) -> Diagnostic {
    match context.draft.labels.iter().find(|label| label.field == field) {
        Some(label) => finding.labelled(label.words.of(context.text)),
        None => finding,
    }
}
