//! Keys in the order in which records are written. A key moves with its value and with the comments above it.

use super::{Edit, Repair};
use crate::data::{Kind, Tree};
use crate::practice::Field;
use crate::records::Records;
use crate::schemas::Schemas;
use crate::source::{Source, Span};

/// The repairs of the order of keys: one edit a record.
pub(super) fn edits(source: &Source, tree: &Tree, _: &Records, _: &Schemas) -> Vec<Edit> {
    let text = &source.text;
    // What an alias stands for must come first.
    if tree.nodes.iter().any(|node| matches!(node.kind, Kind::Scalar(scalar) if scalar.span.of(text).starts_with('*')))
    {
        return Vec::new();
    }
    tree.roots().filter_map(|root| reorder(text, tree, root)).collect()
}

fn reorder(text: &str, tree: &Tree, root: usize) -> Option<Edit> {
    let mut parts: Vec<(usize, usize)> = Vec::new();
    for child in tree.children(root) {
        let key = tree.nodes[child].key?;
        let start = key.span.start;
        // Only keys at the margin, each on a line of its own, can be moved as lines.
        let is_at_margin = start == 0 || text[..start].ends_with('\n');
        let quoted = text[..start].ends_with(['"', '\'']);
        if !is_at_margin || quoted {
            return None;
        }
        parts.push((start, rank(&tree.words(text, key))));
    }
    if parts.is_sorted_by_key(|part| part.1) {
        return None;
    }
    let first = parts.first()?.0;
    let end = end(text, tree, root);
    let starts: Vec<usize> = parts
        .iter()
        .enumerate()
        .map(|(nth, part)| if nth == 0 { first } else { above(text, part.0, parts[nth - 1].0) })
        .collect();
    let mut pieces: Vec<(usize, String)> = Vec::new();
    for (nth, (_, rank)) in parts.iter().enumerate() {
        let piece = Span::new(starts[nth], starts.get(nth + 1).copied().unwrap_or(end)).of(text);
        let line_end = if piece.ends_with('\n') { "" } else { "\n" };
        pieces.push((*rank, format!("{piece}{line_end}")));
    }
    pieces.sort_by_key(|piece| piece.0);
    let text: String = pieces.into_iter().map(|piece| piece.1).collect();
    Some(Edit { span: Span::new(first, end), text, repair: Repair::Order })
}

/// The place of a key in a record; what nobody knows stands last, in its own order.
fn rank(key: &str) -> usize {
    Field::from_key(key).map_or(Field::ALL.len(), Field::index)
}

/// Where the comments right above a key begin.
fn above(text: &str, key: usize, before: usize) -> usize {
    let mut start = key;
    while let Some(line) = text[..start].strip_suffix('\n') {
        let from = line.rfind('\n').map_or(0, |at| at + 1);
        if from <= before || !line[from..].starts_with('#') {
            return start;
        }
        start = from;
    }
    start
}

/// Where the last value of a record ends: its line's end. Comments behind it stay behind.
fn end(text: &str, tree: &Tree, root: usize) -> usize {
    let node = tree.nodes[root];
    let last = (root..node.end).map(|at| {
        let node = tree.nodes[at];
        let value = if matches!(node.kind, Kind::Scalar(_)) { node.span.end } else { node.span.start };
        node.key.map_or(value, |key| value.max(key.span.end))
    });
    let last = last.max().unwrap_or(node.span.end);
    // A block of text ends behind its last line end.
    let at = if text[..last].ends_with('\n') {
        last
    } else {
        last + text[last..].find('\n').map_or(text.len() - last, |at| at + 1)
    };
    // The bracket that closes a list in one line, or in several.
    let closed = (root..node.end)
        .map(|at| tree.nodes[at].span.end)
        .filter(|end| *end <= text.len() && text[..*end].ends_with([']', '}']));
    let closed = closed.max().map_or(0, |end| end + text[end..].find('\n').map_or(text.len() - end, |at| at + 1));
    at.max(closed)
}
