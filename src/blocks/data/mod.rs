//! Data to blocks: JSON, YAML and front matter whose keys are labels in any language.
//!
//! `json` and `yaml` read a text into a flat `tree` of nodes with places, `keys` asks the schemas what the keys mean, `records` finds
//! the objects that are sheets, `emit` makes blocks of them; `lines` and `escape` read the words of a value, `detect` tells data from
//! other texts, `front_matter` reads what stands between two `---`.

mod detect;
mod emit;
mod escape;
mod front_matter;
mod json;
mod keys;
mod lines;
mod own;
mod records;
mod tree;
mod yaml;

#[cfg(test)]
mod tests;

use std::ops::Range;

use super::Block;
use crate::schemas::Schemas;
use crate::source::Span;
use emit::Emitter;
use keys::Keys;
use tree::Tree;

pub use detect::{Language, language};
pub use escape::decode as decode_escape;
pub use front_matter::{FrontMatter, front_matter};
pub use tree::Fault;

/// Data, cut into blocks.
#[derive(Debug, Default)]
pub struct Data<'s> {
    /// The blocks; they tile the text.
    pub blocks: Vec<Block<'s>>,
    /// The blocks of each sheet.
    pub sheets: Vec<Range<usize>>,
    /// Characters of keys and values that are written in code, in order.
    pub coded: Vec<Span>,
    /// What is wrong with the text.
    pub fault: Option<Fault>,
    /// Whether no known key says that it is about a practice: any file may have those that are there.
    pub is_foreign: bool,
}

/// Reads a text that is data. `template` is the one that reads its keys.
pub fn split<'s>(text: &str, language: Language, schemas: &'s Schemas, template: u16) -> Data<'s> {
    let tree = tree(text, language);
    let mut keys = Keys::new(text, &tree, schemas, template);
    let records = records::find(&tree, &keys);
    records.iter().for_each(|&record| keys.name(&tree, record, schemas));
    let mut emitter = Emitter::new(text, &tree, &keys, 0);
    let sheets = records.iter().map(|&record| emitter.record(record)).collect();
    emitter.markup(text.len());
    let known = records.iter().fold(0, |all, &record| all | keys.filled[record]);
    let is_foreign = keys::describe_any_file(known, schemas);
    let (blocks, coded) = (emitter.blocks, emitter.coded);
    Data { blocks, sheets, coded, fault: tree.fault, is_foreign }
}

fn tree(text: &str, language: Language) -> Tree {
    match language {
        Language::Json => json::read(text),
        Language::Yaml => yaml::read(text, Span::new(0, text.len())),
    }
}
