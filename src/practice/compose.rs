//! Paragraphs and items to the segments of a line, a text or a list.

use super::inline::{commonmark, escape_starts, plain};
use super::nodes::{Node, NodeKind};
use super::segments::{Decoding, Glue, Mark, Segment};
use super::short_lines::begins_item;
use crate::source::Span;

/// Headings inside a value stand below those of the page that shows it.
const LOWEST_PAGE_HEADING: u8 = 2;
/// Words that lead to a list at most.
const LEAD_IN: usize = 4;

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
pub fn list(nodes: Vec<Node>, source: &str) -> (Vec<Vec<Segment>>, Vec<Span>) {
    let nodes: Vec<Node> = nodes.into_iter().flat_map(|node| lines(node, source)).collect();
    if let [node] = &nodes[..]
        && node.kind == NodeKind::Paragraph
    {
        return split_at_semicolons(&commonmark(&node.segments, source), source);
    }
    let lead_in = leads_to_items(&nodes, source);
    let nodes = &nodes[lead_in.len()..];
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
    (items, lead_in)
}

/// A few words that lead to the items of a list and are none: `Above all:`. Empty, or one stretch.
fn leads_to_items(nodes: &[Node], source: &str) -> Vec<Span> {
    let [Node { kind: NodeKind::Paragraph, segments }, rest @ ..] = nodes else { return Vec::new() };
    let Some(words) = segments.iter().filter_map(|segment| segment.span()).reduce(Span::to) else { return Vec::new() };
    let few = words.of(source).split_whitespace().count() <= LEAD_IN && words.of(source).ends_with(':');
    let items = rest.len() > 1 && rest.iter().all(|node| matches!(node.kind, NodeKind::Item(_)));
    if few && items { vec![words] } else { Vec::new() }
}

/// Lines at least of which not each has to begin like an item.
const SURE_LINES: usize = 3;

/// The lines of a paragraph that `<br>` parts, where each begins like an item; of several most, and none ends in a comma.
fn lines(node: Node, source: &str) -> Vec<Node> {
    let is_break = |segment: &Segment| *segment == Segment::Glue(Glue::Line);
    if node.kind != NodeKind::Paragraph || !node.segments.iter().any(is_break) {
        return vec![node];
    }
    let lines: Vec<&[Segment]> = node.segments.split(is_break).collect();
    let begins = |line: &&[Segment]| {
        let first = line.iter().find_map(|segment| segment.span());
        first.is_some_and(|first| begins_item(source, first))
    };
    let runs_on = |line: &&[Segment]| {
        let last = line.iter().rev().find_map(|segment| segment.span());
        last.is_some_and(|last| last.of(source).trim_end().ends_with(','))
    };
    let beginning = lines.iter().filter(|line| begins(line)).count();
    let most = lines.len() >= SURE_LINES
        && begins(&lines[0])
        && beginning * 2 >= lines.len()
        && !lines[..lines.len() - 1].iter().any(runs_on);
    if !(most || beginning == lines.len()) {
        return vec![node];
    }
    lines.into_iter().map(|line| Node { kind: NodeKind::Paragraph, segments: line.to_vec() }).collect()
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
        let part = plain(trimmed(&segments), source);
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
    /// Whether that item had a number.
    numbered: bool,
}

impl<'a> Writer<'a> {
    const fn new(source: &'a str) -> Self {
        Self { source, out: Vec::new(), lists: Vec::new(), in_list: false, numbered: false }
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
                let column = self.open_list(indent, 2, false);
                self.out.push(Segment::Glue(Glue::Bullet(column)));
                self.body(node);
            }
            NodeKind::Numbered(indent, number) => {
                let column = self.open_list(indent, number.len() + 1, true);
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
        self.out.extend(escape_starts(commonmark(trimmed(&node.segments), self.source), self.source, in_item));
    }

    fn end_lists(&mut self) {
        self.lists.clear();
        self.separate(Glue::Paragraph);
        self.in_list = false;
    }

    /// Opens the list that an item belongs to and gives the column of its bullet. Numbers behind bullets begin another list.
    fn open_list(&mut self, indent: usize, width: usize, numbered: bool) -> u8 {
        let deeper = self.lists.last().is_some_and(|list| list.0 < indent);
        let same_list = self.in_list && (deeper || self.numbered == numbered);
        self.separate(if same_list { Glue::Line } else { Glue::Paragraph });
        self.in_list = true;
        self.numbered = numbered;
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
fn trimmed(segments: &[Segment]) -> &[Segment] {
    let is_source = |segment: &Segment| matches!(segment, Segment::Source(..));
    let start = segments.iter().position(is_source).unwrap_or(segments.len());
    let end = segments.iter().rposition(is_source).map_or(start, |last| last + 1);
    &segments[start..end]
}

/// Splits a paragraph at each `;` outside brackets.
fn split_at_semicolons(segments: &[Segment], source: &str) -> (Vec<Vec<Segment>>, Vec<Span>) {
    let mut items: Vec<Vec<Segment>> = vec![Vec::new()];
    let mut marks = Vec::new();
    let mut depth = 0_usize;
    for segment in segments {
        match *segment {
            Segment::Source(span, Decoding::AsIs) => {
                let first = marks.len();
                marks.extend(semicolons(span, source, &mut depth));
                let starts = [span.start].into_iter().chain(marks[first..].iter().map(|mark| mark.end));
                let ends = marks[first..].iter().map(|mark| mark.start).chain([span.end]);
                for (nth, (start, end)) in starts.zip(ends).enumerate() {
                    if nth > 0 {
                        items.push(Vec::new());
                    }
                    items.last_mut().into_iter().for_each(|item| item.push(Segment::as_is(Span::new(start, end))));
                }
            }
            other => items.last_mut().into_iter().for_each(|item| item.push(other)),
        }
    }
    let items = items.into_iter().map(|item| escape_starts(without_edges(item, source), source, true));
    (items.filter(|item| !item.is_empty()).collect(), marks)
}

/// The `;` of a stretch that stand in no bracket.
fn semicolons(span: Span, source: &str, depth: &mut usize) -> Vec<Span> {
    let mut found = Vec::new();
    for (at, byte) in span.of(source).bytes().enumerate() {
        match byte {
            b'(' | b'[' => *depth += 1,
            b')' | b']' => *depth = depth.saturating_sub(1),
            b';' if *depth == 0 => found.push(Span::new(span.start + at, span.start + at + 1)),
            _ => {}
        }
    }
    found
}

/// An item without the white space that the splitting leaves at its ends.
fn without_edges(item: Vec<Segment>, source: &str) -> Vec<Segment> {
    let blank = |segment: &Segment| match segment {
        Segment::Source(span, Decoding::AsIs) => span.trim(source).is_empty(),
        segment => segment.span().is_none(),
    };
    let start = item.iter().position(|segment| !blank(segment)).unwrap_or(item.len());
    let end = item.iter().rposition(|segment| !blank(segment)).map_or(start, |last| last + 1);
    let mut item = item[start..end].to_vec();
    if let Some(Segment::Source(span, Decoding::AsIs)) = item.first_mut() {
        span.start = span.trim(source).start;
    }
    if let Some(Segment::Source(span, Decoding::AsIs)) = item.last_mut() {
        span.end = span.trim(source).end;
    }
    item
}
