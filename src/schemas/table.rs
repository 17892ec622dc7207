//! A hash table that can be compiled in: as quick with ten thousand wordings as with ten.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::{List, Numbers, Text, Words};

/// Folded wordings with what each stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table<T: Clone + 'static> {
    /// Position of a wording plus one with some bits of its hash above, at the place of the hash or behind it; 0 is free. The
    /// length is a power of two.
    pub slots: Numbers,
    /// The wordings, in alphabetical order.
    pub wordings: Words,
    /// For each wording the position of what it stands for.
    pub meant: Numbers,
    /// What wordings stand for, each thing once.
    pub values: List<T>,
    /// Bytes of the longest wording: nothing longer need be looked up.
    pub longest: usize,
    /// The characters of the wordings, each once.
    pub letters: Text,
}

impl<T: Clone + Ord> Table<T> {
    /// Builds the table.
    pub fn build(entries: BTreeMap<String, T>) -> Self {
        let mut positions = BTreeMap::new();
        let mut values = Vec::new();
        let meant = entries
            .values()
            .map(|value| {
                *positions.entry(value).or_insert_with(|| {
                    values.push(value.clone());
                    values.len() as u32 - 1
                })
            })
            .collect();
        let wordings: Words = entries.keys().collect();
        let longest = entries.keys().map(String::len).max().unwrap_or(0);
        let letters: BTreeSet<char> = entries.keys().flat_map(|wording| wording.chars()).collect();
        let letters = Cow::Owned(letters.into_iter().collect());
        Self { slots: slots(&wordings), wordings, meant, values: Cow::Owned(values), longest, letters }
    }
}

impl Table<()> {
    /// A table of words that are known, and no more.
    pub fn of_words(words: impl IntoIterator<Item = String>) -> Self {
        Self::build(words.into_iter().map(|word| (word, ())).collect())
    }
}

impl<T: Clone> Table<T> {
    /// What a folded wording stands for.
    pub fn get(&self, folded: &str) -> Option<&T> {
        self.find(folded).and_then(|(_, value)| self.value(value))
    }

    /// The position of a folded wording among the wordings, and of what it stands for among the values.
    pub fn find(&self, folded: &str) -> Option<(u32, u32)> {
        self.find_joined([folded, ""])
    }

    /// The positions of a folded wording that is given in two parts, as `find` gives them.
    pub fn find_joined(&self, parts: [&str; 2]) -> Option<(u32, u32)> {
        let [first, second] = parts;
        if !(1..=self.longest).contains(&(first.len() + second.len())) {
            return None;
        }
        let is_it = |wording: &[u8]| wording.strip_prefix(first.as_bytes()) == Some(second.as_bytes());
        self.at(finish(mix_all(mix_all(BASIS, first), second)), is_it)
    }

    /// What a word of letters and figures of ASCII stands for, whatever its capitals.
    pub fn get_in_any_case(&self, word: &str) -> Option<&T> {
        if !(1..=self.longest).contains(&word.len()) {
            return None;
        }
        self.get_hashed(word, word.bytes().fold(AnyCase::EMPTY, AnyCase::with))
    }

    /// The same with the hash of the word, which whoever finds the end of a word makes on the way.
    #[inline]
    pub fn get_hashed(&self, word: &str, hash: AnyCase) -> Option<&T> {
        let is_it = |wording: &[u8]| wording.eq_ignore_ascii_case(word.as_bytes());
        self.at(finish(hash.0), is_it).and_then(|(_, value)| self.value(value))
    }

    /// Whether a folded wording is in the table that is given in two parts.
    pub fn has_joined(&self, parts: [&str; 2]) -> bool {
        self.find_joined(parts).is_some()
    }

    /// What each wording stands for that a text begins with, and how long it is, the shortest first.
    pub fn prefixes(&self, text: &str) -> impl Iterator<Item = (usize, &T)> {
        let mut hash = BASIS;
        text.bytes().take(self.longest).enumerate().filter_map(move |(at, byte)| {
            hash = mix(hash, byte);
            let (_, value) = self.at(finish(hash), |wording| wording == &text.as_bytes()[..=at])?;
            Some((at + 1, self.value(value)?))
        })
    }

    /// The positions of a wording and of what it stands for, by its hash and what tells it.
    fn at(&self, hash: u64, is_it: impl Fn(&[u8]) -> bool) -> Option<(u32, u32)> {
        let mask = self.slots.len() - 1;
        let mut place = hash as usize & mask;
        loop {
            let slot = self.slots.get(place);
            let position = (slot & POSITION).checked_sub(1)?;
            if slot & !POSITION == above(hash) && is_it(self.wordings.bytes(position as usize)) {
                return Some((position, self.meant.get(position as usize)));
            }
            place = (place + 1) & mask;
        }
    }

