//! Bytes to text, and places in it: of a text file as it stands, of a container (`container`) the words that are taken out.

pub mod container;
mod decode;
mod gaps;
pub mod hyphens;
pub mod layout;
mod lines;
mod ranges;
mod span;

pub use decode::{Encoding, NotText, decode};
pub use gaps::{column_parts, lines, three_spaces, two_spaces, wide_parts};
pub use layout::Layout;
pub use lines::{Lines, Place};
pub use ranges::{line_range, merge_ranges, range_in_words};
pub use span::Span;

/// How many digits a text has.
pub(crate) fn digits(text: &str) -> usize {
    text.bytes().filter(u8::is_ascii_digit).count()
}

/// Signs of currencies.
pub(crate) const CURRENCY_SIGNS: [char; 3] = ['€', '£', '$'];

/// What opens a quotation, in the languages of the vocabulary.
pub(crate) const OPENING_QUOTES: [char; 4] = ['"', '«', '“', '„'];

/// What stands before the first quotation in words; nothing where there is none.
pub(crate) fn before_quotation(words: &str) -> Option<&str> {
    words.split_once(OPENING_QUOTES).map(|(before, _)| before.trim())
}

/// The name of a file without its folders.
pub(crate) fn base(file: &str) -> &str {
    file.rsplit('/').next().unwrap_or(file)
}

/// Whether words hold an address of the web, with its scheme or with `www`.
pub(crate) fn holds_address(words: &str) -> bool {
    words.contains("://") || words.contains("www.")
}

/// A document's text with its name and line starts.
#[derive(Debug, Clone)]
pub struct Source {
    /// The file as the user named it, with forward slashes.
    pub name: String,
    /// The decoded text; every offset counts in it.
    pub text: String,
    /// How the bytes were read.
    pub encoding: Encoding,
    /// What the text looked like in the container that it was taken out of; nothing for a file of text.
    pub layout: Option<Layout>,
    /// What stands before it, where it is a portion of a longer text.
    pub before: Before,
    lines: Lines,
}

/// What stands before a portion of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Before {
    /// Line ends.
    pub lines: usize,
    /// Bytes of the decoded text.
    pub bytes: usize,
}

impl Before {
    /// Adds a text that stands before the next portion.
    pub fn add(&mut self, text: &[u8]) {
        self.lines += memchr::memchr_iter(b'\n', text).count();
        self.bytes += text.len();
    }
}

impl Source {
    /// Decodes `bytes`.
    ///
    /// # Errors
    /// [`NotText`] where the bytes are no text in any encoding that is read.
    pub fn new(name: impl Into<String>, bytes: Vec<u8>) -> Result<Self, NotText> {
        Self::portion(name, bytes, Before::default())
    }

    /// Decodes a portion of a longer text.
    ///
    /// # Errors
    /// [`NotText`] where the bytes are no text in any encoding that is read.
    pub fn portion(name: impl Into<String>, bytes: Vec<u8>, before: Before) -> Result<Self, NotText> {
        let (text, encoding) = decode(bytes)?;
        let lines = Lines::new(&text, before.lines);
        Ok(Self { name: name.into(), lines, text, encoding, layout: None, before })
    }

    /// A source of text that is decoded already.
    pub fn from_text(name: impl Into<String>, text: impl Into<String>) -> Self {
        let text = text.into();
        let lines = Lines::new(&text, 0);
        Self { name: name.into(), lines, text, encoding: Encoding::Utf8, layout: None, before: Before::default() }
    }

    /// A source of words that were taken out of a container.
    pub fn laid_out(name: impl Into<String>, text: String, layout: Layout) -> Self {
        Self { layout: Some(layout), ..Self::from_text(name, text) }
    }

    /// The place of a byte offset as the user of the container sees it; nothing in a file of text.
    pub fn seen(&self, offset: usize) -> Option<&layout::Place> {
        self.layout.as_ref()?.place(offset)
    }

    /// A byte offset as it counts in the whole text of which this may be a portion.
    pub const fn offset(&self, at: usize) -> usize {
        self.before.bytes + at
    }

    /// Line and column of a byte offset.
    pub fn place(&self, offset: usize) -> Place {
        self.lines.place(&self.text, offset)
    }

    /// Where the lines are.
    pub const fn lines(&self) -> &Lines {
        &self.lines
    }
}
