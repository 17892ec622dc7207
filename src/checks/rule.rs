//! What a rule is: a code with its severity, examples, and what finds it.

use super::Context;
use crate::diagnostic::{Code, Diagnostic, Severity};

/// One rule.
#[derive(Debug)]
pub struct Rule {
    /// Its permanent name.
    pub code: Code,
    /// How much its findings matter, where nothing of the finding itself says otherwise.
    pub severity: Severity,
    /// Whether it is on unless somebody switches it off.
    pub on: bool,
    /// Files in which it finds something.
    pub bad: Example,
    /// The same files put right.
    pub good: Example,
    /// What finds it.
    pub(super) check: Check,
}

impl Rule {
    /// How much a finding of it can matter.
    pub(super) fn most(&self) -> Severity {
        // A label without a value is an error where the field is required.
        if self.code == Code::EmptyField { Severity::Error } else { self.severity }
    }
}

/// What the findings of a rule come from.
#[derive(Debug)]
pub(super) enum Check {
    /// A look at one sheet or record.
    Sheet(fn(&Context<'_>, &mut Vec<Diagnostic>)),
    /// The reader itself.
    Reader,
    /// A comparison of all the records of a run.
    Run,
}

/// Files to show a rule with.
#[derive(Debug, Clone, Copy)]
pub struct Example {
    /// The file.
    pub file: File,
    /// A second file of the same run.
    pub beside: Option<File>,
    /// A template of the user's by which they are read.
    pub template: Option<File>,
    /// The day of the check.
    pub today: Option<&'static str>,
}

/// A file of an example.
#[derive(Debug, Clone, Copy)]
pub struct File {
    /// Its name.
    pub name: &'static str,
    /// What it holds; nothing for one that is no text and lies in the folder of this project under its name.
    pub bytes: Option<&'static [u8]>,
}

/// An invented form, by which the examples of rules about forms are read.
const FORM: &str = "\
name: garden
title: Sheets of the gardens
starts: [line: GARDEN SHEET]
labels:
  title: [Name]
  lead_organisation: [Carried by]
  target_groups: [For whom]
  description: [What]
  results: [Results]
asks_for: [results]
limits:
  title: {max_words: 8}
  description: {min_words: 4}
";

impl Example {
    /// A sheet in which nothing is wrong.
    pub(super) const SOUND: Self = Self::sheet(
        "\
Title: Shared gardens
Lead organisation: Town of Sample
Location: Sample
Target groups: newcomers
Description: Newcomers and residents share a garden.
Contact: Rita Sample, rita@example.org
",
    );

    /// A sheet with labels.
    pub(super) const fn sheet(text: &'static str) -> Self {
        Self::named("sheet.txt", text)
    }

    /// A sheet of the invented form.
    pub(super) const fn form(text: &'static str) -> Self {
        Self::sheet(text).by(FORM)
    }

    /// A record in YAML.
    pub(super) const fn record(text: &'static str) -> Self {
        Self::named("record.yaml", text)
    }

    /// Text under the name of a file.
    pub(super) const fn named(name: &'static str, text: &'static str) -> Self {
        Self::bytes(name, text.as_bytes())
    }

    /// Bytes under the name of a file.
    pub(super) const fn bytes(name: &'static str, bytes: &'static [u8]) -> Self {
        Self { file: File { name, bytes: Some(bytes) }, beside: None, template: None, today: None }
    }

    /// A file of this project.
    pub(super) const fn stored(name: &'static str) -> Self {
        Self { file: File { name, bytes: None }, beside: None, template: None, today: None }
    }

    /// The same with a second file.
    pub(super) const fn beside(self, name: &'static str, text: &'static str) -> Self {
        Self { beside: Some(File { name, bytes: Some(text.as_bytes()) }), ..self }
    }

    /// The same, read by a template.
    const fn by(self, template: &'static str) -> Self {
        Self { template: Some(File { name: "form.yaml", bytes: Some(template.as_bytes()) }), ..self }
    }

    /// The same on a certain day.
    pub(super) const fn on(self, today: &'static str) -> Self {
        Self { today: Some(today), ..self }
    }

    /// The files, the template first.
    pub fn files(&self) -> impl Iterator<Item = File> {
        [self.template, Some(self.file), self.beside].into_iter().flatten()
    }
}
