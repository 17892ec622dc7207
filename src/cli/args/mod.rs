//! The arguments.

mod about;
mod called;
mod examples;
mod findings;
mod records;

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use super::configs::Choice;
use super::tongue;
pub use about::{Config, ConfigCommand, Rules, Template, TemplateCheck, TemplateCommand, TemplateList};
use called::Called;
use examples::*;
pub use findings::{Fix, Inspect, Validate, Validation, Verify};
pub use records::{Catalogue, Convert, Roundtrip, To};

/// Reads good-practice sheets into structured records, and says what they lack.
#[derive(Debug, Parser)]
#[command(name = "scheda", version, after_help = format!("{EXAMPLES}\n\n{EXIT_CODES}"), max_term_width = 100)]
pub struct Arguments {
    /// Language of what is said: en, es or it [default: that of the system for people, en for programs]; and of the headings of
    /// Markdown pages: also ca, de, el, fr or pt [default: that of each record]
    #[arg(long, global = true, value_name = "LANGUAGE", value_parser = tongue::parse)]
    pub lang: Option<tongue::Told>,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Write the practices as YAML, JSON, Markdown pages or a table
    Convert(Called<Convert>),
    /// Say what is missing or wrong in the sheets, and where
    Validate(Called<Validate>),
    /// Write a catalogue: an overview, a Markdown page a practice, and the same as data
    Catalogue(Called<Catalogue>),
    /// Repair records in YAML where there is one right way to do it
    Fix(Called<Fix>),
    /// Prove that Markdown pages hold all of their records: write each, read it back, compare
    Roundtrip(Called<Roundtrip>),
    /// Say where records are no longer what their sheets say: edited, changed, moved, gone
    Verify(Called<Verify>),
    /// Show where every part of a file went
    Inspect(Called<Inspect>),
    /// Print the JSON Schema of the records
    #[command(after_help = format!("{SCHEMA_EXAMPLES}\n\n{EXIT_CODES}"))]
    Schema,
    /// List the rules: code, severity, and whether each is on
    Rules(Called<Rules>),
    /// Say what a code means, why it matters and what to do, with examples
    #[command(after_help = format!("{EXPLAIN_EXAMPLES}\n\n{EXIT_CODES}"))]
    Explain {
        /// The code, as it stands in brackets in a finding
        code: String,
    },
    /// Print what a shell needs to complete the commands and options of scheda
    #[command(after_help = format!("{COMPLETIONS_EXAMPLES}\n\n{EXIT_CODES}"))]
    Completions {
        /// The shell
        shell: Shell,
    },
    /// List, show and check the templates by which sheets are read
    #[command(after_help = format!("{TEMPLATE_EXAMPLES}\n\n{EXIT_CODES}"))]
    Template(Template),
    /// Show what scheda.yaml asks for, and where each setting comes from
    #[command(after_help = format!("{CONFIG_EXAMPLES}\n\n{EXIT_CODES}"))]
    Config(Config),
}

impl Command {
    /// Whether only errors are to be shown.
    pub fn is_quiet(&self) -> bool {
        match self {
            Command::Convert(args) => args.quiet,
            Command::Validate(args) => args.quiet,
            Command::Catalogue(args) => args.quiet,
            Command::Fix(args) => args.quiet,
            Command::Roundtrip(args) => args.quiet,
            Command::Verify(args) => args.quiet,
            Command::Inspect(_) | Command::Schema | Command::Template(_) | Command::Config(_) => false,
            Command::Rules(_) | Command::Explain { .. } | Command::Completions { .. } => false,
        }
    }

    /// How the command reads sheets, if it does.
    fn reading(&self) -> Option<&Reading> {
        match self {
            Command::Convert(args) => Some(&args.reading),
            Command::Validate(args) => Some(&args.reading),
            Command::Inspect(args) => Some(&args.reading),
            Command::Catalogue(args) => Some(&args.reading),
            Command::Roundtrip(args) => Some(&args.reading),
            Command::Verify(args) => Some(&args.reading),
            Command::Fix(_) | Command::Schema | Command::Template(_) | Command::Config(_) => None,
            Command::Rules(_) | Command::Explain { .. } | Command::Completions { .. } => None,
        }
    }

    /// Where configurations are looked for.
    pub fn config(&self) -> Choice {
        match self.reading() {
            Some(Reading { config: Some(file), .. }) => Choice::File(file.clone()),
            Some(Reading { no_config: false, .. }) => Choice::Upwards,
            None if matches!(self, Command::Config(_)) => Choice::Upwards,
            Some(_) | None => Choice::None,
        }
    }

    /// The file of the template that the user tells, if it is not one of those built in.
    pub fn template_file(&self) -> Option<&Path> {
        self.reading()?.template.as_deref().filter(|told| is_file(told)).map(Path::new)
    }
}

/// Whether what the user calls a template is a file of his own.
pub fn is_file(template: &str) -> bool {
    template.contains(['/', '\\']) || [".yaml", ".yml"].iter().any(|ending| template.to_lowercase().ends_with(ending))
}

/// What every command that reads sheets may be told of how to read them.
#[derive(Debug, Args)]
pub struct Reading {
    /// Read every sheet by this template: a built-in one by its name, or your own by its file (.yaml)
    #[arg(long, value_name = "NAME|FILE")]
    pub template: Option<String>,
    /// Take the settings from this file [default: scheda.yaml in the folder of each document, or above it]
    #[arg(long, value_name = "FILE", conflicts_with = "no_config")]
    pub config: Option<PathBuf>,
    /// Do without scheda.yaml
    #[arg(long)]
    pub no_config: bool,
    /// Leave out what no label says: titles and organisations read from their place, countries and years
    #[arg(long)]
    pub no_infer: bool,
}

/// Which documents a command reads, and how many of them at once.
#[derive(Debug, Args)]
pub struct Batch {
    /// Files, folders (their texts, pages, data, office documents, PDFs, archives and mails, subfolders too), patterns such as
    /// 'inbox/**/*.docx', or - for standard input
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Read also what this file names, a path a line; - for standard input
    #[arg(long, value_name = "FILE")]
    pub files_from: Option<PathBuf>,
    /// Read so many documents at once; what is written is the same for any number [default: one for each core]
    #[arg(short, long, value_name = "N")]
    pub jobs: Option<NonZeroUsize>,
    /// The most bytes of one sheet in a text of more than 4 MiB, which is read in portions
    #[arg(long, value_name = "BYTES", default_value_t = 8 << 20)]
    pub max_sheet_bytes: usize,
}

/// The formats of reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Report {
    /// For people
    Human,
    /// For other programs
    Json,
}
