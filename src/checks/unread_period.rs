//! `unread-period`: dates that are surely neither a start nor an end.

use super::{Check, Context, Example, Rule};
use crate::diagnostic::{Code, Diagnostic, Finding, Severity};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code::UnreadPeriod,
    severity: Severity::Warning,
    on: true,
    bad: Example::sheet(
        "\
Title: Shared gardens
Lead organisation: Town of Sample
Location: Sample
Target groups: newcomers
Description: Newcomers and residents share a garden.
Contact: Rita Sample, rita@example.org
Period: 2010-12
",
    ),
    good: Example::sheet(
        "\
Title: Shared gardens
Lead organisation: Town of Sample
Location: Sample
Target groups: newcomers
Description: Newcomers and residents share a garden.
Contact: Rita Sample, rita@example.org
Period: 2010 – 2012
",
    ),
    check: Check::Sheet(check),
};

fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let periods = context.draft().map_or(&[][..], |draft| &draft.unread_periods);
    findings.extend(periods.iter().map(|&span| Diagnostic::at(Finding::UnreadPeriod(context.words(span)), span)));
}
