//! The program as people run it.

mod completions;
mod config;
mod editors;
mod explain;
mod formats;
mod hostile;
mod inspect;
mod languages;
#[cfg(target_os = "linux")]
mod linux;
mod office;
mod pages;
mod review;
mod rules;
mod verify;

use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

fn scheda(folder: &Path, args: &[&str]) -> Output {
    command(folder, args).output().unwrap()
}

fn command(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_scheda"));
    command
        .current_dir(folder)
        .args(args)
        .stdin(Stdio::null())
        .env_remove("NO_COLOR")
        .env_remove("CLICOLOR_FORCE")
        .env_remove("GITHUB_STEP_SUMMARY")
        .env_remove("LC_ALL")
        .env_remove("LC_MESSAGES")
        .env_remove("LANG");
    command
}

fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    folder
}

fn seeds() -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds").to_string_lossy().into_owned()
}

#[track_caller]
fn check(output: &Output, code: i32, said: &str) {
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{stderr}");
    assert!(stderr.contains(said), "{stderr}");
    assert!(!stderr.contains("panicked"), "{stderr}");
}

#[test]
fn every_command_explains_itself_with_an_example_and_the_exit_codes() {
    let folder = folder(&[]);
    for command in ["convert", "validate", "fix", "inspect", "schema", "rules", "explain", "completions"] {
        let output = scheda(folder.path(), &[command, "--help"]);
        check(&output, 0, "");
        let help = String::from_utf8(output.stdout).unwrap();
        assert!(help.contains("Example") && help.contains(&format!("scheda {command}")), "{help}");
        assert!(help.contains("Exit codes:"), "{help}");
    }
    let output = scheda(folder.path(), &["--version"]);
    assert!(String::from_utf8_lossy(&output.stdout).starts_with("scheda "));
}

#[test]
fn wrong_usage_is_exit_code_2() {
    let folder = folder(&[("a.txt", b"")]);
    check(&scheda(folder.path(), &["convert", "a.txt", "--froce"]), 2, "unexpected argument '--froce'");
    check(&scheda(folder.path(), &["convert"]), 2, "name a file or a folder to read");
    check(&scheda(folder.path(), &["convert", "a.txt", "--to", "xml"]), 2, "possible values: yaml, json");
    check(&scheda(folder.path(), &[]), 2, "Usage");
}

#[test]
fn what_cannot_be_read_is_named() {
    let folder = folder(&[("sheet.docx", b"PK\x03\x04more"), ("b.txt", b"abcdefgh\0\0\x01")]);
    for command in ["convert", "validate", "inspect"] {
        let run = |path| scheda(folder.path(), &[command, path]);
        check(&run("gone.txt"), 2, "cannot read gone.txt: there is no such file or folder");
        check(&run("sheet.docx"), 2, "cannot read sheet.docx: the file is damaged or cut short");
        check(&run("b.txt"), 2, "save the document as text");
        check(&run("b.txt/a"), 2, "cannot read b.txt/a: a part of its path is not a folder");
    }
}

#[test]
fn files_without_text_hold_no_sheet() {
    let folder = folder(&[("empty.txt", b""), ("blank.txt", b" \r\n\t\n\n"), ("bom.txt", b"\xef\xbb\xbf")]);
    for name in ["empty.txt", "blank.txt", "bom.txt"] {
        check(&scheda(folder.path(), &["convert", name]), 1, "error[no-sheet]");
        check(&scheda(folder.path(), &["validate", name]), 1, "");
        check(&scheda(folder.path(), &["inspect", name]), 1, "error[no-sheet]");
    }
    check(&scheda(folder.path(), &["convert", "-"]), 1, "<stdin>");
}

#[test]
fn a_folder_without_documents_says_what_it_has() {
    let folder = folder(&[("in/a.pptx", b"x"), ("in/b/c.pptx", b"x"), ("in/d.jpg", b"x"), ("in/.e.txt", b"x")]);
    let output = scheda(folder.path(), &["convert", "in/"]);
    check(
        &output,
        1,
        "no good-practice sheet in the folder in/: it has no file that is read (.txt, .md, .html, .json, .yaml, .docx, .odt,",
    );
    check(&output, 1, "2 .pptx, 1 .jpg: not read yet");
}

#[test]
fn a_list_of_ignored_files_hides_nothing() {
    let folder = folder(&[("in/.gitignore", b"*.txt"), ("in/a.txt", b""), ("in/b.txt", b"")]);
    check(&scheda(folder.path(), &["convert", "in"]), 1, "none of its 2 documents holds one");
}

