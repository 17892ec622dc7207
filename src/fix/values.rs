//! Values and keys that are wrong in a way that can only mean one thing.

use super::{Edit, Repair};
use crate::data::Tree;
use crate::diagnostic::{Diagnostic, Expected, Finding, Found};
use crate::practice::dates::{self, Order};
use crate::practice::{Field, Kind, Pointer, Step};
use crate::records::Records;
use crate::schemas::Schemas;
use crate::source::{Source, Span};

/// The repairs of values and keys.
pub(super) fn edits(source: &Source, _: &Tree, reading: &Records, schemas: &Schemas) -> Vec<Edit> {
    let mut edits = Vec::new();
    for sheet in &reading.sheets {
        let named: Vec<&str> = sheet.places.iter().map(|(pointer, _)| pointer.field.key()).collect();
        edits.extend(sheet.findings.iter().filter_map(|finding| of_finding(source, finding, &named, schemas)));
        edits.extend(sheet.places.iter().filter_map(|(pointer, span)| email(source, pointer, *span)));
        edits.extend(sheet.places.iter().filter_map(|(pointer, span)| line(source, pointer, *span, &sheet.record)));
    }
    edits
}

fn of_finding(source: &Source, finding: &Diagnostic, named: &[&str], schemas: &Schemas) -> Option<Edit> {
    let span = finding.span?;
    let date = |words: &str| dates::date(words, Order::Unknown, schemas);
    let (text, repair) = match &finding.finding {
        Finding::UnknownKey { nearest: Some(nearest) } => {
            let label = finding.label.as_deref()?;
            let is_slip = strsim::damerau_levenshtein(label, nearest) == 1 && !named.contains(&nearest.as_str());
            (is_slip.then(|| nearest.clone())?, Repair::Key)
        }
        Finding::WrongType { expected: Expected::Text, found: Found::Number(words) | Found::Flag(words) } => {
            (quoted(words), Repair::Type)
        }
        Finding::MalformedYear(words) => (dates::year_of(words, schemas)?.to_string(), Repair::Date),
        Finding::MalformedDate(words) => (quoted(&date(words)?), Repair::Date),
        Finding::MalformedUrl(words) if is_bare(words) => {
            let raw = span.of(&source.text);
            (raw.replacen(words.as_str(), &format!("https://{words}"), 1), Repair::Url)
        }
        _ => return None,
    };
    (text != span.of(&source.text)).then_some(Edit { span, text, repair })
}

/// `www.example.org`
fn is_bare(words: &str) -> bool {
    let start = words.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("www."));
    start && crate::practice::is_url(&format!("https://{words}"))
}

/// Text that every reader of YAML takes for this text.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// Capitals in the domain of an address, where they mean nothing.
fn email(source: &Source, pointer: &Pointer, span: Span) -> Option<Edit> {
    let is_email = pointer.field == Field::Contacts && pointer.steps.last() == Some(&Step::Key("email"));
    let raw = span.of(&source.text);
    let at = is_email.then(|| raw.rfind('@')).flatten()?;
    let domain = Span::new(span.start + at, span.end);
    let text = domain.of(&source.text).to_lowercase();
    let is_plain = !raw.contains('\n') && text.is_ascii();
    (is_plain && text != domain.of(&source.text)).then_some(Edit { span: domain, text, repair: Repair::Email })
}

/// White space around or between the words of what is one line.
fn line(source: &Source, pointer: &Pointer, span: Span, record: &crate::practice::BestPractice) -> Option<Edit> {
    let is_line = pointer.field.kind() == Kind::Line
        || (pointer.field == Field::Contacts && matches!(pointer.steps.last(), Some(Step::Key(_))));
    let value = record.text_at(pointer).filter(|_| is_line)?;
    let one = value.split_whitespace().collect::<Vec<_>>().join(" ");
    let is_quoted = span.of(&source.text).starts_with(['"', '\'']);
    (is_quoted && one != value).then(|| Edit { span, text: quoted(&one), repair: Repair::Space })
}
