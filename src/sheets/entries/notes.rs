//! Why labels and what looks like one opened nothing, for whoever asks.

use super::Reader;
use crate::blocks::{Block, LabelAt, Shape};
use crate::explain::{Went, Why};
use crate::source::Span;

impl<'s> Reader<'_, 's> {
    /// Notes the known words of a block that open nothing; `bare` says why the line as a whole does not, `running` whether it is
    /// text behind whose sentences nothing opens.
    pub(super) fn note_refused(&mut self, block: &Block<'s>, bare: Option<Why>, running: bool) {
        if !self.notes.are_taken() {
            return;
        }
        if let Some(why) = bare.filter(|_| !block.whole.is_empty()) {
            self.note_text(block.body(), why);
        }
        for at in block.labels.iter().filter(|at| !at.meanings.is_empty()) {
            if let Err(why) = self.opens(block, at, running) {
                self.note_text(at.words, why);
            }
        }
    }

    /// Whether a label of a line opens a field, or why not.
    fn opens(&self, block: &Block<'s>, at: &LabelAt<'s>, running: bool) -> Result<(), Why> {
        let label = self.own_label(&at.meanings).ok_or_else(|| self.not_own(at.meanings))?;
        if !at.inside {
            return self.may_open(block, label, at);
        }
        if running { Err(Why::BehindSentence) } else { self.may_open_inside(block, label, at) }
    }

    /// Notes a line that looks like a label and that nobody knows.
    pub(super) fn note_stranger(&mut self, block: &Block<'_>) {
        if !self.notes.are_taken() {
            return;
        }
        let words = self.before_colon(block).map(|(words, _)| words).or_else(|| self.emphatic(block));
        if let Some(words) = words {
            self.note_text(words, Why::Unknown);
        }
    }

    /// A short line in capitals or in quotation marks.
    fn emphatic(&self, block: &Block<'_>) -> Option<Span> {
        let words = block.body().of(self.text);
        let capitals = words.chars().any(char::is_uppercase) && !words.chars().any(char::is_lowercase);
        let quoted = words.starts_with(['"', '“', '„', '«']) && words.ends_with(['"', '“', '”', '»', ':']);
        let few = (1..=super::strangers::LABEL_WORDS).contains(&words.split_whitespace().count());
        ((capitals || quoted) && few && matches!(block.shape, Shape::Prose { .. })).then_some(block.body())
    }

    /// Notes words that stay text.
    pub(super) fn note_text(&mut self, words: Span, why: Why) {
        let under = self.opened_by().filter(|_| self.open);
        self.notes.take(words, Went::Text(under), why);
    }
}
