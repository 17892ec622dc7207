//! `pages-without-text`: pages have no text: pictures of paper.

use super::{Check, Example, Rule};
use crate::diagnostic::{Code, Severity};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code::PagesWithoutText,
    severity: Severity::Warning,
    on: true,
    bad: Example::stored("fixtures/office-pdf-with-a-scanned-page/input.pdftotext"),
    good: Example::stored("fixtures/office-form-printed-to-pdf/input.pdftotext"),
    check: Check::Reader,
};
