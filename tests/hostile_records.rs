//! Records that are broken or made to do harm: each fault is named with its place or its limit, no byte is lost, and four times as much
//! takes about four times as long.

mod common;

use common::reading::Document;
use scheda::diagnostic::entry::{About, Entry};
use scheda::diagnostic::fingerprint::Fingerprints;
use scheda::diagnostic::human::Human;
use scheda::diagnostic::{concise, github, message::Message};
use scheda::fix::fix;
use scheda::locale::Locale;
use scheda::schemas::Schemas;
use scheda::source::Source;

const YAML: &str = "schema: 1\nid: gardens\ntitle: Gardens\ndescription: Shared gardens.\n";
const JSON: &str = r#"{"schema":1,"id":"gardens","title":"Gardens","description":"Shared gardens.""#;

fn yaml(rest: &str) -> String {
    YAML.to_owned() + rest
}

fn json(rest: &str) -> String {
    format!("{JSON},{rest}}}")
}

fn list(item: &str, n: usize) -> String {
    vec![item; n].join(",")
}

fn numbered(n: usize, line: impl Fn(usize) -> String) -> String {
    (0..n).map(line).collect()
}

/// Reads a document, and proves that the ledger adds up.
fn read(name: &str, text: &str) -> Document {
    let document = Document::of_named_text(name, text);
    let totals = document.reading.ledger.totals(document.text());
    assert_eq!(totals.iter().map(|(_, total)| total).sum::<usize>(), text.len(), "{name}");
    document
}

/// The codes and sentences of what was found, each once, in order.
fn said(document: &Document) -> Vec<String> {
    let mut said: Vec<String> = Vec::new();
    for finding in document.findings() {
        let line = format!("{}: {}", finding.finding.code().id(), Message::new(finding, Locale::default()).text);
        if !said.contains(&line) && said.len() < 20 {
            said.push(line);
        }
    }
    said
}

/// A document with a fault that grows with `n`, and what is said of it.
struct Hostile {
    name: &'static str,
    text: fn(usize) -> String,
    said: &'static str,
}

const fn hostile(name: &'static str, text: fn(usize) -> String, said: &'static str) -> Hostile {
    Hostile { name, text, said }
}

const HOSTILE: [Hostile; 24] = [
    hostile(
        "bomb.yaml",
        |n| yaml("extra:\n  a: &a [x, x]\n") + &numbered(n, |nth| format!("  k{nth}: [*a, *a]\n")),
        "wrong-type: extra should be",
    ),
    hostile("merge.yaml", |n| yaml("extra:\n") + &"  <<: *a\n".repeat(n), "wrong-type"),
    hostile(
        "flow.yaml",
        |n| yaml(&format!("extra: {{a: {}", "[".repeat(n))),
        "stand more than 255 levels inside each other",
    ),
    hostile(
        "flow map.yaml",
        |n| yaml(&format!("extra: {}", "{a: ".repeat(n))),
        "stand more than 255 levels inside each other",
    ),
    hostile(
        "block.yaml",
        |n| yaml(&format!("extra:\n  {}x\n", "- ".repeat(n))),
        "stand more than 255 levels inside each other",
    ),
    hostile("keys.yaml", |n| yaml(&format!("extra:\n  {}x\n", "? ".repeat(n))), "broken-data"),
    hostile("deep.json", |n| json(&format!("\"extra\":{{\"a\":{}{}}}", "[".repeat(n), "]".repeat(n))), "64 levels"),
    hostile(
        "open.json",
        |n| format!("{JSON},\"extra\":{}", "{\"a\":".repeat(n)),
        "the text ends where a value should stand",
    ),
    hostile(
        "sections.json",
        |n| json(&format!("\"sections\":{}[]{}", "[{\"text\":\"b\",\"sections\":".repeat(n), "}]".repeat(n))),
        "64 levels",
    ),
    hostile(
        "repeated.yaml",
        |n| yaml(&"location: Sample\n".repeat(n)),
        "repeated-key: the key “location” stands here a second time",
    ),
    hostile("repeated.json", |n| json(&list("\"location\":\"Sample\"", n)), "repeated-key"),
    hostile("repeated extra.json", |n| json(&format!("\"extra\":{{{}}}", list("\"a\":1", n))), "repeated-key"),
    hostile("tabs.yaml", |n| yaml(&"\tlocation: Sample\n".repeat(n)), "broken-data"),
    hostile(
        "unknown.yaml",
        |n| yaml(&numbered(n, |nth| format!("k{nth}: v\n"))),
        "unknown-key: a record has no key “k7”",
    ),
    hostile("unknown.json", |n| json(&(numbered(n, |nth| format!("\"k{nth}\":\"v\",")) + "\"z\":1")), "unknown-key"),
    hostile("items.yaml", |n| yaml("keywords:\n") + &"  - {a: 1}\n".repeat(n), "wrong-type: keywords[0] should be"),
    hostile("items.json", |n| json(&format!("\"keywords\":[{}]", list("1", n))), "wrong-type: keywords[0] should be"),
    hostile(
        "contacts.json",
        |n| json(&format!("\"contacts\":[{}]", list("{\"email\":\"bad\",\"phone\":\"none\"}", n))),
        "malformed-email",
    ),
    hostile("links.json", |n| json(&format!("\"links\":[{}]", list("{\"url\":\"bad\"}", n))), "malformed-url"),
    hostile("key.yaml", |n| yaml(&format!("{}: v\n", "k".repeat(20 * n))), "it may have 1024 characters"),
    hostile(
        "key.json",
        |n| json(&format!("\"{}\":\"v\"", "k".repeat(20 * n))),
        "unknown-key: a record has no key “kkkkkk",
    ),
    hostile("documents.yaml", |n| format!("---\n{YAML}").repeat(n / 20), "duplicate-id"),
    hostile("lines.ndjson", |n| format!("{JSON}}}\n").repeat(n / 20), "duplicate-id"),
    hostile("text.json", |n| json(&format!("\"results\":\"{}\"", "word \\u00e9 ".repeat(n))), "missing-field"),
];

