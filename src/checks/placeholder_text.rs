//! `placeholder-text`: words keep a place free where a value should stand.

use super::{Check, Context, Example, Rule};
use crate::diagnostic::{Code, Diagnostic, Finding, Severity};
use crate::practice::{Field, Kind, Pointer, Step};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code::PlaceholderText,
    severity: Severity::Warning,
    on: true,
    bad: Example::record(
        "\
schema: 1
title: Shared gardens
results: To be completed
",
    ),
    good: Example::record(
        "\
schema: 1
title: Shared gardens
results: 38 of the 40 plots are still in use.
",
    ),
    check: Check::Sheet(check),
};

fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let placeholders = context.schemas.placeholders();
    for (pointer, text, place) in context.texts().filter(|(pointer, ..)| !has_a_form(pointer)) {
        if let Some(words) = placeholders.find(text) {
            let place = context.narrowed(place, words);
            findings.push(context.about(pointer, place, Finding::PlaceholderText(words.to_owned())));
        }
    }
}

/// Whether a value has a form of its own: that it breaks it is what its own rule says.
fn has_a_form(pointer: &Pointer) -> bool {
    let part = pointer.steps.last();
    matches!(pointer.field.kind(), Kind::Date | Kind::Year | Kind::Flag | Kind::Meta)
        || pointer.field == Field::Contacts && matches!(part, Some(Step::Key("email" | "phone")))
        || pointer.field == Field::Links && part == Some(&Step::Key("url"))
}
