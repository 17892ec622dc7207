//! `malformed-url`: what stands where a web address should is none.

use super::{Check, Context, Example, Rule, Seen};
use crate::diagnostic::{Code, Diagnostic, Finding, Severity};
use crate::practice::{Field, is_url};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code::MalformedUrl,
    severity: Severity::Error,
    on: true,
    bad: Example::record(
        "\
schema: 1
title: Shared gardens
links:
  - url: www.example.org
",
    ),
    good: Example::record(
        "\
schema: 1
title: Shared gardens
links:
  - url: https://www.example.org
",
    ),
    check: Check::Sheet(check),
};

fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    if let Seen::Sheet(draft) = context.seen {
        let found = |&span| Diagnostic::at(Finding::MalformedUrl(context.words(span)), span);
        return findings.extend(draft.malformed_urls.iter().map(found));
    }
    for (pointer, url, place) in context.parts(Field::Links, "url").filter(|(_, url, _)| !is_url(url)) {
        findings.push(context.about(pointer, place, Finding::MalformedUrl(url.to_owned())));
    }
}
