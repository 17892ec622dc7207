//! A hash table that can be compiled in: as quick with ten thousand wordings as with ten.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::{List, Text};

/// Folded wordings with what each stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table<T: Clone + 'static> {
    /// Position of an entry plus one, at the place of its hash or behind it; 0 is free. The length is a power of two.
    pub slots: List<u32>,
    /// The wordings and what they stand for.
    pub entries: List<(Text, T)>,
    /// Bytes of the longest wording: nothing longer need be looked up.
    pub longest: usize,
}

impl<T: Clone> Table<T> {
    /// Builds the table.
    pub fn build(entries: BTreeMap<String, T>) -> Self {
        let entries: Vec<(Text, T)> = entries.into_iter().map(|(key, value)| (Cow::Owned(key), value)).collect();
        let longest = entries.iter().map(|(key, _)| key.len()).max().unwrap_or(0);
        Self { slots: Cow::Owned(slots(&entries)), entries: Cow::Owned(entries), longest }
    }

    /// What a folded wording stands for.
    pub fn get(&self, folded: &str) -> Option<&T> {
        if folded.is_empty() || folded.len() > self.longest {
            return None;
        }
        let mask = self.slots.len() - 1;
        let mut slot = hash(folded) as usize & mask;
        while self.slots[slot] != 0 {
            let (key, value) = &self.entries[self.slots[slot] as usize - 1];
            if key == folded {
                return Some(value);
            }
            slot = (slot + 1) & mask;
        }
        None
    }
}

/// Places each entry at its hash or at the next free slot; half of the slots stay free.
fn slots<T>(entries: &[(Text, T)]) -> Vec<u32> {
    let mut slots = vec![0; (entries.len() * 2 + 1).next_power_of_two()];
    let mask = slots.len() - 1;
    for (position, (key, _)) in (1..).zip(entries) {
        let mut slot = hash(key) as usize & mask;
        while slots[slot] != 0 {
            slot = (slot + 1) & mask;
        }
        slots[slot] = position;
    }
    slots
}

/// FNV-1a, 64 bits: the table is compiled in, so the hash must be the same in every run.
fn hash(text: &str) -> u64 {
    let mix = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325, mix);
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
}
