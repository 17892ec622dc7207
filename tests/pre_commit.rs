//! `.pre-commit-hooks.yaml` with the real `pre-commit`, in a small repository that commits a bad record and then a good one.
//!
//! What this proves: the manifest is one that `pre-commit` takes, the hooks run on the files that they should and with arguments that
//! `scheda` knows, a bad record stops the commit, and a repair stops it once. The hooks are run with `language: system`, so that nothing is
//! built; that `pre-commit` builds them (`language: rust`) is not tried here, since it takes minutes.
//!
//! `PRE_COMMIT` says where the program is; without it, it is looked for on the path, and where there is none nothing is tested.
#![cfg(unix)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};
use tempfile::TempDir;

const HOOKS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/.pre-commit-hooks.yaml");
const GOOD: &str = "schema: 1\nid: gardens\ntitle: Gardens\nlanguage: en\nlead_organisation: Town of Sample\n\
    location: Sample\ndescription: Forty plots of city land are worked in pairs.\n";

fn pre_commit() -> Option<PathBuf> {
    let told = std::env::var_os("PRE_COMMIT").map(PathBuf::from);
    let program = told.clone().unwrap_or_else(|| "pre-commit".into());
    let version = Command::new(&program).arg("--version").output();
    let runs = version.is_ok_and(|output| output.status.success());
    assert!(runs || told.is_none(), "PRE_COMMIT names no program: {}", program.display());
    if !runs {
        eprintln!("SKIPPED: there is no pre-commit here, so the hooks are not tried (pip install pre-commit)");
    }
    runs.then_some(program)
}

fn hooks() -> Vec<Value> {
    yaml_serde::from_str(&fs::read_to_string(HOOKS).unwrap()).unwrap()
}

/// A repository with the hooks, run by the program that this test was built with.
struct Repository {
    folder: TempDir,
    pre_commit: PathBuf,
}

impl Repository {
    fn new(pre_commit: &Path) -> Self {
        let repository = Self { folder: tempfile::tempdir().unwrap(), pre_commit: pre_commit.to_path_buf() };
        let mut hooks = hooks();
        for hook in &mut hooks {
            hook["language"] = json!("system");
        }
        // JSON is YAML.
        let config = json!({"repos": [{"repo": "local", "hooks": hooks}]});
        repository.write(".pre-commit-config.yaml", &config.to_string());
        repository.git(&["init", "--quiet"]);
        repository
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.folder.path().join(name)).unwrap()
    }

    fn command(&self, program: &Path) -> Command {
        let binary = Path::new(env!("CARGO_BIN_EXE_scheda")).parent().unwrap();
        let path = format!("{}:{}", binary.display(), std::env::var("PATH").unwrap());
        let mut command = Command::new(program);
        command
            .current_dir(&self.folder)
            .env("PATH", path)
            .env("PRE_COMMIT_HOME", self.folder.path().join(".git/home"));
        // A commit that this test is part of has its own.
        command.env_remove("GIT_DIR").env_remove("GIT_INDEX_FILE").env_remove("GIT_WORK_TREE").stdin(Stdio::null());
        command
    }

    fn git(&self, args: &[&str]) {
        let own = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "core.hooksPath=.git/hooks"];
        let status = self.command(Path::new("git")).args(own).args(args).status().unwrap();
        assert!(status.success(), "git {args:?}");
    }

    /// What `pre-commit` says of what is to be committed.
    fn run(&self) -> Output {
        self.git(&["add", "--all"]);
        self.command(&self.pre_commit).args(["run", "--color", "never"]).output().unwrap()
    }

    #[track_caller]
    fn says(&self, passes: bool, said: &[&str]) {
        let output = self.run();
        let text = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.success(), passes, "{text}");
        assert!(said.iter().all(|said| text.contains(said)), "{text}");
    }
}

#[test]
fn the_manifest_is_one() {
    let Some(pre_commit) = pre_commit() else { return };
    let output = Command::new(pre_commit).args(["validate-manifest", HOOKS]).output().unwrap();
    assert!(output.status.success() && output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stdout));
}

#[test]
fn a_bad_record_stops_a_commit_and_a_good_one_does_not() {
    let Some(pre_commit) = pre_commit() else { return };
    let repository = Repository::new(&pre_commit);
    repository.write("records/a.yaml", &(GOOD.to_owned() + "contacts:\n  - email: ada at example\n"));
    repository
        .says(false, &["records/a.yaml:9:12: error[malformed-email]", "hook id: scheda-validate", "exit code: 1"]);
    repository.write("records/a.yaml", GOOD);
    repository.write("README.md", "# Our collection\n\nWhat we know.\n");
    repository.says(true, &["Passed"]);
    // A copy elsewhere shows though only one of the two is committed.
    repository.git(&["commit", "--quiet", "--no-verify", "--message", "A record"]);
    repository.write("records/b.yaml", &GOOD.replace("title: Gardens", "title: Other gardens").replace("Forty", "Ten"));
    repository.says(false, &["error[duplicate-id]"]);
}

#[test]
fn a_repair_stops_a_commit_once() {
    let Some(pre_commit) = pre_commit() else { return };
    let repository = Repository::new(&pre_commit);
    repository.write("records/a.yaml", &(GOOD.to_owned() + "start: 12 April 2019 # in the town hall\n"));
    repository.write("other.yaml", "start: 12 April 2019   \nnot: a record\n");
    repository.says(false, &["hook id: scheda-fix", "files were modified by this hook"]);
    assert!(repository.text("records/a.yaml").contains("\nstart: \"2019-04-12\" # in the town hall\n"));
    assert_eq!(repository.text("other.yaml"), "start: 12 April 2019   \nnot: a record\n");
    repository.says(true, &["Passed"]);
}

#[test]
fn the_hooks_run_on_every_file_that_is_read() {
    let files = hooks().iter().find(|hook| hook["id"] == "scheda-validate").unwrap()["files"].clone();
    let files = regex::Regex::new(files.as_str().unwrap()).unwrap();
    for ending in scheda::source::container::ENDINGS {
        assert!(files.is_match(&format!("sheets/a.{ending}")), "{ending}");
    }
    assert!(!files.is_match("src/main.rs") && files.is_match("Sheet.DOCX"));
}
