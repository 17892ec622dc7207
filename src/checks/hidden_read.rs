//! `hidden-read`: hidden parts of a workbook were read all the same.

use super::{Check, Example, Rule};
use crate::diagnostic::{Code, Severity};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code::HiddenRead,
    severity: Severity::Info,
    on: true,
    bad: Example::stored("fixtures/office-workbook-of-forms/input.xlsx"),
    good: Example::stored("fixtures/office-workbook-with-percentages/input.xlsx"),
    check: Check::Reader,
};
