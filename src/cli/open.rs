//! A document that is open: its findings, and its sheets as they are asked for.

use std::sync::Arc;

use scheda::config::Subject;
use scheda::diagnostic::{Code, Diagnostic, Finding, Severity};
use scheda::schemas::Schemas;
use scheda::source::{Before, Source};
use scheda::{Options, Reading, Sheet, Sheets};

use super::configs::{Own, schemas_of};
use super::exit::Exit;
use super::run::Run;

/// A document, or a portion of a long one, on its way in.
pub struct Incoming<'d> {
    /// Its text.
    pub source: &'d Source,
    /// What was read of it already.
    pub reading: Option<Reading>,
    /// Whether the user named it.
    pub is_named: bool,
    /// If it is a portion, how many sheets of the document stand before it.
    pub portion: Option<usize>,
}

/// A document that is being read, sheet by sheet.
pub struct Open<'d> {
    /// Its text.
    pub source: &'d Source,
    /// The schemas that it is read with.
    pub schemas: &'d Schemas,
    sheets_before: usize,
    sheets: Sheets<'d>,
    options: &'d Options,
    /// Its path as its configuration sees it.
    path: &'d str,
    /// The configuration that holds for it.
    own: Option<Arc<Own>>,
}

impl Open<'_> {
    /// Findings about the document as a whole.
    pub fn findings(&self) -> &[Diagnostic] {
        &self.sheets.findings
    }

    /// Whether it is data that say nothing of a practice.
    pub const fn is_foreign(&self) -> bool {
        self.sheets.is_foreign
    }

    /// Whether a document begins here, and does not go on.
    pub fn begins(&self) -> bool {
        self.source.before == Before::default()
    }

    /// How many sheets of the same document were read before.
    pub const fn sheets_before(&self) -> usize {
        self.sheets_before
    }

    /// How many sheets are left to read.
    pub fn left(&self) -> usize {
        self.sheets.len()
    }

    /// Reads the next sheet.
    pub fn next(&mut self, run: &mut Run<'_>) -> Option<Sheet> {
        let mut sheet = self.sheets.next()?;
        if let Some(from) = &mut sheet.record.source {
            from.sheet += self.sheets_before;
        }
        let Self { source, schemas, options, path, ref own, .. } = *self;
        settle(run, source, schemas, options, (path, own.as_deref()), &mut sheet);
        Some(sheet)
    }

    /// Reads all that is left and keeps it, for whoever needs several documents at once; without the ledger.
    pub fn keep(mut self, run: &mut Run<'_>) -> Document {
        let sheets = std::iter::from_fn(|| self.next(run)).collect();
        let reading = Reading { sheets, ..self.sheets.gather() };
        Document { source: self.source.clone(), reading, own: self.own }
    }

    /// Reads all that is left, with the ledger.
    fn whole(self, run: &mut Run<'_>) -> Reading {
        let Self { source, schemas, sheets, options, path, own, .. } = self;
        let mut reading = sheets.into_reading();
        for sheet in &mut reading.sheets {
            settle(run, source, schemas, options, (path, own.as_deref()), sheet);
        }
        reading
    }
}

/// Compares a sheet with those before it, and lets the configuration have its say on what was found.
fn settle(
    run: &mut Run<'_>,
    source: &Source,
    schemas: &Schemas,
    options: &Options,
    (path, own): (&str, Option<&Own>),
    sheet: &mut Sheet,
) {
    run.met().check(source, schemas, options, sheet);
    if let Some(own) = own {
        own.apply(Subject { path, template: &sheet.template }, &mut sheet.findings);
    }
}

/// A document that was read as a whole.
pub struct Document {
    /// Its text.
    pub source: Source,
    /// What it holds.
    pub reading: Reading,
    /// The configuration that holds for it.
    own: Option<Arc<Own>>,
}

impl Document {
    /// The schemas that it was read with.
    pub fn schemas<'s>(&'s self, run: &'s Run<'_>) -> &'s Schemas {
        schemas_of(self.own.as_deref(), run.schemas())
    }

    /// Every finding: about the document first, then sheet by sheet.
    pub fn findings(&self) -> impl Iterator<Item = &Diagnostic> {
        self.reading.findings.iter().chain(self.reading.sheets.iter().flat_map(|sheet| &sheet.findings))
    }
}

impl Run<'_> {
    /// Reads a document as a whole.
    ///
    /// # Errors
    /// When the configuration that holds for it has mistakes; they are shown.
    pub fn document(&mut self, source: Source, options: &Options, is_named: bool) -> anyhow::Result<Document> {
        let whole = |run: &mut Self, open: Open<'_>| Ok((open.own.clone(), open.whole(run)));
        let incoming = Incoming { source: &source, reading: None, is_named, portion: None };
        let (own, reading) = self.open(incoming, options, whole)?;
        Ok(Document { source, reading, own })
    }

    /// Opens a document and hands it on, to be read sheet by sheet; or with what was read of it already.
    ///
    /// # Errors
    /// When the configuration that holds for it has mistakes, which are shown, and those of `work`.
    pub fn open<T>(
        &mut self,
        incoming: Incoming<'_>,
        options: &Options,
        work: impl FnOnce(&mut Self, Open<'_>) -> anyhow::Result<T>,
    ) -> anyhow::Result<T> {
        let Incoming { source, reading, is_named, portion } = incoming;
        let own = self.config_of(&source.name)?;
        let path = own.as_ref().map(|own| own.sees(self.host(), &source.name)).unwrap_or_default();
        let own_options = own.as_ref().map(|own| own.options(&path, options));
        let options = own_options.as_ref().unwrap_or(options);
        let schemas = schemas_of(own.as_deref(), self.schemas());
        let mut sheets = reading.map_or_else(|| self.reader()(source, schemas, options), Sheets::from);
        if sheets.len() == 0 && portion.is_none() {
            settle_no_sheet(&mut sheets.findings, options, is_named);
        }
        if let Some(own) = &own {
            own.apply(Subject { path: &path, template: "" }, &mut sheets.findings);
        }
        let is_empty = |finding: &Diagnostic| finding.finding.says_why_no_sheet();
        if sheets.findings.iter().any(|finding| is_empty(finding) && finding.severity == Severity::Error) {
            self.raise(Exit::Findings);
        }
        let sheets_before = portion.unwrap_or(0);
        work(self, Open { source, schemas, sheets_before, sheets, options, path: &path, own: own.clone() })
    }
}

/// A file without a sheet is an error where the user named it, and a warning where it was only met.
fn settle_no_sheet(findings: &mut Vec<Diagnostic>, options: &Options, is_named: bool) {
    let is_told = |finding: &Diagnostic| finding.finding.says_why_no_sheet();
    if options.is_on(Code::NoSheet) && !findings.iter().any(is_told) {
        findings.push(Diagnostic::whole(Finding::NoSheet { looked_for: Vec::new() }));
    }
    if is_named {
        findings.iter_mut().filter(|finding| is_told(finding)).for_each(|it| it.severity = Severity::Error);
    }
}
