//! `future-date`: a date that cannot have come yet. Only where it is said what day is today.

use super::{Check, Context, Example, Rule, is_later};
use crate::diagnostic::{Code, Diagnostic, Finding, Severity};
use crate::practice::{Field, Year, dates};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code::FutureDate,
    severity: Severity::Warning,
    on: true,
    bad: Example::record(
        "\
schema: 1
title: Shared gardens
as_of: 2062-01
",
    )
    .on("2026-03-31"),
    good: Example::record(
        "\
schema: 1
title: Shared gardens
as_of: 2026-01
",
    )
    .on("2026-03-31"),
    check: Check::Sheet(check),
};

/// The end of a practice may well lie ahead.
fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let Some(today) = context.options.today.as_deref() else { return };
    let record = context.record;
    let founded = match record.founded {
        Some(Year::Known(year)) => Some(format!("{year:04}")),
        _ => None,
    };
    for (field, date) in [(Field::AsOf, &record.as_of), (Field::Founded, &founded), (Field::Start, &record.start)] {
        let Some(date) = date.clone().filter(|date| dates::is_iso(date) && is_later(date, today)) else { continue };
        findings.extend(context.about_field(field, Finding::FutureDate { date, today: today.to_owned() }));
    }
}
