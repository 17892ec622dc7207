//! `wrong-type`: a value is of another type than its key asks for.

use super::{Check, Example, Rule};
use crate::diagnostic::{Code, Severity};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code::WrongType,
    severity: Severity::Error,
    on: true,
    bad: Example::record(
        "\
schema: 1
title: Shared gardens
target_groups: newcomers
",
    ),
    good: Example::record(
        "\
schema: 1
title: Shared gardens
target_groups:
  - newcomers
",
    ),
    check: Check::Reader,
};
