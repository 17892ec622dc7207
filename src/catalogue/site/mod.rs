//! The catalogue as a site: a folder of pages that works without a server and asks nobody for anything.
//!
//! `index.html` has the list with its search, the numbers, and what is missing; each practice has the page that it has in Markdown,
//! rendered. Everything that can be told in advance is told here: without its script the index is still the whole list.

mod charts;
mod facets;
mod index;
mod markup;
mod search;
#[cfg(test)]
mod tests;

use serde::Serialize;

use super::{Catalogue, Practice};
use crate::locale::Locale;
use crate::output::html::{Error, Pages, Shell};
use crate::output::markdown;
use index::Index;
use markup::Heading;

pub use index::File;

/// The templates of the site.
pub(crate) const TEMPLATES: [(&str, &str); 2] =
    [("index.html", include_str!("assets/index.html")), ("practice.html", include_str!("assets/practice.html"))];
const STYLE: &str = include_str!("assets/site.css");
const INDEX_STYLE: &str = include_str!("assets/index.css");
const PRACTICE_STYLE: &str = include_str!("assets/practice.css");
const SCRIPT: &str = include_str!("assets/index.js");

/// Headings that make a page long enough to jump in.
const LONG: usize = 4;

/// A site that is being written.
pub struct Site<'a> {
    catalogue: &'a Catalogue<'a>,
    folder: &'a str,
    files: &'a [File],
    pages: Pages,
}

/// The page of a practice, for its template.
#[derive(Serialize)]
struct Page<'a> {
    shell: Shell,
    site: String,
    /// The language of the record, and of what the page itself says.
    lang: Option<&'a str>,
    labels: Option<&'a str>,
    stem: &'a str,
    headings: Vec<Heading>,
    html: String,
}

impl<'a> Site<'a> {
    /// A site with the pages of the practices in a folder, and files beside it that have the same.
    ///
    /// # Errors
    /// Where a template is wrong, whatever the catalogue.
    pub fn new(catalogue: &'a Catalogue<'a>, folder: &'a str, files: &'a [File]) -> Result<Self, Error> {
        Ok(Self { catalogue, folder, files, pages: Pages::new(catalogue.locale, &TEMPLATES)? })
    }

    /// The page that all others are found from.
    ///
    /// # Errors
    /// Where its template is wrong.
    pub fn index(&self) -> Result<String, Error> {
        Ok(self.pages.render("index.html", &Index::of(self.catalogue, self.folder, self.files))? + "\n")
    }

    /// The page of a practice: its page in Markdown, with the same headings.
    ///
    /// # Errors
    /// Where its template is wrong.
    pub fn practice(&self, practice: &Practice, options: &markdown::Options) -> Result<String, Error> {
        let options = markdown::Options { front_matter: false, ..options.clone() };
        let markdown = markdown::page(&practice.record, self.catalogue.schemas, &options);
        let lang = practice.record.language.as_deref();
        let labels = options.language.as_deref().filter(|labels| Some(*labels) != lang);
        let markup = markup::render(&markdown, labels);
        let is_long = markup.headings.len() >= LONG;
        let site = self.catalogue.name();
        let page = Page {
            shell: shell(self.catalogue.locale, &format!("{} – {site}", practice.name()), PRACTICE_STYLE, None),
            site,
            lang,
            labels,
            stem: &practice.stem,
            headings: if is_long { markup.headings } else { Vec::new() },
            html: markup.html,
        };
        Ok(self.pages.render("practice.html", &page)? + "\n")
    }
}

/// The head of a page of the site.
fn shell(locale: Locale, title: &str, style: &str, script: Option<&'static str>) -> Shell {
    Shell::new(locale, title, &format!("{STYLE}{style}"), script)
}
