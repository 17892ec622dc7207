//! `too-long`: a text is longer than its template lets it be.

use super::length::{self, Length};
use super::{Check, Context, Example, Rule};
use crate::diagnostic::{Code, Diagnostic, Finding, Severity, Unit};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code::TooLong,
    severity: Severity::Warning,
    on: true,
    bad: Example::form(
        "\
GARDEN SHEET
Name: Shared gardens in the town of Sample and around it
What: Residents share a garden.
",
    ),
    good: Example::form(
        "\
GARDEN SHEET
Name: Shared gardens of Sample
What: Residents share a garden.
",
    ),
    check: Check::Sheet(check),
};

fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for (limit, Length { words, characters }) in length::limited(context) {
        let limits = [(Unit::Words, limit.0.max_words, words), (Unit::Characters, limit.0.max_characters, characters)];
        let over = limits.into_iter().find_map(|(unit, most, found)| {
            let most = most.map(|most| most as usize).filter(|most| found > *most)?;
            Some(Finding::TooLong { field: limit.0.field, unit, most, found })
        });
        findings.extend(over.and_then(|finding| length::finding(context, limit, finding)));
    }
}
