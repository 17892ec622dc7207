//! The rules: what can be found, how much it matters, and what to do about it.
//!
//! [`RULES`] has one entry a [`Code`]. The list and the page of all rules ([`page`]) and what is said of one ([`entry`]) are made of it
//! and of the sentences of an [`Explanation`].

use std::fmt::Write;

pub use crate::checks::{Example, File, Met, RULES, Rule};
use crate::diagnostic::Code;
use crate::diagnostic::explanation::Explanation;
use crate::locale::{Fact, Locale};

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
pub fn page(locale: Locale) -> String {
    let mut page = String::from(HEAD);
    for rule in RULES {
        let Explanation { title, .. } = Explanation::new(rule.code, locale);
        let (code, severity, on) = (rule.code.id(), locale.severity(rule.severity), switched(rule, locale));
        let _ = writeln!(page, "| [{code}](#{code}) | {severity} | {on} | {title} |");
    }
    for rule in RULES {
        let _ = write!(page, "\n#{}", entry(rule, locale));
    }
    page
}

/// What is to be said of a rule, in Markdown.
pub fn entry(rule: &Rule, locale: Locale) -> String {
    let Explanation { title, meaning, reason, remedy } = Explanation::new(rule.code, locale);
    let facts = [("severity", locale.severity(rule.severity).into()), ("on", Fact::yes(rule.on))];
    let told = locale.say("explained", &facts);
    let [why, what, bad, good] =
        ["explained-reason", "explained-remedy", "explained-bad", "explained-good"].map(|head| locale.say(head, &[]));
    let mut entry = format!("# {}\n\n{title}. {told}\n\n{meaning}\n\n", rule.code.id());
    let _ = write!(entry, "**{why}** {reason}\n\n**{what}** {remedy}\n\n");
    let _ = write!(entry, "{bad}\n\n{}{good}\n\n{}", example(&rule.bad, locale), example(&rule.good, locale));
    entry.truncate(entry.trim_end().len());
    entry + "\n"
}

/// `on` or `off`.
pub fn switched(rule: &Rule, locale: Locale) -> String {
    locale.say(if rule.on { "switched-on" } else { "switched-off" }, &[])
}

/// The files of an example, each in a block that its name stands above.
fn example(example: &Example, locale: Locale) -> String {
    let today = example.today.iter().map(|today| locale.say("explained-today", &[("today", (*today).into())]) + "\n\n");
    today.chain(example.files().map(|file| shown(&file, locale))).collect()
}

/// A file as a person can read it; of one that is no text its name.
fn shown(file: &File, locale: Locale) -> String {
    let Some(bytes) = file.bytes else {
        return format!("- {}\n\n", locale.say("explained-file", &[("name", file.name.into())]));
    };
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
