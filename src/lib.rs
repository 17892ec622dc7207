//! `scheda` reads good-practice sheets into typed records.
#![forbid(unsafe_code)]
#![warn(missing_docs)]
#![cfg_attr(not(test), warn(clippy::unwrap_used, clippy::print_stdout))]

mod blocks;
mod checks;
pub mod diagnostic;
pub mod ledger;
pub mod output;
pub mod practice;
mod read;
pub mod schemas;
mod sheets;
pub mod source;

use diagnostic::Diagnostic;
use ledger::Ledger;
use practice::{BestPractice, Traced};
pub use read::read;
use source::Span;

/// What the reader of a document may be told.
#[derive(Debug, Clone)]
pub struct Options {
    /// Read every sheet by this template, whatever the evidence.
    pub template: Option<String>,
    /// Conclude values from their position and from other values; each is marked as inferred.
    pub infer: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { template: None, infer: true }
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
    /// What each of its values is made of.
    pub trace: Vec<Traced>,
    /// Findings about the sheet, in the order of their places.
    pub findings: Vec<Diagnostic>,
}
