//! `scheda template`: the templates that are there, and whether one of the user's own is right.

mod check;
mod list;
mod sheet;

use std::cell::OnceCell;
use std::path::Path;

use anyhow::anyhow;
use scheda::schemas::{File, SchemaError, Schemas, builtin_text, template_schema};
use scheda::source::Source;

use super::args::{Template, TemplateCommand};
use super::console::colour;
use super::exit::Exit;
use super::host::Out;
use super::inputs::Input;
use super::picture::{Picture, TEMPLATE_FAULT};
use super::run::Run;

/// Lists, shows or checks templates. What a template of the user's adds to the schemas is kept in `own`.
pub fn run<'a>(run: &mut Run<'a>, args: &Template, own: &'a OnceCell<Schemas>) -> anyhow::Result<()> {
    match &args.command {
        TemplateCommand::List(args) => list::run(run, args, own),
        TemplateCommand::Show { name } => show(run, name),
        TemplateCommand::Check(args) => check::run(run, args, own),
        TemplateCommand::Schema => print(run, &template_schema()),
    }
}

/// Adds the template of a file to those that the run knows; false where it has faults, which are shown.
pub fn adopt<'a>(run: &mut Run<'a>, path: &Path, own: &'a OnceCell<Schemas>) -> anyhow::Result<bool> {
    let source = run.open_text(&Input::file(path, None))?;
    match with(run.schemas(), &source) {
        Ok(schemas) => {
            run.adopt(own.get_or_init(|| schemas));
            Ok(true)
        }
        Err(faults) => {
            let mut out = run.out(Out::Stderr);
            let picture = Picture::new(colour(run.host(), Out::Stderr));
            faults.iter().try_for_each(|fault| out.text(&picture.fault(&source, fault, TEMPLATE_FAULT)))?;
            out.finish()?;
            run.raise(Exit::CouldNot);
            Ok(false)
        }
    }
}

/// The schemas with the template of a file.
fn with(schemas: &Schemas, source: &Source) -> Result<Schemas, Vec<SchemaError>> {
    schemas.with_template(File { name: &source.name, text: &source.text })
}

fn show(run: &Run<'_>, name: &str) -> anyhow::Result<()> {
    let (_, template) = run.schemas().template(name).ok_or_else(|| run.no_template(name))?;
    let file = run.schemas().files.get(usize::from(template.file));
    let text = file.and_then(builtin_text);
    print(run, text.ok_or_else(|| anyhow!("the text of the template `{name}` is not built in"))?)
}

fn print(run: &Run<'_>, text: &str) -> anyhow::Result<()> {
    let mut out = run.out(Out::Stdout);
    out.text(text)?;
    out.finish()
}
