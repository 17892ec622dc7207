//! Which objects of a document are records: those that say the version of their schema.

use crate::data::{Kind, Tree};
use crate::diagnostic::{Diagnostic, Finding};
use crate::practice::{Field, SCHEMA_VERSION};
use crate::source::Span;

/// The records of a document, in order; nothing where no object says that it is one. Beside a record every other object is meant for
/// one, too.
pub fn records(text: &str, tree: &Tree) -> Option<Vec<usize>> {
    let candidates: Vec<usize> = tree.roots().flat_map(|root| members(tree, root)).collect();
    candidates.iter().any(|&at| is_record(text, tree, at)).then_some(candidates)
}

/// A document, or the members of the list that it is.
fn members(tree: &Tree, root: usize) -> Vec<usize> {
    let objects = |at: &usize| tree.nodes[*at].kind == Kind::Object;
    match tree.nodes[root].kind {
        Kind::Array => tree.children(root).filter(objects).collect(),
        _ => Some(root).filter(objects).into_iter().collect(),
    }
}

/// Whether an object is a record: it has the key `schema` with a number, or one so like it that it is meant; or with an empty text,
/// if it has a title, too.
pub fn is_record(text: &str, tree: &Tree, at: usize) -> bool {
    let is_blank = || said(text, tree, at).is_some_and(|said| said.0.is_empty());
    let has_title = || member(text, tree, at, |key| key == Field::Title.key()).is_some();
    tree.nodes[at].kind == Kind::Object && (version(text, tree, at).is_some() || (is_blank() && has_title()))
}

/// The version of the schema that an object says, and its place. One that no number holds is later than all that are known.
pub fn version(text: &str, tree: &Tree, at: usize) -> Option<(u64, Span)> {
    let (words, place) = said(text, tree, at)?;
    let is_number = !words.is_empty() && words.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| (words.parse().unwrap_or(u64::MAX), place))
}

/// That a record is of a version of the schema that nobody here knows.
pub fn newer(text: &str, tree: &Tree, at: usize) -> Option<Diagnostic> {
    let (version, place) = version(text, tree, at).filter(|(version, _)| *version > u64::from(SCHEMA_VERSION))?;
    let said = said(text, tree, at).map_or_else(|| version.to_string(), |(words, _)| words.to_owned());
    Some(Diagnostic::at(Finding::NewerSchema { version: said }, place))
}

/// What stands behind the key `schema`, and its place.
fn said<'t>(text: &'t str, tree: &Tree, at: usize) -> Option<(&'t str, Span)> {
    let version = member(text, tree, at, |key| key == Field::Schema.key() || is_slip(key))?;
    match tree.nodes[version].kind {
        Kind::Scalar(scalar) => Some((scalar.span.of(text), tree.nodes[version].span)),
        _ => None,
    }
}

/// The first member of an object whose key is such.
fn member(text: &str, tree: &Tree, at: usize, is: impl Fn(&str) -> bool) -> Option<usize> {
    tree.children(at).find(|&child| tree.nodes[child].key.is_some_and(|key| is(&tree.words(text, key))))
}

/// Whether a key is `schema`, mistyped.
fn is_slip(key: &str) -> bool {
    key.len().abs_diff(Field::Schema.key().len()) <= 1 && strsim::damerau_levenshtein(key, Field::Schema.key()) == 1
}
