//! What is said to the person at the terminal, on standard error.

use scheda::diagnostic::human::Human;
use scheda::diagnostic::message::visible;
use scheda::diagnostic::{Diagnostic, Severity};
use scheda::locale::Locale;
use scheda::source::Source;

use super::host::{Draft, Host, Out};

/// Standard error, in words for people. That nobody can read it is no reason to stop.
pub struct Console {
    err: Box<dyn Draft>,
    human: Human,
    quiet: bool,
}

impl Console {
    /// A console on the host's standard error, in a language.
    pub fn new(host: &dyn Host, quiet: bool, locale: Locale) -> Self {
        Self { err: host.out(Out::Stderr), human: Human::new(colour(host, Out::Stderr), locale), quiet }
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
        self.err.write_all(text.as_bytes()).ok();
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
