//! `newer-schema`: a record is of a schema that came after this program.

use super::{Check, Example, Rule};
use crate::diagnostic::{Code, Severity};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code::NewerSchema,
    severity: Severity::Error,
    on: true,
    bad: Example::record(
        "\
schema: 2
title: Shared gardens
",
    ),
    good: Example::record(
        "\
schema: 1
title: Shared gardens
",
    ),
    check: Check::Reader,
};
