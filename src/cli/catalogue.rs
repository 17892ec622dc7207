//! `scheda catalogue`

use std::borrow::Cow;

use anyhow::bail;
use scheda::catalogue::{By, Catalogue, File, Practice, Site, overview};
use scheda::diagnostic::{Diagnostic, Finding, Severity};
use scheda::locale::{Fact, Locale};
use scheda::output::table::Separator;
use scheda::output::{Format, Stream, markdown};
use scheda::practice::privacy::{self, Hidden};
use scheda::practice::{BestPractice, Field, trim_final_breaks};
use scheda::source::Source;

use super::args;
use super::folder::{self, Folder, Purpose, stem};
use super::ids::Ids;
use super::inputs::Inputs;
use super::open::Open;
use super::run::{Run, not_written};

/// Where the pages of the practices are.
const PAGES: &str = "practices";
/// The overview.
const INDEX: &str = "index.md";

/// The same as data: the formats, and what people call them.
const TABLES: &[(Format, &str)] = &[
    (Format::Json, "JSON"),
    (Format::Csv(Separator::COMMA), "CSV"),
    #[cfg(feature = "xlsx")]
    (Format::Xlsx, "Excel"),
];

/// Writes a catalogue of the practices of all sheets.
pub fn run(run: &mut Run<'_>, args: &args::Catalogue) -> anyhow::Result<()> {
    let options = run.options(&args.reading)?;
    let mut inputs = Inputs::of(run, &args.batch)?;
    let own = folder::own(run.host(), &args.out_dir, Purpose::Catalogue)?;
    inputs.leave_out(run, &own);
    let read = inputs.real_paths(run);
    let mut gathered = Gathered { args, ids: Ids::default(), practices: Vec::new(), hidden: Hidden::default() };
    run.each(&mut inputs, &options, |run, document| {
        gathered.document(run, document);
        Ok(())
    })?;
    let catalogue = gathered.catalogue(run)?;
    if catalogue.practices.is_empty() {
        // What an earlier run wrote must not go because this one found nothing.
        run.console().note("the catalogue was left as it was, since there is no practice to write");
        return Ok(());
    }
    let mut folder = Folder::open(run.host(), &args.out_dir, Purpose::Catalogue, args.force, read)?;
    write(run, &mut folder, &catalogue)?;
    if args.html {
        write_site(run, &mut folder, &catalogue)?;
    }
    // What could not be read may have been read the last time, and its pages are still true.
    let removed = if inputs.unread > 0 { None } else { Some(folder.sweep(run)?) };
    folder.finish(run.host())?;
    report(run, &catalogue, removed);
    Ok(())
}

/// The practices of a run, while it goes on.
struct Gathered<'a> {
    args: &'a args::Catalogue,
    ids: Ids,
    practices: Vec<Practice>,
    hidden: Hidden,
}

impl Gathered<'_> {
    fn document(&mut self, run: &mut Run<'_>, mut open: Open<'_>) {
        show_errors(run, open.source, open.findings());
        let schemas = run.schemas();
        while let Some(mut sheet) = open.next(run) {
            show_errors(run, open.source, &sheet.findings);
            self.hidden.add(privacy::hide(&mut sheet.record, self.args.contacts.into(), privacy::MARK, schemas));
            let id = self.ids.settle(sheet.record.id.as_deref(), sheet.span.of(&open.source.text), &open.source.name);
            self.practice(BestPractice { id: Some(id), ..sheet.record }, &sheet.findings);
        }
    }

    fn practice(&mut self, mut record: BestPractice, findings: &[Diagnostic]) {
        record.provenance = None;
        trim_final_breaks(&mut record);
        let missing = findings.iter().filter_map(|finding| asked(&finding.finding)).collect();
        self.practices.push(Practice { stem: stem(record.id.as_deref()), record, missing });
    }

    fn catalogue<'s>(self, run: &Run<'s>) -> anyhow::Result<Catalogue<'s>> {
        let told = self.args.title.clone();
        let code = run.tongue().pages.map_or_else(|| most_frequent(&self.practices), str::to_owned);
        let Some(locale) = Locale::of_page(&code) else { bail!("there are no words for catalogues") };
        let (practices, hidden) = (self.practices, self.hidden);
        Ok(Catalogue { title: told, locale, schemas: run.schemas(), practices, hidden })
    }
}

