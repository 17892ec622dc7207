//! YAML and JSON as flat lists of nodes with places: no recursion, so that depth costs nothing, and no expansion, so that no alias
//! makes much of little.

mod json;
mod tree;
mod yaml;

use std::borrow::Cow;

use crate::source::Span;
pub use tree::{Fault, Kind, Node, Scalar, Style, Tree};

/// A language of data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// JSON: one value, or one a line.
    Json,
    /// YAML.
    Yaml,
}

/// Endings of the names of data.
const ENDINGS: [(&str, Language); 5] = [
    (".json", Language::Json),
    (".ndjson", Language::Json),
    (".jsonl", Language::Json),
    (".yaml", Language::Yaml),
    (".yml", Language::Yaml),
];

/// Endings of the names of files with a value a line.
const LINES: [&str; 2] = [".ndjson", ".jsonl"];

impl Language {
    /// What people call it.
    pub const fn name(self) -> &'static str {
        match self {
            Language::Json => "JSON",
            Language::Yaml => "YAML",
        }
    }

    /// The language that a file's name tells.
    pub fn of_name(name: &str) -> Option<Self> {
        ENDINGS.iter().find(|(ending, _)| has_ending(name, ending)).map(|(_, language)| *language)
    }

    /// Reads the text of a file: a value a line, if it is that and one of them is broken.
    pub fn read_named(self, name: &str, text: &str) -> Tree {
        let tree = self.read(text);
        let is_lines = || LINES.iter().any(|ending| has_ending(name, ending)) && !has_lone_bracket(text);
        if self == Language::Json && !tree.is_sound() && (is_lines() || json::is_lines(text)) {
            return json::read_lines(text);
        }
        tree
    }

    /// Reads a text: one value or several.
    pub fn read(self, text: &str) -> Tree {
        match self {
            Language::Json => json::read(text),
            Language::Yaml => yaml::read(text, Span::new(0, text.len())),
        }
    }
}

/// Whether a line opens what other lines hold, which are no values then.
fn has_lone_bracket(text: &str) -> bool {
    text.lines().any(|line| matches!(line.trim(), "{" | "["))
}

/// Reads a stretch of a text that is YAML.
pub fn read_yaml(text: &str, stretch: Span) -> Tree {
    yaml::read(text, stretch)
}

/// Whether a file's name has this ending, in capitals or not.
pub fn has_ending(name: &str, ending: &str) -> bool {
    let at = name.len().saturating_sub(ending.len());
    name.get(at..).is_some_and(|end| end.eq_ignore_ascii_case(ending))
}

impl Tree {
    /// The words of a key or value as they are meant.
    pub fn words<'t>(&'t self, text: &'t str, scalar: Scalar) -> Cow<'t, str> {
        if let Ok(at) = self.decoded.binary_search_by_key(&scalar.span.start, |decoded| decoded.0) {
            return Cow::Borrowed(&self.decoded[at].1);
        }
        let words = scalar.span.of(text);
        if scalar.style == Style::Double && words.contains('\\') {
            let quoted = Span::new(scalar.span.start - 1, scalar.span.end + 1).of(text);
            return serde_json::from_str(quoted).map_or(Cow::Borrowed(words), Cow::Owned);
        }
        Cow::Borrowed(words)
    }
}
