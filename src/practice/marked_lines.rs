//! Items of a list behind marks that are bullets only because lines of one value begin with them alike: `a)` and `b)`, `6.1` and
//! `6.2`, or full stops.

use crate::sheets::{Line, LineShape, section_number};
use crate::source::Span;

/// Marked lines of a value at least.
const LINES: usize = 2;

/// The lines of a list, as items where the first and others are marked alike; a line without a mark goes on with its item.
pub fn items(text: &str, lines: &[Line]) -> Vec<Line> {
    let marks: Vec<Option<Span>> = lines.iter().map(|line| mark(text, line)).collect();
    let signs: Vec<&str> = marks.iter().flatten().map(|mark| mark.of(text)).collect();
    if signs.len() < LINES || marks[0].is_none() || !are_alike(&signs) {
        return lines.to_vec();
    }
    lines.iter().zip(marks).map(|(line, mark)| mark.map_or(*line, |marker| item(text, line, marker))).collect()
}

/// The full stop, the letter and bracket, or the number in parts that a plain line begins with.
fn mark(text: &str, line: &Line) -> Option<Span> {
    let words = line.body.of(text);
    let plain = matches!(line.shape, LineShape::Prose | LineShape::Paragraph);
    if let Some(number) = section_number(words).filter(|number| plain && number.parts > 1) {
        return Some(Span::new(line.body.start, line.body.start + number.length).trim(text));
    }
    let sign = words.strip_prefix('.').or_else(|| words.strip_prefix(char::is_lowercase)?.strip_prefix(')'))?;
    let length = words.len() - sign.len();
    (plain && sign.starts_with(char::is_whitespace)).then(|| Span::new(line.body.start, line.body.start + length))
}

/// Whether the marks are the same, or letters in the order of their alphabet, or count: `6.1` and `6.2`.
fn are_alike(signs: &[&str]) -> bool {
    let count = |pair: &[&str]| {
        parts(pair[0]).zip(parts(pair[1])).is_some_and(|(first, next)| first.0 == next.0 && first.1 + 1 == next.1)
    };
    if signs.windows(2).all(count) {
        return true;
    }
    let letter = |sign: &str| sign.chars().next().map_or(0, u32::from);
    signs.windows(2).all(|pair| {
        let next = pair[1].len() > 1 && letter(pair[1]) == letter(pair[0]) + 1;
        next || (pair[0] == pair[1] && pair[0].len() == 1)
    })
}

/// What a number in parts begins with, and its last part.
fn parts(sign: &str) -> Option<(&str, u32)> {
    let (head, last) = sign.trim_end_matches('.').rsplit_once('.')?;
    Some((head, last.parse().ok()?))
}

fn item(text: &str, line: &Line, marker: Span) -> Line {
    let body = Span::new(marker.end, line.body.end).trim(text);
    Line { body, shape: LineShape::Bullet { indent: 0, marker }, gap: line.gap }
}
