//! A folder that scheda writes into: nothing is overwritten or removed there that a person has changed.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::io;
use std::path::{Path, PathBuf};

use anyhow::{Context, anyhow, bail};
use scheda::diagnostic::Severity;
use scheda::practice::sha256;
use serde::{Deserialize, Serialize};

use super::exit::Exit;
use super::host::{Host, Kind};
use super::inputs::name;
use super::run::{Run, plain};
use super::sink::file_error;

/// The version of the manifest.
const VERSION: u32 = 2;
/// What is added to the name of a manifest for the file that has what is not in it yet.
const JOURNAL: &str = ".journal";

/// What a folder is for. Each remembers its own files, so that one command does not take those of another for its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// The records of `convert`.
    Records,
    /// The pages of `catalogue`.
    Catalogue,
}

impl Purpose {
    /// The file that remembers what was written.
    const fn manifest(self) -> &'static str {
        match self {
            Purpose::Records => ".scheda-manifest.json",
            Purpose::Catalogue => ".scheda-catalogue.json",
        }
    }
}

/// A folder that is being written into.
pub struct Folder {
    path: PathBuf,
    purpose: Purpose,
    force: bool,
    /// The documents that are read: never overwritten, not even by force.
    inputs: HashSet<PathBuf>,
    manifest: Manifest,
    /// What this run has placed.
    placed: BTreeSet<String>,
}

/// What was written, and what of.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Manifest {
    version: u32,
    /// File name, with `/` between folders, to SHA-256.
    files: BTreeMap<String, String>,
    /// The name of each document to what was made of it.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    documents: BTreeMap<String, Made>,
    /// What a run that did not end has written besides.
    #[serde(skip)]
    journal: HashSet<(String, String)>,
}

/// What was made of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Made {
    /// SHA-256 of the document and of all that says how it is read and written; empty where it must be read again.
    pub of: String,
    /// The ids of its records, in the order of its sheets.
    pub records: Vec<String>,
}

impl Folder {
    /// Makes the folder if need be and recalls what was written there.
    pub fn open(
        host: &dyn Host,
        path: &Path,
        purpose: Purpose,
        force: bool,
        inputs: HashSet<PathBuf>,
    ) -> anyhow::Result<Self> {
        if matches!(host.kind(path), Ok(Kind::File(_) | Kind::Stream)) {
            bail!("cannot write into {}: it is a file, not a folder", name(path));
        }
        make(host, path)?;
        host.clear_drafts(path);
        let manifest = Manifest::load(host, path, purpose)?;
        Ok(Self { path: path.to_path_buf(), purpose, force, inputs, manifest, placed: BTreeSet::new() })
    }

    /// Writes a file; `false` where what stands there was kept as it is.
    pub fn place(&mut self, run: &mut Run<'_>, file: &str, content: &[u8]) -> anyhow::Result<bool> {
        let outcome = self.try_place(run, file, content);
        if outcome.is_err() {
            // What was written before is ours all the same.
            self.save(run.host()).ok();
        }
        outcome
    }

    fn try_place(&mut self, run: &mut Run<'_>, file: &str, content: &[u8]) -> anyhow::Result<bool> {
        let path = self.path.join(file);
        self.placed.insert(file.to_owned());
        match self.standing(run.host(), &path, file, content) {
            Standing::Same => {}
            Standing::Free => {
                if let Some((folder, _)) = file.rsplit_once('/') {
                    make(run.host(), &self.path.join(folder))?;
                }
                self.announce(run.host(), file, content)?;
                write(run.host(), &path, content)?;
            }
            Standing::Kept(why) => {
                keep(run, &path, why);
                return Ok(false);
            }
        }
        self.manifest.files.insert(file.to_owned(), sha256(content));
        Ok(true)
    }

    /// Notes what is about to be written, so that it is known for ours even if the run is stopped before its end.
    fn announce(&self, host: &dyn Host, file: &str, content: &[u8]) -> anyhow::Result<()> {
        let line = serde_json::to_string(&(file, sha256(content)))? + "\n";
        let journal = self.journal();
        host.append(&journal, &line).map_err(|error| file_error(&journal, &error))
    }

    fn journal(&self) -> PathBuf {
        self.path.join(self.purpose.manifest().to_owned() + JOURNAL)
    }

    /// What was made of a document, if all of it stands as it was written.
    pub fn made(&self, host: &dyn Host, document: &str, file: impl Fn(&str) -> String) -> Option<&Made> {
        let made = self.manifest.documents.get(document).filter(|made| !made.of.is_empty())?;
        let stands = |id: &String| {
            let file = file(id);
            let hash = self.manifest.files.get(&file);
            hash.is_some_and(|hash| host.read(&self.path.join(&file)).is_ok_and(|bytes| sha256(&bytes) == *hash))
        };
        made.records.iter().all(stands).then_some(made)
    }

    /// The ids of the records that were made of a document.
    pub fn ids(&self, document: &str) -> &[String] {
        self.manifest.documents.get(document).map_or(&[], |made| &made.records)
    }

    /// Remembers what was made of a document.
    pub fn remember(&mut self, document: &str, made: Made) {
        self.manifest.documents.insert(document.to_owned(), made);
    }

