//! Forms whose narrow cells broke the numbered labels, and the hints below them: `3.1. Area`, and below it `covered by the project`.

use super::labels::Labels;
use super::{Block, Mark, Shape};
use crate::schemas::{Role, Schemas, fold};
use crate::source::Span;

/// Such labels that make a form of narrow cells.
const LABELS: usize = 3;
/// Bytes of the first line of one at most.
const LINE: usize = 48;
/// Numbers one behind the other, each of a label with a colon, that make a form at least, and lines of such a label at most.
const SERIES: u32 = 4;
const LABEL_LINES: usize = 4;
/// Lines of a hint in brackets at most.
const HINT_LINES: usize = 3;

/// Makes one line of the lines of each such label, and of each hint.
pub fn lay_out<'s>(text: &str, blocks: &mut Vec<Block<'s>>, schemas: &'s Schemas) {
    of_narrow_cells(text, blocks, schemas);
    of_several_lines(text, blocks, schemas);
}

/// Makes one line of each label in a series of numbers that only a colon at the end of its second or third line ends: `6) Describe the area`,
/// and below it `in which the project works:`.
fn of_several_lines<'s>(text: &str, blocks: &mut Vec<Block<'s>>, schemas: &'s Schemas) {
    let mut found: Vec<(usize, usize)> = Vec::new();
    let mut last = 0;
    let mut series = 0;
    for at in 0..blocks.len() {
        let Some(number) = number(text, &blocks[at]).filter(|number| *number == last + 1 || *number == 1) else {
            continue;
        };
        let Some(lines) = lines_to_colon(text, &blocks[at..]) else { continue };
        series = if number == last + 1 { series + 1 } else { 1 };
        last = number;
        found.push((at, lines));
    }
    if series < SERIES {
        return;
    }
    let mut labels = Labels::new(text, schemas);
    let mut found = found.into_iter().filter(|(_, lines)| *lines > 0).peekable();
    let mut rest = std::mem::take(blocks).into_iter().enumerate();
    while let Some((at, block)) = rest.next() {
        let Some((_, lines)) = found.next_if(|(start, _)| *start == at) else {
            blocks.push(block);
            continue;
        };
        let others: Vec<Block<'s>> = rest.by_ref().take(lines).map(|(_, block)| block).collect();
        // A label that is whole on its line has its value below it.
        if block.opens_anything() || others.iter().any(Block::opens_anything) {
            blocks.push(block);
            blocks.extend(others);
            continue;
        }
        blocks.push(match others.last() {
            Some(last) => join(text, &block, last, &mut labels, schemas),
            None => block,
        });
    }
}

/// The label that a line begins and another ends. A label that nobody knows ends the value above.
fn join<'s>(
    text: &str,
    first: &Block<'s>,
    last: &Block<'s>,
    labels: &mut Labels<'_, 's>,
    schemas: &'s Schemas,
) -> Block<'s> {
    let body = first.body().to(last.body());
    let joint = body.of(text).split(' ').find(|word| schemas.joiners.get(&fold(word)).is_some());
    let half = joint.map_or(body, |joint| Span::new(body.start, Span::of_slice(text, joint).start - 1));
    let found = [body, half].into_iter().map(|words| labels.of_whole(words)).find(|known| !known.is_empty());
    let known = found.unwrap_or_else(|| schemas.loose(body.of(text)));
    let mut joined = Block::new(first.span.to(last.span), Shape::Prose { body }, known, Vec::new());
    joined.before = first.before;
    if !joined.opens_anything() {
        joined.mark = Mark::Apart;
    }
    joined
}

/// The number that a line begins with, before a bracket or full stop.
fn number(text: &str, block: &Block<'_>) -> Option<u32> {
    let Shape::Prose { body } = block.shape else { return None };
    let line = body.of(text);
    let figures = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let marked = line[figures..].starts_with([')', '.']) && line[figures + 1..].starts_with(' ');
    line[..figures].parse().ok().filter(|_| marked)
}

/// How many lines below the first go on with a label to the colon that ends it, each directly below the other.
fn lines_to_colon(text: &str, blocks: &[Block<'_>]) -> Option<usize> {
    let line = |block: &Block<'_>| match block.shape {
        Shape::Prose { body } => Some(body.of(text).trim_end()),
        _ => None,
    };
    let ends = |words: &str| words.ends_with([':', '.', ';', '?', '!']);
    let run = blocks.iter().take(LABEL_LINES).map_while(line).enumerate();
    let mut run = run.take_while(|(nth, words)| *nth == 0 || !words.starts_with(|c: char| c.is_ascii_digit()));
    run.find(|(_, words)| ends(words)).filter(|(_, words)| words.ends_with(':')).map(|(nth, _)| nth)
}

/// Makes one line of each label that a narrow cell broke over two, and of each hint in brackets.
fn of_narrow_cells<'s>(text: &str, blocks: &mut Vec<Block<'s>>, schemas: &'s Schemas) {
    let broken: Vec<usize> = (1..blocks.len()).filter(|&at| is_broken(text, &blocks[at - 1..=at])).collect();
    if broken.len() < LABELS {
        return;
    }
    let mut labels = Labels::new(text, schemas);
    let mut known = |body: Span| {
        let known = labels.of_whole(body);
        if known.is_empty() { schemas.loose(body.of(text)) } else { known }
    };
    // Items of a list and years in a text go on in small letters, too.
    let named =
        broken.iter().filter(|&&at| known(blocks[at - 1].body().to(blocks[at].body())).has(Role::Label)).count();
    if named < LABELS || named * 2 < broken.len() {
        return;
    }
    let mut rest = std::mem::take(blocks).into_iter().enumerate().peekable();
    while let Some((at, block)) = rest.next() {
        let mut ends = if broken.binary_search(&(at + 1)).is_ok() { 1 } else { 0 };
        if opens_bracket(text, &block) {
            let lines: Vec<&str> = text[block.span.end..].lines().take(HINT_LINES).collect();
            ends = lines.iter().position(|line| line.trim_end().ends_with(')')).map_or(0, |last| last + 1);
        }
        let mut joined = block;
        for _ in 0..ends {
            let Some((_, next)) = rest.next_if(|(_, next)| matches!(next.shape, Shape::Prose { .. })) else { break };
            let body = Span::new(joined.body().start, next.body().end);
            let before = joined.before;
            joined = Block::new(joined.span.to(next.span), Shape::Prose { body }, known(body), Vec::new());
            joined.before = before;
        }
        // A label that nobody knows ends the value above.
        if ends > 0 && joined.whole.is_empty() && !joined.body().of(text).starts_with('(') {
            joined.mark = Mark::Apart;
        }
        blocks.push(joined);
    }
}

/// Whether the second of two lines goes on in small letters with the few numbered words of the first.
fn is_broken(text: &str, lines: &[Block<'_>]) -> bool {
    let [Block { shape: Shape::Prose { body: first }, .. }, Block { shape: Shape::Prose { body: second }, .. }] = lines
    else {
        return false;
    };
    let (first, second) = (first.of(text), second.of(text));
    let numbered = first.starts_with(|c: char| c.is_ascii_digit()) && first.contains(' ');
    let named = first.contains(char::is_uppercase) && !first.ends_with(['.', ':', ';', ',', '?', '!']);
    first.len() <= LINE && numbered && named && second.starts_with(char::is_lowercase)
}

/// Whether a line begins with a bracket that it does not close.
fn opens_bracket(text: &str, block: &Block<'_>) -> bool {
    matches!(block.shape, Shape::Prose { body } if body.of(text).starts_with('(') && !body.of(text).contains(')'))
}
