//! What the words of a contact mean; the words themselves are data.

use crate::schemas::{ContactWord, Part, fold_contact as fold};
pub use crate::schemas::{ContactWords as Words, Sense};
use crate::source::Span;

/// What a sub-label announces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Label {
    /// A part of a person: `E-mail`.
    Part(Part),
    /// An address on the web: `Website`.
    Web,
}

/// What a key of data names in a contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyedPart {
    /// A part of a person.
    Part(Part),
    /// An address on the web.
    Web,
}

/// A word of a piece of text.
#[derive(Debug, Clone)]
pub(super) struct Word {
    pub span: Span,
    pub folded: String,
    /// Whether it has an apostrophe or a slash, of which a part may mean something.
    is_marked: bool,
    /// Whether it is too short for an abbreviation to be told from a name, and not written as one.
    pub is_short_name: bool,
}

/// Bytes of a few words.
const PHRASE: usize = 120;
/// Letters of an abbreviation that a name may have, too, at most.
const ABBREVIATION: usize = 2;

impl Words {
    /// Whether the words at `span` hold one that only an organisation's name holds.
    pub fn name_organisation(&self, span: Span, text: &str) -> bool {
        self.find(&split(span, text), Sense::Organisation).is_some()
    }

    /// Whether words say what somebody does, and nothing else: `Projektleitung`.
    pub fn name_role(&self, words: &str) -> bool {
        let words = split(Span::new(0, words.len()), words);
        !words.is_empty() && self.phrase_at(&words, 0, Sense::Role) == Some(words.len())
    }

    /// The part of a contact that a key of data names: `fullName`, `correoElectronico`.
    pub fn part(&self, key: &str) -> Option<KeyedPart> {
        let spaced = crate::schemas::split_key(key);
        let label = |words: &str| self.label(&split(Span::new(0, words.len()), words));
        let label = label(key).or_else(|| label(spaced.as_deref()?))?;
        Some(match label {
            Label::Part(part) => KeyedPart::Part(part),
            Label::Web => KeyedPart::Web,
        })
    }

    /// Whether a key says what somebody or something is called.
    pub fn names(&self, key: &str) -> bool {
        matches!(self.part(key), Some(KeyedPart::Part(Part::Name | Part::Organisation)))
    }

    /// Whether the words at `span` are a sub-label that announces a part of a person: `E-mail`.
    pub fn announces(&self, span: Span, text: &str) -> bool {
        self.announced(span, text).is_some()
    }

    /// The part of a person that the words at `span` announce as a sub-label.
    pub fn announced(&self, span: Span, text: &str) -> Option<Part> {
        match self.label(&split(span, text)) {
            Some(Label::Part(part)) => Some(part),
            _ => None,
        }
    }

    /// Whether `word`, as written, is a title that a name need not have: `Mrs`, `Dr.`
    pub fn is_title(&self, word: &str) -> bool {
        self.has_sense(word, Sense::Title)
    }

    /// Whether `word`, as written, stands inside a name: `di`, `von`.
    pub fn is_particle(&self, word: &str) -> bool {
        self.has_sense(word, Sense::Particle)
    }

    /// Whether `word`, as written, stands between two names: `and`.
    pub fn joins(&self, word: &str) -> bool {
        self.has_sense(word, Sense::And)
    }

    /// Whether a full stop behind `word` ends no sentence: `Ltd.`, `e.`
    pub fn is_abbreviation(&self, word: &str) -> bool {
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        word.ends_with('.') && (self.is_stopped_organisation(word) || letters <= word.matches('.').count())
    }

    /// Whether `word` is an organisation's abbreviation that is written with a full stop: `Ltd.`
    pub(super) fn is_stopped_organisation(&self, word: &str) -> bool {
        self.phrases.get(&fold(word)).is_some_and(|it| it.stopped && it.has(Sense::Organisation))
    }

    /// Whether the word, as written, is a sub-label; a letter alone is more likely an initial.
    pub(super) fn is_label(&self, word: &str) -> bool {
        word.chars().filter(|c| c.is_alphabetic()).count() > 1 && self.meaning(&fold(word)).and_then(label_of).is_some()
    }

    /// Whether the word, as written, has this sense.
    pub fn has_sense(&self, word: &str, sense: Sense) -> bool {
        self.meaning(&fold(word)).is_some_and(|it| it.has(sense))
    }

    /// Whether a word of a piece has this sense.
    pub(super) fn means(&self, word: &Word, sense: Sense) -> bool {
        self.meaning(&word.folded).is_some_and(|it| it.has(sense))
    }

    /// The longest phrase of this sense that begins at word `at`: how many words it has.
    pub(super) fn phrase_at(&self, words: &[Word], at: usize, sense: Sense) -> Option<usize> {
        let ends = || sense == Sense::Role && self.ends_as_role(&words[at].folded);
        // `SA` is a company, `Sá` a name.
        let named = |count: &usize| sense == Sense::Organisation && *count == 1 && words[at].is_short_name;
        self.longest_at(words, at, |it| it.has(sense)).filter(|count| !named(count)).or_else(|| ends().then_some(1))
    }

