//! The blocks of a sheet to its entries.

mod again;
mod behind_last;
mod called;
mod choices;
mod closing;
mod dated;
mod groups;
mod instructions;
mod kept_free;
mod keys;
mod labels;
mod lines;
mod named;
mod notes;
mod numbering;
mod owners;
mod paired;
mod reached;
mod strangers;
mod styled;
mod sums;
mod tables;
mod told_below;

pub use instructions::LINE_TO_WRITE_ON;

use std::cell::OnceCell;

use super::running::running_title;
use super::style::Styles;
use super::{Entries, Entry, Gap, Line, LineShape, Opener, SheetBlocks, columns};
use crate::blocks::html::shown;
use crate::blocks::{Block, Mark, Shape, bars, line_to_write_on};
use crate::explain::{Notes, Went, Why};
use crate::hashed::{HashMap, HashSet};
use crate::ledger::{Claim, Class};
use crate::schemas::{Label, Meaning, Role, Schemas};
use crate::source::Span;

/// Empty lines that make the edge of a page.
const PAGE_LINES: usize = 8;
/// Fields with a `LABEL: value` line that make a form of a page.
const FORM_LABELS: usize = 3;
/// Entries of an ordinary sheet.
const ENTRIES: usize = 16;
/// Dots or dashes that make a line to write on.
const DOTTED: usize = 8;

/// Reads the entries of one sheet.
pub fn read(text: &str, blocks: &[Block<'_>], sheet: &SheetBlocks, schemas: &Schemas, explain: bool) -> Entries {
    let notes = Notes::new(explain);
    if let Some(header) = sheet.header {
        return columns::read(text, blocks, header, sheet, schemas, notes);
    }
    let mut reader = Reader::new(text, blocks, sheet, schemas, notes);
    for at in sheet.blocks.clone() {
        reader.step(at);
    }
    kept_free::leave_out(text, &mut reader.out, schemas);
    instructions::leave_out_throughout(text, &mut reader.out, schemas);
    if reader.generic {
        instructions::leave_out(text, &mut reader.out, reader.labels, schemas);
        instructions::leave_out_repeated(text, &mut reader.out, reader.labels, schemas);
        choices::take_ticked(text, &mut reader.out);
        behind_last::leave_out(text, &mut reader.out, reader.labels, schemas);
        told_below::leave_out(text, &mut reader.out, reader.labels);
    }
    let mut decisions = reader.notes.into_decisions();
    if reader.generic {
        again::leave_out(text, &mut reader.out, &mut decisions);
    }
    reader.out.decisions = decisions;
    reader.out
}

struct Reader<'a, 's> {
    text: &'a str,
    blocks: &'a [Block<'s>],
    schemas: &'a Schemas,
    template: u16,
    labels: &'a [Label],
    generic: bool,
    sheet: &'a SheetBlocks,
    /// The entry that takes lines: the last, or the people to whom a part further down belongs.
    into: usize,
    /// Whether it still takes lines.
    open: bool,
    /// Whether it is a key of data: its lines are nothing else.
    in_data: bool,
    /// How many entries keys of data have opened, where no other has.
    of_data: usize,
    /// The line of values that the labels of the line above took.
    values_below: Option<usize>,
    /// The last entry that holds people.
    people: Option<usize>,
    /// The last heading that opened no field.
    under: Option<Span>,
    /// What stands between the last line and the next.
    gap: Gap,
    /// Whether lines of the page that shows the sheet stand between, apart from the text.
    beside_page: bool,
    /// Labels of rows were met: an unknown row is a label too.
    has_rows: bool,
    /// The form is laid out in two columns by spaces.
    has_columns: bool,
    /// A page of `LABEL: value` lines: such a label opens its field wherever it stands.
    is_form: bool,
    /// The form asks questions, whose answers may stand on their lines.
    asks: bool,
    /// Several lines have labels that nothing parts from what stands before them.
    has_unparted: bool,
    /// The fields that a label at the start of a line opens, each with how many do.
    at_line_start: HashMap<usize, usize>,
    /// The lines that are labels by their style.
    styles: Styles,
    /// The lines that only group labels, and the labels that are parts of a repeated group, by the start of their blocks.
    groups: HashSet<usize>,
    parts: HashSet<usize>,
    /// The lines of boxes of facts in a page, by the start of their blocks.
    boxed: HashSet<usize>,
    /// The lines of tables inside values, by the start of their blocks.
    tables: HashMap<usize, tables::Part>,
    /// The heading that names the sheet although it begins like a label, by the start of its block.
    name: Option<usize>,
    title: HashSet<usize>,
    repeated: HashSet<usize>,
    /// The fields that lines with known labels open.
    known: OnceCell<HashSet<usize>>,
    /// Whether a line has a label that names practices, and no organisations.
    clear_title: OnceCell<bool>,
    /// The tag of a page that stands before each known label, if it is the same everywhere.
    label_tag: OnceCell<Option<Span>>,
    /// The words of the first label that opened a field.
    opened: HashMap<usize, Span>,
    /// The credits met, by the place of their meanings in the table of wordings.
    credits: HashSet<usize>,
    out: Entries,
    notes: Notes,
}

