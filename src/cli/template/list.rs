//! `scheda template list`

use std::cell::OnceCell;

use scheda::schemas::{Schemas, Template, builtin_text};
use serde::Serialize;

use super::super::args::{Report, TemplateList};
use super::super::run::Run;

/// Lists the templates: those that are built in, then the user's.
pub fn run<'a>(run: &mut Run<'a>, args: &TemplateList, own: &'a OnceCell<Schemas>) -> anyhow::Result<()> {
    if let Some(path) = &args.file
        && !super::adopt(run, path, own)?
    {
        return Ok(());
    }
    let entries: Vec<Entry<'_>> =
        run.schemas().templates.iter().map(|template| entry(run.schemas(), template)).collect();
    let text = match args.format {
        Report::Json => serde_json::to_string_pretty(&entries)? + "\n",
        Report::Human => table(&entries),
    };
    super::print(run, &text)
}

/// One template.
#[derive(Serialize)]
struct Entry<'a> {
    name: &'a str,
    title: &'a str,
    /// How many wordings it knows.
    labels: usize,
    built_in: bool,
    file: &'a str,
}

fn entry<'a>(schemas: &'a Schemas, template: &'a Template) -> Entry<'a> {
    let file = schemas.files.get(usize::from(template.file)).unwrap_or_default();
    Entry {
        name: &template.name,
        title: &template.title,
        labels: template.written.words.len(),
        built_in: builtin_text(file).is_some(),
        file,
    }
}

fn table(entries: &[Entry<'_>]) -> String {
    let from = |entry: &Entry<'_>| if entry.built_in { "built in" } else { entry.file }.to_owned();
    let head = ["name", "labels", "from", "title"].map(str::to_owned);
    let rows = entries.iter().map(|it| [it.name.to_owned(), it.labels.to_string(), from(it), it.title.to_owned()]);
    let rows: Vec<[String; 4]> = std::iter::once(head).chain(rows).collect();
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let (name, labels, from) = (width(0), width(1), width(2));
    let line = |row: &[String; 4]| format!("{:name$}  {:>labels$}  {:from$}  {}\n", row[0], row[1], row[2], row[3]);
    rows.iter().map(line).collect()
}
