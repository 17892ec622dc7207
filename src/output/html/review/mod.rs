//! A document beside what was read of it, on one page: where each value was read, where every other byte went, and what was found.

mod colours;
mod findings;
mod lines;
mod stretches;
mod values;

use serde::Serialize;

use super::page::{Error, Pages, Shell};
use crate::diagnostic::entry::Summary;
use crate::diagnostic::message::{excerpt, visible};
use crate::ledger::{Class, is_blank};
use crate::locale::{Fact, Locale};
use crate::output::html::review::findings::{Finding, Findings};
use crate::source::{Source, Span, line_range, merge_ranges, range_in_words};
use crate::{Reading, Sheet};
use colours::Colours;
use lines::{Lines, Opening};
use values::{Row, Values};

/// The templates of the page.
pub(super) const TEMPLATES: [(&str, &str); 3] = [
    ("finding.html", include_str!("../assets/finding.html")),
    ("lines.html", include_str!("../assets/lines.html")),
    ("review.html", include_str!("../assets/review.html")),
];
const STYLE: &str = include_str!("../assets/review.css");
const SCRIPT: &str = include_str!("../assets/review.js");

/// How many lines are laid out together; those that nobody sees cost the browser little.
const CHUNK: usize = 200;
/// How many characters of a stretch, or of the name of a sheet, are shown.
const SHOWN: usize = 80;

/// The page about a document, in the language of its reader.
///
/// # Errors
/// Where a template of the page is wrong, whatever the document.
pub fn page(source: &Source, reading: &Reading, locale: Locale) -> Result<String, Error> {
    let pages = Pages::new(locale, &TEMPLATES)?;
    let values = Values::of(source, &reading.sheets);
    let findings = Findings::of(source, reading, locale);
    let colours = Colours::of(&reading.ledger, &values);
    let told = Told { source, reading, locale, values: &values, findings: &findings, colours: &colours };
    let lines = Lines::of(&told).collect::<Vec<_>>();
    let chunks = lines.chunks(CHUNK).map(|lines| pages.render("lines.html", &Chunk { lines }));
    let chunks = chunks.collect::<Result<Vec<_>, _>>()?;
    Ok(pages.render("review.html", &told.page(&chunks))? + "\n")
}

/// What the page tells of.
struct Told<'a> {
    source: &'a Source,
    reading: &'a Reading,
    locale: Locale,
    values: &'a Values,
    findings: &'a Findings,
    colours: &'a Colours,
}

/// Some lines of the source, for their template.
#[derive(Serialize)]
struct Chunk<'l> {
    lines: &'l [lines::Line<'l>],
}

/// The page, for its template.
#[derive(Serialize)]
struct Page<'a> {
    shell: Shell,
    file: String,
    size: String,
    encoding: &'static str,
    sheets_in_words: String,
    found: String,
    legend: Vec<Share>,
    unassigned: Vec<Stretch>,
    about_file: &'a [Finding],
    /// The lines of the source as HTML.
    chunks: &'a [String],
    sheets: Vec<SheetOnPage<'a>>,
}

/// How much of the document is of a class.
#[derive(Serialize)]
struct Share {
    class: &'static str,
    name: String,
    bytes: usize,
    percent: String,
}

/// A stretch of the source, for a list.
#[derive(Serialize)]
struct Stretch {
    line: usize,
    place: String,
    text: String,
}

/// A sheet with its record.
#[derive(Serialize)]
struct SheetOnPage<'a> {
    number: usize,
    name: String,
    line: usize,
    /// Where it stands, and what read it.
    read_by: String,
    /// What its findings are in numbers.
    found: String,
    /// The language of its values.
    lang: Option<&'a str>,
    findings: &'a [Finding],
    fields: Vec<FieldOnPage<'a>>,
    /// Values that stand nowhere in the source.
    made: Vec<FieldOnPage<'a>>,
}

/// A field of a record with its values.
#[derive(Serialize)]
struct FieldOnPage<'a> {
    key: &'static str,
    name: String,
    colour: Option<usize>,
    rows: Vec<RowOnPage<'a>>,
}

/// A value.
#[derive(Serialize)]
struct RowOnPage<'a> {
    /// Its number on the page, if it was read.
    number: Option<usize>,
    /// Where in its field it is: `1 · e-mail`.
    way: String,
    text: &'a str,
    /// How it was found, if not by its label.
    origin: Option<String>,
    line: Option<usize>,
    place: String,
    /// The findings about it: their numbers and severities.
    findings: Vec<&'a Finding>,
}

