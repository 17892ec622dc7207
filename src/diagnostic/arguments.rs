//! What findings tell apart: kinds of faults, of values, of records.

use crate::schemas::DocumentKind;

/// What shows that a document is of another kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// A line says so: `Minutes of the meeting`.
    Named,
    /// It has labels that documents of a kind have and no sheet: `Apologies:`.
    LabelsOf(DocumentKind),
    /// Who speaks stands before each line.
    Conversation,
    /// Its lines begin with times of the day.
    Timetable,
    /// Its labels are words of a running text.
    RunningText,
    /// Its labels stand in the order of the alphabet.
    Glossary,
    /// Its labels have scores beside them.
    Scores,
    /// It has a few words of each of several practices.
    Listing,
    /// It asks people to apply, to register or to come.
    Appeal,
    /// What stands behind its labels says what to write there.
    Guidance,
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Same {
    /// Title and lead organisation.
    TitleAndLead,
    /// The description.
    Description,
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
    /// No colon behind what should be a key, or a key of more characters than it may have.
    LongKey(usize),
    /// A tab where a line should begin with spaces.
    Tab,
    /// More keys and values than are read.
    Full(usize),
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
    /// A whole number from 1 on.
    Positive,
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
