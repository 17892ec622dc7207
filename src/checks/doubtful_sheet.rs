//! `doubtful-sheet`: nothing but the wordings of its labels says that a document is a sheet.

use super::{Check, Context, Example, Rule};
use crate::diagnostic::{Code, Diagnostic, Finding, Severity};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code::DoubtfulSheet,
    severity: Severity::Warning,
    on: true,
    bad: Example::sheet(
        "\
Location: Sample
Funding: the town
Notes: bring boots
",
    ),
    good: Example::sheet(
        "\
Title: Shared gardens
Location: Sample
Funding: the town
Description: Newcomers and residents share a garden.
",
    ),
    check: Check::Sheet(check),
};

fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let doubt = context.draft().and_then(|draft| draft.doubt);
    findings.extend(doubt.map(|place| Diagnostic::at(Finding::DoubtfulSheet, place)));
}
