//! `labels-side-by-side`: labels stand side by side, with their values below them.

use super::{Check, Example, Rule};
use crate::diagnostic::{Code, Severity};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code::LabelsSideBySide,
    severity: Severity::Error,
    on: true,
    bad: Example::sheet(
        "\
Title              Organisation
Shared gardens     Town of Sample

Location           Target groups
Sample             Newcomers
",
    ),
    good: Example::sheet(
        "\
Title: Shared gardens
Organisation: Town of Sample
Location: Sample
Target groups: Newcomers
",
    ),
    check: Check::Reader,
};
