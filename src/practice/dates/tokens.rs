//! The numbers, words and marks of a text that may hold dates.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use crate::schemas::fold_spelling;

/// A number, word or mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: TokenKind,
    /// Its bytes.
    pub span: Range<usize>,
    /// Whether white space or an apostrophe stands before it.
    pub spaced: bool,
}

/// What a token is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TokenKind {
    /// Digits.
    Number(String),
    /// Letters, folded.
    Word(String),
    /// Anything else, one character; every dash is `-`.
    Mark(char),
}

/// The tokens of a text, in order.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let (mut at, mut spaced) = (0, false);
    while let Some(c) = text[at..].chars().next() {
        let length = token_length(&text[at..], c);
        let span = at..at + length;
        at = span.end;
        if is_gap(c) {
            spaced = true;
        } else {
            tokens.push(Token { kind: kind(&text[span.clone()], c), span, spaced });
            spaced = false;
        }
    }
    tokens
}

fn token_length(rest: &str, first: char) -> usize {
    let run = |belongs: fn(char) -> bool| rest.find(|c| !belongs(c)).unwrap_or(rest.len());
    match first {
        '0'..='9' => run(|c| c.is_ascii_digit()),
        _ if first.is_alphabetic() => run(is_letter),
        _ => first.len_utf8(),
    }
}

fn kind(text: &str, first: char) -> TokenKind {
    match first {
        '0'..='9' => TokenKind::Number(text.to_owned()),
        _ if first.is_alphabetic() => TokenKind::Word(fold_spelling(text)),
        '‐' | '‑' | '‒' | '–' | '—' | '−' | '→' | '÷' => TokenKind::Mark('-'),
        _ => TokenKind::Mark(first),
    }
}

/// Letters, with the accents and soft hyphens inside a word.
fn is_letter(c: char) -> bool {
    c.is_alphabetic() || is_combining_mark(c) || c == '\u{ad}'
}

/// White space, what takes no room, and apostrophes: `dall'anno` is two words.
fn is_gap(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{ad}' | '\u{feff}' | '\u{200b}' | '\'' | '’' | '‘' | 'ʼ' | '´' | '′')
}
