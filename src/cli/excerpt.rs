//! Values that differ, each by the part in which it does.

/// Characters of a value that are shown.
const SHOWN: usize = 72;
/// How many of them stand before the place that differs.
const BEFORE: usize = 16;

/// A part of a value in quotes; what a terminal does not show as it is, is written as a code.
pub fn excerpt(value: &str, from: usize) -> String {
    let part: String = value.chars().skip(from).take(SHOWN).collect();
    let (head, tail) = (if from > 0 { "…" } else { "" }, if value.chars().count() > from + SHOWN { "…" } else { "" });
    format!("{head}{part:?}{tail}")
}

/// From where on to show two values, so that it is seen in what they differ.
pub fn parting(one: &str, other: &str) -> usize {
    let at = one.chars().zip(other.chars()).take_while(|(one, other)| one == other).count();
    at.saturating_sub(BEFORE)
}
