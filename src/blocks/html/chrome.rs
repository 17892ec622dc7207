//! Where elements begin and end that may belong to the site, found by counting tags of each kind.

use std::collections::BTreeMap;

use super::class::Chrome;
use super::elements::Element;
use super::lex::{Kind, Piece};
use crate::source::Span;

/// Elements followed at once; what nests deeper lies in one of them.
const DEPTH: usize = 64;

/// An element that says what its content is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Region {
    /// From the first byte of its tag to the last of its end tag, or of the document.
    pub span: Span,
    /// What it is.
    pub role: Role,
    /// Whether it is closed.
    pub closed: bool,
}

/// What an element says of its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// It belongs to the site.
    Chrome(Chrome),
    /// `<main>`
    Main,
    /// `<article>`
    Article,
}

/// Finds the regions, in the order in which they begin.
pub fn regions(pieces: &[Piece], length: usize) -> Vec<Region> {
    let mut finder = Finder { length, depth: BTreeMap::new(), open: Vec::new(), found: Vec::new() };
    for piece in pieces {
        match piece.kind {
            Kind::Open(element, chrome) => finder.open(element, chrome, piece.span),
            Kind::Close(element) => finder.close(element, piece.span.end),
            Kind::Text | Kind::Hidden => {}
        }
    }
    finder.found
}

struct Finder {
    length: usize,
    /// How many elements of each kind are open.
    depth: BTreeMap<Element, usize>,
    /// The regions that are open: position, element, and how many of its kind were open.
    open: Vec<(usize, Element, usize)>,
    found: Vec<Region>,
}

impl Finder {
    fn open(&mut self, element: Element, chrome: Option<Chrome>, tag: Span) {
        if element.is_inline() {
            return;
        }
        if element.ends_itself() {
            self.close(element, tag.start);
        }
        let depth = self.depth.entry(element).or_default();
        *depth += 1;
        let depth = *depth;
        if let Some(role) = self.role(element, chrome).filter(|_| self.open.len() < DEPTH) {
            self.open.push((self.found.len(), element, depth));
            self.found.push(Region { span: Span::new(tag.start, self.length), role, closed: false });
        }
    }

    /// What the element is here: a header or footer inside an article or section is none of the page's.
    fn role(&self, element: Element, chrome: Option<Chrome>) -> Option<Role> {
        let inside = |element| self.depth.get(&element).is_some_and(|depth| *depth > 0);
        let nested = [Element::Article, Element::Main, Element::Section].into_iter().any(inside);
        match (element, chrome) {
            (Element::Main, _) | (_, Some(Chrome::Main)) => Some(Role::Main),
            (Element::Article, _) => Some(Role::Article),
            (Element::Header | Element::Footer, _) if nested => None,
            (_, chrome) => chrome.map(Role::Chrome),
        }
    }

    fn close(&mut self, element: Element, end: usize) {
        let Some(depth) = self.depth.get_mut(&element).filter(|depth| **depth > 0) else { return };
        let closed = *depth;
        *depth -= 1;
        let found = &mut self.found;
        self.open.retain(|&(at, opened, depth)| {
            let ends = opened == element && depth >= closed;
            if ends {
                found[at].span.end = end;
                found[at].closed = true;
            }
            !ends
        });
    }
}
