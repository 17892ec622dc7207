//! The text of a practice that stands below a value of a few words, as on pages where it has no label: `Theme`, below it `Health`, and
//! below that what was done.

use crate::practice::{Field, Kind};
use crate::schemas::Label;
use crate::sheets::{Entries, Entry, Gap, Line, LineShape, Opener, sentences_within};

/// Characters of a line that tells of a practice at least.
const TOLD: usize = 150;
/// Sentences in its midst that end, at least.
const SENTENCES: usize = 2;
/// Characters of a whole value above it at most.
const BRIEF: usize = 80;

/// Takes such text off the values of a sheet that no label describes.
pub fn leave_out(text: &str, entries: &mut Entries, labels: &[Label]) {
    let field = |entry: &Entry| match entry.opener {
        Opener::Label { label, .. } => labels.get(usize::from(label)).map(|label| label.field),
        _ => None,
    };
    if entries.entries.iter().any(|entry| field(entry) == Some(Field::Description)) {
        return;
    }
    let brief = |field: Field| {
        matches!(field.kind(), Kind::Line | Kind::Date | Kind::Year)
            || matches!(field, Field::Themes | Field::Keywords | Field::Funding)
    };
    let mut loose = Vec::new();
    for entry in entries.entries.iter_mut().filter(|entry| field(entry).is_some_and(brief)) {
        let begins = |pair: &[Line]| is_brief(pair[0].body.of(text)) && is_told(text, &pair[1]);
        let Some(at) = entry.lines.windows(2).position(begins) else { continue };
        // A line that stands apart above the text is its heading, and so is one without a sum below the label of costs.
        let line = &entry.lines[at];
        let sum = line.body.of(text).contains(|c: char| c.is_ascii_digit());
        let headed = at > 0 && line.gap >= Gap::Blank || field(entry) == Some(Field::Funding) && !sum;
        loose.extend(entry.lines.drain(if headed { at } else { at + 1 }..));
    }
    entries.loose.extend(loose);
}

/// Whether a line is a value of a few words, and whole.
fn is_brief(line: &str) -> bool {
    line.chars().count() <= BRIEF && !line.ends_with([',', ';', ':', '-'])
}

/// Whether a line is several sentences.
fn is_told(text: &str, line: &Line) -> bool {
    let words = line.body.of(text);
    let prose = matches!(line.shape, LineShape::Prose | LineShape::Paragraph);
    let long = words.starts_with(char::is_uppercase) && words.chars().count() >= TOLD;
    prose && long && sentences_within(words) >= SENTENCES
}
