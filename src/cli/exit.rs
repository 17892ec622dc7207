//! How a run ends.

use std::fmt;
use std::process::ExitCode;

/// How a run ends; of two reasons the greater one counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exit {
    /// Everything was done.
    Done = 0,
    /// The documents are wrong.
    Findings = 1,
    /// We could not work.
    CouldNot = 2,
}

impl Exit {
    /// The same for a run whose reader went away: what it would have found later is nobody's concern.
    pub fn when_closed(self) -> Self {
        if self == Exit::CouldNot { self } else { Exit::Done }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        ExitCode::from(exit as u8)
    }
}

/// Whoever reads our output has enough: the run ends, and that is no error.
#[derive(Debug, Clone, Copy)]
pub struct Closed;

impl fmt::Display for Closed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the reader of the output has closed it")
    }
}

impl std::error::Error for Closed {}
