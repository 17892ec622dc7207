//! `inferred-value`: a value that stands under no label of its own.

use super::Context;
use crate::diagnostic::{Diagnostic, Finding};
use crate::practice::{Kind, Origin, join};
use crate::source::Span;

pub(super) fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let Some(draft) = context.draft() else { return };
    let concluded = draft.trace.iter().filter(|traced| matches!(traced.origin, Origin::Inferred | Origin::Pattern));
    for traced in concluded.filter(|traced| traced.pointer.field.kind() == Kind::Line) {
        let span = traced.segments.iter().filter_map(|segment| segment.span()).reduce(Span::to);
        let (field, value) = (traced.pointer.field, join(&traced.segments, context.text));
        findings.extend(span.map(|span| Diagnostic::at(Finding::InferredValue { field, value }, span)));
    }
}
