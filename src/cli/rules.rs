//! `scheda rules` and `scheda explain`

use anyhow::anyhow;
use scheda::diagnostic::Code;
use scheda::diagnostic::explanation::Explanation;
use scheda::locale::Locale;
use scheda::rules::{self, Example, RULES, Rule, switched};
use serde::Serialize;

use super::args::{Report, Rules};
use super::host::Out;
use super::run::Run;

/// The version of the JSON object; it grows when a key changes its meaning or goes.
const VERSION: u32 = 1;

/// Lists the rules.
pub fn list(run: &Run<'_>, args: &Rules) -> anyhow::Result<()> {
    let text = match args.format {
        Report::Human => table(run.tongue().people),
        Report::Json => {
            let rules = RULES.iter().map(|rule| Entry::new(rule, run.tongue().programs)).collect();
            serde_json::to_string_pretty(&List { version: VERSION, rules })? + "\n"
        }
    };
    print(run, &text)
}

/// Says all that is to be said of a code.
pub fn explain(run: &Run<'_>, code: &str) -> anyhow::Result<()> {
    let rule = Code::from_id(code).and_then(rules::rule).ok_or_else(|| unknown(code))?;
    print(run, &rules::entry(rule, run.tongue().people))
}

fn unknown(code: &str) -> anyhow::Error {
    match rules::nearest(code) {
        Some(nearest) => anyhow!("there is no code `{code}`; did you mean `{}`?", nearest.id()),
        None => anyhow!("there is no code `{code}`; `scheda rules` lists them"),
    }
}

fn print(run: &Run<'_>, text: &str) -> anyhow::Result<()> {
    let mut out = run.out(Out::Stdout);
    out.text(text)?;
    out.finish()
}

fn table(locale: Locale) -> String {
    let head = ["rules-code", "rules-severity", "rules-on", "rules-title"].map(|title| locale.say(title, &[]));
    let rows: Vec<[String; 4]> = std::iter::once(head).chain(RULES.iter().map(|rule| row(rule, locale))).collect();
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let (code, severity, on) = (width(0), width(1), width(2));
    let line = |row: &[String; 4]| format!("{:code$}  {:severity$}  {:on$}  {}\n", row[0], row[1], row[2], row[3]);
    rows.iter().map(line).collect()
}

fn row(rule: &Rule, locale: Locale) -> [String; 4] {
    let Explanation { title, .. } = Explanation::new(rule.code, locale);
    [rule.code.id().to_owned(), locale.severity(rule.severity), switched(rule, locale), title]
}

/// Every rule.
#[derive(Serialize)]
struct List {
    version: u32,
    rules: Vec<Entry>,
}

/// One rule.
#[derive(Serialize)]
struct Entry {
    code: &'static str,
    severity: &'static str,
    /// Whether it is on by default.
    on: bool,
    title: String,
    meaning: String,
    reason: String,
    remedy: String,
    bad: Shown,
    good: Shown,
}

/// An example.
#[derive(Serialize)]
struct Shown {
    /// What `--today` says.
    #[serde(skip_serializing_if = "Option::is_none")]
    today: Option<&'static str>,
    files: Vec<File>,
}

/// A file of an example; of one that is no text there is only the name.
#[derive(Serialize)]
struct File {
    name: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
}

impl Entry {
    fn new(rule: &Rule, locale: Locale) -> Self {
        let Explanation { title, meaning, reason, remedy } = Explanation::new(rule.code, locale);
        Self {
            code: rule.code.id(),
            severity: rule.severity.name(),
            on: rule.on,
            title,
            meaning,
            reason,
            remedy,
            bad: Shown::of(&rule.bad),
            good: Shown::of(&rule.good),
        }
    }
}

impl Shown {
    fn of(example: &Example) -> Self {
        let text = |bytes| String::from_utf8_lossy(bytes).into_owned();
        let file = |file: scheda::rules::File| File { name: file.name, text: file.bytes.map(text) };
        Self { today: example.today, files: example.files().map(file).collect() }
    }
}
