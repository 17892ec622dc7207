//! Which objects of a document are records: those that say the version of their schema.

use crate::data::{Kind, Tree};
use crate::practice::Field;
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

/// Whether an object is a record: it has the key `schema` with a number, or one so like it that it is meant.
pub fn is_record(text: &str, tree: &Tree, at: usize) -> bool {
    tree.nodes[at].kind == Kind::Object && version(text, tree, at).is_some()
}

/// The version of the schema that an object says, and its place.
pub fn version(text: &str, tree: &Tree, at: usize) -> Option<(u64, Span)> {
    let named = |key: &str| key == Field::Schema.key() || is_slip(key);
    let version =
        tree.children(at).find(|&child| tree.nodes[child].key.is_some_and(|key| named(&tree.words(text, key))))?;
    match tree.nodes[version].kind {
        Kind::Scalar(scalar) => Some((scalar.span.of(text).parse().ok()?, tree.nodes[version].span)),
        _ => None,
    }
}

/// Whether a key is `schema`, mistyped.
fn is_slip(key: &str) -> bool {
    key.len().abs_diff(Field::Schema.key().len()) <= 1 && strsim::damerau_levenshtein(key, Field::Schema.key()) == 1
}
