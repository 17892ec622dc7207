//! `other-document`: the document says that it is of another kind.

use super::{Check, Example, Rule};
use crate::diagnostic::{Code, Severity};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code::OtherDocument,
    severity: Severity::Warning,
    on: true,
    bad: Example::sheet(
        "\
MINUTES OF THE STEERING GROUP, GOOD PRACTICES
Date: 3 May 2021
Place: Sample
Objectives: agree on the form
Results: twelve sheets from four partners
",
    ),
    good: Example::SOUND,
    check: Check::Reader,
};
