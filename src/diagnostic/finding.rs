//! What can be wrong with a document: facts, without words for them.

use crate::practice::{Demand, Field, Pointer};
use crate::source::layout::{self, Hidden, Unread};
use crate::source::{Place, Source, Span};

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
        what: Personal,
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
        /// The version that it says.
        version: u64,
    },
    /// The document holds no sheet.
    NoSheet {
        /// The sheet starts and labels that were looked for.
        looked_for: Vec<String>,
    },
}

/// What shows that a document is of another kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// A line says so: `Minutes of the meeting`.
    Named,
    /// It has labels that no sheet has: `Apologies:`.
    ForeignLabels,
    /// Who speaks stands before each line.
    Conversation,
    /// Its lines begin with times of the day.
    Timetable,
    /// Its labels are words of a running text.
    RunningText,
    /// Its labels stand in the order of the alphabet.
    Glossary,
}

/// What the length of a text is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Words.
    Words,
    /// Characters, spaces too.
    Characters,
}

/// What two records have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Same {
    /// Title and lead organisation.
    TitleAndLead,
    /// The description.
    Description,
}

/// A way to reach a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Personal {
    /// An e-mail address.
    Email,
    /// A telephone number.
    Phone,
}

/// What is wrong with a text that should be YAML or JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Broken {
    /// The text ends where a value should stand.
    NoValue,
    /// No key in double quotes.
    NoKey,
    /// No colon between a key and its value.
    NoColon,
    /// No comma, and not the bracket that closes.
    NoComma(char),
    /// The text ends before its last bracket is closed.
    NoEnd,
    /// A quote that is not closed on its line.
    OpenQuote,
    /// Nothing that begins a value.
    NoStart,
    /// A key that is a list or an object.
    Key,
    /// A value with a colon and no quotes.
    Colon,
    /// More levels inside each other than are read.
    Depth(usize),
    /// What the reader of YAML says.
    Said(String),
}

/// What a key of a record asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// A text.
    Text,
    /// A whole number.
    Number,
    /// A year.
    Year,
    /// `true`.
    Flag,
    /// A list of texts.
    List,
    /// A list of objects, and the first key that they have.
    Objects(&'static str),
    /// An object, and the first key that it has.
    Object(&'static str),
    /// `shared-gardens`
    Slug,
    /// `it`
    Language,
    /// `IT`
    Country,
    /// `12-14`
    Lines,
    /// Anything but nothing.
    Something,
    /// The value itself, and no `*name` that stands for it.
    NoAlias,
    /// No more levels than these inside each other.
    LessDepth(usize),
}

/// What stands where something else should.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// Nothing.
    Nothing,
    /// A text.
    Text(String),
    /// A number, as written.
    Number(String),
    /// `true` or `false`, as written.
    Flag(String),
    /// A list.
    List,
    /// An object.
    Object,
}

/// What a finding is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Subject {
    /// A sheet, with labels.
    #[default]
    Sheet,
    /// A record, with keys.
    Record,
}

