//! How a sheet and a template go together: what one asks for and the other lacks, and what one says and the other does not know.

use std::path::Path;

use scheda::Sheet;
use scheda::diagnostic::{Diagnostic, Finding, Severity};
use scheda::locale::Locale;
use scheda::practice::{Demand, Field};
use scheda::schemas::{EVERYWHERE, Place, Schemas, Template, fold};
use scheda::source::{Source, Span};

use super::super::exit::Exit;
use super::super::host::Out;
use super::super::inputs::Input;
use super::super::open::Document;
use super::super::picture::{End, Notice, Picture};
use super::super::run::{Output, Run};
use super::super::summary::count;

/// Jaro-Winkler likeness from which a wording is taken for a misspelt one.
const LIKENESS: f64 = 0.85;
/// The most bytes and words of what looks like a label.
const LABEL: (usize, usize) = (80, 8);

/// Reads the sheet by the last template, and shows where the two differ.
pub fn compare(run: &mut Run<'_>, template: &Source, sheet: &Path, picture: &Picture) -> anyhow::Result<()> {
    let options = run.last_template();
    let document = run.read(&Input::file(sheet, None), &options)?;
    let schemas = run.schemas();
    let Some((at, known)) = (0..).zip(schemas.templates.iter()).last() else { return Ok(()) };
    let comparison = Comparison { schemas, known, at, template, document: &document };
    let notices = comparison.notices();
    let mut out = run.out(Out::Stdout);
    notices.iter().try_for_each(|notice| out.text(&picture.notice(notice)))?;
    if notices.iter().any(|notice| notice.severity == Severity::Error) {
        run.raise(Exit::Findings);
    }
    close(&mut out, &document, &notices)?;
    out.finish()
}

fn close(out: &mut Output, document: &Document, notices: &[Notice<'_>]) -> anyhow::Result<()> {
    let number = |code: &str| notices.iter().filter(|notice| notice.code == code).count();
    let sheets = count(document.reading.sheets.len(), "sheet");
    let missing = match number(MISSING) {
        0 => String::from("nothing is missing"),
        number => format!("{} missing", count(number, "field")),
    };
    let unknown = count(number(UNKNOWN), "unknown label");
    out.text(&format!("{}: {sheets}; {missing}, {unknown}\n", document.source.name))
}

const MISSING: &str = "missing-field";
const UNKNOWN: &str = "unknown-label";

/// A sheet beside its template.
struct Comparison<'a> {
    schemas: &'a Schemas,
    known: &'a Template,
    at: u16,
    template: &'a Source,
    document: &'a Document,
}

