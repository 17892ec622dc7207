//! `scheda.yaml` and baselines, as people use them.

use super::{check, folder, scheda};
use std::fs;
use std::path::Path;
use std::process::Output;

const SHEET: &[u8] = b"BEST PRACTICE SUMMARY SHEET\n\nBEST PRACTICE'S SUBJECT: Gardens\n\nBEST PRACTICE'S DESCRIPTION: Shared gardens in the town.\n\nCONTACT PERSON: Ada Rossi, ada (at) example.org\n";

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn concise(folder: &Path, args: &[&str]) -> Output {
    scheda(folder, &[&["validate", "--format", "concise"], args].concat())
}

#[test]
fn the_nearest_configuration_upwards_holds() {
    let inner = b"severity: {malformed-email: off}\n";
    let outer = b"severity: {malformed-email: warning}\n";
    let files: [(&str, &[u8]); 4] =
        [("scheda.yaml", outer), ("a/b/one.txt", SHEET), ("a/c/scheda.yaml", inner), ("a/c/two.txt", SHEET)];
    let folder = folder(&files);
    let output = concise(folder.path(), &["a"]);
    assert!(said(&output).contains("a/b/one.txt:7:28: warning[malformed-email]"), "{}", said(&output));
    assert!(!said(&output).contains("a/c/two.txt:7"), "{}", said(&output));
    assert_eq!(output.status.code(), Some(0));
    // The same from within, and not without.
    assert_eq!(concise(&folder.path().join("a/b"), &["one.txt"]).status.code(), Some(0));
    assert_eq!(concise(folder.path(), &["a", "--no-config"]).status.code(), Some(1));
    assert_eq!(concise(folder.path(), &["a", "--config", "a/c/scheda.yaml"]).status.code(), Some(0));
}

#[test]
fn what_a_collection_requires_is_an_error_that_names_its_line() {
    let config =
        b"required:\n  - fields: [results]\n    paths: [new]\n  - fields: [outlook]\n    templates: [erasmi]\n";
    let folder = folder(&[("scheda.yaml", config), ("new/one.txt", SHEET), ("old/two.txt", SHEET)]);
    let output = scheda(folder.path(), &["validate", "new", "old", "--no-infer"]);
    let text = said(&output);
    assert_eq!(text.matches("asked for by scheda.yaml:2").count(), 1, "{text}");
    assert!(text.contains("error[missing-field]: this sheet has no results\n --> new/one.txt:1:1"), "{text}");
    assert!(!text.contains("scheda.yaml:4"), "{text}");
}

#[test]
fn what_is_ignored_is_counted_and_has_a_reason() {
    let config = b"ignore:\n  - code: malformed-email\n    field: contacts\n    reason: against robots\n  - code: malformed-email\n    reason: against robots\n  - code: no-sheet\n    reason: never needed\n";
    let folder = folder(&[("scheda.yaml", config), ("one.txt", SHEET)]);
    let output = concise(folder.path(), &["one.txt", "--info"]);
    check(&output, 0, "1 finding ignored as scheda.yaml asks; nothing to ignore for scheda.yaml:2, scheda.yaml:7");
    assert!(!said(&output).contains("malformed-email"));
}

#[test]
fn templates_of_the_collection_read_its_sheets() {
    let template =
        b"name: walks\ntitle: Walks\nstarts:\n  - line: WALK\nlabels:\n  title: [Way]\n  description: [What we see]\n";
    let sheet = b"WALK\n\nWay: Along the river\n\nWhat we see: Herons\n";
    let folder = folder(&[("scheda.yaml", b"templates: forms\n"), ("forms/walks.yaml", template), ("s/a.txt", sheet)]);
    let output = scheda(folder.path(), &["convert", "s"]);
    assert!(said(&output).contains("title: Along the river\n"), "{}", said(&output));
    assert!(said(&output).contains("template: walks\n"), "{}", said(&output));
    let explained = scheda(folder.path(), &["inspect", "s/a.txt", "--explain"]);
    check(&explained, 0, "");
    assert!(said(&explained).contains("walks"), "{}", said(&explained));
    let shown = said(&scheda(folder.path(), &["config", "show", "s"]));
    assert!(shown.contains("walks") && shown.contains("forms/walks.yaml"), "{shown}");
}

#[test]
fn limits_that_no_text_can_keep_are_mistakes() {
    for (limits, place, why) in [
        ("{description: {min_words: 9, max_words: 2}}", "1:10", "must have more words than it may have"),
        ("{results: {max_characters: 0}}", "1:10", "makes no sense"),
        ("{founded: {max_words: 3}}", "1:10", "holds no running text"),
    ] {
        let config = format!("limits: {limits}\n");
        let folder = folder(&[("scheda.yaml", config.as_bytes()), ("one.txt", SHEET)]);
        let output = concise(folder.path(), &["one.txt"]);
        let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(stderr.contains(&format!("scheda.yaml:{place}\n")) && stderr.contains(why), "{limits}: {stderr}");
        assert_eq!(output.status.code(), Some(2), "{stderr}");
    }
}

