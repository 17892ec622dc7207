//! Headings, rows and lines that no field knows.

use super::Reader;
use crate::blocks::{Block, Shape};
use crate::explain::{Went, Why};
use crate::ledger::{Claim, Class};
use crate::schemas::{DateWord, Label, Role, fold_words};
use crate::sheets::{Entry, Gap, Line, LineShape, Opener, Style};
use crate::source::Span;

/// Words of a label that no field knows at most.
pub(super) const LABEL_WORDS: usize = 6;

impl<'s> Reader<'_, 's> {
    pub(super) fn heading(&mut self, at: usize, block: &Block<'_>) -> bool {
        let Shape::Heading { level, marker, body } = block.shape else { return false };
        let groups = self.labels_follow(at);
        self.under = Some(body);
        if self.generic {
            self.push(Opener::Section { level, span: marker.to(body), words: body, groups });
            let (went, why) = if groups { (Went::Heading, Why::Groups) } else { (Went::Section, Why::Unknown) };
            self.notes.take(body, went, why);
        } else if groups {
            self.group(block);
        } else if self.open && !self.in_row() {
            self.note_text(body, Why::Unknown);
            self.add(body, LineShape::Heading { level, marker }, self.gap);
        } else {
            self.out.claims.push(Claim { span: marker, class: Class::Markup, field: None });
            self.push_unknown(body);
        }
        true
    }

    /// Whether the next block with content is a label with a value.
    fn labels_follow(&self, at: usize) -> bool {
        let next = self.blocks_from(at + 1).iter().find(|block| !block.is_blank() && !block.is_furniture());
        next.is_some_and(|block| {
            self.first_label(block).is_some() || (!self.generic && self.bare_label(block).is_some())
        })
    }

    pub(super) fn in_row(&self) -> bool {
        let opener = self.current().map(|entry| entry.opener);
        matches!(opener, Some(Opener::Label { style: Style::Row, .. } | Opener::Unknown { .. }))
    }

    pub(super) fn unknown_row(&mut self, at: usize, block: &Block<'_>) -> bool {
        let Shape::Row { label, body } = block.shape else { return false };
        if !self.has_rows || label.is_empty() {
            return false;
        }
        // A first row above a rule names the columns: `| Field | Value |`.
        if self.is_above_rule(at) {
            self.group(block);
            return true;
        }
        if self.generic && self.in_people() && is_part(block) {
            // What reads people asks for the names of the parts that it knows.
            if self.schemas.contact_words.announces(label, self.text) {
                self.add(label, LineShape::Prose, Gap::Line);
            } else {
                self.claim(label, Class::Label);
            }
            self.add(body, LineShape::Prose, Gap::Line);
            return true;
        }
        if self.asks_somebody(body) {
            return self.open_people(label, label, body);
        }
        // `Mediator → Ada Rossi → ada@example.org`, below others of whom is said how to reach them.
        if self.generic && self.in_people() && body.of(self.text).contains('@') && self.reaches_somebody() {
            self.add(label, LineShape::Prose, Gap::Blank);
            self.add(body, LineShape::Prose, Gap::Line);
            return true;
        }
        self.cell_of_stranger(label);
        self.add(body, LineShape::Prose, Gap::None);
        true
    }

    /// Whether a row above a rule has labels in both cells: `| Theme | Description |` names the columns of a form, too.
    pub(super) fn names_columns(&self, at: usize, block: &Block<'s>) -> bool {
        let Shape::Row { body, .. } = block.shape else { return false };
        let both = || self.first_label(block).is_some() && self.schemas.is_label(body.of(self.text));
        self.generic && self.is_above_rule(at) && both()
    }

    fn is_above_rule(&self, at: usize) -> bool {
        let below = self.blocks.get(at + 1).filter(|next| next.shape == Shape::Rule);
        below.is_some_and(|rule| rule.span.of(self.text).contains('|'))
    }

    /// Opens what the first cell of a row stands for: its place proves that it is a label.
    fn cell_of_stranger(&mut self, words: Span) {
        match self.loosely(words) {
            Some((label, why)) => {
                self.push(Opener::Label { label, span: words, words, style: Style::Row });
                self.notes.take(words, Went::Label(label), why);
            }
            None => self.push_unknown(words),
        }
    }

    /// A line that no field knows, with a definition below it.
    pub(super) fn term(&mut self, at: usize, block: &Block<'_>) -> bool {
        let defined = self.blocks.get(at + 1).is_some_and(|next| matches!(next.shape, Shape::Definition { .. }));
        let term = defined && matches!(block.shape, Shape::Prose { .. });
        if term {
            self.push_unknown(block.body());
        }
        term
    }

    /// In a form a paragraph that begins like a label, below a value that is no free text, is a label that no field knows; elsewhere one
    /// below a date or a sum that stands beside its label.
    pub(super) fn unknown_label(&mut self, block: &Block<'s>) -> bool {
        let in_form =
            self.generic && self.open && (self.is_form || self.has_brief_value() || self.is_beside_label(block));
        if !in_form || self.current_label().is_none_or(Label::holds_text) {
            return false;
        }
        let Some((words, colon)) = self.strange_label(block) else { return false };
        if self.in_people() && self.schemas.contact_words.name_role(words.of(self.text)) {
            return false;
        }
        if self.is_of_value(block, words) {
            self.note_text(words, Why::OfValue);
            return false;
        }
        self.push_unknown(words);
        self.claim(Span::new(words.end, colon + 1), Class::Markup);
        self.add(Span::new(colon + 1, block.body().end), LineShape::Prose, Gap::None);
        true
    }

    /// Whether a line stands directly below one with a label and its value, and has a colon as that has: `Beneficiaries : 400 pupils`, and below
    /// it `People in charge : …`.
    fn is_beside_label(&self, block: &Block<'_>) -> bool {
        let Some(Entry { opener: Opener::Label { span, words, style: Style::Colon, .. }, lines, .. }) = self.current()
        else {
            return false;
        };
        let Some((own, colon)) = self.strange_label(block).filter(|_| lines.len() == 1 && self.gap <= Gap::Line) else {
            return false;
        };
        let told = |colon: usize| self.text[colon + 1..].starts_with(' ');
        let spaced = |words: Span| self.text[words.end..].starts_with([' ', '\u{a0}']);
        lines[0].gap == Gap::None && told(colon) && spaced(own) == spaced(*words) && span.end > words.end
    }

    /// Whether a line that begins like a label belongs to the value of the label above.
    pub(super) fn is_of_value(&self, block: &Block<'s>, words: Span) -> bool {
        let in_text = || self.is_nested(block) && self.current_label().is_some_and(Label::holds_text);
        in_text() || self.is_first_value(block) || self.is_end_of_period(words) || self.goes_on_in_text(block)
    }

    /// Whether the line goes on with the paragraph above: `… to the general`, and below it `labour market: in Sample four people …`.
    fn goes_on_in_text(&self, block: &Block<'s>) -> bool {
        let text = self.open && self.gap <= Gap::Line && self.current_label().is_some_and(Label::holds_text);
        let ends_inside = |line: &Line| line.body.of(self.text).ends_with(|c: char| c.is_alphanumeric() || c == ',');
        let last = self.current().and_then(|entry| entry.lines.last());
        let whole = last.is_some_and(|line| line.is_whole(self.text) && ends_inside(line));
        text && whole && matches!(block.shape, Shape::Prose { .. })
    }

    /// Whether the line is the value for which a label above waits: `Practice title`, and below it `Papers First: a caravan`. Several
    /// such lines are labels of a part of the form.
    fn is_first_value(&self, block: &Block<'s>) -> bool {
        let Some(Entry { opener: Opener::Label { style, .. }, lines, .. }) = self.current() else { return false };
        let names = *style == Style::Colon && self.current_label().is_some_and(Label::names_sheet);
        if *style != Style::Line && !names {
            return false;
        }
        let help = |line: &Line| line.body.of(self.text).starts_with(['(', '[']);
        let next = self.blocks_behind(block).first();
        if names && next.is_some_and(Block::opens_anything) {
            return lines.iter().all(help);
        }
        let mut paragraph = self.blocks_behind(block).iter().take_while(|block| !block.is_blank());
        lines.iter().all(help)
            && !paragraph.any(Block::opens_anything)
            && next.is_none_or(|next| self.before_colon(next).is_none() && !next.opens_anything())
    }

    /// Whether a date is asked for, and the words say which end of its period stands behind them: `From: …`, `To: …`.
    fn is_end_of_period(&self, words: Span) -> bool {
        let ends = |kind: &DateWord| matches!(kind, DateWord::From | DateWord::To);
        let kinds = self.schemas.date_words.get(&fold_words(words.of(self.text)));
        self.current_label().is_some_and(Label::is_date) && kinds.is_some_and(|kinds| kinds.iter().any(ends))
    }

    /// The words and the colon of a paragraph that begins like a label, and that nobody knows.
    fn strange_label(&self, block: &Block<'_>) -> Option<(Span, usize)> {
        self.before_colon(block).filter(|(words, _)| !words.of(self.text).contains(['"', '(', '/']))
    }

    /// The few words before the colon of a paragraph, if nobody knows them.
    pub(super) fn before_colon(&self, block: &Block<'_>) -> Option<(Span, usize)> {
        let body = block.body();
        let raw = body.of(self.text);
        let is_colon = |at: &usize| !self.schemas.is_inside_word(&raw[..*at], &raw[at + 1..]);
        let colon = memchr::memchr_iter(b':', raw.as_bytes()).find(is_colon);
        let colon = colon.filter(|_| matches!(block.shape, Shape::Prose { .. }))?;
        let words = crate::blocks::trim(self.text, Span::new(body.start, body.start + colon));
        let named = words.of(self.text);
        let few = (1..=LABEL_WORDS).contains(&named.split_whitespace().count());
        let plain = named.starts_with(char::is_uppercase) && !named.contains(['.', ',', ';']);
        let known =
            block.labels.first().is_some_and(|label| label.span.start == body.start && !label.meanings.is_empty());
        let address = raw[colon + 1..].starts_with('/');
        (few && plain && !known && !address).then_some((words, body.start + colon))
    }

    /// Opens an entry of a label that no field knows.
    pub(super) fn push_unknown(&mut self, words: Span) {
        self.push(Opener::Unknown { words });
        self.notes.take(words, Went::Unmapped, Why::Unknown);
    }
}

/// Whether the first cell of a row names a part of a contact: `Phone`, below the row of the people.
fn is_part(row: &Block<'_>) -> bool {
    row.labels.first().is_some_and(|label| label.meanings.has(Role::Part))
}
