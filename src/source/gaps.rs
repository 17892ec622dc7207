//! What parts lines, and spaces in a row, as between the columns of a line: found many bytes at a time, for all texts are asked for
//! them.

use std::sync::LazyLock;

use memchr::memmem::Finder;

static TWO: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("  "));
static THREE: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("   "));

/// Where the first two spaces in a row stand.
pub fn two_spaces(text: &str) -> Option<usize> {
    TWO.find(text.as_bytes())
}

/// Where the first three spaces in a row stand.
pub fn three_spaces(text: &str) -> Option<usize> {
    THREE.find(text.as_bytes())
}

/// What stands in the columns of a line: the parts that two spaces or more part, trimmed, and none that is empty.
pub fn column_parts(line: &str) -> impl Iterator<Item = &str> {
    line.split("  ").map(str::trim).filter(|part| !part.is_empty())
}

/// The same of columns that three spaces or more part.
pub fn wide_parts(line: &str) -> impl Iterator<Item = &str> {
    line.split("   ").map(str::trim).filter(|part| !part.is_empty())
}

/// The lines of a text, as [`str::lines`] gives them.
pub fn lines(text: &str) -> impl Iterator<Item = &str> {
    let last = (!text.is_empty() && !text.ends_with('\n')).then_some(text.len());
    let mut start = 0;
    memchr::memchr_iter(b'\n', text.as_bytes()).chain(last).map(move |end| {
        let line = &text[start..end];
        start = end + 1;
        if end < text.len() { line.strip_suffix('\r').unwrap_or(line) } else { line }
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn lines_are_those_of_the_standard_library() {
        for text in ["", "\n", "a", "a\n", "a\r\nb\r", "\n\na\r\r\n\n", "é\n\r"] {
            assert_eq!(super::lines(text).collect::<Vec<_>>(), text.lines().collect::<Vec<_>>(), "{text:?}");
        }
    }
}
