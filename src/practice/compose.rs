//! Paragraphs and items to the segments of a line, a text or a list.

use super::inline::{commonmark, escape_starts, plain};
use super::nodes::{Node, NodeKind};
use super::segments::{Decoding, Glue, Mark, Segment};
use crate::source::Span;

/// Headings inside a value stand below those of the page that shows it.
const LOWEST_PAGE_HEADING: u8 = 2;

/// A text: paragraphs, lists and headings as CommonMark.
pub fn text(nodes: &[Node], source: &str) -> Vec<Segment> {
    let mut writer = Writer::new(source);
    for node in nodes {
        writer.node(node);
    }
    writer.out
}

/// A list: each top-level item with its sub-items, each paragraph beside them; a lone paragraph is split at `;`.
///
/// Gives the items, and the `;` that split them.
pub fn list(nodes: &[Node], source: &str) -> (Vec<Vec<Segment>>, Vec<Span>) {
    if let [node] = nodes
        && node.kind == NodeKind::Paragraph
    {
        return split_at_semicolons(&commonmark(&node.segments, source), source);
    }
    let mut items: Vec<Vec<Segment>> = Vec::new();
    let top = nodes.iter().filter_map(indent).min().unwrap_or(0);
    let mut writer = Writer::new(source);
    for node in nodes {
        let below = indent(node).is_some_and(|indent| indent > top) && matches!(node.kind, NodeKind::Item(_));
        if !below || writer.out.is_empty() {
            items.extend(Some(std::mem::replace(&mut writer, Writer::new(source)).out).filter(|item| !item.is_empty()));
            writer.item_of_list(node);
        } else {
            writer.node(node);
        }
    }
    items.extend(Some(writer.out).filter(|item| !item.is_empty()));
    (items, Vec::new())
}

/// A line, with what it leaves out and the links that it held.
pub fn line(nodes: &[Node], source: &str) -> super::inline::Plain {
    let mut line = super::inline::Plain::default();
    for node in nodes {
        let mut segments = Vec::new();
        if let NodeKind::Numbered(_, number) = node.kind {
            segments.extend([Segment::as_is(number), Segment::Glue(Glue::Space)]);
        }
        segments.extend(node.segments.iter().map(|segment| match segment {
            Segment::Glue(_) => Segment::Glue(Glue::Space),
            other => *other,
        }));
        let part = plain(&trimmed(&segments), source);
        if !line.segments.is_empty() {
            line.segments.push(Segment::Glue(Glue::Space));
        }
        line.segments.extend(part.segments);
        line.markup.extend(part.markup);
        line.links.extend(part.links);
        if let NodeKind::Heading(_, marker) = node.kind {
            line.markup.push(marker);
        }
    }
    line
}

fn indent(node: &Node) -> Option<usize> {
    match node.kind {
        NodeKind::Item(indent) | NodeKind::Numbered(indent, _) => Some(indent),
        NodeKind::Paragraph | NodeKind::Heading(..) => None,
    }
}

/// Writes nodes one below the other.
struct Writer<'a> {
    source: &'a str,
    out: Vec<Segment>,
    /// The lists that are open: columns of the bullets in the source, and of the items' text in the value.
    lists: Vec<(usize, usize)>,
    /// Whether the last node was an item.
    in_list: bool,
}

impl<'a> Writer<'a> {
    const fn new(source: &'a str) -> Self {
        Self { source, out: Vec::new(), lists: Vec::new(), in_list: false }
    }

    fn node(&mut self, node: &Node) {
        match node.kind {
            NodeKind::Paragraph => {
                self.end_lists();
                self.body(node);
            }
            NodeKind::Heading(level, marker) => {
                self.end_lists();
                let level = (level + LOWEST_PAGE_HEADING).clamp(LOWEST_PAGE_HEADING + 1, 6);
                self.out.push(Segment::Source(marker, Decoding::Mark(Mark::Heading(level))));
                self.out.push(Segment::Glue(Glue::Space));
                self.body(node);
            }
            NodeKind::Item(indent) => {
                let column = self.open_list(indent, 2);
                self.out.push(Segment::Glue(Glue::Bullet(column)));
                self.body(node);
            }
            NodeKind::Numbered(indent, number) => {
                let column = self.open_list(indent, number.len() + 1);
                if column > 0 {
                    self.out.push(Segment::Glue(Glue::Indent(column)));
                }
                self.out.extend([Segment::as_is(number), Segment::Glue(Glue::Space)]);
                self.body(node);
            }
        }
    }

