//! `joined-across-page`: a sentence, list or row goes on after a page header or footer.

use super::{Check, Context, Example, Rule, head, tail};
use crate::diagnostic::{Code, Diagnostic, Finding, Severity};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code::JoinedAcrossPage,
    severity: Severity::Info,
    on: true,
    bad: Example::form(
        "\
GARDEN SHEET
Carried by: Town of Sample
Name: Shared gardens
What: Residents share a garden and look after
\u{c}
it together.
For whom: newcomers
",
    ),
    good: Example::form(
        "\
GARDEN SHEET
Carried by: Town of Sample
Name: Shared gardens
What: Residents share a garden and look after
it together.
For whom: newcomers
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
