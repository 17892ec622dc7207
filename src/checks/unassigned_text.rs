//! `unassigned-text`: text in a sheet that no field took.

use super::{Check, Context, Example, Rule};
use crate::diagnostic::{Code, Diagnostic, Finding, Severity};
use crate::practice::SeenLabel;
use crate::source::Span;

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code::UnassignedText,
    severity: Severity::Warning,
    on: true,
    bad: Example::sheet(
        "\
Title\tShared gardens
Location\tSample

A line that stands under no label.

Description\tNewcomers and residents share a garden.
",
    ),
    good: Example::sheet(
        "\
Title\tShared gardens
Location\tSample
Description\tNewcomers and residents share a garden.
",
    ),
    check: Check::Sheet(check),
};

fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let spans = (context.unassigned)().into_iter().filter(|span| !is_asked(context, *span));
    findings.extend(spans.map(|span| Diagnostic::at(Finding::UnassignedText, span)));
}

/// Whether a text keeps the place of the value free under a label: that nothing is written there is what `empty-field` says.
fn is_asked(context: &Context<'_>, span: Span) -> bool {
    let words = span.of(context.text).trim();
    let is_between = |label: &SeenLabel| {
        let between = || Span::new(label.words.end, span.start).of(context.text);
        label.empty && label.words.end <= span.start && !between().contains(char::is_alphanumeric)
    };
    context.labels().iter().any(is_between) && context.schemas.placeholder(words) == Some(words)
}
