//! Page numbers at the end of a line with a label and its value, behind a wide gap: `Date: February 2021            page 19`.

use super::{Block, Mark, Shape, phrases, trim};
use crate::schemas::{Known, Schemas};
use crate::source::{Span, three_spaces};

/// Bytes of the words of a page number at most.
const NUMBER: usize = 24;

/// Parts each such line before its page number, which is furniture.
pub fn lay_out<'s>(text: &str, blocks: &mut Vec<Block<'s>>, schemas: &'s Schemas) {
    let tails: Vec<(usize, usize)> =
        (0..blocks.len()).filter_map(|at| Some((at, tail(text, &blocks[at], schemas)?))).collect();
    if tails.is_empty() {
        return;
    }
    let mut tails = tails.into_iter().peekable();
    for (at, mut block) in std::mem::take(blocks).into_iter().enumerate() {
        let number = tails.next_if(|tail| tail.0 == at).map(|(_, start)| cut(text, &mut block, start));
        blocks.push(block);
        blocks.extend(number);
    }
}

/// Takes the page number off a line, from where it begins.
fn cut<'s>(text: &str, block: &mut Block<'s>, start: usize) -> Block<'s> {
    let (end, body) = (block.span.end, block.body());
    block.span.end = start;
    block.shape = Shape::Prose { body: trim(text, Span::new(body.start, start)) };
    let shape = Shape::Prose { body: Span::new(start, body.end) };
    let number = Block::new(Span::new(start, end), shape, Known::default(), Vec::new());
    Block { mark: Mark::Furniture { first: false }, ..number }
}

/// Where the page number begins that a line ends with.
fn tail(text: &str, block: &Block<'_>, schemas: &Schemas) -> Option<usize> {
    let Shape::Prose { body } = block.shape else { return None };
    let raw = body.of(text);
    // A line without a label may be the header of a page as a whole.
    if block.opening_label().is_none() || !raw.ends_with(|c: char| c.is_ascii_digit()) || block.gap.is_some() {
        return None;
    }
    let gap = three_spaces(raw)?;
    let words = raw.rsplit("   ").next()?.trim_start();
    let said = words.len() <= NUMBER && words.contains(char::is_alphabetic);
    let number = said && phrases::is_known(&phrases::with_number_signs(words), schemas);
    (number && gap > 0).then_some(body.end - words.len())
}
