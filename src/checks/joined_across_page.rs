//! `joined-across-page`: a sentence, list or row goes on after a page header or footer.

use super::{Check, Context, Example, Rule, head, tail};
use crate::diagnostic::{Code, Diagnostic, Finding, Severity};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code::JoinedAcrossPage,
    severity: Severity::Info,
    on: true,
    bad: Example::sheet(
        "\
BEST PRACTICE SUMMARY SHEET
INSTITUTION: Town of Sample
BEST PRACTICE'S SUBJECT: Shared gardens
BEST PRACTICE'S DESCRIPTION: Residents share a garden and look after
\u{c}
it together.
BENEFICIARIES: newcomers
",
    ),
    good: Example::sheet(
        "\
BEST PRACTICE SUMMARY SHEET
INSTITUTION: Town of Sample
BEST PRACTICE'S SUBJECT: Shared gardens
BEST PRACTICE'S DESCRIPTION: Residents share a garden and look after
it together.
BENEFICIARIES: newcomers
",
    ),
    check: Check::Sheet(check),
};

fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let Some(draft) = context.draft() else { return };
    for &(before, after) in &draft.joins {
        let finding = Diagnostic::at(Finding::JoinedAcrossPage, tail(context.text, before));
        findings.push(finding.with_related(head(context.text, after)));
    }
}
