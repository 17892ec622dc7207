//! `empty-field`: a label stands there without a value.

use super::Context;
use crate::diagnostic::{Diagnostic, Finding};

pub(super) fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let empty = context.draft.labels.iter().filter(|label| label.empty);
    for label in empty.filter(|label| !context.draft.record.has(label.field)) {
        let demands = label.covers.iter().chain([&label.field]).map(|field| context.demand(*field));
        let Some(demand) = demands.max() else { continue };
        let finding = Finding::EmptyField { field: label.field, demand };
        let place = label.cell.unwrap_or(label.words);
        findings.push(Diagnostic::at(finding, place).labelled(label.words.of(context.text)));
    }
}
