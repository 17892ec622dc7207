//! Data that `scheda` itself writes or reads: its records and its templates are no foreign sheets.

use crate::data::{Kind, Tree};

/// Whether an object is a record of `scheda`, which begins with its version, or a template.
pub fn is_own(text: &str, tree: &Tree, at: usize) -> bool {
    let key = |child: usize| tree.nodes[child].key.map_or("", |key| key.span.of(text));
    let has = |names: &[&str]| tree.children(at).any(|child| names.contains(&key(child)));
    let versioned = tree.children(at).next().is_some_and(|first| {
        let number = |words: &str| words.bytes().all(|byte| byte.is_ascii_digit());
        key(first) == "schema" && matches!(tree.nodes[first].kind, Kind::Scalar(value) if number(value.span.of(text)))
    });
    versioned || (has(&["name"]) && has(&["title"]) && has(&["labels", "joint", "shared_vocabulary"]))
}