impl<'a, 's> Reader<'a, 's> {
    fn new(text: &'a str, blocks: &'a [Block<'s>], sheet: &'a SheetBlocks, schemas: &'a Schemas, notes: Notes) -> Self {
        let template = &schemas.templates[usize::from(sheet.template)];
        let mut reader = Self {
            text,
            blocks,
            schemas,
            template: sheet.template,
            labels: &template.labels,
            generic: template.generic,
            sheet,
            into: 0,
            open: false,
            in_data: false,
            of_data: 0,
            values_below: None,
            people: None,
            under: None,
            gap: Gap::Line,
            beside_page: false,
            has_rows: false,
            has_columns: blocks[sheet.blocks.clone()].iter().any(|block| block.gap.is_some()),
            is_form: false,
            asks: false,
            has_unparted: false,
            at_line_start: HashMap::default(),
            styles: Styles::default(),
            groups: HashSet::default(),
            parts: HashSet::default(),
            boxed: HashSet::default(),
            tables: HashMap::default(),
            name: None,
            title: HashSet::default(),
            repeated: HashSet::default(),
            known: OnceCell::new(),
            clear_title: OnceCell::new(),
            label_tag: OnceCell::new(),
            opened: HashMap::default(),
            credits: HashSet::default(),
            out: Entries { entries: Vec::with_capacity(ENTRIES), ..Entries::default() },
            notes,
        };
        reader.find_running_title();
        reader.at_line_start = reader.labelled_lines();
        let lines = reader.at_line_start.len();
        reader.is_form =
            lines >= FORM_LABELS && (reader.begins_as_form() || lines > FORM_LABELS + reader.bare_labels());
        reader.has_rows = blocks[sheet.blocks.clone()]
            .iter()
            .any(|block| matches!(block.shape, Shape::Row { .. }) && reader.first_label(block).is_some());
        if reader.generic {
            reader.asks = reader.finds_questions();
            reader.has_unparted = reader.finds_unparted();
            reader.name = reader.name_above_headings();
            reader.groups = reader.numbered_headings();
            reader.parts = reader.parts_of_groups();
            reader.boxed = reader.boxes();
            reader.tables = reader.inner_tables();
            reader.styles = Styles::find(text, blocks, sheet.blocks.clone(), |block| reader.standing(block));
        }
        reader
    }

    fn find_running_title(&mut self) {
        if self.generic {
            let running = running_title(self.text, &self.blocks[self.sheet.blocks.clone()], self.sheet.blocks.start);
            let line = |&at: &usize| Line {
                body: self.blocks[at].body(),
                shape: heading_shape(&self.blocks[at]),
                gap: Gap::Line,
            };
            self.out.running_title = running.first.iter().map(line).collect();
            self.title.extend(running.first);
            self.repeated.extend(running.repeated);
        }
    }

    /// Whether the first label has its value on its line.
    fn begins_as_form(&self) -> bool {
        let mut blocks = self.blocks[self.sheet.blocks.clone()].iter();
        let first = blocks.find(|block| self.first_label(block).is_some() || self.bare_label(block).is_some());
        first.is_some_and(|block| self.first_label(block).is_some())
    }

    /// How many lines are labels of their own.
    fn bare_labels(&self) -> usize {
        self.blocks[self.sheet.blocks.clone()].iter().filter(|block| self.bare_label(block).is_some()).count()
    }

    /// The fields that have a label with a value on its line, each with how many.
    fn labelled_lines(&self) -> HashMap<usize, usize> {
        let lines =
            self.blocks[self.sheet.blocks.clone()].iter().filter(|block| !block.is_furniture() && is_running(block));
        let mut fields = HashMap::default();
        for (label, _) in lines.filter_map(|block| self.first_label(block)) {
            *fields.entry(self.field(label)).or_default() += 1;
        }
        fields
    }

    /// The number of the field that a label opens.
    fn field(&self, label: u16) -> usize {
        self.labels[usize::from(label)].field.index()
    }

    fn step(&mut self, at: usize) {
        let blocks = self.blocks;
        let block = &blocks[at];
        for bar in bars(self.text, block) {
            self.claim(bar, Class::Markup);
        }
        if let Some(line) = line_to_write_on(self.text, block) {
            self.claim(line, Class::Markup);
        }
        if let Some((before, class)) = block.before {
            self.claim(before, class);
        }
        match block.shape {
            Shape::Blank { lines } => {
                self.beside_page |= self.is_page_apart(at);
                // `Similar projects`, a line of the page below which it lists others.
                self.open &= !(block.mark == Mark::Outside && self.means(&block.whole, Role::Heading));
                self.widen(lines, block.span);
            }
            _ if self.title.contains(&at) => self.open = false,
            _ if self.repeated.contains(&at) => self.furniture(block),
            _ if block.mark == Mark::Boilerplate => self.claim(block.span, Class::Boilerplate),
            _ if block.mark == Mark::Apart => self.open = false,
            _ if self.table_line(block) => {}
            Shape::Rule => self.rule(block),
            Shape::Key { words, role } => self.key(block, words, role),
            _ if self.in_data => self.content(block),
            _ if self.credit(block) => {}
            _ if block.is_furniture() && !self.is_first_credit_line(block) => self.furniture(block),
            _ if at == self.sheet.blocks.start && self.means(&block.whole, Role::StartLine) => self.group(block),
            _ if self.means(&block.whole, Role::Heading) && self.may_group(at) => self.group(block),
            _ if self.groups.contains(&block.span.start) => self.group(block),
            _ if self.name == Some(block.span.start) => drop(self.heading(at, block)),
            _ if self.names_columns(at, block) => self.group(block),
            _ if self.part_of_group(block) => {}
            _ if self.values_below == Some(at) => {}
            _ if self.side_by_side(at, block) => {}
            _ if self.name_of_owner(at, block) => {}
            _ if self.label(block) => {}
            _ if self.called(at, block) => {}
            _ if self.dated(block) => {}
            _ if self.reached(block) => {}
            _ if self.begins_person(at, block) => {}
            _ if self.in_charge(at, block) => {}
            _ if self.asks_what_it_is(at, block) => {}
            _ if self.styled(block) => {}
            _ if self.heading(at, block) => {}
            _ if self.closing(block) => {}
            _ if self.unknown_row(at, block) => {}
            _ if self.term(at, block) => {}
            _ if self.unknown_label(block) => {}
            _ if self.bold_heading(block) => self.group(block),
            _ => self.content(block),
        }
    }

    /// A rule across a page ends people of whom is said how to reach them.
    fn rule(&mut self, block: &Block<'_>) {
        self.claim(block.span, Class::Markup);
        if !self.in_data && self.ends_people(block) {
            self.open = false;
        }
    }

    fn widen(&mut self, lines: usize, span: Span) {
        let page = lines >= PAGE_LINES || span.of(self.text).contains('\u{c}');
        self.gap = self.gap.max(if page { Gap::Page } else { Gap::Blank });
    }

    /// Whether a block is a line of the page with an empty line above or below; page numbers stand anywhere.
    fn is_page_apart(&self, at: usize) -> bool {
        let of_page = |block: &Block<'_>| block.mark == Mark::Outside;
        let empty = |at: Option<usize>| {
            at.and_then(|at| self.blocks.get(at)).is_some_and(|block| block.is_blank() && !of_page(block))
        };
        let line = self.blocks[at].shape == Shape::Blank { lines: 1 } && of_page(&self.blocks[at]);
        line && (empty(at.checked_sub(1)) || empty(Some(at + 1)))
    }

    fn furniture(&mut self, block: &Block<'_>) {
        self.claim(block.span, Class::Furniture);
        self.gap = Gap::Page;
    }

    /// Whether a line whose words group labels does so here: it stands apart, or labels follow. In a list it may be an item.
    fn may_group(&self, at: usize) -> bool {
        let next = self.blocks_from(at + 1).first();
        let labelled = |next: &Block<'s>| {
            let colon = self.before_colon(next).is_some();
            colon || self.first_label(next).is_some() || self.bare_label(next).is_some()
        };
        let apart = at.checked_sub(1).is_none_or(|above| self.blocks[above].is_blank());
        !self.generic || apart || !self.in_list() && !self.open || next.is_some_and(labelled)
    }

