//! `not-read`: parts of a container hold no text to read.

use super::{Check, Example, Rule};
use crate::diagnostic::{Code, Severity};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code::NotRead,
    severity: Severity::Info,
    on: true,
    bad: Example::stored("fixtures/office-form-with-controls/input.docx"),
    good: Example::stored("fixtures/office-two-sheets-in-a-document/input.docx"),
    check: Check::Reader,
};
