//! Names for findings that stay the same when lines move.

use std::collections::HashMap;

use super::Diagnostic;
use super::entry::About;
use crate::practice::sha256;

/// Letters and digits of the place that are looked at: enough to know it by, and few enough that a new line end changes nothing.
const LOOKED_AT: usize = 48;
/// Characters of a fingerprint.
const LENGTH: usize = 32;

/// The fingerprints of a run.
#[derive(Debug, Clone, Default)]
pub struct Fingerprints {
    /// How often each finding was met.
    met: HashMap<String, u32>,
}

impl Fingerprints {
    /// The fingerprint of a finding: of its file, sheet, code, field and words, without a line number. Findings that agree in all of
    /// them are counted, so that each has its own.
    pub fn of(&mut self, about: About<'_>, diagnostic: &Diagnostic) -> String {
        let value = diagnostic.pointer.as_ref().map(ToString::to_string);
        let facts = [
            about.file,
            about.sheet.map_or("", |sheet| sheet.1),
            diagnostic.finding.code().id(),
            diagnostic.field().map_or("", |field| field.key()),
            value.as_deref().unwrap_or_default(),
            &words(about, diagnostic),
        ];
        let facts = facts.join("\u{1f}");
        let met = self.met.entry(facts.clone()).or_default();
        *met += 1;
        let mut name = sha256(format!("{facts}\u{1f}{met}").as_bytes());
        name.truncate(LENGTH);
        name
    }
}

/// The first letters and digits of the place. What is missing has no place of its own.
fn words(about: About<'_>, diagnostic: &Diagnostic) -> String {
    let own = diagnostic.span.filter(|_| !diagnostic.finding.is_absence());
    let text = own.map(|span| span.of(&about.source.text)).unwrap_or_default();
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).take(LOOKED_AT).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Finding;
    use crate::source::{Source, Span};

    fn names(text: &str, parts: &[&str]) -> Vec<String> {
        let source = Source::from_text("a.txt", text);
        let about = About { source: &source, file: "a.txt", sheet: Some((1, "Gardens")) };
        let mut fingerprints = Fingerprints::default();
        let mut from = 0;
        let mut name = |part: &&str| {
            let start = text[from..].find(part).unwrap() + from;
            from = start + part.len();
            fingerprints.of(about, &Diagnostic::at(Finding::UnassignedText, Span::new(start, from)))
        };
        parts.iter().map(&mut name).collect()
    }

    #[test]
    fn a_fingerprint_does_not_depend_on_where_lines_end() {
        assert_eq!(
            names("one\ntwo words here", &["two words here"]),
            names("two  words\n here", &["two  words\n here"])
        );
        assert_ne!(names("two words here", &["two words"]), names("two words here", &["words here"]));
    }

    #[test]
    fn no_two_findings_of_a_run_share_one() {
        let names = names("same same same", &["same", "same", "same"]);
        assert!(names[0] != names[1] && names[1] != names[2] && names[0] != names[2]);
        assert!(names.iter().all(|name| name.len() == LENGTH));
    }
}
