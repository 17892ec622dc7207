//! Boxes to tick, as signs or typed: `☐`, `☒`, `[ ]`, `[x]`, `( )`, `(x)`.

/// An empty box.
const EMPTY: [&str; 5] = ["☐", "□", "❑", "[ ]", "( )"];
/// A box that is ticked; on Greek keyboards with their `Χ`, which looks the same.
const TICKED: [&str; 13] = ["☒", "☑", "✓", "✔", "[x]", "[X]", "(x)", "(X)", "[Χ]", "[χ]", "(Χ)", "(χ)", "[✓]"];

/// A box in a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tick {
    /// Its offset in the line.
    pub at: usize,
    /// Its bytes.
    pub length: usize,
    /// Whether it is ticked.
    pub is_ticked: bool,
}

/// The boxes of a line that begins with one; of any other line none.
pub fn boxes(line: &str) -> Vec<Tick> {
    if first(line).is_none() { Vec::new() } else { all_boxes(line) }
}

/// The boxes of a line, wherever they stand.
pub fn all_boxes(line: &str) -> Vec<Tick> {
    let at = |(at, _)| first(&line[at..]).map(|(length, is_ticked)| Tick { at, length, is_ticked });
    line.char_indices().filter_map(at).collect()
}

/// Whether a line begins with a box, and none of its boxes is ticked.
pub fn is_unticked(line: &str) -> bool {
    let boxes = boxes(line);
    !boxes.is_empty() && boxes.iter().all(|tick| !tick.is_ticked)
}

/// The bytes of the box that a text begins with, and whether it is ticked. In front of a bracket stand the words of a link.
fn first(text: &str) -> Option<(usize, bool)> {
    let begins = |sign: &&&str| text.starts_with(**sign) && !text[sign.len()..].starts_with(['(', '[', ':']);
    let empty = EMPTY.iter().find(begins).map(|sign| (sign.len(), false));
    empty.or_else(|| TICKED.iter().find(begins).map(|sign| (sign.len(), true)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boxes_are_signs_or_typed() {
        let ticked = |line| boxes(line).iter().map(|tick| tick.is_ticked).collect::<Vec<_>>();
        assert_eq!(ticked("☐ urban ☒ rural"), [false, true]);
        assert_eq!(ticked("[ ] urban  [x] rural (X) both"), [false, true, true]);
        assert!(ticked("[x](https://example.org) is a link").is_empty() && ticked("rural [x]").is_empty());
        assert!(is_unticked("( ) yes ( ) no") && !is_unticked("(x) yes ( ) no") && !is_unticked("yes"));
    }
}