impl<'a> Comparison<'a> {
    fn notices(&self) -> Vec<Notice<'a>> {
        let whole = self.document.reading.findings.iter().filter_map(|finding| self.no_sheet(finding));
        let sheets = self.document.reading.sheets.iter();
        let missing = sheets.clone().flat_map(|sheet| sheet.findings.iter().filter_map(|it| self.missing(it)));
        let unknown = sheets.flat_map(|sheet| self.unknown_labels(sheet));
        whole.chain(missing).chain(unknown).collect()
    }

    fn no_sheet(&self, finding: &Diagnostic) -> Option<Notice<'a>> {
        matches!(finding.finding, Finding::NoSheet { .. }).then(|| Notice {
            severity: Severity::Error,
            code: finding.finding.code().id(),
            text: String::from("nothing in this file is a sheet by this template"),
            help: Some(format!("compare its labels with those of {}", self.template.name)),
            ends: vec![self.sheet_end(Span::default(), "the sheet")],
        })
    }

    /// What the template wants and the sheet does not have.
    fn missing(&self, finding: &Diagnostic) -> Option<Notice<'a>> {
        let (field, demand, text) = match &finding.finding {
            Finding::MissingField { field, demand, .. } => (*field, *demand, "this sheet has no"),
            Finding::EmptyField { field, demand } => (*field, *demand, "this sheet leaves empty the"),
            _ => return None,
        };
        let sheet = self.sheet_end(finding.span.unwrap_or_default(), "the sheet");
        let help = match (self.wanted(field), demand) {
            (Some(_), _) => None,
            (None, Demand::Required) => Some("every record needs it, whatever the template says"),
            (None, _) => Some("every good record has it, whatever the template says"),
        };
        Some(Notice {
            severity: finding.severity,
            code: MISSING,
            text: format!("{text} {}", Locale::default().field(field)),
            help: help.map(str::to_owned),
            ends: std::iter::once(sheet).chain(self.wanted(field)).collect(),
        })
    }

    /// Where the template asks for a field.
    fn wanted(&self, field: Field) -> Option<End<'a>> {
        let label = if self.known.requires.contains(&field) { "required here" } else { "asked for here" };
        Some(self.template_end(self.known.asked_at(field)?, label))
    }

    fn sheet_end(&self, span: Span, label: &str) -> End<'a> {
        End { source: &self.document.source, span, label: Some(label.to_owned()) }
    }

    fn template_end(&self, place: Place, label: &str) -> End<'a> {
        End { source: self.template, span: word_at(self.template, place), label: Some(label.to_owned()) }
    }

    /// What stands in the sheet like a label, and is none of the template's.
    fn unknown_labels(&self, sheet: &Sheet) -> Vec<Notice<'a>> {
        let text = &self.document.source.text;
        let told = sheet.findings.iter().filter(|it| matches!(it.finding, Finding::UnknownLabel { .. }));
        let mut spans: Vec<Span> = told.filter_map(|finding| finding.span).collect();
        let seen = sheet.span.of(text).lines().filter_map(|line| self.like_a_label(line));
        let new: Vec<Span> = seen.filter(|span| spans.iter().all(|told| told.start != span.start)).collect();
        spans.extend(new);
        spans.sort();
        spans.into_iter().map(|span| self.unknown_label(span)).collect()
    }

    /// The words of a line that look like a label which the template does not know.
    fn like_a_label(&self, line: &str) -> Option<Span> {
        let bare = line.trim_matches(|c: char| c.is_whitespace() || "#*|->".contains(c));
        let (words, behind) = bare.split_once([':', '|']).unwrap_or((bare, ""));
        let words = words.trim_matches(|c: char| c.is_whitespace() || c == '*');
        let shape = words.len() <= LABEL.0
            && words.split_whitespace().count() <= LABEL.1
            && words.chars().next().is_some_and(char::is_uppercase)
            && !words.contains('@')
            && !behind.starts_with("//");
        let colon =
            words.len() < bare.len() && bare[words.len()..].trim_start_matches(['*', ' ']).starts_with([':', '|']);
        let unknown = || !self.is_known(words) && (colon || self.shared_field(words).is_some());
        (shape && unknown()).then(|| Span::of_slice(&self.document.source.text, words))
    }

    fn is_known(&self, words: &str) -> bool {
        let mut room = String::new();
        let meanings = self.schemas.meanings(words, &mut room);
        meanings.iter().any(|meaning| [self.at, EVERYWHERE].contains(&meaning.template))
    }

    /// The field that the shared vocabulary has for these words.
    fn shared_field(&self, words: &str) -> Option<Field> {
        let known = self.schemas.meanings(words, &mut String::new());
        Some(self.schemas.own_labels(&known, self.schemas.generic()).next()?.field)
    }

    fn unknown_label(&self, span: Span) -> Notice<'a> {
        let words = span.of(&self.document.source.text);
        let nearest = self.nearest(words);
        let help = match (nearest, self.shared_field(words)) {
            (Some(_), _) => String::from("if the same is meant, add this wording to that line of the template"),
            (None, Some(field)) => format!("if it is a label of the form, add it under `labels`: `{field}: [{words}]`"),
            (None, None) => {
                String::from("if it is a label of the form, add it under `labels` to the field that it fills")
            }
        };
        let nearest = nearest.map(|place| self.template_end(place, "the nearest wording"));
        Notice {
            severity: Severity::Warning,
            code: UNKNOWN,
            text: format!("“{words}” looks like a label, and the template does not know it"),
            help: Some(help),
            ends: std::iter::once(self.sheet_end(span, "the sheet")).chain(nearest).collect(),
        }
    }

    /// Where the template has the wording that is most like these words.
    fn nearest(&self, words: &str) -> Option<Place> {
        let folded = fold(words);
        let likeness = self.known.wordings().map(|known| (strsim::jaro_winkler(&folded, known.folded), known.place));
        let best = likeness.max_by(|a, b| a.0.total_cmp(&b.0))?;
        (best.0 >= LIKENESS).then_some(best.1)
    }
}

/// The word of a template that stands at a place.
fn word_at(source: &Source, place: Place) -> Span {
    let line = source.lines().span(&source.text, place.line as usize);
    let text = line.of(&source.text);
    let start = text.char_indices().nth((place.column as usize).saturating_sub(1)).map_or(text.len(), |(at, _)| at);
    let rest = &text[start..];
    let end = match rest.chars().next() {
        Some(quote @ ('"' | '\'')) => rest[1..].find(quote).map_or(rest.len(), |at| at + 2),
        _ => [",", "]", "}", " #", ":"].iter().filter_map(|end| rest.find(end)).min().unwrap_or(rest.len()),
    };
    Span::new(line.start + start, line.start + start + end)
}
