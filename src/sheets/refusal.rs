//! Sheets that cannot be read honestly: a blank form, and values that stand apart from their labels.

use super::{Entries, Entry, Line, LineShape, Opener, SheetBlocks};
use crate::blocks::{Block, Shape};
use crate::schemas::{Role, Schemas};
use crate::source::Span;

/// Labels without a value in a row that no honest form has.
const EMPTY_RUN: usize = 3;

/// Why a sheet is not read, and where it shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Every label is without a value.
    Blank(Span),
    /// The labels stand together, and the values elsewhere.
    Apart(Span),
    /// Labels stand side by side, with their values below them.
    SideBySide(Span),
}

/// Whether a sheet must be refused: a wrong value is worse than none.
pub fn refuse(
    text: &str,
    blocks: &[Block<'_>],
    sheet: &SheetBlocks,
    entries: &Entries,
    schemas: &Schemas,
) -> Option<Refusal> {
    let finder = Finder { text, schemas, template: sheet.template };
    finder
        .side_by_side(&blocks[sheet.blocks.clone()], entries)
        .map(Refusal::SideBySide)
        .or_else(|| apart(entries).map(Refusal::Apart))
        .or_else(|| blank(entries).map(Refusal::Blank))
        .or_else(|| finder.unfilled(entries).map(Refusal::Blank))
}

/// A line of labels side by side, in a document that has no sheet for that reason.
pub fn labels_side_by_side(text: &str, blocks: &[Block<'_>], schemas: &Schemas) -> Option<Refusal> {
    let finder = Finder { text, schemas, template: schemas.generic() };
    finder.side_by_side(blocks, &Entries::default()).map(Refusal::SideBySide)
}

/// Every label is empty, and there are enough of them for a form.
fn blank(entries: &Entries) -> Option<Span> {
    let labels: Vec<Span> = entries.entries.iter().filter_map(words).collect();
    let empty = entries.entries.iter().all(|entry| entry.lines.is_empty());
    (empty && labels.len() >= EMPTY_RUN).then(|| labels.into_iter().reduce(Span::to)).flatten()
}

/// Most labels stand in one run without values, and as many lines before or behind them.
fn apart(entries: &Entries) -> Option<Span> {
    let labels: Vec<&Entry> = entries.entries.iter().filter(|entry| words(entry).is_some()).collect();
    let runs = labels.chunk_by(|a, b| a.lines.is_empty() && b.lines.is_empty());
    let run = runs.filter(|run| run[0].lines.is_empty()).max_by_key(|run| run.len())?;
    let behind = labels.iter().skip_while(|entry| entry.opener != run[run.len() - 1].opener).nth(1);
    let before = labels.iter().take_while(|entry| entry.opener != run[0].opener).last();
    let values = [behind, before].into_iter().flatten().map(|entry| paragraphs(&entry.lines)).max().unwrap_or(0);
    let values = values.max(paragraphs(&entries.preamble));
    let most = run.len() >= EMPTY_RUN && run.len() * 10 >= labels.len() * 6;
    (most && values >= run.len()).then(|| run.iter().filter_map(|entry| words(entry)).reduce(Span::to)).flatten()
}

fn paragraphs(lines: &[Line]) -> usize {
    lines.iter().filter(|line| line.shape != LineShape::Cell).count()
}

fn words(entry: &Entry) -> Option<Span> {
    match entry.opener {
        Opener::Label { words, .. } => Some(words),
        _ => None,
    }
}

struct Finder<'a> {
    text: &'a str,
    schemas: &'a Schemas,
    template: u16,
}

impl Finder<'_> {
    /// A form that only says what to write: most labels have instructions, lines to write on or nothing below them.
    fn unfilled(&self, entries: &Entries) -> Option<Span> {
        let generic = self.schemas.templates[usize::from(self.template)].generic;
        let labels: Vec<&Entry> = entries.entries.iter().filter(|entry| words(entry).is_some()).collect();
        let told = labels.iter().filter(|entry| self.instructs(entry)).count();
        let filled = labels.iter().filter(|entry| !entry.lines.is_empty() && !self.instructs(entry)).count();
        let asking = told + entries.asking >= EMPTY_RUN;
        let few = filled * 4 <= labels.len() || (told >= EMPTY_RUN && filled < told);
        let blank = generic && asking && few && labels.len() > EMPTY_RUN;
        blank.then(|| labels.iter().filter_map(|entry| words(entry)).reduce(Span::to)).flatten()
    }

    /// Whether the value of a label says what to write there, or asks for it.
    fn instructs(&self, entry: &Entry) -> bool {
        let says = |line: &Line| {
            let words = line.body.of(self.text);
            self.schemas.instructs_within(words) || words.ends_with('?')
        };
        entry.lines.iter().any(says)
    }

    /// A line that is made of labels: `Title     Organisation`, `Title: Organisation:`.
    fn side_by_side(&self, blocks: &[Block<'_>], entries: &Entries) -> Option<Span> {
        let lines = blocks.iter().filter(|block| matches!(block.shape, Shape::Prose { .. }) && block.whole.is_empty());
        let spaced = lines.map(Block::body).find(|body| self.is_row_of_labels(*body));
        spaced.or_else(|| entries.entries.iter().find_map(|entry| self.label_as_value(entry)))
    }

    fn is_row_of_labels(&self, body: Span) -> bool {
        let raw = body.of(self.text);
        if !raw.contains("  ") && !raw.contains('\t') {
            return false;
        }
        let parts: Vec<&str> = raw.split(['\t', '\u{a0}']).flat_map(|part| part.split("  ")).map(str::trim).collect();
        let mut parts = parts.into_iter().filter(|part| !part.is_empty()).peekable();
        let several = raw.trim().split("  ").filter(|part| !part.trim().is_empty()).count() > 1;
        several && parts.peek().is_some() && parts.all(|part| self.is_label(part))
    }

    /// A label whose value is a label with its colon and nothing else.
    fn label_as_value(&self, entry: &Entry) -> Option<Span> {
        let words = words(entry)?;
        let first = entry.lines.first()?.body.of(self.text);
        let is_label = first.ends_with(':') && self.is_label(first) && !self.is_part_of_contact(entry, first);
        is_label.then(|| words.to(entry.lines[0].body))
    }

    /// Whether a line is the sub-label that a contact begins with: `Organisation:`.
    fn is_part_of_contact(&self, entry: &Entry, line: &str) -> bool {
        let Opener::Label { label, .. } = entry.opener else { return false };
        let labels = &self.schemas.templates[usize::from(self.template)].labels;
        let is_part =
            || self.schemas.meanings(line, &mut String::new()).iter().any(|meaning| meaning.role == Role::Part);
        labels.get(usize::from(label)).is_some_and(crate::schemas::Label::holds_people) && is_part()
    }

    fn is_label(&self, words: &str) -> bool {
        let meanings = self.schemas.meanings(words, &mut String::new());
        meanings.iter().any(|meaning| meaning.template == self.template && meaning.role == Role::Label)
    }
}
