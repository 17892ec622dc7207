//! `scheda rules` and `scheda explain`

use anyhow::anyhow;
use scheda::diagnostic::Code;
use scheda::diagnostic::explanation::Explanation;
use scheda::rules::{self, Example, RULES, Rule, on_or_off};
use serde::Serialize;

use super::args::{Report, Rules};
use super::host::Out;
use super::run::Run;

/// The version of the JSON object; it grows when a key changes its meaning or goes.
const VERSION: u32 = 1;

/// Lists the rules.
pub fn list(run: &Run<'_>, args: &Rules) -> anyhow::Result<()> {
    let text = match args.format {
        Report::Human => table(),
        Report::Json => {
            let rules = RULES.iter().map(Entry::of).collect();
            serde_json::to_string_pretty(&List { version: VERSION, rules })? + "\n"
        }
    };
    print(run, &text)
}

/// Says all that is to be said of a code.
pub fn explain(run: &Run<'_>, code: &str) -> anyhow::Result<()> {
    let rule = Code::from_id(code).and_then(rules::rule).ok_or_else(|| unknown(code))?;
    print(run, &rules::entry(rule))
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

fn table() -> String {
    let width = RULES.iter().map(|rule| rule.code.id().len()).max().unwrap_or(0);
    let line =
        |code: &str, severity: &str, on: &str, title: &str| format!("{code:width$}  {severity:8}  {on:3}  {title}\n");
    let rule =
        |rule: &Rule| line(rule.code.id(), rule.severity.name(), on_or_off(rule), Explanation::of(rule.code).title);
    line("code", "severity", "on", "what it finds") + &RULES.iter().map(rule).collect::<String>()
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
    title: &'static str,
    meaning: &'static str,
    reason: &'static str,
    remedy: &'static str,
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
    fn of(rule: &Rule) -> Self {
        let Explanation { title, meaning, reason, remedy } = Explanation::of(rule.code);
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
