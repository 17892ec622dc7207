//! What the program needs of the world around it.

use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use scheda::source::container::{Printed, Refused};

/// The world around the program: files, streams, environment; for all threads of a run.
pub trait Host: Sync {
    /// What stands at a path.
    fn kind(&self, path: &Path) -> io::Result<Kind>;

    /// The content of a file.
    fn open(&self, path: &Path) -> io::Result<Box<dyn Read + Send>>;

    /// The content of a file, all of it.
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        self.open(path)?.read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    /// Standard input.
    fn stdin(&self) -> Box<dyn Read + Send>;

    /// What can be read of a PDF.
    fn pdf(&self, pdf: &[u8]) -> Result<Printed, Refused>;

    /// Every file below a folder, in order, without hidden ones; or why one could not be reached.
    fn walk(&self, folder: &Path) -> Vec<Result<PathBuf, String>>;

    /// The one path that all names of a file lead to; the path itself where there is no file yet.
    fn real(&self, path: &Path) -> PathBuf;

    /// Makes a folder and those above it.
    fn create_folder(&self, path: &Path) -> io::Result<()>;

    /// A file that appears under its name when it is whole, and not before.
    fn draft(&self, path: &Path) -> io::Result<Box<dyn Draft>>;

    /// Writes a whole file of a folder that scheda keeps, or leaves it as it was. A link that stands there is replaced: what it leads to
    /// is no part of the folder.
    fn write(&self, path: &Path, content: &[u8]) -> io::Result<()> {
        self.write_through(path, content)
    }

    /// Writes a whole file that the user named, or leaves it as it was. A link is written through.
    fn write_through(&self, path: &Path, content: &[u8]) -> io::Result<()> {
        let mut draft = self.draft(path)?;
        draft.write_all(content)?;
        draft.commit()
    }

    /// Removes drafts from a folder that a run left there which was stopped.
    fn clear_drafts(&self, folder: &Path);

    /// Removes a file.
    fn remove(&self, path: &Path) -> io::Result<()>;

    /// Adds to the end of a file, which need not be there yet.
    fn append(&self, path: &Path, text: &str) -> io::Result<()>;

    /// The folder in which the program runs.
    fn current_folder(&self) -> Option<PathBuf>;

    /// Standard output or standard error.
    fn out(&self, stream: Out) -> Box<dyn Draft>;

    /// Whether a person sees a stream directly.
    fn is_terminal(&self, stream: Out) -> bool;

    /// A variable of the environment.
    fn variable(&self, name: &str) -> Option<String>;
}

/// What stands at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A file of so many bytes.
    File(u64),
    /// A folder.
    Folder,
    /// A pipe or a device, whose size nobody knows.
    Stream,
}

/// The two streams that are written to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Out {
    /// Standard output.
    Stdout,
    /// Standard error.
    Stderr,
}

/// Something that is being written. What is dropped without a commit was never there.
pub trait Draft: Write {
    /// Makes it final.
    fn commit(self: Box<Self>) -> io::Result<()>;
}
