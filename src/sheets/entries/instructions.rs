//! What a form says to whoever fills it in: it is no value, and stays unassigned, but for boxes without a tick.

use super::choices::of_the_form;
use crate::blocks::boxes::is_unticked;
use crate::blocks::html::readable;
use crate::hashed::HashMap;
use crate::practice::Field;
use crate::schemas::{Label, Schemas};
use crate::sheets::{Entries, Entry, Gap, Line, Opener};
use crate::source::{Span, three_spaces};

/// Labels with an instruction above their value that show that the form has such throughout, at least, and bytes of one at most.
const TELLING: usize = 3;
const PARAGRAPH: usize = 320;
/// Bytes of a line that says how long an answer may be, at most.
const LIMIT: usize = 60;
/// Underscores that make a line to write on.
pub const LINE_TO_WRITE_ON: &str = "____";
/// Dots or ellipses that make one.
const DOTS: [&str; 2] = ["....", "……"];

/// Takes instructions off that stand above the values of a form throughout.
pub fn leave_out_throughout(text: &str, entries: &mut Entries, schemas: &Schemas) {
    let is_label = |entry: &&mut Entry| matches!(entry.opener, Opener::Label { .. });
    let told = entries.entries.iter_mut().filter(is_label);
    let told: Vec<(&mut Entry, usize)> = told
        .map(|entry| {
            let lines = instruction_above(text, &entry.lines, schemas);
            (entry, lines)
        })
        .filter(|(_, lines)| *lines > 0)
        .collect();
    if told.len() >= TELLING {
        told.into_iter().for_each(|(entry, lines)| drop(entry.lines.drain(..lines)));
    }
}

/// Empties labels that say nothing but what to write, in a sentence, where another label for the same field has the value: `Reasons`, with
/// `Explain why it was begun.` below it, above `What led to it?`
pub fn leave_out_repeated(text: &str, entries: &mut Entries, labels: &[Label], schemas: &Schemas) {
    let field = |entry: &Entry| match entry.opener {
        Opener::Label { label, .. } => labels.get(usize::from(label)).map(|label| label.field),
        _ => None,
    };
    let mut counts: HashMap<Field, usize> = HashMap::default();
    for own in entries.entries.iter().filter(|entry| !entry.lines.is_empty()).filter_map(field) {
        *counts.entry(own).or_default() += 1;
    }
    for entry in &mut entries.entries {
        let [only] = &entry.lines[..] else { continue };
        let words = only.body.of(text);
        let told = only.gap > Gap::None && words.ends_with('.') && !words.contains(". ") && schemas.instructs(words);
        if told && field(entry).is_some_and(|own| counts[&own] > 1) {
            entry.lines.clear();
            entries.asking += 1;
        }
    }
}

/// Takes instructions, lines to write on and empty boxes out of the values of labels; counts the labels that had such.
pub fn leave_out(text: &str, entries: &mut Entries, labels: &[Label], schemas: &Schemas) {
    for entry in &mut entries.entries {
        let Opener::Label { label, .. } = entry.opener else { continue };
        let names = labels.get(usize::from(label)).is_some_and(Label::is_name);
        let before = entry.lines.len();
        let unticked = |line: &&Line| is_unticked(line.body.of(text));
        entries.claims.extend(entry.lines.iter().filter(unticked).map(|line| of_the_form(whole(line))));
        entry.lines.iter_mut().for_each(|line| line.body = before_blank(text, line.body));
        if let Some(first) = entry.lines.first_mut() {
            first.body = behind_limit(text, first.body, schemas);
        }
        entry.lines.retain(|line| !is_to_fill_in(line.body.of(text)));
        let mut asks = entry.lines.len() < before;
        while begins_with_instruction(text, &entry.lines, schemas)
            || is_placeholder(text, &entry.lines, schemas)
            || (names && is_told(text, &entry.lines, schemas))
            || is_limit_above(text, &entry.lines, schemas)
            || is_told_at_length(text, &entry.lines, schemas)
        {
            entry.lines.remove(0);
            asks = true;
        }
        entries.asking += usize::from(asks);
    }
}

/// A line with its bullet.
fn whole(line: &Line) -> Span {
    line.bullet().map_or(line.body, |marker| marker.to(line.body))
}

/// A value without what is to be filled in at the other end of its line: `18/01/2024        Signature ________`.
fn before_blank(text: &str, line: Span) -> Span {
    let raw = line.of(text);
    let blank = raw.find(LINE_TO_WRITE_ON);
    let gap = |blank: usize| three_spaces(&raw[..blank]).or_else(|| raw[..blank].find('\t').filter(|&tab| tab > 0));
    let end = blank.and_then(gap).filter(|&end| !raw[..end].trim_end().ends_with(':'));
    end.map_or(line, |end| Span::new(line.start, line.start + end))
}

