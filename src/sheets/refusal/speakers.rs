//! Conversations: who speaks stands before each line.

use std::collections::HashMap;

use super::Finder;
use crate::blocks::{Block, Shape};
use crate::schemas::fold;
use crate::source::Span;

/// Words that name a speaker at most.
const NAME: usize = 4;
/// Lines of several speakers, and questions among them, at least.
const LINES: usize = 4;
const QUESTIONS: usize = 2;

impl Finder<'_> {
    /// The first line of a conversation: the same few words stand before line after line, with questions behind some.
    pub(super) fn conversation(&self, blocks: &[Block<'_>]) -> Option<Span> {
        let said: Vec<(String, Span)> = blocks.iter().filter_map(|block| self.speech(block)).collect();
        let mut times: HashMap<&str, usize> = HashMap::new();
        for (speaker, _) in &said {
            *times.entry(speaker).or_default() += 1;
        }
        let again: Vec<&(String, Span)> = said.iter().filter(|(speaker, _)| times[speaker.as_str()] > 1).collect();
        let speakers = times.values().filter(|times| **times > 1).count();
        let questions = again.iter().filter(|(_, line)| asks(line.of(self.text))).count();
        let most = again.len() >= LINES && again.len() * 2 > said.len();
        (speakers > 1 && most && questions >= QUESTIONS).then(|| again[0].1)
    }

    /// `Journalist: How did it begin?` with the folded words before the colon.
    fn speech(&self, block: &Block<'_>) -> Option<(String, Span)> {
        let line = match block.shape {
            Shape::Prose { body } | Shape::Bullet { body, .. } => body,
            _ => return None,
        };
        let (speaker, speech) = line.of(self.text).split_once(':')?;
        let few = speaker.split_whitespace().count() <= NAME;
        (few && !speech.trim().is_empty()).then(|| (fold(speaker), line))
    }
}

fn asks(line: &str) -> bool {
    line.trim_end_matches(['*', '_', '"', '»', ' ']).ends_with(crate::blocks::is_question_mark)
}
