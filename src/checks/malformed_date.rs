//! `malformed-date`: what stands where a date should is none.

use super::{Check, Context, Example, Rule};
use crate::diagnostic::{Code, Diagnostic, Finding, Severity};
use crate::practice::dates;

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code::MalformedDate,
    severity: Severity::Error,
    on: true,
    bad: Example::record(
        "\
schema: 1
title: Shared gardens
start: after the summer
",
    ),
    good: Example::record(
        "\
schema: 1
title: Shared gardens
start: 2021-09
",
    ),
    check: Check::Sheet(check),
};

fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for (field, words) in context.verbatim_dates().filter(|(_, words)| !dates::is_ambiguous(words, context.schemas)) {
        findings.extend(context.about_field(field, Finding::MalformedDate(words.to_owned())));
    }
}
