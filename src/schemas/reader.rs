//! A tree of YAML to the types of `files`, with every fault at once: what is wrong is reported and left out, and the rest is
//! read as if it were not there.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fmt;
use std::marker::PhantomData;

use serde::de::value::U64Deserializer;
use serde::de::{
    self, Deserialize, DeserializeOwned, DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, SeqAccess, Visitor,
};

use super::nearest::nearest;
use super::tree::{Node, Spot, Value, parse};
use crate::source::Span;

/// Something wrong in a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// Where.
    pub at: Spot,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
    /// A second place, and what stands there.
    pub related: Option<(Spot, String)>,
    /// The key of the whole file under which it is.
    pub under: String,
}

/// A value with its place.
#[derive(Debug, Clone, Default)]
pub struct Placed<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub at: Spot,
}

/// A word with its place.
pub type Word = Placed<String>;

/// Reads a file as far as it can be read.
pub fn read<T: DeserializeOwned>(text: &str) -> (Option<T>, Vec<Fault>) {
    match parse(text) {
        Ok(root) => read_tree(&root),
        Err((at, message)) => (None, vec![Fault { at, message, help: None, related: None, under: String::new() }]),
    }
}

fn read_tree<T: DeserializeOwned>(root: &Node) -> (Option<T>, Vec<Fault>) {
    let attempts = Attempts::default();
    let read = loop {
        match attempts.child(root, |reader| T::deserialize(reader)) {
            Ok(read) => break Some(read),
            // What made it stop is left out from now on.
            Err(_) if attempts.is_left_out(root) => break None,
            Err(_) => {}
        }
    };
    let faults = attempts.faults.into_inner().into_iter();
    (read, faults.map(|fault| Fault { under: under(root, fault.at), ..fault }).collect())
}

/// The key of the root under which a place is.
fn under(root: &Node, at: Spot) -> String {
    let Value::Map(pairs) = &root.value else { return String::new() };
    let key = pairs.iter().map(|(key, _)| key).rfind(|key| key.at <= at);
    match key.map(|key| &key.value) {
        Some(Value::Word { text, .. }) => text.clone(),
        _ => String::new(),
    }
}

/// Why reading stops.
#[derive(Debug)]
enum Stop {
    /// It is reported.
    Told,
    /// A mapping lacks a key.
    Missing(&'static str),
    /// Anything else.
    Other(String),
}

impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self:?}")
    }
}

impl std::error::Error for Stop {}

impl de::Error for Stop {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Stop::Other(message.to_string())
    }

    fn missing_field(field: &'static str) -> Self {
        Stop::Missing(field)
    }
}

/// What is remembered from one attempt to the next.
#[derive(Default)]
struct Attempts {
    faults: RefCell<BTreeSet<Fault>>,
    left_out: RefCell<BTreeSet<usize>>,
}

impl Attempts {
    fn is_left_out(&self, node: &Node) -> bool {
        self.left_out.borrow().contains(&node.id)
    }

    fn report(&self, at: Spot, message: String, help: Option<String>, related: Option<(Spot, String)>) {
        self.faults.borrow_mut().insert(Fault { at, message, help, related, under: String::new() });
    }

    /// Reads a node; if that fails, it is left out from the next attempt on.
    fn child<T>(&self, node: &Node, read: impl FnOnce(Reader<'_>) -> Result<T, Stop>) -> Result<T, Stop> {
        let stop = match read(Reader { node, attempts: self }) {
            Ok(value) => return Ok(value),
            Err(Stop::Told) => return Err(Stop::Told),
            Err(stop) => stop,
        };
        match stop {
            Stop::Missing(key) if self.has_left_out(node, key) => {}
            Stop::Missing(key) => self.report(node.at, format!("`{key}` is missing here"), None, None),
            Stop::Told => {}
            Stop::Other(message) => self.report(node.at, message, None, None),
        }
        self.left_out.borrow_mut().insert(node.id);
        Err(Stop::Told)
    }

    /// Whether a mapping has a key whose value was left out: what is wrong with it is told already.
    fn has_left_out(&self, node: &Node, key: &str) -> bool {
        let Value::Map(pairs) = &node.value else { return false };
        pairs.iter().any(|(name, value)| is_word(name, key) && self.is_left_out(value))
    }
}

fn is_word(node: &Node, word: &str) -> bool {
    matches!(&node.value, Value::Word { text, .. } if text == word)
}

/// Reads one node.
#[derive(Clone, Copy)]
struct Reader<'a> {
    node: &'a Node,
    attempts: &'a Attempts,
}

impl<'a> Reader<'a> {
    fn refuse<T>(self, message: &str, help: Option<String>) -> Result<T, Stop> {
        let message = if self.node.is_nothing() { "nothing is written here" } else { message };
        self.attempts.report(self.node.at, message.to_owned(), help, None);
        self.attempts.left_out.borrow_mut().insert(self.node.id);
        Err(Stop::Told)
    }

