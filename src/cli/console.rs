//! What is said to the person at the terminal, on standard error.

use scheda::diagnostic::human::Human;
use scheda::diagnostic::message::visible;
use scheda::diagnostic::{Diagnostic, Severity};
use scheda::locale::Locale;
use scheda::source::Source;

use super::host::{Draft, Host, Out};
use super::progress::Progress;

/// Standard error, in words for people. That nobody can read it is no reason to stop.
pub struct Console {
    err: Box<dyn Draft>,
    human: Human,
    quiet: bool,
    is_terminal: bool,
    progress: Option<Progress>,
}

impl Console {
    /// A console on the host's standard error, in a language.
    pub fn new(host: &dyn Host, quiet: bool, locale: Locale) -> Self {
        let (err, human) = (host.out(Out::Stderr), Human::new(colour(host, Out::Stderr), locale));
        Self { err, human, quiet, is_terminal: host.is_terminal(Out::Stderr), progress: None }
    }

    /// Shows how many files of a long run are done, unless quiet.
    pub fn progress(&mut self, done: usize, all: usize) {
        if self.quiet || all < 2 {
            return;
        }
        let progress = self.progress.get_or_insert_with(|| Progress::new(self.is_terminal));
        if let Some(line) = progress.step(done, all) {
            self.note(&line);
        }
        if done == all {
            self.progress = None;
        }
    }

    /// Shows a finding; when quiet, only an error.
    pub fn finding(&mut self, source: &Source, diagnostic: &Diagnostic) {
        if diagnostic.severity == Severity::Error || !self.quiet {
            let text = self.human.finding(source, diagnostic);
            self.say(&text);
        }
    }

    /// Says a sentence of some weight; when quiet, only an error.
    pub fn line(&mut self, severity: Severity, text: &str) {
        if severity == Severity::Error || !self.quiet {
            let text = self.human.line(severity, &visible(text));
            self.say(&text);
        }
    }

    /// Whether plain sentences are said.
    pub const fn is_heard(&self) -> bool {
        !self.quiet
    }

    /// Says a plain sentence, unless quiet.
    pub fn note(&mut self, text: &str) {
        if !self.quiet {
            self.say(&format!("{}\n", visible(text)));
        }
    }

    fn say(&mut self, text: &str) {
        let Self { err, progress, .. } = self;
        let mut write = || drop(err.write_all(text.as_bytes()));
        match progress {
            Some(progress) => progress.aside(write),
            None => write(),
        }
    }
}

/// Whether to use colour on a stream: as its user wishes, else on a terminal that can.
pub fn colour(host: &dyn Host, stream: Out) -> bool {
    let is_set = |name| host.variable(name).is_some_and(|value| !value.is_empty());
    if is_set("NO_COLOR") {
        return false;
    }
    let forced = host.variable("CLICOLOR_FORCE").is_some_and(|value| !value.is_empty() && value != "0");
    forced || host.is_terminal(stream) && host.variable("TERM").as_deref() != Some("dumb")
}
