//! `values-first`: each value stands before its label.

use super::{Check, Example, Rule};
use crate::diagnostic::{Code, Severity};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code::ValuesFirst,
    severity: Severity::Error,
    on: true,
    bad: Example::sheet(
        "\
Shared gardens
Title

Town of Sample, department of parks
Lead organisation

Sample, the old town and the river
Location

Newcomers; older people
Target groups

On Saturdays newcomers and residents work in one garden. Children are looked after.
Description

Forty plots in use, twelve more on the waiting list
Results

Rita Sample, rita@example.org
Contact
",
    ),
    good: Example::SOUND,
    check: Check::Reader,
};
