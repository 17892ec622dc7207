//! Boxes to tick: of a row of choices those that are ticked are the value, and the others are words of the form.

use super::instructions::{EMPTY_BOXES, TICKED_BOXES};
use crate::blocks::trim;
use crate::ledger::{Claim, Class};
use crate::sheets::{Entries, Gap, Line, LineShape, Opener};
use crate::source::Span;

/// Makes an item of each choice that is ticked: `☒ newcomers ☐ families ☒ schools`.
pub fn take_ticked(text: &str, entries: &mut Entries) {
    for entry in entries.entries.iter_mut().filter(|entry| matches!(entry.opener, Opener::Label { .. })) {
        if entry.lines.iter().any(|line| begins_with_a_choice(text, line)) {
            let lines = std::mem::take(&mut entry.lines);
            entry.lines = lines.into_iter().flat_map(|line| ticked(text, line, &mut entries.claims)).collect();
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

/// What a form has of itself to choose from.
pub const fn of_the_form(span: Span) -> Claim {
    Claim { span, class: Class::Label, field: None }
}

/// The ticked choices of a line, or the line itself. The others go to `claims`.
fn ticked(text: &str, line: Line, claims: &mut Vec<Claim>) -> Vec<Line> {
    if !begins_with_a_choice(text, &line) {
        return vec![line];
    }
    let boxes: Vec<(usize, char)> = line.body.of(text).char_indices().filter(|(_, c)| is_box(*c)).collect();
    let starts = boxes.iter().map(|(at, _)| line.body.start + at);
    let ends = starts.clone().skip(1).chain([line.body.end]);
    let (ticked, empty): (Vec<_>, Vec<_>) =
        starts.zip(ends).zip(&boxes).partition(|(_, (_, c))| TICKED_BOXES.contains(c));
    claims.extend(empty.into_iter().map(|((start, end), _)| of_the_form(trim(text, Span::new(start, end)))));
    let choices = ticked.into_iter().map(|((start, end), (_, c))| {
        let marker = Span::new(start, start + c.len_utf8());
        let body = trim(text, Span::new(marker.end, end));
        Line { body, shape: LineShape::Bullet { indent: 0, marker }, gap: Gap::Line }
    });
    choices.filter(|choice| !choice.body.is_empty()).collect()
}
