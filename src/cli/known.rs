//! What is known of documents that an earlier run has read: those that are the same need not be read again.

use std::collections::HashMap;
use std::fmt::Write;

use scheda::practice::sha256;

use super::configs::Own;

/// What an earlier run has read, and what would be made of it today.
#[derive(Debug, Default)]
pub struct Known {
    /// What says how documents are read and written, but for their configuration.
    pub settings: String,
    /// The name of each document whose records stand as they were written to the print of what they were made of.
    pub documents: HashMap<String, String>,
}

impl Known {
    /// A hash of a document and of all that says what is made of it; nothing where a configuration brings templates.
    pub fn print(&self, bytes: &[u8], own: Option<&Own>) -> Option<String> {
        let mut made_of = format!("{}\n{}\n", env!("CARGO_PKG_VERSION"), self.settings);
        if let Some(own) = own {
            if own.config.templates.is_some() {
                return None;
            }
            writeln!(made_of, "{:?}", own.config).ok()?;
        }
        made_of.push_str(&sha256(bytes));
        Some(sha256(made_of.as_bytes()))
    }

    /// Whether the same was made of a document before.
    pub fn is_unchanged(&self, document: &str, print: Option<&String>) -> bool {
        print.is_some_and(|print| self.documents.get(document) == Some(print))
    }
}
