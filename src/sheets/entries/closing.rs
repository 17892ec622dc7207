//! People whom a page names without a label, in a paragraph of their own: `Want to know more? Write to Ada Rossi, coordinator:
//! ada@example.org`.

use super::Reader;
use crate::blocks::{Block, floor, is_question_mark};
use crate::practice::contacts::{self, ContactLine};
use crate::schemas::Part;
use crate::sheets::{Gap, Opener, Style};
use crate::source::Span;

/// Lines of such a paragraph at most, and its bytes.
const LINES: usize = 6;
const PARAGRAPH: usize = 320;
/// Words before a name at most: `Write to`.
const ASKING: usize = 4;
/// Bytes of what stands before them and a colon at most.
const HEAD: usize = 40;
/// Bytes of what is said beside them at most: `Write to`.
const NOTE: usize = 24;
/// People in it at most.
const PEOPLE: usize = 3;

impl<'s> Reader<'_, 's> {
    /// Opens people at a paragraph that names somebody with an address, in a sheet where no label does.
    pub(super) fn closing(&mut self, block: &Block<'s>) -> bool {
        let headed = self.current().is_some_and(|entry| {
            entry.lines.is_empty() && matches!(entry.opener, Opener::Section { .. } | Opener::Unknown { .. })
        });
        let begins = self.generic && !self.in_data && (headed || self.gap >= Gap::Blank);
        if !begins || self.opened.is_empty() || self.people.is_some() || !block.is_text() || self.asks_for_people() {
            return false;
        }
        let Some(lines) = self.paragraph(block) else { return false };
        let first = lines[0];
        let people = |from: usize| -> Vec<Span> {
            [Span::new(from, first.end)].into_iter().chain(lines[1..].iter().copied()).collect()
        };
        let Some(from) = self.heads(first).find(|&from| self.names_people(&people(from))) else { return false };
        let asking = crate::blocks::trim(self.text, Span::new(first.start, from));
        self.open_people_as(Style::None, asking, asking, Span::new(from, first.end))
    }

    /// Where people may begin in a line: behind a question, a colon, or a few words such as `Write to`.
    fn heads(&self, line: Span) -> impl Iterator<Item = usize> + use<'_, 's> {
        let question = self.question(line).end;
        let behind = Span::new(question, line.end).of(self.text);
        let words = memchr::memchr_iter(b' ', behind.as_bytes()).map(|at| at + 1).take(ASKING);
        let is_name = |word: &str| word.starts_with(char::is_uppercase) && word.contains(char::is_lowercase);
        let capital = words.filter(move |&at| behind[at..].split(' ').next().is_some_and(is_name));
        // `Further information: Ada Rossi, …`
        let colon = behind[..floor(behind, HEAD)].find(": ").map(|at| at + 2);
        colon.into_iter().chain([0]).chain(capital).map(move |at| question + at)
    }

    /// Whether a label of the sheet opens people.
    pub(super) fn asks_for_people(&self) -> bool {
        let people =
            |field: &usize| self.labels.iter().any(|label| label.holds_people() && label.field.index() == *field);
        self.known_fields().iter().any(people)
    }

    /// The lines of a paragraph from its first on, if it is short and has an address.
    fn paragraph(&self, block: &Block<'s>) -> Option<Vec<Span>> {
        let lines: Vec<&Block<'s>> =
            self.blocks_with(block).iter().take(LINES + 1).take_while(|line| line.is_text()).collect();
        let spans: Vec<Span> = lines.iter().map(|line| line.body()).collect();
        let all = spans.first()?.to(*spans.last()?);
        let short = spans.len() <= LINES && all.len() <= PARAGRAPH;
        (short && all.of(self.text).contains('@')).then_some(spans)
    }

    /// The question that a line begins with; nothing at its start where it begins with none.
    fn question(&self, line: Span) -> Span {
        let mark = line.of(self.text).char_indices().find(|(_, c)| is_question_mark(*c));
        Span::new(line.start, line.start + mark.map_or(0, |(at, mark)| at + mark.len_utf8()))
    }

    /// Whether some lines name people and say how to reach each, and hardly anything else.
    fn names_people(&self, lines: &[Span]) -> bool {
        let line = |span: &Span| ContactLine { span: *span, bullet: false, gap: false };
        let lines: Vec<ContactLine> = lines.iter().map(line).collect();
        let found = contacts::read(&lines, self.text, &self.schemas.contact_words);
        let reached = |person: &contacts::DraftContact| {
            let has = |wanted: Part| person.parts.iter().any(|(part, _)| *part == wanted);
            let note = person.parts.iter().find(|(part, _)| *part == Part::Note);
            let noted =
                note.map_or(0, |(_, segments)| segments.iter().filter_map(|it| it.span()).map(|it| it.len()).sum());
            has(Part::Name) && (has(Part::Email) || has(Part::Phone)) && noted <= NOTE
        };
        let beside: usize = found.beside.iter().map(|(_, line)| line.len()).sum();
        (1..=PEOPLE).contains(&found.people.len()) && found.people.iter().all(reached) && beside <= NOTE
    }
}
