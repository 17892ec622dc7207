//! Whether the lines of a text end in the middle of words.

use super::lines;

/// The hyphen that a word has at the end of its line and nowhere else.
pub const SOFT_HYPHEN: char = '\u{ad}';

/// Lines at least whose sentence goes on in the next, before they show how a document is set.
const RUNNING: usize = 100;
/// Where words are divided at line ends, more than one such line in so many ends in the middle of a word.
const RARE: usize = 50;

/// Whether a document may divide words at line ends. Where hyphens are rare there, each of them belongs to its word.
pub fn divides(text: &str) -> bool {
    let (mut running, mut cut) = (0, 0);
    let mut before = "";
    for next in lines(text).map(str::trim_start) {
        let line = std::mem::replace(&mut before, next);
        if !next.starts_with(char::is_lowercase) {
            continue;
        }
        let line = line.trim_end();
        let head = line.trim_end_matches([SOFT_HYPHEN, '-', '‐']);
        let is_cut = head.len() < line.len() && head.ends_with(char::is_lowercase);
        running += usize::from(is_cut || line.ends_with(|c: char| c.is_alphabetic() || c == ','));
        cut += usize::from(is_cut);
    }
    running < RUNNING || cut * RARE > running
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_with_hardly_a_hyphen_at_line_ends_divides_no_words() {
        let set = |lines: usize, every: usize| -> String {
            (1..=lines)
                .map(|nth| if nth % every == 0 { "women of the second-\n" } else { "gardens that are open\n" })
                .collect()
        };
        assert!(!divides(&set(300, 100)));
        assert!(divides(&set(300, 10)));
        assert!(divides(&set(60, 50)));
    }
}
