//! `repeated-key`: a key that stands in its object before.

use super::{Check, Example, Rule};
use crate::diagnostic::{Code, Severity};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code::RepeatedKey,
    severity: Severity::Error,
    on: true,
    bad: Example::record(
        "\
schema: 1
title: Shared gardens
location: Sample
location: Example Hill
",
    ),
    good: Example::record(
        "\
schema: 1
title: Shared gardens
location: Sample and Example Hill
",
    ),
    check: Check::Reader,
};