#[test]
fn each_fault_is_named() {
    for Hostile { name, text, said: expected } in &HOSTILE {
        let document = read(name, &text(400));
        let said = said(&document);
        assert!(said.iter().any(|said| said.contains(expected)), "{name}: {said:#?}");
        // What can be read of the record is there.
        assert_eq!(document.reading.sheets[0].record.title.as_deref(), Some("Gardens"), "{name}");
    }
}

#[test]
fn a_hundred_thousand_levels_are_as_good_as_four_hundred() {
    for Hostile { name, text, said: expected } in HOSTILE.iter().filter(|it| it.said.contains("levels")) {
        let said = said(&read(name, &text(100_000)));
        assert!(said.iter().any(|said| said.contains(expected)), "{name}: {said:#?}");
    }
}

/// Everything that a run does with a document: reading, findings in several formats, repairs.
fn work(name: &str, text: &str) -> usize {
    let document = read(name, text);
    let (source, human) = (&document.source, Human::new(false, Locale::default()));
    let mut fingerprints = Fingerprints::default();
    let about = About { source, file: &source.name, sheet: None };
    let entries: Vec<Entry> =
        document.findings().map(|it| Entry::new(about, it, fingerprints.of(about, it), Locale::default())).collect();
    let shown = document.findings().map(|finding| human.finding(source, finding).len());
    let lines = entries.iter().map(|entry| concise::line(entry).len());
    let repaired = fix(source, Schemas::builtin()).map_or(0, |fixed| fixed.text.len());
    shown.chain(lines).sum::<usize>() + github::commands(&entries, true, Locale::default()).len() + repaired
}

/// Nanoseconds that this thread has worked; others on the machine do not count.
#[cfg(target_os = "linux")]
fn worked() -> Option<u64> {
    std::fs::read_to_string("/proc/thread-self/schedstat").ok()?.split(' ').next()?.parse().ok()
}

#[cfg(not(target_os = "linux"))]
fn worked() -> Option<u64> {
    None
}

fn cost(hostile: &Hostile, n: usize) -> u64 {
    let text = (hostile.text)(n);
    let before = worked().unwrap();
    std::hint::black_box(work(hostile.name, &text));
    worked().unwrap() - before
}

