//! Findings in every format, as `tests/cli/formats/` has them. `UPDATE_FIXTURES=1 cargo test --test cli formats` writes them anew: read
//! the difference. `.ci/run` checks the same files against the published schemas of SARIF and JUnit.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use serde_json::Value;

use super::{command, scheda};

/// Each format with the file that shows it.
const FORMATS: [(&str, &str); 7] = [
    ("human", "expected.txt"),
    ("concise", "expected.concise.txt"),
    ("json", "expected.json"),
    ("github", "expected.github.txt"),
    ("gitlab", "expected.gitlab.json"),
    ("sarif", "expected.sarif"),
    ("junit", "expected.junit.xml"),
];

fn home() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cli/formats")
}

fn validate(format: &str) -> Output {
    scheda(&home(), &["validate", "sheets", "--info", "--format", format])
}

fn text(format: &str) -> String {
    String::from_utf8(validate(format).stdout).unwrap()
}

fn json(format: &str) -> Value {
    serde_json::from_str(&text(format)).unwrap()
}

#[track_caller]
fn check(name: &str, text: &str) {
    let file = home().join(name);
    if std::env::var("UPDATE_FIXTURES").is_ok_and(|value| value == "1") {
        fs::write(&file, text).unwrap();
    }
    let expected = fs::read_to_string(&file).unwrap_or_default();
    snapbox::assert_data_eq!(text, snapbox::Data::text(expected).raw());
}

#[test]
fn every_format_is_as_shown() {
    for (format, name) in FORMATS {
        check(name, &text(format));
    }
}

#[test]
fn the_exit_code_does_not_depend_on_the_format() {
    for (format, _) in FORMATS {
        assert_eq!(validate(format).status.code(), Some(1), "{format}");
        let sound = scheda(&home(), &["validate", "sheets/form.docx", "--format", format]);
        assert_eq!(sound.status.code(), Some(0), "{format}");
    }
}

#[test]
fn every_format_has_every_finding() {
    let all = json("json")["findings"].as_array().unwrap().len();
    assert!(all > 8);
    assert_eq!(text("concise").lines().count(), all);
    assert_eq!(text("github").lines().filter(|line| line.starts_with("::")).count(), all);
    assert_eq!(json("gitlab").as_array().unwrap().len(), all);
    assert_eq!(json("sarif")["runs"][0]["results"].as_array().unwrap().len(), all);
    let junit = text("junit");
    assert_eq!(junit.matches("<failure").count(), junit.matches("error[").count());
    assert_eq!(
        junit.matches(": error[").count() + junit.matches(": warning[").count() + junit.matches(": info[").count(),
        all
    );
}

#[test]
fn a_report_of_gitlab_has_the_fields_of_its_documentation() {
    for issue in json("gitlab").as_array().unwrap() {
        assert!(issue["description"].is_string() && issue["check_name"].is_string());
        assert!(["info", "minor", "major"].contains(&issue["severity"].as_str().unwrap()));
        assert!(issue["location"]["lines"]["begin"].as_u64().unwrap() > 0);
        let path = issue["location"]["path"].as_str().unwrap();
        assert!(!path.starts_with("./") && home().join(path).is_file(), "{path}");
    }
}

#[test]
fn paths_are_seen_from_the_folder_of_the_run_and_fingerprints_are_unique() {
    let absolute = home().join("sheets").to_string_lossy().into_owned();
    let output = scheda(&home(), &["validate", &absolute, "--info", "--format", "gitlab"]);
    assert_eq!(String::from_utf8(output.stdout).unwrap(), text("gitlab"));
    let report = json("gitlab");
    let mut names: Vec<&str> =
        report.as_array().unwrap().iter().map(|it| it["fingerprint"].as_str().unwrap()).collect();
    let all = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), all);
}

