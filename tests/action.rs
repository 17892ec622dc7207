//! `action.yml` as GitHub runs it: each step's script in bash, with the environment and the files that the runner gives it.
//!
//! What this proves: inputs reach the scripts and only through the environment, a good and a bad folder end as they should, annotations
//! and summary are there, and no token is asked for. The step that builds is run with a `cargo` that only takes down its arguments; with
//! `SCHEDA_TARGET=DIR`, as `.ci/run` sets it, with the true one, which finds in DIR what it has built already.
#![cfg(unix)]

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};
use tempfile::TempDir;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
const BINARY: &str = env!("CARGO_BIN_EXE_scheda");
const BAD: &str = "schema: 1\nid: gardens\ntitle: Gardens\ncontacts:\n  - email: ada at example\n";
const GOOD: &str = "schema: 1\nid: gardens\ntitle: Gardens\nlead_organisation: Town of Sample\nlanguage: en\n\
    description: Forty plots of city land are worked in pairs.\nlocation: Sample\ntarget_groups: [Neighbours]\ncontacts:\n  - email: ada@example.org\n";

fn action() -> Value {
    yaml_serde::from_str(&fs::read_to_string(Path::new(ROOT).join("action.yml")).unwrap()).unwrap()
}

fn steps(action: &Value) -> Vec<Value> {
    action["runs"]["steps"].as_array().unwrap().clone()
}

/// A job on a runner: its folders and its inputs.
struct Job {
    home: TempDir,
    inputs: BTreeMap<String, String>,
    /// What the steps gave: `build.binary`.
    outputs: BTreeMap<String, String>,
    /// Where `cargo` is looked for first.
    tools: Option<PathBuf>,
}

