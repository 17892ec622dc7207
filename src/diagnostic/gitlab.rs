//! Findings as a Code Quality report of GitLab: an array of objects with the fields that its documentation names.

use serde::Serialize;

use super::Severity;
use super::entry::Entry;

#[derive(Debug, Serialize)]
struct Issue<'a> {
    description: String,
    check_name: &'a str,
    fingerprint: &'a str,
    severity: &'static str,
    location: Location<'a>,
}

#[derive(Debug, Serialize)]
struct Location<'a> {
    path: &'a str,
    lines: Lines,
}

#[derive(Debug, Serialize)]
struct Lines {
    begin: usize,
}

/// The findings of a run as one array.
pub fn render(findings: &[Entry]) -> String {
    super::pretty(&findings.iter().map(issue).collect::<Vec<_>>())
}

fn issue(entry: &Entry) -> Issue<'_> {
    let in_container = entry.range.as_ref().and_then(|range| range.place.as_deref());
    let place = in_container.map(|place| format!("{place}: ")).unwrap_or_default();
    let help = entry.help.iter().map(|help| format!("; {help}")).collect::<String>();
    // What is about the whole of a file, or in one without lines, stands at its first.
    let begin = entry.range.as_ref().filter(|range| range.place.is_none()).map_or(1, |range| range.line);
    Issue {
        description: format!("{place}{}{help}", entry.message),
        check_name: entry.code,
        fingerprint: &entry.fingerprint,
        severity: match entry.severity {
            Severity::Error => "major",
            Severity::Warning => "minor",
            Severity::Info => "info",
        },
        location: Location { path: &entry.file, lines: Lines { begin } },
    }
}
