//! `malformed-email`: what stands where an e-mail address should is none.

use super::{Check, Context, Example, Rule, Seen};
use crate::diagnostic::{Code, Diagnostic, Finding, Severity};
use crate::practice::{Field, contacts};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code::MalformedEmail,
    severity: Severity::Error,
    on: true,
    bad: Example::record(
        "\
schema: 1
title: Shared gardens
contacts:
  - email: rita(at)example.org
",
    ),
    good: Example::record(
        "\
schema: 1
title: Shared gardens
contacts:
  - email: rita@example.org
",
    ),
    check: Check::Sheet(check),
};

fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    if let Seen::Sheet(draft) = context.seen {
        let found = |&span| Diagnostic::at(Finding::MalformedEmail(context.words(span)), span);
        return findings.extend(draft.malformed_emails.iter().map(found));
    }
    for (pointer, email, place) in
        context.parts(Field::Contacts, "email").filter(|(_, email, _)| !contacts::is_plain_email(email))
    {
        findings.push(context.about(pointer, place, Finding::MalformedEmail(email.to_owned())));
    }
}
