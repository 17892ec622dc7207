//! What a message may name, or choose its words by.

use std::borrow::Cow;

use crate::practice::Field;

/// Facts with the names under which a message knows them.
pub type Facts<'a> = Vec<(&'static str, Fact<'a>)>;

/// One thing that a message may name, or choose its words by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fact<'a> {
    /// A word to choose by, which is not shown.
    Choice(&'static str),
    /// Words as they are.
    Text(Cow<'a, str>),
    /// Words of a document, shown in quotes, long ones by their beginning.
    Quoted(&'a str),
    /// A number.
    Number(u64),
    /// A field, by what people call it.
    Field(Field),
    /// Another message with facts of its own.
    Message(&'static str, Facts<'a>),
    /// Several things.
    List(Vec<Fact<'a>>),
}

impl<'a> Fact<'a> {
    /// Words as they are.
    pub fn text(text: impl Into<Cow<'a, str>>) -> Self {
        Self::Text(text.into())
    }

    /// `yes` or `no`, to choose by.
    pub const fn yes(yes: bool) -> Self {
        Self::Choice(if yes { "yes" } else { "no" })
    }

    /// So many of something; the message has plural forms.
    pub fn count(message: &'static str, number: usize) -> Self {
        Self::Message(message, vec![("number", number.into())])
    }
}

impl From<usize> for Fact<'_> {
    fn from(number: usize) -> Self {
        Self::Number(number as u64)
    }
}

impl From<u32> for Fact<'_> {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<String> for Fact<'_> {
    fn from(text: String) -> Self {
        Self::text(text)
    }
}

impl<'a> From<&'a str> for Fact<'a> {
    fn from(text: &'a str) -> Self {
        Self::text(text)
    }
}

impl From<Field> for Fact<'_> {
    fn from(field: Field) -> Self {
        Self::Field(field)
    }
}
