//! What README.md says is true: its commands run and print what it shows, its files are those of the repository.
//!
//! - A `console` block holds commands behind `$ `, each with its output (all of standard output, or all of standard error) and,
//!   where it is not 0, a line `# exit code N`. A line `…` stands for any lines, `…` inside a line for any words.
//! - A block marked `stdout` or `stderr` is what the last command printed there.
//! - A block marked with a path is that file; one marked `written` and a path is what the commands wrote there, with `…` as above.

use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Output, Stdio};

use scheda::output::yaml;
use scheda::schemas::{self, Schemas};
use scheda::source::Source;
use scheda::{Options, Reading};
use tempfile::TempDir;

/// Commands for cargo itself, and for minutes: they must be there, and are not run.
const NOT_RUN: [&str; 2] = ["cargo install --path .", "cargo test"];
/// Ways to start the program.
const STARTS: [&str; 2] = ["scheda ", "cargo run --release -- "];
/// Marks a block as a file that a command wrote.
const WRITTEN: &str = " written ";
/// What only some shells understand.
const SHELL: [char; 10] = ['*', '?', '|', '>', '~', '$', '"', '\'', '`', '&'];

fn repository(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    text.replace("\r\n", "\n")
}

/// A fenced block: the words behind its fence, and its lines.
struct Block {
    info: String,
    lines: Vec<String>,
}

fn blocks() -> Vec<Block> {
    let mut blocks = Vec::new();
    let readme = repository("README.md");
    let mut lines = readme.lines();
    while let Some(info) = lines.by_ref().find_map(|line| line.strip_prefix("```")) {
        let inside = lines.by_ref().take_while(|line| *line != "```").map(String::from).collect();
        blocks.push(Block { info: info.to_owned(), lines: inside });
    }
    blocks
}

/// A command with what the README shows of its run.
#[derive(Default)]
struct Shown {
    command: String,
    exit: i32,
    output: Vec<String>,
    stdout: Option<Vec<String>>,
    stderr: Option<Vec<String>>,
}

fn commands() -> Vec<Shown> {
    let mut commands: Vec<Shown> = Vec::new();
    for Block { info, lines } in blocks() {
        match info.as_str() {
            "console" => lines.into_iter().for_each(|line| console(line, &mut commands)),
            _ if info.ends_with(" stdout") => commands.last_mut().unwrap().stdout = Some(lines),
            _ if info.ends_with(" stderr") => commands.last_mut().unwrap().stderr = Some(lines),
            _ => {}
        }
    }
    commands
}

fn console(line: String, commands: &mut Vec<Shown>) {
    if let Some(command) = line.strip_prefix("$ ") {
        commands.push(Shown { command: command.to_owned(), ..Shown::default() });
    } else if let Some(code) = line.strip_prefix("# exit code ") {
        commands.last_mut().unwrap().exit = code.parse().unwrap();
    } else {
        commands.last_mut().expect("output without a command").output.push(line);
    }
}

/// A copy of what the commands read.
fn copy() -> TempDir {
    let copy = tempfile::tempdir().unwrap();
    for folder in
        ["seeds", "examples", "examples/inbox", "examples/office", "examples/collection", "examples/collection/sheets"]
    {
        fs::create_dir(copy.path().join(folder)).unwrap();
        for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).unwrap() {
            let entry = entry.unwrap();
            if entry.file_type().unwrap().is_file() {
                fs::copy(entry.path(), copy.path().join(folder).join(entry.file_name())).unwrap();
            }
        }
    }
    copy
}

fn run(folder: &Path, arguments: &str) -> Output {
    let (arguments, input) = arguments.split_once(" < ").unwrap_or((arguments, ""));
    assert!(!arguments.contains(SHELL), "needs a shell: {arguments}");
    let input = if input.is_empty() { Stdio::null() } else { File::open(folder.join(input)).unwrap().into() };
    let mut command = Command::new(env!("CARGO_BIN_EXE_scheda"));
    command.current_dir(folder).args(arguments.split(' ')).stdin(input);
    for variable in ["NO_COLOR", "CLICOLOR_FORCE", "LC_ALL", "LC_MESSAGES", "LANG"] {
        command.env_remove(variable);
    }
    command.output().unwrap()
}

fn check(shown: &Shown, output: &Output) {
    let [stdout, stderr] = [&output.stdout, &output.stderr].map(|bytes| String::from_utf8(bytes.clone()).unwrap());
    let all = format!("$ {}\n{stdout}\n{stderr}", shown.command);
    assert_eq!(output.status.code(), Some(shown.exit), "{all}");
    let is_output = |text| is_like(&shown.output, text);
    assert!(shown.output.is_empty() || is_output(&stdout) || is_output(&stderr), "{all}");
    assert!(shown.stdout.as_ref().is_none_or(|lines| is_like(lines, &stdout)), "standard output\n{all}");
    assert!(shown.stderr.as_ref().is_none_or(|lines| is_like(lines, &stderr)), "standard error\n{all}");
}

fn is_like(shown: &[String], text: &str) -> bool {
    let shown: Vec<&str> = shown.iter().map(String::as_str).collect();
    are_like(&shown, &text.trim_end().lines().collect::<Vec<_>>())
}

/// Whether lines are as shown, where `…` stands for any number of them.
fn are_like(shown: &[&str], lines: &[&str]) -> bool {
    match (shown, lines) {
        ([], lines) => lines.is_empty(),
        (["…", rest @ ..], lines) => (0..=lines.len()).any(|from| are_like(rest, &lines[from..])),
        ([first, rest @ ..], [line, more @ ..]) => is_line_like(first, line) && are_like(rest, more),
        (_, []) => false,
    }
}

