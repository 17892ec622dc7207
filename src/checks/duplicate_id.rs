//! `duplicate-id`: two records of the run have one id. Ids of sheets are made, and made unique.

use super::{Check, Example, Rule};
use crate::Sheet;
use crate::diagnostic::{Code, Severity};

/// The record that is met first.
const FIRST: Example = Example::named(
    "a.yaml",
    "\
schema: 1
id: gardens
title: Shared gardens
",
);

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code::DuplicateId,
    severity: Severity::Error,
    on: true,
    bad: FIRST.beside(
        "b.yaml",
        "\
schema: 1
id: gardens
title: Gardens on roofs
",
    ),
    good: FIRST.beside(
        "b.yaml",
        "\
schema: 1
id: gardens-on-roofs
title: Gardens on roofs
",
    ),
    check: Check::Run,
};

/// The id that a record has of its own.
pub(super) fn id(sheet: &Sheet) -> Option<&str> {
    sheet.record.id.as_deref().filter(|_| sheet.is_record())
}
