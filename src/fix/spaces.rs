//! White space at the ends of lines and of the file. Inside values in several lines it may mean something, and stays.

use super::{Edit, Repair};
use crate::data::{Kind, Node, Tree};
use crate::records::Records;
use crate::schemas::Schemas;
use crate::source::{Source, Span};

/// The repairs of white space.
pub(super) fn edits(source: &Source, tree: &Tree, _: &Records, _: &Schemas) -> Vec<Edit> {
    let text = &source.text;
    let lasting = text.trim_end_matches(WHITE).len();
    let texts = texts(text, tree);
    let mut edits = Vec::new();
    for line in text[..lasting].split_inclusive('\n') {
        let body = line.trim_end_matches(['\n', '\r']);
        let kept = body.trim_end_matches([' ', '\t']);
        let start = Span::of_slice(text, line).start;
        let blank = Span::new(start + kept.len(), start + body.len());
        if !blank.is_empty() && !is_inside(&texts, blank.start) {
            edits.push(Edit { span: blank, text: String::new(), repair: Repair::Space });
        }
    }
    edits.extend(last_line(text, tree, lasting));
    edits
}

/// Characters that end a file without saying anything.
const WHITE: [char; 4] = ['\n', '\r', ' ', '\t'];

/// Values in several lines, in order.
fn texts(text: &str, tree: &Tree) -> Vec<Span> {
    let several = |node: &Node| matches!(node.kind, Kind::Scalar(scalar) if scalar.span.of(text).contains('\n'));
    tree.nodes.iter().filter(|node| several(node)).map(|node| node.span).collect()
}

fn is_inside(texts: &[Span], at: usize) -> bool {
    let next = texts.partition_point(|text| text.start <= at);
    next.checked_sub(1).is_some_and(|last| at < texts[last].end)
}

/// A file ends with one line end, unless its last value asks to keep all that it ends with.
fn last_line(text: &str, tree: &Tree, lasting: usize) -> Option<Edit> {
    let rest = Span::new(lasting, text.len());
    let line_end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let last = tree.nodes.iter().rfind(|node| matches!(node.kind, Kind::Scalar(_)))?;
    let header = last.key.map_or("", |key| text.get(key.span.end..last.span.start).unwrap_or_default());
    let is_right = rest.of(text) == line_end || lasting == 0 || header.contains('+');
    (!is_right).then(|| Edit { span: rest, text: line_end.to_owned(), repair: Repair::Space })
}
