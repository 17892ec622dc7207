//! `--out-dir`: a file a record, and nothing overwritten that a person has changed.

use std::collections::{BTreeMap, HashSet};
use std::io;
use std::path::{Path, PathBuf};

use anyhow::{Context, anyhow, bail};
use scheda::output::{Format, markdown, schema, yaml};
use scheda::practice::BestPractice;
use serde::{Deserialize, Serialize};

use super::exit::Exit;
use super::host::{Host, Kind};
use super::inputs::name;
use super::run::{Run, plain};
use super::sink::file_error;
use scheda::diagnostic::Severity;
use scheda::practice::sha256;

/// Remembers what was written.
const MANIFEST: &str = ".scheda-manifest.json";
/// The schema that YAML records name in their first line.
const SCHEMA: &str = "best-practice.schema.json";
/// The version of the manifest.
const VERSION: u32 = 1;

/// A folder of records.
pub struct Folder {
    path: PathBuf,
    format: Format,
    /// How pages are written.
    pages: markdown::Options,
    force: bool,
    /// The documents that are read: never overwritten, not even by force.
    inputs: HashSet<PathBuf>,
    manifest: Manifest,
}

/// What was written: file name to SHA-256.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Manifest {
    version: u32,
    files: BTreeMap<String, String>,
}

impl Folder {
    /// Makes the folder if need be and recalls what was written there.
    pub fn open(
        run: &Run<'_>,
        path: &Path,
        format: Format,
        pages: markdown::Options,
        force: bool,
        inputs: HashSet<PathBuf>,
    ) -> anyhow::Result<Self> {
        if matches!(run.host().kind(path), Ok(Kind::File(_) | Kind::Stream)) {
            bail!("cannot write into {}: it is a file, not a folder", name(path));
        }
        run.host()
            .create_folder(path)
            .map_err(|error| anyhow!("cannot make the folder {}: {:#}", name(path), plain(&error)))?;
        let manifest = Manifest::load(run.host(), path)?;
        Ok(Self { path: path.to_path_buf(), format, pages, force, inputs, manifest })
    }

    /// Writes a record; `false` where its file was kept as it is.
    pub fn push(&mut self, run: &mut Run<'_>, record: &BestPractice) -> anyhow::Result<bool> {
        let text = match self.format {
            Format::Yaml => yaml::document_for_editors(record, SCHEMA),
            format => format.page(record, run.schemas(), &self.pages).unwrap_or_default(),
        };
        let file = format!("{}.{}", stem(record.id.as_deref().unwrap_or("practice")), self.format.extension());
        let outcome = self.place(run, &file, &text);
        if outcome.is_err() {
            // What was written before is ours all the same.
            self.manifest.save(run.host(), &self.path).ok();
        }
        outcome
    }

    /// Writes what belongs beside the records.
    pub fn finish(mut self, run: &mut Run<'_>) -> anyhow::Result<()> {
        if self.format == Format::Yaml {
            self.place(run, SCHEMA, &schema::json_schema())?;
        }
        self.manifest.save(run.host(), &self.path)
    }

    fn place(&mut self, run: &mut Run<'_>, file: &str, text: &str) -> anyhow::Result<bool> {
        let path = self.path.join(file);
        match self.standing(run.host(), &path, file, text) {
            Standing::Same => {}
            Standing::Free => write(run.host(), &path, text)?,
            Standing::Kept(why) => {
                let text = format!("{} was kept: {why}", name(&path));
                // The exit code depends on it, so that it is said even when quiet.
                run.console().line(Severity::Error, &text);
                run.raise(Exit::CouldNot);
                return Ok(false);
            }
        }
        self.manifest.files.insert(file.to_owned(), sha256(text.as_bytes()));
        Ok(true)
    }

    /// What stands where `text` is to go.
    fn standing(&self, host: &dyn Host, path: &Path, file: &str, text: &str) -> Standing {
        let present = match host.kind(path) {
            Err(_) => return Standing::Free,
            Ok(Kind::Folder) => return Standing::Kept("it is a folder"),
            Ok(_) if self.inputs.contains(&host.real(path)) => {
                return Standing::Kept("it is one of the documents read");
            }
            Ok(_) if self.force => return Standing::Free,
            Ok(_) => host.read(path, u64::MAX).unwrap_or_default(),
        };
        if present == text.as_bytes() {
            return Standing::Same;
        }
        match self.manifest.files.get(file) {
            Some(hash) if *hash == sha256(&present) => Standing::Free,
            Some(_) => Standing::Kept("it was changed since scheda wrote it; use --force to replace it"),
            None => Standing::Kept("scheda did not write it; use --force to replace it"),
        }
    }
}

/// What stands where a file is to go.
enum Standing {
    /// Nothing, or what may be replaced.
    Free,
    /// The same already.
    Same,
    /// What must not be replaced, and why.
    Kept(&'static str),
}

/// The files in an output folder that scheda wrote: they are no input.
pub fn own(host: &dyn Host, folder: &Path) -> anyhow::Result<HashSet<PathBuf>> {
    let manifest = Manifest::load(host, folder)?;
    Ok(manifest.files.keys().map(|file| host.real(&folder.join(file))).collect())
}

impl Manifest {
    fn load(host: &dyn Host, folder: &Path) -> anyhow::Result<Self> {
        let path = folder.join(MANIFEST);
        let bytes = match host.read(&path, u64::MAX) {
            Ok(bytes) => bytes,
            Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
                return Ok(Self { version: VERSION, files: BTreeMap::new() });
            }
            Err(error) => bail!("cannot read {}: {:#}", name(&path), plain(&error)),
        };
        Self::parse(&bytes).with_context(|| {
            format!("cannot read {}; delete it, and scheda will replace only files that are unchanged", name(&path))
        })
    }

    fn parse(bytes: &[u8]) -> anyhow::Result<Self> {
        let manifest: Self = serde_json::from_slice(bytes)?;
        if manifest.version > VERSION {
            bail!("it was written by a newer scheda");
        }
        Ok(manifest)
    }

    fn save(&self, host: &dyn Host, folder: &Path) -> anyhow::Result<()> {
        write(host, &folder.join(MANIFEST), &(serde_json::to_string_pretty(self)? + "\n"))
    }
}

fn write(host: &dyn Host, path: &Path, text: &str) -> anyhow::Result<()> {
    let attempt = || {
        let mut draft = host.draft(path)?;
        draft.write_all(text.as_bytes())?;
        draft.commit()
    };
    attempt().map_err(|error| file_error(path, &error))
}

/// A file name for an id, also for one that a person wrote: no way out of the folder, no character that a system refuses.
fn stem(id: &str) -> String {
    let safe = |c: char| if c.is_alphanumeric() || c == '-' || c == '_' { c } else { '-' };
    id.chars().map(safe).take(100).collect()
}
