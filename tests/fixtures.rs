//! Small documents, one behaviour each: their records, pages and findings are what `fixtures/` says, and nothing of them is lost.
//!
//! `UPDATE_FIXTURES=1 cargo test --test fixtures` writes the expectations anew: read the difference.

mod common;

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::path::Path;

use common::fixture_folders;
use common::reading::{Document, printed};
use scheda::Options;
use scheda::diagnostic::Code;
use scheda::output::{Format, Stream, markdown};
use scheda::schemas::{self, Schemas};

/// What is expected of a document: the file that says it, and what makes it.
type Expectation = (&'static str, fn(&Document) -> String);

/// What a fixture's document gives, file by file.
const EXPECTATIONS: [Expectation; 3] = [
    ("expected.yaml", |document| written(document, Format::Yaml)),
    ("expected.md", |document| written(document, Format::Markdown)),
    ("findings.txt", Document::findings_as_text),
];

/// The records as `convert` writes them.
fn written(document: &Document, format: Format) -> String {
    let mut stream = Stream::new(Vec::new(), format, Schemas::builtin(), &markdown::Options::default());
    for sheet in &document.reading.sheets {
        stream.push(&sheet.record).unwrap();
    }
    String::from_utf8(stream.finish().unwrap()).unwrap()
}

/// What a fixture's document may be called; of a PDF it is the text that pdftotext takes out of it, and
/// beside it what pdftohtml tells of its look.
const INPUTS: [&str; 13] = [
    "input.txt",
    "input.md",
    "input.html",
    "input.json",
    "input.yaml",
    "input.ndjson",
    "input.docx",
    "input.odt",
    "input.xlsx",
    "input.ods",
    "input.csv",
    "input.tsv",
    "input.pdftotext",
];

fn document(folder: &Path) -> Document {
    document_without(folder, None)
}

/// The same with a rule switched off.
fn document_without(folder: &Path, off: Option<Code>) -> Document {
    let name = INPUTS.into_iter().find(|name| folder.join(name).is_file());
    let name = name.unwrap_or_else(|| panic!("no input in {}", folder.display()));
    let bytes = std::fs::read(folder.join(name)).unwrap();
    let document = match name {
        "input.pdftotext" => Document::of_pdf("input.pdf", printed(&folder.join(name))),
        _ => Document::of_bytes(name, bytes),
    };
    let settings = settings(folder);
    let options = Options { off: settings.options.off.into_iter().chain(off).collect(), ..settings.options };
    document.again(&settings.schemas, &options)
}

/// How a fixture is read.
struct Settings {
    options: Options,
    schemas: Cow<'static, Schemas>,
}

/// What `options.yaml` beside a document says: `today`, rules to switch `on`, and a `template` in the same folder.
#[derive(Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Told {
    today: Option<String>,
    on: Vec<String>,
    template: Option<String>,
}

fn settings(folder: &Path) -> Settings {
    let text = std::fs::read_to_string(folder.join("options.yaml")).unwrap_or_default();
    let told: Told = if text.is_empty() { Told::default() } else { serde_yaml::from_str(&text).unwrap() };
    let on: Vec<Code> = told.on.iter().map(|id| Code::from_id(id).unwrap_or_else(|| panic!("{id}"))).collect();
    let mut options = Options { today: told.today, ..Options::default() };
    options.off.retain(|code| !on.contains(code));
    let Some(name) = told.template else { return Settings { options, schemas: Cow::Borrowed(Schemas::builtin()) } };
    let text = std::fs::read_to_string(folder.join(&name)).unwrap();
    let schemas = Schemas::builtin().with_template(schemas::File { name: &name, text: &text }).unwrap();
    options.template = schemas.templates.last().map(|template| template.name.to_string());
    Settings { options, schemas: Cow::Owned(schemas) }
}

