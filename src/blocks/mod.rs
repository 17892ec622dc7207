//! Text to blocks that tile it: what each line looks like, what its wording means, and which lines are page furniture.

mod abutting;
mod aligned;
mod answers;
pub mod boxes;
mod broken_labels;
mod bulleted;
mod chrome;
mod cut_cells;
pub mod data;
mod decorated;
mod filled_in;
mod flattened;
mod flowing;
mod footnotes;
mod furniture;
mod glued;
mod grid;
mod hinted;
pub mod html;
mod labelled_headers;
mod labels;
mod laid_out;
mod letters;
mod notices;
mod numbered;
mod page_before_label;
mod page_edges;
mod page_margins;
mod page_marks;
mod page_numbers;
mod page_parts;
mod phrases;
mod repetition;
mod run_on;
mod split;
mod stopped;
mod table;
mod tails;
mod wrapped_labels;

use crate::ledger::Class;
use crate::schemas::{Known, Meaning, Role};
use crate::source::Span;

pub use chrome::{is_stepped, last_step, mark as mark_chrome};
pub use filled_in::line_to_write_on;
pub use furniture::mark;
pub use labels::{floor, is_question_mark, meanings, separator, stop, unmarked};
pub use laid_out::split as split_layout;
pub use page_before_label::label_number;
pub use split::{LINE_BREAK, bullet, is_dot, split, trim};
pub use table::{bars, cells, lines};

/// A line of the document, or a run of empty ones.
#[derive(Debug, Clone)]
pub struct Block<'s> {
    /// Its bytes with their line ends; blocks tile the text.
    pub span: Span,
    /// What it looks like.
    pub shape: Shape,
    /// What its whole wording means, without marker: `BEST PRACTICE SUMMARY SHEET`.
    pub whole: Known<'s>,
    /// Labels with a value behind them, in order: `RESULTS: …`.
    pub labels: Vec<LabelAt<'s>>,
    /// Whether it belongs to the page and not to the sheet.
    pub mark: Mark,
    /// The spaces between its label and its value, in a form laid out in two columns.
    pub gap: Option<Span>,
    /// What stands before its body and is no value: the end of the label of the line above, the bullet of a label.
    pub before: Option<(Span, Class)>,
}

/// What a line looks like. Bodies come without white space around them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// One or more lines without text.
    Blank {
        /// How many.
        lines: usize,
    },
    /// `## 1. INFORMAZIONI GENERALI`
    Heading {
        /// Number of `#`.
        level: u8,
        /// The `#`s.
        marker: Span,
        /// The words.
        body: Span,
    },
    /// `Luogo<TAB>Erfurt`, `| Luogo | Erfurt |`
    Row {
        /// The first cell; may be empty.
        label: Span,
        /// The rest.
        body: Span,
    },
    /// `| Luogo | Erfurt | 2004 |`, with three cells or more
    Cells {
        /// From the first bar to the last.
        body: Span,
    },
    /// `|---|---|`, or what stands between the keys and values of data
    Rule,
    /// `"title"`, `titolo_progetto`: the key of a value of data, which stands in the blocks behind it
    Key {
        /// The words, without quotes.
        words: Span,
        /// What the key is for.
        role: KeyRole,
    },
    /// `: Erfurt`, below the word that it explains
    Definition {
        /// The colon.
        marker: Span,
        /// The words.
        body: Span,
    },
    /// `- Students`, ` • Students`
    Bullet {
        /// Columns before the bullet.
        indent: usize,
        /// The bullet.
        marker: Span,
        /// The words.
        body: Span,
    },
    /// `families`, below `newcomers` in one cell of a table
    Paragraph {
        /// The words.
        body: Span,
    },
    /// Anything else.
    Prose {
        /// The words.
        body: Span,
    },
}

/// What a key of data is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyRole {
    /// It stands before a value of the sheet.
    Field,
    /// It groups keys of the sheet: `general: {title: …, location: …}`.
    Group,
    /// It stands inside the value of another: `contact: {name: …, phone: …}`.
    Part {
        /// How deep it lies.
        level: u8,
        /// Whether it is the first of its object.
        begins: bool,
    },
    /// It has no words: the data end here.
    End,
}

/// A label with a value behind it.
#[derive(Debug, Clone, Copy)]
pub struct LabelAt<'s> {
    /// The label with its colon and markup.
    pub span: Span,
    /// The words of the label alone.
    pub words: Span,
    /// What the wording means.
    pub meanings: Known<'s>,
    /// Whether it stands behind a finished sentence and not at the start of its line.
    pub inside: bool,
    /// Whether it is one only because its line holds a whole form.
    pub flat: bool,
    /// Whether nothing parts it from the value before it: one only where other lines of the form have such too.
    pub unparted: bool,
}

