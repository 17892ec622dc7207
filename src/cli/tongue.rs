//! The languages of a run: people are told things in theirs, programs in the same on every machine.

use scheda::locale::Locale;
use scheda::schemas::Schemas;

use super::host::Host;

/// The variables that name the language of messages; the first that is set counts (POSIX).
const VARIABLES: [&str; 3] = ["LC_ALL", "LC_MESSAGES", "LANG"];

/// The languages of a run.
#[derive(Debug, Clone, Copy)]
pub struct Tongue {
    /// For people.
    pub people: Locale,
    /// For other programs, and for files that are kept.
    pub programs: Locale,
    /// ISO 639-1 code of the headings of pages, if it is told.
    pub pages: Option<&'static str>,
}

/// A language that the user tells: of messages, of pages, or of both.
#[derive(Debug, Clone, Copy)]
pub struct Told {
    messages: Option<Locale>,
    pages: Option<&'static str>,
}

impl Tongue {
    /// The language that the user tells; else that of the environment for people.
    pub fn new(told: Option<Told>, host: &dyn Host) -> Self {
        let messages = told.and_then(|told| told.messages);
        let people = || of_environment(host).unwrap_or_default();
        Self {
            people: messages.unwrap_or_else(people),
            programs: messages.unwrap_or_default(),
            pages: told.and_then(|told| told.pages),
        }
    }
}

fn of_environment(host: &dyn Host) -> Option<Locale> {
    let set = |name: &&str| host.variable(name).filter(|value| !value.is_empty());
    Locale::named(&VARIABLES.iter().find_map(set)?)
}

/// A language that the user tells.
pub fn parse(name: &str) -> Result<Told, String> {
    let code = name.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_lowercase();
    let pages = Schemas::builtin().language(&code).map(|language| language.code.as_ref());
    let told = Told { messages: Locale::named(name), pages };
    if told.messages.is_some() || told.pages.is_some() { Ok(told) } else { Err(known()) }
}

/// Which languages there are.
fn known() -> String {
    let messages: Vec<&str> = Locale::all().map(Locale::code).collect();
    let pages = Schemas::builtin().languages.iter().map(|language| language.code.as_ref());
    let pages: Vec<&str> = pages.filter(|code| !messages.contains(code)).collect();
    format!("the languages are: {}; for the headings of pages also {}", messages.join(", "), pages.join(", "))
}
