//! `unassigned-text`: text in a sheet that no field took.

use super::{Check, Context, Example, Rule};
use crate::diagnostic::{Code, Diagnostic, Finding, Severity};

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
    findings.extend(context.unassigned.iter().map(|&span| Diagnostic::at(Finding::UnassignedText, span)));
}