    /// `Werkstattleiter`
    fn ends_as_role(&self, folded: &str) -> bool {
        let starts = folded.char_indices().skip(1).map(|(at, _)| at);
        starts.into_iter().any(|at| self.role_endings.get(&folded[at..]).is_some())
    }

    /// Whether all the words, as written, are a phrase of this sense.
    pub(super) fn is_phrase(&self, text: &str, sense: Sense) -> bool {
        let words: Vec<String> = text.split_whitespace().map(fold).collect();
        words.len() <= self.longest() && self.meaning(&words.join(" ")).is_some_and(|it| it.has(sense))
    }

    /// The first phrase of this sense in `words`: its first word and how many it has.
    pub(super) fn find(&self, words: &[Word], sense: Sense) -> Option<(usize, usize)> {
        (0..words.len()).find_map(|at| Some((at, self.phrase_at(words, at, sense)?)))
    }

    /// The label that all of `words` make: `E-mail`, `Tel./Fax`, `Tel. and fax`.
    pub(super) fn label(&self, words: &[Word]) -> Option<Label> {
        self.simple_label(words).or_else(|| self.joint_label(words))
    }

    /// The longest label at the end of `words`: its first word and what it announces.
    pub(super) fn label_at_end(&self, words: &[Word]) -> Option<(usize, Label)> {
        let reach = words.len().saturating_sub(self.longest() * 2 + 1);
        (reach..words.len()).find_map(|at| Some((at, self.label(&words[at..])?)))
    }

    fn simple_label(&self, words: &[Word]) -> Option<Label> {
        if words.len() > self.longest() {
            return None;
        }
        label_of(self.meaning(&join(words))?)
    }

    fn joint_label(&self, words: &[Word]) -> Option<Label> {
        if words.len() > self.longest() * 2 + 1 {
            return None;
        }
        let at = (1..words.len().saturating_sub(1)).find(|&at| self.joins_labels(&words[at]))?;
        self.simple_label(&words[at + 1..]).and(self.simple_label(&words[..at]))
    }

    /// `and`, or a slash.
    fn joins_labels(&self, word: &Word) -> bool {
        word.folded.is_empty() || self.meaning(&word.folded).is_some_and(|it| it.has(Sense::And))
    }

    fn longest_at(&self, words: &[Word], at: usize, wanted: impl Fn(&ContactWord) -> bool) -> Option<usize> {
        let (first, others) = words[at..].split_first()?;
        let mut found = self.meaning(&first.folded).filter(|it| wanted(it)).map(|_| 1);
        let others = &others[..others.len().min(self.longest().saturating_sub(1))];
        if self.heads.get(&first.folded).is_none() && !(first.is_marked || others.iter().any(|word| word.is_marked)) {
            return found;
        }
        let mut phrase = String::with_capacity(PHRASE);
        phrase.push_str(&first.folded);
        for (count, word) in (2..).zip(others) {
            phrase.push(' ');
            phrase.push_str(&word.folded);
            if self.meaning(&phrase).is_some_and(&wanted) {
                found = Some(count);
            }
        }
        found
    }

    /// Words of the longest phrase.
    const fn longest(&self) -> usize {
        self.most_words as usize
    }

    /// The meaning of a folded phrase, of what follows its apostrophe, or of what precedes its slash.
    fn meaning(&self, folded: &str) -> Option<&ContactWord> {
        let known = |part: &str| self.phrases.get(part);
        let parts = || {
            // Most have neither mark.
            memchr::memchr2(b'\'', b'/', folded.as_bytes())?;
            let rest = folded.split_once('\'').and_then(|(_, rest)| known(rest));
            rest.or_else(|| folded.split_once('/').and_then(|(first, _)| known(first)))
        };
        known(folded).or_else(parts)
    }
}

/// What a phrase announces as a sub-label.
fn label_of(word: &ContactWord) -> Option<Label> {
    word.part.map(Label::Part).or(word.web.then_some(Label::Web))
}

/// The words of the piece of text at `span`.
pub(super) fn split(span: Span, text: &str) -> Vec<Word> {
    let words = span.of(text).split_whitespace();
    let word = |word: &str| {
        let folded = fold(word);
        let is_short_name = folded.len() <= ABBREVIATION && word.contains(char::is_lowercase) && !word.contains('.');
        let is_marked = folded.bytes().any(|byte| matches!(byte, b'\'' | b'/'));
        Word { span: Span::of_slice(text, word), folded, is_marked, is_short_name }
    };
    words.map(word).collect()
}

fn join(words: &[Word]) -> String {
    let mut joined = String::new();
    for word in words {
        if !joined.is_empty() {
            joined.push(' ');
        }
        joined.push_str(&word.folded);
    }
    joined
}
