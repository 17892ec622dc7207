//! `repeated-label`: a label that may stand once stands again.

use super::Context;
use crate::diagnostic::{Diagnostic, Finding};
use crate::practice::{Kind, SeenLabel};

pub(super) fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for label in context.labels().iter().filter(|label| label.repeated) {
        let single = matches!(label.field.kind(), Kind::Line | Kind::Year | Kind::Date | Kind::Flag);
        let same = |other: &&SeenLabel| other.field == label.field && other.period == label.period && !other.empty;
        let first = context.labels().iter().find(same);
        if let Some(first) = first.filter(|_| single) {
            let finding = Diagnostic::at(Finding::RepeatedLabel { field: label.field }, label.words);
            findings.push(finding.labelled(label.words.of(context.text)).with_related(first.words));
        }
    }
}
