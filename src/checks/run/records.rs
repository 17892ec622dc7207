//! What a run keeps of the records that it has met. It may meet a million: of each some ten bytes are kept, as what it differs by from
//! the one before.

use std::collections::HashMap;
use std::hash::Hash;
use std::num::NonZeroU32;

use super::number;
use super::packed::{push, push_from, take, take_from};
use crate::Sheet;
use crate::diagnostic::Elsewhere;
use crate::source::{Place, Source, Span, base, layout};

/// Records of a piece, which is read from its start.
const PIECE: usize = 16;
/// Languages that have a number of their own; of records in more of them the hash is kept.
const LANGUAGES: usize = 30;

/// The records that were met, by their number.
#[derive(Debug, Clone, Default)]
pub struct Records {
    pieces: Vec<Box<[u8]>>,
    /// The piece that is not full yet.
    last: Vec<u8>,
    /// How many records it has, and the last of them.
    count: usize,
    before: Record,
    portions: Vec<Portion>,
    languages: Vec<NonZeroU32>,
    /// The places of records as the user of a container sees them.
    seen: HashMap<u32, layout::Place>,
}

/// A record that was met.
#[derive(Debug, Clone, Copy, Default)]
struct Record {
    /// Its bytes in its portion.
    start: u32,
    length: u32,
    /// Lines and columns of its start and its end.
    from: (u32, u32),
    to: (u32, u32),
    made_of: Option<MadeOf>,
    language: Option<NonZeroU32>,
    is_record: bool,
}

/// The sheet that a record says it was made of.
#[derive(Debug, Clone, Copy)]
enum MadeOf {
    /// One of its own document, by its number.
    Own(u32),
    /// Another, by the hash of its file's name and its number.
    Other(NonZeroU32),
}

/// A document, or a portion of a long one.
#[derive(Debug, Clone)]
struct Portion {
    file: String,
    /// Bytes of its document before it.
    before: usize,
    /// The number of its first record.
    first: u32,
}

impl Records {
    /// Keeps the record of a sheet, which stands at a place, and gives it the next number. What lies behind four thousand million
    /// others, or bytes, is not kept.
    pub fn push(&mut self, source: &Source, sheet: &Sheet, place: Span) -> Option<u32> {
        let nth = small(self.pieces.len() * PIECE + self.count)?;
        self.enter_portion(source, nth);
        let record = Record::of(source, sheet, place)?;
        record.pack(&self.before, &mut self.languages, &mut self.last);
        (self.before, self.count) = (record, self.count + 1);
        if self.count == PIECE {
            self.pieces.push(self.last.as_slice().into());
            self.last.clear();
            (self.before, self.count) = Default::default();
        }
        self.seen.extend(source.seen(place.start).map(|seen| (nth, seen.clone())));
        Some(nth)
    }

    /// Whether two records that look alike are one practice twice: not if one was made of the other, or translated.
    pub fn is_same(&self, first: u32, second: u32) -> bool {
        let [one, other] = [first, second].map(|nth| self.get(nth));
        let made_of = |record: Record, nth: u32| record.made_of.map(|made_of| made_of.number(&self.portion(nth).file));
        let is_made =
            one.is_record != other.is_record && one.made_of.is_some() && made_of(one, first) == made_of(other, second);
        let is_translated = one.language.is_some() && other.language.is_some() && one.language != other.language;
        !is_made && !is_translated
    }

    /// Where a record stands.
    pub fn place(&self, nth: u32) -> Elsewhere {
        let Record { start, length, from, to, .. } = self.get(nth);
        let Portion { file, before, .. } = self.portion(nth);
        Elsewhere {
            file: file.clone(),
            seen: self.seen.get(&nth).cloned(),
            start: spot(from),
            end: spot(to),
            span: Span::new(start as usize, start as usize + length as usize),
            before: *before,
        }
    }

    fn get(&self, nth: u32) -> Record {
        let nth = nth as usize;
        let mut bytes = self.pieces.get(nth / PIECE).map_or(self.last.as_slice(), |piece| piece);
        let next = |before, _| Record::unpack(&before, &self.languages, &mut bytes);
        (0..=nth % PIECE).fold(Record::default(), next)
    }

    /// The portion in which a record stands.
    fn portion(&self, nth: u32) -> &Portion {
        let behind = self.portions.partition_point(|portion| portion.first <= nth);
        &self.portions[behind.saturating_sub(1)]
    }

    /// Notes that records of a portion follow.
    fn enter_portion(&mut self, source: &Source, first: u32) {
        let before = source.before.bytes;
        match self.portions.last_mut() {
            Some(last) if last.file == source.name && last.before == before => {}
            // None of its records was kept.
            Some(last) if last.first == first => *last = Portion { file: source.name.clone(), before, first },
            _ => self.portions.push(Portion { file: source.name.clone(), before, first }),
        }
    }
}

impl Record {
    fn of(source: &Source, sheet: &Sheet, span: Span) -> Option<Self> {
        let made_of = sheet.record.source.as_ref().map(|from| MadeOf::of(&from.file, from.sheet, &source.name));
        Some(Self {
            start: small(span.start)?,
            length: small(span.end)?.checked_sub(small(span.start)?)?,
            from: place(source.place(span.start))?,
            to: place(source.place(span.end))?,
            made_of,
            language: sheet.record.language.as_ref().map(half),
            is_record: sheet.is_record(),
        })
    }

