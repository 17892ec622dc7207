//! `unassigned-text`: text in a sheet that no field took.

use super::Context;
use crate::diagnostic::{Diagnostic, Finding};

pub(super) fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    findings.extend(context.unassigned.iter().map(|&span| Diagnostic::at(Finding::UnassignedText, span)));
}
