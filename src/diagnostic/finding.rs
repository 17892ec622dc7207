//! What can be wrong with a document: facts, without words for them.

use super::arguments::{Broken, Expected, Found, Same, Sign, Unit};
use super::code::Code;
use crate::practice::contacts::Reach;
use crate::practice::{Demand, Field};
use crate::source::layout::{Hidden, Unread};

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing.
    Info,
    /// Should be looked at.
    Warning,
    /// The record is not valid.
    Error,
}

impl Severity {
    /// The severity's name in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Severity::Info => "info",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

/// The facts of one finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// A field that the sheet should have is not there.
    MissingField {
        /// The field.
        field: Field,
        /// How much it is wanted.
        demand: Demand,
        /// The label to write, where the template has one.
        label: Option<String>,
    },
    /// A label stands there without a value.
    EmptyField {
        /// The field.
        field: Field,
        /// How much it is wanted.
        demand: Demand,
    },
    /// No e-mail address.
    MalformedEmail(String),
    /// No address on the web.
    MalformedUrl(String),
    /// No telephone number.
    MalformedPhone(String),
    /// No year.
    MalformedYear(String),
    /// No date.
    MalformedDate(String),
    /// Several dates in one.
    AmbiguousDate(String),
    /// Dates that make no period.
    UnreadPeriod(String),
    /// The end lies before the start.
    EndBeforeStart {
        /// The start, in the form of ISO 8601.
        start: String,
        /// The end, in the form of ISO 8601.
        end: String,
    },
    /// A date that cannot have come yet.
    FutureDate {
        /// The date, in the form of ISO 8601.
        date: String,
        /// The day of the check.
        today: String,
    },
    /// A text is longer than its template lets it be.
    TooLong {
        /// The field.
        field: Field,
        /// What was counted.
        unit: Unit,
        /// The most that it may have.
        most: usize,
        /// How many it has.
        found: usize,
    },
    /// A text is shorter than its template wants it.
    TooShort {
        /// The field.
        field: Field,
        /// What was counted.
        unit: Unit,
        /// The least that it must have.
        least: usize,
        /// How many it has.
        found: usize,
    },
    /// Words that keep a place free, where a value should stand.
    PlaceholderText(String),
    /// A text is in another language than the record.
    LanguageMismatch {
        /// ISO 639-1 code of the language of the record.
        expected: String,
        /// ISO 639-1 code of the language of the text.
        found: String,
        /// Whether all the texts are, so that the record names the wrong language.
        all: bool,
    },
    /// A known label inside a line, which was read as text of another field.
    LabelInsideLine {
        /// The field of the label, which has no value.
        field: Field,
        /// The field that its text went to.
        kept_in: Field,
    },
    /// A record that the run has met before.
    DuplicateRecord {
        /// What is the same.
        same: Same,
    },
    /// An id that another record of the run has.
    DuplicateId(String),
    /// A way to reach a person.
    PersonalData {
        /// What it is.
        what: Reach,
        /// The address or number.
        value: String,
    },
    /// A label that may stand once stands again.
    RepeatedLabel {
        /// The field.
        field: Field,
    },
    /// A label that no field knows.
    UnknownLabel {
        /// The nearest label that the template knows.
        nearest: Option<String>,
        /// The field that holds its text: `unmapped`, or the one before it.
        kept_in: Field,
    },
    /// Text in a sheet that no field took.
    UnassignedText,
    /// A value that stands under no label of its own.
    InferredValue {
        /// The field.
        field: Field,
        /// The value.
        value: String,
    },
    /// A sentence, list or row goes on after a page header or footer.
    JoinedAcrossPage,
    /// The file is not UTF-8.
    DecodedAs {
        /// Name of the encoding.
        encoding: &'static str,
    },
    /// Parts of a container that hold no text to read.
    NotRead {
        /// What they are, and how many.
        parts: Vec<(Unread, u32)>,
    },
    /// Hidden parts of a workbook that were read all the same.
    HiddenRead {
        /// What they are.
        parts: Vec<Hidden>,
    },
    /// Pages without text: pictures of paper.
    PagesWithoutText {
        /// Their numbers.
        pages: Vec<u32>,
    },
    /// A form that nobody has filled in.
    BlankTemplate,
    /// The labels stand together, and their values elsewhere.
    LabelsApart,
    /// Labels stand side by side, with their values below them.
    LabelsSideBySide,
    /// Each value stands before its label.
    ValuesFirst,
    /// The document is of another kind.
    OtherDocument {
        /// What shows it.
        sign: Sign,
    },
    /// Nothing but the wordings of labels says that the document is a sheet.
    DoubtfulSheet,
    /// What should be data is none from some place on.
    BrokenData {
        /// `JSON` or `YAML`.
        language: &'static str,
        /// What is wrong there.
        what: Broken,
        /// Whether it was read as plain text.
        read: bool,
    },
    /// A key that no record has.
    UnknownKey {
        /// The nearest key that a record has.
        nearest: Option<String>,
    },
    /// A key that stands in its object before.
    RepeatedKey,
    /// An object lacks a key without which it says nothing.
    MissingKey {
        /// The key.
        key: &'static str,
    },
    /// A value is of another type than its key asks for.
    WrongType {
        /// What should stand there.
        expected: Expected,
        /// What stands there.
        found: Found,
    },
    /// A record is of a schema that came after this program.
    NewerSchema {
        /// The version that it says, as written.
        version: String,
    },
    /// The document holds no sheet.
    NoSheet {
        /// The sheet starts and labels that were looked for.
        looked_for: Vec<String>,
    },
}

