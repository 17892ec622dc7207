//! The arguments of the commands about rules, templates and settings.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::Report;
use super::examples::{EXIT_CODES, RULES_EXAMPLES};

/// The arguments of `rules`.
#[derive(Debug, Args)]
#[command(after_help = format!("{RULES_EXAMPLES}\n\n{EXIT_CODES}"))]
pub struct Rules {
    /// For people, or one JSON object
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub format: Report,
}

/// The arguments of `template`.
#[derive(Debug, Args)]
pub struct Template {
    /// What to do.
    #[command(subcommand)]
    pub command: TemplateCommand,
}

/// The arguments of `config`.
#[derive(Debug, Args)]
pub struct Config {
    /// What to do.
    #[command(subcommand)]
    pub command: ConfigCommand,
}

/// What to do with configurations.
#[derive(Debug, Subcommand)]
pub enum ConfigCommand {
    /// Print what is in force in a folder, and where each setting comes from
    Show {
        /// The folder
        #[arg(value_name = "DIR", default_value = ".")]
        path: PathBuf,
    },
    /// Print the JSON Schema of scheda.yaml, for editors
    Schema,
}

/// What to do with templates.
#[derive(Debug, Subcommand)]
pub enum TemplateCommand {
    /// List the templates that are built in, and your own
    List(TemplateList),
    /// Print a built-in template, to start your own from
    Show {
        /// Its name
        name: String,
    },
    /// Say what is wrong with a template, and how a sheet goes with it
    Check(TemplateCheck),
    /// Print the JSON Schema of templates, for editors
    Schema,
}

/// The arguments of `template list`.
#[derive(Debug, Args)]
pub struct TemplateList {
    /// A template of your own
    #[arg(value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// For people, or a JSON array
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub format: Report,
}

/// The arguments of `template check`.
#[derive(Debug, Args)]
pub struct TemplateCheck {
    /// The template
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// A sheet to read by it
    #[arg(value_name = "SHEET")]
    pub sheet: Option<PathBuf>,
}
