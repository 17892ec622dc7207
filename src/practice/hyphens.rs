//! Words that a line end cuts in two.

use crate::blocks::floor;
use crate::schemas::{Schemas, fold};
use crate::source::Span;

/// The hyphen that a word has at the end of its line and nowhere else.
pub const SOFT_HYPHEN: char = '\u{ad}';
/// Bytes before and behind a hyphen among which the word is sought with its hyphen.
const NEIGHBOURHOOD: usize = 4000;

/// Lines at least whose sentence goes on in the next, before they show how a document is set.
const RUNNING: usize = 100;
/// Where words are divided at line ends, more than one such line in so many ends in the middle of a word.
const RARE: usize = 50;

/// Whether a document may divide words at line ends. Where hyphens are rare there, each of them belongs to its word.
pub fn divides(text: &str) -> bool {
    let (mut running, mut cut) = (0, 0);
    let mut before = "";
    for next in text.lines().map(str::trim) {
        let line = std::mem::replace(&mut before, next);
        if !next.starts_with(char::is_lowercase) {
            continue;
        }
        let head = line.trim_end_matches([SOFT_HYPHEN, '-', '‐']);
        let is_cut = head.len() < line.len() && head.ends_with(char::is_lowercase);
        running += usize::from(is_cut || line.ends_with(|c: char| c.is_alphabetic() || c == ','));
        cut += usize::from(is_cut);
    }
    running < RUNNING || cut * RARE > running
}

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
    // `Hin- und Rückfahrt`: the word behind the hyphen stands by itself.
    let whole = fold(tail) == tail && schemas.function_words.get(tail).is_some();
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
        let set = |lines: usize, every: usize| -> String {
            (1..=lines)
                .map(|nth| if nth % every == 0 { "women of the second-\n" } else { "gardens that are open\n" })
                .collect()
        };
        assert!(!divides(&set(300, 100)));
        assert!(divides(&set(300, 10)));
        assert!(divides(&set(60, 50)));
        let cut_in =
            |text: &str, divides| cut(text, Span::new(0, text.find('\n').unwrap()), divides, Schemas::builtin());
        assert_eq!(cut_in("second-\ngeneration", false), Some(Cut::Compound));
        assert_eq!(cut_in("second-\ngeneration", true), Some(Cut::Word(Span::new(6, 7))));
        assert_eq!(cut_in("die Hin-\nund Rückfahrt", false), None);
    }
}
