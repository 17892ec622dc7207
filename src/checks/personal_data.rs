//! `personal-data`: the record says how to reach a person. For records that are to be published; off unless it is switched on.

use super::{Check, Context, Example, Rule};
use crate::diagnostic::{Code, Diagnostic, Finding, Severity};
use crate::practice::contacts::{Reach, reaches};
use crate::practice::{Field, Step};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code::PersonalData,
    severity: Severity::Warning,
    on: false,
    bad: Example::record(
        "\
schema: 1
title: Shared gardens
results: Ask rita@example.org for the figures.
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
    for (pointer, text, place) in context.texts().filter(|(pointer, ..)| pointer.field.is_prose()) {
        let is_phone = pointer.field == Field::Contacts && pointer.steps.last() == Some(&Step::Key("phone"));
        let found =
            if is_phone { vec![(Reach::Phone, 0..text.len())] } else { reaches(text, &context.schemas.contact_words) };
        for (what, value) in found {
            let value = &text[value];
            let finding = Finding::PersonalData { what, value: value.to_owned() };
            findings.push(context.about(pointer, context.narrowed(place, value), finding));
        }
    }
}
