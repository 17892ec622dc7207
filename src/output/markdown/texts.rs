//! Texts and lists, which are CommonMark already.

use std::borrow::Cow;

use super::Page;

/// Whether an item of a list leads in those after it: it ends in a colon, and a page shows it as a paragraph.
pub fn is_lead_in(item: &str) -> bool {
    item.ends_with(':') && !item.contains(['\n', '\r']) && !starts_a_block(item)
}

/// Whether a line could be taken for more than a paragraph.
pub(super) fn starts_a_block(line: &str) -> bool {
    let word = line.split([' ', '\t']).next().unwrap_or_default();
    word.chars().all(|c| c.is_ascii_digit() || c.is_ascii_punctuation())
}

impl Page<'_> {
    /// A text under a heading of `level`.
    pub(super) fn text(&mut self, text: &str, level: usize) {
        let closed = close_headings(text, level);
        self.block(&closed);
    }

    /// Items with a bullet each, and lead-ins without one.
    pub(super) fn list(&mut self, items: &[String]) {
        let mut after_item = false;
        for item in items {
            if is_lead_in(item) {
                self.block(item);
            } else {
                self.out.push_str(if after_item { "" } else { "\n" });
                self.bullet(item);
            }
            after_item = !is_lead_in(item);
        }
    }

    /// One item; what follows its first line is indented, so that it stays within the item.
    pub(super) fn bullet(&mut self, item: &str) {
        for (at, line) in item.split('\n').enumerate() {
            self.out.push_str(if at == 0 { "-" } else { " " });
            self.out.push_str(if line.is_empty() { "" } else { " " });
            self.out.extend([line, "\n"]);
        }
    }
}

/// Puts `#`s after the headings of a text that could be taken for a heading of the page, which are those up to `level`.
fn close_headings(text: &str, level: usize) -> Cow<'_, str> {
    let is_taken = |line: &str| heading_level(line).is_some_and(|found| found <= level);
    if !text.split('\n').any(is_taken) {
        return Cow::Borrowed(text);
    }
    let close = |line: &str| match heading_level(line).filter(|_| is_taken(line)) {
        Some(level) => format!("{line} {}", "#".repeat(level)),
        None => line.to_owned(),
    };
    Cow::Owned(text.split('\n').map(close).collect::<Vec<_>>().join("\n"))
}

/// The level of a heading that starts with `#`s.
fn heading_level(line: &str) -> Option<usize> {
    let text = line.trim_start_matches(' ');
    let rest = text.trim_start_matches('#');
    let level = text.len() - rest.len();
    let indented = line.len() - text.len();
    ((1..=6).contains(&level) && indented < 4 && (rest.is_empty() || rest.starts_with([' ', '\t', '\r'])))
        .then_some(level)
}
