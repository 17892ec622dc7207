//! Findings: what is wrong, where, and how to say it.

pub mod explanation;
mod finding;
pub mod human;
pub mod json;
pub mod message;

pub use finding::{Code, Diagnostic, Elsewhere, Expected, Finding, Found, Personal, Same, Severity, Subject, Unit};
