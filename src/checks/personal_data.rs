//! `personal-data`: the record says how to reach a person. For records that are to be published; off unless it is switched on.

use linkify::{LinkFinder, LinkKind};

use super::{Check, Context, Example, Rule};
use crate::diagnostic::{Code, Diagnostic, Finding, Personal, Severity};
use crate::practice::{Field, Kind, Step, contacts};

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
    let mut addresses = LinkFinder::new();
    addresses.kinds(&[LinkKind::Email]);
    for (pointer, text, place) in context.texts() {
        if matches!(pointer.field.kind(), Kind::Date | Kind::Year | Kind::Meta) {
            continue;
        }
        let is_phone = pointer.field == Field::Contacts && pointer.steps.last() == Some(&Step::Key("phone"));
        let emails = addresses.links(text).map(|link| (Personal::Email, link.as_str()));
        let own = Some((Personal::Phone, text)).filter(|_| is_phone);
        let numbers = contacts::numbers(text).filter(|_| !is_phone && pointer.field != Field::Links);
        let numbers = numbers.map(|number| (Personal::Phone, &text[number]));
        for (what, value) in emails.chain(own).chain(numbers) {
            let finding = Finding::PersonalData { what, value: value.to_owned() };
            findings.push(context.about(pointer, context.narrowed(place, value), finding));
        }
    }
}
