//! `labels-apart`: the labels stand together, and their values elsewhere.

use super::{Check, Example, Rule};
use crate::diagnostic::{Code, Severity};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code::LabelsApart,
    severity: Severity::Error,
    on: true,
    bad: Example::sheet(
        "\
Shared gardens
Town of Sample
Sample
Residents share a garden.

Title
Lead organisation
Location
Description
",
    ),
    good: Example::SOUND,
    check: Check::Reader,
};