#[test]
fn what_is_not_there_has_no_configuration() {
    let folder = folder(&[("scheda.yaml", b"severity: {no-sheet: info}\n")]);
    check(&scheda(folder.path(), &["config", "show", "gone"]), 2, "cannot read gone: ");
    check(&scheda(folder.path(), &["config", "show"]), 0, "");
}

#[test]
fn every_mistake_of_a_configuration_has_a_place() {
    let config = b"severty: {}\nseverity: {malformed-emial: warning, no-sheet: of}\nrequired: [{fields: [result], path: x}]\nignore: [{code: no-sheet, reason: \"\", paths: [\"a{b\"]}]\nlimits: {description: {max_words: many}}\n";
    let folder = folder(&[("scheda.yaml", config), ("one.txt", SHEET)]);
    let output = concise(folder.path(), &["one.txt"]);
    let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
    for place in ["1:1", "2:12", "2:48", "3:22", "3:31", "4:35", "4:47", "5:35"] {
        assert!(stderr.contains(&format!("scheda.yaml:{place}\n")), "{place}: {stderr}");
    }
    check(&output, 2, "scheda.yaml must be mended first");
    assert!(stderr.contains("if `malformed-email` is meant"), "{stderr}");
    check(&scheda(folder.path(), &["convert", "one.txt", "--no-config"]), 0, "");
}

#[test]
fn a_baseline_hides_what_it_knows_and_says_what_is_gone() {
    let folder = folder(&[("one.txt", SHEET)]);
    let run = |args: &[&str]| concise(folder.path(), args);
    assert_eq!(run(&["one.txt"]).status.code(), Some(1));
    check(&run(&["one.txt", "--write-baseline", "known.json"]), 0, "findings taken down in known.json");
    let known = run(&["one.txt", "--baseline", "known.json"]);
    check(&known, 0, "findings known from known.json");
    assert_eq!(said(&known), "");
    // Lines move, one fault goes, another comes.
    let sheet =
        String::from_utf8_lossy(SHEET).replace("\n\n", "\n\n\n").replace("ada (at) example.org", "ada@example.org, 12");
    fs::write(folder.path().join("one.txt"), sheet + "\nIMPLEMENTATION CONTEXT AND TERRITORY:\n").unwrap();
    let moved = run(&["one.txt", "--baseline", "known.json"]);
    let stderr = String::from_utf8_lossy(&moved.stderr).into_owned();
    assert!(stderr.contains("no longer there: one.txt: [malformed-email]"), "{stderr}");
    assert!(said(&moved).contains("[empty-field]") && !said(&moved).contains("has no results"), "{}", said(&moved));
    check(&run(&["one.txt", "--baseline", "one.txt"]), 2, "cannot read the baseline one.txt");
    check(&run(&["one.txt", "--baseline", "none.json"]), 2, "there is no such file");
}

#[test]
fn repairs_are_shown_first_and_written_whole() {
    let record = b"schema: 1\ntitle: Gardens \nstart: 12 April 2019\ndescription: Shared gardens.\n";
    let folder = folder(&[("r/a.yaml", record), ("r/b.txt", SHEET), ("r/c.yaml", b"other: data \n")]);
    let shown = scheda(folder.path(), &["fix", "r", "--diff"]);
    check(&shown, 1, "2 YAML files, 1 to repair");
    assert!(said(&shown).contains("--- a/r/a.yaml\n+++ b/r/a.yaml\n"), "{}", said(&shown));
    assert!(
        said(&shown).contains("\n-start: 12 April 2019\n") && said(&shown).contains("\n+start: \"2019-04-12\"\n"),
        "{}",
        said(&shown)
    );
    assert_eq!(fs::read(folder.path().join("r/a.yaml")).unwrap(), record);
    let beside = scheda(folder.path(), &["validate", "r/a.yaml", "--diff"]);
    assert!(said(&beside).contains("error[malformed-date]") && said(&beside).contains("+start: \"2019-04-12\"\n"));
    check(&scheda(folder.path(), &["validate", "r", "--diff", "--format", "json"]), 2, "scheda fix --diff");
    check(&scheda(folder.path(), &["fix", "r"]), 0, "r/a.yaml: 1 date, 1 white space");
    check(&scheda(folder.path(), &["fix", "r", "--diff"]), 0, "0 to repair");
    assert_eq!(fs::read(folder.path().join("r/c.yaml")).unwrap(), b"other: data \n");
    check(&scheda(folder.path(), &["fix", "r/b.txt"]), 2, "cannot repair r/b.txt: only records in YAML are repaired");
}

#[test]
fn a_rule_that_is_off_hides_no_other_fault() {
    let record = b"schema: 1\ntitel: Gardens\ndescription: Shared gardens.\n";
    let folder = folder(&[("off.yaml", b"severity: {unknown-key: \"off\"}\n"), ("a.yaml", record)]);
    let run = |args: &[&str]| said(&concise(folder.path(), args));
    assert_eq!(run(&["a.yaml", "-q"]), "a.yaml:2:1: error[unknown-key] a record has no key “titel”\n");
    assert_eq!(
        run(&["a.yaml", "-q", "--config", "off.yaml"]),
        "a.yaml:1:1: error[missing-field] this record has no title\n"
    );
}
