//! The real world: the file system, the terminal, the environment.

use std::fs::{self, File, Metadata};
use std::io::{self, BufWriter, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use anstream::AutoStream;
use scheda::source::container::{Printed, Refused};
use tempfile::NamedTempFile;

use super::host::{Draft, Host, Kind, Out};
use super::pdf;

/// How the name of a file begins and ends that is being written.
const DRAFT: (&str, &str) = (".scheda-", ".tmp");
/// How much is gathered before it is written.
const BUFFER: usize = 1 << 16;

/// The operating system.
#[derive(Debug, Clone, Copy)]
pub struct System;

impl Host for System {
    fn kind(&self, path: &Path) -> io::Result<Kind> {
        let metadata = fs::metadata(path)?;
        Ok(match () {
            () if metadata.is_dir() => Kind::Folder,
            () if metadata.is_file() => Kind::File(metadata.len()),
            () => Kind::Stream,
        })
    }

    fn open(&self, path: &Path) -> io::Result<Box<dyn Read + Send>> {
        Ok(Box::new(File::open(path)?))
    }

    fn stdin(&self) -> Box<dyn Read + Send> {
        Box::new(io::stdin())
    }

    fn pdf(&self, pdf: &[u8]) -> Result<Printed, Refused> {
        pdf::read(pdf)
    }

    fn walk(&self, folder: &Path) -> Vec<Result<PathBuf, String>> {
        // `.gitignore` and its like are not heeded: nothing may vanish without a word.
        let mut walk = ignore::WalkBuilder::new(folder);
        walk.standard_filters(false).hidden(true).follow_links(true).sort_by_file_name(Ord::cmp);
        let is_folder = |entry: &ignore::DirEntry| entry.file_type().is_some_and(|kind| kind.is_dir());
        let is_file =
            |entry: &Result<_, _>| entry.as_ref().map_or_else(|error| !is_loop(error), |entry| !is_folder(entry));
        walk.build()
            .filter(|entry| is_file(entry) && !entry.as_ref().is_ok_and(|entry| is_lock(entry.path())))
            .map(|entry| entry.map(ignore::DirEntry::into_path).map_err(|error| error.to_string()))
            .collect()
    }

    fn real(&self, path: &Path) -> PathBuf {
        if let Ok(real) = fs::canonicalize(path) {
            return real;
        }
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        match (fs::canonicalize(folder), path.file_name()) {
            (Ok(folder), Some(name)) => folder.join(name),
            _ => path.to_path_buf(),
        }
    }

    fn clear_drafts(&self, folder: &Path) {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let name = entry.file_name();
            let name = name.to_string_lossy();
            let is_draft = name.starts_with(DRAFT.0) && name.ends_with(DRAFT.1);
            // Who is still writing a draft holds its lock.
            if is_draft && File::open(entry.path()).is_ok_and(|file| file.try_lock().is_ok()) {
                fs::remove_file(entry.path()).ok();
            }
        }
    }

    fn create_folder(&self, path: &Path) -> io::Result<()> {
        fs::create_dir_all(path)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn append(&self, path: &Path, text: &str) -> io::Result<()> {
        fs::OpenOptions::new().append(true).create(true).open(path)?.write_all(text.as_bytes())
    }

    fn current_folder(&self) -> Option<PathBuf> {
        // The program never leaves the folder in which it began.
        static FOLDER: OnceLock<Option<PathBuf>> = OnceLock::new();
        FOLDER.get_or_init(|| std::env::current_dir().ok()).clone()
    }

    fn draft(&self, path: &Path) -> io::Result<Box<dyn Draft>> {
        // A link is written through, not replaced.
        let path = self.real(path);
        match fs::metadata(&path).ok() {
            Some(metadata) if metadata.is_dir() => Err(io::ErrorKind::IsADirectory.into()),
            Some(metadata) if metadata.is_file() && metadata.permissions().readonly() => {
                Err(io::Error::new(io::ErrorKind::PermissionDenied, "the file is read-only"))
            }
            // A device or pipe has no content that could be torn, and must not be replaced by a file.
            Some(metadata) if !metadata.is_file() => Ok(Box::new(Direct(File::options().write(true).open(&path)?))),
            present => Ok(Box::new(Replacement::new(path, present)?)),
        }
    }

    fn write(&self, path: &Path, content: &[u8]) -> io::Result<()> {
        if !fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_symlink()) {
            return self.write_through(path, content);
        }
        let mut draft = Box::new(Replacement::new(path.to_path_buf(), None)?);
        draft.write_all(content)?;
        draft.commit()
    }

    fn out(&self, stream: Out) -> Box<dyn Draft> {
        // Colour is decided elsewhere; this only makes old Windows consoles obey it.
        match stream {
            Out::Stderr => Box::new(Direct(AutoStream::always_ansi(io::stderr()))),
            Out::Stdout if self.is_terminal(stream) => Box::new(Direct(AutoStream::always_ansi(io::stdout()))),
            Out::Stdout => Box::new(Direct(BufWriter::with_capacity(BUFFER, io::stdout()))),
        }
    }

    fn is_terminal(&self, stream: Out) -> bool {
        match stream {
            Out::Stdout => io::stdout().is_terminal(),
            Out::Stderr => io::stderr().is_terminal(),
        }
    }

    fn variable(&self, name: &str) -> Option<String> {
        std::env::var_os(name).map(|value| value.to_string_lossy().into_owned())
    }
}

/// What Word puts beside a document while somebody edits it: `~$sheet.docx`.
fn is_lock(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("~$"))
}

/// Whether a link leads back to a folder above it. What is in there is read anyway.
fn is_loop(error: &ignore::Error) -> bool {
    match error {
        ignore::Error::Loop { .. } => true,
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithPath { err, .. } => is_loop(err),
        _ => false,
    }
}

/// A stream that is written as it comes.
struct Direct<W: Write>(W);

impl<W: Write> Write for Direct<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

impl<W: Write> Draft for Direct<W> {
    fn commit(mut self: Box<Self>) -> io::Result<()> {
        self.flush()
    }
}

/// A file beside the one that it will replace.
struct Replacement {
    path: PathBuf,
    file: BufWriter<NamedTempFile>,
}

impl Replacement {
    fn new(path: PathBuf, present: Option<Metadata>) -> io::Result<Self> {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let mut builder = tempfile::Builder::new();
        builder.prefix(DRAFT.0).suffix(DRAFT.1);
        // Without this the file would be readable for its owner alone; the umask still applies.
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
        let file = builder.tempfile_in(folder).map_err(|error| io::Error::new(error.kind(), plain(&error)))?;
        // Not every file system has locks; then a draft that is left over stays.
        file.as_file().try_lock().ok();
        if let Some(present) = present {
            file.as_file().set_permissions(present.permissions())?;
        }
        Ok(Self { path, file: BufWriter::with_capacity(BUFFER, file) })
    }
}

/// The reason alone: the name of the temporary file would only confuse.
fn plain(error: &io::Error) -> String {
    let inner = std::error::Error::source(error.get_ref().map_or(error as &dyn std::error::Error, |inner| inner));
    inner.map_or_else(|| error.kind().to_string(), ToString::to_string)
}

impl Write for Replacement {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Draft for Replacement {
    fn commit(self: Box<Self>) -> io::Result<()> {
        let file = self.file.into_inner().map_err(io::IntoInnerError::into_error)?;
        file.persist(&self.path).map(drop).map_err(|error| error.error)
    }
}
