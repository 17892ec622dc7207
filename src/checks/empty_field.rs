//! `empty-field`: a label stands there without a value.

use super::{Check, Context, Example, Rule, Seen};
use crate::diagnostic::{Code, Diagnostic, Finding, Severity};
use crate::records::Walked;

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code::EmptyField,
    severity: Severity::Warning,
    on: true,
    bad: Example::record(
        "\
schema: 1
title: Shared gardens
lead_organisation:
",
    ),
    good: Example::record(
        "\
schema: 1
title: Shared gardens
lead_organisation: Town of Sample
",
    ),
    check: Check::Sheet(check),
};

fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    if let Seen::Record(walked) = context.seen {
        return empty_keys(context, walked, findings);
    }
    let empty = context.labels().iter().filter(|label| label.empty);
    for label in empty.filter(|label| !context.record.has(label.field)) {
        let demands = label.covers.iter().chain([&label.field]).map(|field| context.demand(*field));
        let Some(demand) = demands.max() else { continue };
        let finding = Finding::EmptyField { field: label.field, demand };
        let place = label.cell.unwrap_or(label.words);
        let finding = Diagnostic::at(finding, place).labelled(label.words.of(context.text));
        findings.push(finding.pointing(label.field.into()).demanded_at(context.demanded_at(label.field)));
    }
}

/// Keys of a record with nothing behind them.
fn empty_keys(context: &Context<'_>, walked: &Walked, findings: &mut Vec<Diagnostic>) {
    for &(field, key, _) in walked.keys.iter().filter(|key| key.2) {
        let finding = Finding::EmptyField { field, demand: context.demand(field) };
        let mut finding = Diagnostic::at(finding, key).labelled(field.key()).pointing(field.into());
        // The schema of records has no empty value, whatever the field.
        finding.severity = finding.severity.max(Severity::Warning);
        findings.push(finding.demanded_at(context.demanded_at(field)));
    }
}
