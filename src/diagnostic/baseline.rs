//! Findings that are known already: a file of fingerprints, so that a collection with old faults can be validated for new ones.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::entry::Entry;

/// The version of the file.
const VERSION: u32 = 1;

/// The findings of an earlier run.
#[derive(Debug, Clone, Default)]
pub struct Baseline {
    known: BTreeMap<String, Known>,
    met: BTreeSet<String>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    version: u32,
    findings: Vec<Known>,
}

/// A finding that is known already; only its fingerprint counts, the rest is for people who read the file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Known {
    /// The file, with forward slashes.
    pub file: String,
    /// Permanent name of the kind of finding.
    pub code: String,
    /// What was wrong.
    pub message: String,
    /// Names the finding, whatever its line is.
    pub fingerprint: String,
}

impl Baseline {
    /// Reads a file.
    ///
    /// # Errors
    /// Why the text is none that [`render`] has written.
    pub fn parse(text: &str) -> Result<Self, String> {
        let file: File = serde_json::from_str(text).map_err(|error| error.to_string())?;
        if file.version != VERSION {
            return Err(format!("it is of version {}, and this program knows version {VERSION}", file.version));
        }
        let known = file.findings.into_iter().map(|known| (known.fingerprint.clone(), known)).collect();
        Ok(Self { known, met: BTreeSet::new() })
    }

    /// Whether the finding with this fingerprint is known; it is noted that it still occurs.
    pub fn knows(&mut self, fingerprint: &str) -> bool {
        let knows = self.known.contains_key(fingerprint);
        if knows {
            self.met.insert(fingerprint.to_owned());
        }
        knows
    }

    /// How many of the known findings were met.
    pub fn met(&self) -> usize {
        self.met.len()
    }

    /// The known findings of files that were read which no longer occur.
    pub fn gone<'a>(&'a self, read: &'a BTreeSet<&str>) -> impl Iterator<Item = &'a Known> {
        let known = self.known.values().filter(|known| read.contains(known.file.as_str()));
        known.filter(|known| !self.met.contains(&known.fingerprint))
    }
}

/// The file that makes the findings of a run known.
pub fn render(findings: &[Entry]) -> String {
    let known = findings.iter().map(|entry| Known {
        file: entry.file.clone(),
        code: entry.code.to_owned(),
        message: entry.message.clone(),
        fingerprint: entry.fingerprint.clone(),
    });
    let mut findings: Vec<Known> = known.collect();
    findings.sort();
    super::pretty(&File { version: VERSION, findings })
}
