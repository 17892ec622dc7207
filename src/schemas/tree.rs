//! YAML as a tree that knows where each of its parts stands.

use serde_yaml::granit_parser::{self, Event, Parser, ScalarStyle};

use crate::source::Span;

/// Where something stands in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Spot {
    /// Line, from 1; 0 where nobody knows it.
    pub line: u32,
    /// Column in characters, from 1; 0 where nobody knows it.
    pub column: u32,
    /// Its bytes; of a list or mapping only where it begins.
    pub span: Span,
}

/// A part of a YAML text.
#[derive(Debug, Clone)]
pub struct Node {
    /// Its number in the order of the text.
    pub id: usize,
    /// Where it stands.
    pub at: Spot,
    /// What it is.
    pub value: Value,
}

/// What a part of a YAML text is.
#[derive(Debug, Clone)]
pub enum Value {
    /// Text, as it reads; a plain one stands without quotes.
    Word {
        /// The text.
        text: String,
        /// Whether it stands without quotes.
        plain: bool,
    },
    /// `[a, b]`
    List(Vec<Node>),
    /// `key: value`
    Map(Vec<(Node, Node)>),
}

impl Node {
    /// Whether nothing is written there.
    pub fn is_nothing(&self) -> bool {
        matches!(&self.value, Value::Word { text, plain: true } if matches!(text.as_str(), "" | "~" | "null"))
    }
}

/// Why a text is no tree.
pub type Broken = (Spot, String);

/// Reads a text of one document.
///
/// # Errors
/// The first place at which the text is no YAML, or YAML of a kind that templates have no use for.
pub fn parse(text: &str) -> Result<Node, Broken> {
    let mut builder = Builder::default();
    for event in Parser::new_from_str(text) {
        let (event, span) = event.map_err(|error| broken(&error))?;
        builder.event(event, spot(&span))?;
    }
    builder.root.ok_or((Spot { line: 1, column: 1, span: Span::default() }, String::from("the file is empty")))
}

fn broken(error: &granit_parser::ScanError) -> Broken {
    let mark = error.marker();
    (place(mark.line(), mark.col(), mark.byte_offset(), mark.byte_offset()), error.info())
}

fn spot(span: &granit_parser::Span) -> Spot {
    place(span.start.line(), span.start.col(), span.start.byte_offset(), span.end.byte_offset())
}

fn place(line: usize, column: usize, start: Option<usize>, end: Option<usize>) -> Spot {
    let small = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let start = start.unwrap_or_default();
    Spot { line: small(line), column: small(column + 1), span: Span::new(start, end.unwrap_or(start).max(start)) }
}

/// A list or mapping that is not complete yet.
struct Open {
    id: usize,
    at: Spot,
    is_map: bool,
    inside: Vec<Node>,
}

/// A tree in the making.
#[derive(Default)]
struct Builder {
    count: usize,
    open: Vec<Open>,
    root: Option<Node>,
}

impl Builder {
    fn event(&mut self, event: Event<'_>, at: Spot) -> Result<(), Broken> {
        match event {
            Event::Scalar(text, style, ..) => {
                let value = Value::Word { text: text.into_owned(), plain: style == ScalarStyle::Plain };
                let id = self.number();
                self.close(Node { id, at, value });
            }
            Event::SequenceStart(..) => self.open(at, false),
            Event::MappingStart(..) => self.open(at, true),
            Event::SequenceEnd | Event::MappingEnd => self.end(),
            Event::Alias(_) | Event::UnresolvedAlias(_) => return Err((at, String::from(ALIAS))),
            Event::DocumentStart(..) if self.root.is_some() => return Err((at, String::from(SECOND))),
            _ => {}
        }
        Ok(())
    }

    fn number(&mut self) -> usize {
        self.count += 1;
        self.count
    }

    fn open(&mut self, at: Spot, is_map: bool) {
        let id = self.number();
        self.open.push(Open { id, at, is_map, inside: Vec::new() });
    }

    fn end(&mut self) {
        let Some(Open { id, at, is_map, inside }) = self.open.pop() else { return };
        let value = if is_map { Value::Map(pairs(inside)) } else { Value::List(inside) };
        self.close(Node { id, at, value });
    }

    /// Puts what is complete into what is not.
    fn close(&mut self, node: Node) {
        match self.open.last_mut() {
            Some(open) => open.inside.push(node),
            None => self.root = Some(node),
        }
    }
}

const ALIAS: &str = "a word behind `*` refers to another place of the file, which is not understood here; \
                     write it out, or put it in quotes if a star is meant";
const SECOND: &str = "a second document begins here; a file holds one";

fn pairs(nodes: Vec<Node>) -> Vec<(Node, Node)> {
    let mut nodes = nodes.into_iter();
    std::iter::from_fn(|| nodes.next().zip(nodes.next())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(node: &Node, text: &str) -> Vec<(u32, u32, String)> {
        match &node.value {
            Value::Word { .. } => vec![(node.at.line, node.at.column, node.at.span.of(text).to_owned())],
            Value::List(inside) => inside.iter().flat_map(|node| words(node, text)).collect(),
            Value::Map(pairs) => pairs.iter().flat_map(|(k, v)| [words(k, text), words(v, text)].concat()).collect(),
        }
    }

    #[test]
    fn every_word_has_its_place() {
        let text = "à: [è, \"b, c\"]\nd:\n  - e f # g\n  - no\n";
        let expected = [(1, 1, "à"), (1, 5, "è"), (1, 8, "\"b, c\""), (2, 1, "d"), (3, 5, "e f"), (4, 5, "no")];
        assert_eq!(
            words(&parse(text).unwrap(), text),
            expected.map(|(line, column, word)| (line, column, word.into()))
        );
    }

    #[test]
    fn what_is_no_tree_has_a_place() {
        for (text, line, column) in
            [("", 1, 1), ("a: b\nc: \"d\n", 2, 4), ("a: &x b\nc: *x\n", 2, 4), ("a\n---\nb\n", 2, 1)]
        {
            let (at, message) = parse(text).unwrap_err();
            assert_eq!((at.line, at.column), (line, column), "{text}: {message}");
            assert!(!message.is_empty());
        }
    }

    #[test]
    fn deep_nesting_is_refused() {
        assert!(parse(&"[".repeat(100_000)).is_err());
        assert!(parse(&"- ".repeat(100_000)).is_err());
    }
}
