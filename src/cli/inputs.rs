//! Which documents the user means.

use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};

use anyhow::{anyhow, bail};
use globset::GlobBuilder;
use scheda::config::FILE_NAME;
use scheda::source::container::{self, ARCHIVES, ENDINGS};

use super::args::Batch;
use super::aside::Aside;
use super::host::Kind;
use super::run::{Run, plain};
use super::summary::count;

/// Data that describe a program, and look like a sheet to whoever reads only their keys.
const OF_PROGRAMS: [&str; 3] = ["package.json", "package-lock.json", "composer.json"];

/// One document to read.
#[derive(Debug, Clone)]
pub struct Input {
    /// Where it is.
    pub place: Place,
    /// Its name in reports: as the user wrote it, with forward slashes.
    pub name: String,
    /// The folder in which it was met; nothing for a file that the user named.
    pub folder: Option<usize>,
    /// The document in it that the user named: `inbox.zip/sheet 3.docx`.
    pub inside: Option<String>,
}

/// Where a document is.
#[derive(Debug, Clone)]
pub enum Place {
    /// Standard input.
    Stdin,
    /// A file.
    File(PathBuf),
}

/// A folder that the user named.
#[derive(Debug)]
pub struct Folder {
    /// Its name.
    pub name: String,
    /// How many of its files were read.
    pub files: usize,
    /// How many sheets they hold.
    pub sheets: usize,
    /// How many of its files could not be read.
    pub unread: usize,
}

/// The documents of a run.
#[derive(Debug, Default)]
pub struct Inputs {
    /// In the order of the arguments, those of a folder sorted.
    pub files: Vec<Input>,
    /// The folders.
    pub folders: Vec<Folder>,
    /// How many files were met and passed over, by their ending.
    pub skipped: BTreeMap<String, usize>,
    /// How many files of data were met that say nothing of a practice.
    pub foreign: usize,
    /// How many files were read.
    pub read: usize,
    /// How many sheets they hold.
    pub sheets: usize,
    /// The files without a sheet.
    pub empty: Vec<String>,
    /// How many files could not be read.
    pub unread: usize,
    /// How many files are the same as the last time, so that they were not read.
    pub unchanged: usize,
}

impl Inputs {
    /// Finds the documents that a command is to read, and says how many of them are read at once.
    ///
    /// # Errors
    /// When the file that names documents cannot be read or names none.
    pub fn of(run: &mut Run<'_>, batch: &Batch) -> anyhow::Result<Self> {
        if batch.paths.is_empty() && batch.files_from.is_none() {
            bail!("name a file or a folder to read, or - for standard input");
        }
        run.set_jobs(batch.jobs);
        run.set_portions(batch.max_sheet_bytes);
        let listed = batch.files_from.as_deref().map(|file| listed(run, file)).transpose()?;
        Ok(Self::find(run, batch.paths.iter().chain(listed.iter().flatten())))
    }

