//! Lines to blocks.

use super::boxes::boxes;
use super::labels::Labels;
use super::{
    Block, Shape, abutting, aligned, answers, broken_labels, bulleted, cut_cells, decorated, filled_in, flattened,
    flowing, glued, grid, hinted, is_in_capitals, numbered, page_before_label, run_on, stopped, table, tails,
    wrapped_labels,
};
use crate::ledger::{Class, is_blank};
use crate::schemas::{Known, Role, Schemas};
use crate::source::Span;

/// Characters that are bullets when a space follows them.
const DASHES: [char; 18] = ['-', '*', '+', '–', '—', '·', '»', '→', '➔', '➜', '⇒', '►', '▶', '▸', '➤', '❖', '◆', '¤'];
/// Characters that are bullets whatever follows; the last three are those of symbol fonts.
const DOTS: [char; 15] =
    ['•', '▪', '◦', '‣', '●', '○', '■', '□', '➢', '✓', '✔', '✅', '\u{f0b7}', '\u{f0a7}', '\u{f0d8}'];

/// The letter that is a bullet where a wide space follows.
const LETTER: char = 'o';

/// What parts the lines of a cell in a table of Markdown.
pub const LINE_BREAK: &str = "<br>";

/// Bytes of a line that is not empty, at least on average.
const LINE: usize = 64;
/// Bytes of a cell that numbers its line at most.
const CODE: usize = 6;

/// Splits `text` from an offset on into blocks, behind those that it has already.
pub fn split<'s>(text: &str, mut blocks: Vec<Block<'s>>, schemas: &'s Schemas) -> Vec<Block<'s>> {
    let mut splitter = Splitter::new(text, schemas);
    let mut start = blocks.last().map_or(0, |block| block.span.end);
    while start < text.len() {
        let end = memchr::memchr(b'\n', &text.as_bytes()[start..]).map_or(text.len(), |at| start + at + 1);
        splitter.push(Span::new(start, end), &mut blocks);
        start = end;
    }
    tails::lay_out(text, &mut blocks, schemas);
    grid::lay_out(text, &mut blocks, schemas);
    aligned::lay_out(text, &mut blocks, schemas);
    flowing::lay_out(text, &mut blocks, schemas);
    filled_in::lay_out(text, &mut blocks, schemas);
    stopped::lay_out(text, &mut blocks, schemas);
    broken_labels::lay_out(text, &mut blocks, schemas);
    wrapped_labels::lay_out(text, &mut blocks, schemas);
    run_on::lay_out(text, &mut blocks, schemas);
    flattened::lay_out(text, &mut blocks, schemas);
    abutting::lay_out(text, &mut blocks, schemas);
    bulleted::lay_out(text, &mut blocks, schemas);
    numbered::lay_out(text, &mut blocks, schemas);
    hinted::rows(text, &mut blocks, schemas);
    cut_cells::lay_out(text, &mut blocks, schemas);
    glued::lay_out(text, &mut blocks, schemas);
    page_before_label::lay_out(text, &mut blocks, schemas);
    decorated::lay_out(text, &mut blocks, schemas);
    answers::lay_out(text, &mut blocks);
    blocks
}

/// Whether `c` is a bullet that needs no space behind it.
pub fn is_dot(c: char) -> bool {
    !c.is_ascii() && DOTS.contains(&c)
}

/// The length of the bullet that `text` begins with.
pub fn bullet(text: &str) -> Option<usize> {
    // `\- item`: escaped, so that Markdown shows the dash.
    if let Some(escaped) = text.strip_prefix('\\').filter(|escaped| escaped.starts_with(DASHES)) {
        return bullet(escaped).map(|length| length + 1);
    }
    let first = text.chars().next()?;
    // Most lines begin with a letter, which is no bullet, but for one.
    if first.is_ascii_alphanumeric() && first != LETTER {
        return None;
    }
    let rest = &text[first.len_utf8()..];
    let bare = rest.is_empty() || rest.starts_with(is_blank);
    let dash = DASHES.contains(&first) && bare && !rest.trim().is_empty();
    (is_dot(first) || dash || is_letter_o(first, rest)).then_some(first.len_utf8())
}

