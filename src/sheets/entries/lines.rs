//! Lines that open nothing: to which entry they belong, and where its value ends.

use super::{Reader, shape};
use crate::blocks::html::shown;
use crate::blocks::{Block, Shape};
use crate::ledger::Class;
use crate::schemas::Label;
use crate::sheets::{Gap, Line, LineShape, continues};
use crate::source::{digits, holds_address};

/// Bytes of a paragraph of sentences at least.
const PARAGRAPH: usize = 120;
/// Lines of a list of names at least.
const NAMES: usize = 2;
/// Words of a sentence below such a list at least.
const SENTENCE: usize = 8;
/// Words of a question at least.
const QUESTION: usize = 3;
/// Lines of a paragraph that are looked at.
const PARAGRAPH_LINES: usize = 40;
/// Figures of a sum of money at least, and its bytes at most.
const SUM: usize = 3;
const SUM_LENGTH: usize = 24;
/// Spaces before a line that goes on in the column of the values, at least.
const VALUE_INDENT: usize = 8;

impl Reader<'_, '_> {
    /// Adds a line that opens nothing to the open entry, if it belongs there.
    pub(super) fn content(&mut self, block: &Block<'_>) {
        self.note_stranger(block);
        if !self.open && self.generic && self.out.entries.len() == self.of_data {
            self.out.preamble.push(Line { body: block.body(), shape: shape(block), gap: self.gap });
        }
        if !self.open || !self.belongs(block) || self.ends_brief_value(block) || self.ends_people(block) {
            return self.leave(block);
        }
        if let Shape::Definition { marker, .. } = block.shape {
            self.claim(marker, Class::Markup);
        }
        let body = match block.shape {
            Shape::Row { label, body } if !label.is_empty() => label.to(body),
            _ => block.body(),
        };
        let shape = match shape(block) {
            // Only a table has cells that go on in the next row.
            LineShape::Cell if !self.has_rows => LineShape::Prose,
            shape => shape,
        };
        self.add(body, shape, self.gap);
    }

    /// Keeps a line that belongs to no entry, which it ends.
    fn leave(&mut self, block: &Block<'_>) {
        if self.generic && self.out.entries.len() > self.of_data && !self.in_people() {
            self.out.loose.push(Line { body: block.body(), shape: shape(block), gap: self.gap });
        }
        if !block.body().of(self.text).chars().any(char::is_alphanumeric) {
            self.claim(block.body(), Class::Markup);
        }
        self.open = false;
        self.gap = Gap::Line;
    }

    /// Whether a line belongs to the open entry: a cell ends with its paragraph, unless the next goes on with its sentence;
    /// what a credit introduces ends there too.
    fn belongs(&self, block: &Block<'_>) -> bool {
        let cell = matches!(block.shape, Shape::Row { .. } | Shape::Paragraph { .. });
        let Some(last) = self.current().and_then(|entry| entry.lines.last()) else { return true };
        if self.gap < Gap::Blank || cell || self.in_data {
            return true;
        }
        // What stands below a button or a menu of the page is no item of a list, nor says more of somebody who can be reached.
        let another = self.in_people() && block.body().of(self.text).contains('@');
        let item = another || matches!(block.shape, Shape::Bullet { .. });
        if (self.beside_page && !item && (self.in_list() || self.in_people() && self.reaches_somebody()))
            || self.is_quoted_below_list(block, last)
            || self.is_told_below_list(block)
            || self.in_credit()
        {
            return false;
        }
        !self.in_row()
            || self.in_value_column(block)
            || self.is_between_rows(block)
            || continues(last.body.of(self.text), block.body().of(self.text), self.schemas)
    }

    /// Whether a paragraph goes on with the text of a row, before the next row of the form.
    fn is_between_rows(&self, block: &Block<'_>) -> bool {
        let text = self.current_label().is_some_and(Label::holds_text);
        let next = self.blocks_behind(block).iter().find(|block| !block.is_blank());
        let row = next.is_some_and(|next| matches!(next.shape, Shape::Row { .. }));
        self.generic && text && row && self.is_paragraph(block)
    }

    /// Whether somebody is quoted below the items of a list: no item is.
    fn is_quoted_below_list(&self, block: &Block<'_>, last: &Line) -> bool {
        let quoted = || shown(block.body().of(self.text)).starts_with(['"', '“', '„', '«', '»']);
        let item = matches!(last.shape, LineShape::Bullet { .. }) || last.body.of(self.text).ends_with(['.', '!', '?']);
        self.generic && item && matches!(block.shape, Shape::Prose { .. }) && self.in_list() && quoted()
    }

    /// Whether sentences stand below a list of names, with an empty line between: they are none.
    fn is_told_below_list(&self, block: &Block<'_>) -> bool {
        let Some(entry) = self.current().filter(|_| self.generic && self.in_list()) else { return false };
        let is_name =
            |line: &Line| line.body.len() < PARAGRAPH && !line.body.of(self.text).ends_with(['.', '!', '?', ':']);
        // From the last on: that one is no name where the list has ended.
        let names = || entry.lines.len() >= NAMES && entry.lines.iter().rev().all(is_name);
        block.is_text() && self.says_something(block) && names()
    }

