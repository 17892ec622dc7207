//! `scheda convert`

mod earlier;

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use anyhow::bail;
use scheda::diagnostic::entry::Summary;
use scheda::diagnostic::{Diagnostic, Severity};
use scheda::locale::{Fact, Facts, Locale};
use scheda::output::Format;
use scheda::output::table::Separator;
use scheda::practice::privacy::{self, Hidden};
use scheda::practice::{Provenance, trim_final_breaks};
use scheda::source::Source;
use scheda::{Options, Sheet};

use super::args::{Convert, To};
use super::exit::Exit;
use super::folder::{self, Made, Purpose};
use super::framed;
use super::ids::Ids;
use super::inputs::{Inputs, not_over_input};
use super::open::Open;
use super::run::Run;
use super::sink::Sink;
use super::summary::{self, count};

/// Writes the records of the sheets and says what is wrong with them.
pub fn run(run: &mut Run<'_>, args: &Convert) -> anyhow::Result<()> {
    if args.framed {
        return framed::run(run, args);
    }
    let format = format(args)?;
    let least = if args.quiet { Severity::Error } else { Severity::Info };
    let options = Options { least, ..run.options(&args.reading)? };
    let mut inputs = Inputs::of(run, &args.batch)?;
    leave_out_own(run, args, &mut inputs)?;
    if args.sheet.is_some() && (inputs.files.len() != 1 || !inputs.folders.is_empty()) {
        bail!("--sheet counts the sheets of one file; name that file alone");
    }
    let read = match (&args.output, &args.out_dir) {
        (None, None) => HashSet::new(),
        _ => inputs.real_paths(run),
    };
    let mut conversion = Conversion {
        args,
        sink: Sink::open(run, args, format, read)?,
        ids: Ids::default(),
        tally: Tally::default(),
        makes_pages: is_page(format),
        documents: 0,
        name: String::new(),
        sheets: 0,
        made: None,
    };
    conversion.recall(run, &inputs);
    run.each(&mut inputs, &options, |run, document| conversion.document(run, document))?;
    conversion.check_number()?;
    conversion.remember();
    conversion.sink.finish(run)?;
    conversion.tally.report(run, &inputs);
    Ok(())
}

/// The format that the arguments ask for, by name or by the ending of the output file.
fn format(args: &Convert) -> anyhow::Result<Format> {
    let told = match (args.to, args.output.as_deref().and_then(Path::extension)) {
        (Some(to), _) => to,
        (None, None) => To::Yaml,
        (None, Some(ending)) => to(&ending.to_string_lossy().to_lowercase())?,
    };
    let format = match (told, args.separator) {
        (To::Csv, separator) => {
            Format::Csv(separator.unwrap_or(if is_tsv(args) { Separator::TAB } else { Separator::COMMA }))
        }
        (_, Some(_)) => bail!("--separator parts the cells of a csv table; add --to csv"),
        (To::Yaml, _) => Format::Yaml,
        (To::Json, _) => Format::Json,
        (To::Ndjson, _) => Format::Ndjson,
        (To::Markdown, _) => Format::Markdown,
        (To::Summary, _) => Format::Summary,
        (To::Xlsx, _) => xlsx()?,
    };
    if args.no_front_matter && !is_page(format) {
        bail!("--no-front-matter is about Markdown pages; add --to markdown or --to summary");
    }
    if args.out_dir.is_some() && !is_page(format) && !matches!(format, Format::Yaml | Format::Json) {
        let name = format.extension();
        bail!("{name} holds many records in one file; use -o FILE.{name}, or --to json for one file a record");
    }
    Ok(format)
}

const fn is_page(format: Format) -> bool {
    matches!(format, Format::Markdown | Format::Summary)
}

/// The format that the ending of an output file tells.
fn to(ending: &str) -> anyhow::Result<To> {
    Ok(match ending {
        "yaml" | "yml" => To::Yaml,
        "json" => To::Json,
        "ndjson" | "jsonl" => To::Ndjson,
        "md" | "markdown" => To::Markdown,
        "csv" | "tsv" => To::Csv,
        "xlsx" => To::Xlsx,
        other => {
            bail!("`.{other}` does not tell the format; add --to yaml, json, ndjson, markdown, summary, csv or xlsx")
        }
    })
}

fn is_tsv(args: &Convert) -> bool {
    let ending = args.output.as_deref().and_then(Path::extension);
    ending.is_some_and(|ending| ending.eq_ignore_ascii_case("tsv"))
}

#[cfg(feature = "xlsx")]
#[allow(clippy::unnecessary_wraps, reason = "without the feature it fails")]
fn xlsx() -> anyhow::Result<Format> {
    Ok(Format::Xlsx)
}

#[cfg(not(feature = "xlsx"))]
fn xlsx() -> anyhow::Result<Format> {
    bail!("this scheda was built without Excel files (feature `xlsx`); use --to csv, which Excel opens too")
}

/// What an earlier run wrote is no input of this one.
fn leave_out_own(run: &mut Run<'_>, args: &Convert, inputs: &mut Inputs) -> anyhow::Result<()> {
    if let Some(path) = args.output.as_ref().filter(|path| inputs.has(run, path) && !is_converted(run, path)) {
        return Err(not_over_input(path));
    }
    let mut own: HashSet<PathBuf> = args.output.iter().map(|path| run.host().real(path)).collect();
    if let Some(folder) = &args.out_dir {
        own.extend(folder::own(run.host(), folder, Purpose::Records)?);
    }
    inputs.leave_out(run, &own);
    Ok(())
}