/// The bullet of an inner list as a word processor copies it: an `o` with a wide space, which no word has.
fn is_letter_o(first: char, rest: &str) -> bool {
    first == LETTER && (rest.starts_with('\t') || rest.starts_with("  ")) && !rest.trim().is_empty()
}

/// Tells what lines look like.
pub struct Splitter<'t, 's> {
    text: &'t str,
    labels: Labels<'t, 's>,
    /// Bytes of the longest wording.
    longest: usize,
    /// Whether a row above has a cell that only numbers it.
    coded: bool,
}

impl<'t, 's> Splitter<'t, 's> {
    /// One for the lines of `text`.
    pub fn new(text: &'t str, schemas: &'s Schemas) -> Self {
        let labels = Labels::new(text, schemas).with_room(text.len() / LINE);
        Self { text, labels, longest: schemas.wordings.longest, coded: false }
    }

    /// Adds the block of a line, or adds an empty line to the block of those before it.
    pub fn push(&mut self, line: Span, blocks: &mut Vec<Block<'s>>) {
        let body = trim(self.text, line);
        if !body.is_empty() {
            blocks.push(self.block(line, body));
        } else if let Some(Block { span, shape: Shape::Blank { lines }, .. }) = blocks.last_mut() {
            span.end = line.end;
            *lines += 1;
        } else {
            let shape = Shape::Blank { lines: 1 };
            blocks.push(Block::new(line, shape, Known::default(), Vec::new()));
        }
    }

    fn block(&mut self, span: Span, body: Span) -> Block<'s> {
        let mut shape = self.shape(span, body);
        let hint = match &mut shape {
            Shape::Row { label, .. } => self.hint_below(*label).map(|(words, hint)| {
                *label = words;
                (hint, Class::Label)
            }),
            _ => None,
        };
        let (whole, labels) = match shape {
            Shape::Row { label, .. } => (Known::default(), self.labels.of_cell(label)),
            Shape::Heading { body, .. } | Shape::Bullet { body, .. } | Shape::Prose { body } => {
                (self.labels.of_whole(body), self.labels.of_line(body))
            }
            Shape::Cells { body } if !body.of(self.text).starts_with('|') => {
                (Known::default(), self.labels.of_line(body))
            }
            Shape::Definition { .. }
            | Shape::Cells { .. }
            | Shape::Paragraph { .. }
            | Shape::Rule
            | Shape::Key { .. }
            | Shape::Blank { .. } => (Known::default(), Vec::new()),
        };
        let mut block = Block::new(span, shape, whole, labels);
        block.before = hint;
        block
    }

    /// The words of a label and the hint below them in its cell: `**Aims**<br>*What did you want to achieve?*`. A line that begins small
    /// goes on with the label, and one that is a label is a label.
    fn hint_below(&mut self, label: Span) -> Option<(Span, Span)> {
        let (words, rest) = label.of(self.text).split_once(LINE_BREAK)?;
        let begins_big = rest.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase);
        let span = |part: &str| trim(self.text, Span::of_slice(self.text, part));
        let (words, rest) = (span(words), span(rest));
        let set_off = rest.of(self.text).starts_with(['*', '_', '(']);
        let hints = begins_big && (set_off || self.labels.of_whole(rest).is_empty());
        (hints && !words.is_empty()).then(|| (words, Span::new(words.end, label.end)))
    }

    fn shape(&mut self, line: Span, body: Span) -> Shape {
        let text = body.of(self.text);
        if let Some(row) = self.row(line, body).or_else(|| table::shape(self.text, body)) {
            return row;
        }
        if let Some(rest) = text.strip_prefix(": ") {
            let marker = Span::new(body.start, body.start + 1);
            return Shape::Definition { marker, body: trim(self.text, Span::of_slice(self.text, rest)) };
        }
        let hashes = text.len() - text.trim_start_matches('#').len();
        if (1..=6).contains(&hashes) && text[hashes..].starts_with(is_blank) {
            let marker = Span::new(body.start, body.start + hashes);
            return Shape::Heading {
                level: hashes as u8,
                marker,
                body: trim(self.text, Span::new(marker.end, body.end)),
            };
        }
        let Some(length) = bullet(text) else { return Shape::Prose { body } };
        let marker = Span::new(body.start, body.start + length);
        let body = trim(self.text, Span::new(marker.end, body.end));
        Shape::Bullet { indent: columns(Span::new(line.start, marker.start).of(self.text)), marker, body }
    }

    /// A row has a tab behind a cell that is short enough for a label.
    fn row(&mut self, line: Span, body: Span) -> Option<Shape> {
        let text = Span::new(line.start, line.end).of(self.text).trim_end_matches(['\n', '\r']);
        let code = code_cell(text);
        self.coded |= code > 0;
        let code = code.max(self.indented_label(line, body));
        let tab = code + memchr::memchr(b'\t', &text.as_bytes()[code..])?;
        let label = trim(self.text, Span::new(line.start, line.start + tab));
        let value = trim(self.text, Span::new(line.start + tab, body.end.max(line.start + tab)));
        // `Filled in on: 12 May 2023 → → Signature:`
        let told = label.of(self.text).split_once(": ").map(|(words, _)| Span::of_slice(self.text, words));
        if code == 0 && told.is_some_and(|words| self.labels.of_whole(words).has(Role::Label)) {
            return None;
        }
        // `☐ Sports → ☒ Youth`
        if !boxes(label.of(self.text)).is_empty() {
            return None;
        }
        // White space before a bullet is its indentation.
        let indented = label.is_empty() && bullet(value.of(self.text)).is_some();
        let is_bullet = bullet(label.of(self.text)) == Some(label.len());
        (!is_bullet && label.len() <= self.longest + 40 && !indented).then_some(Shape::Row { label, body: value })
    }

    /// The length of the tabs before a label with a value of its own in the next cell: `→ Telephone: → 01 23`, `→ PARTNERS → Example Club`.
    fn indented_label(&mut self, line: Span, body: Span) -> usize {
        let indent = body.start - line.start;
        let cell = match body.of(self.text).split_once('\t') {
            Some((cell, _)) if indent > 0 => Span::of_slice(self.text, cell.trim_end()),
            _ => return 0,
        };
        let words = cell.of(self.text);
        // Rows without a number go on with a form whose rows are numbered.
        let set_off = words.ends_with(':') || self.coded && is_in_capitals(words);
        if set_off && self.labels.of_whole(cell).has(Role::Label) { indent } else { 0 }
    }
}

