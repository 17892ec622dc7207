//! Records to text, one file a format.

pub mod json;
pub mod markdown;
pub mod schema;
pub mod yaml;

use std::io::{self, Write};

use crate::practice::BestPractice;
use crate::schemas::Schemas;

/// The formats that a record is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// A stream of YAML documents.
    Yaml,
    /// One JSON array.
    Json,
    /// One JSON object a line.
    Ndjson,
    /// One page a record.
    Markdown,
}

impl Format {
    /// The ending of the names of its files.
    pub const fn extension(self) -> &'static str {
        match self {
            Format::Yaml => "yaml",
            Format::Json => "json",
            Format::Ndjson => "ndjson",
            Format::Markdown => "md",
        }
    }

    /// Writes one record as a file of its own.
    pub fn page(self, record: &BestPractice, schemas: &Schemas) -> String {
        match self {
            Format::Yaml => yaml::document(record),
            Format::Json => json::pretty(record) + "\n",
            Format::Ndjson => json::line(record),
            Format::Markdown => markdown::page(record, schemas),
        }
    }
}

/// Writes many records into one stream.
pub struct Stream<'a, W: Write> {
    sink: W,
    format: Format,
    schemas: &'a Schemas,
    written: usize,
}

impl<'a, W: Write> Stream<'a, W> {
    /// A stream without a record yet.
    pub const fn new(sink: W, format: Format, schemas: &'a Schemas) -> Self {
        Self { sink, format, schemas, written: 0 }
    }

    /// Writes the next record.
    ///
    /// # Errors
    /// Where the sink fails.
    pub fn push(&mut self, record: &BestPractice) -> io::Result<()> {
        let first = self.written == 0;
        self.written += 1;
        match self.format {
            Format::Yaml => write!(self.sink, "---\n{}", yaml::document(record)),
            Format::Json => write!(self.sink, "{}{}", if first { "[\n" } else { ",\n" }, json::pretty(record)),
            Format::Ndjson => self.sink.write_all(json::line(record).as_bytes()),
            Format::Markdown => {
                let gap = if first { "" } else { "\n" };
                write!(self.sink, "{gap}{}", markdown::page(record, self.schemas))
            }
        }
    }

    /// Writes what closes the stream and gives the sink back.
    ///
    /// # Errors
    /// Where the sink fails.
    pub fn finish(mut self) -> io::Result<W> {
        if self.format == Format::Json {
            self.sink.write_all(if self.written == 0 { b"[]\n" } else { b"\n]\n" })?;
        }
        self.sink.flush()?;
        Ok(self.sink)
    }
}
