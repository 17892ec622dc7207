//! Data as a flat list of nodes in the order of the text: what lies inside a node stands behind it, up to its end.

use std::ops::Range;

use super::Language;
use crate::diagnostic::{Broken, Diagnostic, Finding};
use crate::source::Span;

/// The most keys and values of a text that are read. Each takes some hundred bytes of memory, and more where it is wrong.
pub const MOST: usize = 1_000_000;

/// The most documents or lines of a text that are broken and passed over; what stands behind so many is not read.
const MOST_FAULTS: usize = 1000;

/// The nodes of a text, and what is wrong with it.
#[derive(Debug, Default)]
pub struct Tree {
    /// The nodes, each before those inside it.
    pub nodes: Vec<Node>,
    /// Why a document or line of it, or the rest, could not be read; in the order of the text.
    pub faults: Vec<Fault>,
    /// Words that are not written as they are meant, by where they begin, in order.
    pub decoded: Vec<(usize, Box<str>)>,
    /// The nodes that are open.
    open: Vec<usize>,
    /// Whether a fault ended the reading.
    is_stopped: bool,
}

/// An object, a list or a value.
#[derive(Debug, Clone, Copy)]
pub struct Node {
    /// The key that it stands under.
    pub key: Option<Scalar>,
    /// What it is.
    pub kind: Kind,
    /// Its bytes, with quotes and brackets.
    pub span: Span,
    /// Position of the first node that is not inside it.
    pub end: usize,
    /// The node that it is inside of.
    pub parent: Option<usize>,
}

/// What a node is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `{"title": …}`
    Object,
    /// `[…]`
    Array,
    /// A text, a number, `true`.
    Scalar(Scalar),
    /// `null`, or nothing behind a key.
    Null,
}

/// The words of a key or value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scalar {
    /// Its bytes without quotes.
    pub span: Span,
    /// How it is written.
    pub style: Style,
}

/// How words are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Style {
    /// Without quotes.
    Plain,
    /// `'…'`, in which `''` is a quote
    Single,
    /// `"…"`, with escapes
    Double,
    /// Lines below `|` or `>`
    Block,
}

/// What is wrong with a text that should be data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The byte at which it shows.
    pub at: usize,
    /// What it is.
    pub what: Broken,
}

impl Fault {
    /// That data are broken, and where; `read` where they were read as plain text.
    pub fn finding(&self, text: &str, language: Language, read: bool) -> Diagnostic {
        let length = text[self.at..].chars().next().map_or(0, char::len_utf8);
        let finding = Finding::BrokenData { language: language.name(), what: self.what.clone(), read };
        Diagnostic::at(finding, Span::new(self.at, self.at + length))
    }
}

impl Tree {
    /// Adds a node inside the one that is open.
    pub fn push(&mut self, key: Option<Scalar>, kind: Kind, span: Span) {
        let at = self.nodes.len();
        self.nodes.push(Node { key, kind, span, end: at + 1, parent: self.open.last().copied() });
    }

    /// Opens an object or a list.
    pub fn open(&mut self, key: Option<Scalar>, kind: Kind, start: usize) {
        self.push(key, kind, Span::new(start, start));
        self.open.push(self.nodes.len() - 1);
    }

    /// What the innermost node that is open is.
    pub fn inside(&self) -> Option<Kind> {
        self.open.last().map(|&at| self.nodes[at].kind)
    }

    /// Position of the innermost node that is open.
    pub fn innermost(&self) -> Option<usize> {
        self.open.last().copied()
    }

    /// Closes the innermost node that is open.
    pub fn close(&mut self, end: usize) {
        if let Some(at) = self.open.pop() {
            let length = self.nodes.len();
            self.nodes[at].end = length;
            self.nodes[at].span.end = end.max(self.nodes[at].span.start);
        }
    }

    /// Ends with a fault: what is open stays as it is. A value on the line of the fault may be cut short, and is none.
    pub fn fail(&mut self, text: &str, at: usize, what: Broken) {
        self.faults.push(Fault { at, what });
        self.is_stopped = true;
        let is_cut =
            |last: &Node| matches!(last.kind, Kind::Scalar(_)) && !Span::new(last.span.end, at).of(text).contains('\n');
        let innermost = self.innermost();
        if self.nodes.last().is_some_and(|last| last.parent == innermost && is_cut(last)) {
            self.nodes.pop();
        }
        while !self.open.is_empty() {
            self.close(at);
        }
    }

    /// Whether all could be read.
    pub const fn is_sound(&self) -> bool {
        self.faults.is_empty()
    }

    /// Whether a fault ended the reading.
    pub const fn is_stopped(&self) -> bool {
        self.is_stopped
    }

    /// Goes on behind a fault, with another document or line, unless there are too many faults or nodes already.
    pub fn go_on(&mut self) {
        let is_full = matches!(self.faults.last(), Some(Fault { what: Broken::Full(_), .. }));
        self.is_stopped = is_full || self.faults.len() >= MOST_FAULTS;
    }

    /// Forgets the nodes from this place on, which is inside none.
    pub fn forget(&mut self, from: usize) {
        let start = |node: &Node| node.key.map_or(node.span.start, |key| key.span.start.min(node.span.start));
        let kept = self.nodes.partition_point(|node| start(node) < from);
        self.nodes.truncate(kept);
        self.decoded.truncate(self.decoded.partition_point(|decoded| decoded.0 < from));
    }

    /// Ends with a fault if there is no room for one more node.
    pub fn is_full(&mut self, text: &str, at: usize) -> bool {
        let is_full = self.nodes.len() >= MOST;
        if is_full {
            self.fail(text, at, Broken::Full(MOST));
        }
        is_full
    }

    /// The nodes right inside of one.
    pub fn children(&self, at: usize) -> impl Iterator<Item = usize> + '_ {
        self.siblings(at + 1..self.nodes[at].end)
    }

    /// The nodes inside no other.
    pub fn roots(&self) -> impl Iterator<Item = usize> + '_ {
        self.siblings(0..self.nodes.len())
    }

    fn siblings(&self, range: Range<usize>) -> impl Iterator<Item = usize> + '_ {
        let first = Some(range.start).filter(|start| *start < range.end);
        std::iter::successors(first, move |&at| Some(self.nodes[at].end).filter(|next| *next < range.end))
    }

    /// Whether something is written in a node.
    pub fn is_filled(&self, at: usize) -> bool {
        let filled = |node: &Node| matches!(node.kind, Kind::Scalar(scalar) if !scalar.span.is_empty());
        self.nodes[at..self.nodes[at].end].iter().any(filled)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_without_number_meet_a_limit() {
        let text = ["[", &"1,".repeat(MOST), "1]"].concat();
        let tree = Language::Json.read(&text);
        assert_eq!(tree.nodes.len(), MOST - 1, "the last value before the fault may be cut short");
        let fault = &tree.faults[0];
        assert_eq!(fault.what, Broken::Full(MOST));
        assert_eq!(fault.at, 1 + 2 * (MOST - 1));
    }
}
