//! Lists that number themselves: what an office program writes before an item.

use std::collections::HashMap;

/// Levels of a list.
pub const LEVELS: usize = 9;

/// What stands before the items of one level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Marker {
    /// Nothing.
    None,
    /// A bullet.
    Bullet,
    /// A number.
    Number {
        /// How it is written.
        format: Format,
        /// The text around it, with `%1` for the number of the first level: `%1.%2)`.
        text: String,
        /// The first number.
        start: u32,
    },
}

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// `1`
    Decimal,
    /// `a`
    Letter,
    /// `A`
    Capital,
    /// `i`
    Roman,
    /// `I`
    RomanCapital,
}

impl Format {
    fn write(self, number: u32) -> String {
        match self {
            Format::Decimal => number.to_string(),
            Format::Letter => letters(number),
            Format::Capital => letters(number).to_uppercase(),
            Format::Roman => roman(number),
            Format::RomanCapital => roman(number).to_uppercase(),
        }
    }
}

/// The lists of a document, counting.
#[derive(Debug, Default)]
pub struct Numbering {
    /// The levels of each list, by its name.
    lists: HashMap<String, Vec<Marker>>,
    counters: HashMap<String, [u32; LEVELS]>,
}

impl Numbering {
    /// These lists, with nothing counted yet.
    pub fn new(lists: HashMap<String, Vec<Marker>>) -> Self {
        Self { lists, counters: HashMap::new() }
    }

    /// Begins a list anew.
    pub fn restart(&mut self, list: &str) {
        self.counters.remove(list);
    }

    /// What stands before the next item of a list: a bullet, a number, or nothing.
    pub fn next(&mut self, list: &str, level: usize) -> Option<String> {
        let level = level.min(LEVELS - 1);
        let levels = self.lists.get(list)?;
        let counters = self.counters.entry(list.to_owned()).or_default();
        let start = |marker: Option<&Marker>| match marker {
            Some(Marker::Number { start, .. }) => *start,
            _ => 1,
        };
        counters[level] =
            if counters[level] == 0 { start(levels.get(level)) } else { counters[level].saturating_add(1) };
        counters[level + 1..].fill(0);
        match levels.get(level)? {
            Marker::None => None,
            Marker::Bullet => Some(String::from("•")),
            Marker::Number { text, .. } => {
                let mut marker = text.clone();
                for (at, of) in levels.iter().enumerate().take(level + 1) {
                    if let Marker::Number { format, start, .. } = of {
                        let number = if counters[at] == 0 { *start } else { counters[at] };
                        marker = marker.replace(&format!("%{}", at + 1), &format.write(number));
                    }
                }
                Some(marker).filter(|marker| !marker.trim().is_empty())
            }
        }
    }
}

/// How deep items stand in one another, by how far they are set in.
#[derive(Debug, Default)]
pub struct Depths {
    insets: Vec<u32>,
}

impl Depths {
    /// The depth of the next item, from 0.
    pub fn next(&mut self, inset: u32) -> usize {
        while self.insets.last().is_some_and(|last| *last > inset) {
            self.insets.pop();
        }
        if self.insets.last() != Some(&inset) && self.insets.len() < LEVELS {
            self.insets.push(inset);
        }
        self.insets.len() - 1
    }

    /// Ends the list.
    pub fn end(&mut self) {
        self.insets.clear();
    }
}

fn letters(number: u32) -> String {
    let at = number.saturating_sub(1);
    let letter = char::from(b'a' + (at % 26) as u8);
    String::from(letter).repeat((at / 26 + 1).min(9) as usize)
}

fn roman(number: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    let (mut left, mut out) = (number.min(4999), String::new());
    for (value, sign) in SIGNS {
        while left >= value {
            out += sign;
            left -= value;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_are_counted_level_by_level() {
        let number = |format, text: &str| Marker::Number { format, text: text.to_owned(), start: 1 };
        let levels = vec![number(Format::Decimal, "%1."), number(Format::Letter, "%1.%2)"), Marker::Bullet];
        let mut numbering = Numbering::new([("7".to_owned(), levels)].into());
        let all: Vec<_> = [0, 1, 1, 2, 0, 1].map(|level| numbering.next("7", level).unwrap()).into();
        assert_eq!(all, ["1.", "1.a)", "1.b)", "•", "2.", "2.a)"]);
        assert_eq!(numbering.next("8", 0), None);
        let mut depths = Depths::default();
        assert_eq!([3, 3, 9, 12, 9, 3, 1].map(|inset| depths.next(inset)), [0, 0, 1, 2, 1, 0, 0]);
        assert_eq!((roman(1994), letters(28)), ("mcmxciv".into(), "bb".into()));
    }
}