    /// Removes what an earlier run wrote and this one did not, and says how many files that were. What was changed is kept.
    pub fn sweep(&mut self, run: &mut Run<'_>) -> anyhow::Result<usize> {
        let old: Vec<String> =
            self.manifest.files.keys().filter(|file| !self.placed.contains(*file)).cloned().collect();
        let mut removed = 0;
        for file in old {
            let path = self.path.join(&file);
            match self.standing(run.host(), &path, &file, &[]) {
                Standing::Kept(why) => {
                    keep(run, &path, why);
                    continue;
                }
                Standing::Free | Standing::Same if run.host().kind(&path).is_ok() => {
                    run.host()
                        .remove(&path)
                        .map_err(|error| anyhow!("cannot remove {}: {:#}", name(&path), plain(&error)))?;
                    removed += 1;
                }
                Standing::Free | Standing::Same => {}
            }
            self.manifest.files.remove(&file);
        }
        Ok(removed)
    }

    /// Remembers what was written.
    pub fn finish(self, host: &dyn Host) -> anyhow::Result<()> {
        self.save(host)
    }

    fn save(&self, host: &dyn Host) -> anyhow::Result<()> {
        let text = serde_json::to_string_pretty(&self.manifest)? + "\n";
        write(host, &self.path.join(self.purpose.manifest()), text.as_bytes())?;
        host.remove(&self.journal()).ok();
        Ok(())
    }

    /// What stands where `content` is to go.
    fn standing(&self, host: &dyn Host, path: &Path, file: &str, content: &[u8]) -> Standing {
        let present = match host.kind(path) {
            Err(_) => return Standing::Free,
            Ok(Kind::Folder) => return Standing::Kept("it is a folder"),
            Ok(_) if self.inputs.contains(&host.real(path)) => {
                return Standing::Kept("it is one of the documents read");
            }
            Ok(_) if self.force => return Standing::Free,
            Ok(_) => host.read(path).unwrap_or_default(),
        };
        if present == content {
            return Standing::Same;
        }
        match self.manifest.files.get(file) {
            hash if hash.is_some_and(|hash| *hash == sha256(&present)) || self.manifest.has_begun(file, &present) => {
                Standing::Free
            }
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

/// The files in a folder that scheda wrote for this purpose: they are no input.
pub fn own(host: &dyn Host, folder: &Path, purpose: Purpose) -> anyhow::Result<HashSet<PathBuf>> {
    let manifest = Manifest::load(host, folder, purpose)?;
    let files = manifest.files.keys().chain(manifest.journal.iter().map(|(file, _)| file));
    Ok(files.map(|file| host.real(&folder.join(file))).collect())
}

impl Manifest {
    fn load(host: &dyn Host, folder: &Path, purpose: Purpose) -> anyhow::Result<Self> {
        let path = folder.join(purpose.manifest());
        let bytes = match host.read(&path) {
            Ok(bytes) => bytes,
            Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
                return Ok(Self::default().with_journal(host, folder, purpose));
            }
            Err(error) => bail!("cannot read {}: {:#}", name(&path), plain(&error)),
        };
        let manifest = Self::parse(&bytes).with_context(|| {
            format!("cannot read {}; delete it, and scheda will replace only files that are unchanged", name(&path))
        })?;
        Ok(manifest.with_journal(host, folder, purpose))
    }

    /// Adds what a run has written that did not end; its last line may be torn.
    fn with_journal(self, host: &dyn Host, folder: &Path, purpose: Purpose) -> Self {
        let journal = host.read(&folder.join(purpose.manifest().to_owned() + JOURNAL)).unwrap_or_default();
        let lines = journal.split(|byte| *byte == b'\n');
        let journal = lines.filter_map(|line| serde_json::from_slice(line).ok()).collect();
        Self { version: VERSION, journal, ..self }
    }

    /// Whether a run that did not end has written this.
    fn has_begun(&self, file: &str, content: &[u8]) -> bool {
        !self.journal.is_empty() && self.journal.contains(&(file.to_owned(), sha256(content)))
    }

    fn parse(bytes: &[u8]) -> anyhow::Result<Self> {
        let manifest: Self = serde_json::from_slice(bytes)?;
        if manifest.version > VERSION {
            bail!("it was written by a newer scheda");
        }
        Ok(manifest)
    }
}

/// Says that a file was kept. The exit code depends on it, so that it is said even when quiet.
fn keep(run: &mut Run<'_>, path: &Path, why: &str) {
    run.console().line(Severity::Error, &format!("{} was kept: {why}", name(path)));
    run.raise(Exit::CouldNot);
}

fn make(host: &dyn Host, folder: &Path) -> anyhow::Result<()> {
    host.create_folder(folder).map_err(|error| anyhow!("cannot make the folder {}: {:#}", name(folder), plain(&error)))
}

fn write(host: &dyn Host, path: &Path, content: &[u8]) -> anyhow::Result<()> {
    host.write(path, content).map_err(|error| file_error(path, &error))
}

/// A file name for an id, also for one that a person wrote: no way out of the folder, no character that a system refuses.
pub fn stem(id: Option<&str>) -> String {
    let safe = |c: char| if c.is_alphanumeric() || c == '-' || c == '_' { c } else { '-' };
    id.unwrap_or("practice").chars().map(safe).take(100).collect()
}
