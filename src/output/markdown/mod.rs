//! Records as Markdown pages that are fit to publish and that can be read back.
//!
//! Every key has one place on the page. Front matter holds the small typed keys; the heading of the first level is the title; a table
//! holds what fits on one line; below it each `##` heading opens a key. Between the comments `sections` and `/sections` a heading is
//! the title of a section instead, and its level is the section's depth. A heading that belongs to a text, where it could be taken
//! for one of these, ends in `#`s as well (`### Nota ###`), which renders the same.

mod escape;
mod fields;
mod front_matter;
mod sections;
mod texts;
mod words;

use crate::practice::{BestPractice, Field};
use crate::schemas::Schemas;
use words::Words;

pub use escape::escape;
pub use texts::is_lead_in;

/// One record as a page.
pub fn page(record: &BestPractice, schemas: &Schemas) -> String {
    let mut page = Page { out: front_matter::write(record), words: Words::new(record, schemas) };
    if let Some(title) = &record.title {
        page.heading(1, &escape(title));
    }
    page.key_facts(record);
    Field::ALL.iter().for_each(|field| page.field(record, *field));
    page.foot(record);
    page.out
}

/// A page that is being written. Every block ends its line and stands after a blank line.
struct Page<'a> {
    out: String,
    words: Words<'a>,
}

impl Page<'_> {
    fn block(&mut self, text: &str) {
        self.out.extend(["\n", text, "\n"]);
    }

    /// A heading whose text is CommonMark already.
    fn heading(&mut self, level: usize, text: &str) {
        let heading = format!("{} {text}", "#".repeat(level));
        self.block(heading.trim_end());
    }

    /// The heading that opens a key.
    fn open(&mut self, field: Field) {
        let heading = self.words.heading(field);
        self.heading(2, &heading);
    }

    /// Two columns: what fits on one line.
    fn key_facts(&mut self, record: &BestPractice) {
        let facts: Vec<_> =
            Field::ALL.iter().filter_map(|field| Some((*field, fields::fact(record, *field)?))).collect();
        if facts.is_empty() {
            return;
        }
        let head = format!("| {} | |\n| --- | --- |", in_cell(&self.words.page("key_facts")));
        let rows = facts.iter().map(|(field, fact)| format!("\n| {} | {fact} |", in_cell(&self.words.heading(*field))));
        let table = rows.fold(head, |table, row| table + &row);
        self.block(&table);
    }

    /// Where the record was read. The front matter says so too: this line is for people, and no reader needs it.
    fn foot(&mut self, record: &BestPractice) {
        let Some(source) = &record.source else { return };
        let [file, sheet, lines] = ["source", "sheet", "lines"].map(|key| self.words.page(key));
        let stretch = match &source.place {
            Some(place) => escape(place).into_owned(),
            None => format!("{lines} {}", escape(&source.lines)),
        };
        self.block(&format!("---\n\n{file}: {}, {sheet} {}, {stretch}", escape(&source.file), source.sheet));
    }
}

/// Plain text on one line as a cell of a table.
pub fn cell(text: &str) -> String {
    in_cell(&escape(text))
}

/// CommonMark without line breaks and code as a cell of a table.
fn in_cell(text: &str) -> String {
    text.replace('|', "\\|")
}
