//! Which record of a run was the first with a number. A run may meet a million records, and most numbers once: a hash table would
//! take twice to three times the room, and for a while that of the smaller one that it outgrows.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

/// Numbers of a piece.
const PIECE: usize = 1 << 12;
/// So many numbers may wait to be put in order, or one for so many that are in order already: each is moved some forty times.
const WAITING: usize = 1 << 12;
/// How many are in order already for each that waits.
const ONE_OF: usize = 32;

/// For each number the first record that has it.
#[derive(Debug, Clone, Default)]
pub struct Firsts {
    /// The numbers in order, in pieces that never move. All but the last are full.
    ordered: Vec<Vec<First>>,
    /// Those that came since.
    waiting: HashMap<u64, u32>,
}

/// A number, its high half first, and a record: in four bytes each there is no room between them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
struct First {
    number: [u32; 2],
    nth: u32,
}

impl First {
    const fn new(number: u64, nth: u32) -> Self {
        Self { number: [(number >> 32) as u32, number as u32], nth }
    }
}

impl Firsts {
    /// The first record with a number; the one that is given, if there is none before it.
    pub fn of(&mut self, number: u64, nth: u32) -> u32 {
        if let Some(first) = self.find(number) {
            return first;
        }
        match self.waiting.entry(number) {
            Entry::Occupied(first) => return *first.get(),
            Entry::Vacant(free) => free.insert(nth),
        };
        if self.waiting.len() >= WAITING.max(self.len() / ONE_OF) {
            self.order();
        }
        nth
    }

    /// How many are in order.
    fn len(&self) -> usize {
        let last = self.ordered.last().map_or(0, Vec::len);
        self.ordered.len().saturating_sub(1) * PIECE + last
    }

    fn find(&self, number: u64) -> Option<u32> {
        let First { number, .. } = First::new(number, 0);
        let after = self.ordered.partition_point(|piece| piece.first().is_some_and(|first| first.number <= number));
        let piece = self.ordered.get(after.checked_sub(1)?)?;
        let at = piece.binary_search_by_key(&number, |first| first.number).ok()?;
        Some(piece[at].nth)
    }

    /// Puts those that wait in their places: from behind, so that none is overwritten before it has moved.
    fn order(&mut self) {
        let mut waiting: Vec<First> = self.waiting.drain().map(|(number, nth)| First::new(number, nth)).collect();
        waiting.sort_unstable();
        let mut from = self.len();
        let mut to = from + waiting.len();
        self.grow(to);
        while let Some(last) = waiting.last().copied() {
            to -= 1;
            let before = from.checked_sub(1).map(|at| self.get(at)).filter(|before| *before > last);
            let next = before.unwrap_or(last);
            if before.is_some() {
                from -= 1;
            } else {
                waiting.pop();
            }
            self.ordered[to / PIECE][to % PIECE] = next;
        }
    }

    fn get(&self, at: usize) -> First {
        self.ordered[at / PIECE][at % PIECE]
    }

    /// Makes room for so many.
    fn grow(&mut self, length: usize) {
        while self.len() < length {
            if self.ordered.last().is_none_or(|piece| piece.len() == PIECE) {
                self.ordered.push(Vec::with_capacity(PIECE));
            }
            let left = length - self.len();
            if let Some(piece) = self.ordered.last_mut() {
                piece.resize(PIECE.min(piece.len() + left), First::default());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_has_the_first_record_that_came_with_it() {
        let mut firsts = Firsts::default();
        let number = |nth: u32| u64::from(nth).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let count = (PIECE * 5) as u32 + 7;
        for nth in 0..count {
            assert_eq!(firsts.of(number(nth), nth), nth);
            assert_eq!(firsts.of(number(nth / 2), nth), nth / 2);
        }
        assert!(firsts.ordered.len() > 1 && !firsts.waiting.is_empty());
        for nth in 0..count {
            assert_eq!(firsts.of(number(nth), u32::MAX), nth);
        }
        assert!(firsts.ordered.iter().flatten().is_sorted());
    }

    #[test]
    fn numbers_that_differ_in_one_half_are_two() {
        let mut firsts = Firsts::default();
        let numbers = [0, 1, 1 << 32, (1 << 32) + 1, u64::MAX];
        for (nth, number) in (0..).zip(numbers) {
            firsts.of(number, nth);
        }
        firsts.order();
        assert_eq!(numbers.map(|number| firsts.of(number, 9)), [0, 1, 2, 3, 4]);
        assert_eq!(firsts.of(2, 9), 9);
    }
}
