//! `scheda fix`

use scheda::diagnostic::message::visible;
use scheda::fix::{self, Fixed, Repair};
use scheda::locale::{Fact, Locale};
use scheda::source::Source;
use similar::TextDiff;

use super::args::Fix;
use super::exit::Exit;
use super::host::Out;
use super::inputs::{Input, Inputs, Place};
use super::run::Run;

/// Repairs records in YAML, or shows what would be changed.
pub fn run(run: &mut Run<'_>, args: &Fix) -> anyhow::Result<()> {
    let mut inputs = Inputs::find(run, &args.paths);
    let mut out = run.out(Out::Stdout);
    let (mut files, mut repaired) = (0_usize, 0_usize);
    for input in std::mem::take(&mut inputs.files) {
        let Some(source) = yaml(run, &input) else { continue };
        files += 1;
        let Some(fixed) = fix::fix(&source, run.schemas()) else { continue };
        repaired += 1;
        match (&input.place, args.diff) {
            (Place::File(path), false) => {
                run.write(path, &fixed.text)?;
                let done = repairs(&fixed.repairs, run.tongue().people);
                run.console().note(&format!("{}: {done}", source.name));
            }
            (Place::Stdin, false) => out.text(&fixed.text)?,
            (_, true) => {
                run.raise(Exit::Findings);
                out.text(&diff(&run.relative(&source.name), &source, &fixed))?;
            }
        }
    }
    out.finish()?;
    let done = Fact::yes(!args.diff);
    run.tell("fixed", &[("number", Fact::from(files)), ("changed", Fact::from(repaired)), ("done", done)]);
    Ok(())
}

/// A file that may hold records in YAML. One that cannot be read is reported.
fn yaml(run: &mut Run<'_>, input: &Input) -> Option<Source> {
    let is_yaml = |ending: &str| input.name.to_lowercase().ends_with(ending);
    let may_be = matches!(input.place, Place::Stdin) || is_yaml(".yaml") || is_yaml(".yml");
    if !may_be {
        if input.folder.is_none() {
            run.fail(&anyhow::anyhow!("cannot repair {}: only records in YAML are repaired", input.name));
        }
        return None;
    }
    run.open_text(input).map_err(|error| run.fail(&error)).ok()
}

/// What would be changed, as a patch of the file with this name.
pub fn diff(name: &str, source: &Source, fixed: &Fixed) -> String {
    let diff = TextDiff::from_lines(&source.text, &fixed.text);
    let (before, after) = (format!("a/{name}"), format!("b/{name}"));
    let patch = diff.unified_diff().context_radius(2).header(&before, &after).to_string();
    patch.lines().map(|line| visible(line).into_owned() + "\n").collect()
}

/// `2 dates, 1 misspelt key`
fn repairs(repairs: &[Repair], locale: Locale) -> String {
    let mut kinds = repairs.to_vec();
    kinds.sort_unstable();
    kinds.dedup();
    let named = kinds.iter().map(|kind| {
        let number = repairs.iter().filter(|repair| *repair == kind).count();
        locale.count(message(*kind), number)
    });
    named.collect::<Vec<_>>().join(", ")
}

/// The message that counts repairs of a kind.
const fn message(repair: Repair) -> &'static str {
    match repair {
        Repair::Key => "repair-key",
        Repair::Type => "repair-type",
        Repair::Date => "repair-date",
        Repair::Url => "repair-url",
        Repair::Email => "repair-email",
        Repair::Space => "repair-space",
        Repair::Order => "repair-order",
    }
}
