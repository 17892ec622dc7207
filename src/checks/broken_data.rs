//! `broken-data`: what should be data is none from some place on.

use super::{Check, Example, Rule};
use crate::diagnostic::{Code, Severity};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code::BrokenData,
    severity: Severity::Error,
    on: true,
    bad: Example::record(
        "\
schema: 1
title: Gardens: next door
",
    ),
    good: Example::record(
        "\
schema: 1
title: \"Gardens: next door\"
",
    ),
    check: Check::Reader,
};