    /// A heading or line that only groups: what follows it belongs to no field yet.
    fn group(&mut self, block: &Block<'_>) {
        let why = if block.whole.is_empty() { Why::Groups } else { block.whole.into() };
        self.notes.take(block.body(), Went::Heading, why);
        self.claim(block.span, Class::Heading);
        if !matches!(block.shape, Shape::Row { .. }) {
            self.under = Some(block.body());
        }
        self.open = false;
    }

    fn claim(&mut self, span: Span, class: Class) {
        self.out.claims.push(Claim { span, class, field: None });
    }

    fn means(&self, meanings: &[Meaning], role: Role) -> bool {
        meanings.iter().any(|meaning| meaning.template == self.template && meaning.role == role)
    }

    // Credits of a title slide

    /// A line such as `Un progetto di`: the first of its kind opens, its repetitions are furniture.
    fn credit(&mut self, block: &Block<'_>) -> bool {
        let credit =
            block.whole.iter().find(|meaning| meaning.template == self.template && meaning.role == Role::Credit);
        let Some(credit) = credit else { return false };
        let new = !matches!(block.mark, Mark::Furniture { first: false });
        if new && self.credits.insert(block.whole.as_ptr().addr()) {
            self.push(Opener::Credit { field: credit.label, span: block.body() });
            self.notes.take(block.body(), Went::Credit(credit.label), block.whole.into());
        } else {
            self.furniture(block);
            self.open = false;
        }
        true
    }

