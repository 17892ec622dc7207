//! What each code means, in words: for `scheda explain`, `scheda rules` and docs/rules.md. The sentences stand in `locales/`.

use super::Code;
use crate::locale::Locale;

/// A code in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// What it is, in a line.
    pub title: String,
    /// When it is found.
    pub meaning: String,
    /// Why that matters.
    pub reason: String,
    /// What to do about it.
    pub remedy: String,
}

impl Explanation {
    /// The words for a code in a language.
    pub fn new(code: Code, locale: Locale) -> Self {
        let message = format!("rule-{}", code.id());
        let part = |part| locale.say_part(&message, part, &[]).unwrap_or_default();
        Self {
            title: locale.say(&message, &[]),
            meaning: part("meaning"),
            reason: part("reason"),
            remedy: part("remedy"),
        }
    }
}
