//! Findings as workflow commands of GitHub Actions, which shows them beside the lines of a pull request, and as a summary of the job.

use std::fmt::Write as _;

use super::Severity;
use super::entry::{Entry, Summary};
use super::message::visible;
use crate::locale::Locale;
use crate::output::markdown;

/// Annotations of one kind that GitHub shows for a step; it drops the others without a word.
const SHOWN: usize = 10;
/// Bytes of a summary that GitHub takes from a step.
const SUMMARY: usize = 1 << 20;
/// Room for what is said of the findings that find none.
const REST: usize = 1 << 10;

/// One command a finding: errors first, then warnings and notices, as many as are shown; a notice counts the rest, and says whether a summary has them.
pub fn commands(findings: &[Entry], has_summary: bool, locale: Locale) -> String {
    let mut commands = String::new();
    let mut left = 0;
    for severity in [Severity::Error, Severity::Warning, Severity::Info] {
        // One notice is kept for the rest.
        let room = if severity == Severity::Info { SHOWN - 1 } else { SHOWN };
        let own = || findings.iter().filter(|entry| entry.severity == severity);
        own().take(room).for_each(|entry| commands.push_str(&command(entry)));
        left += own().count().saturating_sub(room);
    }
    if left > 0 {
        let rest = if has_summary { "github-rest" } else { "github-unshown" };
        let _ = writeln!(commands, "::notice title=scheda::{}", data(&locale.count(rest, left)));
    }
    commands
}

fn command(entry: &Entry) -> String {
    let kind = match entry.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "notice",
    };
    let mut properties = vec![format!("file={}", property(&entry.file))];
    let mut text = entry.message.clone();
    match &entry.range {
        // A container has no lines that GitHub could show.
        Some(range) if range.place.is_some() => {
            text = [range.place.as_deref().unwrap_or_default(), &text].join(": ");
        }
        Some(range) => {
            properties.push(format!("line={},endLine={}", range.line, range.end_line));
            if range.line == range.end_line {
                properties.push(format!("col={},endColumn={}", range.column, range.end_column));
            }
        }
        None => {}
    }
    properties.push(format!("title={}", property(entry.code)));
    text.extend(entry.help.iter().map(|help| format!("\n{help}")));
    format!("::{kind} {}::{}\n", properties.join(","), data(&text))
}

/// What stands behind the second `::`, so that nothing in it ends the command, or is obeyed by what shows it.
fn data(text: &str) -> String {
    let lines: Vec<String> = text.split('\n').map(|line| visible(line).replace('%', "%25")).collect();
    lines.join("%0A")
}

/// What stands behind a `=`.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

/// The findings as a table in Markdown, cut where GitHub takes no more.
pub fn summary(findings: &[Entry], summary: Summary, locale: Locale) -> String {
    let mut page = format!("### scheda\n\n{}: {}\n\n", summary.read(locale), summary.found(locale));
    if findings.is_empty() {
        return page;
    }
    let [place, what, help] = ["github-where", "github-what", "github-help"].map(|title| locale.say(title, &[]));
    let _ = writeln!(page, "| | {place} | {what} | {help} |\n| --- | --- | --- | --- |");
    let mut ordered: Vec<&Entry> = findings.iter().collect();
    ordered.sort_by_key(|entry| std::cmp::Reverse(entry.severity));
    for (nth, entry) in ordered.iter().enumerate() {
        let row = row(entry, locale);
        if page.len() + row.len() + REST > SUMMARY {
            let _ = writeln!(page, "\n{}", locale.count("github-no-room", ordered.len() - nth));
            break;
        }
        page.push_str(&row);
    }
    page
}

fn row(entry: &Entry, locale: Locale) -> String {
    let place = entry.place().map(|place| format!(" {place}")).unwrap_or_default();
    let cells = [
        locale.severity(entry.severity),
        cell(&format!("{}{place}", entry.file)),
        cell(&format!("{} ({})", entry.message, entry.code)),
        cell(entry.help.as_deref().unwrap_or_default()),
    ];
    format!("| {} |\n", cells.join(" | "))
}

/// Text that stays text in a cell of Markdown, and calls nobody.
fn cell(text: &str) -> String {
    let line: String = text.replace(['\n', '\r', '\t'], " ").chars().filter(|c| !c.is_control()).collect();
    markdown::cell(&line).replace('@', "\\@")
}
