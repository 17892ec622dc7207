//! `repeated-label`: a label that may stand once stands again.

use super::{Check, Context, Example, Rule};
use crate::diagnostic::{Code, Diagnostic, Finding, Severity};
use crate::practice::{Kind, SeenLabel};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code::RepeatedLabel,
    severity: Severity::Warning,
    on: true,
    bad: Example::sheet(
        "\
BEST PRACTICE SUMMARY SHEET
INSTITUTION: Town of Sample
BEST PRACTICE'S SUBJECT: Shared gardens
BEST PRACTICE'S DESCRIPTION: Residents share a garden.
INSTITUTION: School of Sample
",
    ),
    good: Example::sheet(
        "\
BEST PRACTICE SUMMARY SHEET
INSTITUTION: Town and School of Sample
BEST PRACTICE'S SUBJECT: Shared gardens
BEST PRACTICE'S DESCRIPTION: Residents share a garden.
",
    ),
    check: Check::Sheet(check),
};

fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for label in context.labels().iter().filter(|label| label.repeated) {
        let single = matches!(label.field.kind(), Kind::Line | Kind::Year | Kind::Date | Kind::Flag);
        let same = |other: &&SeenLabel| other.field == label.field && other.period == label.period && !other.empty;
        let first = context.labels().iter().find(same);
        if let Some(first) = first.filter(|_| single) {
            let finding = Diagnostic::at(Finding::RepeatedLabel { field: label.field }, label.words);
            findings.push(finding.labelled(label.words.of(context.text)).with_related(first.words));
        }
    }
}
