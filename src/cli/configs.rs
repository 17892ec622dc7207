//! Which `scheda.yaml` holds for a document: the one in its folder, else in the nearest folder above.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::{anyhow, bail};
use scheda::Options;
use scheda::config::{self, Config, FILE_NAME, Subject};
use scheda::diagnostic::Diagnostic;
use scheda::schemas::{File, SchemaError, Schemas};
use scheda::source::Source;

use super::console::colour;
use super::host::{Host, Kind, Out};
use super::inputs::{Input, name};
use super::picture::{CONFIG_FAULT, Picture, TEMPLATE_FAULT};
use super::run::Run;

/// Where configurations are looked for.
#[derive(Debug, Clone, Default)]
pub enum Choice {
    /// In the folder of each document and above it.
    #[default]
    Upwards,
    /// Nowhere.
    None,
    /// This file holds for every document.
    File(PathBuf),
}

/// The configurations of a run.
#[derive(Debug, Default)]
pub struct Configs {
    /// Where they are looked for.
    pub choice: Choice,
    /// What was found for each folder.
    folders: RefCell<HashMap<PathBuf, Option<Arc<Own>>>>,
    /// Each that was met, in order.
    met: RefCell<Vec<Arc<Own>>>,
}

/// A configuration with what it brings.
#[derive(Debug)]
pub struct Own {
    /// What it says.
    pub config: Config,
    /// Its folder, without `..` in it.
    folder: PathBuf,
    /// The schemas with its templates, if it has any.
    schemas: Option<Schemas>,
    /// How many findings were ignored.
    ignored: AtomicUsize,
    /// The positions of the ignores that were needed.
    used: Mutex<BTreeSet<usize>>,
}

impl Own {
    /// The schemas with the templates of the configuration.
    pub fn schemas<'s>(&'s self, others: &'s Schemas) -> &'s Schemas {
        self.schemas.as_ref().unwrap_or(others)
    }

    /// The path of a document as the configuration sees it, with forward slashes.
    pub fn sees(&self, host: &dyn Host, document: &str) -> String {
        let path = absolute(host, Path::new(document));
        path.strip_prefix(&self.folder).map_or_else(|_| document.to_owned(), name)
    }

    /// Whether a file is one of its templates.
    pub fn has_template(&self, host: &dyn Host, file: &Path) -> bool {
        let folder = self.config.templates.as_ref().map(|setting| absolute(host, &self.folder.join(&setting.value)));
        folder.is_some_and(|folder| absolute(host, file).starts_with(folder))
    }

    /// What the reader of the document at a path, as the configuration sees it, is told.
    pub fn options(&self, path: &str, told: &Options) -> Options {
        self.config.options(path, told)
    }

    /// Gives findings the severity that is wanted, and takes out those that are not.
    pub fn apply(&self, subject: Subject<'_>, findings: &mut Vec<Diagnostic>) {
        let mut used = Vec::new();
        let ignored = self.config.apply(subject, findings, &mut used);
        self.ignored.fetch_add(ignored, Ordering::Relaxed);
        self.used.lock().unwrap_or_else(PoisonError::into_inner).extend(used);
    }

    /// The ignores that nothing needed, each with its place.
    fn unused(&self) -> Vec<String> {
        let used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        let unused = self.config.ignores.iter().enumerate().filter(|(at, _)| !used.contains(at));
        unused.map(|(_, ignore)| self.config.place(ignore.line)).collect()
    }
}

/// The schemas with the templates of a configuration, if there is one.
pub fn schemas_of<'s>(own: Option<&'s Own>, others: &'s Schemas) -> &'s Schemas {
    own.map_or(others, |own| own.schemas(others))
}

impl Configs {
    /// How many findings were ignored, and the ignores that nothing needed.
    pub fn ignored(&self) -> (usize, Vec<String>) {
        let met = self.met.borrow();
        (
            met.iter().map(|own| own.ignored.load(Ordering::Relaxed)).sum(),
            met.iter().flat_map(|own| own.unused()).collect(),
        )
    }

