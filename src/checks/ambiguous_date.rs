//! `ambiguous-date`: a date may be one of several, such as 04/05/2019.

use super::{Check, Context, Example, Rule};
use crate::diagnostic::{Code, Diagnostic, Finding, Severity};
use crate::practice::dates;

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code::AmbiguousDate,
    severity: Severity::Warning,
    on: true,
    bad: Example::record(
        "\
schema: 1
title: Shared gardens
start: 04/05/2019
",
    ),
    good: Example::record(
        "\
schema: 1
title: Shared gardens
start: 2019-05-04
",
    ),
    check: Check::Sheet(check),
};

fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for (field, words) in context.verbatim_dates().filter(|(_, words)| dates::is_ambiguous(words, context.schemas)) {
        findings.extend(context.about_field(field, Finding::AmbiguousDate(words.to_owned())));
    }
}
