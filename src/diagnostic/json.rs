//! Findings as one JSON object, for other programs.

use serde::Serialize;

use super::entry::{Entry, Summary};

/// The version of the object; it grows when a key changes its meaning or goes, not when one is added.
pub const VERSION: u32 = 1;

/// The findings of a run.
#[derive(Debug, Serialize)]
struct Report<'a> {
    version: u32,
    findings: &'a [Entry],
    summary: Summary,
}

/// The findings of a run as one object.
pub fn render(findings: &[Entry], summary: Summary) -> String {
    super::pretty(&Report { version: VERSION, findings, summary })
}
