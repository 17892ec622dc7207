//! CSV (RFC 4180) that Excel opens with its accents right, and that no cell can turn into a formula.

use std::borrow::Cow;
use std::io::{self, Write};

use super::{COLUMNS, cell};
use crate::output::markdown::marks::{is_unseen, write_name};
use crate::practice::BestPractice;

/// What parts the cells of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Separator(u8);

/// The mark by which Excel knows UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";

impl Separator {
    /// A comma, as RFC 4180 has it.
    pub const COMMA: Self = Self(b',');
    /// A tab.
    pub const TAB: Self = Self(b'\t');

    /// A separator by its character or by the word `tab`; nothing for what cannot part cells.
    pub fn parse(text: &str) -> Option<Self> {
        match text.as_bytes() {
            b"tab" | b"\\t" => Some(Self::TAB),
            [byte @ (b',' | b';' | b'|' | b'\t' | b':' | b'^' | b'~')] => Some(Self(*byte)),
            _ => None,
        }
    }
}

/// Records as rows of a CSV file.
#[derive(Debug, Clone)]
pub struct Csv {
    separator: Separator,
    has_head: bool,
}

impl Csv {
    /// A table without a row yet.
    pub const fn new(separator: Separator) -> Self {
        Self { separator, has_head: false }
    }

    /// Writes a record, and before the first one the names of the columns.
    ///
    /// # Errors
    /// Where the sink fails.
    pub fn push(&mut self, sink: &mut impl Write, record: &BestPractice) -> io::Result<()> {
        self.head(sink)?;
        self.row(sink, COLUMNS.iter().map(|column| cell(record, *column)))
    }

    /// Writes the names of the columns, if that was not done yet.
    ///
    /// # Errors
    /// Where the sink fails.
    pub fn head(&mut self, sink: &mut impl Write) -> io::Result<()> {
        if std::mem::replace(&mut self.has_head, true) {
            return Ok(());
        }
        sink.write_all(BYTE_ORDER_MARK.as_bytes())?;
        self.row(sink, COLUMNS.iter().map(|column| column.key().to_owned()))
    }

    fn row(&self, sink: &mut impl Write, cells: impl Iterator<Item = String>) -> io::Result<()> {
        let mut writer =
            csv::WriterBuilder::new().delimiter(self.separator.0).terminator(csv::Terminator::CRLF).from_writer(sink);
        writer.write_record(cells.map(|text| neutral(&visible(&text)).into_owned()))?;
        writer.flush()
    }
}

/// A cell without control characters: what a terminal would obey is shown by its number, as on pages.
fn visible(text: &str) -> Cow<'_, str> {
    let is_control = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
    if !text.contains(|c| is_control(c) || is_unseen(c)) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        if is_control(c) || is_unseen(c) { write_name(&mut out, c) } else { out.push(c) }
    }
    Cow::Owned(out)
}

/// A cell that a spreadsheet takes for text. One that begins like a formula gets an apostrophe before it, which Excel hides
/// (OWASP, "CSV injection").
fn neutral(text: &str) -> Cow<'_, str> {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_begins_like_a_formula() {
        for text in ["=1+1", "+39 0574", "-2", "@SUM(A1)", "\t=1", "\r=1"] {
            assert!(neutral(text).starts_with('\''), "{text:?}");
        }
        assert_eq!(neutral("a=1"), "a=1");
    }

    #[test]
    fn no_cell_commands_a_terminal() {
        let shown = visible("a\u{1b}[31m\u{7}\u{9b}\u{202e}b\n\tc").into_owned();
        assert!(!shown.contains(|c: char| c.is_control() && !matches!(c, '\n' | '\t')), "{shown:?}");
        assert!(shown.starts_with('a') && shown.contains("001B") && shown.ends_with("b\n\tc"), "{shown}");
    }

    #[test]
    fn a_separator_is_a_mark_that_parts_cells() {
        assert_eq!(Separator::parse(";"), Some(Separator(b';')));
        assert_eq!(Separator::parse("tab"), Some(Separator::TAB));
        for text in ["", "a", "\"", "\n", ";;", "é"] {
            assert_eq!(Separator::parse(text), None, "{text:?}");
        }
    }
}
