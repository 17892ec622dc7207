//! `unread-period`: dates that are surely neither a start nor an end.

use super::Context;
use crate::diagnostic::{Diagnostic, Finding};

pub(super) fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let periods = context.draft().map_or(&[][..], |draft| &draft.unread_periods);
    findings.extend(periods.iter().map(|&span| Diagnostic::at(Finding::UnreadPeriod(context.words(span)), span)));
}
