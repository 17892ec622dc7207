//! The blocks of a sheet to its entries.

use std::collections::HashSet;

use super::running::running_title;
use super::{Entries, Entry, Gap, Line, LineShape, Opener, SheetBlocks, Style, columns, continues};
use crate::blocks::{Block, LabelAt, Mark, Shape, bars};
use crate::ledger::{Claim, Class};
use crate::schemas::{Label, Meaning, Role, Schemas};
use crate::source::Span;

/// Empty lines that make the edge of a page.
const PAGE_LINES: usize = 8;
/// Words of a label that no field knows at most.
const LABEL_WORDS: usize = 6;
/// Fields with a `LABEL: value` line that make a form of a page.
const FORM_LABELS: usize = 3;

/// Reads the entries of one sheet.
pub fn read(text: &str, blocks: &[Block<'_>], sheet: &SheetBlocks, schemas: &Schemas) -> Entries {
    if let Some(header) = sheet.header {
        return columns::read(text, blocks, header, sheet, schemas);
    }
    let mut reader = Reader::new(text, blocks, sheet, schemas);
    for at in sheet.blocks.clone() {
        reader.step(at);
    }
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
    /// Whether the last entry still takes lines.
    open: bool,
    /// What stands between the last line and the next.
    gap: Gap,
    /// Labels of rows were met: an unknown row is a label too.
    has_rows: bool,
    /// A page of `LABEL: value` lines: such a label opens its field wherever it stands.
    is_form: bool,
    title: HashSet<usize>,
    repeated: HashSet<usize>,
    /// The credits met, by the place of their meanings in the table of wordings.
    credits: HashSet<usize>,
    out: Entries,
}

impl<'a, 's> Reader<'a, 's> {
    fn new(text: &'a str, blocks: &'a [Block<'s>], sheet: &'a SheetBlocks, schemas: &'a Schemas) -> Self {
        let template = &schemas.templates[usize::from(sheet.template)];
        let mut reader = Self {
            text,
            blocks,
            schemas,
            template: sheet.template,
            labels: &template.labels,
            generic: template.generic,
            sheet,
            open: false,
            gap: Gap::Line,
            has_rows: false,
            is_form: false,
            title: HashSet::new(),
            repeated: HashSet::new(),
            credits: HashSet::new(),
            out: Entries::default(),
        };
        reader.find_running_title();
        reader.is_form = reader.begins_as_form() && reader.labelled_lines() >= FORM_LABELS;
        reader.has_rows = blocks[sheet.blocks.clone()]
            .iter()
            .any(|block| matches!(block.shape, Shape::Row { .. }) && reader.first_label(block).is_some());
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

    /// How many fields have a label with a value on its line.
    fn labelled_lines(&self) -> usize {
        let lines = self.blocks[self.sheet.blocks.clone()]
            .iter()
            .filter(|block| !block.is_furniture() && !matches!(block.shape, Shape::Bullet { .. } | Shape::Row { .. }));
        let labels =
            lines.filter_map(|block| self.first_label(block)).map(|(label, _)| self.labels[usize::from(label)].field);
        labels.collect::<HashSet<_>>().len()
    }

    fn step(&mut self, at: usize) {
        let blocks = self.blocks;
        let block = &blocks[at];
        for bar in bars(self.text, block) {
            self.claim(bar, Class::Markup);
        }
        match block.shape {
            Shape::Blank { lines } => self.widen(lines, block.span),
            _ if self.title.contains(&at) => self.open = false,
            _ if self.repeated.contains(&at) => self.furniture(block),
            _ if block.mark == Mark::Boilerplate => self.claim(block.span, Class::Boilerplate),
            Shape::Rule => self.claim(block.span, Class::Markup),
            _ if self.credit(block) => {}
            _ if block.is_furniture() && !self.is_first_credit_line(block) => self.furniture(block),
            _ if at == self.sheet.blocks.start && self.means(block.whole, Role::StartLine) => self.group(block),
            _ if self.means(block.whole, Role::Heading) => self.group(block),
            _ if self.label(block) => {}
            _ if self.heading(at, block) => {}
            _ if self.unknown_row(at, block) => {}
            _ if self.term(at, block) => {}
            _ if self.unknown_label(block) => {}
            _ => self.content(block),
        }
    }

    fn widen(&mut self, lines: usize, span: Span) {
        let page = lines >= PAGE_LINES || span.of(self.text).contains('\u{c}');
        self.gap = self.gap.max(if page { Gap::Page } else { Gap::Blank });
    }

    fn furniture(&mut self, block: &Block<'_>) {
        self.claim(block.span, Class::Furniture);
        self.gap = Gap::Page;
    }

    /// A heading or line that only groups: what follows it belongs to no field yet.
    fn group(&mut self, block: &Block<'_>) {
        self.claim(block.span, Class::Heading);
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
        matches!(self.out.entries.last(), Some(Entry { opener: Opener::Credit { .. }, .. }))
    }

    // Labels

    /// Opens the labels of a block, one after the other.
    fn label(&mut self, block: &Block<'_>) -> bool {
        if let Some((label, words)) = self.bare_label(block) {
            let without_colon = words.of(self.text).trim_end_matches([':', ' ']).len();
            let named = Span::new(words.start, words.start + without_colon);
            self.push(Opener::Label { label, span: words, words: named, style: Style::Line });
            return true;
        }
        let first = self.first_label(block).filter(|(label, at)| self.may_open(block, *label, at));
        let in_prose = self.generic && first.is_none() && !self.is_form;
        let inside = if in_prose { Vec::new() } else { self.inside_labels(block) };
        let Some(start) = first.into_iter().chain(inside.first().copied()).next() else { return false };
        if start.1.inside {
            self.line_up_to(block, start.1.span.start);
        }
        let opened: Vec<(u16, LabelAt<'_>)> = first.into_iter().chain(inside).collect();
        for (nth, (label, at)) in opened.iter().enumerate() {
            let end = opened.get(nth + 1).map_or(block.body().end, |next| next.1.span.start);
            self.open_label(block, *label, *at, end);
        }
        true
    }

    fn open_label(&mut self, block: &Block<'_>, label: u16, at: LabelAt<'_>, end: usize) {
        let row = matches!(block.shape, Shape::Row { .. });
        let style = if row { Style::Row } else { Style::Colon };
        self.push(Opener::Label { label, span: at.span, words: at.words, style });
        let start = if row { block.body().start } else { at.span.end };
        self.add(Span::new(start, end.max(start)), LineShape::Prose, Gap::None);
    }

    /// What stands before a label inside a line belongs to the field before.
    fn line_up_to(&mut self, block: &Block<'_>, end: usize) {
        if self.open {
            self.add(Span::new(block.body().start, end), shape(block), self.gap);
        }
    }

    /// A label that is a line or heading of its own.
    fn bare_label(&self, block: &Block<'_>) -> Option<(u16, Span)> {
        if matches!(block.shape, Shape::Bullet { .. } | Shape::Row { .. }) {
            return None;
        }
        let label = self.own_label(block.whole)?;
        (!self.is_part_of_contact(label, block.whole, block.body())).then_some((label, block.body()))
    }

    /// The label at the start of a line or in the first cell of a row.
    fn first_label<'b>(&self, block: &'b Block<'s>) -> Option<(u16, LabelAt<'b>)> {
        let at = block.labels.first().filter(|label| !label.inside)?;
        Some((self.own_label(at.meanings)?, *at))
    }

    /// The labels behind finished sentences; one in capitals must stand in capitals there.
    fn inside_labels<'b>(&self, block: &'b Block<'s>) -> Vec<(u16, LabelAt<'b>)> {
        let labels = block.labels.iter().filter(|label| label.inside);
        let own = labels.filter_map(|at| Some((self.own_label(at.meanings)?, *at)));
        own.filter(|(label, at)| self.may_open(block, *label, at) && self.in_its_case(*label, at.words)).collect()
    }

    fn own_label(&self, meanings: &[Meaning]) -> Option<u16> {
        let own = meanings.iter().find(|meaning| meaning.template == self.template && meaning.role == Role::Label);
        own.map(|meaning| meaning.label)
    }

    /// A label that a template writes in capitals stands in capitals; any other begins with one.
    fn in_its_case(&self, label: u16, words: Span) -> bool {
        let words = words.of(self.text);
        let capitals = self.labels[usize::from(label)].capitals;
        if capitals {
            !words.chars().any(char::is_lowercase)
        } else {
            words.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase)
        }
    }

    fn may_open(&self, block: &Block<'_>, label: u16, at: &LabelAt<'_>) -> bool {
        let bullet = matches!(block.shape, Shape::Bullet { .. });
        let capitals = self.labels[usize::from(label)].capitals && self.in_its_case(label, at.words);
        (!bullet || capitals) && !self.is_part_of_contact(label, at.meanings, at.words) && !self.in_prose(block)
    }

    /// A word such as `Institution` is part of an open contact, unless it stands just as the template writes its label.
    fn is_part_of_contact(&self, label: u16, meanings: &[Meaning], words: Span) -> bool {
        let part = meanings.iter().any(|meaning| meaning.role == Role::Part);
        let exact = self.labels[usize::from(label)].capitals && self.in_its_case(label, words);
        part && !exact
            && self.open
            && self.opened_by().is_some_and(|open| self.labels[usize::from(open)].holds_people())
    }

    fn opened_by(&self) -> Option<u16> {
        match self.out.entries.last()?.opener {
            Opener::Label { label, .. } => Some(label),
            _ => None,
        }
    }

    /// In a page of headed prose a label inside the text is text.
    fn in_prose(&self, block: &Block<'_>) -> bool {
        let Some(Entry { opener, lines }) = self.out.entries.last().filter(|_| self.open) else { return false };
        let headed = matches!(opener, Opener::Section { .. } | Opener::Label { style: Style::Line, .. });
        self.generic && !self.is_form && headed && !lines.is_empty() && !matches!(block.shape, Shape::Row { .. })
    }

    // Headings and rows that no field knows

    fn heading(&mut self, at: usize, block: &Block<'_>) -> bool {
        let Shape::Heading { level, marker, body } = block.shape else { return false };
        let groups = self.labels_follow(at);
        if self.generic {
            self.push(Opener::Section { level, span: marker.to(body), words: body, groups });
        } else if groups {
            self.group(block);
        } else if self.open && !self.in_row() {
            self.add(body, LineShape::Heading { level, marker }, self.gap);
        } else {
            self.out.claims.push(Claim { span: marker, class: Class::Markup, field: None });
            self.push(Opener::Unknown { words: body });
        }
        true
    }

    /// Whether the next block with content is a label with a value.
    fn labels_follow(&self, at: usize) -> bool {
        let rest = &self.blocks[at + 1..self.sheet.blocks.end];
        let next = rest.iter().find(|block| !block.is_blank() && !block.is_furniture());
        next.is_some_and(|block| {
            self.first_label(block).is_some() || (!self.generic && self.bare_label(block).is_some())
        })
    }

    fn in_row(&self) -> bool {
        let opener = self.out.entries.last().map(|entry| entry.opener);
        matches!(opener, Some(Opener::Label { style: Style::Row, .. } | Opener::Unknown { .. }))
    }

    fn unknown_row(&mut self, at: usize, block: &Block<'_>) -> bool {
        let Shape::Row { label, body } = block.shape else { return false };
        if !self.has_rows || label.is_empty() {
            return false;
        }
        // A first row above a rule names the columns: `| Field | Value |`.
        let below = self.blocks.get(at + 1).filter(|next| next.shape == Shape::Rule);
        if below.is_some_and(|rule| rule.span.of(self.text).contains('|')) {
            self.group(block);
            return true;
        }
        self.push(Opener::Unknown { words: label });
        self.add(body, LineShape::Prose, Gap::None);
        true
    }

    /// A line that no field knows, with a definition below it.
    fn term(&mut self, at: usize, block: &Block<'_>) -> bool {
        let defined = self.blocks.get(at + 1).is_some_and(|next| matches!(next.shape, Shape::Definition { .. }));
        let term = defined && matches!(block.shape, Shape::Prose { .. });
        if term {
            self.push(Opener::Unknown { words: block.body() });
        }
        term
    }

    /// In a form a paragraph that begins like a label, below a value that is no free text, is a label that no field knows.
    fn unknown_label(&mut self, block: &Block<'_>) -> bool {
        let body = block.body();
        let raw = body.of(self.text);
        let colon =
            raw.find(':').filter(|_| self.generic && self.is_form && matches!(block.shape, Shape::Prose { .. }));
        let Some(colon) = colon
            .filter(|_| self.open && !self.opened_by().is_none_or(|open| self.labels[usize::from(open)].holds_text()))
        else {
            return false;
        };
        let words = crate::blocks::trim(self.text, Span::new(body.start, body.start + colon));
        let named = words.of(self.text);
        let few = (1..=LABEL_WORDS).contains(&named.split_whitespace().count());
        let plain = named.starts_with(char::is_uppercase) && !named.contains(['.', ',', ';', '"', '(', '/']);
        let known =
            block.labels.first().is_some_and(|label| label.span.start == body.start && !label.meanings.is_empty());
        let address = raw[colon + 1..].starts_with('/');
        if !few || !plain || known || address {
            return false;
        }
        self.push(Opener::Unknown { words });
        self.claim(Span::new(words.end, body.start + colon + 1), Class::Markup);
        self.add(Span::new(body.start + colon + 1, body.end), LineShape::Prose, Gap::None);
        true
    }

    // Lines

    fn content(&mut self, block: &Block<'_>) {
        if self.out.entries.is_empty() && self.generic {
            self.out.preamble.push(Line { body: block.body(), shape: shape(block), gap: self.gap });
        }
        if !self.open || !self.belongs(block) {
            self.open = false;
            self.gap = Gap::Line;
            return;
        }
        if let Shape::Definition { marker, .. } = block.shape {
            self.claim(marker, Class::Markup);
        }
        let body = match block.shape {
            Shape::Row { label, body } if !label.is_empty() => label.to(body),
            _ => block.body(),
        };
        let shape = match shape(block) {
            // Only a table has cells that go on in the next row.
            LineShape::Cell if !self.has_rows => LineShape::Prose,
            shape => shape,
        };
        self.add(body, shape, self.gap);
    }

    /// Whether a line belongs to the open entry: a cell ends with its paragraph, unless the next goes on with its sentence;
    /// what a credit introduces ends there too.
    fn belongs(&self, block: &Block<'_>) -> bool {
        let cell = matches!(block.shape, Shape::Row { .. });
        let Some(last) = self.out.entries.last().and_then(|entry| entry.lines.last()) else { return true };
        if self.gap < Gap::Blank || cell {
            return true;
        }
        if self.in_credit() {
            return false;
        }
        !self.in_row() || continues(last.body.of(self.text), block.body().of(self.text), self.schemas)
    }

    fn push(&mut self, opener: Opener) {
        self.out.entries.push(Entry { opener, lines: Vec::new() });
        self.open = true;
        self.gap = Gap::Line;
    }

    fn add(&mut self, body: Span, shape: LineShape, gap: Gap) {
        let body = crate::blocks::trim(self.text, body);
        // Dots, dashes and rules where a value should stand: nothing is written there.
        if !body.of(self.text).chars().any(char::is_alphanumeric) {
            return self.claim(body, Class::Markup);
        }
        if let Some(entry) = self.out.entries.last_mut().filter(|_| !body.is_empty()) {
            entry.lines.push(Line { body, shape, gap });
        }
        if !body.is_empty() {
            self.gap = Gap::Line;
        }
    }
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
        _ => LineShape::Prose,
    }
}
