//! What keeps the place of a value free in a form: `Click here to enter text.`, `<Title>`, `{{ title }}`, `Example: …`.

use super::choices::of_the_form;
use crate::blocks::trim;
use crate::schemas::{Schemas, is_number};
use crate::sheets::{Entries, Entry, Gap, Line, Opener};
use crate::source::Span;

/// Labels with nothing but words in square brackets, or with an example first, that show that the form has such throughout, at least.
const THROUGHOUT: usize = 3;
/// Letters of what stands in brackets at least: `[x]` and `[1]` are ticks and notes.
const LETTERS: usize = 3;
/// Bytes of the word that an example begins with at most.
const REMARK: usize = 24;
/// Figures of a number of characters at most.
const FIGURES: usize = 5;

/// Takes what keeps places free out of the values of labels; counts the labels that had such.
pub fn leave_out(text: &str, entries: &mut Entries, schemas: &Schemas) {
    let is_label = |entry: &&mut Entry| matches!(entry.opener, Opener::Label { .. }) && !entry.lines.is_empty();
    let mut labelled: Vec<&mut Entry> = entries.entries.iter_mut().filter(is_label).collect();
    let before: Vec<usize> = labelled.iter().map(|entry| entry.lines.len()).collect();
    let in_square = |entry: &Entry| entry.lines.iter().all(|line| is_within(untagged(line.body.of(text)), ['[', ']']));
    let squares = labelled.iter().filter(|entry| in_square(entry)).count() >= THROUGHOUT;
    let examples =
        labelled.iter().filter(|entry| begins_with_example(text, &entry.lines, schemas)).count() >= THROUGHOUT;
    let counters = labelled.iter().filter(|entry| counts_letters(text, &entry.lines)).count() >= THROUGHOUT;
    let mut claims = Vec::new();
    for entry in &mut labelled {
        if counters && counts_letters(text, &entry.lines) {
            claims.extend(entry.lines.pop().map(|line| of_the_form(line.body)));
        }
        entry.lines.retain(|line| {
            let free = keeps_free(untagged(line.body.of(text)), schemas);
            claims.extend(free.then(|| of_the_form(line.body)));
            !free
        });
        if squares && in_square(entry) {
            entry.lines.clear();
        }
        if examples && begins_with_example(text, &entry.lines, schemas) {
            leave_out_example(text, &mut entry.lines);
        }
    }
    let asking = labelled.iter().zip(before).filter(|(entry, before)| entry.lines.len() < *before).count();
    entries.asking += asking;
    entries.claims.extend(claims);
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
    while let Some((inner, "")) = first_element(words) {
        words = inner;
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

/// Whether a line says that its field is empty, or stands in angle or curly brackets.
fn keeps_free(line: &str, schemas: &Schemas) -> bool {
    schemas.is_control(line) || is_within(line, ['<', '>']) || line.starts_with("{{") && line.ends_with("}}")
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

/// `57/100`, below a value: how many characters an online form counted, of how many.
fn counts_letters(text: &str, lines: &[Line]) -> bool {
    let [_, .., last] = lines else { return false };
    let counts = |(written, most): (&str, &str)| is_number(written.trim(), FIGURES) && is_number(most.trim(), FIGURES);
    last.body.of(text).split_once('/').is_some_and(counts)
}

/// `Example: a theatre group`, before what may be the value.
fn begins_with_example(text: &str, lines: &[Line], schemas: &Schemas) -> bool {
    let Some(line) = lines.first().map(|first| first.body.of(text)) else { return false };
    let words = untagged(first_element(line).map_or(line, |(inner, _)| inner)).split_once(':');
    words.is_some_and(|(words, _)| words.len() <= REMARK && schemas.begins_remark(words))
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