#[test]
fn a_huge_file_is_refused_unread() {
    let folder = folder(&[]);
    File::create(folder.path().join("huge.txt")).unwrap().set_len(1 << 40).unwrap();
    let before = std::time::Instant::now();
    check(&scheda(folder.path(), &["convert", "huge.txt"]), 2, "huge.txt: it is larger than the limit of 256 MiB");
    assert!(before.elapsed().as_secs() < 5);
}

#[test]
fn an_output_path_that_is_a_folder_is_named_and_left() {
    let folder = folder(&[("a.txt", b"x"), ("out/b", b"x"), ("file", b"x")]);
    let convert = |option, path| scheda(folder.path(), &["convert", "a.txt", option, path]);
    check(&convert("-o", "out"), 2, "cannot write out: it is a folder; name a file");
    check(&convert("-o", "no/x.yaml"), 2, "cannot write no/x.yaml: its folder does not exist");
    check(&convert("--out-dir", "file"), 2, "it is a file, not a folder");
    let mut names: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["a.txt", "file", "out"]);
}

#[test]
fn a_closed_pipe_is_no_error() {
    let folder = folder(&[]);
    for args in [&["schema"][..], &["--help"], &["convert", &seeds(), "--quiet"]] {
        let mut child = command(folder.path(), args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert!(!String::from_utf8_lossy(&output.stderr).contains("ipe"), "{args:?}");
        assert!(output.status.code() == Some(0) || args[0] == "convert", "{args:?}");
    }
}

#[test]
fn no_colour_without_a_terminal() {
    let folder = folder(&[("a.txt", b"")]);
    let shown = |variables: &[(&str, &str)]| {
        let mut command = command(folder.path(), &["convert", "a.txt"]);
        command.envs(variables.iter().copied()).output().unwrap().stderr
    };
    assert!(!shown(&[]).contains(&0x1b));
    assert!(shown(&[("CLICOLOR_FORCE", "1")]).contains(&0x1b));
    assert!(!shown(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]).contains(&0x1b));
}

#[test]
fn the_seeds_are_sixteen_records_in_every_format() {
    let folder = folder(&[]);
    for format in ["yaml", "json", "ndjson", "markdown"] {
        let output = scheda(folder.path(), &["convert", &seeds(), "--to", format]);
        check(&output, 0, "16 records from 5 files");
        assert!(!output.stdout.is_empty());
    }
}

#[test]
fn writing_into_a_folder_again_changes_nothing() {
    let folder = folder(&[]);
    let args = ["convert", &seeds(), "--out-dir", "out"];
    // The document with an error is read each time.
    for written in ["16 records from 5 files", "1 record from 1 file"] {
        check(&scheda(folder.path(), &args), 0, written);
        // The schema and the manifest stand beside the records.
        assert_eq!(fs::read_dir(folder.path().join("out")).unwrap().count(), 16 + 2);
    }
}

#[test]
fn one_sheet_of_a_report() {
    let file = format!("{}/004_6183ca9f5f4cff2b.txt", seeds());
    let folder = folder(&[]);
    let output = scheda(folder.path(), &["convert", &file, "--sheet", "3", "--to", "ndjson"]);
    check(&output, 0, "1 record from 1 file");
    let record: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(record["source"]["sheet"], 3);
    check(&scheda(folder.path(), &["convert", &file, "--sheet", "13"]), 2, "has no sheet 13; it has 12 sheets");
}

#[test]
fn validating_the_seeds_finds_the_missing_description() {
    let output = scheda(folder(&[]).path(), &["validate", &seeds(), "--format", "json"]);
    check(&output, 1, "");
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["summary"]["sheets"], 16);
    let findings = report["findings"].as_array().unwrap();
    assert!(findings.iter().any(|it| it["code"] == "missing-field" && it["field"] == "description"));
}

#[test]
fn what_is_concluded_can_be_left_out() {
    let folder =
        folder(&[("a.txt", "# Desk\n\nDescription: A desk.\nLocation: Austria\nPeriod: 2018 - 2020\n".as_bytes())]);
    let convert = |args: &[&str]| String::from_utf8(scheda(folder.path(), args).stdout).unwrap();
    let all = convert(&["convert", "a.txt", "--provenance"]);
    assert!(all.contains("\nderived:\n  countries:\n    - AT\n") && all.contains("/derived/years/to"), "{all}");
    let said = convert(&["convert", "a.txt", "--no-infer", "--provenance"]);
    assert!(!said.contains("derived") && !said.contains("inferred") && said.contains("start: \"2018\""), "{said}");
    for command in ["validate", "inspect"] {
        let output = scheda(folder.path(), &[command, "a.txt", "--no-infer"]);
        assert!(!String::from_utf8_lossy(&output.stdout).contains("derived"), "{command}");
        assert!(output.stderr.is_empty(), "{command}: {}", String::from_utf8_lossy(&output.stderr));
    }
}
