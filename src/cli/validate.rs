//! `scheda validate`

use scheda::Options;
use scheda::diagnostic::human::Human;
use scheda::diagnostic::json::{self, Entry, Summary};
use scheda::diagnostic::{Diagnostic, Severity};
use scheda::source::Source;

use super::args::{Report, Validate};
use super::console::colour;
use super::exit::Exit;
use super::host::Out;
use super::inputs::Inputs;
use super::run::{Document, Output, Run};
use super::summary::{self, count};

/// Says what is wrong with the sheets.
pub fn run(run: &mut Run<'_>, args: &Validate) -> anyhow::Result<()> {
    let options = Options { today: args.today.clone(), ..run.options(&args.reading)? };
    let mut inputs = Inputs::find(run, &args.paths);
    let mut check = Check::new(run, args);
    run.each(&mut inputs, &options, |run, document| check.document(run, &document))?;
    check.finish(&inputs)?;
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
    /// What JSON will show.
    entries: Vec<Entry>,
    summary: Summary,
}

impl<'a> Check<'a> {
    fn new(run: &Run<'_>, args: &'a Validate) -> Self {
        let human = Human::new(colour(run.host(), Out::Stdout));
        Self { args, out: run.out(Out::Stdout), human, entries: Vec::new(), summary: Summary::default() }
    }

    fn document(&mut self, run: &mut Run<'_>, document: &Document) -> anyhow::Result<()> {
        for finding in document.findings() {
            self.summary.count(finding.severity);
            if finding.severity == Severity::Error {
                run.raise(Exit::Findings);
            }
            self.show(&document.source, finding)?;
        }
        Ok(())
    }

    fn show(&mut self, source: &Source, finding: &Diagnostic) -> anyhow::Result<()> {
        match self.args.format {
            Report::Json => self.entries.push(Entry::new(source, finding)),
            Report::Human if finding.severity >= self.least() => self.out.text(&self.human.finding(source, finding))?,
            Report::Human => {}
        }
        Ok(())
    }

    /// The least severity that a person is shown.
    const fn least(&self) -> Severity {
        match (self.args.quiet, self.args.info) {
            (true, _) => Severity::Error,
            (false, true) => Severity::Info,
            (false, false) => Severity::Warning,
        }
    }

    fn finish(mut self, inputs: &Inputs) -> anyhow::Result<()> {
        self.summary = Summary { files: inputs.read, sheets: inputs.sheets, unread: inputs.unread, ..self.summary };
        let text = match self.args.format {
            Report::Json => {
                let report = json::Report { version: json::VERSION, findings: self.entries, summary: self.summary };
                serde_json::to_string_pretty(&report)? + "\n"
            }
            Report::Human if self.args.quiet => String::new(),
            Report::Human => closing(&self.summary, self.args.info),
        };
        self.out.text(&text)?;
        self.out.finish()
    }
}

fn closing(summary: &Summary, infos_shown: bool) -> String {
    let read = format!("{} in {}", count(summary.sheets, "sheet"), count(summary.files, "file"));
    let hint = if summary.infos > 0 && !infos_shown { " (--info shows them)" } else { "" };
    let unread =
        if summary.unread > 0 { format!("; {} not read", count(summary.unread, "path")) } else { String::new() };
    format!("{read}: {}{hint}{unread}\n", summary::findings(summary))
}
