//! The schemas that are compiled into the program: `build.rs` writes them as Rust values, so that a run parses none.

use super::Schemas;

mod compiled {
    include!(concat!(env!("OUT_DIR"), "/schemas.rs"));
}

impl Schemas {
    /// The vocabulary and the templates of the repository's `schemas/` folder.
    pub fn builtin() -> &'static Schemas {
        &compiled::SCHEMAS
    }
}

/// The text of a template that is compiled in, by the name of its file.
pub fn builtin_text(file: &str) -> Option<&'static str> {
    compiled::TEXTS.iter().find(|(name, _)| *name == file).map(|(_, text)| *text)
}
