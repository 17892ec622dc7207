//! The arguments of the commands that write records.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use scheda::output::table::Separator;
use scheda::practice::privacy::Exposure;

use super::examples::*;
use super::{Batch, Reading};

/// The arguments of `convert`.
#[derive(Debug, Args)]
#[command(after_help = format!("{CONVERT_EXAMPLES}\n\n{EXIT_CODES}"))]
pub struct Convert {
    /// Which documents to read.
    #[command(flatten)]
    pub batch: Batch,
    /// Format of the output [default: as the name of the output file says, else yaml]
    #[arg(long, value_name = "FORMAT")]
    pub to: Option<To>,
    /// What parts the cells of a csv table: a comma, or `;` for an Excel in Italian or German, or `tab`
    #[arg(long, value_name = "CHAR", value_parser = separator)]
    pub separator: Option<Separator>,
    /// Write everything into this file, replacing it
    #[arg(short, long, value_name = "FILE", conflicts_with = "out_dir")]
    pub output: Option<PathBuf>,
    /// Write one file a record into this folder; files that you have changed there are kept
    #[arg(long, value_name = "DIR")]
    pub out_dir: Option<PathBuf>,
    /// Replace files in the output folder even if they are not as scheda wrote them
    #[arg(long, requires = "out_dir")]
    pub force: bool,
    /// Only this sheet of the file, counted from 1
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub sheet: Option<u32>,
    /// How to read the sheets.
    #[command(flatten)]
    pub reading: Reading,
    /// Read documents from standard input, each a line of JSON with `name` and `text` or `base64`, and answer each with a line
    #[arg(long, conflicts_with_all = ["paths", "files_from", "to", "output", "out_dir", "sheet", "strict", "provenance"])]
    pub framed: bool,
    /// Write Markdown pages without front matter
    #[arg(long)]
    pub no_front_matter: bool,
    /// Do not write records with errors, and exit with 1 if there are any
    #[arg(long)]
    pub strict: bool,
    /// Add to each record where each of its values was read
    #[arg(long)]
    pub provenance: bool,
    /// What to show of people
    #[arg(long, value_name = "WHAT", default_value = "show")]
    pub contacts: Contacts,
    /// Show errors only
    #[arg(short, long)]
    pub quiet: bool,
}

/// What is shown of the people in a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Contacts {
    /// Everything
    Show,
    /// Name, role and organisation; no e-mail address or telephone number, in running text neither
    Hide,
    /// Nothing: no contacts, and their names in no text
    None,
}

impl Convert {
    /// All that says what is made of a document, in a form in which it can be compared.
    pub fn settings(&self, language: Option<&str>) -> String {
        let Self { to, reading, no_front_matter, strict, provenance, contacts, .. } = self;
        let Reading { template, no_infer, .. } = reading;
        format!("{:?}", (to, template, no_infer, no_front_matter, strict, provenance, contacts, language))
    }
}

impl From<Contacts> for Exposure {
    fn from(contacts: Contacts) -> Self {
        match contacts {
            Contacts::Show => Exposure::Show,
            Contacts::Hide => Exposure::Hide,
            Contacts::None => Exposure::None,
        }
    }
}

/// The formats of records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum To {
    /// YAML; a stream of documents
    Yaml,
    /// JSON; one array
    Json,
    /// One JSON object a line
    #[value(alias = "jsonl")]
    Ndjson,
    /// Markdown; one page a record
    #[value(alias = "md")]
    Markdown,
    /// Markdown; half a page a record: key facts, first paragraph, three results
    Summary,
    /// A table with a row a practice, for Excel and databases
    Csv,
    /// An Excel file: practices, contacts, and what is missing
    Xlsx,
}

/// The arguments of `catalogue`.
#[derive(Debug, Args)]
#[command(after_help = format!("{CATALOGUE_EXAMPLES}\n\n{EXIT_CODES}"))]
pub struct Catalogue {
    /// Which documents to read.
    #[command(flatten)]
    pub batch: Batch,
    /// The folder to write into; there only what scheda wrote itself is replaced or removed
    #[arg(long, value_name = "DIR")]
    pub out_dir: PathBuf,
    /// What the catalogue is called
    #[arg(long, value_name = "TEXT")]
    pub title: Option<String>,
    /// Write a site as well: index.html, with search and filters, and a page a practice; it needs no server and no network
    #[arg(long)]
    pub html: bool,
    /// What to show of people
    #[arg(long, value_name = "WHAT", default_value = "hide")]
    pub contacts: Contacts,
    /// Replace files in the output folder even if they are not as scheda wrote them
    #[arg(long)]
    pub force: bool,
    /// How to read the sheets.
    #[command(flatten)]
    pub reading: Reading,
    /// Show errors only
    #[arg(short, long)]
    pub quiet: bool,
}

/// The arguments of `roundtrip`.
#[derive(Debug, Args)]
#[command(after_help = format!("{ROUNDTRIP_EXAMPLES}\n\n{EXIT_CODES}"))]
pub struct Roundtrip {
    /// Which documents to read.
    #[command(flatten)]
    pub batch: Batch,
    /// How to read the sheets.
    #[command(flatten)]
    pub reading: Reading,
    /// Show only what differs
    #[arg(short, long)]
    pub quiet: bool,
}

fn separator(text: &str) -> Result<Separator, String> {
    Separator::parse(text).ok_or_else(|| String::from("write one of , ; | : ^ ~ or the word tab"))
}
