//! `too-short`: a text is shorter than its template wants it.

use super::length::{self, Length};
use super::{Check, Context, Example, Rule};
use crate::diagnostic::{Code, Diagnostic, Finding, Severity, Unit};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code::TooShort,
    severity: Severity::Warning,
    on: true,
    bad: Example::form(
        "\
GARDEN SHEET
Name: Shared gardens
What: A garden.
",
    ),
    good: Example::form(
        "\
GARDEN SHEET
Name: Shared gardens
What: Residents share a garden.
",
    ),
    check: Check::Sheet(check),
};

fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for (limit, Length { words, characters }) in length::limited(context) {
        let limits = [(Unit::Words, limit.0.min_words, words), (Unit::Characters, limit.0.min_characters, characters)];
        let under = limits.into_iter().find_map(|(unit, least, found)| {
            let least = least.map(|least| least as usize).filter(|least| found < *least)?;
            Some(Finding::TooShort { field: limit.0.field, unit, least, found })
        });
        findings.extend(under.and_then(|finding| length::finding(context, limit, finding)));
    }
}
