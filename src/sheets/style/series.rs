//! Labels that a form counts: `1. Title`, `2. Place`, `3. Aims`, whatever stands between them.

use crate::hashed::{HashMap, HashSet};

/// Known labels in a series at least.
const KNOWN: usize = 3;
/// A line with its number.
#[derive(Debug, Clone, Copy)]
pub(super) struct Numbered {
    /// Where the line starts.
    pub start: usize,
    /// Its number.
    pub number: u32,
    /// Whether it is a known label.
    pub known: bool,
}

/// The longest way to a line over lines whose numbers run on.
#[derive(Clone, Copy)]
struct Way {
    known: usize,
    length: usize,
    before: Option<usize>,
}

/// The starts of the lines whose numbers run on from one to the next, behind the last known label, too, if at least half of them are
/// known labels. Of the lines with one
/// number the one behind more known labels counts, so that a list inside a value breaks no series.
pub(super) fn find(lines: &[Numbered]) -> HashSet<usize> {
    let mut ways: Vec<Way> = Vec::new();
    let mut last: HashMap<u32, usize> = HashMap::default();
    for (at, line) in lines.iter().enumerate() {
        let before = line.number.checked_sub(1).and_then(|number| last.get(&number)).copied();
        let (known, length) = before.map_or((0, 0), |before| (ways[before].known, ways[before].length));
        let way = Way { known: known + usize::from(line.known), length: length + 1, before };
        ways.push(way);
        if last.get(&line.number).is_none_or(|&other| ways[other].known <= way.known) {
            last.insert(line.number, at);
        }
    }
    let best = (0..ways.len()).max_by_key(|&at| (ways[at].known, std::cmp::Reverse(ways[at].length)));
    let enough = |way: &Way| way.known >= KNOWN && way.known * 2 >= way.length;
    let Some(best) = best.filter(|&at| enough(&ways[at])) else { return HashSet::default() };
    let room = ways[best].known * 2 - ways[best].length;
    let before = std::iter::successors(Some(best), |&at| ways[at].before);
    let behind = std::iter::successors(Some(best), |&at| next(lines, at)).skip(1).take(room);
    before.chain(behind).map(|at| lines[at].start).collect()
}

/// The line with the next number, if no other line with the number of this one stands between: it goes on with no list.
fn next(lines: &[Numbered], at: usize) -> Option<usize> {
    let number = lines[at].number;
    let found = lines[at + 1..].iter().position(|line| line.number == number || line.number == number + 1)?;
    Some(at + 1 + found).filter(|&next| lines[next].number != number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blocks::label_number;

    /// The lines of a series among lines, of which those with a star are known labels.
    fn series(lines: &[&str]) -> Vec<usize> {
        let numbered = |(start, line): (usize, &&str)| {
            Some(Numbered { start, number: label_number(line)?, known: line.ends_with('*') })
        };
        let numbered: Vec<Numbered> = lines.iter().enumerate().filter_map(numbered).collect();
        let mut found: Vec<usize> = find(&numbered).into_iter().collect();
        found.sort_unstable();
        found
    }

    #[test]
    fn lists_in_values_break_no_series() {
        assert_eq!(series(&["1. a*", "1. x", "2. y", "3. z", "2. b", "3. c*", "4. d*", "5. e"]), [0, 4, 5, 6, 7]);
        assert_eq!(series(&["1. a*", "2. b*", "3. c*", "3. x", "4. y"]), [0, 1, 2]);
    }

    #[test]
    fn few_known_labels_make_none() {
        assert_eq!(series(&["1. a*", "2. b*", "3. c"]), [0; 0]);
        assert_eq!(series(&["1. a*", "2. b*", "3. c*", "4. d", "5. e", "6. f", "7. g*"]), [0, 1, 2, 3, 4, 5, 6]);
    }
}
