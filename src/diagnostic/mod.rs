//! Findings: what is wrong, where, and how to say it.

mod finding;

pub use finding::{Code, Diagnostic, Finding, Severity};
