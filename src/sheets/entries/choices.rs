//! Boxes to tick: of a row of choices those that are ticked are the value, and the others are words of the form.

use crate::blocks::boxes::{Tick, boxes};
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
    let plain = matches!(line.shape, LineShape::Prose | LineShape::Cell | LineShape::Bullet { .. });
    plain && boxes(line.body.of(text)).iter().any(|tick| tick.is_ticked)
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
    // `- [x] newcomers`
    if let Some(marker) = line.bullet() {
        claims.push(Claim { span: marker, class: Class::Markup, field: None });
    }
    let boxes = boxes(line.body.of(text));
    let starts = boxes.iter().map(|tick| line.body.start + tick.at);
    let ends = starts.clone().skip(1).chain([line.body.end]);
    let choices = boxes.iter().zip(starts.zip(ends).map(|(start, end)| Span::new(start, end)));
    let (ticked, empty): (Vec<_>, Vec<_>) = choices.partition(|(tick, _)| tick.is_ticked);
    claims.extend(empty.into_iter().map(|(_, choice)| of_the_form(trim(text, choice))));
    let choices = ticked.into_iter().map(|(Tick { length, .. }, choice)| {
        let marker = Span::new(choice.start, choice.start + length);
        let body = trim(text, Span::new(marker.end, choice.end));
        Line { body, shape: LineShape::Bullet { indent: 0, marker }, gap: Gap::Line }
    });
    choices.filter(|choice| !choice.body.is_empty()).collect()
}
