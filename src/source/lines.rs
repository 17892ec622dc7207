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

/// Bytes between two marks.
const APART: usize = 1 << 12;

/// Where each line of a text starts.
#[derive(Debug, Clone)]
pub struct Lines {
    /// Lines before the first, which belong to the same document.
    before: usize,
    starts: Vec<usize>,
    /// How many characters begin before each multiple of `APART` bytes, so that a column costs the same however long its line is.
    marks: Vec<usize>,
}

impl Lines {
    /// Finds the line starts of `text`; a line ends with `\n`. So many stand before it.
    pub fn new(text: &str, before: usize) -> Self {
        let breaks = memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1);
        let ends = (APART..=text.len()).step_by(APART).map(|end| text.ceil_char_boundary(end));
        let characters = ends.scan((0, 0), |(start, before), end| {
            *before += text[*start..end].chars().count();
            *start = end;
            Some(*before)
        });
        Self {
            before,
            starts: std::iter::once(0).chain(breaks).collect(),
            marks: std::iter::once(0).chain(characters).collect(),
        }
    }

    /// The number, from 1, of the line that holds `offset`.
    pub fn line(&self, offset: usize) -> usize {
        self.before + self.nth(offset)
    }

    /// The same, counted from the start of this text.
    fn nth(&self, offset: usize) -> usize {
        self.starts.partition_point(|&start| start <= offset)
    }

    /// The line and column of `offset`.
    pub fn place(&self, text: &str, offset: usize) -> Place {
        let nth = self.nth(offset);
        let column = self.characters(text, offset.min(text.len())) - self.characters(text, self.starts[nth - 1]) + 1;
        Place { line: self.before + nth, column }
    }

    /// How many characters begin before `offset`.
    fn characters(&self, text: &str, offset: usize) -> usize {
        let mark = offset / APART;
        let [start, end] = [mark * APART, offset].map(|at| text.ceil_char_boundary(at));
        self.marks[mark] + text[start..end].chars().count()
    }

    /// The bytes of line number `line`, without its line end.
    pub fn span(&self, text: &str, line: usize) -> Span {
        let line = line.saturating_sub(self.before);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_of_long_lines_count_characters() {
        let text = "é1\n".to_owned() + &"aé€𝄞".repeat(2_000) + "\nend";
        let lines = Lines::new(&text, 0);
        let mut expected = Place { line: 1, column: 1 };
        for (at, c) in text.char_indices() {
            assert_eq!(lines.place(&text, at), expected);
            expected = if c == '\n' {
                Place { line: expected.line + 1, column: 1 }
            } else {
                Place { column: expected.column + 1, ..expected }
            };
        }
        assert_eq!(lines.place(&text, text.len() + 5), expected);
    }
}
