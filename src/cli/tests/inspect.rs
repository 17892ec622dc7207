//! `inspect`

use super::{Exit, Memory, scheda};

const TEXT: &str = "intro\n\nsheet orti\nodd\n";

#[test]
fn totals_sheets_and_what_is_left_out() {
    let host = Memory::with(&[("a.txt", TEXT)]);
    assert_eq!(scheda(&host, &["inspect", "a.txt"]), Exit::Done);
    let shown = host.stdout();
    assert!(shown.starts_with("a.txt: 22 bytes, 5 lines, UTF-8, 1 sheet\n"), "{shown}");
    assert!(shown.contains("outside               5    22.7%\n"), "{shown}");
    assert!(
        shown.contains("sheet 1: lines 3-4, template toy (the word sheet)\n  title                     line 3\n"),
        "{shown}"
    );
    assert!(shown.contains("outside the sheets\n  line 1: intro\n"), "{shown}");
}

#[test]
fn lines_have_number_class_and_text() {
    let host = Memory::with(&[("a.txt", TEXT)]);
    scheda(&host, &["inspect", "a.txt", "--lines"]);
    let lines: Vec<_> =
        host.stdout().lines().map(|line| line.split_whitespace().take(2).collect::<Vec<_>>().join(" ")).collect();
    assert_eq!(lines, ["1 outside", "2 blank", "3 unassigned", "4 unassigned", "5 blank"]);
}

#[test]
fn json_accounts_for_every_byte() {
    let host = Memory::with(&[("a.txt", TEXT)]);
    scheda(&host, &["inspect", "a.txt", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&host.stdout()).unwrap();
    let ledger = report["ledger"].as_array().unwrap();
    let mut at = 0;
    for entry in ledger {
        assert_eq!(entry["start"], at);
        at = entry["end"].as_u64().unwrap();
    }
    assert_eq!(report["bytes"], at);
    let sum: u64 = report["totals"].as_object().unwrap().values().filter_map(serde_json::Value::as_u64).sum();
    assert_eq!(sum, at);
    assert_eq!(report["sheets"][0]["fields"]["title"]["lines"][0], "3");
    assert_eq!(ledger[0]["field"], serde_json::Value::Null);
}

#[test]
fn a_file_without_a_sheet_still_shows_its_totals() {
    let host = Memory::with(&[("a.txt", "prose"), ("in/a.txt", "sheet a")]);
    assert_eq!(scheda(&host, &["inspect", "a.txt"]), Exit::Findings);
    assert!(host.stdout().contains("outside"));
    assert!(host.stderr().contains("error[no-sheet]"));
    assert_eq!(scheda(&host, &["inspect", "in"]), Exit::CouldNot);
    assert!(host.stderr().contains("name a file of the folder"), "{}", host.stderr());
}
