//! Data to blocks: JSON, YAML and front matter whose keys are labels in any language.
//!
//! `keys` asks the schemas what the keys of a tree of nodes mean, `records` finds the objects that are sheets, `emit` makes blocks of
//! them; `lines` and `escape` read the words of a value, `detect` tells data from other texts, `front_matter` reads what stands between
//! two `---`.

mod detect;
mod emit;
mod escape;
mod front_matter;
mod keys;
mod lines;
mod own;
mod records;

#[cfg(test)]
mod tests;

use std::ops::Range;

use super::Block;
use crate::data::Tree;
use crate::schemas::Schemas;
use crate::source::Span;
use emit::Emitter;
use keys::Keys;

pub use detect::detect;
pub use escape::decode as decode_escape;
pub use front_matter::{FrontMatter, front_matter};

/// Data, cut into blocks.
#[derive(Debug, Default)]
pub struct Data<'s> {
    /// The blocks; they tile the text.
    pub blocks: Vec<Block<'s>>,
    /// The blocks of each sheet.
    pub sheets: Vec<Range<usize>>,
    /// Characters of keys and values that are written in code, in order.
    pub coded: Vec<Span>,
    /// Whether no known key says that it is about a practice: any file may have those that are there.
    pub is_foreign: bool,
}

/// Reads a text that is data. `template` is the one that reads its keys.
pub fn split<'s>(text: &str, tree: &Tree, schemas: &'s Schemas, template: u16) -> Data<'s> {
    let mut keys = Keys::new(text, tree, schemas, template);
    let records = records::find(tree, &keys);
    records.iter().for_each(|&record| keys.name(tree, record, schemas));
    let mut emitter = Emitter::new(text, tree, &keys, 0);
    let sheets = records.iter().map(|&record| emitter.record(record)).collect();
    emitter.markup(text.len());
    let known = records.iter().fold(0, |all, &record| all | keys.filled[record]);
    let is_foreign = keys::describe_any_file(known, schemas);
    let (blocks, coded) = (emitter.blocks, emitter.coded);
    Data { blocks, sheets, coded, is_foreign }
}
