//! A name that the text of a page says again: `Open Doors` above `Every day Open Doors helps …`. What a site or one of its parts is called
//! hardly comes again there.

use super::assemble::Assembler;
use crate::schemas::fold_words;
use crate::sheets::{Entries, Line};
use crate::source::OPENING_QUOTES;

/// Characters of a line that is read as running text, at least.
const LINE: usize = 60;
/// Words of running text that are looked at, at most.
const WORDS: usize = 4096;
/// What parts a name from what is said of it.
const MARKS: [&str; 5] = [" – ", " — ", " - ", " | ", ": "];
/// Bytes of a name of one word at least.
const NAME: usize = 5;

/// The words of running text, folded, each with whether it begins with a capital.
pub(super) struct Told(Vec<(String, bool)>);

impl Assembler<'_, '_> {
    /// The running text of a sheet, from the byte `from` on.
    pub(super) fn told(&self, entries: &Entries, from: usize) -> Told {
        let lines = entries.entries.iter().flat_map(|entry| &entry.lines);
        let below = entries.preamble.iter().filter(|line| line.body.start >= from);
        let lines = below.chain(lines).chain(&entries.loose);
        let texts = lines.map(|line| line.body.of(self.text)).filter(|words| words.chars().count() >= LINE);
        Told(texts.flat_map(folded).take(WORDS).collect())
    }

    /// Whether running text says the name of a line again, or what stands before its first mark, with a capital.
    pub(super) fn is_told_again(&self, line: Line, told: &Told) -> bool {
        let words = line.body.of(self.text);
        let end = MARKS.iter().filter_map(|mark| words.find(mark)).min().unwrap_or(words.len());
        let name: Vec<String> = folded(&words[..end]).map(|word| word.0).collect();
        let tells = |word: &String| self.schemas.function_words.get(word.as_str()).is_none();
        let telling = name.iter().filter(|word| tells(word));
        let (count, longest) = telling.fold((0, 0), |(count, longest), word| (count + 1, longest.max(word.len())));
        let first = name.iter().position(tells).unwrap_or(0);
        (count > 1 || longest >= NAME) && told.says(&name, first)
    }
}

impl Told {
    /// Whether the words of a name stand there, the `first` that tells something with a capital: a sentence may begin with any.
    fn says(&self, name: &[String], first: usize) -> bool {
        let says = |run: &[(String, bool)]| run[first].1 && run.iter().map(|word| &word.0).eq(name);
        !name.is_empty() && self.0.windows(name.len()).any(says)
    }
}

/// The words of a text, folded, each with whether it begins with a capital.
fn folded(text: &str) -> impl Iterator<Item = (String, bool)> {
    let parts = text
        .split(|c: char| c.is_whitespace() || matches!(c, '\'' | '’'))
        .map(|part| part.trim_start_matches(OPENING_QUOTES));
    let words = parts.map(|part| (fold_words(part), part.starts_with(char::is_uppercase)));
    words.filter(|(word, _)| !word.is_empty())
}
