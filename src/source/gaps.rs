//! Spaces in a row, as between the columns of a line: found many bytes at a time, for every line is asked for them.

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
