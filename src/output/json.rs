//! Records as JSON.

use crate::practice::BestPractice;

/// One record on indented lines, without a line end.
pub fn pretty(record: &BestPractice) -> String {
    serde_json::to_string_pretty(record).unwrap_or_default()
}

/// One record on one line.
pub fn line(record: &BestPractice) -> String {
    serde_json::to_string(record).unwrap_or_default() + "\n"
}
