//! Text that tells people what to write.

use super::Schemas;
use super::fold::{fold_words, words};
use super::table::Table;

/// Words with which an instruction begins at most.
const OPENING: usize = 4;
/// Parts of a text that are looked at.
const PARTS: usize = 20;
/// Words of an instruction among which a number stands at most.
const COUNTED: usize = 4;
/// Words that say how long an answer may be at most.
const LIMIT: usize = 8;

impl Schemas {
    /// Whether a text begins as an instruction does: `Please describe …`.
    pub fn instructs(&self, text: &str) -> bool {
        begins_with(&self.instruction_heads, text) && self.begins_with_instruction(text)
    }

    fn begins_with_instruction(&self, text: &str) -> bool {
        let head: Vec<&str> = text.split_whitespace().take(OPENING).collect();
        let folded = fold_words(&head.join(" "));
        let ends = folded.match_indices(' ').map(|(at, _)| at).chain([folded.len()]);
        ends.into_iter().any(|end| self.instructions.get(&folded[..end]).is_some())
    }

    /// Whether a text is a known instruction of several words and nothing else: `To be completed`.
    pub fn is_instruction(&self, text: &str) -> bool {
        let few = || (2..=OPENING).contains(&text.split_whitespace().take(OPENING + 1).count());
        begins_with(&self.instruction_heads, text) && few() && self.instructions.get(&fold_words(text)).is_some()
    }

    /// Whether a text is what stands in a field that says nothing, and nothing else: `Click here to enter text.`, `n/a`.
    pub fn is_control(&self, text: &str) -> bool {
        let short = text.len() <= self.controls.longest * 2;
        short && begins_with(&self.control_heads, text) && self.controls.get(&fold_words(text)).is_some()
    }

    /// Whether words before a colon begin a remark inside a text: `Please note`.
    pub fn begins_remark(&self, words: &str) -> bool {
        self.remarks.get(&fold_words(words)).is_some()
    }

    /// Whether a part of a text begins as an instruction does: `how many people; give figures`.
    pub fn instructs_within(&self, text: &str) -> bool {
        text.split(['.', ';', ',', ':', '(']).take(PARTS).any(|part| self.tells_to_write(part))
    }

    /// Whether a text begins as an instruction does, and counts nothing but what people write: `Up to 30 at a time` is a value.
    pub fn tells_to_write(&self, text: &str) -> bool {
        let counts = || {
            let mut head = text.split_whitespace().take(COUNTED);
            head.any(|word| word.starts_with(|c: char| c.is_ascii_digit()))
        };
        self.instructs(text) && (!counts() || self.measures_text(text))
    }

    /// Whether a part of a text says how long an answer may be: `short and telling, 60 characters at most`, `80 words at the most`.
    pub fn limits_text(&self, text: &str) -> bool {
        // `1,500 characters` is one part.
        let sentences = text.split([';', ':', '(']).flat_map(|part| part.split(". "));
        let parts = sentences.flat_map(|part| part.split(", "));
        parts.take(PARTS).any(|part| self.limits_answer(part.trim()))
    }

    /// Few words that begin as an instruction does or with a number, and measure what people write.
    fn limits_answer(&self, part: &str) -> bool {
        let few = part.split_whitespace().take(LIMIT + 1).count() <= LIMIT;
        let mut words = part.split_whitespace();
        let numbered = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
        let measured = words.next().is_some_and(numbered) && words.next().is_some_and(|word| self.measures_text(word));
        few && part.contains(|c: char| c.is_ascii_digit())
            && (measured || (self.instructs(part) && self.measures_text(part)))
    }

    /// Whether a text has a word for what people write that forms limit: `Max 15 words`.
    pub fn measures_text(&self, text: &str) -> bool {
        let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
        text.split_whitespace().any(|word| self.is_instruction(&(bare(word) + " max")))
    }
}

/// Whether the first word of a text is one of these: that of most texts is none, and they are not folded whole.
pub(super) fn begins_with(heads: &Table<()>, text: &str) -> bool {
    let known = |first: &str| match first.is_ascii() {
        true => heads.get_in_any_case(first).is_some(),
        false => heads.get(&fold_words(first)).is_some(),
    };
    words(text).next().is_some_and(known)
}
