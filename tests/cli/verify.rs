//! Records held against their sheets: edited, changed, moved, gone.

use std::fs;

use serde_json::Value;
use tempfile::TempDir;

use super::{check, folder, scheda};

const SHEET: &str = "BEST PRACTICE SUMMARY SHEET\n\nINSTITUTION: Town of Sample\n\nBEST PRACTICE'S SUBJECT: Shared gardens\n\n\
    BEST PRACTICE'S DESCRIPTION: Forty plots for everybody.\n\nCONTACT PERSON: Rita Sample, rita@example.org\n\n\
    BENEFICIARIES: families; schools; pensioners\n\nRESULTS: 38 gardens in use\n";

/// A second sheet of the same form.
fn second() -> String {
    SHEET.replace("Shared gardens", "Evening kitchen").replace("Forty plots for everybody", "People cook together")
}

/// A folder with `sheets/a.txt`, which has two sheets, and `records.yaml`, made of them.
fn made(args: &[&str]) -> TempDir {
    let both = format!("Report of the year\n\n{SHEET}\n{}", second());
    let folder = folder(&[("sheets/a.txt", both.as_bytes())]);
    let base = ["convert", "sheets", "-o", "records.yaml", "--quiet"];
    check(&scheda(folder.path(), &[&base, args].concat()), 0, "");
    folder
}

fn edit(folder: &TempDir, file: &str, from: &str, to: &str) {
    let path = folder.path().join(file);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{from} in {text}");
    fs::write(&path, text.replacen(from, to, 1)).unwrap();
}

/// What is printed, with the exit code.
#[track_caller]
fn verified(folder: &TempDir, code: i32) -> String {
    let output = scheda(folder.path(), &["verify", "records.yaml", "--against", "sheets"]);
    check(&output, code, "");
    String::from_utf8(output.stdout).unwrap()
}

/// The names of the drifts with the values that they are about.
#[track_caller]
fn drifts(folder: &TempDir) -> Vec<(String, String)> {
    let output = scheda(folder.path(), &["verify", "records.yaml", "--against", "sheets", "--format", "json"]);
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["version"], 1);
    let all = report["records"].as_array().unwrap().iter().flat_map(|record| record["drifts"].as_array().unwrap());
    let word = |value: &Value| value.as_str().unwrap().to_owned();
    let found: Vec<_> = all.map(|drift| (word(&drift["kind"]), word(&drift["path"]))).collect();
    assert_eq!(output.status.code(), Some(i32::from(!found.is_empty())));
    found
}

fn named(kinds: &[(&str, &str)]) -> Vec<(String, String)> {
    kinds.iter().map(|(kind, path)| ((*kind).to_owned(), (*path).to_owned())).collect()
}

#[test]
fn what_was_just_made_is_the_same() {
    for args in [&[][..], &["--provenance"]] {
        let said = verified(&made(args), 0);
        assert!(said.ends_with("\n2 records: 2 as in the sheets, 0 not\n"), "{said}");
        assert!(said.starts_with("same: records.yaml#1 \"Shared gardens\"\n"), "{said}");
    }
}

#[test]
fn an_edited_value_is_told_with_both_values_and_places() {
    let folder = made(&["--provenance"]);
    edit(&folder, "records.yaml", "38 gardens", "39 gardens");
    let said = verified(&folder, 1);
    assert!(said.contains(": edited by hand: results\n  record: \"39 gardens in use\"\n"), "{said}");
    assert!(said.contains("\n  sheet:  \"38 gardens in use\" (sheets/a.txt:15:10)\n"), "{said}");
    assert!(said.starts_with("records.yaml:"), "{said}");
    assert_eq!(drifts(&folder), named(&[("edited", "/results")]));
    let without = made(&[]);
    edit(&without, "records.yaml", "38 gardens", "39 gardens");
    assert_eq!(drifts(&without), named(&[("differs", "/results")]));
}

