//! Ranges of lines, as people read them.

use super::{Source, Span};

/// The first and the last line of a span.
pub fn line_range(source: &Source, span: Span) -> (usize, usize) {
    let last = span.end.saturating_sub(1).max(span.start);
    (source.lines().line(span.start), source.lines().line(last))
}

/// Puts ranges in order and joins those that touch.
pub fn merge_ranges(ranges: &mut Vec<(usize, usize)>) {
    ranges.sort_unstable();
    ranges.dedup_by(|next, last| {
        let touches = next.0 <= last.1 + 1;
        if touches {
            last.1 = last.1.max(next.1);
        }
        touches
    });
}

/// `3` or `3-5`.
pub fn range_in_words((first, last): (usize, usize)) -> String {
    if first == last { first.to_string() } else { format!("{first}-{last}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_that_touch_are_one() {
        let mut ranges = vec![(7, 9), (1, 2), (3, 3), (12, 12), (8, 8)];
        merge_ranges(&mut ranges);
        assert_eq!(ranges, [(1, 3), (7, 9), (12, 12)]);
        assert_eq!(ranges.into_iter().map(range_in_words).collect::<Vec<_>>(), ["1-3", "7-9", "12"]);
    }
}
