//! `scheda rules`, `scheda explain`, and rules as people use them.

use super::{check, folder, scheda};
use scheda::diagnostic::Code;
use serde_json::Value;

const RECORD: &[u8] =
    b"schema: 1\nid: gardens\ntitle: Shared gardens\nlead_organisation: Town of Sample\nstart: 2027-01\n";

fn said(folder: &std::path::Path, args: &[&str]) -> String {
    String::from_utf8(scheda(folder, args).stdout).unwrap()
}

#[test]
fn the_list_of_rules_has_every_code() {
    let folder = folder(&[]);
    let table = said(folder.path(), &["rules"]);
    let list: Value = serde_json::from_str(&said(folder.path(), &["rules", "--format", "json"])).unwrap();
    assert_eq!(list["version"], 1);
    for (nth, code) in Code::ALL.iter().enumerate() {
        assert!(table.lines().any(|line| line.starts_with(&format!("{} ", code.id()))), "{}", code.id());
        assert_eq!(list["rules"][nth]["code"], code.id());
        assert!(list["rules"][nth]["bad"]["files"][0]["name"].is_string());
    }
}

#[test]
fn a_code_is_explained_as_on_the_page_of_the_rules() {
    let folder = folder(&[]);
    let page = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/rules.md");
    let page = std::fs::read_to_string(page).unwrap();
    for code in Code::ALL {
        let entry = said(folder.path(), &["explain", code.id()]);
        assert!(page.contains(&format!("\n#{entry}")), "{}", code.id());
    }
    check(&scheda(folder.path(), &["explain", "malformed-mail"]), 2, "did you mean `malformed-email`?");
    check(&scheda(folder.path(), &["explain", "zzz"]), 2, "`scheda rules` lists them");
}

#[test]
fn a_copy_names_the_file_of_the_first() {
    let copy = without_id(RECORD);
    let folder = folder(&[("a.yaml", &copy), ("b/b.yaml", &copy)]);
    let human = said(folder.path(), &["validate", "a.yaml", "b"]);
    assert!(human.contains("warning[duplicate-record]") && human.contains("b/b.yaml:2:8"), "{human}");
    assert!(human.contains("a.yaml:2:8") && human.contains("first here"), "{human}");
    let json: Value =
        serde_json::from_str(&said(folder.path(), &["validate", "a.yaml", "b", "--format", "json"])).unwrap();
    let copy = json["findings"].as_array().unwrap().iter().find(|it| it["code"] == "duplicate-record").unwrap();
    assert_eq!((&copy["related"]["file"], &copy["related"]["line"]), (&"a.yaml".into(), &2.into()));
    let sarif: Value =
        serde_json::from_str(&said(folder.path(), &["validate", "a.yaml", "b", "--format", "sarif"])).unwrap();
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    let copy = results.iter().find(|it| it["ruleId"] == "duplicate-record").unwrap();
    let place = &copy["relatedLocations"][0]["physicalLocation"]["artifactLocation"]["uri"];
    assert_eq!(place, "a.yaml");
}

fn without_id(record: &[u8]) -> Vec<u8> {
    String::from_utf8_lossy(record).replace("id: gardens\n", "").into_bytes()
}

#[test]
fn an_id_that_is_written_twice_is_an_error_whatever_else_is_the_same() {
    let other = [RECORD, b"description: Another one.\n"].concat();
    let folder = folder(&[("a.yaml", RECORD), ("b.yaml", &other), ("c.yaml", &without_id(RECORD))]);
    let found = scheda(folder.path(), &["validate", "a.yaml", "b.yaml", "--format", "concise"]);
    let text = String::from_utf8_lossy(&found.stdout).into_owned();
    assert_eq!(text.matches("b.yaml:2:5: error[duplicate-id]").count(), 1, "{text}");
    assert_eq!(text.matches("duplicate-record").count(), 0, "one cause, one finding: {text}");
    // One of them has no id of its own.
    let found = scheda(folder.path(), &["validate", "a.yaml", "c.yaml", "--format", "concise"]);
    let text = String::from_utf8_lossy(&found.stdout).into_owned();
    assert!(text.contains("warning[duplicate-record]") && !text.contains("duplicate-id"), "{text}");
}

#[test]
fn a_record_beside_its_sheet_is_no_copy() {
    let sheet = b"Title: Shared gardens\nLead organisation: Town of Sample\nDescription: A garden.\n";
    let folder = folder(&[("sheet.txt", sheet)]);
    check(&scheda(folder.path(), &["convert", "sheet.txt", "-o", "record.yaml"]), 0, "");
    let found = said(folder.path(), &["validate", "sheet.txt", "record.yaml"]);
    assert!(!found.contains("duplicate"), "{found}");
}

#[test]
fn dates_are_held_against_the_day_that_is_told() {
    let folder = folder(&[("a.yaml", RECORD)]);
    let found = |args: &[&str]| said(folder.path(), &[&["validate", "a.yaml"], args].concat());
    assert!(!found(&[]).contains("future-date"));
    assert!(found(&["--today", "2026-12-31"]).contains("2027-01 has not come yet: today is 2026-12-31"));
    assert!(!found(&["--today", "2027-01-01"]).contains("future-date"));
    check(&scheda(folder.path(), &["validate", "a.yaml", "--today", "2026-13-01"]), 2, "write a day as 2026-01-31");
}

#[test]
fn a_collection_switches_rules_on_and_off_and_sets_limits() {
    let config = b"severity: {personal-data: error, missing-field: off}\nlimits:\n  title: {max_words: 1}\n";
    let record = b"schema: 1\ntitle: Shared gardens\ndescription: Ask rita@example.org.\n";
    let folder = folder(&[("scheda.yaml", config), ("a.yaml", record)]);
    let found = said(folder.path(), &["validate", "a.yaml"]);
    assert!(found.contains("error[personal-data]") && !found.contains("missing-field"), "{found}");
    assert!(found.contains("warning[too-long]") && found.contains("asked for by scheda.yaml:3"), "{found}");
}

#[test]
fn a_place_that_a_form_keeps_free_is_one_finding() {
    let sheet = b"Title: Walks\nLead organisation: [insert name of the organisation]\nDescription: Some walks.\n";
    let folder = folder(&[("a.txt", sheet)]);
    let text = said(folder.path(), &["validate", "a.txt", "--format", "concise"]);
    assert_eq!(text.lines().filter(|line| line.contains("a.txt:2:")).count(), 1, "{text}");
}

#[test]
fn the_help_for_a_date_is_right_where_it_is_followed() {
    let sheet = b"Title: Walks\nStart: soon enough\nDescription: Some walks.\n";
    let record = b"schema: 1\ntitle: Walks\nstart: soon enough\n";
    let folder = folder(&[("a.txt", sheet), ("a.yaml", record)]);
    let help = |file: &str| said(folder.path(), &["validate", file]);
    assert!(help("a.yaml").contains("2021-01 or \"2021\" (a year alone stands in quotes)"), "{}", help("a.yaml"));
    assert!(!help("a.txt").contains("in quotes"), "{}", help("a.txt"));
}