    /// What stands at a position of the values.
    pub fn value(&self, at: u32) -> Option<&T> {
        self.values.get(at as usize)
    }

    /// The wordings that begin with the same character as a text, with what each stands for.
    pub fn same_letter(&self, text: &str) -> impl Iterator<Item = (&str, &T)> {
        let first = text.chars().next();
        let before = |position: usize, end: bool| {
            let letter = self.wordings.get(position).and_then(|wording| wording.chars().next());
            letter < first || (end && letter == first)
        };
        let [start, end] =
            [false, true].map(|end| partition_point(self.wordings.len(), |position| before(position, end)));
        let value = |position: usize| self.values.get(self.meant.get(position) as usize);
        (start..end).filter_map(move |position| Some((self.wordings.get(position)?, value(position)?)))
    }

    /// Every wording with what it stands for, in alphabetical order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &T)> {
        self.wordings.iter().zip(self.meant.iter().filter_map(|at| self.values.get(at as usize)))
    }
}

/// The first number below a length for which something does not hold any more.
fn partition_point(length: usize, holds: impl Fn(usize) -> bool) -> usize {
    let (mut low, mut high) = (0, length);
    while low < high {
        let middle = usize::midpoint(low, high);
        if holds(middle) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}

/// Places each wording at its hash or at the next free slot. Three of four slots stay free or more, so that what is not there is
/// missed at once, whatever the number of wordings.
fn slots(wordings: &Words) -> Numbers {
    let mut slots = vec![0; (wordings.len() * 4 + 1).next_power_of_two()];
    let mask = slots.len() - 1;
    for (position, wording) in (1..).zip(wordings.iter()) {
        let hash = finish(mix_all(BASIS, wording));
        let mut slot = hash as usize & mask;
        while slots[slot] != 0 {
            slot = (slot + 1) & mask;
        }
        slots[slot] = position | above(hash);
    }
    slots.into_iter().collect()
}

/// The hash of letters and figures of ASCII, whatever their capitals.
#[derive(Debug, Clone, Copy)]
pub struct AnyCase(u64);

impl AnyCase {
    /// The hash of nothing.
    pub const EMPTY: Self = Self(BASIS);

    /// The hash with a letter or figure more.
    #[inline]
    pub const fn with(self, byte: u8) -> Self {
        Self(mix(self.0, byte | SMALL))
    }
}

/// The bits of a slot that hold a position. The others show at once that another wording lies there.
const POSITION: u32 = u32::MAX >> 6;

/// The bits of a hash that stand above the position.
#[inline]
const fn above(hash: u64) -> u32 {
    (hash >> 32) as u32 & !POSITION
}

/// The hash of nothing. It is FNV-1a, 64 bits: the table is compiled in, so the hash must be the same in every run.
const BASIS: u64 = 0xcbf2_9ce4_8422_2325;

/// The bit that small letters have beside capitals; all figures have it.
const SMALL: u8 = b'a' - b'A';

/// The hash of what was read with one byte more.
#[inline]
const fn mix(hash: u64, byte: u8) -> u64 {
    (hash ^ byte as u64).wrapping_mul(0x0100_0000_01b3)
}

/// The hash of what was read with a text more.
fn mix_all(hash: u64, text: &str) -> u64 {
    text.bytes().fold(hash, mix)
}

/// The hash of all that was read; the low bits count.
#[inline]
const fn finish(hash: u64) -> u64 {
    hash ^ (hash >> 32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_every_wording_and_no_other() {
        let table = Table::build((0..500).map(|n| (format!("label {n}"), n)).collect());
        for n in 0..500 {
            assert_eq!(table.get(&format!("label {n}")), Some(&n));
        }
        assert_eq!(table.get("label"), None);
        assert_eq!(table.get("label 500"), None);
        assert_eq!(Table::<u16>::build(BTreeMap::new()).get("label"), None);
    }

    #[test]
    fn finds_every_wording_that_a_text_begins_with() {
        let table =
            Table::build([("ci", 1), ("città", 2), ("città e", 3), ("e", 4)].map(|(w, n)| (w.into(), n)).into());
        let found = |text| table.prefixes(text).collect::<Vec<_>>();
        assert_eq!(found("città e mare"), [(2, &1), (6, &2), (8, &3)]);
        assert_eq!(found("è"), []);
        assert_eq!(Table::<u16>::build(BTreeMap::new()).prefixes("città").count(), 0);
    }
}
