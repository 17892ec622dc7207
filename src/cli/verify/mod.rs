//! `scheda verify`

mod report;

use std::path::PathBuf;

use anyhow::bail;
use scheda::Options;
use scheda::diagnostic::Severity;
use scheda::locale::Locale;
use scheda::verify::{Item, Verdict, pair, verify};

use self::report::{Checked, Totals};
use super::args::{Report, Verify};
use super::exit::Exit;
use super::host::Out;
use super::inputs::Inputs;
use super::open::Document;
use super::run::Run;

/// Reads the sheets anew and says what the records no longer have in common with them.
pub fn run(run: &mut Run<'_>, args: &Verify) -> anyhow::Result<()> {
    let options = run.options(&args.reading)?;
    let sheets = documents(run, &args.against, &options)?;
    let records = documents(run, &args.records, &options)?;
    let (sheets, records) = (items(&sheets, false), items(&records, true));
    if records.is_empty() {
        bail!("there is no record to verify; write some with `scheda convert`, and name the sheets behind --against");
    }
    let pairs = pair(&bare(&records), &bare(&sheets));
    let checked: Vec<Checked<'_>> =
        records.iter().zip(&pairs).map(|(record, at)| check(run, record, at.map(|at| &sheets[at]))).collect();
    let totals = Totals::of(&checked, &pairs, sheets.len());
    if totals.drifted > 0 {
        run.raise(Exit::Findings);
    }
    let mut out = run.out(Out::Stdout);
    out.text(&match args.format {
        Report::Human => report::human(&checked, totals, locale(run, args), args.quiet),
        Report::Json => report::json(&checked, totals, locale(run, args)),
    })?;
    out.finish()
}

/// The language of the report.
fn locale(run: &Run<'_>, args: &Verify) -> Locale {
    match args.format {
        Report::Human => run.tongue().people,
        Report::Json => run.tongue().programs,
    }
}

/// A sheet or a record with the document that it is in.
struct Read<'a> {
    document: &'a Document,
    item: Item<'a>,
}

/// Reads documents; says why one holds nothing that can be read.
fn documents(run: &mut Run<'_>, paths: &[PathBuf], options: &Options) -> anyhow::Result<Vec<Document>> {
    let mut documents = Vec::new();
    let mut inputs = Inputs::find(run, paths);
    run.each(&mut inputs, options, |run, open| {
        for finding in open.findings().iter().filter(|finding| finding.severity == Severity::Error) {
            run.console().finding(open.source, finding);
        }
        documents.push(open.keep(run));
        Ok(())
    })?;
    Ok(documents)
}

/// The records of some documents, or the sheets.
fn items(documents: &[Document], records: bool) -> Vec<Read<'_>> {
    documents.iter().flat_map(of_document).filter(|read| read.item.sheet.is_record() == records).collect()
}

fn of_document(document: &Document) -> impl Iterator<Item = Read<'_>> {
    let Document { source, reading, .. } = document;
    let all = (1..).zip(&reading.sheets).map(move |(number, sheet)| Item { source, number, sheet });
    all.map(move |item| Read { document, item })
}

fn bare<'a>(all: &[Read<'a>]) -> Vec<Item<'a>> {
    all.iter().map(|read| read.item).collect()
}

fn check<'a>(run: &Run<'_>, record: &Read<'a>, sheet: Option<&Read<'a>>) -> Checked<'a> {
    let schemas = sheet.unwrap_or(record).document.schemas(run);
    let Verdict { drifts, hidden } = verify(record.item, sheet.map(|sheet| sheet.item), schemas);
    Checked { record: record.item, sheet: sheet.map(|sheet| sheet.item), drifts, hidden }
}
