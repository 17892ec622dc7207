//! Values and keys that are wrong in a way that can only mean one thing.

use super::{Edit, Repair};
use crate::data::{self, Node, Scalar, Tree};
use crate::diagnostic::{Diagnostic, Expected, Finding, Found};
use crate::practice::dates::{self, Order};
use crate::practice::{Field, Kind, Pointer, Step};
use crate::records::Records;
use crate::schemas::Schemas;
use crate::source::{Source, Span};

/// The repairs of values and keys.
pub(super) fn edits(source: &Source, tree: &Tree, reading: &Records, schemas: &Schemas) -> Vec<Edit> {
    let mut edits = Vec::new();
    for sheet in &reading.sheets {
        edits.extend(sheet.findings.iter().filter_map(|finding| of_finding(source, tree, finding, schemas)));
        edits.extend(sheet.places.iter().filter_map(|(pointer, span)| email(source, pointer, *span)));
        edits.extend(sheet.places.iter().filter_map(|(pointer, span)| line(source, pointer, *span, &sheet.record)));
    }
    edits
}

fn of_finding(source: &Source, tree: &Tree, finding: &Diagnostic, schemas: &Schemas) -> Option<Edit> {
    let span = finding.span?;
    let date = |words: &str| dates::date(words, Order::Unknown, schemas);
    let (text, repair) = match &finding.finding {
        Finding::UnknownKey { nearest: Some(nearest) } => {
            let label = finding.label.as_deref()?;
            let is_slip =
                strsim::damerau_levenshtein(label, nearest) == 1 && is_free(&source.text, tree, span, nearest);
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

/// Whether the key that stands here can be spelt like this: no other of its object is spelt so, or may be meant so, too.
fn is_free(text: &str, tree: &Tree, key: Span, spelling: &str) -> bool {
    let Some(at) = named_at(tree, key) else { return false };
    let Some(parent) = tree.nodes[at].parent else { return false };
    let words = |at: usize| name(&tree.nodes[at]).map(|name| tree.words(text, name));
    let may_be = |at: usize| words(at).is_some_and(|words| strsim::damerau_levenshtein(&words, spelling) <= 1);
    !tree.children(parent).any(|other| other != at && may_be(other))
}

/// The node whose key, or whose words in a list of keys, stands here.
fn named_at(tree: &Tree, place: Span) -> Option<usize> {
    let start = |node: &Node| name(node).map_or(node.span.start, |name| name.span.start);
    let first = tree.nodes.partition_point(|node| start(node) < place.start);
    let here = tree.nodes[first..].iter().take_while(|node| start(node) == place.start);
    here.zip(first..).find(|(node, _)| name(node).is_some_and(|name| name.span == place)).map(|(_, at)| at)
}

/// What a node is called: its key, or its words where it has none.
fn name(node: &Node) -> Option<Scalar> {
    match node.kind {
        data::Kind::Scalar(words) => Some(node.key.unwrap_or(words)),
        _ => node.key,
    }
}

/// `www.example.org`
fn is_bare(words: &str) -> bool {
    let host = words.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let start = host.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("www."));
    start && host.split('.').all(|label| !label.is_empty()) && crate::practice::is_url(&format!("https://{words}"))
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