#[test]
fn fingerprints_stay_when_lines_move() {
    let sheet = "BEST PRACTICE SUMMARY SHEET\n\nBEST PRACTICE'S SUBJECT: Gardens\n\nCONTACT PERSON: Ada Rossi, ada (at) example.org\n";
    let names = |text: &str| {
        let folder = super::folder(&[("a.txt", text.as_bytes())]);
        let output = scheda(folder.path(), &["validate", "a.txt", "--format", "json"]);
        let report: Value = serde_json::from_slice(&output.stdout).unwrap();
        let names = report["findings"].as_array().unwrap().iter().map(|finding| finding["fingerprint"].to_string());
        names.collect::<Vec<_>>()
    };
    let moved = ["\n\n\n", &sheet.replace("Ada Rossi", "\nAda Rossi").replace("\n\n", "\n\n\n")].concat();
    assert_eq!(names(sheet), names(&moved));
    assert_ne!(names(sheet), names(&sheet.replace("ada (at)", "bo (at)")));
}

#[test]
fn github_shows_errors_first_counts_the_rest_and_gets_a_summary() {
    let records =
        |count: usize| "{\"schema\":1,\"title\":\"A\",\"description\":\"B\",\"founded\":\"soon\"}\n".repeat(count);
    let folder = super::folder(&[("a.ndjson", records(30).as_bytes()), ("summary.md", b"Before\n")]);
    let run = || command(folder.path(), &["validate", "a.ndjson", "--format", "github"]);
    let output = run().env("GITHUB_STEP_SUMMARY", folder.path().join("summary.md")).output().unwrap();
    let commands = String::from_utf8(output.stdout).unwrap();
    let lines: Vec<&str> = commands.lines().collect();
    assert!(lines[..10].iter().all(|line| line.starts_with("::error ")), "{commands}");
    assert!(lines[10..20].iter().all(|line| line.starts_with("::warning ")), "{commands}");
    assert_eq!(lines[20..], ["::notice title=scheda::130 more findings are in the summary of the job"]);
    let summary = fs::read_to_string(folder.path().join("summary.md")).unwrap();
    assert!(summary.starts_with("Before\n### scheda\n\n30 records in 1 file: 30 errors, 120 warnings\n"), "{summary}");
    assert_eq!(summary.lines().filter(|line| line.starts_with("| error |")).count(), 30);
    // Without the variable nothing is written, and that is no error; nor is it said to be anywhere.
    let output = run().env_remove("GITHUB_STEP_SUMMARY").output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let commands = String::from_utf8(output.stdout).unwrap();
    assert!(commands.ends_with("::notice title=scheda::130 more findings are not shown here\n"), "{commands}");
}

/// A record whose values would be commands to GitHub or to a terminal, if they came to stand at the beginning of a line.
const COMMANDS: &str = "{\"schema\":1,\"title\":\"A\\n::stop-commands::x\\r::debug::y\",\"description\":\"B\",\
    \"founded\":\"\\u001b[31m\\u0007soon\\u202e\"}\n";

#[test]
fn nothing_in_a_report_is_a_command_to_what_shows_it() {
    let folder = super::folder(&[("a.ndjson", COMMANDS.as_bytes())]);
    let text = |format: &str| {
        let output = command(folder.path(), &["validate", "a.ndjson", "--format", format, "--info"]).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let junit = text("junit");
    assert!(junit.contains("A&#10;::stop-commands::x&#13;::debug::y"), "{junit}");
    assert!(!junit.lines().any(|line| line.trim_start().starts_with("::")) && !junit.contains('\r'), "{junit}");
    let github = text("github");
    assert!(!github.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{github:?}");
    assert!(github.contains("\\u{1b}[31m") && github.contains("\\u{202e}"), "{github}");
}

#[cfg(unix)]
#[test]
fn nor_is_the_name_of_a_file() {
    let name = "::stop-commands::x\n::debug::y\u{1b}.ndjson";
    let folder = super::folder(&[(name, COMMANDS.as_bytes())]);
    let run = |format: &str| command(folder.path(), &["validate", ".", "--format", format]).output().unwrap();
    let text = |format: &str| String::from_utf8(run(format).stdout).unwrap();
    let junit = text("junit");
    assert!(!junit.lines().any(|line| line.trim_start().starts_with("::")), "{junit}");
    assert!(junit.contains("stop-commands"), "{junit}");
    let github = text("github");
    assert!(github.lines().all(|line| line.starts_with("::error ") || line.starts_with("::warning ")), "{github}");
    assert!(!github.contains('\u{1b}'), "{github:?}");
}
