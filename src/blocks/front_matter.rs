//! YAML front matter: `key: value` lines between two `---` at the start of a document.

use super::labels::Labels;
use super::split::trim;
use super::{Block, Mark, Shape};
use crate::schemas::Known;
use crate::source::Span;

/// Lines of front matter at most.
const MOST_LINES: usize = 400;

/// The bytes of the front matter with its two rules, if the document begins with one.
pub fn find(text: &str) -> Option<Span> {
    let start = text.len() - text.trim_start_matches(crate::ledger::is_blank).len();
    let mut lines = text[start..].split_inclusive('\n').take(MOST_LINES);
    let mut end = start + lines.next().filter(|line| line.trim_end() == "---")?.len();
    for line in lines {
        end += line.len();
        if line.trim_end() == "---" {
            return Some(Span::new(start, end));
        }
        if !is_yaml(line) {
            return None;
        }
    }
    None
}

/// The blocks of a line inside front matter.
pub fn split<'s>(text: &str, line: Span, labels: &mut Labels<'_, 's>) -> Vec<Block<'s>> {
    let raw = line.of(text);
    if raw.trim_end() == "---" || raw.trim_start().starts_with('#') {
        return vec![block(line, Shape::Rule)];
    }
    let Some(colon) = raw.find(':').filter(|_| !raw.starts_with([' ', '\t', '-'])) else { return Vec::new() };
    let label = trim(text, Span::new(line.start, line.start + colon));
    let value = trim(text, Span::new(line.start + colon + 1, line.end));
    let found = labels.of_cell(label);
    let colon = block(Span::new(label.end, line.start + colon + 1), Shape::Rule);
    let row =
        |body| Block { labels: found.clone(), ..block(Span::new(line.start, label.end), Shape::Row { label, body }) };
    let mut blocks = vec![row(Span::new(label.end, label.end)), colon];
    match array(text, value) {
        Some(items) => items_of(text, line, value, &items, &mut blocks),
        None => blocks.extend(scalar(text, Span::new(blocks[1].span.end, line.end), value)),
    }
    blocks
}

fn block<'s>(span: Span, shape: Shape) -> Block<'s> {
    Block { span, shape, whole: Known::default(), labels: Vec::new(), mark: Mark::None }
}

/// Whether a line can stand in front matter: a key, an item, a comment, or what is indented below one.
fn is_yaml(line: &str) -> bool {
    let words = line.trim_end();
    let key = words.split_once(':').is_some_and(|(key, _)| !key.is_empty() && key.len() <= 60 && !key.contains('.'));
    words.is_empty() || words.starts_with([' ', '\t', '-', '#']) || key
}

/// A value with its quotes as marks of their own.
fn scalar<'s>(text: &str, rest: Span, value: Span) -> Vec<Block<'s>> {
    let raw = value.of(text);
    let quoted = raw.len() >= 2 && ['"', '\''].iter().any(|quote| raw.starts_with(*quote) && raw.ends_with(*quote));
    let body = if quoted { Span::new(value.start + 1, value.end - 1) } else { value };
    if body.is_empty() || ["|", ">", "|-", ">-", "~", "null"].contains(&raw) {
        return vec![block(rest, Shape::Rule)];
    }
    let parts = [
        (Span::new(rest.start, body.start), Shape::Rule),
        (body, Shape::Prose { body }),
        (Span::new(body.end, rest.end), Shape::Rule),
    ];
    parts.into_iter().filter(|part| !part.0.is_empty()).map(|(span, shape)| block(span, shape)).collect()
}

/// The items of `[one, "two"]`.
fn array(text: &str, value: Span) -> Option<Vec<Span>> {
    let inner = value.of(text).strip_prefix('[')?.strip_suffix(']')?;
    let items = inner.split(',').map(|item| trim(text, Span::of_slice(text, item)));
    let unquoted = items.map(|item| Span::of_slice(text, item.of(text).trim_matches(['"', '\''])));
    Some(unquoted.filter(|item| !item.is_empty()).collect())
}

fn items_of<'s>(text: &str, line: Span, value: Span, items: &[Span], blocks: &mut Vec<Block<'s>>) {
    let mut at = blocks.last().map_or(line.start, |block| block.span.end);
    for item in items {
        let marker = trim(text, Span::new(at.max(value.start), item.start));
        blocks.push(block(Span::new(at, item.end), Shape::Bullet { indent: 0, marker, body: *item }));
        at = item.end;
    }
    blocks.push(block(Span::new(at, line.end), Shape::Rule));
}
