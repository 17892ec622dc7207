//! Findings as the XML of JUnit (Jenkins' `junit-10.xsd`): a suite a file, a case a sheet, which fails where it has errors.

use std::borrow::Cow;
use std::fmt::Write as _;

use super::Severity;
use super::entry::Entry;
use crate::locale::Locale;

/// A document that was validated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suite {
    /// The file, with forward slashes.
    pub file: String,
    /// What its sheets are called, in order.
    pub sheets: Vec<String>,
}

/// The findings of a run; `suites` has every document that was read, with findings or without.
pub fn render(suites: &[Suite], findings: &[Entry], locale: Locale) -> String {
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let rendered: Vec<(String, usize, usize)> =
        by_file(suites, findings).map(|(suite, own)| self::suite(suite, own, locale)).collect();
    let sum = |part: fn(&(String, usize, usize)) -> usize| rendered.iter().map(part).sum::<usize>();
    let (tests, failures) = (sum(|suite| suite.1), sum(|suite| suite.2));
    let _ = writeln!(xml, "<testsuites name=\"scheda\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\">");
    rendered.iter().for_each(|suite| xml.push_str(&suite.0));
    xml + "</testsuites>\n"
}

/// Each document with its findings, which stand together in the order of the documents.
fn by_file<'a>(suites: &'a [Suite], findings: &'a [Entry]) -> impl Iterator<Item = (&'a Suite, &'a [Entry])> {
    let mut rest = findings;
    suites.iter().map(move |suite| {
        let count = rest.iter().take_while(|entry| entry.file == suite.file).count();
        let (own, others) = rest.split_at(count);
        rest = others;
        (suite, own)
    })
}

/// A suite as XML, with the number of its cases and of those that fail.
fn suite(suite: &Suite, findings: &[Entry], locale: Locale) -> (String, usize, usize) {
    let whole: Vec<&Entry> = findings.iter().filter(|entry| entry.sheet.is_none()).collect();
    let mut cases = Vec::new();
    if !whole.is_empty() || suite.sheets.is_empty() {
        cases.push(case(suite, &locale.say("the-whole-file", &[]), &whole));
    }
    for (number, name) in (1..).zip(&suite.sheets) {
        let own: Vec<&Entry> = findings.iter().filter(|entry| entry.sheet == Some(number)).collect();
        cases.push(case(suite, &format!("{number}. {name}"), &own));
    }
    let failures = cases.iter().filter(|case| case.1).count();
    let mut xml = String::new();
    let _ = writeln!(
        xml,
        "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{failures}\" errors=\"0\">",
        escape(&suite.file),
        cases.len()
    );
    cases.iter().for_each(|case| xml.push_str(&case.0));
    (xml + "  </testsuite>\n", cases.len(), failures)
}

/// A case as XML, and whether it fails.
fn case(suite: &Suite, name: &str, findings: &[&Entry]) -> (String, bool) {
    let (errors, others): (Vec<&Entry>, Vec<&Entry>) =
        findings.iter().partition(|entry| entry.severity == Severity::Error);
    let open = format!("    <testcase name=\"{}\" classname=\"{}\"", escape(name), escape(&suite.file));
    if findings.is_empty() {
        return (open + "/>\n", false);
    }
    let mut xml = open + ">\n";
    for entry in &errors {
        let (kind, message, text) = (entry.code, escape(&entry.message), text(entry));
        let _ = writeln!(xml, "      <failure type=\"{kind}\" message=\"{message}\">{text}</failure>");
    }
    if !others.is_empty() {
        let lines: Vec<String> = others.iter().map(|entry| text(entry)).collect();
        let _ = writeln!(xml, "      <system-out>{}</system-out>", lines.join("\n"));
    }
    (xml + "    </testcase>\n", !errors.is_empty())
}

fn told(entry: &Entry) -> String {
    let help = entry.help.iter().map(|help| format!("; {help}")).collect::<String>();
    super::concise::line(entry).trim_end().to_owned() + &help
}

/// A finding as the text of an element. A line that begins with two colons is a command to GitHub, which reads logs.
fn text(entry: &Entry) -> String {
    let told = escape(&told(entry)).into_owned();
    if told.trim_start().starts_with("::") { told.replacen(':', "&#58;", 1) } else { told }
}

/// Text as XML 1.0 has it, on one line: what may not stand there at all becomes a replacement character, and the ends of lines, which
/// readers take for spaces in attributes, are written as what they are.
fn escape(text: &str) -> Cow<'_, str> {
    let is_plain = |c: char| !matches!(c, '<' | '>' | '&' | '"' | '\n' | '\r' | '\t') && is_legal(c);
    if text.chars().all(is_plain) {
        return text.into();
    }
    let mut escaped = String::new();
    for c in text.chars() {
        match c {
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            '"' => escaped.push_str("&quot;"),
            '\n' => escaped.push_str("&#10;"),
            '\r' => escaped.push_str("&#13;"),
            '\t' => escaped.push_str("&#9;"),
            c if is_legal(c) => escaped.push(c),
            _ => escaped.push('\u{fffd}'),
        }
    }
    escaped.into()
}

/// Whether a character may stand in XML 1.0 (its production `Char`).
const fn is_legal(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..='\u{10ffff}')
}
