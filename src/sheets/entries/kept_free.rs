//! What keeps the place of a value free in a form: `Click here to enter text.`, `<Title>`, `{{ title }}`, `Example: …`.

use super::choices::of_the_form;
use crate::blocks::{is_question_mark, trim};
use crate::ledger::Claim;
use crate::schemas::{Schemas, is_number};
use crate::sheets::{Entries, Entry, Gap, Line, Opener};
use crate::source::Span;

/// Labels with nothing but words in square brackets, or with an example first, that show that the form has such throughout, at least.
const THROUGHOUT: usize = 3;
/// Letters of what stands in brackets at least: `[x]` and `[1]` are ticks and notes.
const LETTERS: usize = 3;
/// Bytes of the word that an example begins with at most.
const REMARK: usize = 24;
/// Tags around words that are looked through at most.
const TAGS: usize = 8;
/// Figures of a number of characters at most.
const FIGURES: usize = 5;

/// Takes what keeps places free out of the values of labels; counts the labels that had such.
pub fn leave_out(text: &str, entries: &mut Entries, schemas: &Schemas) {
    let is_label = |entry: &&mut Entry| matches!(entry.opener, Opener::Label { .. }) && !entry.lines.is_empty();
    let mut labelled: Vec<&mut Entry> = entries.entries.iter_mut().filter(is_label).collect();
    let habits = Habits::of(text, &labelled, schemas);
    let mut claims = Vec::new();
    let mut asking = 0;
    for entry in &mut labelled {
        let before = entry.lines.len();
        habits.leave_out(&mut entry.lines, &mut claims);
        asking += usize::from(entry.lines.len() < before);
    }
    entries.asking += asking;
    entries.claims.extend(claims);
}

/// What a form does throughout to keep places free.
struct Habits<'a> {
    text: &'a str,
    schemas: &'a Schemas,
    /// It has words in angle or curly brackets where a value should stand.
    angles: bool,
    /// The same with square brackets, of which some ask or name what belongs there.
    squares: bool,
    /// The word before its examples.
    example: Option<&'a str>,
    /// It counts the characters of each value.
    counters: bool,
}

impl<'a> Habits<'a> {
    fn of(text: &'a str, labelled: &[&mut Entry], schemas: &'a Schemas) -> Self {
        let throughout =
            |is: &dyn Fn(&[Line]) -> bool| labelled.iter().filter(|entry| is(&entry.lines)).count() >= THROUGHOUT;
        let all = |lines: &[Line], is: fn(&str) -> bool| lines.iter().all(|line| is(untagged(line.body.of(text))));
        let angles = throughout(&|lines| all(lines, is_in_angles));
        let asks = |entry: &&mut Entry| {
            let words = Line::text_of(&entry.lines, text);
            let named = words.trim_matches(|c: char| !c.is_alphabetic());
            all(&entry.lines, is_in_squares) && (words.contains(is_question_mark) || schemas.is_label(named))
        };
        let squares = throughout(&|lines| all(lines, is_in_squares)) && (angles || labelled.iter().any(asks));
        let words: Vec<&str> = labelled.iter().filter_map(|entry| remark(text, &entry.lines, schemas)).collect();
        let often = |word: &&&str| words.iter().filter(|other| other == word).count() >= THROUGHOUT;
        let example = words.iter().find(often).copied();
        let counters = throughout(&|lines| counts_letters(text, lines));
        Self { text, schemas, angles, squares, example, counters }
    }

    /// Takes out of a value what keeps its place free.
    fn leave_out(&self, lines: &mut Vec<Line>, claims: &mut Vec<Claim>) {
        if self.counters && counts_letters(self.text, lines) {
            claims.extend(lines.pop().map(|line| of_the_form(line.body)));
        }
        lines.retain(|line| {
            let words = untagged(line.body.of(self.text));
            let free = self.schemas.is_control(words) || self.angles && is_in_angles(words);
            claims.extend(free.then(|| of_the_form(line.body)));
            !free
        });
        if self.squares && lines.iter().all(|line| is_in_squares(untagged(line.body.of(self.text)))) {
            lines.clear();
        }
        if self.example.is_some() && remark(self.text, lines, self.schemas) == self.example {
            leave_out_example(self.text, lines);
        }
    }
}