/// What differs from the expectation; with `UPDATE_FIXTURES=1` it is written instead.
fn difference(file: &Path, text: &str) -> Option<String> {
    if std::env::var("UPDATE_FIXTURES").is_ok_and(|value| value == "1") {
        std::fs::write(file, text).unwrap();
    }
    let expected = std::fs::read_to_string(file).unwrap_or_default();
    let line = (1..).zip(expected.lines().zip(text.lines())).find(|(_, (old, new))| old != new);
    let at = line.map_or_else(
        || String::from("they differ in length"),
        |(nth, (old, new))| format!("line {nth} is\n    {new}\n  and should be\n    {old}"),
    );
    (expected != text).then(|| format!("{}: {at}", file.display()))
}

fn faults(folder: &Path) -> Vec<String> {
    let document = document(folder);
    let lost = document.faults().into_iter().map(|fault| format!("{}: {fault}", folder.display()));
    let differences = EXPECTATIONS.iter().filter_map(|(name, text)| difference(&folder.join(name), &text(&document)));
    lost.chain(differences).collect()
}

#[test]
fn every_fixture_gives_what_it_says() {
    let folders = fixture_folders();
    assert!(folders.len() > 40, "only {} fixtures", folders.len());
    let faults: Vec<String> = folders.iter().flat_map(|folder| faults(folder)).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_kind_of_finding_has_a_fixture() {
    let met: BTreeSet<Code> = fixture_folders()
        .iter()
        .flat_map(|folder| document(folder).findings().map(|finding| finding.finding.code()).collect::<Vec<_>>())
        .collect();
    let missing: Vec<&str> = Code::ALL.iter().filter(|code| !met.contains(code)).map(|code| code.id()).collect();
    assert_eq!(missing, [""; 0]);
}

#[test]
fn a_rule_that_is_switched_off_finds_nothing_and_leaves_the_others_alone() {
    for folder in fixture_folders() {
        let all = document(&folder);
        let codes: BTreeSet<Code> = all.findings().map(|finding| finding.finding.code()).collect();
        for code in codes {
            // What has the id of another may be a copy of it, and a mistyped key leaves a field missing: both are said where nobody asks for
            // the cause.
            let hidden = match code {
                Code::DuplicateId => vec![code, Code::DuplicateRecord],
                Code::UnknownKey => vec![code, Code::MissingField],
                _ => vec![code],
            };
            let others = |document: &Document, off: &[Code]| {
                let on = document.findings().filter(|finding| !off.contains(&finding.finding.code()));
                on.cloned().collect::<Vec<_>>()
            };
            let rest = document_without(&folder, Some(code));
            assert!(rest.findings().all(|finding| finding.finding.code() != code), "{}", code.id());
            let (left, expected) = (others(&rest, &hidden), others(&all, &hidden));
            assert_eq!(left, expected, "{} in {}", code.id(), folder.display());
        }
    }
}

// Small sheets, and what their records should be

const HEAD: &str = "BEST PRACTICE SUMMARY SHEET\n\nINSTITUTION: Town of Sample\n\n";

/// The record of a summary sheet with these fields.
fn sheet(fields: &str) -> serde_json::Value {
    Document::of_text(&[HEAD, fields].concat()).record()
}

/// The record of a table of two columns with these rows.
fn table(rows: &str) -> serde_json::Value {
    Document::of_text(&["Buona pratica: RETE\n\n", rows, "\n"].concat()).record()
}

#[test]
fn a_line_that_ends_several_sheets_is_a_value_of_each() {
    let one = [HEAD, "CONTACT PERSON: Rita Sample\n\nE-mail: rita@example.org\n"].concat();
    let document = Document::of_text(&[one.as_str(); 4].join("\n\n\n"));
    for sheet in &document.reading.sheets {
        assert_eq!(sheet.record.contacts[0].email.as_deref(), Some("rita@example.org"));
    }
}

#[test]
fn an_unknown_row_with_an_empty_cell_leaves_other_rows_alone() {
    let record = table("Nome della rete\tRete\nMembri\tA; B\nFoto\t\nLuogo\tProva");
    assert_eq!(record["partners"], serde_json::json!(["A", "B"]));
}

#[test]
fn a_bullet_behind_a_tab_is_a_sub_bullet() {
    assert_eq!(
        sheet("BENEFICIARIES:\n- families\n\t- with children\n- schools")["target_groups"],
        serde_json::json!(["families\n- with children", "schools"])
    );
}

#[test]
fn numbered_lines_are_items() {
    assert_eq!(
        sheet("BENEFICIARIES:\n1. families\n2. schools")["target_groups"],
        serde_json::json!(["1. families", "2. schools"])
    );
    assert_eq!(sheet("RESULTS: 1. one\n2. two")["results"], "1. one\n2. two");
}

#[test]
fn a_numbered_label_with_a_colon_leaves_the_value_before_alone() {
    let record = sheet("BENEFICIARIES: families\n\n1. RESULTS: ten");
    assert_eq!(record["target_groups"], serde_json::json!(["families"]));
    assert_eq!(record["results"], "ten");
}

#[test]
fn a_known_row_is_no_unknown_label() {
    let rows = "Nome della rete\tRete\nWebsite, Social Media\tWebsite: www.example.org";
    let findings = Document::of_text(&["Buona pratica: RETE\n\n", rows].concat()).findings_as_text();
    assert!(!findings.contains("unknown-label"), "{findings}");
}

#[test]
fn what_is_no_address_is_kept_as_written() {
    let record = table("Nome della rete\tRete\nWebsite, Social Media\tin costruzione");
    assert_eq!(record["links"], serde_json::json!([{"url": "in costruzione"}]));
}

#[test]
fn the_words_of_a_link_are_its_label() {
    let record = table("Nome della rete\tRete\nWebsite, Social Media\t[il blog](https://blog.example.org/)");
    assert_eq!(record["links"], serde_json::json!([{"label": "il blog", "url": "https://blog.example.org/"}]));
}

#[test]
fn bold_tags_with_spaces_inside_are_emphasis() {
    let document = Document::of_text(&[HEAD, "RESULTS: <b> Strong </b> and fine"].concat());
    assert_eq!(document.stretches(scheda::ledger::Class::Unassigned), []);
    assert!(document.record()["results"].as_str().unwrap().ends_with("**Strong** and fine"));
}

#[test]
fn an_ampersand_needs_no_backslash() {
    assert_eq!(sheet("RESULTS: Town & School")["results"], "Town & School");
}

#[test]
fn a_picture_leaves_emphasis_alone() {
    let results = sheet("RESULTS: *in primis* ![a map](https://example.org/f.png)")["results"].to_string();
    assert!(results.contains("*in primis*") && !results.contains("\\\\*"), "{results}");
}

#[test]
fn a_domain_in_a_later_sentence_is_not_announced() {
    let record = sheet("OTHER: Website: desk.example.org. Nobody announces example.com here.");
    assert_eq!(record["links"], serde_json::json!([{"label": "Website", "url": "https://desk.example.org"}]));
}

#[test]
fn an_address_belongs_to_the_person_that_its_link_names() {
    assert_eq!(
        sheet("CONTACT PERSON: Rita Sample, director, [Ugo Example](mailto:ugo@example.org)")["contacts"],
        serde_json::json!([
            {"name": "Rita Sample", "role": "director"},
            {"name": "Ugo Example", "email": "ugo@example.org"},
        ])
    );
}

#[test]
fn a_name_before_an_address_in_angle_brackets_is_a_name() {
    assert_eq!(
        sheet("CONTACT PERSON: Rita Sample &lt;rita@example.org&gt;")["contacts"],
        serde_json::json!([{"name": "Rita Sample", "email": "rita@example.org"}])
    );
}

#[test]
fn a_note_is_no_fax_number_on_a_page() {
    let contact = "CONTACT PERSON:\n\nCoordinating contact person\n\n- Name and surname: Rita Sample\n";
    let page = written(&Document::of_text(&[HEAD, contact].concat()), Format::Markdown);
    assert!(page.contains("Coordinating contact person") && !page.contains("Fax"), "{page}");
}
