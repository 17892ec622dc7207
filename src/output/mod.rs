//! Records to text, one file a format.

pub mod html;
pub mod json;
pub mod markdown;
pub mod schema;
pub mod table;
pub mod yaml;

use std::io::{self, Write};

use crate::practice::BestPractice;
use crate::schemas::Schemas;
use table::{Csv, Separator};

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
    /// Half a page a record.
    Summary,
    /// A table with a row a record, its cells parted by this character.
    Csv(Separator),
    /// An Excel file with a row a record.
    #[cfg(feature = "xlsx")]
    Xlsx,
}

impl Format {
    /// The ending of the names of its files.
    pub const fn extension(self) -> &'static str {
        match self {
            Format::Yaml => "yaml",
            Format::Json => "json",
            Format::Ndjson => "ndjson",
            Format::Markdown | Format::Summary => "md",
            Format::Csv(_) => "csv",
            #[cfg(feature = "xlsx")]
            Format::Xlsx => "xlsx",
        }
    }

    /// Writes one record as a file of its own; nothing for formats that only hold many.
    pub fn page(self, record: &BestPractice, schemas: &Schemas, pages: &markdown::Options) -> Option<String> {
        match self {
            Format::Yaml => Some(yaml::document(record)),
            Format::Json => Some(json::pretty(record) + "\n"),
            Format::Markdown => Some(markdown::page(record, schemas, pages)),
            Format::Summary => Some(markdown::summary(record, schemas, pages)),
            _ => None,
        }
    }

    /// Whether it is no text that a terminal could show.
    pub fn is_binary(self) -> bool {
        self.extension() == "xlsx"
    }
}

/// Writes many records into one stream.
pub struct Stream<'a, W: Write> {
    sink: W,
    writer: Writer<'a>,
}

/// What a format remembers from record to record.
enum Writer<'a> {
    Yaml,
    Json {
        is_first: bool,
    },
    Ndjson,
    Markdown {
        is_first: bool,
        schemas: &'a Schemas,
        write: fn(&BestPractice, &Schemas, &markdown::Options) -> String,
        pages: markdown::Options,
    },
    Csv(Csv),
    #[cfg(feature = "xlsx")]
    Xlsx(Box<table::Xlsx<'a>>),
}

impl<'a> Writer<'a> {
    fn new(format: Format, schemas: &'a Schemas, pages: &markdown::Options) -> Self {
        let markdown = |write| Writer::Markdown { is_first: true, schemas, write, pages: pages.clone() };
        match format {
            Format::Yaml => Writer::Yaml,
            Format::Json => Writer::Json { is_first: true },
            Format::Ndjson => Writer::Ndjson,
            Format::Markdown => markdown(markdown::page),
            Format::Summary => markdown(markdown::summary),
            Format::Csv(separator) => Writer::Csv(Csv::new(separator)),
            #[cfg(feature = "xlsx")]
            Format::Xlsx => Writer::Xlsx(Box::new(table::Xlsx::new(schemas))),
        }
    }
}

impl<'a, W: Write> Stream<'a, W> {
    /// A stream without a record yet.
    pub fn new(sink: W, format: Format, schemas: &'a Schemas, pages: &markdown::Options) -> Self {
        Self { sink, writer: Writer::new(format, schemas, pages) }
    }

    /// Writes the next record.
    ///
    /// # Errors
    /// Where the sink fails, or the format has no room for more.
    pub fn push(&mut self, record: &BestPractice) -> io::Result<()> {
        let sink = &mut self.sink;
        match &mut self.writer {
            Writer::Yaml => write!(sink, "---\n{}", yaml::document(record)),
            Writer::Json { is_first } => {
                let before = if std::mem::take(is_first) { "[\n" } else { ",\n" };
                write!(sink, "{before}{}", json::pretty(record))
            }
            Writer::Ndjson => sink.write_all(json::line(record).as_bytes()),
            Writer::Markdown { is_first, schemas, write, pages } => {
                let before = if std::mem::take(is_first) { "" } else { "\n" };
                write!(sink, "{before}{}", write(record, schemas, pages))
            }
            Writer::Csv(csv) => csv.push(sink, record),
            #[cfg(feature = "xlsx")]
            Writer::Xlsx(xlsx) => xlsx.push(record),
        }
    }

    /// Writes what closes the stream and gives the sink back.
    ///
    /// # Errors
    /// Where the sink fails.
    pub fn finish(mut self) -> io::Result<W> {
        match self.writer {
            Writer::Json { is_first } => self.sink.write_all(if is_first { b"[]\n" } else { b"\n]\n" })?,
            Writer::Csv(mut csv) => csv.head(&mut self.sink)?,
            #[cfg(feature = "xlsx")]
            Writer::Xlsx(xlsx) => xlsx.finish(&mut self.sink)?,
            Writer::Yaml | Writer::Ndjson | Writer::Markdown { .. } => {}
        }
        self.sink.flush()?;
        Ok(self.sink)
    }
}
