//! Findings as SARIF 2.1.0 (OASIS, 2020), which code hosts and editors read.

use serde_json::{Value, json};

use super::entry::{Entry, Range, Summary};
use super::explanation::Explanation;
use super::{Code, Severity};
use crate::locale::Locale;

/// Where the schema of the format is published.
const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// The findings of a run as one log.
pub fn render(findings: &[Entry], summary: Summary, locale: Locale) -> String {
    let driver = json!({
        "name": env!("CARGO_PKG_NAME"),
        "semanticVersion": env!("CARGO_PKG_VERSION"),
        "rules": Code::ALL.iter().map(|code| rule(*code, locale)).collect::<Vec<_>>(),
    });
    super::pretty(&json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": driver },
            "columnKind": "unicodeCodePoints",
            "invocations": [{ "executionSuccessful": summary.unread == 0 }],
            "results": findings.iter().map(result).collect::<Vec<_>>(),
        }],
    }))
}

fn rule(code: Code, locale: Locale) -> Value {
    let Explanation { title, meaning, remedy, .. } = Explanation::new(code, locale);
    json!({
        "id": code.id(),
        "shortDescription": { "text": title },
        "fullDescription": { "text": meaning },
        "help": { "text": remedy },
    })
}

fn result(entry: &Entry) -> Value {
    let help = entry.help.iter().map(|help| format!(". {help}")).collect::<String>();
    let mut result = json!({
        "ruleId": entry.code,
        "ruleIndex": Code::ALL.iter().position(|code| code.id() == entry.code),
        "level": match entry.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "note",
        },
        "message": { "text": format!("{}{help}", entry.message) },
        "locations": [location(&entry.file, entry.range.as_ref())],
        "partialFingerprints": { "scheda/v1": entry.fingerprint },
    });
    if let Some(related) = &entry.related {
        let mut place = location(related.file.as_deref().unwrap_or(&entry.file), Some(&related.range));
        place["message"] = json!({ "text": entry.related_note });
        result["relatedLocations"] = json!([place]);
    }
    result
}

fn location(file: &str, range: Option<&Range>) -> Value {
    let mut physical = json!({ "artifactLocation": { "uri": uri(file) } });
    let mut location = json!({});
    match range {
        // The lines of a container are not those of its file.
        Some(range) if range.place.is_some() => {
            location["logicalLocations"] = json!([{ "fullyQualifiedName": range.place }]);
        }
        Some(range) => physical["region"] = region(range),
        None => {}
    }
    location["physicalLocation"] = physical;
    location
}

fn region(range: &Range) -> Value {
    json!({
        "startLine": range.line,
        "startColumn": range.column,
        "endLine": range.end_line,
        "endColumn": range.end_column,
    })
}

/// A path as a reference to a URI (RFC 3986): every byte that may not stand there is written in code.
fn uri(path: &str) -> String {
    let mut uri = String::new();
    let path = path.strip_prefix("./").unwrap_or(path);
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(char::from(byte)),
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}
