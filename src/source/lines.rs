//! Offsets to lines and columns, for whoever shows a place to a person.

use super::Span;

/// A place as people count it: both from 1, the column in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Line number, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

/// Where each line of a text starts.
#[derive(Debug, Clone)]
pub struct Lines {
    starts: Vec<usize>,
}

impl Lines {
    /// Finds the line starts of `text`; a line ends with `\n`.
    pub fn new(text: &str) -> Self {
        let breaks = memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1);
        Self { starts: std::iter::once(0).chain(breaks).collect() }
    }

    /// The number, from 1, of the line that holds `offset`.
    pub fn line(&self, offset: usize) -> usize {
        self.starts.partition_point(|&start| start <= offset)
    }

    /// The line and column of `offset`.
    pub fn place(&self, text: &str, offset: usize) -> Place {
        let line = self.line(offset);
        let before = Span::new(self.starts[line - 1], offset.min(text.len())).of(text);
        Place { line, column: before.chars().count() + 1 }
    }

    /// The bytes of line number `line`, without its line end.
    pub fn span(&self, text: &str, line: usize) -> Span {
        let start = self.starts.get(line.saturating_sub(1)).copied().unwrap_or(text.len());
        let end = self.starts.get(line).copied().unwrap_or(text.len());
        let line = Span::new(start, end).of(text).trim_end_matches(['\n', '\r']);
        Span::new(start, start + line.len())
    }

    /// How many lines there are; a text that ends in `\n` counts the empty one after it.
    pub fn count(&self) -> usize {
        self.starts.len()
    }
}
