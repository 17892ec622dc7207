//! Vocabulary and templates: the wordings of labels, as data.

use std::borrow::Cow;

use crate::practice::Field;

/// Text that is compiled in or read from a user's file.
pub type Text = Cow<'static, str>;
/// A list that is compiled in or read from a user's file.
pub type List<T> = Cow<'static, [T]>;

/// Everything that is data: the vocabulary of each language and the templates.
#[derive(Debug, Clone)]
pub struct Schemas {
    /// One entry a language.
    pub languages: List<Language>,
}

/// The words of one language.
#[derive(Debug, Clone, PartialEq)]
pub struct Language {
    /// ISO 639-1 code.
    pub code: Text,
    /// For each field its label wordings; the first is the one that pages show.
    pub labels: List<Wordings>,
    /// Words that pages show and that no sheet has, by a key such as `key_facts`.
    pub page: List<(Text, Text)>,
    /// What tells the parts of a contact apart.
    pub people: People,
}

/// The words of one language that tell the parts of a contact apart, as written.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct People {
    /// Sub-labels: `Name and surname`, `E-mail`, `Tel.`
    pub parts: List<(Part, List<Text>)>,
    /// Words between two people: `and`, `&`.
    pub and: List<Text>,
    /// Words between a name and a role: `as a`, `in her capacity as`.
    pub as_role: List<Text>,
    /// Words that a role begins with or holds: `Head`, `coordinator`.
    pub roles: List<Text>,
    /// Words that only an organisation's name holds: `University`, `GmbH`.
    pub organisations: List<Text>,
}

/// A part of a contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// First name and surname.
    Name,
    /// What the person does.
    Role,
    /// Where the person works.
    Organisation,
    /// E-mail address.
    Email,
    /// Telephone number.
    Phone,
    /// Anything else, such as an address or a fax number.
    Note,
}

/// The wordings of one field.
#[derive(Debug, Clone, PartialEq)]
pub struct Wordings {
    /// The field.
    pub field: Field,
    /// Its wordings, as written.
    pub wordings: List<Text>,
}

impl Schemas {
    /// The schemas that are compiled into the program.
    pub fn builtin() -> Self {
        Self { languages: Cow::Borrowed(&[]) }
    }

    /// The language with this ISO 639-1 code.
    pub fn language(&self, code: &str) -> Option<&Language> {
        self.languages.iter().find(|language| language.code == code)
    }
}

impl Language {
    /// The heading that a page in this language gives a field.
    pub fn heading(&self, field: Field) -> Option<&str> {
        let wordings = self.labels.iter().find(|wordings| wordings.field == field)?;
        wordings.wordings.first().map(AsRef::as_ref)
    }

    /// A word that pages show, by its key.
    pub fn page_word(&self, key: &str) -> Option<&str> {
        self.page.iter().find(|(name, _)| name == key).map(|(_, word)| word.as_ref())
    }
}