/// Takes off the example that a value begins with: a line and those that go on with it, or the first paragraph of a cell.
fn leave_out_example(text: &str, lines: &mut Vec<Line>) {
    let first = lines[0].body;
    let behind = first_element(first.of(text)).map_or(first.end, |(_, rest)| Span::of_slice(text, rest).start);
    lines[0].body = trim(text, Span::new(behind, first.end));
    if lines[0].body.is_empty() {
        let goes_on = |line: &&Line| line.gap <= Gap::Line && line.body.of(text).starts_with(char::is_lowercase);
        let length = 1 + lines[1..].iter().take_while(goes_on).count();
        lines.drain(..length);
    }
}

/// The words of a line of a page without the tags around them.
fn untagged(line: &str) -> &str {
    let mut words = line;
    for _ in 0..TAGS {
        match first_element(words) {
            Some((inner, "")) => words = inner,
            _ => break,
        }
    }
    words
}

/// What the first tag of a line holds, and what stands behind its end.
fn first_element(line: &str) -> Option<(&str, &str)> {
    let (tag, rest) = line.strip_prefix('<')?.split_once('>')?;
    let name = tag.split(|c: char| !c.is_ascii_alphanumeric()).next().filter(|name| !name.is_empty())?;
    let (inner, rest) = rest.split_once(&format!("</{name}>"))?;
    Some((inner.trim(), rest.trim()))
}

/// `<Title>`, `{{ title }}`
fn is_in_angles(line: &str) -> bool {
    is_within(line, ['<', '>']) || line.starts_with("{{") && line.ends_with("}}")
}

fn is_in_squares(line: &str) -> bool {
    is_within(line, ['[', ']'])
}

/// Whether all words of a line stand in brackets: `<Partner 1>; <Partner 2>`, `[activity] – [how often]`. Addresses and tags are no words.
fn is_within(line: &str, [open, close]: [char; 2]) -> bool {
    let mut letters = 0;
    let mut inside = false;
    for c in line.trim_start_matches('\\').chars() {
        match c {
            _ if c == open && !inside => inside = true,
            _ if c == close && inside => inside = false,
            '=' | '/' | '@' if open == '<' => return false,
            _ if c.is_alphabetic() && !inside => return false,
            _ => letters += usize::from(c.is_alphabetic()),
        }
    }
    letters >= LETTERS && !inside
}

/// `57/100`, below a value of so many characters: what an online form counted, and how many there may be.
fn counts_letters(text: &str, lines: &[Line]) -> bool {
    let [value @ .., last] = lines else { return false };
    let Some((counted, most)) = last.body.of(text).split_once('/') else { return false };
    let number = |words: &str| words.trim().parse::<usize>().ok().filter(|_| is_number(words.trim(), FIGURES));
    // How many there may be stands above, too.
    let written = value.iter().map(|line| line.body.of(text)).filter(|line| !line.starts_with('('));
    let length: usize = written.map(|line| line.chars().count() + 1).sum();
    let near = |counted: usize| counted.abs_diff(length) <= 2 + length / 4;
    length > 0 && number(counted).zip(number(most)).is_some_and(|(counted, most)| counted <= most && near(counted))
}

/// The word with a colon that a value begins with, if it begins a remark: `Example: a theatre group`, before what may be the value.
fn remark<'t>(text: &'t str, lines: &[Line], schemas: &Schemas) -> Option<&'t str> {
    let line = lines.first()?.body.of(text);
    let (words, _) = untagged(first_element(line).map_or(line, |(inner, _)| inner)).split_once(':')?;
    (words.len() <= REMARK && schemas.begins_remark(words)).then_some(words)
}

#[cfg(test)]
mod tests {
    use super::{is_within, untagged};

    #[test]
    fn tags_around_words_are_none_of_them() {
        assert_eq!(untagged("<span class=\"a\"><b>Open door</b></span>"), "Open door");
        assert_eq!(untagged("<b>Open</b> door <b>now</b>"), "<b>Open</b> door <b>now</b>");
        assert_eq!(untagged("<Title>"), "<Title>");
    }

    #[test]
    fn words_in_brackets_keep_a_place_free() {
        assert!(is_within("<Partner 1>; <Partner 2>", ['<', '>']));
        assert!(is_within("[activity] – [how often]", ['[', ']']) && is_within("1. [first aim]", ['[', ']']));
        for line in ["<ada@example.org>", "<https://example.org>", "<img src=a>", "a < b > c", "[x]", "[Open door](x)"]
        {
            assert!(!is_within(line, ['<', '>']) && !is_within(line, ['[', ']']), "{line}");
        }
    }
}
