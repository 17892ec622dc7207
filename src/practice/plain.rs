//! A text without its markup.

use std::borrow::Cow;

use pulldown_cmark::{Event, Parser};

use super::inline::has_special;

/// The words that a reader sees of a text in CommonMark; paragraphs, items and lines are parted by line ends.
pub fn plain(text: &str) -> Cow<'_, str> {
    if has_no_markup(text) {
        return Cow::Borrowed(text.trim_end());
    }
    let mut words = String::with_capacity(text.len());
    for event in Parser::new(text) {
        match event {
            Event::Text(text) | Event::Code(text) => words.push_str(&text),
            Event::SoftBreak | Event::HardBreak => words.push('\n'),
            Event::End(end) if !is_inline(end) => words.push('\n'),
            _ => {}
        }
    }
    words.truncate(words.trim_end().len());
    Cow::Owned(words)
}

/// Whether a text is one line that begins with a letter and has no character of CommonMark.
fn has_no_markup(text: &str) -> bool {
    let is_one_line = memchr::memchr3(b'\n', b'\r', 0, text.as_bytes()).is_none();
    is_one_line && text.starts_with(char::is_alphabetic) && !has_special(text)
}

const fn is_inline(end: pulldown_cmark::TagEnd) -> bool {
    use pulldown_cmark::TagEnd;
    matches!(end, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link | TagEnd::Image | TagEnd::Strikethrough)
}