    /// The first copy of a repeated line, where it is what a credit introduces.
    fn is_first_credit_line(&self, block: &Block<'_>) -> bool {
        block.mark == Mark::Furniture { first: true } && self.open && self.in_credit()
    }

    fn in_credit(&self) -> bool {
        matches!(self.current(), Some(Entry { opener: Opener::Credit { .. }, .. }))
    }

    /// The blocks of the sheet from a position on.
    fn blocks_from(&self, at: usize) -> &'a [Block<'s>] {
        &self.blocks[at..self.sheet.blocks.end.max(at)]
    }

    /// The blocks of the sheet from this one on.
    fn blocks_with(&self, block: &Block<'_>) -> &'a [Block<'s>] {
        self.blocks_from(self.blocks.partition_point(|other| other.span.start < block.span.start))
    }

    /// The blocks of the sheet behind this one.
    fn blocks_behind(&self, block: &Block<'_>) -> &'a [Block<'s>] {
        self.blocks_from(self.blocks.partition_point(|other| other.span.start <= block.span.start))
    }

    /// The entry that takes lines.
    fn current(&self) -> Option<&Entry> {
        self.out.entries.get(self.into)
    }

    fn push(&mut self, opener: Opener) {
        self.into = self.out.entries.len();
        self.in_data = false;
        if let Opener::Label { label, words, .. } = opener {
            self.opened.entry(self.field(label)).or_insert(words);
        }
        self.out.entries.push(Entry { opener, lines: Vec::new(), keys: Vec::new() });
        self.open = true;
        self.gap = Gap::Line;
        self.beside_page = false;
        if self.in_people() {
            self.people = Some(self.into);
        }
    }

    fn add(&mut self, body: Span, shape: LineShape, gap: Gap) {
        let body = crate::blocks::trim(self.text, body);
        // Dots, dashes and rules where a value should stand: nothing is written there.
        if is_nothing(body.of(self.text)) {
            self.out.asking += usize::from(body.len() >= DOTTED);
            return self.claim(body, Class::Markup);
        }
        if let Some(entry) = self.out.entries.get_mut(self.into).filter(|_| !body.is_empty()) {
            entry.lines.push(Line { body, shape, gap });
        }
        if !body.is_empty() {
            self.gap = Gap::Line;
            self.beside_page = false;
        }
    }
}

/// Whether a value has neither letters nor figures; what a page writes for white space is none.
fn is_nothing(value: &str) -> bool {
    let nothing = |text: &str| !text.chars().any(char::is_alphanumeric);
    nothing(value) || memchr::memchr(b'&', value.as_bytes()).is_some() && nothing(&shown(value))
}

/// Whether a block is a line of running text, or a heading.
const fn is_running(block: &Block<'_>) -> bool {
    !matches!(block.shape, Shape::Bullet { .. } | Shape::Row { .. } | Shape::Key { .. })
}

fn heading_shape(block: &Block<'_>) -> LineShape {
    match block.shape {
        Shape::Heading { level, marker, .. } => LineShape::Heading { level, marker },
        _ => LineShape::Prose,
    }
}

fn shape(block: &Block<'_>) -> LineShape {
    match block.shape {
        Shape::Bullet { indent, marker, .. } => LineShape::Bullet { indent, marker },
        Shape::Row { label, .. } if label.is_empty() => LineShape::Cell,
        Shape::Paragraph { .. } => LineShape::Paragraph,
        _ => LineShape::Prose,
    }
}
