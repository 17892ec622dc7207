//! `malformed-phone`: what stands where a telephone number should is none.

use super::{Check, Context, Example, Rule};
use crate::diagnostic::{Code, Diagnostic, Finding, Severity};
use crate::practice::{Field, contacts};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code::MalformedPhone,
    severity: Severity::Error,
    on: true,
    bad: Example::record(
        "\
schema: 1
title: Shared gardens
contacts:
  - name: Rita Sample
    phone: 055 12X456
",
    ),
    good: Example::record(
        "\
schema: 1
title: Shared gardens
contacts:
  - name: Rita Sample
    phone: +39 055 123456
",
    ),
    check: Check::Sheet(check),
};

fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for (pointer, phone, place) in
        context.parts(Field::Contacts, "phone").filter(|(_, phone, _)| !contacts::can_be_called(phone))
    {
        findings.push(context.about(pointer, place, Finding::MalformedPhone(phone.to_owned())));
    }
}