#[test]
fn a_changed_sheet_is_told_once_and_its_values_each() {
    let folder = made(&["--provenance"]);
    edit(&folder, "sheets/a.txt", "38 gardens", "37 gardens");
    assert_eq!(drifts(&folder), named(&[("source-changed", ""), ("differs", "/results")]));
}

#[test]
fn lines_above_a_sheet_move_it_and_change_nothing() {
    for args in [&[][..], &["--provenance"]] {
        let folder = made(args);
        edit(&folder, "sheets/a.txt", "Report", "First\n\nReport");
        assert_eq!(drifts(&folder), named(&[("moved", ""), ("moved", "")]));
        let said = verified(&folder, 1);
        assert!(
            said.contains("from sheet 1 of sheets/a.txt, lines 3-15 to sheet 1 of sheets/a.txt, lines 5-17\n"),
            "{said}"
        );
    }
}

#[test]
fn bytes_above_a_sheet_move_what_the_provenance_names() {
    let folder = made(&["--provenance"]);
    edit(&folder, "sheets/a.txt", "Report", "A report");
    assert_eq!(drifts(&folder), named(&[("moved", ""), ("moved", "")]));
    let without = made(&[]);
    edit(&without, "sheets/a.txt", "Report", "A report");
    assert_eq!(drifts(&without), named(&[]));
}

#[test]
fn a_byte_outside_the_sheets_is_no_drift() {
    let folder = made(&["--provenance"]);
    edit(&folder, "sheets/a.txt", "Report", "report");
    assert_eq!(drifts(&folder), named(&[]));
}

#[test]
fn a_sheet_that_is_gone_is_not_taken_for_another() {
    let folder = made(&["--provenance"]);
    let text = fs::read_to_string(folder.path().join("sheets/a.txt")).unwrap();
    fs::write(folder.path().join("sheets/a.txt"), text.replace(SHEET, "")).unwrap();
    assert_eq!(drifts(&folder), named(&[("sheet-gone", ""), ("moved", "")]));
    assert!(verified(&folder, 1).contains(": the sheet is gone: sheet 1 of sheets/a.txt, lines 3-15\n"));
    fs::write(folder.path().join("sheets/b.txt"), SHEET).unwrap();
    fs::remove_file(folder.path().join("sheets/a.txt")).unwrap();
    assert_eq!(drifts(&folder), named(&[("moved", ""), ("sheet-gone", "")]));
}

#[test]
fn items_that_change_places_are_moved() {
    let folder = made(&["--provenance"]);
    edit(&folder, "records.yaml", "- families\n  - schools\n", "- schools\n  - families\n");
    let found = drifts(&folder);
    assert_eq!(found, named(&[("item-moved", "/target_groups/0")]));
    assert!(verified(&folder, 1).contains("moved in target_groups: this item is number 1, in the sheet number 2\n"));
}

#[test]
fn an_item_more_or_less_does_not_touch_the_others() {
    let folder = made(&[]);
    edit(&folder, "sheets/a.txt", "families; ", "");
    assert_eq!(drifts(&folder), named(&[("differs", "/target_groups/0")]));
    edit(&folder, "sheets/a.txt", "schools; ", "neighbours; families; schools; ");
    assert_eq!(drifts(&folder), named(&[("differs", "/target_groups")]));
}

#[test]
fn lines_that_change_places_inside_a_sheet_are_told_each() {
    let folder = made(&["--provenance"]);
    edit(&folder, "sheets/a.txt", "INSTITUTION: Town of Sample\n\n", "");
    edit(&folder, "sheets/a.txt", "Shared gardens\n\n", "Shared gardens\n\nINSTITUTION: Town of Sample\n\n");
    let found = drifts(&folder);
    let paths = [("source-changed", ""), ("misplaced", "/lead_organisation"), ("misplaced", "/title")];
    assert_eq!(found, named(&paths));
}

#[test]
fn a_place_that_the_provenance_names_wrongly_is_told() {
    let folder = made(&["--provenance"]);
    edit(&folder, "records.yaml", "line: 15", "line: 14");
    assert_eq!(drifts(&folder), named(&[("misplaced", "/results")]));
}

