//! `scheda validate`

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{anyhow, bail};
use scheda::Options;
use scheda::diagnostic::baseline::{self, Baseline};
use scheda::diagnostic::entry::{About, Entry, Summary};
use scheda::diagnostic::fingerprint::Fingerprints;
use scheda::diagnostic::human::Human;
use scheda::diagnostic::junit::{self, Suite};
use scheda::diagnostic::{Diagnostic, Severity, concise, github, gitlab, json, sarif};
use scheda::locale::{Fact, Locale};
use scheda::practice::BestPractice;

use super::args::{Validate, Validation};
use super::console::colour;
use super::exit::Exit;
use super::fix;
use super::host::Out;
use super::inputs::{Input, Inputs, not_over_input};
use super::open::Open;
use super::run::{Output, Run};
use super::summary;
use super::tongue::Tongue;

/// Where GitHub Actions takes the summary of a step from.
const STEP_SUMMARY: &str = "GITHUB_STEP_SUMMARY";

/// Says what is wrong with the sheets.
pub fn run(run: &mut Run<'_>, args: &Validate) -> anyhow::Result<()> {
    if args.diff && !matches!(args.format, Validation::Human | Validation::Concise) {
        bail!("--diff goes with --format human and concise only; `scheda fix --diff` shows the changes alone");
    }
    let options = Options { today: args.today.clone(), ..run.options(&args.reading)? };
    let mut inputs = Inputs::of(run, &args.batch)?;
    if let Some(file) = args.write_baseline.as_ref().filter(|file| inputs.has(run, file)) {
        return Err(not_over_input(file));
    }
    let mut check = Check::new(run, args)?;
    run.each(&mut inputs, &options, |run, document| check.document(run, document))?;
    check.finish(run, &inputs)?;
    let left_out = summary::left_out(&inputs, run.tongue().people);
    for line in left_out.into_iter().chain([summary::ignored(run, args.info)]).flatten() {
        run.console().note(&line);
    }
    Ok(())
}

/// A validation under way.
struct Check<'a> {
    args: &'a Validate,
    out: Output,
    human: Human,
    /// The language of the findings.
    locale: Locale,
    /// What is written when all is known.
    entries: Vec<Entry>,
    /// The documents that were read.
    suites: Vec<Suite>,
    fingerprints: Fingerprints,
    summary: Summary,
    /// What is known already.
    baseline: Baseline,
}

impl<'a> Check<'a> {
    fn new(run: &Run<'_>, args: &'a Validate) -> anyhow::Result<Self> {
        let locale = args.locale(run.tongue());
        let human = Human::new(colour(run.host(), Out::Stdout), locale);
        let baseline = args.baseline.as_deref().map(|file| known(run, file)).transpose()?.unwrap_or_default();
        Ok(Self {
            args,
            out: run.out(Out::Stdout),
            human,
            locale,
            entries: Vec::new(),
            suites: Vec::new(),
            fingerprints: Fingerprints::default(),
            summary: Summary::default(),
            baseline,
        })
    }

    fn document(&mut self, run: &mut Run<'_>, mut open: Open<'_>) -> anyhow::Result<()> {
        let source = open.source;
        let file = run.relative(&source.name);
        for finding in open.findings() {
            self.finding(run, About { source, file: &file, sheet: None }, finding)?;
        }
        let (mut number, mut names) = (open.sheets_before(), Vec::new());
        while let Some(sheet) = open.next(run) {
            number += 1;
            let about = About { source, file: &file, sheet: Some((number, name(&sheet.record))) };
            sheet.findings.iter().try_for_each(|finding| self.finding(run, about, finding))?;
            self.summary.records += usize::from(sheet.is_record());
            // Only the report for JUnit names the sheets of which nothing is to be said.
            names.extend((self.args.format == Validation::Junit).then(|| name(&sheet.record).to_owned()));
        }
        if self.args.diff
            && let Some(fixed) = scheda::fix::fix(source, open.schemas)
        {
            self.out.text(&fix::diff(&file, source, &fixed))?;
        }
        match self.suites.last_mut() {
            Some(suite) if !open.begins() => suite.sheets.extend(names),
            _ => self.suites.push(Suite { file, sheets: names }),
        }
        Ok(())
    }

