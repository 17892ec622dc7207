//! What docs/editors.md shows: its patterns take the lines of `--format concise`, and its settings name schemas that are printed.

use std::fs;
use std::process::{Command, Stdio};

use regex::Regex;
use serde_json::Value;

use super::{folder, scheda};

const RECORD: &[u8] = b"schema: 1\ntitle: Gardens\ncontacts:\n  - email: 'a: b:1:2: error[x] y'\n";

fn page() -> String {
    fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/editors.md")).unwrap()
}

/// The block of the page whose fence begins so.
fn block(info: &str) -> String {
    let page = page();
    let start = page.split_once(&format!("```{info}\n")).unwrap_or_else(|| panic!("no block {info}")).1;
    start.split_once("\n```").unwrap().0.to_owned()
}

/// A collection with findings of each severity, and what is said of it.
fn findings() -> (tempfile::TempDir, Vec<String>) {
    let sheet = b"# Desk\n\nDescription: A desk.\nLocation: Austria\n";
    let folder = folder(&[("my records/a.yaml", RECORD), ("sheet.txt", sheet)]);
    let output = scheda(folder.path(), &["validate", ".", "--format", "concise", "--info"]);
    let lines: Vec<String> = String::from_utf8(output.stdout).unwrap().lines().map(String::from).collect();
    let has = |severity: &str| lines.iter().any(|line| line.contains(&format!(": {severity}[")));
    assert!(has("error") && has("warning") && has("info"), "{lines:#?}");
    (folder, lines)
}

#[test]
fn the_problem_matcher_takes_every_line_with_a_place() {
    let tasks: Value = serde_json::from_str(&block("json .vscode/tasks.json")).unwrap();
    let pattern = &tasks["tasks"][0]["problemMatcher"]["pattern"];
    let regex = Regex::new(pattern["regexp"].as_str().unwrap()).unwrap();
    let (folder, lines) = findings();
    for line in &lines {
        let captures = regex.captures(line).unwrap_or_else(|| panic!("not taken: {line}"));
        let part = |name: &str| captures[pattern[name].as_u64().unwrap() as usize].to_owned();
        assert!(folder.path().join(part("file")).is_file(), "{line}");
        assert!(part("line").parse::<u32>().is_ok() && part("column").parse::<u32>().is_ok(), "{line}");
        assert!(scheda::diagnostic::Code::from_id(&part("code")).is_some() && !part("message").is_empty(), "{line}");
    }
    assert!(!regex.is_match("form.docx, table 1, row 3, cell 1: error[empty-field] nothing is written"));
}

#[test]
fn vim_takes_every_line_with_a_place() {
    let format = block("vim").lines().find(|line| line.starts_with("set errorformat=")).unwrap().to_owned();
    let (folder, lines) = findings();
    fs::write(folder.path().join("found"), lines.join("\n")).unwrap();
    let list =
        "call writefile(map(getqflist(), 'v:val.valid . bufname(v:val.bufnr) . v:val.lnum . v:val.type'), 'list')";
    fs::write(folder.path().join("read.vim"), [&format, "cgetfile found", list, "qall!"].join("\n")).unwrap();
    let mut vim = Command::new("vim");
    vim.args(["-es", "-N", "-u", "NONE", "-S", "read.vim"]).current_dir(&folder);
    let ran = vim.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status();
    let list = fs::read_to_string(folder.path().join("list")).unwrap_or_default();
    if ran.is_err() || list.is_empty() {
        eprintln!("SKIPPED: there is no vim with a list of errors here");
        return;
    }
    assert_eq!(list.lines().count(), lines.len(), "{list}");
    assert!(list.lines().all(|line| line.starts_with('1') && line.ends_with(['e', 'w', 'i'])), "{list}");
    assert!(list.contains("1my records/a.yaml4e"), "{list}");
}

#[test]
fn the_settings_name_schemas_that_are_printed() {
    let settings: Value = serde_json::from_str(&block("json .vscode/settings.json")).unwrap();
    let named: Vec<&String> = settings["yaml.schemas"].as_object().unwrap().keys().collect();
    let commands = block("sh");
    for command in commands.lines() {
        let (arguments, file) = command.split_once(" > ").unwrap();
        assert!(named.iter().any(|name| *name == file), "{file}");
        let arguments: Vec<&str> = arguments.split(' ').skip(1).collect();
        let schema: Value = serde_json::from_slice(&scheda(folder(&[]).path(), &arguments).stdout).unwrap();
        assert!(schema["$schema"].is_string(), "{command}");
    }
    assert_eq!(named.len(), commands.lines().count());
}
