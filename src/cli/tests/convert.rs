//! `convert` into a stream or one file.

use std::io::ErrorKind;

use super::{Exit, Memory, scheda};

const TWO: &str = "sheet orti\nbad\nnote\n\nsheet bosco\nodd\n";

#[test]
fn json_is_always_one_array() {
    let host = Memory::with(&[("in/a.txt", TWO)]);
    assert_eq!(scheda(&host, &["convert", "in", "--to", "json"]), Exit::Done);
    let records: serde_json::Value = serde_json::from_str(&host.stdout()).unwrap();
    assert_eq!(records[1]["id"], "bosco");
}

#[test]
fn an_error_does_not_stop_a_record_unless_strict() {
    let host = Memory::with(&[("a.txt", TWO)]);
    assert_eq!(scheda(&host, &["convert", "a.txt", "--to", "ndjson"]), Exit::Done);
    assert_eq!(host.stdout().lines().count(), 2);
    let summary = "2 records from 1 file, 1 of them with errors; 1 error, 1 warning, 1 remark";
    assert!(host.stderr().contains(summary), "{}", host.stderr());
    assert_eq!(scheda(&host, &["convert", "a.txt", "--to", "ndjson", "--strict"]), Exit::Findings);
    assert!(host.stdout().contains("bosco") && !host.stdout().contains("orti"));
    assert!(host.stderr().contains("1 record with errors not written"), "{}", host.stderr());
}

#[test]
fn remarks_are_counted_and_not_shown() {
    let host = Memory::with(&[("a.txt", TWO)]);
    scheda(&host, &["convert", "a.txt"]);
    assert!(host.stderr().contains("error[malformed-email]") && host.stderr().contains("warning[unassigned-text]"));
    assert!(!host.stderr().contains("joined-across-page"), "{}", host.stderr());
}

#[test]
fn quiet_leaves_only_errors() {
    let host = Memory::with(&[("a.txt", TWO)]);
    scheda(&host, &["convert", "a.txt", "--quiet"]);
    assert!(host.stderr().contains("error[malformed-email]"));
    assert!(!host.stderr().contains("warning") && !host.stderr().contains("records"), "{}", host.stderr());
}

#[test]
fn the_name_of_the_file_tells_the_format_and_an_option_overrules_it() {
    let host = Memory::with(&[("a.txt", TWO)]);
    assert_eq!(scheda(&host, &["convert", "a.txt", "-o", "p.json"]), Exit::Done);
    assert!(host.get("p.json").unwrap().starts_with("[\n"));
    assert_eq!(host.stdout(), "");
    scheda(&host, &["convert", "a.txt", "-o", "p.json", "--to", "ndjson"]);
    assert_eq!(host.get("p.json").unwrap().lines().count(), 2);
    assert_eq!(scheda(&host, &["convert", "a.txt", "-o", "p.doc"]), Exit::CouldNot);
    assert!(host.stderr().contains("`.doc` does not tell the format; add --to"), "{}", host.stderr());
}

