//! Each line with what it was taken for.

use std::fmt::Write;

use scheda::diagnostic::message::{excerpt, visible};
use scheda::ledger::{Class, Entry};

use crate::cli::open::Document;
use crate::cli::run::Output;

/// How many characters of a line are shown.
const SHOWN: usize = 60;

/// What the parts of a line were taken for, each named once.
#[derive(Default)]
struct Line {
    classes: Vec<&'static str>,
    fields: Vec<String>,
}

/// Writes every line of the document: number, classes, fields (in brackets those that only cite it), the beginning of its text.
pub fn write(document: &Document, out: &mut Output) -> anyhow::Result<()> {
    let source = &document.source;
    let all = gather(document);
    let mut text = String::new();
    for number in 1..=source.lines().count() {
        let Line { classes, fields } = &all[number - 1];
        let classes = if classes.is_empty() { Class::Blank.name().to_owned() } else { classes.join(",") };
        let shown = excerpt(source.lines().span(&source.text, number).of(&source.text), SHOWN);
        writeln!(text, "{number:>6}  {classes:<14}  {:<24}  {}", fields.join(","), visible(&shown))?;
        // A long file is written in pieces.
        if text.len() > 1 << 16 {
            out.text(&std::mem::take(&mut text))?;
        }
    }
    out.text(&text)
}

/// Entries other than blanks hold no line end, so that each lies on one line.
fn gather(document: &Document) -> Vec<Line> {
    let lines = document.source.lines();
    let mut all: Vec<Line> = std::iter::repeat_with(Line::default).take(lines.count()).collect();
    let entries = document.reading.ledger.entries(&document.source.text);
    for entry in entries.filter(|entry| entry.class != Class::Blank) {
        all[lines.line(entry.span.start) - 1].add(&entry);
    }
    all
}

impl Line {
    fn add(&mut self, entry: &Entry) {
        if !self.classes.contains(&entry.class.name()) {
            self.classes.push(entry.class.name());
        }
        let cited = entry.cited_by.iter().map(|field| format!("({field})"));
        for field in entry.field.iter().map(ToString::to_string).chain(cited) {
            if !self.fields.contains(&field) {
                self.fields.push(field);
            }
        }
    }
}