macro_rules! codes {
    ($($(#[$doc:meta])* $variant:ident $id:literal;)*) => {
        /// The permanent name of a kind of finding.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $($(#[$doc])* $variant,)* }

        impl Code {
            /// Every code.
            pub const ALL: &'static [Code] = &[$(Code::$variant,)*];

            /// The code as reports write it.
            pub const fn id(self) -> &'static str {
                match self { $(Code::$variant => $id,)* }
            }

            /// The code that reports write so.
            pub fn from_id(id: &str) -> Option<Code> {
                Code::ALL.iter().copied().find(|code| code.id() == id)
            }
        }
    };
}

codes! {
    /// A field that the sheet should have is not there.
    MissingField "missing-field";
    /// A label stands there without a value.
    EmptyField "empty-field";
    /// What stands where an e-mail address should is none.
    MalformedEmail "malformed-email";
    /// What stands where a web address should is none.
    MalformedUrl "malformed-url";
    /// What stands where a telephone number should is none.
    MalformedPhone "malformed-phone";
    /// What stands where a year should is none.
    MalformedYear "malformed-year";
    /// What stands where a date should is none.
    MalformedDate "malformed-date";
    /// What stands where a date should may be one of several.
    AmbiguousDate "ambiguous-date";
    /// What stands where a period should has dates, but none that is surely its start or end.
    UnreadPeriod "unread-period";
    /// The end lies before the start.
    EndBeforeStart "end-before-start";
    /// A date cannot have come yet.
    FutureDate "future-date";
    /// A text is longer than its template lets it be.
    TooLong "too-long";
    /// A text is shorter than its template wants it.
    TooShort "too-short";
    /// Words keep a place free where a value should stand.
    PlaceholderText "placeholder-text";
    /// A text is in another language than the record.
    LanguageMismatch "language-mismatch";
    /// A record stands in the run a second time.
    DuplicateRecord "duplicate-record";
    /// Two records of the run have one id.
    DuplicateId "duplicate-id";
    /// The record says how to reach a person.
    PersonalData "personal-data";
    /// A label that may stand once stands again.
    RepeatedLabel "repeated-label";
    /// A label that no field knows.
    UnknownLabel "unknown-label";
    /// A known label inside a line was read as text.
    LabelInsideLine "label-inside-line";
    /// Text in a sheet that no field took.
    UnassignedText "unassigned-text";
    /// A value that stands under no label of its own.
    InferredValue "inferred-value";
    /// A sentence, list or row goes on after a page header or footer.
    JoinedAcrossPage "joined-across-page";
    /// The file is not UTF-8.
    DecodedAs "decoded-as";
    /// Parts of a container hold no text to read.
    NotRead "not-read";
    /// Hidden parts of a workbook were read all the same.
    HiddenRead "hidden-read";
    /// Pages have no text: pictures of paper.
    PagesWithoutText "pages-without-text";
    /// A form that nobody has filled in.
    BlankTemplate "blank-template";
    /// The labels stand together, and their values elsewhere.
    LabelsApart "labels-apart";
    /// Labels stand side by side, with their values below them.
    LabelsSideBySide "labels-side-by-side";
    /// Each value stands before its label.
    ValuesFirst "values-first";
    /// The document is of another kind.
    OtherDocument "other-document";
    /// Nothing but the wordings of labels says that the document is a sheet.
    DoubtfulSheet "doubtful-sheet";
    /// What should be data is none from some place on.
    BrokenData "broken-data";
    /// A key that no record has.
    UnknownKey "unknown-key";
    /// A key that stands in its object before.
    RepeatedKey "repeated-key";
    /// A value is of another type than its key asks for.
    WrongType "wrong-type";
    /// A record is of a schema that came after this program.
    NewerSchema "newer-schema";
    /// The document holds no sheet.
    NoSheet "no-sheet";
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

/// A place in another file, which is not open any more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Elsewhere {
    /// The file as the user named it.
    pub file: String,
    /// The place as the user of a container sees it.
    pub seen: Option<layout::Place>,
    /// Line and column of the first character.
    pub start: Place,
    /// Line and column of the character after the last.
    pub end: Place,
    /// Its bytes.
    pub span: Span,
}

impl Elsewhere {
    /// A place in a file.
    pub fn new(source: &Source, span: Span) -> Self {
        Self {
            file: source.name.clone(),
            seen: source.seen(span.start).cloned(),
            start: source.place(span.start),
            end: source.place(span.end),
            span,
        }
    }
}

/// A finding with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What was found.
    pub finding: Finding,
    /// How much it matters.
    pub severity: Severity,
    /// Where: byte offsets into the decoded text. For a missing field the line that starts the sheet; for a whole file nothing.
    pub span: Option<Span>,
    /// A second place: the other end of a join, the first of two labels.
    pub related: Option<Span>,
    /// A second place in another file of the run.
    pub elsewhere: Option<Elsewhere>,
    /// The label concerned, as the sheet writes it; of a record the key.
    pub label: Option<String>,
    /// Which value of the record it is about, where it is about one.
    pub pointer: Option<Pointer>,
    /// Where the template demands what is not there: `schemas/templates/x.yaml:41`.
    pub demanded_at: Option<String>,
    /// What it is about.
    pub subject: Subject,
}

impl Diagnostic {
    /// A finding at a place.
    pub fn at(finding: Finding, span: Span) -> Self {
        Self { span: Some(span), ..Self::whole(finding) }
    }

    /// A finding about a whole file.
    pub fn whole(finding: Finding) -> Self {
        Self {
            severity: finding.severity(),
            finding,
            span: None,
            related: None,
            elsewhere: None,
            label: None,
            pointer: None,
            demanded_at: None,
            subject: Subject::Sheet,
        }
    }

    /// The field that it is about.
    pub fn field(&self) -> Option<Field> {
        match &self.finding {
            Finding::MissingField { field, .. }
            | Finding::EmptyField { field, .. }
            | Finding::RepeatedLabel { field }
            | Finding::TooLong { field, .. }
            | Finding::TooShort { field, .. }
            | Finding::LabelInsideLine { field, .. }
            | Finding::InferredValue { field, .. } => Some(*field),
            _ => self.pointer.as_ref().map(|pointer| pointer.field),
        }
    }

    /// The same with the label as written.
    pub fn labelled(mut self, label: impl Into<String>) -> Self {
        self.label = Some(label.into());
        self
    }

    /// The same with the value that it is about.
    pub fn pointing(mut self, pointer: Pointer) -> Self {
        self.pointer = Some(pointer);
        self
    }

    /// The same with the place of the demand.
    pub fn demanded_at(mut self, place: Option<String>) -> Self {
        self.demanded_at = place;
        self
    }

    /// The same with a second place.
    pub fn with_related(mut self, span: Span) -> Self {
        self.related = Some(span);
        self
    }

    /// The same with a second place in another file.
    pub fn with_elsewhere(mut self, place: Elsewhere) -> Self {
        self.elsewhere = Some(place);
        self
    }
}
