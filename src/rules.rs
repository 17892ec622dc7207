//! The rules: what can be found, how much it matters, and what to do about it.
//!
//! [`RULES`] has one entry a [`Code`]. The list and the page of all rules ([`page`]) and what is said of one ([`entry`]) are made of it
//! and of the sentences in [`explanation`](crate::diagnostic::explanation).

use std::fmt::Write;

pub use crate::checks::{Example, File, Met, RULES, Rule};
use crate::diagnostic::Code;
use crate::diagnostic::explanation::Explanation;

/// How like a code a word must be to be taken for it, mistyped.
const LIKENESS: f64 = 0.75;

/// The rule of a code.
pub fn rule(code: Code) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.code == code)
}

/// The code that a word is most like.
pub fn nearest(word: &str) -> Option<Code> {
    let word = word.to_lowercase().replace(['_', ' '], "-");
    let likeness = Code::ALL.iter().map(|code| (strsim::jaro_winkler(&word, code.id()), *code));
    likeness.filter(|(likeness, _)| *likeness >= LIKENESS).max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, code)| code)
}

/// Every rule in Markdown: a table, and an entry for each.
pub fn page() -> String {
    let mut page = String::from(HEAD);
    for rule in RULES {
        let Explanation { title, .. } = Explanation::of(rule.code);
        let (code, severity, on) = (rule.code.id(), rule.severity.name(), on_or_off(rule));
        let _ = writeln!(page, "| [{code}](#{code}) | {severity} | {on} | {title} |");
    }
    for rule in RULES {
        let _ = write!(page, "\n#{}", entry(rule));
    }
    page
}

/// What is to be said of a rule, in Markdown.
pub fn entry(rule: &Rule) -> String {
    let Explanation { title, meaning, reason, remedy } = Explanation::of(rule.code);
    let (code, severity, on) = (rule.code.id(), rule.severity.name(), on_or_off(rule));
    let mut entry = format!("# {code}\n\n{title}. Severity: {severity}; {on} by default.\n\n{meaning}\n\n");
    let _ = write!(entry, "**Why it matters:** {reason}\n\n**What to do:** {remedy}\n\n");
    let _ = write!(entry, "Wrong:\n\n{}Right:\n\n{}", example(&rule.bad), example(&rule.good));
    entry.truncate(entry.trim_end().len());
    entry + "\n"
}

/// `on` or `off`.
pub const fn on_or_off(rule: &Rule) -> &'static str {
    if rule.on { "on" } else { "off" }
}

/// The files of an example, each in a block that its name stands above.
fn example(example: &Example) -> String {
    let today = example.today.iter().map(|today| format!("(with `--today {today}`)\n\n"));
    today.chain(example.files().map(|file| shown(&file))).collect()
}

/// A file as a person can read it; of one that is no text its name.
fn shown(file: &File) -> String {
    let Some(bytes) = file.bytes else { return format!("- the file `{}`\n\n", file.name) };
    let text = String::from_utf8_lossy(bytes).replace('\u{c}', "␌").replace('\t', "→");
    let ending = file.name.rsplit('.').next().unwrap_or_default();
    let kind = if ending == "txt" { "text" } else { ending };
    format!("`{}`\n\n```{kind}\n{}\n```\n\n", file.name, text.trim_end())
}

const HEAD: &str = "\
# Rules

What `scheda validate` finds. `scheda explain CODE` prints what is said here of one rule, `scheda rules` the table. A code never changes.
This page is made by the program: do not edit it.

| code | severity | by default | |
| --- | --- | --- | --- |
";
