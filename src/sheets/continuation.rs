//! Whether a sentence goes on behind the edge of a page.

use crate::schemas::{Schemas, fold};

/// Whether `after` goes on with the sentence that `before` has begun.
///
/// It does where no end mark stands between them and it begins in lower case or with a digit, or where the last word cannot
/// end a sentence (`delle`, `and`).
pub fn continues(before: &str, after: &str, schemas: &Schemas) -> bool {
    let before = before.trim_end();
    let open =
        before.ends_with([',', '(', '/', '-', '–', '«', '“', '\u{ad}']) || before.ends_with(char::is_alphanumeric);
    let begins = after.trim_start().chars().next();
    let runs_on = begins.is_some_and(|c| c.is_lowercase() || c.is_ascii_digit() || c == ')' || c == '(');
    open && (runs_on || ends_in_function_word(before, schemas))
}

/// Whether a line stops in the middle of a phrase: at a comma, in a bracket, or at a word that cannot end one.
pub fn ends_open(line: &str, schemas: &Schemas) -> bool {
    let line = line.trim_end();
    line.ends_with([',', '(', '/', '-', '–', '«', '“', '\u{ad}', '&'])
        || count(line, b'(') > count(line, b')')
        || ends_in_function_word(line, schemas)
}

/// How often a byte stands in a line.
fn count(line: &str, byte: u8) -> usize {
    memchr::memchr_iter(byte, line.as_bytes()).count()
}

fn ends_in_function_word(before: &str, schemas: &Schemas) -> bool {
    let last = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    !last.chars().any(char::is_uppercase) && schemas.function_words.get(&fold(last)).is_some()
}

/// How many sentences end inside some words, with another behind each.
pub fn sentences_within(words: &str) -> usize {
    words.match_indices(". ").filter(|(at, _)| words[at + 2..].starts_with(char::is_uppercase)).count()
}