/// A value without the brackets at its start that say how long it may be: `(75 characters at most) The open door`.
fn behind_limit(text: &str, line: Span, schemas: &Schemas) -> Span {
    let raw = line.of(text);
    let end = if raw.starts_with('(') { raw.find(')').map(|end| end + 1) } else { None };
    // `(3 hours at most)` says how long something takes.
    let many = |words: &str| words.split(|c: char| !c.is_ascii_digit()).any(|number| number.len() > 1);
    let limits = |end: &usize| *end < raw.len() && many(&raw[1..*end - 1]) && is_limit(&raw[1..*end - 1], schemas);
    end.filter(limits).map_or(line, |end| crate::blocks::trim(text, Span::new(line.start + end, line.end)))
}

/// `Name: ________`, `☐ urban ☐ rural`, `1) ........ 2) ........`
fn is_to_fill_in(line: &str) -> bool {
    let is_dotted = DOTS.iter().any(|dots| line.contains(dots)) && !line.contains(char::is_alphabetic);
    // `Ada Rossi____ tel. ____051 123456` was filled in.
    let filled = |behind: &str| behind.starts_with(|c: char| c.is_ascii_digit()) || behind.contains('@');
    let blank = line.rsplit_once(LINE_TO_WRITE_ON).is_some_and(|(_, behind)| !filled(behind));
    blank || is_dotted || is_unticked(line)
}

/// The lines of a paragraph that says what to write, or a line that says how long it may be, with a value below: `Max 15 words.`
fn instruction_above(text: &str, lines: &[Line], schemas: &Schemas) -> usize {
    if lines.len() > 1 && is_limit(lines[0].body.of(text), schemas) {
        return 1;
    }
    let end = lines.iter().skip(1).position(|line| line.gap >= Gap::Blank).map_or(0, |at| at + 1);
    let told = || lines.first().is_some_and(|first| schemas.instructs(first.body.of(text)));
    let says = end > 0 && Line::text_of(&lines[..end], text).len() <= PARAGRAPH && told();
    if says { end } else { 0 }
}

/// A few words that begin as an instruction does and have a number: `Max 15 words.`
fn is_limit(line: &str, schemas: &Schemas) -> bool {
    line.len() <= LIMIT && line.contains(|c: char| c.is_ascii_digit()) && schemas.instructs(line)
}

/// `Max 15 words`, with the value below: what is limited is what people write, and no number of children.
fn is_limit_above(text: &str, lines: &[Line], schemas: &Schemas) -> bool {
    let [first, _, ..] = lines else { return false };
    let words = readable(first.body.of(text));
    is_limit(&words, schemas) && schemas.measures_text(&words)
}

/// `(give numbers)` or `[full name]` behind a label or below it, with the value on the next line; `*Please describe what was done*`.
fn begins_with_instruction(text: &str, lines: &[Line], schemas: &Schemas) -> bool {
    let Some(first) = lines.first() else { return false };
    let words = first.body.of(text);
    let value_below = lines.len() > 1 && first.gap <= Gap::Line;
    let bracket = is_within(words, '(', ')') || is_within(words, '[', ']');
    let set_off = bracket || is_emphasised(words);
    (bracket && value_below) || (set_off && schemas.instructs(words))
}

/// Whether one pair of marks holds all of a line.
fn is_emphasised(line: &str) -> bool {
    let inner = line.trim_matches(['*', '_']);
    line.starts_with(['*', '_']) && line.ends_with(['*', '_']) && !inner.contains(['*', '_'])
}

/// `[Type here]` or `To be completed` and nothing else.
fn is_placeholder(text: &str, lines: &[Line], schemas: &Schemas) -> bool {
    let [only] = lines else { return false };
    let words = only.body.of(text);
    is_within(words, '[', ']') || schemas.is_instruction(words)
}

/// `Please write the full name.` where a name, a place or a date should stand: a sentence that tells what to write is none.
fn is_told(text: &str, lines: &[Line], schemas: &Schemas) -> bool {
    lines.first().map(|line| line.body.of(text)).is_some_and(|words| words.ends_with('.') && schemas.instructs(words))
}

/// `Please give a short description of the project (about 20 lines). Note that it may be published.`, on a line of its own with the value
/// directly below.
fn is_told_at_length(text: &str, lines: &[Line], schemas: &Schemas) -> bool {
    let [first, second, ..] = lines else { return false };
    let (words, next) = (first.body.of(text), second.body.of(text));
    let apart = first.gap > Gap::None && next.starts_with(char::is_uppercase) && words.ends_with(['.', ')']);
    let bracket = words.split_once('(').and_then(|(_, rest)| rest.split_once(')')).map_or("", |(inner, _)| inner);
    let limited = bracket.contains(|c: char| c.is_ascii_digit());
    apart && limited && words.len() > LIMIT && schemas.instructs(words)
}

/// Whether one pair of brackets holds all of a line.
fn is_within(line: &str, open: char, close: char) -> bool {
    line.starts_with(open) && line.find(close) == Some(line.len() - close.len_utf8())
}
