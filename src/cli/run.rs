//! What the commands share: what a run is told, and how it went.

use std::io;
use std::num::NonZeroUsize;
use std::path::Path;
use std::sync::Arc;
use std::thread;

use anyhow::anyhow;
use scheda::diagnostic::Severity;
use scheda::locale::Fact;
use scheda::portions::Limits;
use scheda::rules::Met;
use scheda::schemas::Schemas;
use scheda::source::Source;
use scheda::source::container::Refused;
use scheda::{Options, Sheets};

use super::args::{self, is_file};
use super::configs::{Choice, Configs};
use super::console::Console;
use super::content::{LIMITS, bytes};
use super::documents::cannot_read;
use super::exit::{Closed, Exit};
use super::host::{Draft, Host, Out};
use super::inputs::{self, Input};
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
    /// How many documents are read at once; nothing stands for one for each core, which are counted when there are several documents.
    jobs: Option<NonZeroUsize>,
    limits: Limits,
    /// What an earlier run has read, where that is remembered.
    known: Option<Arc<Known>>,
    /// The input that is being read, and the print of what it is made of.
    input: (String, Option<String>),
    /// The records so far.
    met: Met,
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
            jobs: Some(NonZeroUsize::MIN),
            limits: LIMITS,
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
    pub const fn set_jobs(&mut self, told: Option<NonZeroUsize>) {
        self.jobs = told;
    }

    /// Has long texts read in portions, of which none is longer than so many bytes.
    pub const fn set_portions(&mut self, limit: usize) {
        self.limits = Limits { sheet: Some(limit), ..LIMITS };
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

    /// What reads a document.
    pub const fn reader(&self) -> Reader {
        self.reader
    }

    /// The records so far.
    pub const fn met(&mut self) -> &mut Met {
        &mut self.met
    }

    /// How many documents are read at once.
    pub fn jobs(&self) -> NonZeroUsize {
        self.jobs.or_else(|| thread::available_parallelism().ok()).unwrap_or(NonZeroUsize::MIN)
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
        self.host.write_through(path, text.as_bytes()).map_err(|error| match error.kind() {
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

    /// Opens one input that is text: a template.
    pub fn open_text(&self, input: &Input) -> anyhow::Result<Source> {
        let bytes = bytes(self.host, input)?;
        Source::new(input.name.as_str(), bytes).map_err(|error| cannot_read(&input.name, &Refused::NotText(error.kind)))
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
