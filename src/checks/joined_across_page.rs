//! `joined-across-page`: a sentence, list or row goes on after a page header or footer.

use super::{Context, head, tail};
use crate::diagnostic::{Diagnostic, Finding};

pub(super) fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let Some(draft) = context.draft() else { return };
    for &(before, after) in &draft.joins {
        let finding = Diagnostic::at(Finding::JoinedAcrossPage, tail(context.text, before));
        findings.push(finding.with_related(head(context.text, after)));
    }
}
