//! What people are told, in their language.
//!
//! The texts stand in `locales/`, a file a language (those of catalogues in `locales/pages/`), in the format of Project Fluent, which knows plural forms and choices. Code names a
//! message and its [`Fact`]s, and has no sentence itself. A text is parsed when something is said in its language, and not before.

mod fact;
mod names;
mod place;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::fmt;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

pub use fact::{Fact, Facts};

use crate::diagnostic::Severity;
use crate::diagnostic::message::excerpt;
use crate::practice::Field;

include!(concat!(env!("OUT_DIR"), "/languages.rs"));

/// The language of all that is written for programs, and of people whose own there is not.
const DEFAULT: &str = "en";
/// How many things of a list are named.
const NAMED: usize = 12;
/// How many characters of a value are quoted.
const QUOTED: usize = 60;

/// A language in which people are told something.
#[derive(Clone, Copy)]
pub struct Locale(&'static Language);

/// The texts of a language.
struct Language {
    /// ISO 639-1 code.
    code: &'static str,
    /// The file.
    texts: &'static str,
    /// The same, parsed.
    bundle: OnceLock<FluentBundle<FluentResource>>,
}

impl Language {
    const fn new(code: &'static str, texts: &'static str) -> Self {
        Self { code, texts, bundle: OnceLock::new() }
    }

    fn bundle(&self) -> &FluentBundle<FluentResource> {
        self.bundle.get_or_init(|| {
            let mut bundle = FluentBundle::new_concurrent(self.code.parse().into_iter().collect());
            // Marks of the writing direction around what is put in would reach files and terminals.
            bundle.set_use_isolating(false);
            bundle.set_transform(Some(joined));
            let (Ok(texts) | Err((texts, _))) = FluentResource::try_new(self.texts.to_owned());
            bundle.add_resource_overriding(texts);
            bundle
        })
    }
}

/// A line end in a text is a space.
fn joined(text: &str) -> Cow<'_, str> {
    if text.contains('\n') { text.replace('\n', " ").into() } else { text.into() }
}

impl Locale {
    /// Every language that there is.
    pub fn all() -> impl Iterator<Item = Self> {
        LANGUAGES.iter().map(Self)
    }

    /// The language that a name means: `it`, `it-CH`, `it_IT.UTF-8`.
    pub fn named(name: &str) -> Option<Self> {
        let language = name.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        Self::all().find(|locale| locale.code().eq_ignore_ascii_case(language))
    }

    /// Every language in which there are the words of catalogues, which are more than those of messages.
    pub fn of_pages() -> impl Iterator<Item = Self> {
        PAGES.iter().map(Self)
    }

    /// The words of a catalogue in a language; in English where there are none.
    pub fn of_page(code: &str) -> Option<Self> {
        let find = |code: &str| Self::of_pages().find(|locale| locale.code() == code);
        find(code).or_else(|| find(DEFAULT))
    }

    /// What a country is called, by its code of ISO 3166-1.
    pub fn country(self, code: &str) -> Option<&'static str> {
        names::country(self.code(), code)
    }

    /// What a language is called, by its code of ISO 639-1.
    pub fn language(self, code: &str) -> Option<&'static str> {
        names::language(self.code(), code)
    }

    /// ISO 639-1 code.
    pub const fn code(self) -> &'static str {
        self.0.code
    }

    /// A message. One that there is not is told by its name.
    pub fn say(self, message: &str, facts: &[(&'static str, Fact<'_>)]) -> String {
        self.format(message, None, facts).unwrap_or_else(|| message.to_owned())
    }

    /// A part of a message: `help`, `related`; nothing if it has none, or if the part has nothing to say.
    pub fn say_part(self, message: &str, part: &str, facts: &[(&'static str, Fact<'_>)]) -> Option<String> {
        self.format(message, Some(part), facts).filter(|text| !text.is_empty())
    }

    /// What people call a field.
    pub fn field(self, field: Field) -> String {
        self.say(&format!("field-{}", field.key().replace('_', "-")), &[])
    }

    /// How much something matters, in a word.
    pub fn severity(self, severity: Severity) -> String {
        self.say(&format!("severity-{}", severity.name()), &[])
    }

    /// So many of something: `1 record`, `2 records`. The message has plural forms for `$number`.
    pub fn count(self, message: &str, number: usize) -> String {
        self.say(message, &[("number", Fact::Number(number as u64))])
    }

    fn format(self, message: &str, part: Option<&str>, facts: &[(&'static str, Fact<'_>)]) -> Option<String> {
        let bundle = self.0.bundle();
        let message = bundle.get_message(message)?;
        let pattern = match part {
            None => message.value()?,
            Some(part) => message.get_attribute(part)?.value(),
        };
        let mut arguments = FluentArgs::with_capacity(facts.len());
        facts.iter().for_each(|(name, fact)| arguments.set(*name, self.value(fact)));
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, Some(&arguments), &mut errors).into_owned();
        debug_assert!(errors.is_empty(), "{message:?} in {}: {errors:?}", self.code());
        Some(text)
    }

    fn value<'f>(self, fact: &'f Fact<'_>) -> FluentValue<'f> {
        match fact {
            Fact::Choice(word) => FluentValue::from(*word),
            Fact::Text(text) => FluentValue::from(text.as_ref()),
            Fact::Number(number) => FluentValue::from(*number),
            Fact::Quoted(_) | Fact::Field(_) | Fact::Message(..) | Fact::List(_) => self.words(fact).into(),
        }
    }

    /// A fact in words.
    fn words(self, fact: &Fact<'_>) -> String {
        match fact {
            Fact::Choice(word) => (*word).to_owned(),
            Fact::Text(text) => text.to_string(),
            Fact::Number(number) => number.to_string(),
            Fact::Quoted(text) => self.say("quoted", &[("text", Fact::text(excerpt(text, QUOTED)))]),
            Fact::Field(field) => self.field(*field),
            Fact::Message(message, facts) => self.say(message, facts),
            Fact::List(things) => self.list(things),
        }
    }

    /// The first of some things, with commas.
    fn list(self, things: &[Fact<'_>]) -> String {
        let named: Vec<String> = things.iter().take(NAMED).map(|thing| self.words(thing)).collect();
        let list = named.join(", ");
        match things.len().saturating_sub(NAMED) {
            0 => list,
            more => self.say("and-more", &[("list", list.into()), ("number", Fact::Number(more as u64))]),
        }
    }
}

impl Default for Locale {
    fn default() -> Self {
        let is_default = |language: &&Language| language.code == DEFAULT;
        Self(LANGUAGES.iter().find(is_default).unwrap_or(&LANGUAGES[0]))
    }
}

impl PartialEq for Locale {
    fn eq(&self, other: &Self) -> bool {
        self.code() == other.code()
    }
}

impl Eq for Locale {}

impl fmt::Debug for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Locale").field(&self.code()).finish()
    }
}