#[test]
fn four_times_as_much_takes_four_times_as_long() {
    if worked().is_none_or(|worked| worked == 0) {
        eprintln!("SKIPPED: this system does not say how long a thread has worked");
        return;
    }
    const N: usize = 800;
    for hostile in &HOSTILE {
        // What is measured by chance goes away in a second look; what is quadratic does not.
        let ratio = || cost(hostile, 4 * N) as f64 / cost(hostile, N).max(2_000_000) as f64;
        let least = (0..3).map(|_| ratio()).find(|ratio| *ratio < 5.0);
        assert!(
            least.is_some(),
            "{}: {} ms, {} ms",
            hostile.name,
            cost(hostile, N) / 1_000_000,
            cost(hostile, 4 * N) / 1_000_000
        );
    }
}

#[test]
fn two_documents_in_one_file_are_two_records() {
    let text = yaml("---\nschema: 1\ntitle: Desk\ncolour: red\n...\n");
    let document = read("two.yaml", &text);
    let titles: Vec<_> = document.reading.sheets.iter().map(|sheet| sheet.record.title.clone().unwrap()).collect();
    assert_eq!(titles, ["Gardens", "Desk"]);
    assert!(document.reading.sheets[1].findings.iter().any(|it| it.finding.code().id() == "unknown-key"));
    // A second value behind a JSON record is one more line of NDJSON.
    assert_eq!(read("two.json", &format!("{JSON}}} {JSON}}}")).reading.sheets.len(), 2);
}

#[test]
fn a_tab_is_shown_where_it_stands() {
    for (text, place) in [(yaml("keywords:\n\t- a\n"), "6:2"), (yaml("keywords:\n  - a\n\t- b\n"), "7:1")] {
        let document = read("tabs.yaml", &text);
        let found = document.findings_as_text();
        assert!(found.contains("error broken-data") && found.contains(place), "{found}");
    }
    // Behind a colon it parts key and value, as a space does.
    let document = read("tabs.yaml", &yaml("location:\tSample\n"));
    assert_eq!(document.reading.sheets[0].record.location.as_deref(), Some("Sample"));
}

/// The document that bytes are.
fn decoded(name: &str, bytes: &[u8]) -> Result<Document, String> {
    let source = Source::new(name, bytes.to_vec()).map_err(|error| error.to_string())?;
    let text = source.text.clone();
    let document = read(name, &text);
    Ok(Document { source, ..document })
}

#[test]
fn bytes_that_are_no_text_are_named() {
    let latin = decoded("latin.yaml", b"schema: 1\ntitle: Citt\xe0 aperta\ndescription: x\n").unwrap();
    assert_eq!(latin.reading.sheets[0].record.title.as_deref(), Some("Città aperta"));
    let zeros = decoded("zeros.yaml", b"schema: 1\ntitle: A\0B\ndescription: x\n");
    assert_eq!(zeros.err().as_deref(), Some("not a text file (binary data)"));
    for name in ["bom.yaml", "bom.json"] {
        let text = if name.ends_with("yaml") { YAML.to_owned() } else { format!("{JSON}}}") };
        let document = decoded(name, ("\u{feff}".to_owned() + &text).as_bytes()).unwrap();
        assert_eq!(document.reading.sheets[0].record.title.as_deref(), Some("Gardens"), "{name}");
        assert_eq!(said(&document).iter().filter(|it| it.contains("broken-data") || it.contains("-key")).count(), 0);
    }
    for name in ["empty.yaml", "empty.json", "empty.ndjson"] {
        for text in ["", "\n", "\u{feff}", " \n\t\n"] {
            assert!(read(name, text).reading.sheets.is_empty(), "{name}: {text:?}");
        }
    }
}

/// A record as a line of JSON.
fn line(title: &str) -> String {
    format!("{{\"schema\":1,\"title\":\"{title}\",\"description\":\"Ten gardens.\"}}\n")
}

fn titles(document: &Document) -> Vec<&str> {
    document.reading.sheets.iter().map(|sheet| sheet.record.title.as_deref().unwrap_or_default()).collect()
}

fn broken(document: &Document) -> Vec<String> {
    let said = document.findings_as_text();
    said.lines()
        .filter(|line| line.contains("broken-data"))
        .map(|line| line.split(' ').next().unwrap().into())
        .collect()
}

