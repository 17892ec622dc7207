//! `blank-template`: a form that nobody has filled in.

use super::{Check, Example, Rule};
use crate::diagnostic::{Code, Severity};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code::BlankTemplate,
    severity: Severity::Error,
    on: true,
    bad: Example::sheet(
        "\
Title:

Lead organisation: ______

Location:

Description:
",
    ),
    good: Example::SOUND,
    check: Check::Reader,
};
