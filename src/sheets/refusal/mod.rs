//! Sheets that cannot be read honestly: a wrong value is worse than none.

mod apart;
mod appeal;
mod blank;
mod columns;
mod foreign;
mod guidance;
mod listing;
mod other;
mod proof;
mod reversed;
mod running_text;
mod scores;
mod speakers;
mod timetable;

use super::{Entries, Entry, Opener, SheetBlocks};
use crate::blocks::Block;
use crate::diagnostic::Sign;
use crate::explain::Start;
use crate::schemas::{Label, Schemas};
use crate::source::Span;

/// Labels of a kind that no honest form has, at least: without a value in a row, or twice in a row.
const RUN: usize = 3;

/// Why a sheet is not read, and where it shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Every label is without a value.
    Blank(Span),
    /// The labels stand together, and the values elsewhere.
    Apart(Span),
    /// Labels stand side by side, with their values below them; or the lines of two columns are mixed.
    SideBySide(Span),
    /// Each value stands before its label.
    Reversed(Span),
    /// It is a document of another kind.
    Other(Span, Sign),
}

impl Refusal {
    /// Whether labels and values are there, and nobody can tell which go together.
    pub fn is_disorder(&self) -> bool {
        matches!(self, Self::Apart(_) | Self::SideBySide(_) | Self::Reversed(_))
    }

    /// The same for another place.
    pub fn at(self, place: Span) -> Self {
        match self {
            Self::Blank(_) => Self::Blank(place),
            Self::Apart(_) => Self::Apart(place),
            Self::SideBySide(_) => Self::SideBySide(place),
            Self::Reversed(_) => Self::Reversed(place),
            Self::Other(_, sign) => Self::Other(place, sign),
        }
    }
}

