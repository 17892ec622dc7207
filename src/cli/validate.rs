//! `scheda validate`

use scheda::diagnostic::entry::{About, Entry, Summary};
use scheda::diagnostic::fingerprint::Fingerprints;
use scheda::diagnostic::human::Human;
use scheda::diagnostic::junit::{self, Suite};
use scheda::diagnostic::{Diagnostic, Severity, concise, github, gitlab, json, sarif};
use scheda::practice::BestPractice;

use super::args::{Validate, Validation};
use super::console::colour;
use super::exit::Exit;
use super::host::Out;
use super::inputs::Inputs;
use super::run::{Document, Output, Run};
use super::summary::{self, count};

/// Where GitHub Actions takes the summary of a step from.
const STEP_SUMMARY: &str = "GITHUB_STEP_SUMMARY";

/// Says what is wrong with the sheets.
pub fn run(run: &mut Run<'_>, args: &Validate) -> anyhow::Result<()> {
    let options = run.options(&args.reading)?;
    let mut inputs = Inputs::find(run, &args.paths);
    let mut check = Check::new(run, args);
    run.each(&mut inputs, &options, |run, document| check.document(run, &document))?;
    check.finish(run, &inputs)?;
    for line in [summary::foreign(&inputs), summary::skipped(&inputs)].into_iter().flatten() {
        run.console().note(&line);
    }
    Ok(())
}

/// A validation under way.
struct Check<'a> {
    args: &'a Validate,
    out: Output,
    human: Human,
    /// What is written when all is known.
    entries: Vec<Entry>,
    /// The documents that were read.
    suites: Vec<Suite>,
    fingerprints: Fingerprints,
    summary: Summary,
}

impl<'a> Check<'a> {
    fn new(run: &Run<'_>, args: &'a Validate) -> Self {
        let human = Human::new(colour(run.host(), Out::Stdout));
        Self {
            args,
            out: run.out(Out::Stdout),
            human,
            entries: Vec::new(),
            suites: Vec::new(),
            fingerprints: Fingerprints::default(),
            summary: Summary::default(),
        }
    }

    fn document(&mut self, run: &mut Run<'_>, document: &Document) -> anyhow::Result<()> {
        let file = run.relative(&document.source.name);
        let sheets = &document.reading.sheets;
        let whole = document.reading.findings.iter().map(|finding| (None, finding));
        let named = (1..).zip(sheets).flat_map(|(number, sheet)| {
            let sheet_of = move |finding| (Some((number, name(&sheet.record))), finding);
            sheet.findings.iter().map(sheet_of)
        });
        for (sheet, finding) in whole.chain(named) {
            self.summary.count(finding.severity);
            if finding.severity == Severity::Error {
                run.raise(Exit::Findings);
            }
            self.show(About { source: &document.source, file: &file, sheet }, finding)?;
        }
        self.summary.records += sheets.iter().filter(|sheet| sheet.is_record()).count();
        let sheets = sheets.iter().map(|sheet| name(&sheet.record).to_owned()).collect();
        self.suites.push(Suite { file, sheets });
        Ok(())
    }

    fn show(&mut self, about: About<'_>, finding: &Diagnostic) -> anyhow::Result<()> {
        if finding.severity < self.least() {
            return Ok(());
        }
        if self.args.format == Validation::Human {
            return self.out.text(&self.human.finding(about.source, finding));
        }
        let entry = Entry::new(about, finding, &mut self.fingerprints);
        match self.args.format {
            Validation::Concise => self.out.text(&concise::line(&entry))?,
            _ => self.entries.push(entry),
        }
        Ok(())
    }

    /// The least severity that is shown.
    fn least(&self) -> Severity {
        match (self.args.quiet, self.args.info) {
            _ if self.args.format == Validation::Json => Severity::Info,
            (true, _) => Severity::Error,
            (false, true) => Severity::Info,
            (false, false) => Severity::Warning,
        }
    }

    fn finish(mut self, run: &mut Run<'_>, inputs: &Inputs) -> anyhow::Result<()> {
        self.summary = Summary { files: inputs.read, sheets: inputs.sheets, unread: inputs.unread, ..self.summary };
        let text = match self.args.format {
            Validation::Json => json::render(&self.entries, self.summary),
            Validation::Sarif => sarif::render(&self.entries, self.summary),
            Validation::Gitlab => gitlab::render(&self.entries),
            Validation::Junit => junit::render(&self.suites, &self.entries),
            Validation::Github => github::commands(&self.entries),
            Validation::Human if !self.args.quiet => closing(&self.summary, self.args.info),
            Validation::Human | Validation::Concise => String::new(),
        };
        self.out.text(&text)?;
        self.out.finish()?;
        match run.host().variable(STEP_SUMMARY).filter(|path| !path.is_empty()) {
            Some(path) if self.args.format == Validation::Github => {
                run.append(path.as_ref(), &github::summary(&self.entries, self.summary))
            }
            _ => Ok(()),
        }
    }
}

/// What a record is called in reports.
fn name(record: &BestPractice) -> &str {
    [&record.short_title, &record.title, &record.id].into_iter().flatten().next().map_or("", String::as_str)
}

fn closing(summary: &Summary, infos_shown: bool) -> String {
    let read = summary.read();
    let hint = if summary.infos > 0 && !infos_shown { " (--info shows them)" } else { "" };
    let unread =
        if summary.unread > 0 { format!("; {} not read", count(summary.unread, "path")) } else { String::new() };
    format!("{read}: {}{hint}{unread}\n", summary.found())
}