fn show_errors(run: &mut Run<'_>, source: &Source, findings: &[Diagnostic]) {
    let errors = findings.iter().filter(|finding| finding.severity == Severity::Error);
    errors.for_each(|finding| run.console().finding(source, finding));
}

/// The field that a sheet was asked for in vain.
fn asked(finding: &Finding) -> Option<Field> {
    match finding {
        Finding::MissingField { field, .. } | Finding::EmptyField { field, .. } => Some(*field),
        _ => None,
    }
}

/// The language of most records; of several the first by its code.
fn most_frequent(practices: &[Practice]) -> String {
    let mut codes: Vec<&str> = practices.iter().flat_map(|practice| By::Language.keys(practice)).collect();
    codes.sort_unstable();
    let groups = codes.chunk_by(|a, b| a == b);
    groups.rev().max_by_key(|group| group.len()).map_or_else(String::new, |group| group[0].to_owned())
}

/// Writes the overview, a page a practice, and the same as data.
fn write(run: &mut Run<'_>, folder: &mut Folder, catalogue: &Catalogue<'_>) -> anyhow::Result<()> {
    folder.place(run, INDEX, overview(catalogue, PAGES).as_bytes())?;
    let options = options(run);
    for practice in &catalogue.practices {
        let page = markdown::page(&practice.record, run.schemas(), &options);
        folder.place(run, &format!("{PAGES}/{}.md", practice.stem), page.as_bytes())?;
    }
    for (format, _) in TABLES {
        let mut stream = Stream::new(Vec::new(), *format, run.schemas(), &options);
        let written = catalogue.practices.iter().try_for_each(|practice| stream.push(&practice.record));
        let bytes = written.and_then(|()| stream.finish()).map_err(|error| not_written(&error))?;
        folder.place(run, &data_file(*format), &bytes)?;
    }
    Ok(())
}

/// The file with the practices as data.
fn data_file(format: Format) -> String {
    format!("{PAGES}.{}", format.extension())
}

/// How the pages of the practices are written.
fn options(run: &Run<'_>) -> markdown::Options {
    markdown::Options { language: run.tongue().pages.map(Cow::Borrowed), ..markdown::Options::default() }
}

/// Writes the same as a site.
fn write_site(run: &mut Run<'_>, folder: &mut Folder, catalogue: &Catalogue<'_>) -> anyhow::Result<()> {
    let options = options(run);
    let file = |(format, kind): &(Format, &'static str)| File { name: data_file(*format), kind };
    let files: Vec<File> = TABLES.iter().map(file).chain([File { name: INDEX.into(), kind: "Markdown" }]).collect();
    let site = Site::new(catalogue, PAGES, &files)?;
    folder.place(run, "index.html", site.index()?.as_bytes())?;
    for practice in &catalogue.practices {
        let page = site.practice(practice, &options)?;
        folder.place(run, &format!("{PAGES}/{}.html", practice.stem), page.as_bytes())?;
    }
    Ok(())
}

/// Says what was written, and how many pages of an earlier run were removed; of a run that removes none, why.
fn report(run: &mut Run<'_>, catalogue: &Catalogue<'_>, removed: Option<usize>) {
    run.tell("catalogued", &[("practices", Fact::count("practices", catalogue.practices.len()))]);
    let locale = run.tongue().people;
    let swept = match removed {
        Some(0) => None,
        Some(removed) => Some(locale.count("removed-pages", removed)),
        None => Some(locale.say("no-pages-removed", &[])),
    };
    for line in catalogue.hidden.told(locale).into_iter().chain(swept) {
        run.console().note(&line);
    }
}
