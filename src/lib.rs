//! `scheda` reads good-practice sheets into typed records.
//!
//! [`read`] takes a document through the stages, each a module:
//!
//! 1. [`source`] makes text of bytes. Every later place is a byte offset in that text.
//! 2. `blocks` cuts the text into lines that tile it, says what each looks like, and marks page headers and footers. What a wording
//!    means it asks [`schemas`]: vocabulary and templates, which are data.
//! 3. `sheets` finds where sheets start and end, decides which template reads each, and groups lines under the labels that open them.
//! 4. [`practice`] makes a typed [`BestPractice`] of each sheet. Every value is made of segments of the source.
//! 5. `checks` runs the [`rules`]; what they find is a [`Diagnostic`], which [`diagnostic`] renders.
//! 6. [`ledger`] settles where every byte went. [`explain`] says why, if it is asked.
//!
//! [`output`] writes records, [`catalogue`] many of them at once. A bad document is no error: it gives findings.
//!
//! ```
//! use scheda::{Options, output::yaml, schemas::Schemas, source::Source};
//!
//! let text = "BEST PRACTICE SUMMARY SHEET\nBEST PRACTICE'S SUBJECT: Shared gardens\nRESULTS: 38 gardens in use\n";
//! let source = Source::from_text("report.txt", text);
//! let reading = scheda::read(&source, Schemas::builtin(), &Options::default());
//!
//! let sheet = &reading.sheets[0];
//! assert_eq!(sheet.record.title.as_deref(), Some("Shared gardens"));
//! assert!(yaml::document(&sheet.record).contains("results: 38 gardens in use\n"));
//! // Among what the sheet lacks: a description, without which a record is not valid.
//! assert!(sheet.findings.iter().any(|finding| finding.finding.code().id() == "missing-field"));
//! ```
#![forbid(unsafe_code)]
#![warn(missing_docs)]
#![cfg_attr(not(test), warn(clippy::unwrap_used, clippy::print_stdout))]

mod blocks;
pub mod catalogue;
mod checks;
pub mod config;
mod data;
pub mod diagnostic;
pub mod explain;
pub mod fix;
mod hashed;
pub mod ledger;
pub mod locale;
pub mod output;
mod pages;
pub mod portions;
pub mod practice;
mod read;
mod records;
pub mod round_trip;
pub mod rules;
pub mod schemas;
mod sheets;
pub mod source;
pub mod verify;

use checks::RULES;
use diagnostic::{Code, Diagnostic, Severity};
use explain::Explanation;
use ledger::Ledger;
use practice::{BestPractice, Field, Pointer, Traced};
pub use read::{Sheets, read, read_sheets};
use schemas::Limit;
use source::Span;

/// What the reader of a document may be told.
#[derive(Debug, Clone)]
pub struct Options {
    /// Read every sheet by this template, whatever the evidence.
    pub template: Option<String>,
    /// Conclude values from their position and from other values; each is marked as inferred.
    pub infer: bool,
    /// Note why sheets start where they do and lines open fields or do not.
    pub explain: bool,
    /// The day of the check, as `2026-01-31`. Without it no date is called a future one, and a run gives the same every day.
    pub today: Option<String>,
    /// The rules that are switched off. At first those that are off unless somebody asks for them.
    pub off: Vec<Code>,
    /// Nobody hears of what matters less: rules that find nothing else in a sheet are not asked.
    pub least: Severity,
    /// Fields that a sheet must have, beyond what its template requires.
    pub required: Vec<Demanded>,
    /// How long texts may be, whatever the template says, each with the place where it is said.
    pub limits: Vec<(Limit, String)>,
}

impl Options {
    /// Whether a rule is on.
    pub fn is_on(&self, code: Code) -> bool {
        !self.off.contains(&code)
    }
}

/// A field that a sheet must have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Demanded {
    /// The field.
    pub field: Field,
    /// Only in sheets of these templates; an empty list means in all.
    pub templates: Vec<String>,
    /// Where the demand is made: `scheda.yaml:12`.
    pub place: String,
}

impl Default for Options {
    fn default() -> Self {
        let off = RULES.iter().filter(|rule| !rule.on).map(|rule| rule.code).collect();
        let least = Severity::Info;
        let (required, limits) = (Vec::new(), Vec::new());
        Self { template: None, infer: true, explain: false, today: None, off, least, required, limits }
    }
}

/// What a document holds.
#[derive(Debug, Clone, Default)]
pub struct Reading {
    /// The sheets, in the order of the document.
    pub sheets: Vec<Sheet>,
    /// Where every byte went.
    pub ledger: Ledger,
    /// Findings about the document as a whole.
    pub findings: Vec<Diagnostic>,
    /// Why it was read so, if that was asked.
    pub explanation: Option<Explanation>,
    /// Whether it is data that say nothing of a practice, such as any program may have beside its documents.
    pub is_foreign: bool,
}

/// One sheet of a document.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// Its bytes, from the line that starts it to its last line with content.
    pub span: Span,
    /// Name of the template that read it.
    pub template: String,
    /// What decided on the template, in words for `inspect`.
    pub decided_by: String,
    /// The record. Its `id` is not settled against those of other sheets yet.
    pub record: BestPractice,
    /// What each of its values is made of; nothing for what was a record already.
    pub trace: Vec<Traced>,
    /// Where each value stands in a document that was a record already; nothing for a sheet.
    pub places: Vec<(Pointer, Span)>,
    /// Findings about the sheet, in the order of their places.
    pub findings: Vec<Diagnostic>,
}

impl Sheet {
    /// Whether the document had the record itself, and no sheet.
    pub fn is_record(&self) -> bool {
        !self.places.is_empty()
    }
}
