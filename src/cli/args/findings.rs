//! The arguments of the commands that check and show.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use scheda::practice::dates::is_iso;

use super::examples::*;
use super::{Batch, Reading, Report};

/// The arguments of `validate`.
#[derive(Debug, Args)]
#[command(after_help = format!("{VALIDATE_EXAMPLES}\n\n{EXIT_CODES}"))]
pub struct Validate {
    /// Which documents to read.
    #[command(flatten)]
    pub batch: Batch,
    /// For whom the findings are
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub format: Validation,
    /// How to read the sheets.
    #[command(flatten)]
    pub reading: Reading,
    /// The day from which on a date is a future one, such as 2026-01-31; without it no date is
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub today: Option<String>,
    /// Show what `scheda fix` would change, behind the findings
    #[arg(long)]
    pub diff: bool,
    /// Do not show findings that this file knows already
    #[arg(long, value_name = "FILE", conflicts_with = "write_baseline")]
    pub baseline: Option<PathBuf>,
    /// Write the findings into this file, so that `--baseline` knows them, and show none
    #[arg(long, value_name = "FILE")]
    pub write_baseline: Option<PathBuf>,
    /// Show remarks too (JSON always has them)
    #[arg(long, conflicts_with = "quiet")]
    pub info: bool,
    /// Show errors only (JSON always has everything)
    #[arg(short, long)]
    pub quiet: bool,
}

/// The arguments of `fix`.
#[derive(Debug, Args)]
#[command(after_help = format!("{FIX_EXAMPLES}\n\n{EXIT_CODES}"))]
pub struct Fix {
    /// Files, folders (their YAML files, subfolders too), or - for standard input, which is written to standard output
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Change nothing: show what would be changed, and exit with 1 if there is anything
    #[arg(long)]
    pub diff: bool,
    /// Show errors only
    #[arg(short, long)]
    pub quiet: bool,
}

/// The arguments of `verify`.
#[derive(Debug, Args)]
#[command(after_help = format!("{VERIFY_EXAMPLES}\n\n{EXIT_CODES}"))]
pub struct Verify {
    /// Files or folders with records (YAML, JSON, NDJSON) or Markdown pages that scheda wrote, or - for standard input
    #[arg(required = true, value_name = "RECORDS")]
    pub records: Vec<PathBuf>,
    /// Files or folders with the sheets that the records were made of
    #[arg(long, required = true, value_name = "SHEETS", num_args = 1..)]
    pub against: Vec<PathBuf>,
    /// For people, or one JSON object
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub format: Report,
    /// How to read the sheets: as they were when the records were made.
    #[command(flatten)]
    pub reading: Reading,
    /// Show only what differs (JSON always has everything)
    #[arg(short, long)]
    pub quiet: bool,
}

/// The arguments of `inspect`.
#[derive(Debug, Args)]
#[command(after_help = format!("{INSPECT_EXAMPLES}\n\n{EXIT_CODES}"))]
pub struct Inspect {
    /// A file, or - for standard input
    #[arg(value_name = "PATH")]
    pub path: PathBuf,
    /// Show each line with what it was taken for
    #[arg(long)]
    pub lines: bool,
    /// Say why each sheet starts there, why its template reads it, and why each label opened a field or did not
    #[arg(long, conflicts_with = "lines")]
    pub explain: bool,
    /// Write a page for a browser into this file, replacing it: the source beside the record, with what was found
    #[arg(long, value_name = "FILE", conflicts_with_all = ["lines", "explain", "format"])]
    pub html: Option<PathBuf>,
    /// For people, or one JSON object with byte offsets
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub format: Report,
    /// How to read the sheets.
    #[command(flatten)]
    pub reading: Reading,
}

/// The formats of findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Validation {
    /// For people: the lines of the sheet, and what to write
    Human,
    /// For people in a hurry: one line each
    Concise,
    /// For other programs: one JSON object
    Json,
    /// Annotations for GitHub Actions, and a summary of the job
    Github,
    /// A Code Quality report for GitLab
    Gitlab,
    /// SARIF 2.1.0, for code hosts and editors
    Sarif,
    /// XML of JUnit, for other CI
    Junit,
}

fn day(text: &str) -> Result<String, String> {
    let is_day = text.len() == "2026-01-31".len() && is_iso(text);
    if is_day { Ok(text.to_owned()) } else { Err(String::from("write a day as 2026-01-31")) }
}
