//! Forms that are explained: behind each label stands what to write there.

use super::proof::ends_sentence;
use super::{Finder, RUN, words};
use crate::blocks::{Block, Shape, bullet};
use crate::hashed::{HashMap, HashSet};
use crate::ledger::Class;
use crate::practice::Field;
use crate::schemas::Label;
use crate::sheets::{Entries, Entry};
use crate::source::Span;

/// Labels that ask for a name, with a sentence behind each, at least.
const EXPLAINED: usize = 2;
/// Labels whose values end in one measure at least.
const LIMITED: usize = 3;
/// Labels whose values advise, at least, and what ends the sentences of a text.
const ADVISED: usize = 3;
const SENTENCE_ENDS: [char; 4] = ['.', '!', '?', ';'];
/// Words of such a sentence at least.
const WORDS: usize = 4;

impl Finder<'_> {
    /// The first of several labels that ask for a name, a place or a date, if all that stands behind them are sentences that name
    /// nobody and nothing: `Lead organisation: the body that carries the responsibility, not every partner.`
    pub(super) fn guidance(&self, entries: &Entries) -> Option<Span> {
        // A page has a day of its own at its foot.
        let is_name = |label: &Label| label.is_name() && label.field != Field::AsOf;
        let asks_for_name = |entry: &&Entry| self.label(entry).is_some_and(is_name) && !entry.lines.is_empty();
        let named: Vec<&Entry> = entries.entries.iter().filter(asks_for_name).collect();
        let told = |entry: &&&Entry| explains(self.value(entry), self.is_listed(entry));
        let count = named.iter().filter(told).count();
        // A call names days of its own beside what it asks for.
        let titled = named.iter().filter(told).any(|entry| self.names_practice(entry));
        // A few words that begin small may be a value, where others are: more must be told so.
        let long = |entry: &Entry| self.value(entry).split_whitespace().count() >= WORDS;
        let at_length = |entry: &&&Entry| told(entry) && (long(entry) || self.is_listed(entry));
        let most = || {
            let half = named.iter().filter(at_length).count() * 2 > named.len();
            titled && (half || count * 3 > named.len() * 2)
        };
        let explained = count >= EXPLAINED && (count == named.len() || most());
        explained.then(|| named.first().and_then(|entry| words(entry))).flatten()
    }

    /// The first of several labels that ask for a name, a place or a date, the title's among them, if sentences stand behind all of
    /// them: what the form asks for, or what somebody thinks of the answers. `Title: Reads like a slogan. Use ten words at most.`
    pub(super) fn sentences_for_names(&self, entries: &Entries) -> Option<Span> {
        let asks_for_name = |entry: &&Entry| self.label(entry).is_some_and(Label::is_name) && !entry.lines.is_empty();
        let named: Vec<&Entry> = entries.entries.iter().filter(asks_for_name).collect();
        let fields: HashSet<Field> = named.iter().filter_map(|entry| Some(self.label(entry)?.field)).collect();
        let is_sentence = |entry: &&Entry| {
            let value = self.value(entry);
            ends_sentence(value) && value.split_whitespace().count() >= WORDS
        };
        // A form may end each of its values with a full stop.
        let several = |entry: &&&Entry| holds_sentences(self.value(entry));
        let told = || named.iter().all(is_sentence) && named.iter().filter(several).count() * 2 >= named.len();
        named
            .first()
            .filter(|_| fields.len() >= RUN && fields.contains(&Field::Title) && told())
            .and_then(|entry| words(entry))
    }

    /// The first of several labels whose values tell people what to write, beside what they ask: `Give a short name. Avoid acronyms.`
    pub(super) fn advised(&self, entries: &Entries) -> Option<Span> {
        // Objectives and what is done may be named by verbs, as instructions are; who did it may advise others.
        let advises_others = |label: &Label| {
            use Field::{Activities, Challenges, Method, Objectives, SuccessFactors, Transferability, Unmapped};
            matches!(label.field, Objectives | Activities | Method | Challenges | SuccessFactors | Transferability)
                || label.field == Unmapped
        };
        let tells = |entry: &&Entry| self.label(entry).is_some_and(|label| !advises_others(label));
        let filled: Vec<&Entry> =
            entries.entries.iter().filter(|entry| !entry.lines.is_empty()).filter(tells).collect();
        let advises = |entry: &&&Entry| {
            let mut sentences = self.value(entry).split(SENTENCE_ENDS).map(str::trim);
            sentences.any(|sentence| self.schemas.tells_to_write(sentence))
        };
        let advised: Vec<&&Entry> = filled.iter().filter(advises).collect();
        let most = advised.len() >= ADVISED && advised.len() * 3 >= filled.len();
        advised.first().filter(|_| most).and_then(|entry| words(entry))
    }

    /// The first of several labels behind each of which stands how long its value may be, in one measure: `Title … 100 characters`,
    /// `Results … 1,500 characters`.
    pub(super) fn limited(&self, entries: &Entries) -> Option<Span> {
        let labelled = entries.entries.iter().filter(|entry| self.label(entry).is_some());
        let mut limited: HashMap<&str, Vec<&Entry>> = HashMap::default();
        for entry in labelled {
            // Behind the tag of its cell.
            let last = self.value(entry).rsplit('>').next().unwrap_or_default();
            let known = |measure: &&str| self.schemas.is_instruction(&format!("{measure} max"));
            if let Some(measure) = measure(last).filter(known) {
                limited.entry(measure).or_default().push(entry);
            }
        }
        let most = limited.into_values().max_by_key(Vec::len).filter(|entries| entries.len() >= LIMITED)?;
        let tells = most.iter().any(|entry| self.label(entry).is_some_and(Label::holds_text));
        most.first().filter(|_| tells).and_then(|entry| words(entry))
    }

    /// Whether the label stands behind a bullet, or a letter that counts it.
    fn is_listed(&self, entry: &Entry) -> bool {
        let start = words(entry).map_or(0, |words| self.text[..words.start].rfind('\n').map_or(0, |at| at + 1));
        let line = self.text[start..].trim_start_matches([' ', '\t']);
        let lettered = line.strip_prefix(char::is_alphabetic).is_some_and(|rest| rest.starts_with(')'));
        lettered || bullet(line).is_some()
    }

    /// The first item of a list of what a sheet is to hold: labels without a value, of fields that no label elsewhere opens.
    pub(super) fn asked_for(&self, blocks: &[Block<'_>], entries: &Entries) -> Option<Span> {
        let mut lists = blocks.chunk_by(|a, b| is_item(a) && is_item(b)).filter(|list| list.len() > RUN);
        lists.find_map(|list| {
            let all = list[0].span.to(list[list.len() - 1].span);
            let elsewhere = |entry: &&Entry| words(entry).is_some_and(|words| !all.covers(words));
            let opened: HashSet<Field> =
                entries.entries.iter().filter(elsewhere).filter_map(|entry| Some(self.label(entry)?.field)).collect();
            // What stands below an item in a list that has lost its levels may be its value.
            let alone = |at: &usize| list.get(at + 1).is_none_or(|next| self.field_of(next).is_some());
            let asked = (0..list.len()).filter(alone).filter_map(|at| self.field_of(&list[at]));
            let asked = asked.filter(|field| !opened.contains(field));
            let fields: HashSet<Field> = asked.collect();
            (fields.len() > RUN).then(|| list[0].body())
        })
    }

    /// The field of a line that is a label and nothing else.
    fn field_of(&self, block: &Block<'_>) -> Option<Field> {
        Some(self.schemas.own_labels(&block.whole, self.template).next()?.field)
    }
}

