//! `doubtful-sheet`: nothing but the wordings of its labels says that a document is a sheet.

use super::{Check, Context, Example, Rule};
use crate::diagnostic::{Code, Diagnostic, Finding, Severity};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code::DoubtfulSheet,
    severity: Severity::Warning,
    on: true,
    bad: Example::sheet("Place: Sample\nObjectives: agree on the form\n"),
    good: Example::sheet("Title: Shared gardens\nPlace: Sample\nObjectives: grow vegetables together\n"),
    check: Check::Sheet(check),
};

fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let doubt = context.draft().and_then(|draft| draft.doubt);
    findings.extend(doubt.map(|place| Diagnostic::at(Finding::DoubtfulSheet, place)));
}
