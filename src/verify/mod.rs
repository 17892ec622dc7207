//! Whether records still say what their sheets say: each is held against the sheet that it was made of, read anew.
//!
//! [`pair`] finds the sheet of each record, [`verify`] compares the two: `compare` their values, `spans` the places that a record
//! with provenance names. Nobody here knows who is right, the record or the sheet; what differs is told with both places.

mod compare;
mod lists;
mod pair;
mod places;
mod spans;

use serde_json::Value;

use crate::Sheet;
use crate::diagnostic::Elsewhere;
use crate::practice::privacy::{self, Exposure, Hidden};
use crate::practice::{SourceRef, pointer_key, sha256};
use crate::schemas::Schemas;
use crate::source::{Source, base};

use compare::{Difference, What};
pub use pair::pair;
use places::Places;
use spans::Stale;

/// A sheet or a record in its document.
#[derive(Debug, Clone, Copy)]
pub struct Item<'a> {
    /// The document.
    pub source: &'a Source,
    /// Its number there, from 1.
    pub number: usize,
    /// What was read.
    pub sheet: &'a Sheet,
}

/// What a record is against its sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct Verdict {
    /// What is not as it was.
    pub drifts: Vec<Drift>,
    /// What the record does not show of people; that it was hidden is no drift.
    pub hidden: Hidden,
}

/// One thing that is not as it was when the record was made.
#[derive(Debug, Clone, PartialEq)]
pub struct Drift {
    /// What it is.
    pub kind: Kind,
    /// JSON pointer of the value in the record; empty for the record as a whole.
    pub path: String,
    /// Where it stands in the record.
    pub record: Elsewhere,
    /// Where it stands in the sheet.
    pub sheet: Option<Elsewhere>,
}

/// What is not as it was.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// A value of the record is not what the sheet gives.
    Value {
        /// What the record says.
        recorded: Option<Value>,
        /// What the sheet gives.
        read: Option<Value>,
        /// Whether the sheet is, to the byte, as it was.
        edited: bool,
    },
    /// An item has another position in its list.
    ItemMoved {
        /// Its position in the sheet, from 1.
        sheet: usize,
        /// Its position in the record, from 1.
        record: usize,
    },
    /// The text of the sheet has another hash.
    SourceChanged,
    /// The sheet stands elsewhere.
    Moved {
        /// Where the record says it stood.
        from: Spot,
        /// Where it stands.
        to: Spot,
    },
    /// The value is the same, but does not stand where its provenance says.
    Misplaced {
        /// The line that the provenance names.
        from: usize,
        /// The line on which it stands.
        to: usize,
    },
    /// There is no such sheet any more; the record names a file.
    SheetGone(Spot),
    /// The record names no file, and no sheet is called as it is.
    NoSheet,
}

/// Where a sheet stands.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize)]
pub struct Spot {
    /// The file.
    pub file: String,
    /// Number of the sheet in it, from 1.
    pub sheet: usize,
    /// First and last line.
    pub lines: String,
    /// The first byte of the first value whose place is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub byte: Option<usize>,
}

impl Kind {
    /// Its permanent name.
    pub const fn id(&self) -> &'static str {
        match self {
            Kind::Value { edited: true, .. } => "edited",
            Kind::Value { .. } => "differs",
            Kind::ItemMoved { .. } => "item-moved",
            Kind::SourceChanged => "source-changed",
            Kind::Moved { .. } => "moved",
            Kind::Misplaced { .. } => "misplaced",
            Kind::SheetGone(_) => "sheet-gone",
            Kind::NoSheet => "no-sheet",
        }
    }
}

impl From<&SourceRef> for Spot {
    fn from(source: &SourceRef) -> Self {
        Self { file: source.file.clone(), sheet: source.sheet, lines: source.lines.clone(), byte: None }
    }
}

/// What is not as it was of a record whose sheet was found, or not.
pub fn verify(record: Item<'_>, sheet: Option<Item<'_>>, schemas: &Schemas) -> Verdict {
    let Some(sheet) = sheet else {
        let source = record.sheet.record.source.as_ref();
        let kind = source.map_or(Kind::NoSheet, |source| Kind::SheetGone(source.into()));
        let drift = Drift { kind, path: String::new(), record: Places::of(record).whole(), sheet: None };
        return Verdict { drifts: vec![drift], hidden: Hidden::default() };
    };
    let (differences, hidden) = unhidden(record, sheet, schemas);
    let likeness = likeness(record, sheet);
    let pair = Pair { record, sheet, places: Places::of(record), read: Places::of(sheet), likeness };
    let stale = spans::stale(record, sheet, schemas);
    let mut drifts: Vec<Drift> = pair.source_changed().into_iter().collect();
    match pair.moved(&stale) {
        Some(moved) => drifts.push(moved),
        None => drifts.extend(stale.values.iter().filter(|value| pair.tells(value)).map(|value| pair.misplaced(value))),
    }
    let edited = matches!(pair.likeness, Some(Likeness::Same | Likeness::LineEnds));
    drifts.extend(differences.into_iter().map(|difference| pair.drift(difference, edited)));
    Verdict { drifts, hidden }
}

