//! `malformed-email`: what stands where an e-mail address should is none.

use super::{Context, Seen};
use crate::diagnostic::{Diagnostic, Finding};
use crate::practice::{Field, Step, contacts};

pub(super) fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    if let Seen::Sheet(draft) = context.seen {
        let found = |&span| Diagnostic::at(Finding::MalformedEmail(context.words(span)), span);
        return findings.extend(draft.malformed_emails.iter().map(found));
    }
    for (pointer, email, place) in context.texts().filter(|(pointer, ..)| pointer.field == Field::Contacts) {
        if pointer.steps.last() == Some(&Step::Key("email")) && !contacts::is_plain_email(email) {
            findings.push(context.about(pointer, place, Finding::MalformedEmail(email.to_owned())));
        }
    }
}
