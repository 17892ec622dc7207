//! `doubtful-sheet`: nothing but the wordings of its labels says that a document is a sheet.

use super::Context;
use crate::diagnostic::{Diagnostic, Finding};

pub(super) fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let doubt = context.draft().and_then(|draft| draft.doubt);
    findings.extend(doubt.map(|place| Diagnostic::at(Finding::DoubtfulSheet, place)));
}
