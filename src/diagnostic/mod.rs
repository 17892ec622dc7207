//! Findings: what is wrong, where, and how to say it.

mod finding;
pub mod human;
pub mod json;
pub mod message;

pub use finding::{Code, Diagnostic, Finding, Severity, Sign};
