//! Why sheets start where they do and lines open fields or do not: noted where it is decided, if somebody asks.

use crate::schemas::{Known, Way};
use crate::source::Span;

/// What was decided about a document.
#[derive(Debug, Clone, Default)]
pub struct Explanation {
    /// One for each sheet of the reading, in its order.
    pub sheets: Vec<Reasons>,
    /// How well templates went with a document in which no start mark and no table decided.
    pub candidates: Vec<Candidate>,
    /// Start marks that start nothing, since no label of their template stands behind them.
    pub idle_marks: Vec<Span>,
}

/// What was decided about a sheet.
#[derive(Debug, Clone)]
pub struct Reasons {
    /// Why it starts where it does.
    pub start: Start,
    /// The line whose label names the practice, where such labels divided the sheets.
    pub title: Option<Span>,
    /// Its lines that are labels or look like some, in order.
    pub decisions: Vec<Decision>,
}

/// Why a sheet starts where it does, and what decided on its template.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Start {
    /// A start mark of its template.
    Mark {
        /// The words of the mark.
        words: Span,
        /// How many fields the labels behind it open.
        labels: usize,
    },
    /// It is an object of data whose keys are labels.
    Data,
    /// It is a row of a table.
    Row {
        /// The row that names the columns.
        header: Span,
    },
    /// The user named the template; the document has no start mark of it.
    Told,
    /// Labels of one family.
    Family {
        /// How many fields they open.
        labels: usize,
    },
    /// Labels, headings and credits of the shared vocabulary.
    Page {
        /// How many fields its labels and headings open.
        labels: usize,
        /// How many credits it has.
        credits: usize,
    },
}

/// How well a template went with a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Candidate {
    /// Position of the template.
    pub template: u16,
    /// What came of it.
    pub fit: Fit,
}

/// Why a template was chosen or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fit {
    /// It reads the document.
    Chosen,
    /// Too few of the labels are there that no other template has.
    FewOwn {
        /// How many are.
        met: usize,
        /// How many must be.
        wanted: usize,
    },
    /// Too few of its labels are there.
    FewLabels {
        /// How many are; for the generic template with its credits.
        met: usize,
        /// How many must be.
        wanted: usize,
    },
    /// Another template knows as many labels or more.
    Outdone {
        /// How many this one knows.
        met: usize,
        /// Position of the other.
        by: u16,
    },
}

/// What was decided about words that are a label or look like one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decision {
    /// The words.
    pub words: Span,
    /// Where they went.
    pub went: Went,
    /// Why.
    pub why: Why,
}

/// Where words went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Went {
    /// They open the field of this label.
    Label(u16),
    /// They introduce an organisation, for the field of this position.
    Credit(u16),
    /// They stay in the text of this label, where one is open.
    Text(Option<u16>),
    /// They head a section.
    Section,
    /// They only group what follows.
    Heading,
    /// They are kept as a label that no field knows.
    Unmapped,
}

/// Why words went there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// They are known.
    Known {
        /// How they were recognised.
        way: Way,
        /// Position of the wording in the table.
        wording: u32,
    },
    /// Nobody knows them.
    Unknown,
    /// They are known, but to this template only.
    OtherTemplate(u16),
    /// They are known inside a contact only.
    OnlyPart,
    /// They name a part of the contact that is open, or of the last one.
    PartOfContact,
    /// An address or a number alone stands behind them.
    Reaches,
    /// They say what the sheet is about, or are the first name in it, and no label names the practice.
    FirstName,
    /// The same label has the same value above.
    Again,
    /// They are a key inside the value that is open.
    InsideValue,
    /// They come several times, each time directly behind the same label of a list.
    PartOfGroup,
    /// Nobody knows them, and labels follow them.
    Groups,
    /// They stand in a bullet.
    Bullet,
    /// They stand inside the text below a heading.
    InText,
    /// They begin the value that a label above waits for, or go on with it.
    OfValue,
    /// They stand behind a sentence, in a document that is no form or whose labels stand at the start of lines.
    BehindSentence,
    /// They stand further in than the label of the people above, or without the colon that the form's labels have.
    BelowPeople,
    /// Nobody knows them, but they are written as the form writes its labels.
    Style,
    /// A sentence goes on behind them, inside a text.
    Said,
    /// They do not stand in the capitals of their template.
    Capitals,
    /// They begin with a small letter.
    Small,
}

impl From<Known<'_>> for Why {
    fn from(known: Known<'_>) -> Self {
        Self::Known { way: known.way, wording: known.wording }
    }
}

/// Takes down decisions; nothing where nobody asks.
#[derive(Debug, Default)]
pub(crate) struct Notes(Option<Vec<Decision>>);

impl Notes {
    /// Notes that are taken only if somebody `asks`.
    pub fn new(asks: bool) -> Self {
        Self(asks.then(Vec::new))
    }

    /// Whether somebody asks.
    pub const fn are_taken(&self) -> bool {
        self.0.is_some()
    }

    /// Takes down a decision. Words that were refused before have their reason already: it stays, unless there is a better one.
    pub fn take(&mut self, words: Span, went: Went, why: Why) {
        let Some(decisions) = &mut self.0 else { return };
        match decisions.last_mut() {
            Some(last) if last.is_left(words) => {
                let why = if why == Why::Unknown { last.why } else { why };
                *last = Decision { words, went, why };
            }
            _ => decisions.push(Decision { words, went, why }),
        }
    }

    /// The decisions, in the order of their words.
    pub fn into_decisions(self) -> Vec<Decision> {
        let mut decisions = self.0.unwrap_or_default();
        decisions.sort_by_key(|decision| decision.words);
        decisions
    }
}

impl Decision {
    /// Whether these words were refused just before.
    fn is_left(&self, words: Span) -> bool {
        matches!(self.went, Went::Text(_)) && (self.words.covers(words) || words.covers(self.words))
    }
}
