//! The languages of a run: people are told things in theirs, programs in the same on every machine.

use scheda::locale::Locale;

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
}

impl Tongue {
    /// The language that the user tells; else that of the environment for people.
    pub fn new(told: Option<Locale>, host: &dyn Host) -> Self {
        let people = || of_environment(host).unwrap_or_default();
        Self { people: told.unwrap_or_else(people), programs: told.unwrap_or_default() }
    }
}

fn of_environment(host: &dyn Host) -> Option<Locale> {
    let set = |name: &&str| host.variable(name).filter(|value| !value.is_empty());
    Locale::named(&VARIABLES.iter().find_map(set)?)
}

/// A language that the user tells.
pub fn parse(name: &str) -> Result<Locale, String> {
    Locale::named(name).ok_or_else(|| {
        let codes: Vec<&str> = Locale::all().map(Locale::code).collect();
        format!("the languages are: {}", codes.join(", "))
    })
}
