//! Whether a document is data, and in which language.

use super::keys::Keys;
use super::records;
use crate::data::{Kind, Language, Tree, has_ending};
use crate::ledger::is_blank;
use crate::records::is_record;
use crate::schemas::Schemas;

/// The language and the nodes of a document that is data: by its name, or because its text is nothing else and has a sheet.
pub fn detect(name: &str, text: &str, schemas: &Schemas) -> Option<(Language, Tree)> {
    if let Some(language) = Language::of_name(name) {
        return Some((language, language.read_named(name, text)));
    }
    let guessed = guess(name, text)?;
    let tree = guessed.read_named(name, text);
    let written = guessed == Language::Json || has_program_keys(text, &tree);
    let has_sheet = || !records::find(&tree, &Keys::new(text, &tree, schemas, schemas.generic())).is_empty();
    // What says that it is a record is one, broken or not.
    let is_data = has_record(text, &tree) || (tree.is_sound() && written && has_sheet());
    is_data.then_some((guessed, tree))
}

/// Whether an object says that it is a record.
fn has_record(text: &str, tree: &Tree) -> bool {
    (0..tree.nodes.len()).any(|at| is_record(text, tree, at))
}

/// What a text can be by its first characters. A page of Markdown has at most front matter.
fn guess(name: &str, text: &str) -> Option<Language> {
    let start = text.trim_start_matches(is_blank);
    let inner = start.strip_prefix(['{', '[']).map(|inner| inner.trim_start_matches(is_blank));
    match inner {
        Some(inner) if inner.starts_with(['"', '{']) => Some(Language::Json),
        Some(_) => None,
        None if has_ending(name, ".md") => None,
        None => begins_as_yaml(start).then_some(Language::Yaml),
    }
}

/// Whether the first line with words is `---`, or a key or list of keys as programs write them.
fn begins_as_yaml(start: &str) -> bool {
    let mut lines = start.lines().filter(|line| !line.trim().is_empty() && !line.trim_start().starts_with('#'));
    let first = lines.next().unwrap_or_default().trim_start_matches("- ");
    first.starts_with("---")
        || first.starts_with("%YAML")
        || first.split_once(':').is_some_and(|(key, _)| is_program_key(key))
}

/// Whether the keys of every document are as programs write them; a form in plain text has capitals and spaces.
fn has_program_keys(text: &str, tree: &Tree) -> bool {
    let keys = || tree.nodes.iter().filter_map(|node| node.key);
    let documents = tree.roots().all(|root| matches!(tree.nodes[root].kind, Kind::Object | Kind::Array));
    documents && keys().next().is_some() && keys().all(|key| is_program_key(key.span.of(text)))
}

/// `title`, `target_groups`, `targetGroups`: one word that begins small.
fn is_program_key(key: &str) -> bool {
    let word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '@' | '$');
    key.starts_with(|c: char| c.is_lowercase() || matches!(c, '_' | '@' | '$')) && key.chars().all(word)
}
