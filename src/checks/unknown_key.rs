//! `unknown-key`: a key that no record has.

use super::{Check, Example, Rule};
use crate::diagnostic::{Code, Severity};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code::UnknownKey,
    severity: Severity::Error,
    on: true,
    bad: Example::record(
        "\
schema: 1
title: Shared gardens
lead_organization: Town of Sample
",
    ),
    good: Example::record(
        "\
schema: 1
title: Shared gardens
lead_organisation: Town of Sample
",
    ),
    check: Check::Reader,
};
