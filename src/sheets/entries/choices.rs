//! Boxes to tick: of a row of choices those that are ticked are the value, and the others stay unassigned.

use super::instructions::{EMPTY_BOXES, TICKED_BOXES};
use crate::blocks::trim;
use crate::sheets::{Entries, Gap, Line, LineShape, Opener};
use crate::source::Span;

/// Makes an item of each choice that is ticked: `☒ newcomers ☐ families ☒ schools`.
pub fn take_ticked(text: &str, entries: &mut Entries) {
    for entry in entries.entries.iter_mut().filter(|entry| matches!(entry.opener, Opener::Label { .. })) {
        if entry.lines.iter().any(|line| begins_with_a_choice(text, line)) {
            entry.lines = std::mem::take(&mut entry.lines).into_iter().flat_map(|line| ticked(text, line)).collect();
        }
    }
}

/// Whether a line begins with a box, and one of its boxes is ticked.
fn begins_with_a_choice(text: &str, line: &Line) -> bool {
    let words = line.body.of(text);
    line.shape == LineShape::Prose && words.starts_with(is_box) && words.contains(TICKED_BOXES)
}

fn is_box(c: char) -> bool {
    EMPTY_BOXES.contains(&c) || TICKED_BOXES.contains(&c)
}

/// The ticked choices of a line, or the line itself.
fn ticked(text: &str, line: Line) -> Vec<Line> {
    if !begins_with_a_choice(text, &line) {
        return vec![line];
    }
    let boxes: Vec<(usize, char)> = line.body.of(text).char_indices().filter(|(_, c)| is_box(*c)).collect();
    let starts = boxes.iter().map(|(at, _)| line.body.start + at);
    let ends = starts.clone().skip(1).chain([line.body.end]);
    let choices = starts.zip(ends).zip(&boxes).filter(|(_, (_, c))| TICKED_BOXES.contains(c));
    let choices = choices.map(|((start, end), (_, c))| {
        let marker = Span::new(start, start + c.len_utf8());
        let body = trim(text, Span::new(marker.end, end));
        Line { body, shape: LineShape::Bullet { indent: 0, marker }, gap: Gap::Line }
    });
    choices.filter(|choice| !choice.body.is_empty()).collect()
}