/// Whether a file may be the output of an earlier run: its records say what they were made of. Nobody writes that by hand.
fn is_converted(run: &Run<'_>, path: &Path) -> bool {
    let bytes = run.host().read(path).unwrap_or_default();
    let says = |words: &str| memchr::memmem::find(&bytes, words.as_bytes()).is_some();
    bytes.is_empty()
        || std::str::from_utf8(&bytes).is_err()
        || ["source:", "\"source\":", "source_file"].into_iter().any(says)
}

/// A conversion under way.
struct Conversion<'a> {
    args: &'a Convert,
    sink: Sink<'a>,
    ids: Ids,
    tally: Tally,
    /// Whether the records become pages.
    makes_pages: bool,
    /// How many documents were read.
    documents: usize,
    /// What the last of them is called.
    name: String,
    /// How many sheets it has.
    sheets: usize,
    /// What is made of the input that is being read, and its name.
    made: Option<(String, Made)>,
}

impl Conversion<'_> {
    fn document(&mut self, run: &mut Run<'_>, mut open: Open<'_>) -> anyhow::Result<()> {
        self.documents += usize::from(open.begins());
        if self.args.sheet.is_some() && self.documents > 1 {
            bail!(
                "--sheet counts the sheets of one document, and there are several; unpack the file and name one of them"
            );
        }
        let source = open.source;
        self.begin_input(run);
        self.name.clone_from(&source.name);
        let earlier = self.earlier(run, &open);
        self.tally.show(run, source, open.findings());
        if has_error(open.findings()) {
            self.read_again();
        }
        self.sheets = open.sheets_before();
        while let Some(mut sheet) = open.next(run) {
            self.sheets += 1;
            let hidden = self.hide(run, source, &mut sheet);
            // Settled for every sheet, so that an id does not depend on which others are written.
            let id = self.id(&sheet, source, &earlier);
            self.take_down(&id);
            sheet.record.id = Some(id);
            if self.args.sheet.is_none_or(|wanted| wanted as usize == self.sheets) {
                self.sheet(run, source, sheet, hidden)?;
            }
        }
        Ok(())
    }

    /// Hides what is not to be shown of a record and of where its values were read.
    fn hide(&self, run: &Run<'_>, source: &Source, sheet: &mut Sheet) -> Hidden {
        if self.args.provenance {
            sheet.record.provenance = Some(Provenance::of(&sheet.trace, sheet.span, source));
        }
        privacy::hide(&mut sheet.record, self.args.contacts.into(), privacy::MARK, run.schemas())
    }

    fn sheet(&mut self, run: &mut Run<'_>, source: &Source, mut sheet: Sheet, hidden: Hidden) -> anyhow::Result<()> {
        self.tally.show(run, source, &sheet.findings);
        let is_faulty = has_error(&sheet.findings);
        if is_faulty {
            self.read_again();
        }
        if is_faulty && self.args.strict {
            self.tally.refused += 1;
            run.raise(Exit::Findings);
            return Ok(());
        }
        self.tally.hidden.add(hidden);
        if self.makes_pages {
            trim_final_breaks(&mut sheet.record);
        }
        if self.sink.push(run, &sheet.record)? {
            self.tally.written += 1;
            self.tally.faulty += usize::from(is_faulty);
        } else {
            self.read_again();
        }
        Ok(())
    }

    /// That the one sheet that is wanted is there, where there are any.
    fn check_number(&self) -> anyhow::Result<()> {
        match self.args.sheet {
            Some(number) if self.sheets > 0 && number as usize > self.sheets => {
                bail!("{} has no sheet {number}; it has {}", self.name, count(self.sheets, "sheet"))
            }
            _ => Ok(()),
        }
    }
}

fn has_error(findings: &[Diagnostic]) -> bool {
    findings.iter().any(|finding| finding.severity == Severity::Error)
}

/// A conversion in numbers.
#[derive(Default)]
struct Tally {
    written: usize,
    /// Written, with errors.
    faulty: usize,
    /// Not written for their errors.
    refused: usize,
    findings: Summary,
    hidden: Hidden,
}

impl Tally {
    /// Shows errors and warnings, and counts all.
    fn show(&mut self, run: &mut Run<'_>, source: &Source, findings: &[Diagnostic]) {
        for finding in findings {
            self.findings.count(finding.severity);
            if finding.severity > Severity::Info {
                run.console().finding(source, finding);
            }
        }
    }

    fn report(&self, run: &mut Run<'_>, inputs: &Inputs) {
        if !run.console().is_heard() {
            return;
        }
        let locale = run.tongue().people;
        if inputs.read > 0 || inputs.unread + inputs.unchanged == 0 {
            run.tell("converted", &self.facts(inputs, locale));
        }
        if self.refused > 0 {
            run.tell("refused", &[("number", self.refused.into())]);
        }
        if let Some(line) = self.hidden.told(locale) {
            run.console().note(&line);
        }
        let lines =
            [summary::unchanged(inputs, locale), summary::empty(inputs, locale), summary::unread(inputs, locale)];
        for line in lines.into_iter().chain(summary::left_out(inputs, locale)).flatten() {
            run.console().note(&line);
        }
    }

    fn facts(&self, inputs: &Inputs, locale: Locale) -> Facts<'static> {
        vec![
            ("records", Fact::count("records", self.written)),
            ("files", Fact::count("files", inputs.read)),
            ("faulty", self.faulty.into()),
            ("found", self.findings.found(locale).into()),
            ("hint", Fact::yes(self.findings.infos > 0)),
        ]
    }
}
