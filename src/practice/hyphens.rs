//! Words that a line end cuts in two.

use crate::blocks::floor;
use crate::schemas::{Schemas, fold};
use crate::source::Span;
pub use crate::source::hyphens::{SOFT_HYPHEN, divides};

/// Bytes before and behind a hyphen among which the word is sought with its hyphen.
const NEIGHBOURHOOD: usize = 4000;

/// A word that goes on behind the end of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cut {
    /// The word has no hyphen of its own: `inclu-` and `sion`. Where the hyphen stands.
    Word(Span),
    /// The word has one, as another place in the text shows, or a capital behind it: `rendez-` and `vous`, `Saint-` and `Étienne`.
    Compound,
}

/// How the word goes on that a stretch of text ends in the middle of; nothing where its last word is whole. `divides` says whether
/// the document may divide words.
pub fn cut(text: &str, words: Span, divides: bool, schemas: &Schemas) -> Option<Cut> {
    let raw = words.of(text);
    let hyphen = raw.chars().next_back().filter(|c| [SOFT_HYPHEN, '-', '‐'].contains(c))?;
    let at = Span::new(words.end - hyphen.len_utf8(), words.end);
    let head = &raw[..raw.len() - hyphen.len_utf8()];
    if hyphen == SOFT_HYPHEN {
        return head.ends_with(char::is_alphabetic).then_some(Cut::Word(at));
    }
    let head = head.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let tail = next_line(&text[words.end..])?;
    let is_part = head.chars().count() > 1 && head.ends_with(char::is_lowercase);
    if !is_part {
        return None;
    }
    let near = &text[floor(text, words.start.saturating_sub(NEIGHBOURHOOD))..floor(text, words.end + NEIGHBOURHOOD)];
    let name = tail.starts_with(char::is_uppercase);
    let compound = name
        || is_prefix(near, head)
        || waits(&raw[..raw.len() - hyphen.len_utf8() - head.len()], schemas)
        || near.contains(&format!("{head}-{tail}"));
    // `Hin- und Rückfahrt`: the word behind the hyphen stands by itself. Others that are short may end a word: `Kenntnis-se`.
    let joins = |word: &str| schemas.joiners.get(word).is_some();
    let whole = fold(tail) == tail && (joins(tail) || joins(&format!("{tail}.")));
    match () {
        () if compound => Some(Cut::Compound),
        () if whole => None,
        () if !divides => Some(Cut::Compound),
        () => Some(Cut::Word(at)),
    }
}

/// Whether the head of a word stands before a hyphen in the middle of a line elsewhere: `socio-` in `socio-economic`.
fn is_prefix(near: &str, head: &str) -> bool {
    let whole = |at: usize| !near[..at].ends_with(char::is_alphabetic);
    let goes_on = |end: usize| near[end..].strip_prefix('-').is_some_and(|rest| rest.starts_with(char::is_alphabetic));
    near.match_indices(head).any(|(at, _)| whole(at) && goes_on(at + head.len()))
}

/// Whether the words before a compound have one whose other half is still to come: `first- and`.
fn waits(before: &str, schemas: &Schemas) -> bool {
    let mut words = before.split_whitespace().rev();
    let joins = words.next().is_some_and(|word| schemas.function_words.get(&fold(word)).is_some());
    joins && words.next().is_some_and(|word| word.ends_with('-') && word.starts_with(char::is_alphabetic))
}

/// The first word of the next line, if only a line end and white space stand before it.
fn next_line(behind: &str) -> Option<&str> {
    // The bars of a table that is drawn stand between the lines of its cells.
    let words = behind.trim_start_matches(|c: char| c.is_whitespace() || c == '|');
    let space = &behind[..behind.len() - words.len()];
    let end = words.find(|c: char| !c.is_alphabetic()).unwrap_or(words.len());
    (space.matches('\n').count() == 1 && end > 0).then(|| &words[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_goes_on_behind_its_line() {
        let cut_in = |text: &str| {
            let end = text.find('\n').unwrap_or(text.len());
            cut(text, Span::new(0, end), true, Schemas::builtin())
        };
        assert_eq!(cut_in("l'inclu-\n  sione"), Some(Cut::Word(Span::new(7, 8))));
        assert_eq!(cut_in("sur rendez-\nvous, sans rendez-vous"), Some(Cut::Compound));
        assert_eq!(cut_in("die Hin-\nund Rückfahrt"), None);
        assert_eq!(cut_in("socio-\nfamiliar, socio-laboral"), Some(Cut::Compound));
        assert_eq!(cut_in("first- and second-\ngeneration"), Some(Cut::Compound));
        assert_eq!(cut_in("2019-\nheute"), None);
        assert_eq!(cut_in("the end -\nof it"), None);
        assert_eq!(cut_in("Baden-\nWürttemberg"), Some(Cut::Compound));
        assert_eq!(cut_in("a word-\n\nand more"), None);
        assert_eq!(cut_in("2019 – 年-\nende"), None);
        assert_eq!(cut_in("“–”inclu-\nsione"), Some(Cut::Word(Span::new(14, 15))));
    }

    #[test]
    fn where_hyphens_at_line_ends_are_rare_they_belong_to_their_words() {
        let cut_in =
            |text: &str, divides| cut(text, Span::new(0, text.find('\n').unwrap()), divides, Schemas::builtin());
        assert_eq!(cut_in("second-\ngeneration", false), Some(Cut::Compound));
        assert_eq!(cut_in("second-\ngeneration", true), Some(Cut::Word(Span::new(6, 7))));
        assert_eq!(cut_in("die Hin-\nund Rückfahrt", false), None);
    }
}
