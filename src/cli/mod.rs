//! The command line: the only place that touches files, terminal and environment, and that only through a [`Host`].

mod ahead;
mod args;
mod aside;
mod batch;
mod catalogue;
mod completions;
mod config;
mod configs;
mod console;
mod content;
mod convert;
mod documents;
mod excerpt;
mod exit;
mod fix;
mod folder;
mod framed;
mod host;
mod ids;
mod inputs;
mod inspect;
mod known;
mod open;
mod pdf;
mod picture;
mod progress;
mod roundtrip;
mod rules;
mod run;
mod schema;
mod sink;
mod summary;
mod system;
mod template;
#[cfg(test)]
mod tests;
mod tongue;
mod validate;
mod verify;

use std::cell::OnceCell;
use std::ffi::OsString;

use clap::Parser;
use scheda::schemas::Schemas;

use args::{Arguments, Command};
use console::{Console, colour};
use exit::{Closed, Exit};
use host::{Host, Out};
use run::{Reader, Run};
pub use system::System;
use tongue::Tongue;

/// Does what the arguments say.
pub fn run(args: impl IntoIterator<Item = OsString>, host: &dyn Host, read: Reader) -> Exit {
    let arguments = match Arguments::try_parse_from(args) {
        Ok(arguments) => arguments,
        Err(message) => return explain(&message, host),
    };
    let tongue = Tongue::new(arguments.lang, host);
    let console = Console::new(host, arguments.command.is_quiet(), tongue.people);
    let own = OnceCell::new();
    let mut run = Run::new(host, read, Schemas::builtin(), console, tongue);
    run.choose(arguments.command.config());
    match work(&mut run, &arguments.command, &own) {
        Err(error) if error.is::<Closed>() => return run.exit().when_closed(),
        Err(error) => run.fail(&error),
        Ok(()) => {}
    }
    run.exit()
}

/// Does what the command says. A template of the user's is kept in `own`.
fn work<'a>(run: &mut Run<'a>, command: &Command, own: &'a OnceCell<Schemas>) -> anyhow::Result<()> {
    if let Some(path) = command.template_file()
        && !template::adopt(run, path, own)?
    {
        return Ok(());
    }
    match command {
        Command::Convert(args) => convert::run(run, args),
        Command::Validate(args) => validate::run(run, args),
        Command::Inspect(args) => inspect::run(run, args),
        Command::Catalogue(args) => catalogue::run(run, args),
        Command::Schema => schema::run(run),
        Command::Config(args) => config::run(run, args),
        Command::Roundtrip(args) => roundtrip::run(run, args),
        Command::Verify(args) => verify::run(run, args),
        Command::Fix(args) => fix::run(run, args),
        Command::Rules(args) => rules::list(run, args),
        Command::Explain { code } => rules::explain(run, code),
        Command::Completions { shell } => completions::run(run, *shell),
        Command::Template(args) => template::run(run, args, own),
    }
}

/// Shows the help that was asked for, or what is wrong with the arguments.
fn explain(message: &clap::Error, host: &dyn Host) -> Exit {
    let stream = if message.use_stderr() { Out::Stderr } else { Out::Stdout };
    let text = message.render();
    let text = if colour(host, stream) { text.ansi().to_string() } else { text.to_string() };
    let mut out = host.out(stream);
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) if message.use_stderr() => Exit::CouldNot,
        Ok(()) => Exit::Done,
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Exit::Done,
        Err(_) => Exit::CouldNot,
    }
}
