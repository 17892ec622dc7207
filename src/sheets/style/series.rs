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

/// The starts of the lines whose numbers run on from one to the next, if at least half of them are known labels. Of the lines with one
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
    let best = best.filter(|&at| ways[at].known >= KNOWN && ways[at].known * 2 >= ways[at].length);
    std::iter::successors(best, |&at| ways[at].before).map(|at| lines[at].start).collect()
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
        assert_eq!(series(&["1. a*", "1. x", "2. y", "3. z", "2. b", "3. c*", "4. d*", "5. e"]), [0, 4, 5, 6]);
    }

    #[test]
    fn few_known_labels_make_none() {
        assert_eq!(series(&["1. a*", "2. b*", "3. c"]), [0; 0]);
        assert_eq!(series(&["1. a*", "2. b*", "3. c*", "4. d", "5. e", "6. f", "7. g*"]), [0, 1, 2, 3, 4, 5, 6]);
    }
}
