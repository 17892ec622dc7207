//! What a page shows in the place of characters that nobody would see, and its own comments.

use std::borrow::Cow;
use std::fmt::Write;

/// Before the sections of a record: from here on a heading is the title of one.
pub const SECTIONS: &str = "<!-- sections -->";
/// Behind them.
pub const SECTIONS_END: &str = "<!-- /sections -->";
/// Before a lead that is the first paragraph of the description.
pub const FIRST_PARAGRAPH: &str = "<!-- description: first paragraph -->";
/// Before a lead that is the first sentence of the description.
pub const FIRST_SENTENCE: &str = "<!-- description: first sentence -->";
/// What begins the name of a character that is shown by its number: `⟦U+202E⟧`.
pub const NAME: &str = "⟦U+";
/// What ends it.
pub const NAME_END: &str = "⟧";

/// Whether a character is shown by its number: it changes the order of what is read, or HTML has none such.
pub const fn is_unseen(c: char) -> bool {
    matches!(c, '\0' | '\u{80}'..='\u{9f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Shows a character by its number.
pub fn write_name(out: &mut String, c: char) {
    // Writing to a string does not fail.
    let _ = write!(out, "{NAME}{:04X}{NAME_END}", u32::from(c));
}

/// A text in which such characters are shown.
pub fn seen(text: &str) -> Cow<'_, str> {
    if !text.contains(is_unseen) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        if is_unseen(c) { write_name(&mut out, c) } else { out.push(c) }
    }
    Cow::Owned(out)
}

/// Whether a text could be taken for one in which a character is shown so.
pub fn starts_a_name(text: &str) -> bool {
    text.starts_with(NAME)
}

/// The character whose name a text begins with, and the length of the name.
pub fn named(text: &str) -> Option<(char, usize)> {
    let (digits, _) = text.strip_prefix(NAME)?.split_once(NAME_END)?;
    let c = u32::from_str_radix(digits, 16).ok().and_then(char::from_u32)?;
    Some((c, NAME.len() + digits.len() + NAME_END.len()))
}

/// The level of a heading that starts with `#`s.
pub fn heading_level(line: &str) -> Option<usize> {
    let text = line.trim_start_matches(' ');
    let rest = text.trim_start_matches('#');
    let level = text.len() - rest.len();
    let indented = line.len() - text.len();
    ((1..=6).contains(&level) && indented < 4 && (rest.is_empty() || rest.starts_with([' ', '\t', '\r'])))
        .then_some(level)
}
