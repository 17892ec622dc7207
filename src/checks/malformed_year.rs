//! `malformed-year`: what stands where a year should is none.

use super::Context;
use crate::diagnostic::{Diagnostic, Finding};
use crate::practice::{Field, Year};

pub(super) fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    if let Some(Year::Verbatim(words)) = &context.record.founded {
        findings.extend(context.about_field(Field::Founded, Finding::MalformedYear(words.clone())));
    }
}