    /// Whether a line begins a paragraph that ends as a sentence or question does, and has the words of one.
    fn says_something(&self, block: &Block<'_>) -> bool {
        let lines = self.blocks_with(block).iter().take(PARAGRAPH_LINES);
        let lines = lines.take_while(|line| !line.is_blank()).map(|line| line.body().of(self.text));
        let (words, last) = lines.fold((0, ""), |(words, _), line| (words + line.split_whitespace().count(), line));
        words >= SENTENCE && last.ends_with(['.', '!', '…']) || words >= QUESTION && last.ends_with('?')
    }

    /// Whether a line stands where the values of a form in two columns do.
    fn in_value_column(&self, block: &Block<'_>) -> bool {
        self.has_columns && block.gap.is_none() && block.body().start >= block.span.start + VALUE_INDENT
    }

    /// Whether a paragraph of sentences below empty lines ends a value of a few words that stands beside its label.
    fn ends_brief_value(&self, block: &Block<'_>) -> bool {
        let label = self.current_label();
        let apart = self.gap >= Gap::Blank;
        // No date or status goes on with sentences, wherever they stand, nor does a few words in a form whose labels all have their values beside.
        let status = label.is_some_and(Label::is_flag);
        let parted_by_line = apart || status || label.is_some_and(Label::is_date);
        let parted = parted_by_line || self.is_form;
        let Some([value]) = self.current().map(|entry| &entry.lines[..]).filter(|_| self.generic) else {
            return false;
        };
        let (said, next) = (value.body.of(self.text), block.body().of(self.text));
        if !label.is_some_and(Label::is_brief) && !status && !is_address(said) {
            return false;
        }
        // On a page a list with commas ends with its line: `Keywords: cycling, women`.
        let listed = || !self.is_form && self.in_list() && said.contains(',');
        // A paragraph on one line may have the buttons of a page below it.
        let long = || parted_by_line && next.len() >= PARAGRAPH * 2 && next.ends_with('.');
        let sentences = long() || self.is_paragraph(block) || self.heads_paragraph(block) || (apart && listed());
        // A place or a name above a text stands for itself, on its own line, too.
        let sum = label.is_some_and(Label::is_funding) && is_sum_alone(said);
        let own = apart && (sum || label.is_some_and(Label::is_name) && self.is_paragraph(block));
        let beside = value.gap == Gap::None || own;
        let ended = || !value.is_whole(self.text) && !said.contains(". ") && next.starts_with(char::is_uppercase);
        let beside = beside && (parted_by_line || ended());
        let words = beside && !said.ends_with(['.', ':', '!', ',']);
        let prose = matches!(block.shape, Shape::Prose { .. });
        // A place or a name is a paragraph of its own.
        let named = label.is_some_and(Label::is_name)
            && apart
            && next.starts_with(char::is_uppercase)
            && !said.ends_with(['.', '!', ',', ':', ';', '-'])
            && !(label.is_some_and(Label::is_place) && is_short_name(said) && is_short_name(next));
        prose && (named || sentences && words && value.body.len() < PARAGRAPH && parted)
    }

    /// Whether a date or a sum stands beside the open label, and nothing else.
    pub(super) fn has_brief_value(&self) -> bool {
        let Some([value]) = self.current().map(|entry| &entry.lines[..]) else { return false };
        let said = value.body.of(self.text);
        let label = self.current_label();
        let sum = label.is_some_and(Label::is_funding) && is_sum_alone(said);
        value.gap == Gap::None && (sum || label.is_some_and(Label::is_date))
    }

    /// Whether a line begins a paragraph of sentences.
    fn is_paragraph(&self, block: &Block<'_>) -> bool {
        let opens = |line: &Block<'_>| !line.labels.is_empty() || !line.whole.is_empty();
        let goes_on = |(nth, line): &(usize, &Block<'_>)| {
            matches!(line.shape, Shape::Prose { .. }) && (*nth == 0 || !opens(line))
        };
        let lines = self.blocks_with(block).iter().take(PARAGRAPH_LINES).enumerate().take_while(goes_on);
        let (length, last) =
            lines.fold((0, block.body()), |(length, _), (_, line)| (length + line.body().len(), line.body()));
        length >= PARAGRAPH && last.of(self.text).ends_with(['.', '!', '…'])
    }

    /// Whether a few words stand above a paragraph of sentences, with an empty line between.
    fn heads_paragraph(&self, block: &Block<'_>) -> bool {
        let words = block.body().of(self.text);
        let few = words.len() < PARAGRAPH / 2 && words.starts_with(char::is_uppercase);
        let plain = !words.ends_with(['.', ',', ';', ':', '!']) && !words.contains(['@', '|']);
        let mut behind = self.blocks_behind(block).iter();
        let apart = behind.next().is_some_and(Block::is_blank);
        few && plain && apart && behind.next().is_some_and(|next| self.is_paragraph(next))
    }
}

/// Whether words are a name of a word or two: `Prato`, and below it `Toscana`.
fn is_short_name(words: &str) -> bool {
    words.split_whitespace().count() <= 2 && words.chars().all(|c| c.is_alphabetic() || " -'’".contains(c))
}

/// Whether words are a sum of money and nothing else: `25.280,00 €`, `EUR 12 000`.
fn is_sum_alone(words: &str) -> bool {
    digits(words) >= SUM && !words.contains(char::is_lowercase) && words.len() <= SUM_LENGTH
}

/// Whether a value is an address of the web or of e-mail and nothing else.
fn is_address(value: &str) -> bool {
    !value.contains(char::is_whitespace) && (value.contains('@') || holds_address(value))
}
