//! Blocks to sheets, and sheets to entries: a label or heading with the lines that belong to it.

mod columns;
mod comparison;
mod continuation;
mod cycles;
mod divide;
mod entries;
mod imprint;
mod paired;
mod refusal;
mod report;
mod running;
mod style;

use std::collections::BTreeMap;

use crate::explain::Decision;
use crate::ledger::Claim;
use crate::source::Span;

pub use continuation::{continues, ends_open, sentences_within};
pub use divide::{Division, SheetBlocks, divide, of_data};
pub use entries::read;
pub use refusal::{Refusal, clear_instructions, doubt, labels_side_by_side, refuse};
pub use report::{are_figures, section_number};

/// Characters of a line of a paragraph that goes on below at least.
const WHOLE_LINE: usize = 60;

/// What a sheet holds, before anything is known of its fields' values.
#[derive(Debug, Default)]
pub struct Entries {
    /// Labels and headings with their lines, in order.
    pub entries: Vec<Entry>,
    /// Headings that only group, page furniture and notices.
    pub claims: Vec<Claim>,
    /// Lines of a page before its first label or heading.
    pub preamble: Vec<Line>,
    /// Lines behind the first label or heading that belong to none.
    pub loose: Vec<Line>,
    /// A heading and its strapline that the pages of a deck repeat.
    pub running_title: Vec<Line>,
    /// The cells of a row without a value, by where the label of their column begins.
    pub empty_cells: BTreeMap<usize, Span>,
    /// Why its lines opened fields or did not, if that was asked.
    pub decisions: Vec<Decision>,
    /// How many labels had lines to write on, boxes to tick or instructions below them; these are no values.
    pub asking: usize,
    /// Whether it is a form that names its practice and who leads it, and hardly says more.
    pub hardly_begun: bool,
}

/// A label or heading with the lines that belong to it.
#[derive(Debug, Clone)]
pub struct Entry {
    /// What opened it.
    pub opener: Opener,
    /// Its lines.
    pub lines: Vec<Line>,
    /// The keys inside its value, where it is an object of data.
    pub keys: Vec<KeyAt>,
}

impl Entry {
    /// Whether a key of data opened it.
    pub const fn is_data(&self) -> bool {
        matches!(self.opener, Opener::Label { style: Style::Key, .. })
    }
}

/// A key inside the value of another: `name` in `contact: {name: …}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeyAt {
    /// Its words.
    pub words: Span,
    /// Position of the first line that stands under it.
    pub line: usize,
    /// How deep it lies.
    pub level: u8,
    /// Whether it is the first of its object.
    pub begins: bool,
}

/// What opens an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opener {
    /// A label of the sheet's template.
    Label {
        /// Position among the template's labels.
        label: u16,
        /// The label with colon and markup.
        span: Span,
        /// The words of the label.
        words: Span,
        /// How it stands.
        style: Style,
    },
    /// A line of a title slide that introduces an organisation.
    Credit {
        /// Position of the field.
        field: u16,
        /// The line.
        span: Span,
    },
    /// A heading that no field knows, in a page or deck.
    Section {
        /// Number of `#`; 1 to 6.
        level: u8,
        /// The heading with its marker.
        span: Span,
        /// The words.
        words: Span,
        /// Whether labels follow it directly: it groups them.
        groups: bool,
    },
    /// A table row or heading that no field knows, in a sheet of labelled fields.
    Unknown {
        /// The label.
        words: Span,
    },
}

/// How a label stands on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// `Luogo<TAB>Erfurt`
    Row,
    /// `RESULTS: …`
    Colon,
    /// A line of its own, or a heading.
    Line,
    /// `"location": "Erfurt"`
    Key,
    /// There is none: the text says by itself what it is.
    None,
}

/// A line of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    /// Its words, without bullet or `#`.
    pub body: Span,
    /// What it looks like.
    pub shape: LineShape,
    /// What stands before it.
    pub gap: Gap,
}

impl Line {
    /// Words that stand behind their label, or for themselves.
    pub const fn alone(body: Span) -> Self {
        Self { body, shape: LineShape::Prose, gap: Gap::None }
    }

    /// Its bullet, where it is an item.
    pub const fn bullet(&self) -> Option<Span> {
        match self.shape {
            LineShape::Bullet { marker, .. } => Some(marker),
            _ => None,
        }
    }

    /// Whether it is as long as a line of a paragraph that goes on below.
    pub fn is_whole(&self, text: &str) -> bool {
        self.body.of(text).chars().count() >= WHOLE_LINE
    }

    /// The text of lines from the first to the last, with what stands between them; empty where there is none.
    pub fn text_of<'t>(lines: &[Self], text: &'t str) -> &'t str {
        lines.iter().map(|line| line.body).reduce(Span::to).map_or("", |all| all.of(text))
    }
}

/// What a line of a value looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineShape {
    /// Running text.
    Prose,
    /// A list item.
    Bullet {
        /// Columns before the bullet.
        indent: usize,
        /// The bullet.
        marker: Span,
    },
    /// A heading inside a value.
    Heading {
        /// Number of `#`.
        level: u8,
        /// The `#`s.
        marker: Span,
    },
    /// A paragraph below another in one cell.
    Paragraph,
    /// The cell of a row without a label, which goes on where the row before it stopped.
    Cell,
    /// A row of a table inside the value.
    Row,
}

/// What stands between a line of a value and the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// Nothing: it begins behind its label.
    None,
    /// A line end.
    Line,
    /// Empty lines.
    Blank,
    /// The edge of a page.
    Page,
}