    /// The configuration for documents of a folder.
    fn of_folder(&self, run: &Run<'_>, folder: &Path) -> anyhow::Result<Option<Arc<Own>>> {
        if let Some(found) = self.folders.borrow().get(folder) {
            return Ok(found.clone());
        }
        let file = folder.join(FILE_NAME);
        let found = match run.host().kind(&file) {
            Ok(Kind::File(_)) => Some(self.load(run, &file)?),
            _ => match folder.parent() {
                Some(parent) => self.of_folder(run, parent)?,
                None => None,
            },
        };
        self.folders.borrow_mut().insert(folder.to_path_buf(), found.clone());
        Ok(found)
    }

    fn load(&self, run: &Run<'_>, file: &Path) -> anyhow::Result<Arc<Own>> {
        let shown = run.relative(&name(file));
        let source = run.open_text(&Input { name: shown, ..Input::file(file, None) })?;
        let config = config::load(File { name: &source.name, text: &source.text });
        let config = config.map_err(|faults| Faulty { source, faults, code: CONFIG_FAULT })?;
        let folder = absolute(run.host(), file).parent().map(Path::to_path_buf).unwrap_or_default();
        let schemas = self.templates(run, &config, &folder)?;
        let own = Own { config, folder, schemas, ignored: AtomicUsize::default(), used: Mutex::default() };
        let own = Arc::new(own);
        self.met.borrow_mut().push(own.clone());
        Ok(own)
    }

    /// The schemas with the templates of a configuration's folder.
    fn templates(&self, run: &Run<'_>, config: &Config, folder: &Path) -> anyhow::Result<Option<Schemas>> {
        let Some(setting) = &config.templates else { return Ok(None) };
        let place = || config.place(setting.line);
        let own = folder.join(&setting.value);
        if !matches!(run.host().kind(&own), Ok(Kind::Folder)) {
            bail!("{}: there is no folder {}", place(), setting.value);
        }
        let mut schemas: Option<Schemas> = None;
        for file in run.host().walk(&own) {
            let file = file.map_err(|error| anyhow!("cannot read all of {}: {error}", setting.value))?;
            if !matches!(file.extension().and_then(|ending| ending.to_str()), Some("yaml" | "yml")) {
                continue;
            }
            let shown = run.relative(&name(&file));
            let source = run.open_text(&Input { name: shown, ..Input::file(&file, None) })?;
            let known = schemas.as_ref().unwrap_or(run.schemas());
            let more = known.with_template(File { name: &source.name, text: &source.text });
            schemas = Some(more.map_err(|faults| Faulty { source, faults, code: TEMPLATE_FAULT })?);
        }
        if schemas.is_none() {
            bail!("{}: there is no template (.yaml) in the folder {}", place(), setting.value);
        }
        Ok(schemas)
    }
}

impl Run<'_> {
    /// The configuration that holds for a document, if there is one.
    pub fn config_of(&self, document: &str) -> anyhow::Result<Option<Arc<Own>>> {
        let configs = self.configs();
        match &configs.choice {
            Choice::None => Ok(None),
            Choice::File(file) => {
                let met = configs.met.borrow().first().cloned();
                met.map_or_else(|| configs.load(self, file), Ok).map(Some)
            }
            Choice::Upwards => {
                let path = absolute(self.host(), Path::new(document));
                configs.of_folder(self, path.parent().unwrap_or(&path))
            }
        }
    }
}

/// What is wrong with a file of the user's own.
#[derive(Debug)]
struct Faulty {
    source: Source,
    faults: Vec<SchemaError>,
    /// What kind of file it is.
    code: &'static str,
}

impl std::fmt::Display for Faulty {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{} must be mended first", self.source.name)
    }
}

impl std::error::Error for Faulty {}

impl Run<'_> {
    /// Shows the places in a file of the user's own that are the reason of an error, if they are.
    pub fn show_faults(&self, error: &anyhow::Error) {
        let Some(Faulty { source, faults, code }) = error.downcast_ref() else { return };
        let mut out = self.out(Out::Stderr);
        let picture = Picture::new(colour(self.host(), Out::Stderr));
        for fault in faults {
            out.text(&picture.fault(source, fault, code)).ok();
        }
        out.finish().ok();
    }
}

/// A path from the root on, without `.` and `..` in it; links are not followed.
fn absolute(host: &dyn Host, path: &Path) -> PathBuf {
    use std::path::Component;
    let whole = host.current_folder().unwrap_or_default().join(path);
    let mut clean = PathBuf::new();
    for part in whole.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => drop(clean.pop()),
            part => clean.push(part),
        }
    }
    clean
}