#[test]
fn the_ends_of_lines_are_no_drift() {
    for (was, is) in [("\n", "\r\n"), ("\r\n", "\n")] {
        let sheet = format!("Report of the year\n\n{SHEET}").replace('\n', was);
        let folder = folder(&[("sheets/a.txt", sheet.as_bytes())]);
        check(&scheda(folder.path(), &["convert", "sheets", "-o", "records.yaml", "--quiet", "--provenance"]), 0, "");
        let text = sheet.replace(was, is);
        fs::write(folder.path().join("sheets/a.txt"), &text).unwrap();
        assert_eq!(drifts(&folder), named(&[]));
        // A value that changes with them is told all the same, and no other.
        fs::write(folder.path().join("sheets/a.txt"), text.replace("38 gardens", "39 gardens")).unwrap();
        assert_eq!(drifts(&folder), named(&[("source-changed", ""), ("differs", "/results")]));
    }
}

#[test]
fn what_was_hidden_is_told_as_hidden() {
    for contacts in ["hide", "none"] {
        let folder = made(&["--contacts", contacts, "--provenance"]);
        assert_eq!(drifts(&folder), named(&[]));
        let said = verified(&folder, 0);
        assert!(said.contains("\nrecords.yaml#1: not shown: 1 e-mail address"), "{said}");
    }
    let folder = made(&["--contacts", "hide"]);
    edit(&folder, "records.yaml", "38 gardens", "39 gardens");
    assert_eq!(drifts(&folder), named(&[("differs", "/results")]));
}

#[test]
fn a_record_that_names_no_file_is_found_by_its_title() {
    let own = "schema: 1\ntitle: Shared gardens\nlead_organisation: Town of Sample\n";
    let folder = folder(&[("sheets/a.txt", SHEET.as_bytes()), ("records.yaml", own.as_bytes())]);
    let found = drifts(&folder);
    assert!(found.contains(&("differs".into(), "/results".into())), "{found:?}");
    assert!(!found.iter().any(|(_, path)| path == "/title" || path.starts_with("/source")), "{found:?}");
    fs::write(folder.path().join("records.yaml"), own.replace("Shared", "Other")).unwrap();
    assert_eq!(drifts(&folder), named(&[("no-sheet", "")]));
}

#[test]
fn pages_are_records_too() {
    let folder = folder(&[("a.txt", SHEET.as_bytes())]);
    let args = ["convert", "a.txt", "--to", "markdown", "--out-dir", "pages", "--quiet"];
    check(&scheda(folder.path(), &args), 0, "");
    check(&scheda(folder.path(), &["verify", "pages", "--against", "a.txt"]), 0, "");
    edit(&folder, "pages/shared-gardens.md", "Forty plots", "Fifty plots");
    let output = scheda(folder.path(), &["verify", "pages", "--against", "a.txt", "--quiet"]);
    check(&output, 1, "");
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.contains("differs from the sheet: description\n  record: \"Fifty plots for everybody.\""), "{said}");
    assert!(!said.contains("as in the sheets"), "{said}");
}

#[test]
fn without_records_or_sheets_there_is_nothing_to_do() {
    let folder = made(&[]);
    check(&scheda(folder.path(), &["verify", "sheets", "--against", "sheets"]), 2, "there is no record to verify");
    check(&scheda(folder.path(), &["verify", "records.yaml", "--against", "gone"]), 2, "cannot read gone");
    check(&scheda(folder.path(), &["verify", "records.yaml"]), 2, "--against");
}

#[test]
fn it_speaks_the_language_of_its_reader() {
    let folder = made(&[]);
    edit(&folder, "records.yaml", "38 gardens", "39 gardens");
    let output = scheda(folder.path(), &["verify", "records.yaml", "--against", "sheets", "--lang", "it"]);
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.contains("diverso dalla scheda: results\n  record: "), "{said}");
    assert!(said.ends_with("2 record: 1 come nelle schede, 1 no\n"), "{said}");
}