/// Whether a sheet must be refused.
pub fn refuse(
    text: &str,
    blocks: &[Block<'_>],
    sheet: &SheetBlocks,
    entries: &Entries,
    schemas: &Schemas,
) -> Option<Refusal> {
    let finder = Finder { text, schemas, template: sheet.template };
    let blocks = &blocks[sheet.blocks.clone()];
    let unanswered = || finder.unanswered(blocks, entries);
    let asks = || finder.only_asks(blocks, entries);
    let open = || finder.to_write_in(entries).or_else(|| finder.unticked(blocks, entries)).or_else(asks);
    let blank = || finder.blank(entries).or_else(|| finder.unfilled(entries)).or_else(unanswered).or_else(open);
    let generic = finder.template().generic;
    let in_generic = |found: &dyn Fn() -> Option<Span>| if generic { found() } else { None };
    // Each of several practices has its labels again, in whatever order.
    let untitled = finder.is_page(sheet) && !finder.is_titled(entries);
    if let Some(place) = untitled.then(|| finder.listing(entries).or_else(|| finder.teasers(blocks))).flatten() {
        return Some(Refusal::Other(place, Sign::Listing));
    }
    let side_by_side = finder
        .side_by_side(blocks, entries)
        .or_else(|| in_generic(&|| finder.doubled(entries).or_else(|| finder.broken_off(entries))));
    if side_by_side.is_none() && entries.hardly_begun {
        return None;
    }
    side_by_side
        .map(Refusal::SideBySide)
        .or_else(|| apart::apart(entries).map(Refusal::Apart))
        .or_else(|| blank().map(Refusal::Blank))
        .or_else(|| in_generic(&|| finder.reversed(entries)).map(Refusal::Reversed))
        .or_else(|| in_generic(&|| finder.other(blocks, entries)).map(|place| Refusal::Other(place, Sign::Named)))
        .or_else(|| finder.of_another_kind(sheet, blocks, entries))
        .or_else(|| in_generic(&|| finder.practices_in_columns(blocks)).map(Refusal::SideBySide))
}

/// Empties the labels of a form that is hardly begun: what stands there says what to write.
pub fn clear_instructions(text: &str, sheet: &SheetBlocks, entries: &mut Entries, schemas: &Schemas) {
    let finder = Finder { text, schemas, template: sheet.template };
    entries.hardly_begun = finder.is_begun(entries);
    if entries.hardly_begun {
        finder.clear_instructions(entries);
    }
}

/// The labels and values of a sheet of which nothing but the wordings of its labels says that it is one.
pub fn doubt(text: &str, sheet: &SheetBlocks, entries: &Entries, schemas: &Schemas) -> Option<Span> {
    let finder = Finder { text, schemas, template: sheet.template };
    if finder.is_page(sheet) { finder.doubt(entries) } else { None }
}

/// A line of labels side by side, in a document that has no sheet for that reason.
pub fn labels_side_by_side(text: &str, blocks: &[Block<'_>], schemas: &Schemas) -> Option<Refusal> {
    let finder = Finder { text, schemas, template: schemas.generic() };
    finder.side_by_side(blocks, &Entries::default()).map(Refusal::SideBySide)
}

struct Finder<'a> {
    text: &'a str,
    schemas: &'a Schemas,
    template: u16,
}

impl<'a> Finder<'a> {
    /// Why a page is no sheet; one in which a label names the practice is rarely none.
    fn of_another_kind(&self, sheet: &SheetBlocks, blocks: &[Block<'_>], entries: &Entries) -> Option<Refusal> {
        if !self.is_page(sheet) {
            return None;
        }
        let told = |place: Option<Span>, sign| place.map(|place| Refusal::Other(place, sign));
        let titled = self.is_titled(entries);
        let foreign = self.foreign(blocks, entries, titled).map(|(place, sign)| Refusal::Other(place, sign));
        let foreign = foreign
            .or_else(|| told(self.scores(blocks, titled), Sign::Scores))
            .or_else(|| told(self.marked(entries), Sign::Scores))
            .or_else(|| told(self.scales(blocks), Sign::Scores))
            .or_else(|| told(self.statistics(entries), Sign::Scores))
            .or_else(|| told(self.counted_choices(blocks, titled), Sign::Scores))
            .or_else(|| told(self.guidance(entries), Sign::Guidance))
            .or_else(|| told(self.advised(entries), Sign::Guidance))
            .or_else(|| told(self.limited(entries), Sign::Guidance))
            .or_else(|| told(self.sentences_for_names(entries), Sign::Guidance))
            .or_else(|| told(self.asked_for(blocks, entries), Sign::Guidance));
        if titled {
            return foreign;
        }
        foreign
            .or_else(|| told(self.counted_tables(blocks), Sign::Scores))
            .or_else(|| told(self.comparison(blocks), Sign::Listing))
            .or_else(|| told(self.conversation(blocks), Sign::Conversation))
            .or_else(|| told(self.timetable(blocks), Sign::Timetable))
            .or_else(|| told(self.running_text(entries), Sign::RunningText))
            .or_else(|| told(self.glossary(entries), Sign::Glossary))
    }

    /// Whether only labels of the shared vocabulary made a sheet of a text.
    fn is_page(&self, sheet: &SheetBlocks) -> bool {
        self.template().generic && matches!(sheet.start, Start::Page { .. })
    }

    fn template(&self) -> &'a crate::schemas::Template {
        &self.schemas.templates[usize::from(self.template)]
    }

    /// The label that opened an entry.
    fn label(&self, entry: &Entry) -> Option<&'a Label> {
        match entry.opener {
            Opener::Label { label, .. } => self.template().labels.get(usize::from(label)),
            _ => None,
        }
    }

    fn is_label(&self, words: &str) -> bool {
        let meanings = self.schemas.meanings(words, &mut String::new());
        meanings.iter().any(|meaning| meaning.is_label_of(self.template))
    }
}

/// The words of the label that opened an entry.
fn words(entry: &Entry) -> Option<Span> {
    match entry.opener {
        Opener::Label { words, .. } => Some(words),
        _ => None,
    }
}

/// From the first label of some entries to the last.
fn labels<'e>(entries: impl IntoIterator<Item = &'e Entry>) -> Option<Span> {
    entries.into_iter().filter_map(words).reduce(Span::to)
}
