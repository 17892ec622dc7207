//! `scheda.yaml`: what a collection asks of its sheets beyond what their templates do.
//!
//! `file` has the shape of the file, `load` reads and checks it, `policy` applies it to the findings of a document, `show` prints what
//! is in force, `schema` is for editors.

mod file;
mod load;
mod policy;
mod schema;
mod show;

use globset::GlobSet;

use crate::diagnostic::{Code, Severity};
use crate::practice::Field;
use crate::schemas::Limit;

pub use load::load;
pub use policy::Subject;
pub use schema::config_schema;
pub use show::show;

/// The name of the file, which is looked for in the folder of a document and in those above it.
pub const FILE_NAME: &str = "scheda.yaml";

/// What a collection asks of its sheets. Each setting knows its line in the file.
#[derive(Debug, Clone, Default)]
pub struct Config {
    /// The file's name, as messages show it.
    pub file: String,
    /// The folder with the collection's own templates, seen from the folder of the file.
    pub templates: Option<Setting<String>>,
    /// How much findings matter, by code.
    pub severities: Vec<(Code, Setting<Level>)>,
    /// Fields whose absence is an error.
    pub required: Vec<Setting<Required>>,
    /// Findings that are not shown.
    pub ignores: Vec<Setting<Ignore>>,
    /// How long texts may be, whatever the template says.
    pub limits: Vec<Setting<Limit>>,
}

/// A setting and where it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting<T> {
    /// What is set.
    pub value: T,
    /// Its line in the file, from 1.
    pub line: u32,
}

/// How much a kind of finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// It is not looked for.
    Off,
    /// It is of this severity.
    On(Severity),
}

/// Fields that sheets must have.
#[derive(Debug, Clone)]
pub struct Required {
    /// The fields.
    pub fields: Vec<Field>,
    /// In which sheets.
    pub scope: Scope,
}

/// Findings that are not shown.
#[derive(Debug, Clone)]
pub struct Ignore {
    /// Their code.
    pub code: Code,
    /// Only those about this field.
    pub field: Option<Field>,
    /// In which sheets.
    pub scope: Scope,
    /// Why.
    pub reason: String,
}

/// In which sheets a setting holds; an empty list means in all.
#[derive(Debug, Clone, Default)]
pub struct Scope {
    /// Templates that read the sheet.
    pub templates: Vec<String>,
    /// Patterns of paths, as written, seen from the folder of the file.
    pub paths: Vec<String>,
    /// The same, compiled.
    pub globs: GlobSet,
}

impl Level {
    /// What the file calls it.
    pub const fn name(self) -> &'static str {
        match self {
            Level::Off => "off",
            Level::On(severity) => severity.name(),
        }
    }

    fn of_name(name: &str) -> Option<Self> {
        [Level::Off, Level::On(Severity::Info), Level::On(Severity::Warning), Level::On(Severity::Error)]
            .into_iter()
            .find(|level| level.name() == name)
    }
}

impl Scope {
    /// Whether a sheet of this file, read by this template, is meant.
    pub fn holds(&self, path: &str, template: &str) -> bool {
        (self.templates.is_empty() || self.templates.iter().any(|name| name == template))
            && (self.paths.is_empty() || self.globs.is_match(path))
    }
}

impl Config {
    /// Where a setting comes from: `scheda.yaml:12`.
    pub fn place(&self, line: u32) -> String {
        format!("{}:{line}", self.file)
    }
}