    fn word(self) -> Result<&'a str, Stop> {
        match &self.node.value {
            Value::Word { text, .. } if !self.node.is_nothing() => Ok(text),
            Value::Map(_) => self.refuse("a text is expected here, not keys with values", Some(COLON.to_owned())),
            _ => self.refuse("a text is expected here, not a list", None),
        }
    }

    fn number(self) -> Result<u64, Stop> {
        match self.word()?.parse() {
            Ok(number) => Ok(number),
            Err(_) => self.refuse("a whole number is expected here", None),
        }
    }

    fn list(self) -> Result<&'a [Node], Stop> {
        match &self.node.value {
            Value::List(items) => Ok(items),
            Value::Word { text, .. } => self.refuse("a list is expected here", Some(format!("write it as [{text}]"))),
            Value::Map(_) => self.refuse("a list is expected here, not keys with values", None),
        }
    }

    fn pairs(self) -> Result<&'a [(Node, Node)], Stop> {
        match &self.node.value {
            Value::Map(pairs) => Ok(pairs),
            _ => self.refuse("keys with values are expected here, such as `key: value`", None),
        }
    }

    /// The entries of a mapping of which each key stands once.
    fn entries(self, known: Option<&'static [&'static str]>) -> Result<Entries<'a>, Stop> {
        let mut seen: Vec<&Node> = Vec::new();
        let mut kept = Vec::new();
        for (key, value) in self.pairs()? {
            let Ok(word) = self.attempts.child(key, |reader| reader.word().map(str::to_owned)) else { continue };
            if let Some(first) = seen.iter().find(|node| is_word(node, &word)) {
                let related = Some((first.at, String::from("first here")));
                self.attempts.report(key.at, format!("`{word}` stands here twice"), Some(TWICE.to_owned()), related);
            } else if let Some(known) = known.filter(|known| !known.contains(&word.as_str())) {
                let help = nearest(&word, known.iter().copied());
                self.attempts.report(key.at, format!("unknown key `{word}`"), Some(meant(help, known)), None);
            } else if !self.attempts.is_left_out(value) {
                kept.push((key, value));
            }
            seen.push(key);
        }
        Ok(Entries { attempts: self.attempts, pairs: kept.into_iter(), value: None })
    }
}

/// What to do about a word that nobody knows.
pub fn meant(nearest: Option<&str>, known: &[&str]) -> String {
    match nearest {
        Some(nearest) => format!("if `{nearest}` is meant, write it so"),
        None => format!("known here: {}", known.join(", ")),
    }
}

const COLON: &str = "if it is one text with a colon in it, put it in quotes";
const TWICE: &str = "put everything about it in one place";

/// How [`Placed`] asks for its place.
const WITH_PLACE: &str = "\u{0}value with its place";

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Placed<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_tuple_struct(WITH_PLACE, 5, PlacedVisitor(PhantomData))
    }
}

struct PlacedVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for PlacedVisitor<T> {
    type Value = Placed<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value with its place")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut parts: A) -> Result<Placed<T>, A::Error> {
        let value = parts.next_element()?.ok_or_else(|| de::Error::invalid_length(0, &self))?;
        let mut number = || Ok(parts.next_element()?.unwrap_or_default());
        let (line, column) = (number()?, number()?);
        let mut offset = || Ok(parts.next_element()?.unwrap_or_default());
        let at = Spot { line, column, span: Span::new(offset()?, offset()?) };
        Ok(Placed { value, at })
    }
}

/// A value and the numbers of its place.
struct Parts<'a> {
    value: Option<Reader<'a>>,
    numbers: std::array::IntoIter<u64, 4>,
}

impl<'de> SeqAccess<'de> for Parts<'_> {
    type Error = Stop;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Stop> {
        if let Some(value) = self.value.take() {
            return seed.deserialize(value).map(Some);
        }
        let number = self.numbers.next().map(IntoDeserializer::into_deserializer);
        number.map(|number: U64Deserializer<Stop>| seed.deserialize(number)).transpose()
    }
}

/// The items of a list, without those that were left out.
struct Items<'a> {
    attempts: &'a Attempts,
    items: std::slice::Iter<'a, Node>,
}

impl<'de> SeqAccess<'de> for Items<'_> {
    type Error = Stop;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Stop> {
        let next = self.items.find(|item| !self.attempts.is_left_out(item));
        next.map(|item| self.attempts.child(item, |reader| seed.deserialize(reader))).transpose()
    }
}

/// The entries of a mapping, without those that were left out.
struct Entries<'a> {
    attempts: &'a Attempts,
    pairs: std::vec::IntoIter<(&'a Node, &'a Node)>,
    value: Option<&'a Node>,
}

impl<'de> MapAccess<'de> for Entries<'_> {
    type Error = Stop;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Stop> {
        let Some((key, value)) = self.pairs.next() else { return Ok(None) };
        self.value = Some(value);
        self.attempts.child(key, |reader| seed.deserialize(reader)).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Stop> {
        let Some(value) = self.value.take() else { return Err(Stop::Other(String::from("a key without a value"))) };
        self.attempts.child(value, |reader| seed.deserialize(reader))
    }
}

macro_rules! numbers {
    ($($method:ident)*) => { $(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
            visitor.visit_u64(self.number()?)
        }
    )* };
}

impl<'de> Deserializer<'de> for Reader<'_> {
    type Error = Stop;

    numbers! { deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        match &self.node.value {
            Value::Word { .. } => self.deserialize_str(visitor),
            Value::List(_) => self.deserialize_seq(visitor),
            Value::Map(_) => self.deserialize_map(visitor),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        visitor.visit_str(self.word()?)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        self.deserialize_str(visitor)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        self.deserialize_str(visitor)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        match self.word()? {
            "true" => visitor.visit_bool(true),
            "false" => visitor.visit_bool(false),
            _ => self.refuse("true or false is expected here", None),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        if self.node.is_nothing() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Stop> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, Stop> {
        if name != WITH_PLACE {
            return self.deserialize_seq(visitor);
        }
        let at = self.node.at;
        let numbers = [at.line.into(), at.column.into(), at.span.start as u64, at.span.end as u64].into_iter();
        visitor.visit_seq(Parts { value: Some(self), numbers })
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        visitor.visit_seq(Items { attempts: self.attempts, items: self.list()?.iter() })
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        visitor.visit_map(self.entries(None)?)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        keys: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Stop> {
        visitor.visit_map(self.entries(Some(keys))?)
    }

    serde::forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u128 f32 f64 char bytes byte_buf unit unit_struct tuple enum ignored_any
    }
}
