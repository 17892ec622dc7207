//! `malformed-url`: what stands where a web address should is none.

use super::{Context, Seen};
use crate::diagnostic::{Diagnostic, Finding};
use crate::practice::{Field, Step, is_url};

pub(super) fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    if let Seen::Sheet(draft) = context.seen {
        let found = |&span| Diagnostic::at(Finding::MalformedUrl(context.words(span)), span);
        return findings.extend(draft.malformed_urls.iter().map(found));
    }
    for (pointer, url, place) in context.texts().filter(|(pointer, ..)| pointer.field == Field::Links) {
        if pointer.steps.last() == Some(&Step::Key("url")) && !is_url(url) {
            findings.push(context.about(pointer, place, Finding::MalformedUrl(url.to_owned())));
        }
    }
}
