//! Where the records of a run go.

use std::borrow::Cow;
use std::collections::HashSet;
use std::path::{Path, PathBuf};

use anyhow::anyhow;
use scheda::output::{Format, Stream, markdown, schema, yaml};
use scheda::practice::BestPractice;

use super::args::Convert;
use super::folder::{Folder, Made, Purpose, stem};
use super::host::{Draft, Host, Out};
use super::inputs::{name, not_over_input};
use super::run::{Run, not_written, plain};

/// The schema that YAML records name in their first line.
const SCHEMA: &str = "best-practice.schema.json";

/// Where the records of a run go.
pub enum Sink<'a> {
    /// All into standard output, or into one file.
    Stream(One<'a>),
    /// Each into a file of its own.
    Folder(Records),
}

impl<'a> Sink<'a> {
    /// Opens what the arguments name. `inputs` are never overwritten.
    pub fn open(run: &mut Run<'a>, args: &Convert, format: Format, inputs: HashSet<PathBuf>) -> anyhow::Result<Self> {
        let language = run.tongue().pages.map(Cow::Borrowed);
        let pages = markdown::Options { language, front_matter: !args.no_front_matter };
        if let Some(folder) = &args.out_dir {
            let folder = Folder::open(run.host(), folder, Purpose::Records, args.force, inputs)?;
            return Ok(Sink::Folder(Records { folder, format, pages }));
        }
        let file = args.output.as_deref().filter(|path| *path != Path::new("-"));
        One::open(run, file, format, &pages, &inputs).map(Sink::Stream)
    }

    /// Writes a record; `false` where its file was kept as it is.
    pub fn push(&mut self, run: &mut Run<'_>, record: &BestPractice) -> anyhow::Result<bool> {
        match self {
            Sink::Stream(one) => one.push(record).map(|()| true),
            Sink::Folder(records) => records.push(run, record),
        }
    }

    /// Makes what was written final.
    pub fn finish(self, run: &mut Run<'_>) -> anyhow::Result<()> {
        match self {
            Sink::Stream(one) => one.finish(run),
            Sink::Folder(records) => records.finish(run),
        }
    }
}

/// A folder of records.
pub struct Records {
    folder: Folder,
    format: Format,
    /// How pages are written.
    pages: markdown::Options,
}

impl Records {
    fn push(&mut self, run: &mut Run<'_>, record: &BestPractice) -> anyhow::Result<bool> {
        let text = match self.format {
            Format::Yaml => yaml::document_for_editors(record, SCHEMA),
            format => format.page(record, run.schemas(), &self.pages).unwrap_or_default(),
        };
        let file = self.file(record.id.as_deref());
        self.folder.place(run, &file, text.as_bytes())
    }

    fn file(&self, id: Option<&str>) -> String {
        format!("{}.{}", stem(id), self.format.extension())
    }

    /// The folder.
    pub const fn folder(&self) -> &Folder {
        &self.folder
    }

    /// The folder, to remember something there.
    pub const fn folder_mut(&mut self) -> &mut Folder {
        &mut self.folder
    }

    /// What was made of a document, if all of it stands as it was written.
    pub fn made(&self, host: &dyn Host, document: &str) -> Option<&Made> {
        self.folder.made(host, document, |id| self.file(Some(id)))
    }

    /// Writes what belongs beside the records.
    fn finish(mut self, run: &mut Run<'_>) -> anyhow::Result<()> {
        if self.format == Format::Yaml {
            self.folder.place(run, SCHEMA, schema::json_schema().as_bytes())?;
        }
        self.folder.finish(run.host())
    }
}

/// One stream of records.
pub struct One<'a> {
    stream: Stream<'a, Box<dyn Draft>>,
    /// The file; nothing for standard output.
    file: Option<PathBuf>,
    is_empty: bool,
}

impl<'a> One<'a> {
    fn open(
        run: &Run<'a>,
        file: Option<&Path>,
        format: Format,
        pages: &markdown::Options,
        inputs: &HashSet<PathBuf>,
    ) -> anyhow::Result<Self> {
        if file.is_none() && format.is_binary() && run.host().is_terminal(Out::Stdout) {
            let name = format.extension();
            return Err(anyhow!("{name} is no text for a terminal; write it into a file with -o FILE.{name}"));
        }
        let draft = match file {
            None => run.host().out(Out::Stdout),
            Some(path) if inputs.contains(&run.host().real(path)) => {
                return Err(not_over_input(path));
            }
            Some(path) => run.host().draft(path).map_err(|error| file_error(path, &error))?,
        };
        let stream = Stream::new(draft, format, run.schemas(), pages);
        Ok(Self { stream, file: file.map(Path::to_path_buf), is_empty: true })
    }

    fn push(&mut self, record: &BestPractice) -> anyhow::Result<()> {
        self.is_empty = false;
        self.stream.push(record).map_err(|error| self.error(&error))
    }

    fn finish(self, run: &mut Run<'_>) -> anyhow::Result<()> {
        if let Some(path) = self.file.as_ref().filter(|_| self.is_empty) {
            // An empty result must not replace a good one; the reason has been told, and so the exit code is not 0.
            run.console().note(&format!("{}: left as it was, since there is no record to write", name(path)));
            return Ok(());
        }
        let file = self.file;
        let error = |error| stream_error(file.as_deref(), &error);
        self.stream.finish().map_err(error)?.commit().map_err(error)
    }

    fn error(&self, error: &std::io::Error) -> anyhow::Error {
        stream_error(self.file.as_deref(), error)
    }
}

fn stream_error(file: Option<&Path>, error: &std::io::Error) -> anyhow::Error {
    file.map_or_else(|| not_written(error), |path| file_error(path, error))
}

/// Why a file could not be written, and what to do.
pub fn file_error(path: &Path, error: &std::io::Error) -> anyhow::Error {
    let advice = match error.kind() {
        std::io::ErrorKind::IsADirectory => "; name a file, or use --out-dir for one file a record",
        std::io::ErrorKind::NotFound => "; make its folder first",
        _ => "",
    };
    let why = match error.kind() {
        std::io::ErrorKind::NotFound => anyhow!("its folder does not exist"),
        _ => plain(error),
    };
    anyhow!("cannot write {}: {why:#}{advice}", name(path))
}
