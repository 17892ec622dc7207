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

/// Records in several languages and scripts, a line each.
const RECORDS: [&str; 6] = [
    r#"{"schema":1,"id":"scuola-della-citta","title":"Scuola della città","language":"it","lead_organisation":"Comune di Forlì","location":"Forlì, Italia","founded":2012,"description":"Un orto nel cortile, perché si coltiva insieme.","themes":["Educazione"],"contacts":[{"name":"Ada Verdi","email":"unseen@example.org"}],"links":[{"url":"https://example.org/orto"}],"derived":{"countries":["IT"],"years":{"from":2012}}}"#,
    r#"{"schema":1,"id":"o-kepos","title":"Ο κήπος της γειτονιάς","language":"el","lead_organisation":"Δήμος Αθηναίων","location":"Αθήνα, Ελλάδα","founded":2015,"description":"Όλοι μαζί φυτεύουν.","themes":["Educazione"],"derived":{"countries":["GR"],"years":{"from":2015}}}"#,
    r#"{"schema":1,"id":"strassenkuche","title":"Straßenküche","language":"de","lead_organisation":"Stadt Köln","location":"Köln, Deutschland","start":"2015-03","description":"Wir kochen im Schulgarten.","results":"Zwölf Feste","themes":["Kochen"],"activities":"Eins\n\nZwei","objectives":"Drei","derived":{"countries":["DE"],"years":{"from":2015}}}"#,
    r#"{"schema":1,"id":"lodz-reads","title":"Łódź reads","language":"en","lead_organisation":"Library of Łódź","location":"Łódź, Poland","description":"A café for readers.","themes":["Kochen"],"derived":{"countries":["PL"]}}"#,
    r#"{"schema":1,"id":"jardin-partage","title":"Jardin partagé","language":"fr","lead_organisation":"Ville de Lyon","location":"Lyon, France","founded":2019,"description":"Un jardin.\n\n- légumes\n- fleurs","derived":{"countries":["FR"],"years":{"from":2019}}}"#,
    r#"{"schema":1,"id":"without-a-place","title":"Without a place","language":"en","description":"Nobody says where."}"#,
];

#[test]
fn the_site_of_a_catalogue() {
    let Some(tools) = Tools::find() else { return };
    let folder = tempfile::tempdir().unwrap();
    site(folder.path(), "site", &RECORDS.join("\n"), &["--lang", "en"]);
    site(folder.path(), "greek", &RECORDS.join("\n"), &["--lang", "el", "--title", "Κήποι & κουζίνες"]);
    site(folder.path(), "hostile", &hostile_records(), &["--contacts", "show"]);
    site(folder.path(), "many", &many_records(2_000), &["--lang", "en"]);
    tools.run("site.test.mjs", folder.path());
}

/// Writes the site of some records into a folder of its own.
fn site(folder: &Path, name: &str, records: &str, more: &[&str]) {
    let file = folder.join(name).with_extension("ndjson");
    fs::write(&file, records).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_scheda"));
    command.env_remove("LC_ALL").env_remove("LC_MESSAGES").env_remove("LANG");
    let output = command.arg("catalogue").arg(&file).arg("--html").arg("--out-dir").arg(folder.join(name));
    let output = output.args(more).output().unwrap();
    assert!(folder.join(name).join("index.html").is_file(), "{}", said(&output));
}

/// Records each value of which tries to be more than text.
fn hostile_records() -> String {
    let hostile = [
        "</script><script>window.ran = 1</script>",
        "<img src=x onerror=\"window.ran = 1\">",
        "\" onclick=\"window.ran = 1",
        "\u{202e}desrever \u{1b}[31m {{ 7*7 }}",
        "[here](javascript:window.ran=1) [there](data:text/html,x) ![pic](https://example.org/x.png) <!--",
        "| a | b |\n| --- | --- |\n| `c` | d |",
        &"w".repeat(10_000),
    ];
    let record = |text: &&str| {
        let text = serde_json::Value::from(*text);
        format!(
            r#"{{"schema":1,"title":{text},"language":"en","lead_organisation":{text},"location":{text},"description":{text},"themes":[{text},"x"],"keywords":[{text}],"results":{text},"contacts":[{{"name":{text}}}],"links":[{{"label":{text},"url":"javascript:window.ran=1"}}]}}"#
        )
    };
    hostile.iter().map(record).collect::<Vec<_>>().join("\n")
}

/// So many records of the size of sheets, made of words that nobody has.
fn many_records(number: usize) -> String {
    let mut state = 1_u64;
    let mut next = move |below: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    let parts =
        ["ga", "ro", "mi", "tel", "na", "ver", "sto", "pi", "lan", "du", "che", "or", "ba", "sin", "tra", "quo"];
    let mut words = move |number: usize| {
        let mut word = || (0..4).map(|_| parts[next(16) as usize]).collect::<String>();
        (0..number).map(|_| word()).collect::<Vec<_>>().join(" ")
    };
    let countries = ["IT", "ES", "DE", "FR", "PT", "GR", "AT", "BE"];
    let record = |at: usize| {
        format!(
            r#"{{"schema":1,"title":"{at} {}","language":"en","lead_organisation":"{}","location":"{}","description":"{}","themes":["Theme {}"],"derived":{{"countries":["{}"],"years":{{"from":{}}}}}}}"#,
            words(4),
            words(3),
            words(1),
            words(80),
            at % 15,
            countries[at % 8],
            1990 + at % 35,
        )
    };
    (0..number).map(record).collect::<Vec<_>>().join("\n")
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

    /// Runs a script over the pages of a folder, and prints what it measured (`--nocapture` shows it).
    fn run(&self, script: &str, pages: &Path) {
        let scripts = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser");
        let mut command = Command::new("node");
        command.arg("--test-reporter=spec").arg(scripts.join(script));
        command.env("CHROMIUM", &self.browser).env("BROWSER_MODULES", &self.modules).env("BROWSER_PAGES", pages);
        let output = command.output().unwrap();
        assert!(output.status.success(), "{}", said(&output));
        println!("{}", said(&output));
    }
}

fn said(output: &Output) -> String {
    [&output.stdout, &output.stderr].map(|stream| String::from_utf8_lossy(stream)).concat()
}
