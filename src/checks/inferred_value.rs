//! `inferred-value`: a value that stands under no label of its own.

use super::{Check, Context, Example, Rule};
use crate::diagnostic::{Code, Diagnostic, Finding, Severity};
use crate::practice::{Kind, Origin, join};
use crate::source::Span;

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code::InferredValue,
    severity: Severity::Info,
    on: true,
    bad: Example::sheet(
        "\
# Shared gardens

Location: Sample
Target groups: newcomers
Description: Newcomers and residents share a garden.
",
    ),
    good: Example::SOUND,
    check: Check::Sheet(check),
};

fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let Some(draft) = context.draft() else { return };
    let concluded = draft.trace.iter().filter(|traced| matches!(traced.origin, Origin::Inferred | Origin::Pattern));
    for traced in concluded.filter(|traced| traced.pointer.field.kind() == Kind::Line) {
        let span = traced.segments.iter().filter_map(|segment| segment.span()).reduce(Span::to);
        let (field, value) = (traced.pointer.field, join(&traced.segments, context.text));
        findings.extend(span.map(|span| Diagnostic::at(Finding::InferredValue { field, value }, span)));
    }
}
