//! `scheda completions`

use clap::CommandFactory;
use clap_complete::Shell;

use super::args::Arguments;
use super::host::Out;
use super::run::Run;

/// Prints what a shell needs to complete our commands and options.
pub fn run(run: &Run<'_>, shell: Shell) -> anyhow::Result<()> {
    let mut script = Vec::new();
    let mut command = Arguments::command();
    clap_complete::generate(shell, &mut command, "scheda", &mut script);
    let mut out = run.out(Out::Stdout);
    out.text(&String::from_utf8(script)?)?;
    out.finish()
}
