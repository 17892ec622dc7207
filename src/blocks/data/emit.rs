//! Nodes to blocks: each key a block, each line of a value one, and what stands between them markup.

use std::ops::Range;

use super::keys::Keys;
use super::lines;
use crate::blocks::{Block, KeyRole, LabelAt, Shape, bullet, trim};
use crate::data::{Kind, Node, Scalar, Style, Tree};
use crate::schemas::Known;
use crate::source::Span;

/// Blocks in the making; they tile the text up to `at`.
pub struct Emitter<'t, 's> {
    text: &'t str,
    tree: &'t Tree,
    keys: &'t Keys<'s>,
    /// How far the blocks reach.
    at: usize,
    /// The blocks.
    pub blocks: Vec<Block<'s>>,
    /// Characters of keys and values that are written in code, in order.
    pub coded: Vec<Span>,
}

impl<'t, 's> Emitter<'t, 's> {
    /// Blocks that begin at an offset.
    pub const fn new(text: &'t str, tree: &'t Tree, keys: &'t Keys<'s>, at: usize) -> Self {
        Self { text, tree, keys, at, blocks: Vec::new(), coded: Vec::new() }
    }

    /// The blocks of an object, after what stands before it.
    pub fn record(&mut self, at: usize) -> Range<usize> {
        let node = self.tree.nodes[at];
        self.markup(node.span.start);
        let first = self.blocks.len();
        self.members(at);
        // What encloses lists in YAML ends only where the next thing begins.
        self.markup(trim(self.text, Span::new(self.at, node.span.end.max(self.at))).end);
        first..self.blocks.len()
    }

    /// A block for what stands between the last one and `end`.
    pub fn markup(&mut self, end: usize) {
        if self.at < end {
            self.push(Span::new(self.at, end), Shape::Rule, Vec::new());
        }
    }

    /// An end of data, behind which nothing belongs to its last key.
    pub fn end(&mut self) {
        let words = Span::new(self.at, self.at);
        self.push(words, Shape::Key { words, role: KeyRole::End }, Vec::new());
    }

    fn push(&mut self, span: Span, shape: Shape, labels: Vec<LabelAt<'s>>) {
        self.at = span.end;
        self.blocks.push(Block::new(span, shape, Known::default(), labels));
    }

    /// The members of an object, with all that is inside them. What lies in the value of a key is a part of it.
    fn members(&mut self, record: usize) {
        let (mut value_ends, mut last_key) = (record, record);
        for at in record + 1..self.tree.nodes[record].end {
            let node = self.tree.nodes[at];
            let is_part = at < value_ends;
            if !is_part && !self.keys.groups[at] {
                value_ends = node.end;
            }
            if let Some(key) = node.key {
                self.key(at, key, is_part);
                last_key = at;
            } else if is_part && self.tree.nodes[last_key].end <= at && matches!(node.kind, Kind::Scalar(_)) {
                // An item of a list behind an object belongs to no key of that.
                self.markup(node.span.start);
                let words = Span::new(self.at, self.at);
                let role = KeyRole::Part { level: self.level(at), begins: true };
                self.push(words, Shape::Key { words, role }, Vec::new());
                last_key = at;
            }
            if let Kind::Scalar(scalar) = node.kind {
                self.value(&node, scalar);
            }
        }
    }

    fn key(&mut self, at: usize, key: Scalar, is_part: bool) {
        let words = trim(self.text, key.span);
        let role = match is_part {
            true => KeyRole::Part { level: self.level(at), begins: self.begins(at) },
            false if self.keys.groups[at] => KeyRole::Group,
            false => KeyRole::Field,
        };
        self.markup(words.start);
        lines::split(self.text, Scalar { span: words, ..key }, &mut self.coded);
        let label = LabelAt::first(words, words, self.keys.of(at));
        let labels = if role == KeyRole::Field && !words.is_empty() { vec![label] } else { Vec::new() };
        self.push(words, Shape::Key { words, role }, labels);
    }

    /// How many objects and lists a node lies in, up to a bound.
    fn level(&self, at: usize) -> u8 {
        let outer = std::iter::successors(self.tree.nodes[at].parent, |&parent| self.tree.nodes[parent].parent);
        outer.take(usize::from(u8::MAX)).fold(0, |level, _| level + 1)
    }

    /// Whether a node is the first in its object.
    fn begins(&self, at: usize) -> bool {
        self.tree.nodes[at].parent == Some(at - 1)
    }

    fn value(&mut self, node: &Node, scalar: Scalar) {
        let is_item = node.key.is_none();
        for (nth, line) in lines::split(self.text, scalar, &mut self.coded).into_iter().enumerate() {
            self.markup(line.body.start);
            if line.apart && !is_item {
                self.push(Span::new(self.at, self.at), Shape::Blank { lines: 1 }, Vec::new());
            }
            let shape = self.shape(line.body, is_item, nth, scalar.style);
            self.push(line.body, shape, Vec::new());
        }
    }

    /// An item of a list, a line with a bullet, or one without.
    fn shape(&self, body: Span, is_item: bool, nth: usize, style: Style) -> Shape {
        let raw = body.of(self.text);
        if is_item && nth == 0 {
            return Shape::Bullet { indent: 0, marker: Span::new(body.start, body.start), body };
        }
        let Some(length) = bullet(raw).filter(|_| style != Style::Plain) else { return Shape::Prose { body } };
        let marker = Span::new(body.start, body.start + length);
        let indent = if is_item { 2 } else { 0 } + self.column(body.start);
        Shape::Bullet { indent, marker, body: trim(self.text, Span::new(marker.end, body.end)) }
    }

    /// Columns of white space before a bullet in the lines of a block; enough to tell inner lists from outer.
    fn column(&self, at: usize) -> usize {
        let before = &self.text[..at];
        before.len() - before.trim_end_matches(' ').len()
    }
}
