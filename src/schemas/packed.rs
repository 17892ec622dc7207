//! Lists that are compiled in as one literal each: the compiler reads ten thousand wordings as fast as ten, and a program that
//! starts has no pointers to set.

use std::borrow::Cow;
use std::ops::Range;

use super::Text;

/// Whole numbers, four bytes each, the low one first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Numbers {
    /// Their bytes.
    pub bytes: Cow<'static, [u8]>,
}

impl Numbers {
    /// How many there are.
    #[inline]
    pub fn len(&self) -> usize {
        self.bytes.len() / 4
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// The number at a position; 0 behind the last.
    #[inline]
    pub fn get(&self, at: usize) -> u32 {
        self.bytes.as_chunks().0.get(at).map_or(0, |bytes| u32::from_le_bytes(*bytes))
    }

    /// All of them, in order.
    pub fn iter(&self) -> impl Iterator<Item = u32> + '_ {
        (0..self.len()).map(|at| self.get(at))
    }
}

impl FromIterator<u32> for Numbers {
    fn from_iter<I: IntoIterator<Item = u32>>(numbers: I) -> Self {
        Self { bytes: Cow::Owned(numbers.into_iter().flat_map(u32::to_le_bytes).collect()) }
    }
}

/// Words and phrases in their order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Words {
    /// One behind the other.
    pub text: Text,
    /// Where each ends.
    pub ends: Numbers,
}

impl Words {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The one at a position.
    pub fn get(&self, at: usize) -> Option<&str> {
        self.text.get(self.range(at)).filter(|_| at < self.len())
    }

    /// The bytes of the one at a position; none behind the last.
    pub fn bytes(&self, at: usize) -> &[u8] {
        self.text.as_bytes().get(self.range(at)).unwrap_or_default()
    }

    /// Where the one at a position stands.
    fn range(&self, at: usize) -> Range<usize> {
        let start = at.checked_sub(1).map_or(0, |before| self.ends.get(before));
        start as usize..self.ends.get(at) as usize
    }

    /// The first.
    pub fn first(&self) -> Option<&str> {
        self.get(0)
    }

    /// All of them, in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &str> + DoubleEndedIterator + Clone {
        (0..self.len()).map(|at| self.get(at).unwrap_or_default())
    }

    /// Whether this is one of them, to the character.
    pub fn contains(&self, word: &str) -> bool {
        self.iter().any(|known| known == word)
    }
}

impl<T: AsRef<str>> FromIterator<T> for Words {
    fn from_iter<I: IntoIterator<Item = T>>(words: I) -> Self {
        let mut text = String::new();
        let ends = words
            .into_iter()
            .map(|word| {
                text.push_str(word.as_ref());
                text.len() as u32
            })
            .collect();
        Self { text: Cow::Owned(text), ends }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_comes_out_again() {
        let words: Words = ["città", "", "Αθήνα"].into_iter().collect();
        assert_eq!(words.iter().collect::<Vec<_>>(), ["città", "", "Αθήνα"]);
        assert_eq!((words.get(2), words.get(3), words.first()), (Some("Αθήνα"), None, Some("città")));
        assert!(words.contains("") && !words.contains("citt"));
        assert_eq!(Words::default().first(), None);
        assert_eq!([0, 1, u32::MAX].into_iter().collect::<Numbers>().iter().collect::<Vec<_>>(), [0, 1, u32::MAX]);
    }
}
