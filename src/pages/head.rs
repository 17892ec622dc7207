//! What stands above the first heading of a page: title, lead, key facts.

use crate::ledger::Class;
use crate::output::markdown::marks::{FIRST_PARAGRAPH, FIRST_SENTENCE};
use crate::practice::{Field, Glue, Origin, Right};
use crate::source::Span;

use super::body::Body;
use super::decode::{self, is_open_heading};

impl Body<'_, '_> {
    /// Reads it.
    pub(super) fn head(&mut self, lines: &[Span]) {
        let text = self.text;
        let title = lines.iter().position(|line| is_open_heading(line.of(text)) == Some(1));
        if let Some(at) = title {
            self.title(lines[at]);
        }
        let is_row = |line: &Span| line.of(text).starts_with('|');
        let table: Vec<Span> = lines.iter().copied().filter(is_row).collect();
        let rest = (0..lines.len()).filter(|at| Some(*at) != title && !is_row(&lines[*at]));
        let rest: Vec<Span> = rest.map(|at| lines[at]).collect();
        self.lead(&rest);
        self.facts(&table);
    }

    fn title(&mut self, line: Span) {
        let words = decode::plain(self.text, Span::new(line.start + 1, line.end));
        self.draft.set_text(Field::Title, Origin::Label, Right::Own, words);
        self.markup(line, Some(Field::Title), true);
    }

    /// The lead is the summary, or where a comment says so the beginning of the description.
    fn lead(&mut self, lines: &[Span]) {
        let is = |line: &Span, comment: &str| line.of(self.text).trim_end() == comment;
        let mark = lines.iter().position(|line| is(line, FIRST_PARAGRAPH) || is(line, FIRST_SENTENCE));
        let Some(mark) = mark else {
            return self.stretch(Field::Summary, lines);
        };
        let glue = if is(&lines[mark], FIRST_SENTENCE) { Glue::Space } else { Glue::Paragraph };
        self.draft.claim(lines[mark], Class::Markup, Some(Field::Description));
        self.stretch(Field::Summary, &lines[..mark]);
        self.stretch(Field::Description, &lines[mark + 1..]);
        self.goes_on(Field::Description, glue);
    }

    fn stretch(&mut self, field: Field, lines: &[Span]) {
        self.add_text(field, Glue::Paragraph, decode::text(self.text, lines, 0));
        lines.iter().for_each(|line| self.markup(*line, Some(field), true));
    }
}