    fn finding(&mut self, run: &mut Run<'_>, about: About<'_>, finding: &Diagnostic) -> anyhow::Result<()> {
        let fingerprint = if self.compares_runs() { self.fingerprints.of(about, finding) } else { String::new() };
        if self.baseline.knows(&fingerprint) {
            return Ok(());
        }
        let is_taken_down = self.args.write_baseline.is_some();
        self.summary.count(finding.severity);
        if finding.severity == Severity::Error && !is_taken_down {
            run.raise(Exit::Findings);
        }
        if finding.severity < self.least() {
            return Ok(());
        }
        if self.args.format == Validation::Human && !is_taken_down {
            return self.out.text(&self.human.finding(about.source, finding));
        }
        let mut entry = Entry::new(about, finding, fingerprint, self.locale);
        if let Some(file) = entry.related.as_mut().and_then(|related| related.file.as_mut()) {
            *file = run.relative(file);
        }
        if self.args.format == Validation::Concise && !is_taken_down {
            return self.out.text(&concise::line(&entry));
        }
        self.entries.push(entry);
        Ok(())
    }

    /// Whether anybody will compare this run with another: then each finding needs a name.
    const fn compares_runs(&self) -> bool {
        let is_for_people = matches!(self.args.format, Validation::Human | Validation::Concise);
        !is_for_people || self.args.baseline.is_some() || self.args.write_baseline.is_some()
    }

    /// The least severity that is shown.
    fn least(&self) -> Severity {
        match (self.args.quiet, self.args.info) {
            _ if self.args.format == Validation::Json => Severity::Info,
            // How much is said of a baseline changes nothing in it.
            (true, _) if self.args.write_baseline.is_some() => Severity::Warning,
            (true, _) => Severity::Error,
            (false, true) => Severity::Info,
            (false, false) => Severity::Warning,
        }
    }

    /// Says what the baseline has hidden, and what of it no longer occurs.
    fn close_baseline(&self, run: &mut Run<'_>) {
        let Some(file) = &self.args.baseline else { return };
        let read: BTreeSet<&str> = self.suites.iter().map(|suite| suite.file.as_str()).collect();
        let gone: Vec<_> = self.baseline.gone(&read).collect();
        let named = file.display().to_string();
        run.tell("known-from", &[("number", self.baseline.met().into()), ("file", named.into())]);
        for known in &gone {
            let finding = format!("{}: [{}] {}", known.file, known.code, known.message);
            run.tell("no-longer-there", &[("finding", finding.into())]);
        }
        if !gone.is_empty() {
            run.tell("write-baseline-anew", &[]);
        }
    }

    fn finish(mut self, run: &mut Run<'_>, inputs: &Inputs) -> anyhow::Result<()> {
        self.summary = Summary { files: inputs.read, sheets: inputs.sheets, unread: inputs.unread, ..self.summary };
        if let Some(file) = &self.args.write_baseline {
            run.write(file, &baseline::render(&self.entries))?;
            let named = file.display().to_string();
            run.tell("taken-down", &[("number", self.entries.len().into()), ("file", named.into())]);
            return Ok(());
        }
        self.close_baseline(run);
        let page = run.host().variable(STEP_SUMMARY).filter(|path| !path.is_empty());
        let text = match self.args.format {
            Validation::Json => json::render(&self.entries, self.summary),
            Validation::Sarif => sarif::render(&self.entries, self.summary, self.locale),
            Validation::Gitlab => gitlab::render(&self.entries),
            Validation::Junit => junit::render(&self.suites, &self.entries, self.locale),
            Validation::Github => github::commands(&self.entries, page.is_some(), self.locale),
            Validation::Human if !self.args.quiet => closing(&self.summary, self.args.info, self.locale),
            Validation::Human | Validation::Concise => String::new(),
        };
        self.out.text(&text)?;
        self.out.finish()?;
        match page {
            Some(path) if self.args.format == Validation::Github => {
                run.append(path.as_ref(), &github::summary(&self.entries, self.summary, self.locale))
            }
            _ => Ok(()),
        }
    }
}

/// The findings that a file knows.
fn known(run: &Run<'_>, file: &Path) -> anyhow::Result<Baseline> {
    let source = run.open_text(&Input::file(file, None))?;
    let told = |why| anyhow!("cannot read the baseline {}: {why}; write it anew with --write-baseline", source.name);
    Baseline::parse(&source.text).map_err(told)
}

/// What a record is called in reports.
fn name(record: &BestPractice) -> &str {
    [&record.short_title, &record.title, &record.id].into_iter().flatten().next().map_or("", String::as_str)
}

impl Validate {
    /// The language of the findings. What programs read and what is kept is the same on every machine.
    const fn locale(&self, tongue: Tongue) -> Locale {
        match self.format {
            _ if self.write_baseline.is_some() => tongue.programs,
            Validation::Human | Validation::Concise => tongue.people,
            _ => tongue.programs,
        }
    }
}

fn closing(summary: &Summary, infos_shown: bool, locale: Locale) -> String {
    let facts = [
        ("read", summary.read(locale).into()),
        ("found", summary.found(locale).into()),
        ("hint", Fact::yes(summary.infos > 0 && !infos_shown)),
        ("unread", summary.unread.into()),
    ];
    locale.say("validated", &facts) + "\n"
}
