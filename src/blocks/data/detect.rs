//! Whether a document is data, and in which language.

use super::keys::Keys;
use super::tree::{Kind, Tree};
use super::{records, tree};
use crate::ledger::is_blank;
use crate::schemas::Schemas;

/// Endings of the names of data.
const ENDINGS: [(&str, Language); 5] = [
    (".json", Language::Json),
    (".ndjson", Language::Json),
    (".jsonl", Language::Json),
    (".yaml", Language::Yaml),
    (".yml", Language::Yaml),
];

/// A language of data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// JSON: one value, or one a line.
    Json,
    /// YAML.
    Yaml,
}

impl Language {
    /// What people call it.
    pub const fn name(self) -> &'static str {
        match self {
            Language::Json => "JSON",
            Language::Yaml => "YAML",
        }
    }
}

/// The language of a document that is data: by its name, or because its text is nothing else and has a sheet.
pub fn language(name: &str, text: &str, schemas: &Schemas) -> Option<Language> {
    let named = ENDINGS.iter().find(|(ending, _)| has_ending(name, ending)).map(|(_, language)| *language);
    named.or_else(|| {
        let guessed = guess(name, text)?;
        let tree = tree(text, guessed);
        let written = guessed == Language::Json || has_program_keys(text, &tree);
        let has_sheet = || !records::find(&tree, &Keys::new(text, &tree, schemas, schemas.generic())).is_empty();
        (tree.fault.is_none() && written && has_sheet()).then_some(guessed)
    })
}

fn has_ending(name: &str, ending: &str) -> bool {
    let at = name.len().saturating_sub(ending.len());
    name.get(at..).is_some_and(|end| end.eq_ignore_ascii_case(ending))
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