/// Whether a line is as shown, where `…` stands for any words.
fn is_line_like(shown: &str, line: &str) -> bool {
    let Some((head, tail)) = shown.split_once('…') else { return shown == line.trim_end() };
    let Some(rest) = line.strip_prefix(head) else { return false };
    rest.char_indices().map(|(at, _)| at).chain([rest.len()]).any(|at| is_line_like(tail, &rest[at..]))
}

#[test]
fn every_command_does_what_is_shown() {
    let copy = copy();
    let mut not_run = NOT_RUN.to_vec();
    for shown in commands() {
        match STARTS.iter().find_map(|start| shown.command.strip_prefix(start)) {
            Some(arguments) => check(&shown, &run(copy.path(), arguments)),
            None => not_run.retain(|known| *known != shown.command),
        }
        let known = NOT_RUN.contains(&shown.command.as_str()) || STARTS.iter().any(|it| shown.command.starts_with(it));
        assert!(known, "not a command of this project: {}", shown.command);
    }
    assert_eq!(not_run, [""; 0], "not in the README");
    written(copy.path());
}

/// The files that the commands say they write.
fn written(folder: &Path) {
    let records: serde_json::Value = serde_json::from_slice(&fs::read(folder.join("practices.json")).unwrap()).unwrap();
    assert_eq!(records.as_array().unwrap().len(), 16);
    let count = |folder: &Path, ending: &str| {
        let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        entries.filter(|path| path.extension().is_some_and(|it| it == ending)).count()
    };
    assert_eq!(count(&folder.join("pages"), "md"), 6 + 16, "those of the mailbox and those of the seeds");
    assert_eq!(count(&folder.join("records"), "yaml"), 15, "--strict leaves the faulty one out");
    assert!(folder.join("records/best-practice.schema.json").exists());
    assert!(folder.join("gardens.yaml").exists(), "one bad file does not stop the others");
    for Block { info, lines } in blocks() {
        let Some((_, path)) = info.split_once(WRITTEN) else { continue };
        assert!(is_like(&lines, &fs::read_to_string(folder.join(path)).unwrap()), "{path}");
    }
}

#[test]
fn every_main_use_is_shown() {
    let commands: Vec<String> = commands().into_iter().map(|shown| shown.command).collect();
    for part in
        ["convert seeds/", "--to ", "-o ", "--out-dir ", "--sheet ", "--strict", "validate ", "inspect ", "schema"]
    {
        assert!(commands.iter().any(|command| command.contains(part)), "{part}");
    }
}

#[test]
fn shown_files_are_those_of_the_repository() {
    let shown = blocks().into_iter().filter(|block| !block.info.contains(WRITTEN));
    let named = shown.filter_map(|block| Some((block.info.split_once(' ')?.1.to_owned(), block.lines)));
    let files: Vec<(String, Vec<String>)> = named.filter(|(name, _)| name.contains('/')).collect();
    assert_eq!(files.len(), 4);
    for (name, lines) in files {
        assert_eq!(lines.join("\n") + "\n", repository(&name), "{name}");
    }
}

#[test]
fn links_lead_to_files_and_headings() {
    let readme = repository("README.md");
    let headings: Vec<String> =
        readme.lines().filter(|line| line.starts_with("## ") || line.starts_with("### ")).map(anchor).collect();
    let targets = readme.split("](").skip(1).map(|rest| rest.split(')').next().unwrap());
    for target in targets.filter(|target| !target.starts_with("http")) {
        let found = match target.strip_prefix('#') {
            Some(heading) => headings.iter().any(|known| known == heading),
            None => Path::new(env!("CARGO_MANIFEST_DIR")).join(target).exists(),
        };
        assert!(found, "{target}");
    }
}

/// The name by which a link leads to a heading.
fn anchor(heading: &str) -> String {
    let words = heading.trim_start_matches(['#', ' ']).to_lowercase().replace(' ', "-");
    words.chars().filter(|it| it.is_alphanumeric() || *it == '-').collect()
}

fn template(text: &str) -> Result<Schemas, Vec<String>> {
    let vocabulary = repository("schemas/vocabulary.yaml");
    let vocabulary = schemas::File { name: "schemas/vocabulary.yaml", text: &vocabulary };
    let template = schemas::File { name: "schemas/templates/open-kitchens.yaml", text };
    schemas::load(vocabulary, &[template]).map_err(|errors| errors.iter().map(ToString::to_string).collect())
}

#[test]
fn the_template_reads_its_sheet() {
    let schemas = template(&repository("examples/open-kitchens.yaml")).unwrap();
    let source = Source::from_text("examples/open-kitchen.txt", repository("examples/open-kitchen.txt"));
    let Reading { sheets, .. } = scheda::read(&source, &schemas, &Options::default());
    assert_eq!(yaml::document(&sheets[0].record), repository("examples/open-kitchen.record.yaml"));
    let codes: Vec<&str> = sheets[0].findings.iter().map(|finding| finding.finding.code().id()).collect();
    assert_eq!(codes, ["missing-field"]);
}

#[test]
fn a_mistake_in_a_template_is_named_as_shown() {
    let misspelt = repository("examples/open-kitchens.yaml").replace("target_groups", "target_group");
    let errors = template(&misspelt).unwrap_err();
    let shown = format!("error: scheda@{}: {}", env!("CARGO_PKG_VERSION"), errors.join(""));
    assert!(repository("README.md").contains(&shown), "{shown}");
}

#[test]
fn templates_and_languages_are_named() {
    let readme = repository("README.md");
    for template in Schemas::builtin().templates.iter() {
        assert!(readme.contains(&format!("`{}`", template.name)), "{}", template.name);
    }
    assert_eq!(Schemas::builtin().languages.len(), 8, "as many languages are named");
}
