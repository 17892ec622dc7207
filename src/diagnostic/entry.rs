//! A finding with everything that a report can say of it, for other programs.

use serde::Serialize;

use super::message::Message;
use super::{Diagnostic, Elsewhere, Severity};
use crate::locale::{Fact, Locale};
use crate::practice::{Field, Pointer};
use crate::source::{Source, Span};

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
    /// Sheets among them that were records already.
    #[serde(skip)]
    pub records: usize,
}

impl Summary {
    /// What was read: `3 sheets in 1 file`.
    pub fn read(&self, locale: Locale) -> String {
        let noun = if self.records > 0 && self.records == self.sheets { "records" } else { "sheets" };
        let facts = [("read", Fact::count(noun, self.sheets)), ("files", Fact::count("files", self.files))];
        locale.say("read-in", &facts)
    }

    /// What was found: `1 error, 2 warnings, 3 remarks`.
    pub fn found(&self, locale: Locale) -> String {
        let all = [(self.errors, "errors"), (self.warnings, "warnings"), (self.infos, "remarks")];
        let some = all.iter().filter(|(number, _)| *number > 0);
        let text = some.map(|&(number, noun)| locale.count(noun, number)).collect::<Vec<_>>().join(", ");
        if text.is_empty() { locale.say("nothing-to-report", &[]) } else { text }
    }

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
    #[serde(serialize_with = "by_name")]
    pub severity: Severity,
    /// The record's key that it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<&'static str>,
    /// Which value of the record, as people write it: `contacts[0].email`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// The file, with forward slashes.
    pub file: String,
    /// Number of the sheet or record in the file, from 1; nothing for a finding about the whole file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheet: Option<usize>,
    /// Where in the file; nothing for a finding about the whole of it.
    #[serde(flatten)]
    pub range: Option<Range>,
    /// The label as the sheet writes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
    /// Where the template demands what is missing: `schemas/templates/x.yaml:41`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub demanded_at: Option<String>,
    /// A second place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub related: Option<Related>,
    /// What stands at the second place.
    #[serde(skip)]
    pub related_note: String,
    /// Names the finding for programs that compare runs: it holds no line number, and no other finding of the run has it.
    pub fingerprint: String,
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

/// The document that a finding is about.
#[derive(Debug, Clone, Copy)]
pub struct About<'a> {
    /// Its text.
    pub source: &'a Source,
    /// Its name in the report.
    pub file: &'a str,
    /// The sheet: its number, from 1, and what it is called.
    pub sheet: Option<(usize, &'a str)>,
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
    /// The finding with its place, under the name that [`Fingerprints`](super::fingerprint::Fingerprints) give it; no name where
    /// nobody compares runs.
    pub fn new(about: About<'_>, diagnostic: &Diagnostic, fingerprint: String, locale: Locale) -> Self {
        let message = Message::new(diagnostic, locale);
        let range = |span| Range::new(about.source, span, locale);
        Self {
            code: diagnostic.finding.code().id(),
            severity: diagnostic.severity,
            field: diagnostic.field().map(Field::key),
            value: diagnostic.pointer.as_ref().map(Pointer::name),
            file: about.file.to_owned(),
            sheet: about.sheet.map(|sheet| sheet.0),
            range: diagnostic.span.map(range),
            label: diagnostic.label.clone(),
            message: message.text,
            help: message.help,
            demanded_at: diagnostic.demanded_at.clone(),
            related: Related::of(about.source, diagnostic, locale),
            related_note: message.related,
            fingerprint,
        }
    }

    /// Where it is in its file, in words: `12:5`, or the place as the user of a container sees it.
    pub fn place(&self) -> Option<String> {
        let range = self.range.as_ref()?;
        Some(range.place.clone().unwrap_or_else(|| format!("{}:{}", range.line, range.column)))
    }
}

fn by_name<S: serde::Serializer>(severity: &Severity, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(severity.name())
}

impl Related {
    fn of(source: &Source, diagnostic: &Diagnostic, locale: Locale) -> Option<Self> {
        let here = diagnostic.related.map(|span| Self { file: None, range: Range::new(source, span, locale) });
        here.or_else(|| diagnostic.elsewhere.as_ref().map(|place| Self::elsewhere(place, locale)))
    }

    /// A place in a file of the run.
    pub fn elsewhere(place: &Elsewhere, locale: Locale) -> Self {
        let range = Range {
            place: place.seen.as_ref().map(|place| locale.place(place)),
            line: place.start.line,
            column: place.start.column,
            end_line: place.end.line,
            end_column: place.end.column,
            start: place.before + place.span.start,
            end: place.before + place.span.end,
        };
        Self { file: Some(place.file.clone()), range }
    }
}

impl Range {
    fn new(source: &Source, span: Span, locale: Locale) -> Self {
        let (start, end) = (source.place(span.start), source.place(span.end));
        Self {
            place: source.seen(span.start).map(|place| locale.place(place)),
            line: start.line,
            column: start.column,
            end_line: end.line,
            end_column: end.column,
            start: source.offset(span.start),
            end: source.offset(span.end),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Finding;
    use crate::diagnostic::fingerprint::Fingerprints;
    use snapbox::{assert_data_eq, str};

    fn entry(source: &Source, diagnostic: &Diagnostic) -> Entry {
        let about = About { source, file: &source.name, sheet: None };
        Entry::new(about, diagnostic, Fingerprints::default().of(about, diagnostic), Locale::default())
    }

    #[test]
    fn a_finding_has_its_place_in_characters_and_bytes() {
        let source = Source::from_text("fogli/città.txt", "Città: x\nE-mail: è@\n");
        let finding = Finding::MalformedEmail("è@".into());
        let diagnostic = Diagnostic::at(finding, Span::new(18, 21)).labelled("E-mail").with_related(Span::new(0, 6));
        let json = serde_json::to_string_pretty(&entry(&source, &diagnostic)).unwrap();
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
  },
  "fingerprint": "3a71bb5bd6a612731ff7c9a91a7ebd77"
}
"#]]
        );
    }

    #[test]
    fn a_finding_about_a_whole_file_has_no_place() {
        let source = Source::from_text("a.txt", "");
        let diagnostic = Diagnostic::whole(Finding::NoSheet { looked_for: vec!["Titolo".into()] });
        let json = serde_json::to_string(&entry(&source, &diagnostic)).unwrap();
        assert_data_eq!(
            json,
            str![[
                r#"{"code":"no-sheet","severity":"warning","file":"a.txt","message":"no good-practice sheet found in this file","help":"looked for “Titolo”","fingerprint":"dd73862c78dc05103427efe5125c4f0e"}"#
            ]]
        );
    }
}