impl<'a> Told<'a> {
    fn page(&self, chunks: &'a [String]) -> Page<'a> {
        let (source, locale) = (self.source, self.locale);
        let file = visible(&source.name).into_owned();
        let title = locale.say("review-title", &[("file", file.as_str().into())]);
        let sheets = (1..).zip(&self.reading.sheets).map(|(number, sheet)| self.sheet(number, sheet)).collect();
        Page {
            shell: Shell::new(locale, &title, STYLE, Some(SCRIPT)),
            file,
            size: locale.count("review-bytes", source.text.len()),
            encoding: source.encoding.name(),
            sheets_in_words: locale.count("sheets", self.reading.sheets.len()),
            found: self.found(self.findings.all()),
            legend: self.legend(),
            unassigned: self.unassigned(),
            about_file: self.findings.about_file(),
            chunks,
            sheets,
        }
    }

    /// Findings in numbers: `1 error, 2 warnings`.
    fn found<'f>(&self, findings: impl Iterator<Item = &'f Finding>) -> String {
        let mut summary = Summary::default();
        findings.for_each(|finding| summary.count(finding.level));
        summary.found(self.locale)
    }

    fn legend(&self) -> Vec<Share> {
        let text = &self.source.text;
        let share = |(class, bytes): (Class, usize)| Share {
            class: class.name(),
            name: self.class(class),
            bytes,
            percent: format!("{:.1}", 100.0 * bytes as f64 / text.len().max(1) as f64),
        };
        self.reading.ledger.totals(text).map(share).into()
    }

    fn class(&self, class: Class) -> String {
        self.locale.say(&format!("class-{}", class.name()), &[])
    }

    fn unassigned(&self) -> Vec<Stretch> {
        let (source, text) = (self.source, &self.source.text);
        let claims = self.reading.ledger.claims().iter().filter(|claim| claim.class == Class::Unassigned);
        let spans = claims.map(|claim| claim.span.trim_matches(text, is_blank)).filter(|span| !span.is_empty());
        let stretch = |span: Span| Stretch {
            line: line_range(source, span).0,
            place: self.place(&[span]),
            text: visible(&excerpt(span.of(text), SHOWN)).into_owned(),
        };
        spans.map(stretch).collect()
    }

    /// Where spans stand: `lines 3-5`, and in a container the place that its user sees.
    fn place(&self, spans: &[Span]) -> String {
        let mut ranges: Vec<_> = spans.iter().map(|span| line_range(self.source, *span)).collect();
        merge_ranges(&mut ranges);
        let number = ranges.iter().map(|(first, last)| last - first + 1).sum::<usize>();
        let lines = ranges.into_iter().map(range_in_words).map(Fact::from).collect();
        let lines = self.locale.say("review-lines", &[("number", number.into()), ("lines", Fact::List(lines))]);
        match spans.first().and_then(|span| self.source.seen(span.start)) {
            Some(place) => format!("{lines} ({})", visible(&self.locale.place(place))),
            None => lines,
        }
    }

    fn opening(&self, number: usize, sheet: &Sheet) -> Opening {
        let record = &sheet.record;
        let name = [&record.title, &record.short_title, &record.id].into_iter().flatten().next();
        let heading = self.locale.say("review-sheet", &[("number", number.into())]);
        let name = name.map(|name| format!("{heading}: {}", visible(&excerpt(name, SHOWN))));
        Opening { number, name: name.unwrap_or(heading) }
    }

    fn sheet(&self, number: usize, sheet: &'a Sheet) -> SheetOnPage<'a> {
        let findings = self.findings.of_sheet(number);
        let place = self.place(&[sheet.span]);
        let by = [("place", place.into()), ("template", sheet.template.as_str().into())];
        let (fields, made) = self.fields(number).into_iter().partition(|field| !field.is_made());
        SheetOnPage {
            number,
            name: self.opening(number, sheet).name,
            line: line_range(self.source, sheet.span).0,
            read_by: self.locale.say("review-read-by", &by),
            found: self.found(findings.iter()),
            lang: sheet.record.language.as_deref(),
            findings,
            fields,
            made,
        }
    }

    /// The fields of a sheet with their values, in the order of the record.
    fn fields(&self, sheet: usize) -> Vec<FieldOnPage<'a>> {
        let rows = self.values.of_sheet(sheet);
        let fields = rows.chunk_by(|one, other| one.field == other.field);
        let field = |rows: &'a [Row]| FieldOnPage {
            key: rows[0].field.key(),
            name: self.locale.field(rows[0].field),
            colour: self.colours.of_field(rows[0].field),
            rows: rows.iter().map(|row| self.row(sheet, row)).collect(),
        };
        fields.map(field).collect()
    }

    fn row(&self, sheet: usize, row: &'a Row) -> RowOnPage<'a> {
        RowOnPage {
            number: row.number(),
            way: row.way(self.locale),
            text: &row.text,
            origin: row.origin_in_words(self.locale),
            line: row.spans.first().map(|span| line_range(self.source, *span).0),
            place: if row.spans.is_empty() { String::new() } else { self.place(&row.spans) },
            findings: self.findings.about(sheet, &row.pointer).collect(),
        }
    }
}

impl FieldOnPage<'_> {
    /// Whether none of its values was read, or is told by the sheet's template.
    fn is_made(&self) -> bool {
        self.rows.iter().all(|row| row.number.is_none() && row.origin.is_none())
    }
}

#[cfg(test)]
mod tests;
