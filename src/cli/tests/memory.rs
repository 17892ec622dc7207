//! A world in memory.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Cursor, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};

use scheda::source::container::{Printed, Refused};

use crate::cli::host::{Draft, Host, Kind, Out};

type Files = Arc<Shared<BTreeMap<PathBuf, Vec<u8>>>>;
type Bytes = Arc<Shared<Vec<u8>>>;

/// A value that several threads see.
#[derive(Default)]
pub struct Shared<T>(Mutex<T>);

impl<T> Shared<T> {
    pub fn borrow(&self) -> MutexGuard<'_, T> {
        self.0.lock().unwrap()
    }

    pub fn borrow_mut(&self) -> MutexGuard<'_, T> {
        self.borrow()
    }

    pub fn set(&self, value: T) {
        *self.borrow() = value;
    }
}

impl<T: Copy> Shared<T> {
    pub fn get(&self) -> T {
        *self.borrow()
    }
}

/// Files, folders, streams and environment in memory.
#[derive(Default)]
pub struct Memory {
    pub files: Files,
    pub folders: Shared<BTreeSet<PathBuf>>,
    pub stdin: Vec<u8>,
    pub is_terminal: bool,
    pub variables: BTreeMap<&'static str, &'static str>,
    /// What writing to standard output answers.
    pub stdout_fails: Shared<Option<ErrorKind>>,
    /// What writing to a file answers.
    pub disk_fails: Arc<Shared<Option<ErrorKind>>>,
    /// Sizes that files pretend to have.
    pub sizes: BTreeMap<PathBuf, u64>,
    stdout: Bytes,
    stderr: Bytes,
}

impl Memory {
    /// A world with some files and the folders above them.
    pub fn with(files: &[(&str, &str)]) -> Self {
        let host = Self::default();
        for (path, text) in files {
            host.put(path, text);
        }
        host
    }

    pub fn put(&self, path: &str, text: &str) {
        self.files.borrow_mut().insert(path.into(), text.into());
        self.folders.borrow_mut().extend(Path::new(path).ancestors().skip(1).map(Path::to_path_buf));
    }

    pub fn get(&self, path: &str) -> Option<String> {
        self.files.borrow().get(Path::new(path)).map(|bytes| String::from_utf8_lossy(bytes).into_owned())
    }

    pub fn names(&self, folder: &str) -> Vec<String> {
        let files = self.files.borrow();
        let inside = files.keys().filter(|path| path.starts_with(folder));
        inside.map(|path| path.to_string_lossy().into_owned()).collect()
    }

    pub fn stdout(&self) -> String {
        String::from_utf8_lossy(&self.stdout.borrow()).into_owned()
    }

    pub fn stderr(&self) -> String {
        String::from_utf8_lossy(&self.stderr.borrow()).into_owned()
    }

    pub fn clear(&self) {
        self.stdout.borrow_mut().clear();
        self.stderr.borrow_mut().clear();
    }
}

impl Host for Memory {
    fn pdf(&self, _: &[u8]) -> Result<Printed, Refused> {
        Err(Refused::NoPdfReader)
    }

    fn kind(&self, path: &Path) -> io::Result<Kind> {
        match self.files.borrow().get(path) {
            Some(bytes) => Ok(Kind::File(self.sizes.get(path).copied().unwrap_or(bytes.len() as u64))),
            None if self.folders.borrow().contains(path) => Ok(Kind::Folder),
            None => Err(ErrorKind::NotFound.into()),
        }
    }

    fn open(&self, path: &Path) -> io::Result<Box<dyn Read + Send>> {
        assert!(!self.sizes.contains_key(path), "a file that is too large is not read");
        let bytes = self.files.borrow().get(path).cloned().ok_or(ErrorKind::NotFound)?;
        Ok(Box::new(Cursor::new(bytes)))
    }

    fn stdin(&self) -> Box<dyn Read + Send> {
        Box::new(Cursor::new(self.stdin.clone()))
    }

    fn walk(&self, folder: &Path) -> Vec<Result<PathBuf, String>> {
        let is_hidden = |path: &Path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        let files = self.files.borrow();
        files.keys().filter(|path| path.starts_with(folder) && !is_hidden(path)).cloned().map(Ok).collect()
    }

    fn real(&self, path: &Path) -> PathBuf {
        path.components().filter(|part| !matches!(part, std::path::Component::CurDir)).collect()
    }

    fn clear_drafts(&self, _: &Path) {}

    fn create_folder(&self, path: &Path) -> io::Result<()> {
        self.folders.borrow_mut().insert(path.to_path_buf());
        Ok(())
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.files.borrow_mut().remove(path).map(|_| ()).ok_or_else(|| ErrorKind::NotFound.into())
    }

    fn append(&self, path: &Path, text: &str) -> io::Result<()> {
        self.files.borrow_mut().entry(path.to_path_buf()).or_default().extend(text.as_bytes());
        Ok(())
    }

    fn current_folder(&self) -> Option<PathBuf> {
        Some(PathBuf::from("/home/ada"))
    }

    fn draft(&self, path: &Path) -> io::Result<Box<dyn Draft>> {
        if self.folders.borrow().contains(path) {
            return Err(ErrorKind::IsADirectory.into());
        }
        let (path, files, fails) = (path.to_path_buf(), self.files.clone(), self.disk_fails.clone());
        Ok(Box::new(File { path, bytes: Vec::new(), files, fails }))
    }

    fn out(&self, stream: Out) -> Box<dyn Draft> {
        match stream {
            Out::Stdout => Box::new(Stream { bytes: self.stdout.clone(), fails: self.stdout_fails.get() }),
            Out::Stderr => Box::new(Stream { bytes: self.stderr.clone(), fails: None }),
        }
    }

    fn is_terminal(&self, _: Out) -> bool {
        self.is_terminal
    }

    fn variable(&self, name: &str) -> Option<String> {
        self.variables.get(name).map(ToString::to_string)
    }
}

struct Stream {
    bytes: Bytes,
    fails: Option<ErrorKind>,
}

impl Write for Stream {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.fails.map_or(Ok(()), |kind| Err(io::Error::from(kind)))?;
        self.bytes.borrow_mut().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Draft for Stream {
    fn commit(self: Box<Self>) -> io::Result<()> {
        Ok(())
    }
}

struct File {
    path: PathBuf,
    bytes: Vec<u8>,
    files: Files,
    fails: Arc<Shared<Option<ErrorKind>>>,
}

impl Write for File {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.fails.get().map_or(Ok(()), |kind| Err(io::Error::from(kind)))?;
        self.bytes.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Draft for File {
    fn commit(self: Box<Self>) -> io::Result<()> {
        self.files.borrow_mut().insert(self.path, self.bytes);
        Ok(())
    }
}
