//! Bytes to text, and places in it: of a text file as it stands, of a container (`container`) the words that are taken out.

pub mod container;
mod decode;
pub mod layout;
mod lines;
mod ranges;
mod span;

pub use decode::{Encoding, NotText, decode};
pub use layout::Layout;
pub use lines::{Lines, Place};
pub use ranges::{line_range, merge_ranges, range_in_words};
pub use span::Span;

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
    lines: Lines,
}

impl Source {
    /// Decodes `bytes`.
    ///
    /// # Errors
    /// [`NotText`] where the bytes are no text in any encoding that is read.
    pub fn new(name: impl Into<String>, bytes: Vec<u8>) -> Result<Self, NotText> {
        let (text, encoding) = decode(bytes)?;
        Ok(Self { name: name.into(), lines: Lines::new(&text), text, encoding, layout: None })
    }

    /// A source of text that is decoded already.
    pub fn from_text(name: impl Into<String>, text: impl Into<String>) -> Self {
        let text = text.into();
        Self { name: name.into(), lines: Lines::new(&text), text, encoding: Encoding::Utf8, layout: None }
    }

    /// A source of words that were taken out of a container.
    pub fn laid_out(name: impl Into<String>, text: String, layout: Layout) -> Self {
        Self { layout: Some(layout), ..Self::from_text(name, text) }
    }

    /// The place of a byte offset as the user of the container sees it; nothing in a file of text.
    pub fn seen(&self, offset: usize) -> Option<&layout::Place> {
        self.layout.as_ref()?.place(offset)
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