/// The length of a first cell that only numbers its line, with the tab behind it: `1.`, `2.1)`, `B.4`.
fn code_cell(line: &str) -> usize {
    let Some(tab) = memchr::memchr(b'\t', line.as_bytes()).filter(|&tab| (2..=CODE).contains(&tab)) else { return 0 };
    let code = line[..tab].trim_end();
    let plain = code.chars().all(|c| c.is_alphabetic() || c.is_ascii_digit() || ".)-".contains(c));
    let letters = code.chars().filter(|c| c.is_alphabetic()).count();
    let marked = code.bytes().any(|byte| b".)-".contains(&byte));
    let numbers = code.bytes().any(|byte| byte.is_ascii_digit());
    let is_code = plain && marked && letters <= 1 && (numbers || letters == 1);
    if is_code { tab + 1 } else { 0 }
}

/// The span without white space and byte-order marks at its ends.
pub fn trim(text: &str, span: Span) -> Span {
    // Most stretches have no white space at their ends, but for the end of a line.
    let words = span.of(text).as_bytes();
    let words = words.strip_suffix(b"\n").unwrap_or(words);
    if let [first, .., last] = words
        && first.is_ascii_graphic()
        && last.is_ascii_graphic()
    {
        return Span::new(span.start, span.start + words.len());
    }
    span.trim_matches(text, is_blank)
}

/// Columns that white space takes, a tab to the next multiple of four.
pub fn columns(space: &str) -> usize {
    space.chars().fold(0, |columns, c| if c == '\t' { columns / 4 * 4 + 4 } else { columns + 1 })
}
