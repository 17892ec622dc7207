//! The permanent names of findings.

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