impl<'s> LabelAt<'s> {
    /// A label at the start of its line, or in the first cell of its row.
    pub const fn first(span: Span, words: Span, meanings: Known<'s>) -> Self {
        Self { span, words, meanings, inside: false, flat: false, unparted: false }
    }

    /// Whether its words are those of a label.
    pub fn is_known(&self) -> bool {
        self.meanings.has(Role::Label)
    }
}

/// Whether a block belongs to the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// It belongs to the sheet, or to nothing.
    None,
    /// A page header or footer.
    Furniture {
        /// The first of the lines that repeat; it may be the only copy of a value.
        first: bool,
    },
    /// A disclaimer, a licence, a funder's notice.
    Boilerplate,
    /// A notice of data protection, a footnote, or a line of a form under words that nobody knows: it belongs to no field, and ends the
    /// one above.
    Apart,
    /// A menu, a breadcrumb, a banner for cookies; its shape is that of empty lines.
    Outside,
}

impl<'s> Block<'s> {
    /// A block that belongs to the sheet, or to nothing.
    pub const fn new(span: Span, shape: Shape, whole: Known<'s>, labels: Vec<LabelAt<'s>>) -> Self {
        Self { span, shape, whole, labels, mark: Mark::None, gap: None, before: None }
    }
}

/// Whether words have letters, and all of those that have two cases are capitals.
pub fn is_in_capitals(words: &str) -> bool {
    words.contains(char::is_uppercase) && !words.contains(char::is_lowercase)
}

impl Block<'_> {
    /// The words of the block; of a row the value cell. Empty for a blank.
    pub const fn body(&self) -> Span {
        match self.shape {
            Shape::Blank { .. } | Shape::Rule => Span::new(self.span.start, self.span.start),
            Shape::Key { words, .. } => words,
            Shape::Heading { body, .. }
            | Shape::Row { body, .. }
            | Shape::Cells { body }
            | Shape::Definition { body, .. }
            | Shape::Bullet { body, .. }
            | Shape::Paragraph { body }
            | Shape::Prose { body } => body,
        }
    }

    /// Leaves the block out of the text, as so many lines without any: it belongs to what stands around a sheet.
    pub const fn leave_out(&mut self, lines: usize) {
        self.shape = Shape::Blank { lines };
        self.mark = Mark::Outside;
    }

    /// Whether the block is a row of a table.
    pub const fn is_row(&self) -> bool {
        matches!(self.shape, Shape::Cells { .. } | Shape::Row { .. })
    }

    /// Whether the block has no text.
    pub const fn is_blank(&self) -> bool {
        matches!(self.shape, Shape::Blank { .. })
    }

    /// Whether the block is a line or paragraph of text.
    pub const fn is_text(&self) -> bool {
        matches!(self.shape, Shape::Prose { .. } | Shape::Paragraph { .. })
    }

    /// Whether the block is a page header or footer.
    pub const fn is_furniture(&self) -> bool {
        matches!(self.mark, Mark::Furniture { .. })
    }

    /// The words of the known label that the block begins with.
    pub fn opening_label(&self) -> Option<Span> {
        let first = self.labels.first().filter(|label| !label.inside)?;
        first.is_known().then_some(first.words)
    }

    /// Whether the line holds a whole form.
    pub fn is_flat(&self) -> bool {
        self.labels.iter().any(|label| label.flat)
    }

    /// Whether the whole line has a meaning of this role in some template.
    pub fn is(&self, role: Role) -> bool {
        self.whole.has(role)
    }

    /// Whether a start mark stands here, of this template or of any.
    pub fn starts_sheet(&self, template: Option<u16>) -> bool {
        let starts = |meaning: &Meaning| {
            template.is_none_or(|template| template == meaning.template)
                && matches!(meaning.role, Role::StartLine | Role::StartLabel)
        };
        self.whole.iter().any(starts) || self.labels.iter().any(|label| label.meanings.iter().any(starts))
    }

    /// Whether some template starts a sheet or opens a field here; in what is left out nothing does.
    pub fn opens_anything(&self) -> bool {
        let opens = |meaning: &Meaning| matches!(meaning.role, Role::StartLine | Role::StartLabel | Role::Label);
        let labelled = || self.labels.iter().any(|label| label.meanings.iter().any(opens));
        !self.is_blank() && (self.whole.iter().any(opens) || labelled())
    }
}
