//! `repeated-label`: a label that may stand once stands again.

use super::{Check, Context, Example, Rule};
use crate::diagnostic::{Code, Diagnostic, Finding, Severity};
use crate::practice::{Kind, SeenLabel};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code::RepeatedLabel,
    severity: Severity::Warning,
    on: true,
    bad: Example::form(
        "\
GARDEN SHEET
Carried by: Town of Sample
Name: Shared gardens
What: Residents share a garden.
Carried by: School of Sample
",
    ),
    good: Example::form(
        "\
GARDEN SHEET
Carried by: Town and School of Sample
Name: Shared gardens
What: Residents share a garden.
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
