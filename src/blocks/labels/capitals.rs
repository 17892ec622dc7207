//! Labels in capitals, with a text directly behind them.

use super::{LabelAt, Labels, floor, trim};
use crate::schemas::Role;
use crate::source::Span;

/// Bytes of a label at least.
const LABEL: usize = 9;

impl<'s> Labels<'_, 's> {
    /// `WORK OF THE VOLUNTEERS They read aloud …`: known words in capitals that a text in small letters follows.
    pub(super) fn in_capitals(&mut self, body: Span) -> Option<LabelAt<'s>> {
        let raw = body.of(self.text);
        let mut letters = raw.chars().filter(|c| c.is_alphabetic());
        if !letters.next().is_some_and(char::is_uppercase) || !letters.next().is_some_and(char::is_uppercase) {
            return None;
        }
        let head = &raw[..floor(raw, self.reach())];
        // What a colon ends is found by that.
        let small = head.find(char::is_lowercase).filter(|&small| !head[..small].contains(':'))?;
        let plain = |end: usize| raw[..end].contains(' ') && raw[end + 1..].starts_with(char::is_uppercase);
        let mut ends = head[..small].rmatch_indices(' ').map(|(at, _)| at).filter(|&end| end >= LABEL && plain(end));
        ends.find_map(|end| {
            let words = trim(self.text, Span::new(body.start, body.start + end));
            let meanings = self.meanings(words);
            let span = Span::new(words.start, body.start + end + 1);
            let label = LabelAt { unparted: true, ..LabelAt::first(span, words, meanings) };
            meanings.has(Role::Label).then_some(label)
        })
    }
}
