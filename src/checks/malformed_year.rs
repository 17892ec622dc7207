//! `malformed-year`: what stands where a year should is none.

use super::{Check, Context, Example, Rule};
use crate::diagnostic::{Code, Diagnostic, Finding, Severity};
use crate::practice::{Field, Year};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code::MalformedYear,
    severity: Severity::Error,
    on: true,
    bad: Example::record(
        "\
schema: 1
title: Shared gardens
founded: about the year 2010
",
    ),
    good: Example::record(
        "\
schema: 1
title: Shared gardens
founded: 2010
",
    ),
    check: Check::Sheet(check),
};

fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let words = match &context.record.founded {
        Some(Year::Verbatim(words)) => words.clone(),
        Some(Year::Known(year)) if !(1000..=9999).contains(year) => year.to_string(),
        _ => return,
    };
    findings.extend(context.about_field(Field::Founded, Finding::MalformedYear(words)));
}
