//! `end-before-start`: the end lies before the start.

use super::{Check, Context, Example, Rule, is_later};
use crate::diagnostic::{Code, Diagnostic, Finding, Severity};
use crate::practice::{Field, dates};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code::EndBeforeStart,
    severity: Severity::Error,
    on: true,
    bad: Example::record(
        "\
schema: 1
title: Shared gardens
start: 2021-03
end: 2019-12
",
    ),
    good: Example::record(
        "\
schema: 1
title: Shared gardens
start: 2019-12
end: 2021-03
",
    ),
    check: Check::Sheet(check),
};

fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let date = |date: &'_ Option<String>| date.clone().filter(|date| dates::is_iso(date));
    let (Some(start), Some(end)) = (date(&context.record.start), date(&context.record.end)) else { return };
    if is_later(&start, &end) {
        let first = context.place(&Field::Start.into());
        let finding = context.about_field(Field::End, Finding::EndBeforeStart { start, end });
        findings.extend(finding.map(|finding| Diagnostic { related: first, ..finding }));
    }
}