    /// Finds what `paths` mean. What is missing is reported, and does not stop the rest.
    pub fn find<'p>(run: &mut Run<'_>, paths: impl IntoIterator<Item = &'p PathBuf>) -> Self {
        let mut inputs = Self::default();
        for path in paths {
            if let Err(error) = inputs.add(run, path) {
                inputs.unread += 1;
                run.fail(&anyhow!("cannot read {}: {error:#}", name(path)));
            }
        }
        inputs
    }

    /// Leaves out files met in folders that an earlier run has written. What the user names is read.
    pub fn leave_out(&mut self, run: &mut Run<'_>, own: &HashSet<PathBuf>) {
        if own.is_empty() {
            return;
        }
        let before = self.files.len();
        let is_own = |input: &Input| input.path().is_some_and(|path| own.contains(&run.host().real(path)));
        self.files.retain(|input| input.folder.is_none() || !is_own(input));
        note_left_out(run, before - self.files.len());
    }

    /// Whether a file is one of those to read.
    pub fn has(&self, run: &Run<'_>, file: &Path) -> bool {
        let host = run.host();
        let real = host.real(file);
        let mut paths = self.files.iter().filter_map(Input::path);
        host.kind(file).is_ok() && paths.any(|path| host.real(path) == real)
    }

    /// The files, by the one path that all their names lead to.
    pub fn real_paths(&self, run: &Run<'_>) -> HashSet<PathBuf> {
        self.files.iter().filter_map(|input| Some(run.host().real(input.path()?))).collect()
    }

    /// Counts a document that was read.
    pub fn count(&mut self, input: &Input, document: &str, sheets: usize) {
        self.read += 1;
        self.sheets += sheets;
        if sheets == 0 {
            self.empty.push(document.to_owned());
        }
        self.count_in_folder(input, sheets);
    }

    /// Counts a file that is the same as the last time; then it had a sheet.
    pub fn count_unchanged(&mut self, input: &Input) {
        self.unchanged += 1;
        self.count_in_folder(input, 1);
    }

    fn count_in_folder(&mut self, input: &Input, sheets: usize) {
        if let Some(folder) = input.folder.and_then(|at| self.folders.get_mut(at)) {
            folder.files += 1;
            folder.sheets += sheets;
        }
    }

    /// Counts a document that could not be read.
    pub fn count_unread(&mut self, input: &Input) {
        self.unread += 1;
        if let Some(folder) = input.folder.and_then(|at| self.folders.get_mut(at)) {
            folder.unread += 1;
        }
    }

    fn add(&mut self, run: &mut Run<'_>, path: &Path) -> anyhow::Result<()> {
        if path == Path::new("-") {
            self.files.push(Input::stdin());
            return Ok(());
        }
        match run.host().kind(path) {
            Ok(Kind::Folder) => self.add_folder(run, path),
            Ok(Kind::File(_) | Kind::Stream) => self.files.push(Input::file(path, None)),
            Err(_) if is_pattern(path) => self.add_matching(run, path)?,
            Err(error) => {
                let archive = path.ancestors().skip(1).find(|archive| is_archive(run, archive));
                let archive = archive.ok_or_else(|| plain(&error))?;
                self.files.push(Input { inside: Some(name(path)), ..Input::file(archive, None) });
            }
        }
        Ok(())
    }

    /// Adds the files that a pattern matches, whatever their endings; they count as those of a folder.
    fn add_matching(&mut self, run: &mut Run<'_>, pattern: &Path) -> anyhow::Result<()> {
        let named = name(pattern);
        let glob =
            GlobBuilder::new(&named).literal_separator(true).build().map_err(|error| anyhow!("{}", error.kind()))?;
        let matcher = glob.compile_matcher();
        let fixed: PathBuf = pattern.components().take_while(|part| !is_pattern(Path::new(part))).collect();
        let root = if fixed.as_os_str().is_empty() { Path::new(".") } else { &fixed };
        let found = run.host().walk(root).into_iter().flatten();
        let found = found.map(|file| file.strip_prefix(".").map_or_else(|_| file.clone(), Path::to_path_buf));
        let before = self.files.len();
        let folder = self.folders.len();
        self.files
            .extend(found.filter(|file| matcher.is_match(name(file))).map(|file| Input::file(&file, Some(folder))));
        if self.files.len() == before {
            bail!("no file matches");
        }
        self.folders.push(Folder { name: named, files: 0, sheets: 0, unread: 0 });
        Ok(())
    }

    fn add_folder(&mut self, run: &mut Run<'_>, path: &Path) {
        let folder = self.folders.len();
        self.folders.push(Folder { name: name(path), files: 0, sheets: 0, unread: 0 });
        let mut aside = Aside::new(path);
        for file in run.host().walk(path) {
            match file {
                // What is asked of the sheets is none.
                Ok(file) if file.file_name().is_some_and(|name| name == FILE_NAME) => {}
                Ok(file) if is_read(&file) && aside.has_template(run, &file) => {}
                Ok(file) if is_read(&file) && aside.has_page(run, &file) => {}
                Ok(file) if is_read(&file) && !matches!(run.host().kind(&file), Ok(Kind::File(_)) | Err(_)) => {
                    // Whoever reads from a pipe waits.
                    *self.skipped.entry(String::from("pipe or device")).or_default() += 1;
                }
                Ok(file) if is_of_program(&file) => self.foreign += 1,
                Ok(file) if is_read(&file) => self.files.push(Input::file(&file, Some(folder))),
                Ok(file) => *self.skipped.entry(ending(&file)).or_default() += 1,
                Err(error) => {
                    self.unread += 1;
                    run.fail(&anyhow!("cannot read all of {}: {error}", name(path)));
                }
            }
        }
        note_left_out(run, aside.pages);
    }
}

/// Says how many files are no input since an earlier run has written them.
fn note_left_out(run: &mut Run<'_>, files: usize) {
    if files > 0 {
        run.console().note(&format!("{} left out: output of an earlier run", count(files, "file")));
    }
}

/// Why nothing is written into a file.
pub fn not_over_input(file: &Path) -> anyhow::Error {
    anyhow!("cannot write {}: it is one of the documents to read; name another file", name(file))
}

/// The paths that a file names, one a line.
fn listed(run: &Run<'_>, file: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let input = if file == Path::new("-") { Input::stdin() } else { Input::file(file, None) };
    let source = run.open_text(&input)?;
    let paths: Vec<PathBuf> = source.text.lines().filter(|line| !line.trim().is_empty()).map(PathBuf::from).collect();
    if paths.is_empty() {
        bail!("{} names no document; write one path a line", input.name);
    }
    Ok(paths)
}

impl Input {
    /// Standard input.
    pub fn stdin() -> Self {
        Self { place: Place::Stdin, name: "<stdin>".into(), folder: None, inside: None }
    }

    /// A file, and the folder in which it was met.
    pub fn file(path: &Path, folder: Option<usize>) -> Self {
        Self { place: Place::File(path.to_path_buf()), name: name(path), folder, inside: None }
    }

    /// Whether a document in it is one that is meant.
    pub fn means(&self, document: &str) -> bool {
        self.inside.as_ref().is_none_or(|inside| {
            document.strip_prefix(inside.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        })
    }

    /// Its path, unless it is standard input.
    pub fn path(&self) -> Option<&Path> {
        match &self.place {
            Place::Stdin => None,
            Place::File(path) => Some(path),
        }
    }
}

/// A path as reports write it.
pub fn name(path: &Path) -> String {
    let name = path.to_string_lossy();
    if cfg!(windows) { name.replace('\\', "/") } else { name.into_owned() }
}

/// Whether a path has wildcards in it.
fn is_pattern(path: &Path) -> bool {
    path.to_string_lossy().contains(['*', '?', '[', '{'])
}

fn is_archive(run: &Run<'_>, path: &Path) -> bool {
    let is_one = ARCHIVES.contains(&container::ending(&name(path)).as_str());
    is_one && matches!(run.host().kind(path), Ok(Kind::File(_)))
}

fn is_read(path: &Path) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    ENDINGS.iter().any(|read| extension.eq_ignore_ascii_case(read))
}

fn is_of_program(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    OF_PROGRAMS.iter().any(|program| name.eq_ignore_ascii_case(program))
}

fn ending(path: &Path) -> String {
    match path.extension() {
        Some(extension) => format!(".{}", extension.to_string_lossy().to_lowercase()),
        None => String::from("without an ending"),
    }
}
