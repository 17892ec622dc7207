//! Lists without bullets: the short lines of one paragraph.

use crate::schemas::Schemas;
use crate::sheets::{Gap, Line, LineShape, ends_open};
use crate::source::{Span, lines, three_spaces};

/// Characters of a line at most in a document whose lines end at the edge of its page.
const WIDEST_PAGE: usize = 130;
/// Lines at least where not each begins like an item.
const SURE_LINES: usize = 3;

/// The longest line of a document; columns set apart are no line.
pub fn width(text: &str) -> usize {
    let lines = lines(text).map(str::trim);
    lines.fold(0, |widest, line| {
        // A line has no more characters than bytes.
        let may_be_wider = line.len() > widest && three_spaces(line).is_none();
        if may_be_wider { widest.max(line.chars().count()) } else { widest }
    })
}

/// The lines of a list field, each that is an item as a paragraph of its own. `width` is that of the document.
pub fn part(text: &str, lines: &[Line], width: usize, schemas: &Schemas) -> Vec<Line> {
    let mut parted = Vec::with_capacity(lines.len());
    let same = |_: &Line, next: &Line| next.shape == LineShape::Prose && next.gap <= Gap::Line;
    for paragraph in lines.chunk_by(same) {
        let list = is_list(text, paragraph, width, schemas);
        let item =
            |(nth, line): (usize, &Line)| Line { gap: if list && nth > 0 { Gap::Blank } else { line.gap }, ..*line };
        parted.extend(paragraph.iter().enumerate().map(item));
    }
    parted
}

/// Whether each line begins like an item and ends long before the lines that run to the edge of the page.
fn is_list(text: &str, lines: &[Line], width: usize, schemas: &Schemas) -> bool {
    let [first, rest @ ..] = lines else { return false };
    let short = |line: &Line| line.body.of(text).chars().count() * 3 <= width * 2;
    let wrapped = width <= WIDEST_PAGE && lines.len() >= SURE_LINES;
    !rest.is_empty()
        && first.shape == LineShape::Prose
        && lines.iter().all(short)
        && begins_item(text, first.body)
        && (wrapped || rest.iter().all(|line| begins_item(text, line.body)))
        && !lines.iter().any(|line| line.body.of(text).contains(';'))
        && !lines[..rest.len()].iter().any(|line| ends_open(line.body.of(text), schemas))
}

/// Whether the first word has a capital or a digit.
pub fn begins_item(text: &str, line: Span) -> bool {
    let first = line.of(text).chars().find(|c| c.is_alphanumeric());
    first.is_some_and(|c| !c.is_lowercase())
}