impl Job {
    /// A job over these files in the folder of the checkout.
    fn new(files: &[(&str, &str)], inputs: &[(&str, &str)]) -> Self {
        let home = tempfile::tempdir().unwrap();
        for folder in ["checkout", "temp", "tools"] {
            fs::create_dir(home.path().join(folder)).unwrap();
        }
        for (name, text) in files {
            let path = home.path().join("checkout").join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        let mut all: BTreeMap<String, String> = BTreeMap::new();
        for (name, input) in action()["inputs"].as_object().unwrap() {
            all.insert(name.clone(), input["default"].as_str().unwrap().to_owned());
        }
        for (name, value) in inputs {
            assert!(all.insert((*name).to_owned(), (*value).to_owned()).is_some(), "there is no input {name}");
        }
        Self { home, inputs: all, outputs: BTreeMap::new(), tools: None }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap_or_default()
    }

    /// What an expression stands for: one name, or the first of several that is not empty.
    fn value(&self, expression: &str) -> String {
        let one = |name: &str| match name.split('.').collect::<Vec<_>>()[..] {
            ["inputs", input] => self.inputs[input].clone(),
            ["github", "action_path"] => ROOT.to_owned(),
            ["steps", step, "outputs", output] => {
                self.outputs.get(&format!("{step}.{output}")).cloned().unwrap_or_default()
            }
            _ => panic!("this test does not know the expression {name}"),
        };
        expression.split("||").map(|name| one(name.trim())).find(|value| !value.is_empty()).unwrap_or_default()
    }

    /// The text with its expressions replaced.
    fn evaluated(&self, text: &str) -> String {
        let mut parts = text.split("${{");
        let mut out = parts.next().unwrap().to_owned();
        for part in parts {
            let (expression, rest) = part.split_once("}}").unwrap();
            out += &self.value(expression);
            out += rest;
        }
        out
    }

    fn is_meant(&self, step: &Value) -> bool {
        let Some(condition) = step["if"].as_str() else { return true };
        self.value(condition.strip_suffix(" == ''").expect("a condition that this test knows")).is_empty()
    }

    /// Runs the steps until one fails, as the runner does; the last that ran tells how the job ends.
    fn run(&mut self) -> Output {
        let mut last = None;
        for step in steps(&action()).iter().filter(|step| self.is_meant(step)).collect::<Vec<_>>() {
            let output = self.step(step);
            let success = output.status.success();
            last = Some(output);
            if !success {
                break;
            }
        }
        last.expect("no step ran")
    }

    fn step(&mut self, step: &Value) -> Output {
        assert_eq!(step["shell"], "bash");
        fs::write(self.path("script.sh"), step["run"].as_str().unwrap()).unwrap();
        fs::write(self.path("output"), "").unwrap();
        let system = std::env::var("PATH").unwrap();
        let tools = self.tools.as_ref().map(|tools| format!("{}:", tools.display())).unwrap_or_default();
        let mut command = Command::new("bash");
        // The command line is that of the runner, and the environment has nothing but what it gives: no token.
        command.args(["--noprofile", "--norc", "-eo", "pipefail"]).arg(self.path("script.sh"));
        command.env_clear().env("PATH", tools + &system).current_dir(self.path("checkout")).stdin(Stdio::null());
        command.envs(std::env::vars().filter(|(name, _)| {
            // With the profile of whoever built the program before, it is found as it is.
            matches!(name.as_str(), "HOME" | "RUSTUP_HOME" | "CARGO_HOME") || name.starts_with("CARGO_PROFILE_")
        }));
        command.env("RUNNER_TEMP", self.path("temp")).env("GITHUB_OUTPUT", self.path("output"));
        command.env("GITHUB_STEP_SUMMARY", self.path("summary.md")).env("GITHUB_ACTIONS", "true").env("CI", "true");
        for (name, value) in step["env"].as_object().unwrap() {
            command.env(name, self.evaluated(value.as_str().unwrap()));
        }
        let output = command.output().unwrap();
        let given = self.text("output");
        for line in given.lines() {
            let (name, value) = line.split_once('=').unwrap();
            self.outputs.insert(format!("{}.{name}", step["id"].as_str().unwrap()), value.to_owned());
        }
        output
    }
}

/// Whether bash is here; the action needs it on every runner.
fn has_bash() -> bool {
    let has = Command::new("bash").arg("--version").stdout(Stdio::null()).status().is_ok_and(|status| status.success());
    if !has {
        eprintln!("SKIPPED: there is no bash here, so the steps of action.yml are not run");
    }
    has
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// What the action says of a folder, with its exit code.
#[track_caller]
fn said(job: &mut Job, code: i32) -> String {
    let output = job.run();
    let text = stdout(&output);
    assert_eq!(output.status.code(), Some(code), "{text}{}", String::from_utf8_lossy(&output.stderr));
    text
}

#[test]
fn no_script_holds_an_expression_and_nothing_asks_for_a_token() {
    let action = action();
    assert_eq!(action["runs"]["using"], "composite");
    for step in steps(&action) {
        let script = step["run"].as_str().expect("a step that uses another action needs trust, and a network");
        assert!(!script.contains("${{"), "{script}");
    }
    let text = fs::read_to_string(Path::new(ROOT).join("action.yml")).unwrap().to_lowercase();
    assert!(!text.contains("secrets.") && !text.contains("github.token") && !text.contains("github_token"), "{text}");
    for file in ["action.yml", "docs/ci.md", "README.md"] {
        let text = fs::read_to_string(Path::new(ROOT).join(file)).unwrap();
        let used = text.lines().any(|line| line.trim_start().starts_with("pull_request_target:"));
        assert!(!used && !text.contains("[pull_request_target") && !text.contains("on: pull_request_target"), "{file}");
    }
    let described = |of: &str| action[of].as_object().unwrap().values().all(|it| it["description"].is_string());
    assert!(described("inputs") && described("outputs"));
}

#[test]
fn a_bad_folder_has_annotations_and_a_summary_and_fails() {
    if !has_bash() {
        return;
    }
    let mut job = Job::new(&[("records/a.yaml", BAD)], &[("binary", BINARY), ("paths", "records")]);
    let text = said(&mut job, 1);
    assert!(
        text.contains("::error file=records/a.yaml,line=5,endLine=5,col=12,endColumn=26,title=malformed-email::"),
        "{text}"
    );
    assert!(text.contains("title=missing-field::"), "{text}");
    let summary = job.text("summary.md");
    assert!(summary.starts_with("### scheda\n") && summary.contains("records/a.yaml 5:12"), "{summary}");
    assert_eq!(fs::read_to_string(&job.outputs["validate.report"]).unwrap(), text);
}

#[test]
fn a_good_folder_passes() {
    if !has_bash() {
        return;
    }
    let mut job = Job::new(&[("records/a.yaml", GOOD)], &[("binary", BINARY)]);
    assert_eq!(said(&mut job, 0), "");
    assert!(job.text("summary.md").contains("1 record in 1 file: nothing to report"), "{}", job.text("summary.md"));
}

#[test]
fn what_is_known_already_does_not_fail() {
    if !has_bash() {
        return;
    }
    let known = |job: &Job| {
        let args = ["validate", "records", "--write-baseline", "known.json"];
        Command::new(BINARY).args(args).current_dir(job.path("checkout")).output().unwrap()
    };
    let inputs = [("binary", BINARY), ("paths", "records"), ("baseline", "known.json")];
    let mut job = Job::new(&[("records/a.yaml", BAD)], &inputs);
    known(&job);
    assert_eq!(said(&mut job, 0), "");
    fs::write(job.path("checkout/records/b.yaml"), BAD.replace("gardens", "desk").replace("Gardens", "Desk")).unwrap();
    assert!(said(&mut job, 1).contains("::error file=records/b.yaml,"));
    let mut job = Job::new(&[("records/a.yaml", BAD)], &inputs);
    assert_eq!(said(&mut job, 2), "", "a baseline that is not there");
}

#[test]
fn other_formats_are_a_report_with_the_same_exit_code() {
    if !has_bash() {
        return;
    }
    for (text, code) in [(BAD, 1), (GOOD, 0)] {
        let mut job = Job::new(&[("a.yaml", text)], &[("binary", BINARY), ("format", "sarif")]);
        said(&mut job, code);
        let report = fs::read_to_string(&job.outputs["validate.report"]).unwrap();
        let report: Value = serde_json::from_str(&report).unwrap();
        assert_eq!(report["version"], json!("2.1.0"));
    }
    let mut job = Job::new(&[("a.yaml", GOOD)], &[("binary", BINARY), ("format", "xml")]);
    said(&mut job, 2);
}

#[test]
fn an_input_is_never_a_command() {
    if !has_bash() {
        return;
    }
    let trap = "in $(touch trap) `touch trap`; touch trap #\" '";
    let files = [(&*format!("{trap}/a.yaml"), BAD), ("-b/b.yaml", BAD), ("c d/c.yaml", GOOD)];
    let paths = format!("{trap}\r\n\n-b\nc d\n");
    let mut job = Job::new(&files, &[("binary", BINARY), ("paths", &paths)]);
    let text = said(&mut job, 1);
    assert!(text.contains("touch trap") && text.contains("file=-b/b.yaml,"), "{text}");
    assert!(job.text("summary.md").contains("3 records in 3 files"), "{}", job.text("summary.md"));
    for input in ["format", "baseline", "binary"] {
        let mut job = Job::new(&[("a.yaml", GOOD)], &[("binary", BINARY), (input, trap)]);
        assert_ne!(job.run().status.code(), Some(0), "{input}");
        assert!(!job.path("checkout/trap").exists(), "{input}");
    }
    assert!(!job.path("checkout/trap").exists());
}

/// A `cargo` that takes down what it is asked for and puts the program where it should be.
fn stand_in(job: &Job) {
    let cargo = job.path("tools/cargo");
    let script = format!(
        "#!/usr/bin/env bash\nprintf '%s\\n' \"$@\" >'{}'\nmkdir -p \"$RUNNER_TEMP/scheda/release\"\nln -s '{BINARY}' \"$RUNNER_TEMP/scheda/release/scheda\"\n",
        job.path("asked").display()
    );
    fs::write(&cargo, script).unwrap();
    fs::set_permissions(&cargo, fs::Permissions::from_mode(0o755)).unwrap();
}

#[test]
fn without_a_program_the_action_builds_its_own() {
    if !has_bash() {
        return;
    }
    let mut job = Job::new(&[("a.yaml", BAD)], &[]);
    match std::env::var_os("SCHEDA_TARGET") {
        Some(target) => std::os::unix::fs::symlink(target, job.path("temp/scheda")).unwrap(),
        None => {
            stand_in(&job);
            job.tools = Some(job.path("tools"));
        }
    }
    assert!(said(&mut job, 1).contains("::error file=a.yaml,"));
    assert_eq!(job.outputs["build.binary"], job.path("temp/scheda/release/scheda").to_string_lossy());
    if job.tools.is_some() {
        let manifest = format!("{ROOT}/Cargo.toml");
        let target = job.path("temp/scheda").to_string_lossy().into_owned();
        let asked = ["build", "--release", "--locked", "--manifest-path", &manifest, "--target-dir", &target];
        assert_eq!(job.text("asked").lines().collect::<Vec<_>>(), asked);
    }
}

/// The block of docs/ci.md that shows this file.
fn shown(file: &str) -> Value {
    let page = fs::read_to_string(Path::new(ROOT).join("docs/ci.md")).unwrap();
    let block = page.split_once(&format!("```yaml {file}\n")).unwrap().1.split_once("\n```").unwrap().0;
    yaml_serde::from_str(block).unwrap()
}

#[test]
fn what_the_page_on_ci_shows_names_what_is_there() {
    let workflow = shown(".github/workflows/sheets.yml");
    assert_eq!(workflow["permissions"], json!({"contents": "read"}));
    let with = workflow["jobs"]["validate"]["steps"][1]["with"].as_object().unwrap().clone();
    let inputs = action()["inputs"].as_object().unwrap().clone();
    assert!(with.keys().all(|input| inputs.contains_key(input)), "{with:?}");
    let page = fs::read_to_string(Path::new(ROOT).join("docs/ci.md")).unwrap();
    assert!(inputs.keys().all(|input| page.contains(&format!("| `{input}` |"))));
    let hooks: Value =
        yaml_serde::from_str(&fs::read_to_string(Path::new(ROOT).join(".pre-commit-hooks.yaml")).unwrap()).unwrap();
    let config = shown(".pre-commit-config.yaml");
    let used = config["repos"][0]["hooks"].as_array().unwrap();
    assert!(used.iter().all(|hook| hooks.as_array().unwrap().iter().any(|known| known["id"] == hook["id"])));
    let script = shown(".gitlab-ci.yml")["sheets"]["script"][1].as_str().unwrap().to_owned();
    let report = "gl-code-quality-report.json";
    assert_eq!(script, format!("scheda validate sheets --format gitlab > {report}"));
    assert_eq!(shown(".gitlab-ci.yml")["sheets"]["artifacts"]["reports"]["codequality"], report);
}
