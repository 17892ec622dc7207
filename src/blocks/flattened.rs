//! Sheets whose lines were run together and have no colons, as sites make text of a PDF: `NIGHT LIGHT Lead organisation Example
//! Cooperative Area The coast Target groups Young people …`.

use std::collections::HashSet;

use super::abutting::label_behind;
use super::labels::Labels;
use super::{Block, LabelAt, Shape, trim};
use crate::ledger::Class;
use crate::practice::{Field, Kind};
use crate::schemas::{Known, Schemas, fold_words};
use crate::source::Span;

/// Bytes of such a line at least, and at most.
const LINE: usize = 150;
const REACH: usize = 16 * 1024;
/// Fields that the labels of one line open at least, for the same words to be labels in all such lines.
const FIELDS: usize = 5;
/// Lines that begin with the numbers of their pages at least, and their bytes in the mean.
const PAGES: usize = 3;
const PAGE: usize = 200;

/// Parts such lines before their labels, and takes the numbers of pages off lines that each hold a page.
pub fn lay_out<'s>(text: &str, blocks: &mut Vec<Block<'s>>, schemas: &'s Schemas) {
    if !blocks.iter().any(is_long) {
        return;
    }
    let mut labels = Labels::new(text, schemas);
    number_pages(text, blocks, &mut labels);
    let found: Vec<Vec<(LabelAt<'s>, Field)>> = blocks
        .iter()
        .map(|block| if is_long(block) { labels_in(text, block, &mut labels, schemas) } else { Vec::new() })
        .collect();
    let words = |label: &LabelAt<'_>| fold_words(label.words.of(text));
    let is_form = |found: &&Vec<(LabelAt<'_>, Field)>| {
        found.iter().map(|(_, field)| *field).collect::<HashSet<_>>().len() >= FIELDS
    };
    let known: HashSet<String> = found.iter().filter(is_form).flatten().map(|(label, _)| words(label)).collect();
    if known.is_empty() {
        return;
    }
    let lines = std::mem::take(blocks);
    for (line, found) in lines.into_iter().zip(found) {
        let own = found.into_iter().map(|(label, _)| label).filter(|label| known.contains(&words(label)));
        part(text, line, own.collect(), blocks);
    }
}

/// Whether a block is a long line of text that holds no form with colons.
fn is_long(block: &Block<'_>) -> bool {
    matches!(block.shape, Shape::Prose { body } if (LINE..=REACH).contains(&body.len())) && !block.is_flat()
}

/// The known words in a line that stand before a capital or a figure and may be labels, each with its field.
fn labels_in<'s>(
    text: &str,
    block: &Block<'s>,
    labels: &mut Labels<'_, 's>,
    schemas: &'s Schemas,
) -> Vec<(LabelAt<'s>, Field)> {
    let body = block.body();
    let raw = body.of(text);
    let mut found = Vec::new();
    let mut from = 0;
    let starts = std::iter::once(0).chain(memchr::memchr_iter(b' ', raw.as_bytes()).map(|at| at + 1));
    for start in starts {
        if start < from || !raw[start..].starts_with(char::is_uppercase) {
            continue;
        }
        if let Some((label, known)) = label_behind(text, Span::new(body.start + start, body.end), labels, schemas) {
            // No date stands under a label without a value: `Description Founded 1998 by …`.
            let behind_label = start > 0 && start == from;
            from = label.span.end - body.start;
            if !(behind_label && matches!(known.field.kind(), Kind::Date | Kind::Year)) {
                found.push((label, known.field));
            }
        }
    }
    found
}

/// Adds a line, parted before its labels.
fn part<'s>(text: &str, line: Block<'s>, labels: Vec<LabelAt<'s>>, blocks: &mut Vec<Block<'s>>) {
    let Some(first) = labels.first() else { return blocks.push(line) };
    let end = line.span.end;
    let body = line.body();
    if first.span.start > body.start {
        let head = Span::new(body.start, first.span.start);
        let shape = Shape::Prose { body: trim(text, head) };
        let span = Span::new(line.span.start, head.end);
        blocks.push(Block { before: line.before, ..Block::new(span, shape, Known::default(), Vec::new()) });
    }
    for (nth, label) in labels.iter().enumerate() {
        let next = labels.get(nth + 1).map(|label| label.span.start);
        let start = if nth == 0 && first.span.start == body.start { line.span.start } else { label.span.start };
        let body = trim(text, Span::new(label.span.start, next.unwrap_or(body.end)));
        let span = Span::new(start, next.unwrap_or(end));
        let gap = Some(Span::new(label.words.end, label.span.end));
        blocks.push(Block { gap, ..Block::new(span, Shape::Prose { body }, Known::default(), vec![*label]) });
    }
}

/// Takes the numbers of pages off the lines that begin with them, where each holds the text of a page: `2 Good practice no. 1 …`,
/// `3 Good practice no. 2 …`.
fn number_pages<'s>(text: &str, blocks: &mut [Block<'s>], labels: &mut Labels<'_, 's>) {
    let numbered: Vec<(usize, u32, usize)> = (0..blocks.len())
        .filter_map(|at| page(text, &blocks[at]).map(|(number, length)| (at, number, length)))
        .collect();
    let mut runs = numbered.chunk_by(|a, b| a.1 + 1 == b.1);
    let Some(run) = runs.find(|run| {
        let bytes: usize = run.iter().map(|(at, ..)| blocks[*at].body().len()).sum();
        run.len() >= PAGES && bytes >= PAGE * run.len()
    }) else {
        return;
    };
    for &(at, _, length) in run {
        let body = blocks[at].body();
        let number = Span::new(body.start, body.start + length);
        let body = trim(text, Span::new(number.end, body.end));
        let (before, shape) = (Some((number, Class::Furniture)), Shape::Prose { body });
        let known = labels.of_whole(body);
        blocks[at] = Block { before, ..Block::new(blocks[at].span, shape, known, labels.of_line(body)) };
    }
}

/// The number that a line of text begins with, and its bytes.
fn page(text: &str, block: &Block<'_>) -> Option<(u32, usize)> {
    let Shape::Prose { body } = block.shape else { return None };
    let (number, _) = body.of(text).split_once(' ').filter(|_| block.before.is_none() && block.labels.is_empty())?;
    Some((number.parse().ok()?, number.len()))
}