impl Finding {
    /// The code of this kind of finding.
    pub const fn code(&self) -> Code {
        match self {
            Finding::MissingField { .. } | Finding::MissingKey { .. } => Code::MissingField,
            Finding::EmptyField { .. } => Code::EmptyField,
            Finding::MalformedEmail(_) => Code::MalformedEmail,
            Finding::MalformedUrl(_) => Code::MalformedUrl,
            Finding::MalformedPhone(_) => Code::MalformedPhone,
            Finding::MalformedYear(_) => Code::MalformedYear,
            Finding::MalformedDate(_) => Code::MalformedDate,
            Finding::AmbiguousDate(_) => Code::AmbiguousDate,
            Finding::UnreadPeriod(_) => Code::UnreadPeriod,
            Finding::EndBeforeStart { .. } => Code::EndBeforeStart,
            Finding::FutureDate { .. } => Code::FutureDate,
            Finding::TooLong { .. } => Code::TooLong,
            Finding::TooShort { .. } => Code::TooShort,
            Finding::PlaceholderText(_) => Code::PlaceholderText,
            Finding::LanguageMismatch { .. } => Code::LanguageMismatch,
            Finding::DuplicateRecord { .. } => Code::DuplicateRecord,
            Finding::DuplicateId(_) => Code::DuplicateId,
            Finding::PersonalData { .. } => Code::PersonalData,
            Finding::RepeatedLabel { .. } => Code::RepeatedLabel,
            Finding::UnknownLabel { .. } => Code::UnknownLabel,
            Finding::LabelInsideLine { .. } => Code::LabelInsideLine,
            Finding::UnassignedText => Code::UnassignedText,
            Finding::InferredValue { .. } => Code::InferredValue,
            Finding::JoinedAcrossPage => Code::JoinedAcrossPage,
            Finding::DecodedAs { .. } => Code::DecodedAs,
            Finding::NotRead { .. } => Code::NotRead,
            Finding::HiddenRead { .. } => Code::HiddenRead,
            Finding::PagesWithoutText { .. } => Code::PagesWithoutText,
            Finding::BlankTemplate => Code::BlankTemplate,
            Finding::LabelsApart => Code::LabelsApart,
            Finding::LabelsSideBySide => Code::LabelsSideBySide,
            Finding::ValuesFirst => Code::ValuesFirst,
            Finding::OtherDocument { .. } => Code::OtherDocument,
            Finding::DoubtfulSheet => Code::DoubtfulSheet,
            Finding::BrokenData { .. } => Code::BrokenData,
            Finding::UnknownKey { .. } => Code::UnknownKey,
            Finding::RepeatedKey => Code::RepeatedKey,
            Finding::WrongType { .. } => Code::WrongType,
            Finding::NewerSchema { .. } => Code::NewerSchema,
            Finding::NoSheet { .. } => Code::NoSheet,
        }
    }

    /// Whether something should be there and is not.
    pub const fn is_absence(&self) -> bool {
        matches!(self, Finding::MissingField { .. } | Finding::MissingKey { .. })
    }

    /// Whether the finding says why a document has no sheet.
    pub const fn says_why_no_sheet(&self) -> bool {
        matches!(
            self,
            Finding::NoSheet { .. }
                | Finding::BlankTemplate
                | Finding::LabelsApart
                | Finding::LabelsSideBySide
                | Finding::ValuesFirst
                | Finding::OtherDocument { .. }
                | Finding::NewerSchema { .. }
                | Finding::BrokenData { read: false, .. }
        )
    }

    /// How much the finding matters.
    pub const fn severity(&self) -> Severity {
        match self {
            Finding::MissingField { demand, .. } | Finding::EmptyField { demand, .. } => match demand {
                Demand::Required => Severity::Error,
                Demand::Expected | Demand::AskedFor => Severity::Warning,
                Demand::Optional => Severity::Info,
            },
            Finding::MalformedEmail(_) | Finding::MalformedUrl(_) => Severity::Error,
            Finding::MalformedPhone(_) | Finding::MalformedYear(_) | Finding::MalformedDate(_) => Severity::Error,
            Finding::EndBeforeStart { .. } | Finding::DuplicateId(_) => Severity::Error,
            Finding::FutureDate { .. } | Finding::TooLong { .. } | Finding::TooShort { .. } => Severity::Warning,
            Finding::PlaceholderText(_) | Finding::LanguageMismatch { .. } => Severity::Warning,
            Finding::DuplicateRecord { .. } | Finding::PersonalData { .. } => Severity::Warning,
            Finding::UnknownKey { .. } | Finding::RepeatedKey | Finding::MissingKey { .. } => Severity::Error,
            Finding::WrongType { .. } | Finding::NewerSchema { .. } => Severity::Error,
            Finding::AmbiguousDate(_) | Finding::UnreadPeriod(_) => Severity::Warning,
            Finding::RepeatedLabel { .. } | Finding::UnknownLabel { .. } => Severity::Warning,
            Finding::UnassignedText | Finding::NoSheet { .. } => Severity::Warning,
            Finding::OtherDocument { .. } | Finding::DoubtfulSheet => Severity::Warning,
            Finding::PagesWithoutText { .. } => Severity::Warning,
            Finding::NotRead { .. } | Finding::HiddenRead { .. } => Severity::Info,
            Finding::BrokenData { read: true, .. } => Severity::Warning,
            Finding::BrokenData { .. } => Severity::Error,
            Finding::BlankTemplate | Finding::LabelsApart | Finding::LabelsSideBySide | Finding::ValuesFirst => {
                Severity::Error
            }
            Finding::InferredValue { .. } | Finding::JoinedAcrossPage | Finding::DecodedAs { .. } => Severity::Info,
            Finding::LabelInsideLine { .. } => Severity::Info,
        }
    }
}
