//! Pages of the web to blocks: a flat stream of tags and text, cut into headings, rows, items and paragraphs; never a tree.
//!
//! `lex` tells tags from text and hides scripts and comments, `chrome` finds the parts that belong to the site, `flow` cuts the
//! text where a tag begins a new line, `tables` puts cells together, `words` finds labels, `signs` says which parts are the site's
//! after all, and `emit` makes blocks of it.

mod chrome;
mod class;
mod detect;
mod elements;
mod emit;
mod flow;
mod lex;
mod shown;
mod signs;
mod tables;
mod words;

#[cfg(test)]
mod tests;

use std::borrow::Cow;

use super::{Block, Mark, Shape, hinted, numbered};
use crate::schemas::Schemas;
use crate::source::Span;

pub use detect::is_page;
pub use elements::Element;
pub use lex::{Kind, pieces};
pub use shown::{decode_reference, reference};
pub use tables::{cell_spans, is_cells, is_row};

/// A page, cut into blocks.
#[derive(Debug, Default)]
pub struct Page<'s> {
    /// The blocks; they tile the text.
    pub blocks: Vec<Block<'s>>,
    /// Comments, scripts and the like, wherever they stand.
    pub hidden: Vec<Span>,
    /// Every tag.
    pub tags: Vec<Span>,
}

/// Splits a page into blocks.
pub fn split<'s>(text: &str, schemas: &'s Schemas) -> Page<'s> {
    let pieces = pieces(text, Span::new(0, text.len()));
    let regions = chrome::regions(&pieces, text.len());
    let flow = flow::flow(text, &pieces);
    let units = words::label(text, &pieces, flow.units, schemas);
    let outside = signs::outside(&units, &flow.rows, &regions, text.len(), schemas);
    let mut blocks = emit::emit(text, units, flow.rows, &outside, schemas);
    numbered::rows(text, &mut blocks, schemas);
    hinted::rows(text, &mut blocks, schemas);
    let of = |wanted: fn(Kind) -> bool| {
        pieces.iter().filter(move |piece| wanted(piece.kind)).map(|piece| piece.span).collect::<Vec<Span>>()
    };
    let hidden = of(|kind| kind == Kind::Hidden);
    Page { blocks, hidden, tags: of(|kind| matches!(kind, Kind::Open(..) | Kind::Close(_))) }
}

/// What stands around the words of the blocks: `<p>`, `</td><td>&nbsp;`.
pub fn markup(text: &str, blocks: &[Block<'_>]) -> Vec<Span> {
    let mut markup = Vec::new();
    for block in blocks.iter().filter(|block| block.mark == Mark::None) {
        let mut at = block.span.start;
        for words in words_of(text, block) {
            markup.push(Span::new(at, words.start));
            at = words.end.max(at);
        }
        markup.push(Span::new(at, block.span.end));
    }
    markup.retain(|span| !span.is_empty());
    markup
}

/// The stretches of a block that are words.
fn words_of(text: &str, block: &Block<'_>) -> Vec<Span> {
    match block.shape {
        Shape::Blank { .. } | Shape::Rule | Shape::Key { .. } => Vec::new(),
        Shape::Row { label, body } => vec![label, body],
        Shape::Cells { body } => cell_spans(text, body),
        Shape::Heading { body, .. }
        | Shape::Definition { body, .. }
        | Shape::Bullet { body, .. }
        | Shape::Paragraph { body }
        | Shape::Prose { body } => vec![body],
    }
}

/// What a reader sees of words that may be those of a page.
pub fn readable(words: &str) -> Cow<'_, str> {
    if memchr::memchr2(b'&', b'<', words.as_bytes()).is_some() { shown(words).into() } else { words.into() }
}

/// What a reader sees of a short stretch of a page, without its tags.
pub fn shown(text: &str) -> String {
    decode_reference(text)
}
