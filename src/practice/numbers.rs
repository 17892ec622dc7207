//! Numbers that head the items of a list: `1.`, `2)`, `(3)`, `a)`, `(b)`, `iv.`, `β)`

/// Roman numbers as lists have them.
const ROMAN: [&str; 12] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

/// Letters that count in Greek.
const GREEK: [&str; 12] = ["α", "β", "γ", "δ", "ε", "στ", "ζ", "η", "θ", "ι", "ια", "ιβ"];

/// Letters or figures of ASCII that are more than any number has.
const LONGEST: usize = 5;

/// The length of the number that heads a list item: of `1.` in `1. Accrescere` and of `a)` in `a) casa`, but not in
/// `1.-Proyecto`.
pub fn number(raw: &str) -> Option<usize> {
    let bracket = usize::from(raw.starts_with('('));
    let inner = &raw[bracket..];
    // Most lines begin with a word, which is longer.
    if inner.as_bytes().first_chunk::<LONGEST>().is_some_and(|bytes| bytes.iter().all(u8::is_ascii_alphanumeric)) {
        return None;
    }
    let length = inner.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, 'α'..='ω')))?;
    let (name, rest) = inner.split_at(length);
    if !(rest.starts_with(['.', ')']) && rest[1..].starts_with(' ')) {
        return None;
    }
    let marks: &[char] = match name.bytes().all(|byte| byte.is_ascii_digit()) {
        _ if bracket > 0 => &[')'],
        true => &['.', ')'],
        false if ROMAN.contains(&name) || GREEK.contains(&name) => &['.', ')'],
        false => &[')'],
    };
    let known = places(name).next().is_some();
    (known && rest.starts_with(marks)).then_some(bracket + length + 1)
}

/// Whether a number begins a list, or goes on with that of the `last` item.
pub fn goes_on(last: Option<&str>, number: &str) -> bool {
    let last: Vec<usize> = last.into_iter().flat_map(|last| places(bare(last))).collect();
    places(bare(number)).any(|place| place == 1 || last.iter().any(|last| last + 1 == place))
}

fn bare(number: &str) -> &str {
    number.trim_matches(['(', ')', '.'])
}

/// The places that a number may have in its list, from 1: `i` is the first or the ninth.
fn places(name: &str) -> impl Iterator<Item = usize> {
    let digits = (name.len() <= 2).then(|| name.parse().ok()).flatten();
    let letter = name.bytes().next().filter(|byte| name.len() == 1 && byte.is_ascii_lowercase());
    let roman = ROMAN.iter().position(|roman| *roman == name);
    let letter = letter.map(|byte| usize::from(byte - b'a') + 1);
    let greek = GREEK.iter().position(|greek| *greek == name);
    digits.into_iter().chain(roman.or(greek).map(|at| at + 1)).chain(letter)
}

#[cfg(test)]
mod tests {
    use super::{goes_on, number};

    #[test]
    fn a_number_heads_an_item_with_its_mark() {
        for (line, length) in
            [("1. uno", 2), ("12) x", 3), ("(3) x", 3), ("a) x", 2), ("(b) x", 3), ("iv. x", 3), ("στ) x", 5)]
        {
            assert_eq!(number(line), Some(length), "{line}");
        }
        for line in [
            "1.-Proyecto",
            "2017. In",
            "a. x",
            "(see) x",
            "e.g. x",
            "1.",
            "casa) x",
            "",
            "ño) x",
            "1) x".trim_end_matches(" x"),
        ] {
            assert_eq!(number(line), None, "{line}");
        }
    }

    #[test]
    fn numbers_go_on() {
        assert!(goes_on(None, "1.") && goes_on(None, "(a)") && goes_on(Some("i."), "ii.") && goes_on(Some("h)"), "i)"));
        assert!(goes_on(None, "α)") && goes_on(Some("στ)"), "ζ)"));
        assert!(!goes_on(None, "3.") && !goes_on(Some("a)"), "c)") && goes_on(Some("1."), "2."));
    }
}
