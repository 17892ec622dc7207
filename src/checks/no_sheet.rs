//! `no-sheet`: the document holds no sheet.

use super::{Check, Example, Rule};
use crate::diagnostic::{Code, Severity};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code::NoSheet,
    severity: Severity::Warning,
    on: true,
    bad: Example::named(
        "letter.txt",
        "\
Dear colleagues,

thank you for the fine day in the gardens.
",
    ),
    good: Example::SOUND,
    check: Check::Reader,
};
