//! Two lists side by side: which items are in both, which have moved, which stand for each other.

use std::collections::{BTreeMap, HashMap, VecDeque};
use std::hash::Hash;

/// How a list goes into another. Every item that is not named is in both, in the same order.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Aligned {
    /// Items of both whose order is another: positions in the one and the other.
    pub moved: Vec<(usize, usize)>,
    /// Items that stand between the same neighbours, and differ.
    pub changed: Vec<(usize, usize)>,
    /// Items of the one alone.
    pub one: Vec<usize>,
    /// Items of the other alone.
    pub other: Vec<usize>,
}

/// Aligns two lists.
pub fn align<T: Eq + Hash>(one: &[T], other: &[T]) -> Aligned {
    let both = matches(one, other);
    let kept = increasing(&both);
    let mut aligned = Aligned::default();
    aligned.moved.extend(both.iter().filter(|pair| kept.binary_search(pair).is_err()).copied());
    let (mut in_one, mut in_other) = (vec![true; one.len()], vec![true; other.len()]);
    for &(at, with) in &both {
        (in_one[at], in_other[with]) = (false, false);
    }
    // What stands alone, by the number of kept items before it.
    let mut gaps: BTreeMap<usize, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
    for at in alone(&in_one) {
        gaps.entry(kept.partition_point(|pair| pair.0 < at)).or_default().0.push(at);
    }
    for at in alone(&in_other) {
        gaps.entry(kept.partition_point(|pair| pair.1 < at)).or_default().1.push(at);
    }
    for (mine, theirs) in gaps.into_values() {
        let common = mine.len().min(theirs.len());
        aligned.changed.extend(mine[..common].iter().copied().zip(theirs[..common].iter().copied()));
        aligned.one.extend(&mine[common..]);
        aligned.other.extend(&theirs[common..]);
    }
    aligned
}

fn alone(flags: &[bool]) -> impl Iterator<Item = usize> {
    flags.iter().enumerate().filter(|(_, is_alone)| **is_alone).map(|(at, _)| at)
}

/// The items of both, each used once, in the order of the one.
fn matches<T: Eq + Hash>(one: &[T], other: &[T]) -> Vec<(usize, usize)> {
    let mut places: HashMap<&T, VecDeque<usize>> = HashMap::new();
    for (at, item) in other.iter().enumerate() {
        places.entry(item).or_default().push_back(at);
    }
    let find = |(at, item)| Some((at, places.get_mut(item)?.pop_front()?));
    one.iter().enumerate().filter_map(find).collect()
}

/// The most pairs whose second positions rise.
fn increasing(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    // Of each length the pair that ends lowest, and of each pair the one before it.
    let (mut ends, mut before): (Vec<usize>, Vec<Option<usize>>) = (Vec::new(), Vec::new());
    for (nth, pair) in pairs.iter().enumerate() {
        let length = ends.partition_point(|end| pairs[*end].1 < pair.1);
        before.push(length.checked_sub(1).map(|last| ends[last]));
        ends.truncate(ends.len().max(length));
        match ends.get_mut(length) {
            Some(end) => *end = nth,
            None => ends.push(nth),
        }
    }
    let way = std::iter::successors(ends.last().copied(), |nth| before[*nth]);
    let mut kept: Vec<_> = way.map(|nth| pairs[nth]).collect();
    kept.reverse();
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn aligned(one: &str, other: &str) -> Aligned {
        let items = |text: &str| text.chars().collect::<Vec<_>>();
        align(&items(one), &items(other))
    }

    #[test]
    fn the_same_lists_need_nothing() {
        assert_eq!(aligned("abca", "abca"), Aligned::default());
        assert_eq!(aligned("", ""), Aligned::default());
    }

    #[test]
    fn two_items_that_change_places_are_one_move() {
        assert_eq!(aligned("bacd", "abcd").moved.len(), 1);
        assert_eq!(aligned("dabc", "abcd"), Aligned { moved: vec![(0, 3)], ..Aligned::default() });
    }

    #[test]
    fn what_is_new_moves_nothing() {
        assert_eq!(aligned("abc", "xabc"), Aligned { other: vec![0], ..Aligned::default() });
        assert_eq!(aligned("axbc", "abc"), Aligned { one: vec![1], ..Aligned::default() });
        assert_eq!(aligned("abc", "axc"), Aligned { changed: vec![(1, 1)], ..Aligned::default() });
        assert_eq!(aligned("aa", "a"), Aligned { one: vec![1], ..Aligned::default() });
    }

    #[test]
    fn items_between_the_same_neighbours_stand_for_each_other() {
        let found = aligned("axbyc", "zabwc");
        assert_eq!((found.changed, found.one, found.other), (vec![(3, 3)], vec![1], vec![0]));
    }
}
