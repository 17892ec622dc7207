//! Findings as one JSON object, for other programs.

use serde::Serialize;

use super::message::Message;
use super::{Diagnostic, Elsewhere, Finding, Severity};
use crate::practice::Field;
use crate::source::{Source, Span};

/// The version of the object; it grows when a key changes its meaning or goes, not when one is added.
pub const VERSION: u32 = 1;

/// The findings of a run.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Report {
    /// [`VERSION`].
    pub version: u32,
    /// The findings, file by file.
    pub findings: Vec<Entry>,
    /// The run in numbers.
    pub summary: Summary,
}

/// The run in numbers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// Files that were read.
    pub files: usize,
    /// Sheets in them.
    pub sheets: usize,
    /// Findings of level error.
    pub errors: usize,
    /// Findings of level warning.
    pub warnings: usize,
    /// Findings of level info.
    pub infos: usize,
    /// Files that could not be read.
    pub unread: usize,
}

impl Summary {
    /// Counts a finding.
    pub const fn count(&mut self, severity: Severity) {
        match severity {
            Severity::Error => self.errors += 1,
            Severity::Warning => self.warnings += 1,
            Severity::Info => self.infos += 1,
        }
    }
}

/// One finding. What it does not have is left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// Permanent name of the kind of finding.
    pub code: &'static str,
    /// `error`, `warning` or `info`.
    pub severity: &'static str,
    /// The record's key that it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<&'static str>,
    /// The file as the user named it.
    pub file: String,
    /// Where in the file; nothing for a finding about the whole of it.
    #[serde(flatten)]
    pub range: Option<Range>,
    /// The label as the sheet writes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// What is wrong, in English.
    pub message: String,
    /// What to do about it, in English.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
    /// A second place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub related: Option<Related>,
}

/// A second place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Related {
    /// The file, if it is another one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// Where in it.
    #[serde(flatten)]
    pub range: Range,
}

/// A place in a file. Lines and columns count from 1, columns in characters; ends are exclusive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Range {
    /// The place as the user of a container sees it: `table 1, row 3, cell 2`. Lines are then those of the text taken out of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Line of the first character.
    pub line: usize,
    /// Column of the first character.
    pub column: usize,
    /// Line of the character after the last.
    pub end_line: usize,
    /// Column of the character after the last.
    pub end_column: usize,
    /// Offset of the first byte in the decoded text.
    pub start: usize,
    /// Offset after the last byte.
    pub end: usize,
}

impl Entry {
    /// The finding with its place in `source`.
    pub fn new(source: &Source, diagnostic: &Diagnostic) -> Self {
        let message = Message::english(diagnostic);
        Self {
            code: diagnostic.finding.code().id(),
            severity: diagnostic.severity.name(),
            field: field(&diagnostic.finding).map(Field::key),
            file: source.name.clone(),
            range: diagnostic.span.map(|span| Range::new(source, span)),
            label: diagnostic.label.clone(),
            message: message.text,
            help: message.help,
            related: Related::of(source, diagnostic),
        }
    }
}

impl Related {
    /// The second place of a finding.
    fn of(source: &Source, diagnostic: &Diagnostic) -> Option<Self> {
        let here = diagnostic.related.map(|span| Self { file: None, range: Range::new(source, span) });
        here.or_else(|| diagnostic.elsewhere.as_ref().map(Self::elsewhere))
    }

    fn elsewhere(place: &Elsewhere) -> Self {
        let range = Range {
            place: place.seen.clone(),
            line: place.start.line,
            column: place.start.column,
            end_line: place.end.line,
            end_column: place.end.column,
            start: place.span.start,
            end: place.span.end,
        };
        Self { file: Some(place.file.clone()), range }
    }
}

impl Range {
    fn new(source: &Source, span: Span) -> Self {
        let (start, end) = (source.place(span.start), source.place(span.end));
        Self {
            place: source.seen(span.start).map(ToString::to_string),
            line: start.line,
            column: start.column,
            end_line: end.line,
            end_column: end.column,
            start: span.start,
            end: span.end,
        }
    }
}

const fn field(finding: &Finding) -> Option<Field> {
    match finding {
        Finding::MissingField { field, .. }
        | Finding::EmptyField { field, .. }
        | Finding::RepeatedLabel { field }
        | Finding::TooLong { field, .. }
        | Finding::TooShort { field, .. }
        | Finding::LabelInsideLine { field, .. }
        | Finding::InferredValue { field, .. } => Some(*field),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use snapbox::{assert_data_eq, str};

    #[test]
    fn a_finding_has_its_place_in_characters_and_bytes() {
        let source = Source::from_text("fogli/città.txt", "Città: x\nE-mail: è@\n");
        let finding = Finding::MalformedEmail("è@".into());
        let diagnostic = Diagnostic::at(finding, Span::new(18, 21)).labelled("E-mail").with_related(Span::new(0, 6));
        let json = serde_json::to_string_pretty(&Entry::new(&source, &diagnostic)).unwrap();
        assert_data_eq!(
            json,
            str![[r#"
{
  "code": "malformed-email",
  "severity": "error",
  "file": "fogli/città.txt",
  "line": 2,
  "column": 9,
  "end_line": 2,
  "end_column": 11,
  "start": 18,
  "end": 21,
  "label": "E-mail",
  "message": "“è@” is not an e-mail address",
  "help": "write it as name@example.org",
  "related": {
    "line": 1,
    "column": 1,
    "end_line": 1,
    "end_column": 6,
    "start": 0,
    "end": 6
  }
}
"#]]
        );
    }

    #[test]
    fn a_finding_about_a_whole_file_has_no_place() {
        let source = Source::from_text("a.txt", "");
        let diagnostic = Diagnostic::whole(Finding::NoSheet { looked_for: vec!["Titolo".into()] });
        let json = serde_json::to_string(&Entry::new(&source, &diagnostic)).unwrap();
        assert_data_eq!(
            json,
            str![[
                r#"{"code":"no-sheet","severity":"warning","file":"a.txt","message":"no good-practice sheet found in this file","help":"looked for “Titolo”"}"#
            ]]
        );
    }
}
