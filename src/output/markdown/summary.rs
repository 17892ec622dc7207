//! Half a page: what somebody reads who has a minute.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use crate::practice::{BestPractice, Field};
use crate::schemas::Schemas;

use super::lead::Lead;
use super::{FIRST, Options, Page, front_matter};

/// So many results are shown.
const RESULTS: usize = 3;

/// A record on half a page: title, key facts, first paragraph, three results.
pub fn summary(record: &BestPractice, schemas: &Schemas, options: &Options) -> String {
    let record = shortened(record);
    let mut page = Page::new(&record, schemas, options);
    if options.front_matter {
        page.out.push_str(&front_matter::short(&record));
    }
    page.title(&record);
    let lead = Lead::of(&record);
    page.lead(&lead);
    page.key_facts(&record);
    FIRST.iter().for_each(|field| page.text_of(*field, lead.rest(&record, *field)));
    page.text_of(Field::Results, record.results.as_deref());
    page.foot(&record);
    page.finish()
}

/// The record with the first paragraph of its summary, else of its description, and with three results.
fn shortened(record: &BestPractice) -> BestPractice {
    let first = |text: &String| first_blocks(text, 1);
    let summary = record.summary.as_ref().map(first);
    let description = record.description.as_ref().filter(|_| summary.is_none()).map(first);
    let results = record.results.as_ref().map(|text| first_blocks(text, RESULTS));
    BestPractice { summary, description, results, ..record.clone() }
}

/// The first paragraphs and items of a text; a heading or lead-in counts nothing.
fn first_blocks(text: &str, count: usize) -> String {
    let mut found = 0;
    let mut depth = 0;
    for (event, range) in Parser::new(text).into_offset_iter() {
        match event {
            Event::Start(Tag::Item) => depth += 1,
            Event::End(TagEnd::Item) => depth -= 1,
            _ => {}
        }
        let is_block = matches!(event, Event::End(TagEnd::Item | TagEnd::Paragraph)) && depth == 0;
        found += usize::from(is_block && !text[range.clone()].trim_end().ends_with(':'));
        if found == count {
            return text[..range.end].trim_end().to_owned();
        }
    }
    text.to_owned()
}
