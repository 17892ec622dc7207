//! What is in force, and where each setting comes from.

use std::fmt::Write as _;

use super::{Config, Scope};
use crate::diagnostic::Code;
use crate::schemas::{Limit, Schemas};

/// Every setting of a configuration, or of none, each with its place. Defaults are said where nothing else is.
pub fn show(config: Option<&Config>, schemas: &Schemas) -> String {
    let mut lines: Vec<[String; 3]> = Vec::new();
    let none = Config::default();
    let own = config.unwrap_or(&none);
    let place = |line| own.place(line);
    for (code, level) in &own.severities {
        lines.push([format!("severity of {}", code.id()), level.value.name().into(), place(level.line)]);
    }
    for template in schemas.templates.iter() {
        let file = schemas.files.get(usize::from(template.file)).unwrap_or_default();
        lines.push([String::from("template"), template.name.to_string(), file.to_owned()]);
    }
    for required in &own.required {
        let fields: Vec<&str> = required.value.fields.iter().map(|field| field.key()).collect();
        lines.push([String::from("required"), fields.join(", ") + &scope(&required.value.scope), place(required.line)]);
    }
    for limit in &own.limits {
        lines.push([format!("limits of {}", limit.value.field), limits(&limit.value), place(limit.line)]);
    }
    for ignore in &own.ignores {
        let field = ignore.value.field.map(|field| format!(" of {field}")).unwrap_or_default();
        let what = format!("{}{field}{}: {}", ignore.value.code.id(), scope(&ignore.value.scope), ignore.value.reason);
        lines.push([String::from("ignored"), what, place(ignore.line)]);
    }
    let known: Vec<Code> = own.severities.iter().map(|(code, _)| *code).collect();
    let others = Code::ALL.iter().filter(|code| !known.contains(code)).count();
    lines.push([
        String::from("severity"),
        format!("of {others} other codes as `scheda rules` lists"),
        "built in".into(),
    ]);
    table(&lines)
}

fn scope(scope: &Scope) -> String {
    let mut text = String::new();
    for (words, before) in [(&scope.templates, " in sheets of "), (&scope.paths, " in ")] {
        if !words.is_empty() {
            text += &(before.to_owned() + &words.join(", "));
        }
    }
    text
}

fn limits(limit: &Limit) -> String {
    let parts = [
        (limit.min_words, "at least", "words"),
        (limit.max_words, "at most", "words"),
        (limit.min_characters, "at least", "characters"),
        (limit.max_characters, "at most", "characters"),
    ];
    let said = parts.iter().filter_map(|(number, how, what)| Some(format!("{how} {} {what}", (*number)?)));
    said.collect::<Vec<_>>().join(", ")
}

fn table(lines: &[[String; 3]]) -> String {
    let width = |column: usize| lines.iter().map(|line| line[column].chars().count()).max().unwrap_or(0);
    let (first, second) = (width(0), width(1).min(60));
    let mut text = String::new();
    for [setting, value, place] in lines {
        let _ = writeln!(text, "{setting:first$}  {value:second$}  {place}");
    }
    text
}