    /// Adds the record to a piece, behind another one.
    fn pack(&self, before: &Self, languages: &mut Vec<NonZeroU32>, bytes: &mut Vec<u8>) {
        let language = self.language.map_or(0, |language| position(language, languages));
        let made_of = match self.made_of {
            None => 0,
            Some(MadeOf::Own(_)) => 1,
            Some(MadeOf::Other(_)) => 2,
        };
        bytes.push(u8::from(self.is_record) | made_of << 1 | language << 3);
        push_from(bytes, before.start, self.start);
        push(bytes, self.length);
        push_from(bytes, before.from.0, self.from.0);
        push(bytes, self.from.1);
        push_from(bytes, self.from.0, self.to.0);
        push_from(bytes, self.from.1, self.to.1);
        match self.made_of {
            None => {}
            Some(MadeOf::Own(sheet)) => push_from(bytes, before.sheet(), sheet),
            Some(MadeOf::Other(number)) => push(bytes, number.get()),
        }
        if usize::from(language) > LANGUAGES {
            push(bytes, self.language.map_or(0, NonZeroU32::get));
        }
    }

    /// Takes the record that a piece goes on with behind another one.
    fn unpack(before: &Self, languages: &[NonZeroU32], bytes: &mut &[u8]) -> Self {
        let kinds = bytes.split_off_first().copied().unwrap_or_default();
        let start = take_from(bytes, before.start);
        let length = take(bytes);
        let from = (take_from(bytes, before.from.0), take(bytes));
        let to = (take_from(bytes, from.0), take_from(bytes, from.1));
        let made_of = match kinds >> 1 & 3 {
            0 => None,
            1 => Some(MadeOf::Own(take_from(bytes, before.sheet()))),
            _ => NonZeroU32::new(take(bytes)).map(MadeOf::Other),
        };
        let language = match usize::from(kinds >> 3) {
            0 => None,
            known if known <= LANGUAGES => languages.get(known - 1).copied(),
            _ => NonZeroU32::new(take(bytes)),
        };
        Self { start, length, from, to, made_of, language, is_record: kinds & 1 == 1 }
    }

    /// The number of the sheet that it was made of, to count on from.
    const fn sheet(&self) -> u32 {
        match self.made_of {
            Some(MadeOf::Own(sheet)) => sheet,
            _ => 0,
        }
    }
}

impl MadeOf {
    fn of(file: &str, sheet: usize, document: &str) -> Self {
        match small(sheet) {
            Some(sheet) if base(file) == base(document) => Self::Own(sheet),
            _ => Self::Other(half(&(base(file), sheet))),
        }
    }

    /// What stands for the sheet, in whatever document it is named.
    fn number(self, document: &str) -> NonZeroU32 {
        match self {
            Self::Own(sheet) => half(&(base(document), sheet as usize)),
            Self::Other(number) => number,
        }
    }
}

/// The position of a language among those that were met, from 1; behind all of them, where there are too many.
fn position(language: NonZeroU32, languages: &mut Vec<NonZeroU32>) -> u8 {
    let known = languages.iter().position(|known| *known == language);
    let at = known.unwrap_or(languages.len());
    if known.is_none() && at < LANGUAGES {
        languages.push(language);
    }
    at as u8 + 1
}

fn place(place: Place) -> Option<(u32, u32)> {
    Some((small(place.line)?, small(place.column)?))
}

const fn spot((line, column): (u32, u32)) -> Place {
    Place { line: line as usize, column: column as usize }
}

fn small(count: usize) -> Option<u32> {
    u32::try_from(count).ok()
}

/// Half of the number that stands for something.
fn half(what: &impl Hash) -> NonZeroU32 {
    NonZeroU32::new(number(what) as u32).unwrap_or(NonZeroU32::MIN)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(nth: u32) -> Record {
        let made_of = [None, Some(MadeOf::Own(nth * 3)), NonZeroU32::new(u32::MAX - nth).map(MadeOf::Other)];
        Record {
            start: (nth * 7919) % 5000,
            length: nth * 40,
            from: (nth * 11, 3),
            to: (nth * 11 + nth % 3, nth % 90),
            made_of: made_of[nth as usize % 3],
            language: NonZeroU32::new(nth % 41),
            is_record: nth.is_multiple_of(2),
        }
    }

    #[test]
    fn every_record_comes_out_as_it_went_in() {
        let (mut languages, mut bytes) = (Vec::new(), Vec::new());
        let mut before = Record::default();
        for nth in 0..200 {
            record(nth).pack(&before, &mut languages, &mut bytes);
            before = record(nth);
        }
        assert_eq!(languages.len(), LANGUAGES);
        let (mut rest, mut before) = (bytes.as_slice(), Record::default());
        for nth in 0..200 {
            before = Record::unpack(&before, &languages, &mut rest);
            assert_eq!(format!("{before:?}"), format!("{:?}", record(nth)));
        }
        assert!(rest.is_empty());
    }
}