    /// A node as an item of an array: its own bullet goes, its number stays.
    fn item_of_list(&mut self, node: &Node) {
        match node.kind {
            NodeKind::Item(_) => {
                self.in_list = true;
                self.body(node);
            }
            _ => self.node(node),
        }
    }

    fn body(&mut self, node: &Node) {
        let in_item = matches!(node.kind, NodeKind::Item(_));
        self.out.extend(escape_starts(commonmark(&trimmed(&node.segments), self.source), self.source, in_item));
    }

    fn end_lists(&mut self) {
        self.lists.clear();
        self.separate(Glue::Paragraph);
        self.in_list = false;
    }

    /// Opens the list that an item belongs to and gives the column of its bullet.
    fn open_list(&mut self, indent: usize, width: usize) -> u8 {
        self.separate(if self.in_list { Glue::Line } else { Glue::Paragraph });
        self.in_list = true;
        while self.lists.last().is_some_and(|list| list.0 >= indent) {
            self.lists.pop();
        }
        let column = self.lists.last().map_or(0, |list| list.1);
        self.lists.push((indent, column + width));
        u8::try_from(column).unwrap_or(u8::MAX)
    }

    fn separate(&mut self, glue: Glue) {
        if !self.out.is_empty() {
            self.out.push(Segment::Glue(glue));
        }
    }
}

/// The segments without glue at their ends.
fn trimmed(segments: &[Segment]) -> Vec<Segment> {
    let is_source = |segment: &Segment| matches!(segment, Segment::Source(..));
    let start = segments.iter().position(is_source).unwrap_or(segments.len());
    let end = segments.iter().rposition(is_source).map_or(start, |last| last + 1);
    segments[start..end].to_vec()
}

/// Splits a paragraph at each `;` outside brackets.
fn split_at_semicolons(segments: &[Segment], source: &str) -> (Vec<Vec<Segment>>, Vec<Span>) {
    let mut items: Vec<Vec<Segment>> = vec![Vec::new()];
    let mut marks = Vec::new();
    let mut depth = 0_usize;
    for segment in segments {
        let Segment::Source(span, Decoding::AsIs) = *segment else {
            items.last_mut().into_iter().for_each(|item| item.push(*segment));
            continue;
        };
        let mut start = span.start;
        for (at, c) in span.of(source).char_indices() {
            match c {
                '(' | '[' => depth += 1,
                ')' | ']' => depth = depth.saturating_sub(1),
                ';' if depth == 0 => {
                    let at = span.start + at;
                    push(Span::new(start, at), source, &mut items);
                    marks.push(Span::new(at, at + 1));
                    items.push(Vec::new());
                    start = at + 1;
                }
                _ => {}
            }
        }
        push(Span::new(start, span.end), source, &mut items);
    }
    let items = items.iter().map(|item| escape_starts(trimmed(item), source, true));
    (items.filter(|item| !item.is_empty()).collect(), marks)
}

/// Adds a stretch to the last item; at the item's start without the white space before it.
fn push(span: Span, source: &str, items: &mut [Vec<Segment>]) {
    let Some(item) = items.last_mut() else { return };
    let raw = span.of(source);
    let lead = if item.is_empty() { raw.len() - raw.trim_start().len() } else { 0 };
    let tail = raw.len() - raw.trim_end().len();
    let span = Span::new(span.start + lead, span.end.saturating_sub(tail).max(span.start + lead));
    if !span.is_empty() {
        item.push(Segment::as_is(span));
    }
}