/// Whether a text has several sentences: behind a word, and no abbreviation such as `St.`, another begins.
fn holds_sentences(text: &str) -> bool {
    text.match_indices(['.', '?', ';']).any(|(at, mark)| {
        let word = text[..at].rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        let next = text[at + mark.len()..].trim_start();
        let begins = (mark == ";" || next.starts_with(char::is_uppercase)) && next.len() < text.len() - at - mark.len();
        begins && word.chars().count() >= WORDS
    })
}

/// The word behind the number that a value ends with: `characters` of `What was done, 3,000 characters`.
fn measure(value: &str) -> Option<&str> {
    let mut words = value.split_whitespace().rev();
    let (measure, number) = (words.next()?, words.next()?);
    let counts = number.len() > 1 && number.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','));
    let worded = measure.chars().all(char::is_alphabetic) && measure.starts_with(char::is_lowercase);
    (counts && worded).then_some(measure)
}

/// Whether a line is an item of a list; the bullet of a label may have been taken off.
fn is_item(block: &Block<'_>) -> bool {
    let taken = block.before.is_some_and(|(_, class)| class == Class::Markup);
    matches!(block.shape, Shape::Bullet { .. }) || (taken && matches!(block.shape, Shape::Prose { .. }))
}

/// Whether sentences have neither a figure nor a name: no word in them begins with a capital but the first of each. Behind the items of a
/// list a few words that begin small are enough; in a form somebody may write so.
fn explains(value: &str, listed: bool) -> bool {
    let mut at_start = true;
    let mut names = false;
    for word in value.split_whitespace() {
        let word = word.trim_start_matches(|c: char| !c.is_alphanumeric());
        let acronym = word.trim_end_matches(|c: char| !c.is_alphanumeric()).chars().all(char::is_uppercase);
        names |= !at_start && word.starts_with(char::is_uppercase) && !acronym;
        at_start = ends_sentence(word) || word.ends_with(':');
    }
    let figures = value.contains(|c: char| c.is_ascii_digit() || c == '@');
    let count = value.split_whitespace().count();
    let small = value.starts_with(char::is_lowercase) && count > 1;
    let told = ends_sentence(value) && (count >= WORDS || small) || (listed && small);
    told && !names && !figures
}

#[cfg(test)]
mod tests {
    use super::explains;

    #[test]
    fn names_explain_nothing() {
        assert!(explains("A short name that says what the practice is about. Avoid acronyms.", false));
        for value in ["Comune di Rocca, in collaborazione con la Caritas.", "From 12 to 18 years.", "The tin orchestra"]
        {
            assert!(!explains(value, true), "{value}");
        }
    }
}
