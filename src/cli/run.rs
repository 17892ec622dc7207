//! What the commands share: opening documents, reading them, and remembering how the run went.

use std::io;
use std::num::NonZeroUsize;
use std::path::Path;
use std::sync::Arc;
use std::thread;

use anyhow::anyhow;
use scheda::config::Subject;
use scheda::diagnostic::{Code, Diagnostic, Finding, Severity};
use scheda::locale::{Fact, Locale};
use scheda::rules::Met;
use scheda::schemas::Schemas;
use scheda::source::Source;
use scheda::source::container::Refused;
use scheda::{Options, Reading, Sheet, Sheets};

use super::ahead::{Ahead, Pool, Queue, Shared};
use super::args::{self, is_file};
use super::configs::{Choice, Configs, Own};
use super::console::Console;
use super::content::{Limits, bytes, is_long};
use super::documents::{Work, cannot_read};
use super::exit::{Closed, Exit};
use super::host::{Draft, Host, Out};
use super::inputs::{self, Folder, Input, Inputs};
use super::known::Known;
use super::tongue::Tongue;

/// What reads a document; tests put another in its place.
pub type Reader = for<'a> fn(&'a Source, &'a Schemas, &'a Options) -> Sheets<'a>;

/// A run of the program.
pub struct Run<'a> {
    host: &'a dyn Host,
    reader: Reader,
    schemas: &'a Schemas,
    console: Console,
    tongue: Tongue,
    exit: Exit,
    configs: Configs,
    /// How many documents are read at once.
    jobs: NonZeroUsize,
    limits: Limits,
    /// What an earlier run has read, where that is remembered.
    known: Option<Arc<Known>>,
    /// The input that is being read, and the print of what it is made of.
    input: (String, Option<String>),
    /// The records so far.
    met: Met,
}

/// A document, or a portion of a long one, on its way in.
pub struct Incoming<'d> {
    /// Its text.
    pub source: &'d Source,
    /// What was read of it already.
    pub reading: Option<Reading>,
    /// Whether the user named it.
    pub is_named: bool,
    /// Which portion it is, if it is one.
    pub portion: Option<Portion>,
}

/// A portion of a long text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Portion {
    /// How many sheets stand before it.
    pub sheets: usize,
    /// Whether it is the first.
    pub is_first: bool,
}

/// A document that is being read, sheet by sheet.
pub struct Open<'d> {
    /// Its text.
    pub source: &'d Source,
    /// The schemas that it is read with.
    pub schemas: &'d Schemas,
    /// Where its sheets stand in a longer text of which it is a portion.
    portion: Option<Portion>,
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
        self.portion.is_none_or(|portion| portion.is_first)
    }

    /// How many sheets of the same document were read before.
    pub fn sheets_before(&self) -> usize {
        self.portion.map_or(0, |portion| portion.sheets)
    }

    /// How many sheets are left to read.
    pub fn left(&self) -> usize {
        self.sheets.len()
    }

    /// Reads the next sheet.
    pub fn next(&mut self, run: &mut Run<'_>) -> Option<Sheet> {
        let mut sheet = self.sheets.next()?;
        if let Some(from) = sheet.record.source.as_mut().filter(|_| !self.begins()) {
            from.sheet += self.sheets_before();
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
    run.met.check(source, schemas, options, sheet);
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
        self.own.as_ref().map_or(run.schemas, |own| own.schemas(run.schemas))
    }

    /// Every finding: about the document first, then sheet by sheet.
    pub fn findings(&self) -> impl Iterator<Item = &Diagnostic> {
        self.reading.findings.iter().chain(self.reading.sheets.iter().flat_map(|sheet| &sheet.findings))
    }
}

impl<'a> Run<'a> {
    /// A run in which nothing has happened yet.
    pub fn new(host: &'a dyn Host, reader: Reader, schemas: &'a Schemas, console: Console, tongue: Tongue) -> Self {
        Self {
            host,
            reader,
            schemas,
            console,
            tongue,
            exit: Exit::Done,
            configs: Configs::default(),
            jobs: NonZeroUsize::MIN,
            limits: Limits::default(),
            known: None,
            input: Default::default(),
            met: Met::default(),
        }
    }

