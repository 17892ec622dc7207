//! Sheets whose lines were run together and have no colons, as sites make text of a PDF: `NIGHT LIGHT Lead organisation Example
//! Cooperative Area The coast Target groups Young people …`.

use super::abutting::{label_behind, part_behind};
use super::labels::Labels;
use super::{Block, LabelAt, Shape, trim};
use crate::hashed::HashSet;
use crate::ledger::Class;
use crate::practice::{Field, Kind};
use crate::schemas::{Known, Schemas, fold_words};
use crate::source::Span;

/// Bytes of such a line at least, and at most.
const LINE: usize = 150;
const REACH: usize = 16 * 1024;
/// Fields that the labels of one line open at least, for the same words to be labels in all such lines.
const FIELDS: usize = 5;
/// Lines with a label for each long one that make a form of another kind.
const LABELLED: usize = 2;
/// Lines that begin with the numbers of their pages at least, and their bytes in the mean.
const PAGES: usize = 3;
const PAGE: usize = 120;
/// Pages from one such line to the next at most.
const SKIPPED: u32 = 8;

/// Parts such lines before their labels, and takes the numbers of pages off lines that each hold a page.
pub fn lay_out<'s>(text: &str, blocks: &mut Vec<Block<'s>>, schemas: &'s Schemas) {
    let long = blocks.iter().filter(|block| is_long(block)).count();
    if long == 0 {
        return;
    }
    let mut labels = Labels::new(text, schemas);
    number_pages(text, blocks, &mut labels);
    let opening = blocks.iter().filter(|block| block.opening_label().is_some()).count();
    if opening >= long * LABELLED {
        return;
    }
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

/// The known words in a line that stand before a capital or a figure and may be labels, each with its field; those inside of people name
/// parts of a person.
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
    let mut in_people = false;
    let starts = std::iter::once(0).chain(memchr::memchr_iter(b' ', raw.as_bytes()).map(|at| at + 1));
    for start in starts {
        if start < from || !raw[start..].starts_with(char::is_uppercase) {
            continue;
        }
        let stretch = Span::new(body.start + start, body.end);
        let part = if in_people { part_behind(text, stretch, labels) } else { None };
        if let Some(part) = part {
            from = part.span.end - body.start;
            found.push((LabelAt { inside: true, ..part }, Field::Contacts));
        } else if let Some((label, known)) = label_behind(text, stretch, labels, schemas) {
            in_people = known.holds_people();
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

/// Adds a line, parted before its labels. The names of the parts of a person stand on lines of their own.
fn part<'s>(text: &str, line: Block<'s>, labels: Vec<LabelAt<'s>>, blocks: &mut Vec<Block<'s>>) {
    let Some(first) = labels.first() else { return blocks.push(line) };
    let all = line.body();
    let mut cuts = Vec::with_capacity(labels.len() + 1);
    if first.span.start > all.start {
        cuts.push(Block::new(
            all,
            Shape::Prose { body: Span::new(all.start, first.span.start) },
            Known::default(),
            Vec::new(),
        ));
    }
    for (nth, label) in labels.iter().enumerate() {
        let end = labels.get(nth + 1).map_or(all.end, |next| next.span.start);
        let stretch = Span::new(label.span.start, end);
        let (value, number) = if end < all.end { without_number(text, all, stretch) } else { (stretch, None) };
        if !label.inside {
            let gap = Some(Span::new(label.words.end, label.span.end));
            cuts.push(Block { gap, ..Block::new(all, Shape::Prose { body: value }, Known::default(), vec![*label]) });
        } else {
            cuts.push(Block::new(all, Shape::Prose { body: label.words }, label.meanings, Vec::new()));
            let value = Span::new(label.span.end, value.end);
            cuts.push(Block::new(all, Shape::Prose { body: value }, Known::default(), Vec::new()));
        }
        cuts.extend(number.map(|number| Block::new(number, Shape::Rule, Known::default(), Vec::new())));
    }
    let starts: Vec<usize> =
        cuts.iter().map(|cut| if cut.shape == Shape::Rule { cut.span.start } else { cut.body().start }).collect();
    for (nth, mut cut) in cuts.into_iter().enumerate() {
        let start = if nth == 0 { line.span.start } else { starts[nth] };
        cut.span = Span::new(start, starts.get(nth + 1).copied().unwrap_or(line.span.end));
        cut.before = line.before.filter(|_| nth == 0);
        if let Shape::Prose { body } = cut.shape {
            cut.shape = Shape::Prose { body: trim(text, body) };
        }
        blocks.push(cut);
    }
}

/// A value without the number of the label behind it, and that: `Example Cooperative 2.` before `Detailed description`. The number before
/// it or behind it stands in the line, too.
fn without_number(text: &str, line: Span, value: Span) -> (Span, Option<Span>) {
    let raw = value.of(text).trim_end();
    let start = raw.rfind(' ').map_or(raw.len(), |at| at + 1);
    let number: Option<u32> =
        raw[start..].strip_suffix('.').filter(|figures| figures.len() <= 2).and_then(|it| it.parse().ok());
    let stands = |number: u32| line.of(text).contains(&format!(" {number}. "));
    if !number.is_some_and(|number| stands(number + 1) || number > 0 && stands(number - 1)) {
        return (value, None);
    }
    let cut = value.start + start;
    (Span::new(value.start, cut), Some(Span::new(cut, value.end)))
}

/// Takes the numbers of pages off the lines that begin with them, where each holds the text of a page: `2 Good practice no. 1 …`,
/// `3 Good practice no. 2 …`.
fn number_pages<'s>(text: &str, blocks: &mut [Block<'s>], labels: &mut Labels<'_, 's>) {
    let numbered: Vec<(usize, u32, usize)> = (0..blocks.len())
        .filter_map(|at| page(text, &blocks[at]).map(|(number, length)| (at, number, length)))
        .collect();
    // A page may have no text.
    let mut runs = numbered.chunk_by(|a, b| b.1.checked_sub(a.1).is_some_and(|next| (1..=SKIPPED).contains(&next)));
    let Some(run) = runs.find(|run| {
        let bytes: usize = run.iter().map(|(at, ..)| blocks[*at].body().len()).sum();
        // The numbers of questions stand before labels.
        let opening = run.iter().filter(|(at, ..)| blocks[*at].opens_anything()).count();
        run.len() >= PAGES && bytes >= PAGE * run.len() && opening * 2 < run.len()
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
    let (number, _) = body.of(text).split_once(' ').filter(|_| block.before.is_none())?;
    Some((number.parse().ok()?, number.len()))
}
