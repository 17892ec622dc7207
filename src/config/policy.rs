//! A configuration over the findings of a document.

use super::{Config, Level};
use crate::diagnostic::{Diagnostic, Severity};
use crate::{Demanded, Options};

/// What findings are about.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    /// The file, seen from the folder of the configuration, with forward slashes.
    pub path: &'a str,
    /// The template that read the sheet; empty for the file as a whole.
    pub template: &'a str,
}

impl Config {
    /// What the reader of a file is told beyond what it is told anyway.
    pub fn options(&self, path: &str, told: &Options) -> Options {
        let mut options = told.clone();
        for required in &self.required {
            let scope = &required.value.scope;
            if scope.paths.is_empty() || scope.globs.is_match(path) {
                options.required.extend(required.value.fields.iter().map(|&field| Demanded {
                    field,
                    templates: scope.templates.clone(),
                    place: self.place(required.line),
                }));
            }
        }
        // What is found may get another severity, or be ignored, which is counted.
        options.least = Severity::Info;
        for (code, level) in &self.severities {
            options.off.retain(|off| off != code);
            options.off.extend(Some(*code).filter(|_| level.value == Level::Off));
        }
        options.limits = self.limits.iter().map(|limit| (limit.value.clone(), self.place(limit.line))).collect();
        options
    }

    /// Gives findings the severity that is wanted, and takes out those that are ignored; `used` gets the positions of the ignores that
    /// did so. Says how many were ignored for a reason.
    pub fn apply(&self, subject: Subject<'_>, findings: &mut Vec<Diagnostic>, used: &mut Vec<usize>) -> usize {
        for finding in findings.iter_mut() {
            let level = self.severities.iter().find(|(code, _)| *code == finding.finding.code());
            if let Some(Level::On(severity)) = level.map(|(_, level)| level.value) {
                finding.severity = severity;
            }
        }
        let before = findings.len();
        findings.retain(|finding| {
            let ignore = self.ignores.iter().position(|ignore| {
                let ignore = &ignore.value;
                let same_field = ignore.field.is_none() || ignore.field == finding.field();
                ignore.code == finding.finding.code()
                    && same_field
                    && ignore.scope.holds(subject.path, subject.template)
            });
            used.extend(ignore);
            ignore.is_none()
        });
        before - findings.len()
    }
}
