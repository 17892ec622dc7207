//! `scheda config`

use anyhow::anyhow;
use scheda::config::{config_schema, show};

use super::args::{Config, ConfigCommand};
use super::host::Out;
use super::run::{Run, plain};

/// Shows what is in force, or the schema of the file.
pub fn run(run: &Run<'_>, args: &Config) -> anyhow::Result<()> {
    let text = match &args.command {
        ConfigCommand::Schema => config_schema(),
        ConfigCommand::Show { path } => {
            run.host().kind(path).map_err(|error| anyhow!("cannot read {}: {:#}", path.display(), plain(&error)))?;
            // A folder is seen from inside.
            let own = run.config_of(&path.join("sheet").to_string_lossy())?;
            let head = match &own {
                Some(own) => format!("# {}\n", own.config.file),
                None => String::from("# no scheda.yaml here or in a folder above\n"),
            };
            let schemas = own.as_ref().map_or(run.schemas(), |own| own.schemas(run.schemas()));
            head + &show(own.as_ref().map(|own| &own.config), schemas)
        }
    };
    let mut out = run.out(Out::Stdout);
    out.text(&text)?;
    out.finish()
}
