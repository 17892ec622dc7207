//! `scheda template check`

use std::cell::OnceCell;
use std::collections::BTreeSet;

use scheda::schemas::{Schemas, Template};
use scheda::source::Source;

use super::super::args::TemplateCheck;
use super::super::console::colour;
use super::super::exit::Exit;
use super::super::host::Out;
use super::super::inputs::Input;
use super::super::picture::{Picture, TEMPLATE_FAULT};
use super::super::run::Run;
use super::super::summary::count;
use super::sheet;

/// Says what is wrong with a template and, with a sheet beside it, how the two go together.
pub fn run<'a>(run: &mut Run<'a>, args: &TemplateCheck, own: &'a OnceCell<Schemas>) -> anyhow::Result<()> {
    let source = run.open_text(&Input::file(&args.file, None))?;
    let picture = Picture::new(colour(run.host(), Out::Stdout));
    let (text, schemas) = match super::with(run.schemas(), &source) {
        Ok(schemas) => (praise(&source, &schemas), Some(schemas)),
        Err(faults) => {
            run.raise(Exit::Findings);
            let faulty = format!("{}: {}\n", source.name, count(faults.len(), "fault"));
            (
                faults.iter().map(|fault| picture.fault(&source, fault, TEMPLATE_FAULT)).collect::<String>() + &faulty,
                None,
            )
        }
    };
    super::print(run, &text)?;
    let (Some(schemas), Some(sheet)) = (schemas, &args.sheet) else { return Ok(()) };
    run.adopt(own.get_or_init(|| schemas));
    sheet::compare(run, &source, sheet, &picture)
}

/// `my-form.yaml: nothing wrong; 14 labels of 12 fields, 1 start`
fn praise(source: &Source, schemas: &Schemas) -> String {
    let Some(template) = schemas.templates.last() else { return String::new() };
    let starts = count(template.starts.len(), "start");
    format!("{}: nothing wrong; {} of {}, {starts}\n", source.name, labels(template), fields(template))
}

fn labels(template: &Template) -> String {
    count(template.written.words.len(), "label")
}

fn fields(template: &Template) -> String {
    count(template.labels.iter().map(|label| label.field).collect::<BTreeSet<_>>().len(), "field")
}
