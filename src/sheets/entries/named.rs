//! Questions that ask what the practice is, by its name: `What is the Night Desk?`.

use super::Reader;
use crate::blocks::{Block, Shape, is_question_mark};
use crate::explain::{Went, Why};
use crate::practice::Field;
use crate::schemas::fold;
use crate::sheets::{Opener, Style};

/// Letters of a name at least: less may stand in any question.
const NAME: usize = 5;

impl<'s> Reader<'_, 's> {
    /// Opens the description at a line that asks for it by the name that the page begins with.
    pub(super) fn asks_what_it_is(&mut self, at: usize, block: &Block<'s>) -> bool {
        let line = matches!(block.shape, Shape::Prose { .. } | Shape::Heading { .. });
        let words = block.body();
        if !line || !self.generic || !words.of(self.text).ends_with(is_question_mark) || !self.names_the_sheet(at) {
            return false;
        }
        let described = |label: &crate::schemas::Label| label.field == Field::Description;
        let Some(label) = (0..).zip(self.labels.iter()).find_map(|(at, label)| described(label).then_some(at)) else {
            return false;
        };
        self.push(Opener::Label { label, span: words, words, style: Style::Line });
        self.notes.take(words, Went::Label(label), Why::Style);
        true
    }

    /// Whether a line holds the first line of the sheet, and besides that function words alone.
    fn names_the_sheet(&self, at: usize) -> bool {
        let mut blocks = self.blocks[self.sheet.blocks.start..at].iter();
        let Some(first) = blocks.find(|block| !block.is_blank() && !block.is_furniture()) else { return false };
        let (name, question) = (fold(first.body().of(self.text)), fold(self.blocks[at].body().of(self.text)));
        let name = name.trim_matches(|c: char| !c.is_alphanumeric());
        let name = name
            .split_once(' ')
            .filter(|(first, _)| self.schemas.articles.get(first).is_some())
            .map_or(name, |it| it.1);
        let Some((before, behind)) = question.split_once(name).filter(|_| name.len() >= NAME) else { return false };
        let small = |word: &str| self.schemas.function_words.get(word).is_some();
        let words = |part: &str| part.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).all(small);
        words(before) && !before.trim().is_empty() && words(behind)
    }
}
