//! Blank forms.

use super::{Finder, RUN, labels, words};
use crate::blocks::boxes::{Tick, all_boxes};
use crate::blocks::{Block, floor};
use crate::practice::Field;
use crate::schemas::{Label, Role, outside_brackets};
use crate::sheets::entries::LINE_TO_WRITE_ON;
use crate::sheets::{Entries, Entry, Line, LineShape};
use crate::source::Span;

/// Instructions and lines to write on that make a blank form, where nothing else is said.
const ASKING: usize = 5;
/// Sentences that answer them at least, and words of one.
const ANSWERS: usize = 2;
const SENTENCE_WORDS: usize = 4;
/// Figures of a year at least.
const FIGURES: usize = 4;
/// Bytes behind a label in which it has its field, at most.
const ROW: usize = 4096;
/// Boxes of a form that nobody ticked at least.
const BOXES: usize = 6;
/// Tags of what is written in or chosen from, and kinds of an input that are neither.
const CONTROLS: [&str; 3] = ["input", "textarea", "select"];
const OTHERS: [&str; 6] = ["hidden", "checkbox", "radio", "submit", "button", "search"];

impl Finder<'_> {
    /// Every label is empty or has nothing but sub-labels without a value, and there are enough of them for a form.
    pub(super) fn blank(&self, entries: &Entries) -> Option<Span> {
        let all = entries.entries.iter().filter(|entry| words(entry).is_some()).count();
        let empty_part = |entry: &Entry, line: &Line| {
            let words = line.body.of(self.text);
            words.ends_with(':') && self.is_part_of_contact(entry, words)
        };
        let empty = |entry: &Entry| entry.lines.iter().all(|line| empty_part(entry, line));
        (entries.entries.iter().all(empty) && all >= RUN).then(|| labels(&entries.entries)).flatten()
    }

    /// The first of several lines of answers to choose among, none of which is chosen, behind most labels of a page:
    /// `a) many  b) some  c) none`.
    pub(super) fn unanswered(&self, blocks: &[Block<'_>], entries: &Entries) -> Option<Span> {
        let lines: Vec<Span> = blocks.iter().map(Block::body).filter(|body| is_choice(body.of(self.text))).collect();
        let all = entries.entries.iter().filter(|entry| words(entry).is_some()).count();
        let most = self.template().generic && lines.len() >= RUN && lines.len() * 2 > all;
        most.then(|| lines[0])
    }

    /// The first of several labels, a third of all at least, with a line to write on behind each, in a form without a title that has boxes of
    /// which none is ticked. Lines for a signature stand behind the last label alone.
    pub(super) fn unticked(&self, blocks: &[Block<'_>], entries: &Entries) -> Option<Span> {
        let labels = self.labels_and_behind(entries, blocks.last()?.span.end);
        let is_open = |(_, behind): &&(Span, &str)| behind.contains(LINE_TO_WRITE_ON);
        let open: Vec<Span> = labels.iter().filter(is_open).map(|(label, _)| *label).collect();
        // Most forms have no lines to write on, and are not searched for boxes.
        if open.len() < RUN || open.len() * 3 < labels.len() {
            return None;
        }
        let ticks: Vec<Tick> = blocks.iter().flat_map(|block| all_boxes(block.span.of(self.text))).collect();
        let blank = ticks.len() >= BOXES && !ticks.iter().any(|tick| tick.is_ticked);
        open.first().copied().filter(|_| blank && self.template().generic && !self.is_titled(entries))
    }

    /// The first of several labels of a page, half of all at least, with a field to write in behind each.
    pub(super) fn to_write_in(&self, entries: &Entries) -> Option<Span> {
        let labels = self.labels_and_behind(entries, self.text.len());
        let is_open = |(label, behind): &&(Span, &str)| {
            // A label of a page stands behind a tag.
            let tagged = self.text[..label.start].trim_end().ends_with('>');
            let row = || behind[..floor(behind, ROW)].split("</tr").next().unwrap_or_default();
            tagged && row().split('<').any(is_field)
        };
        let open: Vec<Span> = labels.iter().filter(is_open).map(|(label, _)| *label).collect();
        open.first().copied().filter(|_| open.len() >= RUN && open.len() * 2 >= labels.len())
    }

    /// Each label with what stands behind it, up to the next; behind the last up to an `end`.
    fn labels_and_behind(&self, entries: &Entries, end: usize) -> Vec<(Span, &str)> {
        let labels: Vec<Span> = entries.entries.iter().filter_map(words).collect();
        let ends: Vec<usize> = labels.iter().skip(1).map(|next| next.start).chain([end]).collect();
        let behind = |label: &Span, end: usize| &self.text[label.end.min(end)..end];
        labels.iter().zip(ends).map(|(label, end)| (*label, behind(label, end))).collect()
    }

    /// The first of many instructions in brackets, lines of instruction and lines to write on, in a text that says nothing that only one
    /// practice can say: no title, year, sum or number, no address, no words in quotation marks.
    pub(super) fn only_asks(&self, blocks: &[Block<'_>], entries: &Entries) -> Option<Span> {
        let lines = || blocks.iter().map(Block::body);
        let says = |line: Span| {
            let line = line.of(self.text);
            line.contains(['@', '»', '”']) || has_number(&outside_brackets(line))
        };
        // Most sheets have a title or say something, and are not searched for instructions.
        if !self.template().generic || self.is_titled(entries) || lines().any(says) {
            return None;
        }
        let asked: Vec<(Span, usize)> = lines().map(|line| (line, self.asks(line.of(self.text)))).collect();
        // Sentences that ask for nothing are answers.
        let sentences = asked.iter().filter(|(line, asks)| *asks == 0 && is_sentence(line.of(self.text)));
        let answered = sentences.count() >= ANSWERS;
        let asking: usize = asked.iter().map(|(_, asks)| asks).sum();
        let first = asked.iter().find(|(_, asks)| *asks > 0).map(|(line, _)| *line);
        first.filter(|_| !answered && asking >= ASKING)
    }

    /// How often a line asks for something to be written.
    fn asks(&self, line: &str) -> usize {
        let tells = |words: &str| self.schemas.instructs_within(words) || self.schemas.limits_text(words);
        let bracketed = line.split('(').skip(1).filter_map(|rest| rest.split(')').next());
        let bracketed = bracketed.filter(|words| tells(words.trim())).count();
        let gaps = line.split(LINE_TO_WRITE_ON).skip(1).filter(|gap| !gap.starts_with('_') && !gap.is_empty()).count();
        bracketed + gaps + usize::from(bracketed == 0 && tells(line))
    }

    /// A form that only says what to write.
    pub(super) fn unfilled(&self, entries: &Entries) -> Option<Span> {
        (self.asks_more_than_it_says(entries) || self.tells_nothing(entries))
            .then(|| labels(&entries.entries))
            .flatten()
    }

    /// Whether many labels have nothing below them, and those that would tell which practice it is, whose and what is done neither:
    /// what stands below the others are the names of columns and of choices.
    fn tells_nothing(&self, entries: &Entries) -> bool {
        let all: Vec<&Entry> = entries.entries.iter().filter(|entry| words(entry).is_some()).collect();
        let empty = all.iter().filter(|entry| entry.lines.is_empty()).count();
        let telling = [Field::Title, Field::LeadOrganisation, Field::Description, Field::Summary, Field::Contacts];
        let tells = |entry: &Entry| {
            !entry.lines.is_empty() && self.label(entry).is_some_and(|label| telling.contains(&label.field))
        };
        let many = empty >= RUN && empty * 5 >= all.len() * 2;
        self.template().generic && many && !all.into_iter().any(tells)
    }

    /// Whether a form says which practice it is and who leads it, and hardly more.
    pub(super) fn is_begun(&self, entries: &Entries) -> bool {
        let filled = |field: Field| {
            let own = |entry: &&Entry| self.label(entry).is_some_and(|label| label.field == field);
            entries.entries.iter().filter(own).any(|entry| !entry.lines.is_empty() && !self.instructs(entry))
        };
        filled(Field::Title) && filled(Field::LeadOrganisation) && self.asks_more_than_it_says(entries)
    }

    /// Empties the labels of a form that is hardly begun: what stands there says what to write.
    pub(super) fn clear_instructions(&self, entries: &mut Entries) {
        let told = |entry: &Entry| words(entry).is_some() && self.instructs(entry);
        for entry in entries.entries.iter_mut().filter(|entry| told(entry)) {
            entry.lines.clear();
        }
    }

    /// Whether most labels have instructions, lines to write on or nothing below them.
    fn asks_more_than_it_says(&self, entries: &Entries) -> bool {
        let all: Vec<&Entry> = entries.entries.iter().filter(|entry| words(entry).is_some()).collect();
        if !self.template().generic || all.len() <= RUN {
            return false;
        }
        let (told, others): (Vec<&Entry>, Vec<&Entry>) = all.iter().partition(|entry| self.instructs(entry));
        let filled = others.iter().filter(|entry| !entry.lines.is_empty()).count();
        if entries.asking >= RUN * 2 && self.is_unnamed(&all, entries.asking * 2 >= all.len()) {
            return true;
        }
        let asking = told.len() + entries.asking >= RUN;
        asking && (filled * 4 <= all.len() || (told.len() >= RUN && filled < told.len()))
    }

    /// Whether the labels for the title have no value, and nobody is named to be asked; in a form of which half is to be filled in, an
    /// address may be what shows how to write one.
    fn is_unnamed(&self, all: &[&Entry], half: bool) -> bool {
        let own =
            |field: Field| all.iter().filter(move |entry| self.label(entry).is_some_and(|label| label.field == field));
        let mut titles = own(Field::Title).peekable();
        titles.peek().is_some()
            && titles.all(|entry| entry.lines.is_empty())
            && (half || !own(Field::Contacts).any(|entry| self.value(entry).contains('@')))
    }

    /// Whether the value of a label says what to write there, or asks for it.
    fn instructs(&self, entry: &Entry) -> bool {
        let says = |line: &Line| {
            let words = line.body.of(self.text);
            self.schemas.instructs_within(words)
                || self.schemas.limits_text(words)
                || words.ends_with('?')
                || begins_with_question(words)
        };
        let bracketed =
            |line: &Line| line.body.of(self.text).starts_with('(') && line.body.of(self.text).ends_with(')');
        let hint = !entry.lines.is_empty() && entry.lines.iter().all(bracketed);
        // A heading that asks something below a value is the next question.
        let headed = |line: &&Line| matches!(line.shape, LineShape::Heading { .. });
        let answered = !entry.lines.iter().all(|line| headed(&line));
        hint || entry.lines.iter().filter(|line| !answered || !headed(line)).any(says)
            || entry.lines.first().is_some_and(|first| self.names_what_to_write(entry, first))
    }

    /// Whether a value is the name of what belongs there: `Name, role, e-mail`, or `Name of the organisation, in English`.
    fn names_what_to_write(&self, entry: &Entry, first: &Line) -> bool {
        let value = first.body.of(self.text);
        let parts: Vec<&str> = value.split([',', ';', '/']).map(str::trim).filter(|part| !part.is_empty()).collect();
        let alone = entry.lines.len() == 1 && parts.len() > 1 && parts.iter().all(|part| self.names_a_part(part));
        let head = parts.first().map_or("", |part| part.split('(').next().unwrap_or_default());
        let same = |label: &Label| self.label(entry).is_some_and(|own| own.field == label.field);
        let known = || self.schemas.meanings(head, &mut String::new());
        alone || self.schemas.own_labels(&known(), self.template).any(same)
    }

    /// Whether words name a field or a part of a contact.
    fn names_a_part(&self, words: &str) -> bool {
        let words = words.trim_end_matches('.');
        let meanings = self.schemas.meanings(words, &mut String::new());
        meanings.iter().any(|meaning| matches!(meaning.role, Role::Label | Role::Part | Role::Web))
    }
}

/// Whether what stands behind `<` is the tag of a field to write in.
fn is_field(tag: &str) -> bool {
    let attributes = tag.split('>').next().unwrap_or_default();
    CONTROLS.iter().any(|control| tag.starts_with(control)) && !OTHERS.iter().any(|kind| attributes.contains(kind))
}

/// Whether words have the figures of a year, a sum or a telephone number.
fn has_number(words: &str) -> bool {
    words.split(|c: char| !c.is_ascii_digit()).any(|figures| figures.len() >= FIGURES)
}

/// Whether a line is a sentence of several words, with nothing in brackets.
fn is_sentence(line: &str) -> bool {
    line.ends_with('.')
        && !line.ends_with("..")
        && !line.contains('(')
        && line.split_whitespace().nth(SENTENCE_WORDS - 1).is_some()
}

/// Whether the first sentence of a text asks something.
fn begins_with_question(words: &str) -> bool {
    words.split_inclusive(['.', '!', '?']).next().is_some_and(|first| first.ends_with('?'))
}

/// Whether a line is a list of answers.
fn is_choice(line: &str) -> bool {
    let letters = |mark: char| line.starts_with(&format!("a{mark} ")) && line.contains(&format!(" b{mark} "));
    line.starts_with('a') && [')', '.'].into_iter().any(letters)
}