#[test]
fn each_line_stands_for_itself() {
    for (name, wrong, places) in [
        ("a.ndjson", "{\"schema\":1,\"title\":\"B\"", ["2:24"]),
        ("a.json", "{\"schema\":1,\"title\":", ["2:21"]),
        ("a.ndjson", "{\"schema\":1,\"title\":\"B", ["2:21"]),
        ("a.jsonl", "<<<<<<< ours", ["2:1"]),
        ("a.ndjson", "{\"schema\":1,\"extra\":{\"a\":[", ["2:27"]),
    ] {
        let document = read(name, &format!("{}{wrong}\n{}{}", line("A"), line("C"), line("D")));
        document.prove();
        assert_eq!(titles(&document), ["A", "C", "D"], "{wrong}");
        assert_eq!(broken(&document), places, "{wrong}");
    }
    // No record is made of a line that is all there is.
    let document = read("a.ndjson", "{\"schema\":1,\"title\":\"B\"\n");
    assert_eq!((titles(&document).len(), broken(&document).len()), (0, 1));
    // One value over several lines is no value a line.
    let document = read("a.ndjson", "{\n\"schema\":1,\n\"title\":\"B\"\n\"location\":\"C\"\n}\n");
    assert_eq!((titles(&document), broken(&document)), (vec!["B"], vec![String::from("4:1")]));
    let all = read("a.ndjson", &"{\"schema\":1,\n".repeat(5000));
    assert_eq!(broken(&all).len(), 1000, "there is an end to it");
}

#[test]
fn a_broken_document_does_not_hide_the_next() {
    let good = |title: &str| format!("---\nschema: 1\ntitle: {title}\ndescription: Ten gardens.\n");
    for (wrong, place) in [
        ("---\nschema: 1\ntitle: a: b\n", "7:9"),
        ("---\nschema: 1\ntitle: \"x\n", "7:8"),
        ("---\nschema: 1\ntitle: [unclosed\n", "7:8"),
        ("--- # ours\nschema: 1\n\ttitle: x\n", "7:1"),
    ] {
        let document = read("a.yaml", &format!("{}{wrong}{}{}", good("A"), good("C"), good("D")));
        document.prove();
        let titles: Vec<&str> = titles(&document).into_iter().filter(|title| title.len() == 1).collect();
        assert_eq!(titles, ["A", "C", "D"], "{wrong}: {}", document.findings_as_text());
        assert_eq!(broken(&document), [place], "{wrong}");
    }
    let document =
        read("a.yaml", "# ours\n%YAML 1.2\n---\nschema: 1\ntitle: [x\n---\nschema: 1\ntitle: B\ndescription: C\n");
    assert_eq!(broken(&document).len(), 1, "{}", document.findings_as_text());
    assert_eq!(titles(&document).last(), Some(&"B"));
}

#[test]
fn what_breaks_off_is_one_fault() {
    for text in ["schema: 1\ntitle: [unclosed\n", "schema: 1\ncontacts: {name: x\n", "schema: 1\npartners: {a: [b\n"] {
        let found = read("a.yaml", text).findings_as_text();
        assert_eq!(found.lines().filter(|line| line.contains(" error ")).count(), 1, "{text}: {found}");
    }
}

#[test]
fn what_the_schema_does_not_allow_is_said() {
    for (line, code) in [
        ("extra: [1, important]", "wrong-type"),
        ("extra: note", "wrong-type"),
        ("ongoing: false", "wrong-type"),
        ("source: {file: a.txt, sheet: 0, lines: 1-2, template: generic}", "wrong-type"),
        ("founded: 20100", "malformed-year"),
        ("founded: 12", "malformed-year"),
        ("founded: -5", "malformed-year"),
        ("founded: 0", "malformed-year"),
    ] {
        let found = read("a.yaml", &yaml(line)).findings_as_text();
        let errors: Vec<&str> = found.lines().filter(|line| line.contains(" error ")).collect();
        assert!(errors.len() == 1 && errors[0].contains(code), "{line}: {found}");
    }
    for (line, code) in [("0", "wrong-type"), ("\"\"", "wrong-type"), ("99999999999999999999", "newer-schema")] {
        let found = read("a.yaml", &YAML.replace("schema: 1", &format!("schema: {line}")));
        assert!(!found.reading.is_foreign, "{line}");
        assert!(
            found.findings_as_text().contains(&format!("1:9 error {code}")),
            "{line}: {}",
            found.findings_as_text()
        );
    }
    let json = read("a.json", &json("\"extra\":\"note\"")).findings_as_text();
    assert!(json.contains("error wrong-type"), "{json}");
    assert!(!read("a.yaml", &yaml("extra: {}\n")).findings_as_text().contains("wrong-type"));
}
