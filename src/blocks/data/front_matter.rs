//! Front matter: YAML between two `---` at the start of a text, or an object of JSON there.

use super::emit::Emitter;
use super::keys::Keys;
use super::own;
use crate::blocks::Block;
use crate::data::{self, Fault, Kind, Language, Tree};
use crate::schemas::Schemas;
use crate::source::Span;

/// Lines of front matter at most.
const MOST_LINES: usize = 400;

/// Front matter, cut into blocks.
#[derive(Debug, Default)]
pub struct FrontMatter<'s> {
    /// The blocks; they tile the text up to the end of the second `---`, or of the first where it is broken.
    pub blocks: Vec<Block<'s>>,
    /// Characters of keys and values that are written in code, in order.
    pub coded: Vec<Span>,
    /// What is wrong with it; then its lines are read as text.
    pub fault: Option<Fault>,
}

/// Reads the front matter that a text begins with, if it does.
pub fn front_matter<'s>(text: &str, schemas: &'s Schemas, template: u16) -> FrontMatter<'s> {
    let Some((whole, inner)) = find(text) else { return object(text, schemas, template) };
    let tree = data::read_yaml(text, inner);
    if !tree.is_sound() {
        let keys = Keys::new(text, &Tree::default(), schemas, template);
        let mut emitter = Emitter::new(text, &tree, &keys, 0);
        emitter.markup(inner.start);
        return FrontMatter { blocks: emitter.blocks, fault: tree.faults.into_iter().next(), ..FrontMatter::default() };
    }
    emitted(text, &tree, whole.end, schemas, template)
}

/// Reads the object of JSON that a text begins with, if its braces stand on lines of their own; where it is broken it is text.
fn object<'s>(text: &str, schemas: &'s Schemas, template: u16) -> FrontMatter<'s> {
    let Some(end) = end_of_object(text) else { return FrontMatter::default() };
    let tree = Language::Json.read(&text[..end]);
    if tree.is_sound() { emitted(text, &tree, end, schemas, template) } else { FrontMatter::default() }
}

/// The blocks of data that are one object and end at an offset.
fn emitted<'s>(text: &str, tree: &Tree, end: usize, schemas: &'s Schemas, template: u16) -> FrontMatter<'s> {
    let mut roots = tree.roots();
    let (Some(root), None) = (roots.next(), roots.next()) else { return FrontMatter::default() };
    if tree.nodes[root].kind != Kind::Object {
        return FrontMatter::default();
    }
    let keys = Keys::new(text, tree, schemas, template);
    let mut emitter = Emitter::new(text, tree, &keys, 0);
    if !own::is_own(text, tree, root) {
        emitter.record(root);
    }
    emitter.markup(end);
    emitter.end();
    FrontMatter { blocks: emitter.blocks, coded: emitter.coded, fault: None }
}

/// The front matter with its rules, and without.
fn find(text: &str) -> Option<(Span, Span)> {
    let start = text.len() - text.trim_start_matches(crate::ledger::is_blank).len();
    let mut lines = text[start..].split_inclusive('\n').take(MOST_LINES);
    let inner = start + lines.next().filter(|line| line.trim_end() == "---")?.len();
    let mut end = inner;
    for line in lines {
        if line.trim_end() == "---" {
            return Some((Span::new(start, end + line.len()), Span::new(inner, end)));
        }
        if !is_yaml(line) {
            return None;
        }
        end += line.len();
    }
    None
}

/// Where the line ends that closes an object, with a text behind it.
fn end_of_object(text: &str) -> Option<usize> {
    let start = text.len() - text.trim_start_matches(crate::ledger::is_blank).len();
    let mut end = start;
    for (nth, line) in text[start..].split_inclusive('\n').take(MOST_LINES).enumerate() {
        if nth == 0 && line.trim_end() != "{" {
            return None;
        }
        end += line.len();
        if line.trim_end() == "}" {
            return Some(end).filter(|end| !text[*end..].trim().is_empty());
        }
    }
    None
}

/// Whether a line can stand in front matter: a key, an item, a comment, or what is indented below one.
fn is_yaml(line: &str) -> bool {
    let words = line.trim_end();
    let key = words.split_once(':').is_some_and(|(key, _)| !key.is_empty() && key.len() <= 60);
    words.is_empty() || words.starts_with([' ', '\t', '-', '#', '}', ']']) || key
}
