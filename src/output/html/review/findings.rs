//! The findings of a document, for its page.

use std::collections::HashMap;

use serde::Serialize;

use crate::diagnostic::entry::{About, Entry, Range};
use crate::diagnostic::message::visible;
use crate::diagnostic::{Diagnostic, Severity};
use crate::locale::Locale;
use crate::source::Source;
use crate::{Reading, Sheet};

/// A finding.
#[derive(Debug, Clone, Serialize)]
pub struct Finding {
    /// Its number on the page, from 1.
    pub number: usize,
    /// How much it matters.
    #[serde(skip)]
    pub level: Severity,
    /// The same, as the page's styles name it.
    severity: &'static str,
    /// The same in a word.
    word: String,
    code: &'static str,
    message: String,
    help: Option<String>,
    /// Where it is, in words.
    place: Option<String>,
    /// The line below which it is shown.
    #[serde(skip)]
    pub line: Option<usize>,
}

/// All findings: those about the document first, then sheet by sheet.
pub struct Findings {
    about_file: Vec<Finding>,
    of_sheets: Vec<Vec<Finding>>,
    /// Those about one value, by the number of its sheet and its pointer: their positions among those of the sheet.
    of_values: HashMap<(usize, String), Vec<usize>>,
}

impl Findings {
    /// The findings of a document.
    pub fn of(source: &Source, reading: &Reading, locale: Locale) -> Self {
        let mut number = 0;
        let mut all = |sheet: Option<usize>, findings: &[Diagnostic]| -> Vec<Finding> {
            let about = About { source, file: &source.name, sheet: sheet.map(|sheet| (sheet, "")) };
            let finding = |finding| {
                number += 1;
                Finding::new(number, about, finding, locale)
            };
            findings.iter().map(finding).collect()
        };
        let about_file = all(None, &reading.findings);
        let sheets = (1..).zip(&reading.sheets);
        let of_sheets: Vec<_> = sheets.map(|(number, sheet)| all(Some(number), &sheet.findings)).collect();
        Self { of_values: of_values(&reading.sheets), about_file, of_sheets }
    }

    /// Every one.
    pub fn all(&self) -> impl Iterator<Item = &Finding> {
        self.about_file.iter().chain(self.of_sheets.iter().flatten())
    }

    /// Those about the document.
    pub fn about_file(&self) -> &[Finding] {
        &self.about_file
    }

    /// Those of a sheet, counted from 1.
    pub fn of_sheet(&self, number: usize) -> &[Finding] {
        self.of_sheets.get(number - 1).map_or(&[], Vec::as_slice)
    }

    /// Those about one value of a sheet's record.
    pub fn about(&self, sheet: usize, pointer: &str) -> impl Iterator<Item = &Finding> {
        let at = self.of_values.get(&(sheet, pointer.to_owned())).map_or(&[][..], Vec::as_slice);
        at.iter().filter_map(move |at| self.of_sheet(sheet).get(*at))
    }
}

fn of_values(sheets: &[Sheet]) -> HashMap<(usize, String), Vec<usize>> {
    let mut all: HashMap<_, Vec<usize>> = HashMap::new();
    for (number, sheet) in (1..).zip(sheets) {
        for (at, finding) in sheet.findings.iter().enumerate() {
            let key = finding.pointer.as_ref().map(|pointer| (number, pointer.to_string()));
            key.into_iter().for_each(|key| all.entry(key).or_default().push(at));
        }
    }
    all
}

impl Finding {
    fn new(number: usize, about: About<'_>, diagnostic: &Diagnostic, locale: Locale) -> Self {
        let entry = Entry::new(about, diagnostic, String::new(), locale);
        Self {
            number,
            level: entry.severity,
            severity: entry.severity.name(),
            word: locale.severity(entry.severity),
            code: entry.code,
            place: entry.range.as_ref().map(|range| place(range, locale)),
            message: visible(&entry.message).into_owned(),
            help: entry.help.map(|help| visible(&help).into_owned()),
            line: entry.range.map(|range| range.line),
        }
    }
}

/// `line 3`, or the place as the user of a container sees it.
fn place(range: &Range, locale: Locale) -> String {
    match &range.place {
        Some(place) => visible(place).into_owned(),
        None => locale.say("review-lines", &[("number", 1_usize.into()), ("lines", range.line.into())]),
    }
}
