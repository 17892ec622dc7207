//! Texts and lists, which are CommonMark already.

use std::borrow::Cow;

use super::marks::heading_level;
use super::{Page, guard};

/// What stands before an item.
const BULLET: &str = "- ";

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
        let block = guard::block(text, 0, |text| close_headings(text, level).into_owned());
        self.block(&block);
    }

    /// Items with a bullet each, and lead-ins without one.
    pub(super) fn list(&mut self, items: &[String]) {
        let mut after_item = false;
        for item in items {
            if is_lead_in(item) {
                self.block(&guard::block(item, 0, str::to_owned));
            } else {
                self.out.push_str(if after_item { "" } else { "\n" });
                self.out.push_str(&guard::block(item, BULLET.len(), bulleted));
            }
            after_item = !is_lead_in(item);
        }
    }

    /// One item, whose text is fit for a page.
    pub(super) fn bullet(&mut self, item: &str) {
        self.out.push_str(&bulleted(item));
    }
}

/// An item; what follows its first line is indented, so that it stays within the item.
fn bulleted(item: &str) -> String {
    let mut out = String::with_capacity(item.len() + 3);
    for (at, line) in item.split('\n').enumerate() {
        out.push_str(match (at, line.is_empty()) {
            (0, _) => BULLET,
            (_, true) => "",
            (_, false) => "  ",
        });
        out.extend([line, "\n"]);
    }
    out
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
