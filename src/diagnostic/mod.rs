//! Findings: what is wrong, where, and how to say it.
//!
//! A [`Diagnostic`] has the facts, [`message`] the sentences. [`human`] shows findings with the lines they are about; an [`entry`]
//! has everything that another program may want, and each further format is a module that renders entries.

mod arguments;
pub mod baseline;
mod code;
pub mod concise;
pub mod entry;
pub mod explanation;
mod facts;
mod finding;
pub mod fingerprint;
pub mod github;
pub mod gitlab;
pub mod human;
pub mod json;
pub mod junit;
pub mod message;
mod placed;
pub mod sarif;

pub use arguments::{Broken, Expected, Found, Same, Sign, Subject, Unit};
pub use code::Code;
pub use finding::{Finding, Severity};
pub use placed::{Diagnostic, Elsewhere};

/// JSON that a person can read too.
fn pretty(value: &impl serde::Serialize) -> String {
    // Numbers, texts and lists of our own: nothing in them can fail to be JSON.
    serde_json::to_string_pretty(value).unwrap_or_default() + "\n"
}
