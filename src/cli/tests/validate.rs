//! `validate`

use super::{Exit, Memory, scheda};

const MIXED: &str = "sheet a\nbad\nodd\nnote\n";

#[test]
fn errors_and_warnings_are_shown_with_their_place_and_remarks_on_demand() {
    let host = Memory::with(&[("a.txt", MIXED)]);
    assert_eq!(scheda(&host, &["validate", "a.txt"]), Exit::Findings);
    assert!(host.stdout().contains("--> a.txt:2:1") && host.stdout().contains("--> a.txt:3:1"), "{}", host.stdout());
    assert!(!host.stdout().contains("joined-across-page"));
    assert!(host.stdout().ends_with("1 sheet in 1 file: 1 error, 1 warning, 1 remark (--info shows them)\n"));
    scheda(&host, &["validate", "a.txt", "--info"]);
    assert!(host.stdout().contains("info[joined-across-page]"));
    scheda(&host, &["validate", "a.txt", "-q"]);
    assert!(host.stdout().contains("error[") && !host.stdout().contains("warning"), "{}", host.stdout());
}

#[test]
fn warnings_alone_are_a_success() {
    let host = Memory::with(&[("a.txt", "sheet a\nodd\n"), ("b.txt", "sheet b\n")]);
    assert_eq!(scheda(&host, &["validate", "a.txt"]), Exit::Done);
    assert_eq!(scheda(&host, &["validate", "b.txt"]), Exit::Done);
    assert_eq!(host.stdout(), "1 sheet in 1 file: nothing to report\n");
}

#[test]
fn json_has_every_finding_and_the_counts() {
    let host = Memory::with(&[("a.txt", MIXED)]);
    assert_eq!(scheda(&host, &["validate", "a.txt", "gone.txt", "--format", "json"]), Exit::CouldNot);
    let report: serde_json::Value = serde_json::from_str(&host.stdout()).unwrap();
    assert_eq!(report["version"], 1);
    assert_eq!(report["findings"].as_array().unwrap().len(), 3);
    assert_eq!(report["findings"][0]["line"], 2);
    let counts = serde_json::json!(
        {"files": 1, "sheets": 1, "errors": 1, "warnings": 1, "infos": 1, "unread": 1});
    assert_eq!(report["summary"], counts);
}