    /// The world around the program.
    pub const fn host(&self) -> &'a dyn Host {
        self.host
    }

    /// The languages of the run.
    pub const fn tongue(&self) -> Tongue {
        self.tongue
    }

    /// A sentence for people.
    pub fn say(&self, message: &str, facts: &[(&'static str, Fact<'_>)]) -> String {
        self.tongue.people.say(message, facts)
    }

    /// Tells the person at the terminal.
    pub fn tell(&mut self, message: &str, facts: &[(&'static str, Fact<'_>)]) {
        if self.console.is_heard() {
            let text = self.say(message, facts);
            self.console.note(&text);
        }
    }

    /// Says where configurations are looked for.
    pub fn choose(&mut self, choice: Choice) {
        self.configs.choice = choice;
    }

    /// Says how many documents are read at once; else one for each core.
    pub fn set_jobs(&mut self, told: Option<NonZeroUsize>) {
        self.jobs = told.or_else(|| thread::available_parallelism().ok()).unwrap_or(NonZeroUsize::MIN);
    }

    /// Has long texts read in portions, of which none is longer than so many bytes.
    pub const fn set_portions(&mut self, limit: usize) {
        self.limits = Limits { sheet: Some(limit) };
    }

    /// Says what an earlier run has read: what is the same is not read again.
    pub fn remember(&mut self, known: Known) {
        self.known = Some(Arc::new(known));
    }

    /// What an earlier run has read.
    pub fn known(&self) -> Option<Arc<Known>> {
        self.known.clone()
    }

    /// Says which input is being read, and the print of what it is made of.
    pub fn set_input(&mut self, name: &str, print: Option<String>) {
        self.input = (name.to_owned(), print);
    }

    /// The input that is being read, and the print of what it is made of.
    pub fn input(&self) -> (&str, Option<&str>) {
        (&self.input.0, self.input.1.as_deref())
    }

    /// How long documents may be.
    pub const fn limits(&self) -> Limits {
        self.limits
    }

    /// The configurations.
    pub const fn configs(&self) -> &Configs {
        &self.configs
    }

    /// Vocabulary and templates.
    pub const fn schemas(&self) -> &'a Schemas {
        self.schemas
    }

    /// Standard error.
    pub const fn console(&mut self) -> &mut Console {
        &mut self.console
    }

    /// How the run ends as things stand.
    pub const fn exit(&self) -> Exit {
        self.exit
    }

    /// Notes a reason for an exit code.
    pub fn raise(&mut self, exit: Exit) {
        self.exit = self.exit.max(exit);
    }

    /// Says what could not be done.
    pub fn fail(&mut self, error: &anyhow::Error) {
        self.show_faults(error);
        self.console.line(Severity::Error, &format!("{error:#}"));
        self.raise(Exit::CouldNot);
    }

    /// A stream to write to.
    pub fn out(&self, stream: Out) -> Output {
        Output(self.host.out(stream))
    }

    /// Writes a whole file, or leaves it as it was.
    pub fn write(&self, path: &Path, text: &str) -> anyhow::Result<()> {
        self.host.write(path, text.as_bytes()).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => {
                anyhow!("cannot write {}: its folder does not exist; make it first", inputs::name(path))
            }
            _ => anyhow!("cannot write {}: {:#}", inputs::name(path), plain(&error)),
        })
    }

    /// Adds to the end of a file.
    pub fn append(&self, path: &Path, text: &str) -> anyhow::Result<()> {
        let name = path.display();
        self.host.append(path, text).map_err(|error| anyhow!("cannot write to {name}: {:#}", plain(&error)))
    }

    /// A document's name as other programs need it: seen from the folder in which the program runs.
    pub fn relative(&self, name: &str) -> String {
        let folder = self.host.current_folder().map(|folder| inputs::name(&folder)).unwrap_or_default();
        let inside = name.strip_prefix(folder.as_str()).and_then(|rest| rest.strip_prefix('/'));
        let inside = inside.filter(|_| !folder.is_empty()).unwrap_or(name);
        inside.strip_prefix("./").unwrap_or(inside).to_owned()
    }

    /// Takes other vocabulary and templates.
    pub fn adopt(&mut self, schemas: &'a Schemas) {
        self.schemas = schemas;
    }

    /// What the reader is told. A file of the user's has been adopted already, as the last template.
    pub fn options(&self, reading: &args::Reading) -> anyhow::Result<Options> {
        let options = match reading.template.as_deref() {
            Some(file) if is_file(file) => self.last_template(),
            Some(name) if self.schemas.template(name).is_none() => return Err(self.no_template(name)),
            template => Options { template: template.map(str::to_owned), ..Options::default() },
        };
        Ok(Options { infer: !reading.no_infer, ..options })
    }

    /// To read every sheet by the last template.
    pub fn last_template(&self) -> Options {
        Options {
            template: self.schemas.templates.last().map(|template| template.name.to_string()),
            ..Options::default()
        }
    }

    /// That nobody knows the template of this name.
    pub fn no_template(&self, name: &str) -> anyhow::Error {
        let known: Vec<&str> = self.schemas.templates.iter().map(|template| template.name.as_ref()).collect();
        anyhow!("there is no template `{name}`; the templates are: {}", known.join(", "))
    }

    /// Opens and reads each input and hands it on. An input that cannot be opened does not stop the others.
    pub fn each(
        &mut self,
        inputs: &mut Inputs,
        options: &Options,
        mut work: impl FnMut(&mut Self, Open<'_>) -> anyhow::Result<()>,
    ) -> anyhow::Result<()> {
        let files = std::mem::take(&mut inputs.files);
        if self.jobs.get() > 1 && (files.len() > 1 || files.iter().any(|input| is_long(self.host, input))) {
            self.each_ahead(files, inputs, options, &mut work)?;
        } else {
            for (done, input) in files.iter().enumerate() {
                self.console.progress(done, files.len());
                self.each_of(input, inputs, options, &mut work)?;
            }
            self.console.progress(files.len(), files.len());
        }
        self.report_empty_folders(inputs);
        Ok(())
    }

    /// The same, with the inputs opened and read by several threads.
    fn each_ahead(
        &mut self,
        files: Vec<Input>,
        inputs: &mut Inputs,
        options: &Options,
        work: Work<'_, 'a>,
    ) -> anyhow::Result<()> {
        let queue = Queue::default();
        let Self { host, reader, schemas, limits, .. } = *self;
        let (known, all) = (self.known.clone(), files.len());
        let shared = Shared { host, reader, schemas, options, limits, known: known.as_deref() };
        thread::scope(|scope| {
            let pool = Pool::start(scope, &queue, shared, self.jobs);
            let mut ahead = Ahead::new(&pool, files.into_iter());
            let mut done = 0;
            while let Some((input, documents)) = ahead.next(|input| self.config_of(&input.name)) {
                match documents {
                    Some(documents) => self.take_all(&input, &documents, &pool, inputs, options, work)?,
                    None => self.each_of(&input, inputs, options, work)?,
                }
                done += 1;
                self.console.progress(done, all);
            }
            Ok(())
        })
    }

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
        let path = own.as_ref().map(|own| own.sees(self.host, &source.name)).unwrap_or_default();
        let own_options = own.as_ref().map(|own| own.options(&path, options));
        let options = own_options.as_ref().unwrap_or(options);
        let schemas = own.as_ref().map_or(self.schemas, |own| own.schemas(self.schemas));
        let mut sheets = reading.map_or_else(|| (self.reader)(source, schemas, options), Sheets::from);
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
        work(self, Open { source, schemas, portion, sheets, options, path: &path, own: own.clone() })
    }

    /// Opens one input that is text: a template.
    pub fn open_text(&self, input: &Input) -> anyhow::Result<Source> {
        let bytes = bytes(self.host, input)?;
        Source::new(input.name.as_str(), bytes).map_err(|error| cannot_read(&input.name, &Refused::NotText(error.kind)))
    }

    fn report_empty_folders(&mut self, inputs: &Inputs) {
        for folder in inputs.folders.iter().filter(|folder| folder.sheets == 0) {
            let text = empty(folder, self.tongue.people);
            self.console.line(Severity::Error, &text);
            self.raise(Exit::Findings);
        }
    }
}

