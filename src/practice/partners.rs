//! Partners of whom a sheet has more than the name: where they sit, who works there.

use super::Field;
use super::assemble::Assembler;
use super::lead::holds_post_code;
use crate::sheets::{Entry, Line, LineShape};
use crate::source::Span;

/// Lines of such a partner at most.
const LINES: usize = 8;
/// What stands between the name of an organisation and its kind.
const KIND: &str = " -- ";

impl Assembler<'_, '_> {
    /// Adds the partners of an entry. Of one that is told with its address the name is the partner, and the rest is kept apart.
    pub(super) fn add_partners(&mut self, entry: &Entry) {
        let Some((first, rest)) = entry.lines.split_first().filter(|_| self.is_told_at_length(&entry.lines)) else {
            return self.add_list(Field::Partners, entry);
        };
        let words = first.body.of(self.text);
        let name = Span::of_slice(self.text, words.split(KIND).next().unwrap_or(words));
        let kind = Span::of_slice(self.text, words[name.len()..].trim_start_matches([' ', '-']));
        self.draft.markup(Field::Partners, [Span::new(name.end, kind.start)]);
        let kind = (!kind.is_empty()).then_some(Line { body: kind, ..*first });
        self.add_list(Field::Partners, &Entry { lines: vec![Line { body: name, ..*first }], ..entry.clone() });
        self.keep_apart(&Entry { lines: kind.into_iter().chain(rest.iter().copied()).collect(), ..entry.clone() });
    }

    /// Whether lines are an organisation with its kind behind it or its address below: no other organisation, and no list.
    fn is_told_at_length(&self, lines: &[Line]) -> bool {
        let plain = lines.iter().all(|line| line.shape == LineShape::Prose);
        let named = |line: &&Line| self.schemas.contact_words.name_organisation(line.body, self.text);
        let first = lines.first().is_some_and(|first| named(&first));
        let alone = || lines.iter().filter(named).count() == 1;
        let coded = |line: &Line| holds_post_code(line.body.of(self.text));
        let kind = || lines[0].body.of(self.text).contains(KIND);
        (2..=LINES).contains(&lines.len()) && plain && first && (kind() || alone() && lines[1..].iter().any(coded))
    }
}
