//! The shape of `scheda.yaml`, with the place of everything that can be wrong.

use crate::schemas::files::{Entries, LimitFile};
use crate::schemas::reader::{Placed, Word};

/// The whole file.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ConfigFile {
    pub templates: Option<Word>,
    pub severity: Entries<Word>,
    pub required: Vec<Placed<RequiredFile>>,
    pub ignore: Vec<Placed<IgnoreFile>>,
    pub limits: Entries<LimitFile>,
}

/// Fields that sheets must have.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RequiredFile {
    pub fields: Vec<Word>,
    #[serde(default)]
    pub templates: Vec<Word>,
    #[serde(default)]
    pub paths: Vec<Word>,
}

/// Findings that are not shown.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IgnoreFile {
    pub code: Word,
    pub reason: Word,
    pub field: Option<Word>,
    #[serde(default)]
    pub templates: Vec<Word>,
    #[serde(default)]
    pub paths: Vec<Word>,
}
