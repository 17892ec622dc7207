//! What a run keeps of the records that it has met. It may meet a million: of each some forty bytes are kept, in pieces that never
//! move, so that no room is taken twice while there come more.

use std::collections::HashMap;
use std::hash::Hash;
use std::num::NonZeroU32;

use super::number;
use crate::Sheet;
use crate::diagnostic::Elsewhere;
use crate::source::{Place, Source, Span, layout};

/// Records of a piece.
const PIECE: usize = 1 << 12;

/// The records that were met, by their number.
#[derive(Debug, Clone, Default)]
pub struct Records {
    pieces: Vec<Vec<Record>>,
    portions: Vec<Portion>,
    /// The places of records as the user of a container sees them.
    seen: HashMap<u32, layout::Place>,
}

/// A record that was met.
#[derive(Debug, Clone)]
struct Record {
    /// Its bytes in its portion.
    span: (u32, u32),
    start: Spot,
    end: Spot,
    /// Position of its portion.
    portion: u32,
    /// The sheet that it says it was made of, file name and number; of a sheet its own.
    made_of: Option<NonZeroU32>,
    language: Option<NonZeroU32>,
    is_record: bool,
}

/// Line and column.
#[derive(Debug, Clone, Copy)]
struct Spot(u32, u32);

/// A document, or a portion of a long one.
#[derive(Debug, Clone)]
struct Portion {
    file: String,
    /// Bytes of its document before it.
    before: usize,
}

impl Records {
    /// Keeps the record of a sheet, which stands at a place, and gives it the next number. What lies behind four thousand million
    /// others, or bytes, is not kept.
    pub fn push(&mut self, source: &Source, sheet: &Sheet, place: Span) -> Option<u32> {
        let last = self.pieces.last().map_or(0, Vec::len);
        let nth = small(self.pieces.len().saturating_sub(1) * PIECE + last)?;
        let record = Record::of(source, sheet, place, self.portion(source)?)?;
        if self.pieces.last().is_none_or(|piece| piece.len() == PIECE) {
            self.pieces.push(Vec::new());
        }
        self.pieces.last_mut()?.push(record);
        self.seen.extend(source.seen(place.start).map(|seen| (nth, seen.clone())));
        Some(nth)
    }

    /// Whether two records that look alike are one practice twice: not if one was made of the other, or translated.
    pub fn is_same(&self, first: u32, second: u32) -> bool {
        self.get(first).is_same(self.get(second))
    }

    /// Where a record stands.
    pub fn place(&self, nth: u32) -> Elsewhere {
        let record = self.get(nth);
        let Portion { file, before } = &self.portions[record.portion as usize];
        Elsewhere {
            file: file.clone(),
            seen: self.seen.get(&nth).cloned(),
            start: record.start.into(),
            end: record.end.into(),
            span: Span::new(record.span.0 as usize, record.span.1 as usize),
            before: *before,
        }
    }

    fn get(&self, nth: u32) -> &Record {
        &self.pieces[nth as usize / PIECE][nth as usize % PIECE]
    }

    /// The position of the portion that is being read.
    fn portion(&mut self, source: &Source) -> Option<u32> {
        let before = source.before.bytes;
        if self.portions.last().is_none_or(|last| last.file != source.name || last.before != before) {
            self.portions.push(Portion { file: source.name.clone(), before });
        }
        small(self.portions.len() - 1)
    }
}

impl Record {
    fn of(source: &Source, sheet: &Sheet, span: Span, portion: u32) -> Option<Self> {
        let made_of = sheet.record.source.as_ref().map(|from| half(&(base(&from.file), from.sheet)));
        Some(Self {
            span: (small(span.start)?, small(span.end)?),
            start: Spot::of(source.place(span.start))?,
            end: Spot::of(source.place(span.end))?,
            portion,
            made_of,
            language: sheet.record.language.as_ref().map(half),
            is_record: sheet.is_record(),
        })
    }

    fn is_same(&self, other: &Self) -> bool {
        let is_made = self.is_record != other.is_record && self.made_of.is_some() && self.made_of == other.made_of;
        let is_translated = self.language.is_some() && other.language.is_some() && self.language != other.language;
        !is_made && !is_translated
    }
}

impl Spot {
    fn of(place: Place) -> Option<Self> {
        Some(Self(small(place.line)?, small(place.column)?))
    }
}

impl From<Spot> for Place {
    fn from(Spot(line, column): Spot) -> Self {
        Self { line: line as usize, column: column as usize }
    }
}

fn small(count: usize) -> Option<u32> {
    u32::try_from(count).ok()
}

/// Half of the number that stands for something.
fn half(what: &impl Hash) -> NonZeroU32 {
    NonZeroU32::new(number(what) as u32).unwrap_or(NonZeroU32::MIN)
}

/// The name of a file without its folders.
fn base(file: &str) -> &str {
    file.rsplit('/').next().unwrap_or(file)
}