#[test]
fn one_sheet_keeps_the_id_that_it_has_among_all() {
    let host = Memory::with(&[("a.txt", "sheet x\n\nsheet x\nmore\n")]);
    scheda(&host, &["convert", "a.txt", "--to", "ndjson"]);
    let second = host.stdout().lines().nth(1).unwrap().to_owned();
    assert!(second.contains(r#""id":"x-"#), "{second}");
    assert_eq!(scheda(&host, &["convert", "a.txt", "--to", "ndjson", "--sheet", "2"]), Exit::Done);
    assert_eq!(host.stdout().trim_end(), second);
}

#[test]
fn a_sheet_that_is_not_there_is_named() {
    let host = Memory::with(&[("a.txt", TWO), ("b.txt", TWO)]);
    assert_eq!(scheda(&host, &["convert", "a.txt", "--sheet", "3"]), Exit::CouldNot);
    assert!(host.stderr().contains("a.txt has no sheet 3; it has 2 sheets"), "{}", host.stderr());
    assert_eq!(scheda(&host, &["convert", "a.txt", "b.txt", "--sheet", "1"]), Exit::CouldNot);
    assert_eq!(scheda(&host, &["convert", "a.txt", "--sheet", "0"]), Exit::CouldNot);
}

#[test]
fn a_closed_pipe_is_a_success_without_a_word() {
    let host = Memory::with(&[("a.txt", "sheet a\n")]);
    host.stdout_fails.set(Some(ErrorKind::BrokenPipe));
    for command in ["convert", "validate", "inspect"] {
        assert_eq!(scheda(&host, &[command, "a.txt"]), Exit::Done);
        assert_eq!(host.stderr(), "");
    }
    assert_eq!(scheda(&host, &["schema"]), Exit::Done);
    assert_eq!(scheda(&host, &["--help"]), Exit::Done);
}

#[test]
fn a_full_disk_leaves_the_old_file() {
    let host = Memory::with(&[("a.txt", TWO), ("p.json", "old")]);
    host.disk_fails.set(Some(ErrorKind::StorageFull));
    assert_eq!(scheda(&host, &["convert", "a.txt", "-o", "p.json"]), Exit::CouldNot);
    assert!(host.stderr().contains("cannot write p.json: the disk is full"), "{}", host.stderr());
    assert_eq!(host.get("p.json").unwrap(), "old");
}

#[test]
fn an_empty_result_does_not_replace_a_file() {
    let host = Memory::with(&[("a.txt", "nothing"), ("p.json", "old")]);
    assert_eq!(scheda(&host, &["convert", "a.txt", "-o", "p.json"]), Exit::Findings);
    assert_eq!(host.get("p.json").unwrap(), "old");
    assert!(host.stderr().contains("p.json: left as it was"), "{}", host.stderr());
}

#[test]
fn a_document_is_not_overwritten_by_its_records() {
    let host = Memory::with(&[("a.md", TWO)]);
    assert_eq!(scheda(&host, &["convert", "a.md", "-o", "./a.md"]), Exit::CouldNot);
    assert_eq!(host.get("a.md").unwrap(), TWO);
    assert!(host.stderr().contains("it is one of the documents to read"), "{}", host.stderr());
}

#[test]
fn provenance_is_added_on_demand() {
    let host = Memory::with(&[("a.txt", "x\nsheet orti\n")]);
    scheda(&host, &["convert", "a.txt", "--to", "json", "--provenance"]);
    let records: serde_json::Value = serde_json::from_str(&host.stdout()).unwrap();
    let provenance = &records[0]["provenance"];
    assert_eq!(provenance["sha256"], scheda::practice::sha256(b"sheet orti"));
    let title = serde_json::json!({"origin": "label", "form": "verbatim",
        "spans": [{"start": 8, "end": 12, "line": 2, "column": 7}]});
    assert_eq!(provenance["values"]["/title"], title);
}

#[test]
fn an_unknown_template_is_refused_with_those_that_exist() {
    let host = Memory::with(&[("a.txt", TWO)]);
    assert_eq!(scheda(&host, &["convert", "a.txt", "--template", "erasmo"]), Exit::CouldNot);
    assert!(host.stderr().contains("there is no template `erasmo`; the templates are: erasmi, "), "{}", host.stderr());
    assert_eq!(scheda(&host, &["convert", "a.txt", "--template", "erasmi"]), Exit::Done);
}

#[test]
fn a_table_has_a_row_a_record_and_the_separator_that_was_asked_for() {
    let host = Memory::with(&[("a.txt", TWO)]);
    assert_eq!(scheda(&host, &["convert", "a.txt", "-o", "p.csv"]), Exit::Done);
    let table = host.get("p.csv").unwrap();
    assert!(table.starts_with("\u{feff}id,title,"), "{table}");
    assert_eq!(table.lines().count(), 3);
    scheda(&host, &["convert", "a.txt", "-o", "p.csv", "--separator", ";"]);
    assert!(host.get("p.csv").unwrap().starts_with("\u{feff}id;title;"));
    scheda(&host, &["convert", "a.txt", "-o", "p.tsv"]);
    assert!(host.get("p.tsv").unwrap().starts_with("\u{feff}id\ttitle\t"));
}

#[test]
fn a_table_is_one_file_and_a_separator_parts_its_cells_alone() {
    let host = Memory::with(&[("a.txt", TWO)]);
    assert_eq!(scheda(&host, &["convert", "a.txt", "--to", "csv", "--out-dir", "out"]), Exit::CouldNot);
    assert!(host.stderr().contains("use -o FILE.csv"), "{}", host.stderr());
    assert_eq!(scheda(&host, &["convert", "a.txt", "--to", "json", "--separator", ";"]), Exit::CouldNot);
    assert!(host.stderr().contains("add --to csv"), "{}", host.stderr());
    assert_eq!(scheda(&host, &["convert", "a.txt", "--to", "csv", "--separator", "ab"]), Exit::CouldNot);
    assert!(host.stderr().contains("the word tab"), "{}", host.stderr());
}

#[test]
#[cfg(feature = "xlsx")]
fn an_excel_file_is_not_shown_on_a_terminal() {
    let mut host = Memory::with(&[("a.txt", TWO)]);
    host.is_terminal = true;
    assert_eq!(scheda(&host, &["convert", "a.txt", "--to", "xlsx"]), Exit::CouldNot);
    assert!(host.stderr().contains("-o FILE.xlsx"), "{}", host.stderr());
}
