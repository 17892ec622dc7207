//! Pages in a real browser: Chromium, driven by the scripts of `tests/browser/`. Without Chromium, Node or the packages of
//! `tests/browser/package.json` they are skipped, unless `BROWSER_TESTS=required` says that they must run.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const WORDS: &str = "BEST PRACTICE SUMMARY SHEET\r\nBEST PRACTICE'S SUBJECT: Σχολείο cafe\u{301} 👩‍🌾 für alle\r\n\
    INSTITUTION: Κοινότητα & Söhne\r\nIMPLEMENTATION CONTEXT AND TERRITORY: Αθήνα\r\n\
    BEST PRACTICE'S DESCRIPTION: Ἐν ἀρχῇ ἦν\r\nο κήπος 🌱, naïve.\r\n\
    BENEFICIARIES:\r\n- Έλληνες 🧑‍🤝‍🧑\r\n- e\u{301}tudiants\r\n  et e\u{301}le\u{300}ves\r\nRESULTS: 38 κήποι\r\n\
    CONTACT PERSON: Ζωή Παπαδοπούλου (συντονίστρια), zoe@example.org\r\n";

const HOSTILE: &str = "BEST PRACTICE SUMMARY SHEET\nBEST PRACTICE'S SUBJECT: <script>alert(1)</script> \u{202e}desrever {{ 7*7 }}\n\
    INSTITUTION: </script><img src=x onerror=alert(3)>\n\
    BEST PRACTICE'S DESCRIPTION: [here](javascript:alert(2)), [there](data:text/html,<script>) | `x`\n\
    RESULTS: \u{1b}[31mred\u{1b}[0m and \u{1} a\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}\n\
    BENEFICIARIES: \" onclick=\"alert(4)\n";

#[test]
fn the_page_of_a_review() {
    let Some(tools) = Tools::find() else { return };
    let folder = tempfile::tempdir().unwrap();
    let review = |name: &str, text: &str, more: &[&str]| {
        let file = folder.path().join(name);
        fs::write(&file, text).unwrap();
        inspect(&file, more);
    };
    review("words.txt", WORDS, &[]);
    review("sheets.txt", &sheets(2, 30), &[]);
    review("large.txt", &sheets(200, 260), &[]);
    review("empty.txt", "Dear all, the meeting is on Monday.\n", &[]);
    review("hostile.txt", &format!("{HOSTILE}OUTLOOK: {}\n", "w".repeat(10_000)), &[]);
    let office = folder.path().join("office.docx");
    fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/office/sewing.docx"), &office).unwrap();
    inspect(&office, &["--lang", "it"]);
    tools.run("review.test.mjs", folder.path());
}

/// Sheets in one file, each with a description of so many sentences.
fn sheets(number: usize, sentences: usize) -> String {
    let names = ["First", "Second"].into_iter().cycle();
    let sheet = |name: &str| {
        let text = "We garden together. ".repeat(sentences);
        format!(
            "BEST PRACTICE SUMMARY SHEET\nBEST PRACTICE'S SUBJECT: {name}\nINSTITUTION: Town\nBEST PRACTICE'S DESCRIPTION: {text}\n\n"
        )
    };
    names.take(number).map(sheet).collect()
}

/// Writes the page of a file beside it.
fn inspect(file: &Path, more: &[&str]) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_scheda"));
    command.env_remove("LC_ALL").env_remove("LC_MESSAGES").env_remove("LANG");
    let output =
        command.arg("inspect").arg(file).arg("--html").arg(file.with_extension("html")).args(more).output().unwrap();
    assert!(file.with_extension("html").is_file(), "{}", said(&output));
}

/// What the tests need.
struct Tools {
    browser: PathBuf,
    modules: PathBuf,
}

impl Tools {
    /// Finds them, or says what is missing.
    fn find() -> Option<Self> {
        let told = |name: &str| std::env::var_os(name).map(PathBuf::from);
        let browser = told("CHROMIUM").filter(|path| path.is_file()).unwrap_or("/usr/bin/chromium".into());
        let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap();
        let modules = told("BROWSER_MODULES").unwrap_or_else(|| target.join("ci/browser"));
        let node = Command::new("node").arg("--version").output();
        let missing = match node {
            _ if !browser.is_file() => "Chromium",
            Err(_) => "Node",
            _ if !modules.join("node_modules/playwright-core").is_dir() => "the packages of tests/browser",
            _ => return Some(Self { browser, modules }),
        };
        let is_required = std::env::var_os("BROWSER_TESTS").is_some_and(|value| value == "required");
        assert!(!is_required, "{missing} not found");
        println!("SKIPPED: {missing} not found, so no page was opened; `.ci/run` installs what is missing");
        None
    }

    /// Runs a script over the pages of a folder.
    fn run(&self, script: &str, pages: &Path) {
        let scripts = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser");
        let mut command = Command::new("node");
        command.arg("--test-reporter=spec").arg(scripts.join(script));
        command.env("CHROMIUM", &self.browser).env("BROWSER_MODULES", &self.modules).env("BROWSER_PAGES", pages);
        let output = command.output().unwrap();
        assert!(output.status.success(), "{}", said(&output));
    }
}

fn said(output: &Output) -> String {
    [&output.stdout, &output.stderr].map(|stream| String::from_utf8_lossy(stream)).concat()
}
