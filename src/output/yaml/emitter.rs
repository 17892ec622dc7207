//! Serde's data model to block-style YAML, written straight into a string.
//!
//! Every scalar ends its line, and every collection stands two columns further in than what holds it.

use std::fmt::{Display, Error, Write};

use serde::ser::{self, Serialize};

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

    fn scalar(self, text: impl Display) -> Result<(), Error> {
        if matches!(self.place, Place::Value | Place::Item) {
            self.out.push(' ');
        }
        write!(self.out, "{text}")?;
        if self.place != Place::Name {
            self.out.push('\n');
        }
        Ok(())
    }

    fn text(self, text: &str) {
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

    fn entries(self, empty: &'static str) -> Result<Entries<'a>, Error> {
        match self.place {
            Place::Name => Err(Error),
            place => Ok(Entries { out: self.out, place, indent: self.indent, empty: Some(empty) }),
        }
    }

    /// An enum's variant that holds something is a mapping with one key.
    fn variant(self, name: &'static str) -> Result<Emitter<'a>, Error> {
        let mut entries = self.entries("{}")?;
        entries.name(name)?;
        Ok(Emitter { out: entries.out, place: Place::Value, indent: entries.indent + STEP })
    }
}

impl Entries<'_> {
    fn item(&mut self, item: &(impl Serialize + ?Sized)) -> Result<(), Error> {
        self.line();
        self.out.push('-');
        self.emitter(Place::Item).serialize(item)
    }

    fn name(&mut self, name: &(impl Serialize + ?Sized)) -> Result<(), Error> {
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

    fn value(&mut self, value: &(impl Serialize + ?Sized)) -> Result<(), Error> {
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

    fn finish(self) -> Result<(), Error> {
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
fn float(value: f64) -> String {
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

macro_rules! scalars {
    ($($method:ident $type:ty;)*) => {
        $(fn $method(self, value: $type) -> Result<(), Error> { self.scalar(value) })*
    };
}

impl<'a> ser::Serializer for Emitter<'a> {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Entries<'a>;
    type SerializeTuple = Entries<'a>;
    type SerializeTupleStruct = Entries<'a>;
    type SerializeTupleVariant = Entries<'a>;
    type SerializeMap = Entries<'a>;
    type SerializeStruct = Entries<'a>;
    type SerializeStructVariant = Entries<'a>;

    scalars! {
        serialize_bool bool;
        serialize_i8 i8;
        serialize_i16 i16;
        serialize_i32 i32;
        serialize_i64 i64;
        serialize_u8 u8;
        serialize_u16 u16;
        serialize_u32 u32;
        serialize_u64 u64;
    }

    fn serialize_f32(self, value: f32) -> Result<(), Error> {
        self.serialize_f64(value.into())
    }

    fn serialize_f64(self, value: f64) -> Result<(), Error> {
        self.scalar(float(value))
    }

    fn serialize_char(self, value: char) -> Result<(), Error> {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, text: &str) -> Result<(), Error> {
        self.text(text);
        Ok(())
    }

    fn serialize_bytes(self, bytes: &[u8]) -> Result<(), Error> {
        self.collect_seq(bytes)
    }

    fn serialize_none(self) -> Result<(), Error> {
        self.scalar("null")
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Error> {
        self.scalar("null")
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Error> {
        self.scalar("null")
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Error> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        value.serialize(self.variant(variant)?)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Entries<'a>, Error> {
        self.entries("[]")
    }

    fn serialize_tuple(self, _: usize) -> Result<Entries<'a>, Error> {
        self.entries("[]")
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Entries<'a>, Error> {
        self.entries("[]")
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Entries<'a>, Error> {
        self.variant(variant)?.entries("[]")
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Entries<'a>, Error> {
        self.entries("{}")
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Entries<'a>, Error> {
        self.entries("{}")
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Entries<'a>, Error> {
        self.variant(variant)?.entries("{}")
    }
}

macro_rules! sequences {
    ($($trait:ident $method:ident;)*) => {$(
        impl ser::$trait for Entries<'_> {
            type Ok = ();
            type Error = Error;

            fn $method<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), Error> {
                self.item(item)
            }

            fn end(self) -> Result<(), Error> {
                self.finish()
            }
        }
    )*};
}

macro_rules! structures {
    ($($trait:ident;)*) => {$(
        impl ser::$trait for Entries<'_> {
            type Ok = ();
            type Error = Error;

            fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Error> {
                self.name(name)?;
                self.value(value)
            }

            fn end(self) -> Result<(), Error> {
                self.finish()
            }
        }
    )*};
}

sequences! {
    SerializeSeq serialize_element;
    SerializeTuple serialize_element;
    SerializeTupleStruct serialize_field;
    SerializeTupleVariant serialize_field;
}

structures! {
    SerializeStruct;
    SerializeStructVariant;
}

impl ser::SerializeMap for Entries<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, name: &T) -> Result<(), Error> {
        self.name(name)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.value(value)
    }

    fn end(self) -> Result<(), Error> {
        self.finish()
    }
}
