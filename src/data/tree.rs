//! Data as a flat list of nodes in the order of the text: what lies inside a node stands behind it, up to its end.

use std::ops::Range;

use super::Language;
use crate::diagnostic::{Broken, Diagnostic, Finding};
use crate::source::Span;

/// The nodes of a text, and what is wrong with it.
#[derive(Debug, Default)]
pub struct Tree {
    /// The nodes, each before those inside it.
    pub nodes: Vec<Node>,
    /// Why the rest could not be read.
    pub fault: Option<Fault>,
    /// Words that are not written as they are meant, by where they begin, in order.
    pub decoded: Vec<(usize, Box<str>)>,
    /// The nodes that are open.
    open: Vec<usize>,
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
        self.fault = Some(Fault { at, what });
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
