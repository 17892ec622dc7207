//! Lists, and text whose label no field knows.

use crate::practice::{Field, Glue, Origin, Segment};
use crate::source::Span;

use super::body::Body;
use super::decode::{self, is_open_heading};

/// How far the lines of an item are indented.
const INDENT: usize = 2;

impl Body<'_, '_> {
    /// The items of a list; a paragraph beside them is one of its own.
    pub(super) fn list(&mut self, field: Field, lines: &[Span]) {
        let items = items(self.text, lines).iter().map(|lines| item(self.text, lines)).collect();
        self.draft.add_items(field, Origin::Label, items);
    }

    /// `### label <!-- lines -->` with the text below it.
    pub(super) fn unmapped(&mut self, lines: &[Span]) {
        let is_entry = |line: &Span| is_open_heading(line.of(self.text)) == Some(3);
        let starts: Vec<usize> = (0..lines.len()).filter(|at| is_entry(&lines[*at])).chain([lines.len()]).collect();
        for pair in starts.windows(2) {
            let heading = lines[pair[0]];
            let (label, comment) = with_comment(self.text, Span::new(heading.start + 3, heading.end));
            let text = decode::text(self.text, &lines[pair[0] + 1..pair[1]], 3);
            let own = || self.source.place(heading.start).line.to_string();
            let counted = comment.filter(|lines| is_lines(lines)).map_or_else(own, str::to_owned);
            self.unmapped_entry(label, text, counted);
        }
        let before = decode::text(self.text, &lines[..starts[0]], 0);
        self.add_text(Field::Other, Glue::Paragraph, before);
    }
}

/// The words of a heading, and what a comment behind them says.
pub fn with_comment(text: &str, span: Span) -> (Span, Option<&str>) {
    let words = span.of(text);
    let found = words.rfind("<!-- ").filter(|at| *at == 0 || words[..*at].ends_with(' '));
    let comment = found.and_then(|at| Some((at, words[at + 5..].trim_end().strip_suffix(" -->")?)));
    match comment {
        Some((at, comment)) => (Span::new(span.start, span.start + at).trim(text), Some(comment)),
        None => (span.trim(text), None),
    }
}

/// `12` or `12-14`
fn is_lines(lines: &str) -> bool {
    lines.split('-').count() <= 2
        && lines.split('-').all(|number| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()))
}

/// The lines of each item, without bullet and indentation.
pub fn items(text: &str, lines: &[Span]) -> Vec<Vec<Span>> {
    let mut items: Vec<Vec<Span>> = Vec::new();
    let mut is_bulleted = false;
    let mut blanks: Vec<Span> = Vec::new();
    for line in lines {
        let words = line.of(text);
        if words.trim().is_empty() {
            blanks.push(indented(text, *line));
            continue;
        }
        let bullet = ["- ", "* ", "+ "].iter().any(|bullet| words.starts_with(bullet));
        let starts = bullet || is_numbered(words);
        let goes_on = !starts && (blanks.is_empty() || is_bulleted && words.starts_with([' ', '\t']));
        match items.last_mut().filter(|_| goes_on) {
            Some(item) => {
                item.append(&mut blanks);
                item.push(if is_bulleted { indented(text, *line) } else { *line });
            }
            None => {
                let start = line.start + if bullet { INDENT } else { 0 };
                items.push(vec![Span::new(start, line.end)]);
                is_bulleted = starts;
            }
        }
        blanks.clear();
    }
    items
}

/// `1. `: the number stays with its item.
fn is_numbered(line: &str) -> bool {
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    rest.len() < line.len() && (rest.starts_with(". ") || rest.starts_with(") "))
}

/// A line without the indentation of its item.
fn indented(text: &str, line: Span) -> Span {
    let spaces = line.of(text).bytes().take(INDENT).take_while(|byte| *byte == b' ').count();
    Span::new(line.start + spaces, line.end)
}

fn item(text: &str, lines: &[Span]) -> Vec<Segment> {
    decode::text(text, lines, 0)
}
