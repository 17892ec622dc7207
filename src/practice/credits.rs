//! Lines of a title page that introduce an organisation and name it: `A project of Example Town`.

use super::assemble::Assembler;
use super::draft::Right;
use super::{Field, Kind, Origin, compose};
use crate::blocks::trim;
use crate::ledger::Class;
use crate::schemas::Role;
use crate::sheets::{Entries, Gap, Line};
use crate::source::Span;

/// Characters of such a line at most.
const LONGEST: usize = 160;

impl Assembler<'_, '_> {
    /// Who is named above the first label behind the words that introduce an organisation, in fields that nothing else fills.
    pub(super) fn credits_above_labels(&mut self, entries: &Entries) {
        if !self.infer {
            return;
        }
        for (nth, line) in entries.preamble.iter().enumerate() {
            let words = line.body.of(self.text);
            // `… the school ship,` and below it `an initiative of Example Town, brought …`
            let inside = nth > 0 && line.gap <= Gap::Line && words.starts_with(char::is_lowercase);
            let short = words.chars().count() <= LONGEST && !self.ends_sentence(line.body) && !inside;
            let Some((field, name)) = self.credit(line.body).filter(|_| short) else { continue };
            if self.names_somebody(name) && !self.is_filled(field) {
                self.set_credit(field, line, name);
            }
        }
    }

    /// The field that the first words of a line introduce, with what stands behind them.
    pub(super) fn credit(&self, line: Span) -> Option<(Field, Span)> {
        let parts = line.of(self.text).char_indices().filter(|(_, c)| matches!(c, ' ' | '\'' | '’'));
        let ends: Vec<usize> = parts.map(|(at, c)| at + c.len_utf8()).collect();
        ends.into_iter().rev().find_map(|end| {
            let known = self.schemas.meanings(&line.of(self.text)[..end], &mut String::new());
            let credit = known.iter().find(|meaning| meaning.role == Role::Credit)?;
            let field = *Field::ALL.get(usize::from(credit.label))?;
            Some((field, trim(self.text, Span::new(line.start + end, line.end))))
        })
    }

    fn is_filled(&self, field: Field) -> bool {
        self.draft.trace.iter().any(|traced| traced.pointer.field == field)
    }

    fn ends_sentence(&self, line: Span) -> bool {
        let words = line.of(self.text);
        let last = words.split_whitespace().last().unwrap_or_default();
        words.ends_with('.') && !self.schemas.contact_words.is_abbreviation(last)
    }

    /// Whether words begin as a name does.
    fn names_somebody(&self, name: Span) -> bool {
        name.of(self.text).chars().find(|c| c.is_alphanumeric()).is_some_and(|c| !c.is_lowercase())
    }

    fn set_credit(&mut self, field: Field, line: &Line, name: Span) {
        self.draft.claim(Span::new(line.body.start, name.start), Class::Label, Some(field));
        let nodes = self.nodes(field, &[Line { body: name, ..*line }]).nodes;
        if field.kind() == Kind::List {
            let (items, marks) = compose::list(nodes, self.text);
            self.draft.markup(field, marks);
            self.draft.add_items(field, Origin::Inferred, items);
        } else {
            let line = compose::line(&nodes, self.text);
            self.draft.markup(field, line.markup);
            self.draft.set_text(field, Origin::Inferred, Right::Own, line.segments);
        }
    }
}
