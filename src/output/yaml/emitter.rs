//! Serde's data model to block-style YAML, written straight into a string.
//!
//! Every scalar ends its line, and every collection stands two columns further in than what holds it.

use std::fmt::{Display, Error, Write};

use serde::Serialize;

use super::scalar::{self, pad};

/// Readers look this many bytes ahead for the colon of a key, or more; a longer key needs a `?` before it.
const LONGEST_KEY: usize = 512;
/// How much further in the content of a collection stands.
const STEP: usize = 2;

/// Writes one value at the end of a text.
pub(super) struct Emitter<'a> {
    out: &'a mut String,
    place: Place,
    /// Column of the keys or dashes of this value if it is a collection, of its lines if it is a block.
    indent: usize,
}

/// What a value is, and so what stands before it.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    /// The document: nothing.
    Document,
    /// The name of an entry: the indentation.
    Name,
    /// The value of an entry: `name:`
    Value,
    /// An item: `-`
    Item,
}

/// Writes the entries of a collection.
pub(super) struct Entries<'a> {
    out: &'a mut String,
    place: Place,
    indent: usize,
    /// Nothing was written yet, and this stands for a collection that stays empty.
    empty: Option<&'static str>,
}

impl<'a> Emitter<'a> {
    /// Writes a document to `out`.
    pub(super) const fn new(out: &'a mut String) -> Self {
        Self { out, place: Place::Document, indent: 0 }
    }

    pub(super) fn scalar(self, text: impl Display) -> Result<(), Error> {
        if matches!(self.place, Place::Value | Place::Item) {
            self.out.push(' ');
        }
        write!(self.out, "{text}")?;
        if self.place != Place::Name {
            self.out.push('\n');
        }
        Ok(())
    }

    pub(super) fn text(self, text: &str) {
        match self.place {
            Place::Name => return scalar::write_key(self.out, text),
            Place::Document => {}
            Place::Value | Place::Item => self.out.push(' '),
        }
        let line = self.out.rfind('\n').map_or(0, |at| at + 1);
        let column = self.out.len() - line;
        // A block has to be indented even where nothing holds it.
        scalar::write(self.out, text, column, self.indent.max(STEP));
        self.out.push('\n');
    }

    pub(super) fn entries(self, empty: &'static str) -> Result<Entries<'a>, Error> {
        match self.place {
            Place::Name => Err(Error),
            place => Ok(Entries { out: self.out, place, indent: self.indent, empty: Some(empty) }),
        }
    }

    /// An enum's variant that holds something is a mapping with one key.
    pub(super) fn variant(self, name: &'static str) -> Result<Emitter<'a>, Error> {
        let mut entries = self.entries("{}")?;
        entries.name(name)?;
        Ok(Emitter { out: entries.out, place: Place::Value, indent: entries.indent + STEP })
    }
}

impl Entries<'_> {
    pub(super) fn item(&mut self, item: &(impl Serialize + ?Sized)) -> Result<(), Error> {
        self.line();
        self.out.push('-');
        self.emitter(Place::Item).serialize(item)
    }

    pub(super) fn name(&mut self, name: &(impl Serialize + ?Sized)) -> Result<(), Error> {
        self.line();
        let start = self.out.len();
        self.emitter(Place::Name).serialize(name)?;
        if self.out.len() - start > LONGEST_KEY {
            self.out.insert_str(start, "? ");
            self.out.push('\n');
            pad(self.out, self.indent);
        }
        self.out.push(':');
        Ok(())
    }

    pub(super) fn value(&mut self, value: &(impl Serialize + ?Sized)) -> Result<(), Error> {
        self.emitter(Place::Value).serialize(value)
    }

    fn emitter(&mut self, place: Place) -> Emitter<'_> {
        Emitter { out: self.out, place, indent: self.indent + STEP }
    }

    /// Goes to the column of the entries. The first of a document or an item is there already, but for a space.
    fn line(&mut self) {
        match (self.empty.take(), self.place) {
            (Some(_), Place::Item) => return self.out.push(' '),
            (Some(_), Place::Value) => self.out.push('\n'),
            _ => {}
        }
        pad(self.out, self.indent);
    }

    pub(super) fn finish(self) -> Result<(), Error> {
        match self.empty {
            Some(empty) => Emitter { out: self.out, place: self.place, indent: self.indent }.scalar(empty),
            None => Ok(()),
        }
    }
}

impl Emitter<'_> {
    fn serialize(self, value: &(impl Serialize + ?Sized)) -> Result<(), Error> {
        value.serialize(self)
    }
}

/// Digits that YAML 1.1 takes for a float too: it wants a point in the mantissa and a sign in the exponent.
pub(super) fn float(value: f64) -> String {
    let digits = match value {
        _ if value.is_nan() => return String::from(".nan"),
        _ if value.is_infinite() => return String::from(if value < 0.0 { "-.inf" } else { ".inf" }),
        _ => format!("{value:?}"),
    };
    let Some((mantissa, exponent)) = digits.split_once('e') else { return digits };
    let point = if mantissa.contains('.') { "" } else { ".0" };
    let sign = if exponent.starts_with('-') { "" } else { "+" };
    format!("{mantissa}{point}e{sign}{exponent}")
}