/// In what a record differs from its sheet, and what it does not show of people: of all that `convert` can hide, that which explains
/// the most.
fn unhidden(record: Item<'_>, sheet: Item<'_>, schemas: &Schemas) -> (Vec<Difference>, Hidden) {
    let recorded = compare::values(&record.sheet.record);
    let against = |exposure| {
        let mut read = sheet.sheet.record.clone();
        let hidden = privacy::hide(&mut read, exposure, privacy::MARK, schemas);
        (compare::differences(&recorded, &compare::values(&read)), hidden)
    };
    let open = against(Exposure::Show);
    if open.0.is_empty() {
        return open;
    }
    let least = |one: (Vec<_>, _), other: (Vec<_>, _)| if other.0.len() < one.0.len() { other } else { one };
    [Exposure::Hide, Exposure::None].into_iter().map(against).fold(open, least)
}

/// How much the text of a sheet is what it was when a record was made of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Likeness {
    Same,
    /// Only the ends of its lines are written otherwise.
    LineEnds,
    Other,
}

/// A record and its sheet.
struct Pair<'a> {
    record: Item<'a>,
    sheet: Item<'a>,
    /// Where the values of the record stand.
    places: Places<'a>,
    /// Where those of the sheet do.
    read: Places<'a>,
    /// How much the sheet is what it was; nothing where the record does not say what it was.
    likeness: Option<Likeness>,
}

/// How much the text of a sheet is what its record says that it was.
fn likeness(record: Item<'_>, sheet: Item<'_>) -> Option<Likeness> {
    let was = &record.sheet.record.provenance.as_ref()?.sha256;
    let text = sheet.sheet.span.of(&sheet.source.text);
    let is_it = |text: &str| sha256(text.as_bytes()) == *was;
    if is_it(text) {
        return Some(Likeness::Same);
    }
    let unix = text.replace("\r\n", "\n").replace('\r', "\n");
    let of_line_ends = is_it(&unix) || is_it(&unix.replace('\n', "\r\n")) || is_it(&unix.replace('\n', "\r"));
    Some(if of_line_ends { Likeness::LineEnds } else { Likeness::Other })
}

impl Pair<'_> {
    fn source_changed(&self) -> Option<Drift> {
        (self.likeness == Some(Likeness::Other)).then(|| self.whole(Kind::SourceChanged))
    }

    /// Whether it is worth telling that a value stands elsewhere: in a sheet that has changed only if it is on another line.
    fn tells(&self, value: &spans::Value) -> bool {
        self.likeness == Some(Likeness::Same) || value.from.line != value.to.line
    }

    /// That the sheet as a whole stands elsewhere: in another file, under another number, on other lines or bytes.
    fn moved(&self, stale: &Stale) -> Option<Drift> {
        let (from, to) = (self.record.sheet.record.source.as_ref()?, self.sheet.sheet.record.source.as_ref()?);
        let is_there = (from.sheet, &from.lines, &from.place) == (to.sheet, &to.lines, &to.place);
        // With the ends of the lines all bytes move, and nothing that anybody sees.
        let bytes = stale.shift().filter(|_| self.likeness != Some(Likeness::LineEnds));
        if is_there && bytes.is_none() && base(&from.file) == base(&to.file) {
            return None;
        }
        let spot = |source: &SourceRef, byte| Spot { byte, ..Spot::from(source) };
        let (before, after) = bytes.filter(|_| is_there).unzip();
        Some(self.whole(Kind::Moved { from: spot(from, before), to: spot(to, after) }))
    }

    fn misplaced(&self, value: &spans::Value) -> Drift {
        let kind = Kind::Misplaced { from: value.from.line, to: value.to.line };
        let (record, sheet) = (self.places.at(&value.path), Some(self.read.at(&value.path)));
        Drift { kind, path: value.path.clone(), record, sheet }
    }

    fn drift(&self, difference: Difference, edited: bool) -> Drift {
        let Difference { record, sheet, what } = difference;
        let kind = match what {
            What::Value { recorded, read } => Kind::Value { recorded, read, edited },
            What::Moved(from, to) => Kind::ItemMoved { sheet: from + 1, record: to + 1 },
        };
        Drift { kind, record: self.places.at(&record), sheet: Some(self.read.at(&sheet)), path: record }
    }

    fn whole(&self, kind: Kind) -> Drift {
        Drift { kind, path: String::new(), record: self.places.whole(), sheet: Some(self.read.whole()) }
    }
}

/// The address of a value as people write it: `contacts[0].email`.
pub fn name(path: &str) -> String {
    let mut name = String::new();
    for step in path.split('/').skip(1) {
        let step = pointer_key(step);
        match step.parse::<usize>() {
            Ok(at) => name += &format!("[{at}]"),
            Err(_) if name.is_empty() => name = step,
            Err(_) => name += &format!(".{step}"),
        }
    }
    name
}
