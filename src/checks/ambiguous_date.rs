//! `ambiguous-date`: a date may be one of several, such as 04/05/2019.

use super::Context;
use crate::diagnostic::{Diagnostic, Finding};
use crate::practice::dates;

pub(super) fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for (field, words) in context.verbatim_dates().filter(|(_, words)| dates::is_ambiguous(words, context.schemas)) {
        findings.extend(context.about_field(field, Finding::AmbiguousDate(words.to_owned())));
    }
}