/// That a folder has no sheet, and why.
fn empty(folder: &Folder, locale: Locale) -> String {
    let why = match folder.files {
        0 if folder.unread > 0 => "unread",
        0 => "no-file",
        _ => "no-sheet",
    };
    let name = folder.name.as_str().into();
    locale.say("empty-folder", &[("folder", name), ("why", Fact::Choice(why)), ("number", folder.files.into())])
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

/// What went wrong with a file, in words.
pub fn plain(error: &io::Error) -> anyhow::Error {
    match error.kind() {
        io::ErrorKind::NotFound => anyhow!("there is no such file or folder"),
        io::ErrorKind::IsADirectory => anyhow!("it is a folder"),
        io::ErrorKind::NotADirectory => anyhow!("a part of its path is not a folder"),
        io::ErrorKind::PermissionDenied if error.get_ref().is_none() => anyhow!("permission denied"),
        io::ErrorKind::StorageFull => anyhow!("the disk is full"),
        _ => anyhow!("{error}"),
    }
}

/// Standard output.
pub struct Output(Box<dyn Draft>);

impl Output {
    /// Writes a piece.
    pub fn text(&mut self, text: &str) -> anyhow::Result<()> {
        self.0.write_all(text.as_bytes()).map_err(|error| not_written(&error))
    }

    /// Hands on what is held back so far.
    pub fn flush(&mut self) -> anyhow::Result<()> {
        self.0.flush().map_err(|error| not_written(&error))
    }

    /// Writes what is still held back.
    pub fn finish(self) -> anyhow::Result<()> {
        self.0.commit().map_err(|error| not_written(&error))
    }
}

/// Why standard output could not be written.
pub fn not_written(error: &io::Error) -> anyhow::Error {
    match error.kind() {
        io::ErrorKind::BrokenPipe => Closed.into(),
        _ => anyhow!("cannot write the output: {:#}", plain(error)),
    }
}
