//! What the tokens beside dates mean, one after the other.

use std::ops::Range;

use super::shape::{Found, Reader, Shape};
use super::tokens::TokenKind;
use crate::schemas::{DateWord, List};

/// A stretch of tokens that means one thing.
pub struct Item<'s> {
    /// The tokens.
    pub tokens: Range<usize>,
    /// What they mean.
    pub kind: ItemKind<'s>,
}

/// What a stretch of tokens means.
pub enum ItemKind<'s> {
    /// A date or a part of one.
    Date(Found),
    /// Words that the vocabulary knows beside dates.
    Words(&'s List<DateWord>),
    /// A dash or slash.
    Dash,
    /// Any other mark.
    Stop,
    /// Any other word or number.
    Other,
}

impl Item<'_> {
    /// Whether it is a word of this kind.
    pub fn is(&self, what: DateWord) -> bool {
        matches!(self.kind, ItemKind::Words(kinds) if kinds.contains(&what))
    }

    /// Whether it is a date that stands for itself.
    pub fn is_whole(&self) -> bool {
        matches!(self.kind, ItemKind::Date(found) if found.shape.is_whole())
    }

    /// Whether it is a part of a date.
    pub fn is_part(&self) -> bool {
        matches!(self.kind, ItemKind::Date(Found { shape: Shape::Part, .. }))
    }

    /// A word or number that says nothing of time by itself.
    pub fn is_other(&self) -> bool {
        matches!(self.kind, ItemKind::Other) || self.is_part() || self.is(DateWord::Unit)
    }

    /// Whether it says that a practice goes on.
    pub fn is_ongoing(&self) -> bool {
        self.is(DateWord::Ongoing)
    }
}

/// Cuts tokens into dates, words beside them, and others.
pub fn items<'s>(reader: &Reader<'s>) -> Vec<Item<'s>> {
    let mut items = Vec::new();
    let mut at = 0;
    while at < reader.tokens.len() {
        let (kind, next) = item(reader, at);
        items.push(Item { tokens: at..next, kind });
        at = next;
    }
    items
}

/// Several words such as `des de` go before a month of the same name.
fn item<'s>(reader: &Reader<'s>, at: usize) -> (ItemKind<'s>, usize) {
    let words = phrase(reader, at);
    let date = || {
        let found = reader.date_at(at).filter(|found| is_likely(found.shape))?;
        Some((ItemKind::Date(found), found.next))
    };
    let named = words.map(|(kinds, next)| (ItemKind::Words(kinds), next));
    let several = words.is_some_and(|(_, next)| next > at + 1);
    let known = if several { named } else { date().or(named) };
    known.unwrap_or_else(|| {
        let kind = match reader.tokens[at].kind {
            TokenKind::Mark('-' | '…' | '/') => ItemKind::Dash,
            TokenKind::Mark(_) => ItemKind::Stop,
            _ => ItemKind::Other,
        };
        (kind, at + 1)
    })
}

/// A number such as `1200` is more likely an amount than a year.
pub fn is_likely(shape: Shape) -> bool {
    !matches!(shape, Shape::Year(year) if !(1800..2200).contains(&year))
}

/// The most words from a token on that the vocabulary knows beside dates.
fn phrase<'s>(reader: &Reader<'s>, at: usize) -> Option<(&'s List<DateWord>, usize)> {
    let words = &reader.schemas.date_words;
    let mut folded = String::new();
    let mut best = None;
    for (token, next) in reader.tokens[at..].iter().zip(at + 1..) {
        let Some(word) = token.word() else { break };
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
        if folded.len() > words.longest {
            break;
        }
        best = words.get(&folded).map(|kinds| (kinds, next)).or(best);
    }
    best
}
