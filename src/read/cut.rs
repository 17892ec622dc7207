//! A document, cut into blocks and divided into sheets.

use std::ops::Range;

use crate::blocks::{self, Block, data, html};
use crate::data::{Language, Tree};
use crate::diagnostic::Diagnostic;
use crate::schemas::Schemas;
use crate::sheets::{self, Division, SheetBlocks};
use crate::source::{Source, Span};

/// A document, cut into blocks.
#[derive(Default)]
pub struct Cut<'s> {
    /// Its blocks.
    pub blocks: Vec<Block<'s>>,
    /// What a page hides.
    pub hidden: Vec<Span>,
    /// The tags of a page.
    pub tags: Vec<Span>,
    /// Characters of data that are written in code.
    pub coded: Vec<Span>,
    /// Whether it is a page of the web.
    pub page: bool,
    /// Where its sheets are, if it is data.
    pub data: Option<Records>,
    /// What is wrong with its data.
    pub faults: Vec<Diagnostic>,
}

/// The sheets of a document that is data.
pub struct Records {
    sheets: Vec<Range<usize>>,
    /// Whether they say nothing of a practice.
    pub is_foreign: bool,
}

/// The nodes of a document that is data.
pub fn data(source: &Source, schemas: &Schemas) -> Option<(Language, Tree)> {
    let is_text = source.layout.is_none() && !html::is_page(&source.name, &source.text);
    is_text.then(|| data::detect(&source.name, &source.text, schemas)).flatten()
}

/// The blocks of a text, a page, data, or of what was taken out of a container.
pub fn cut<'s>(source: &Source, data: Option<(Language, Tree)>, schemas: &'s Schemas, template: u16) -> Cut<'s> {
    let text = &source.text;
    if let Some(layout) = &source.layout {
        return Cut { blocks: blocks::split_layout(text, layout, schemas), ..Cut::default() };
    }
    if html::is_page(&source.name, text) {
        let html::Page { blocks, hidden, tags } = html::split(text, schemas);
        return Cut { blocks, hidden, tags, page: true, ..Cut::default() };
    }
    if let Some((language, tree)) = data {
        let data::Data { blocks, sheets, coded, is_foreign } = data::split(text, &tree, schemas, template);
        let faults = tree.faults.iter().map(|fault| fault.finding(text, language, false)).collect();
        return Cut { blocks, coded, data: Some(Records { sheets, is_foreign }), faults, ..Cut::default() };
    }
    let data::FrontMatter { blocks, coded, fault } = data::front_matter(text, schemas, template);
    let faults = fault.iter().map(|fault| fault.finding(text, Language::Yaml, true)).collect();
    Cut { blocks: blocks::split(text, blocks, schemas), coded, faults, ..Cut::default() }
}

/// The sheets of a document; what belongs to its pages is marked on the way.
pub fn divide(source: &Source, cut: &mut Cut<'_>, schemas: &Schemas, told: Option<u16>) -> Division {
    if let Some(data) = &cut.data {
        return sheets::of_data(&data.sheets, told.unwrap_or(schemas.generic()));
    }
    let (text, blocks) = (&source.text, &mut cut.blocks);
    blocks::mark(text, blocks, schemas, told);
    let divided = sheets::divide(text, blocks, schemas, told);
    if blocks::mark_chrome(text, blocks, &known(&divided.sheets, schemas), schemas) {
        return sheets::divide(text, blocks, schemas, told);
    }
    divided
}

/// The blocks of sheets whose family knows what their pages look like.
fn known(divided: &[SheetBlocks], schemas: &Schemas) -> Vec<Range<usize>> {
    let known = divided.iter().filter(|sheet| sheet.template != schemas.generic());
    known.map(|sheet| sheet.blocks.clone()).collect()
}
