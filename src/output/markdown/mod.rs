//! Records as Markdown pages that are fit to publish, and that `pages` reads back.
//!
//! Every key has one place on the page, so that no text is there twice. Front matter holds the small typed keys; the heading of the
//! first level is the title; the paragraph below it is the lead; a table holds what fits on one line; below it each `##` heading
//! opens a key. Between the comments `sections` and `/sections` a heading is the title of a section instead, and its level is the
//! section's depth. A heading that belongs to a text, where it could be taken for one of these, ends in `#`s as well
//! (`### Nota ###`), which renders the same. Behind the last rule stand licence and source.

mod contacts;
mod dates;
mod escape;
mod facts;
mod fields;
mod front_matter;
mod guard;
mod lead;
pub mod marks;
mod sections;
mod summary;
mod texts;
mod words;

use crate::practice::{BestPractice, Field};
use crate::schemas::{Schemas, Text};
use lead::Lead;
use words::Words;

pub use contacts::{PARTS, is_mail};
pub use dates::DASH;
pub use escape::{escape, is_address};
pub use facts::DOT;
pub use guard::{CODE, ESCAPED_TAG, own_code};
pub use summary::summary;
pub use texts::is_lead_in;
pub use words::{capitalised, from_key};

/// How a page is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// ISO 639-1 code of the language of its headings; without one, that of the record.
    pub language: Option<Text>,
    /// Whether it begins with front matter.
    pub front_matter: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { language: None, front_matter: true }
    }
}

/// What ends a line inside a paragraph. A backslash would do for CommonMark; MkDocs shows it.
const BREAK: &str = "  \n";

/// The fields that a page begins with.
const FIRST: [Field; 2] = [Field::Summary, Field::Description];

/// One record as a page.
pub fn page(record: &BestPractice, schemas: &Schemas, options: &Options) -> String {
    let mut page = Page::new(record, schemas, options);
    if options.front_matter {
        page.out.push_str(&front_matter::write(record));
    }
    page.title(record);
    let lead = Lead::of(record);
    page.lead(&lead);
    page.key_facts(record);
    // What the lead has begun goes on right below the facts; then comes everything else, in the order of the record.
    FIRST.iter().for_each(|field| page.text_of(*field, lead.rest(record, *field)));
    let others = Field::ALL.iter().filter(|field| !FIRST.contains(field));
    others.for_each(|field| page.field(record, *field));
    page.foot(record);
    page.finish()
}

/// A page that is being written. Every block ends its line and stands after a blank line.
struct Page<'a> {
    out: String,
    words: Words<'a>,
    schemas: &'a Schemas,
}

impl<'a> Page<'a> {
    fn new(record: &BestPractice, schemas: &'a Schemas, options: &Options) -> Self {
        let words = Words::new(record, schemas, options.language.as_deref());
        Self { out: String::new(), words, schemas }
    }

    /// The page; one without front matter begins with its first block.
    fn finish(mut self) -> String {
        if self.out.starts_with('\n') {
            self.out.remove(0);
        }
        self.out
    }

    fn block(&mut self, text: &str) {
        self.out.extend(["\n", text, "\n"]);
    }

    /// A heading whose text is CommonMark already.
    fn heading(&mut self, level: usize, text: &str) {
        let heading = format!("{} {text}", "#".repeat(level));
        self.block(heading.trim_end());
    }

    fn title(&mut self, record: &BestPractice) {
        if let Some(title) = &record.title {
            self.heading(1, &escape(title));
        }
    }

    /// The heading that opens a key.
    fn open(&mut self, field: Field) {
        let heading = self.words.heading(field);
        self.heading(2, &heading);
    }

    /// Licence and source. The front matter says the source too: here it is for people, and no reader needs it.
    fn foot(&mut self, record: &BestPractice) {
        let licence = record.collection.as_ref().and_then(|collection| collection.licence.as_deref());
        let licence = licence.map(|licence| format!("{}: {}", self.words.page("licence"), escape(licence)));
        let lines: Vec<String> = self.source(record).into_iter().chain(licence).collect();
        if !lines.is_empty() {
            self.block(&format!("---\n\n{}", lines.join(BREAK)));
        }
    }

    fn source(&self, record: &BestPractice) -> Option<String> {
        let source = record.source.as_ref()?;
        let [label, sheet] = ["source", "sheet"].map(|key| self.words.page(key));
        let lines = if source.lines.contains('-') { "lines" } else { "line" };
        let stretch = match &source.place {
            Some(place) => escape(place).into_owned(),
            None => format!("{} {}", self.words.page(lines), escape(&source.lines)),
        };
        Some(format!("{label}: {}, {sheet} {}, {stretch}", escape(&source.file), source.sheet))
    }
}

/// Plain text on one line as a cell of a table.
pub fn cell(text: &str) -> String {
    bars(&escape::in_cell(text))
}

/// CommonMark without line breaks and code as a cell of a table.
pub fn bars(text: &str) -> String {
    text.replace('|', "\\|")
}
