//! Lines of a value to paragraphs and list items.

use super::facts::Document;
use super::html::{Tag, Token};
use super::hyphens::{Cut, SOFT_HYPHEN, cut};
use super::numbers::{goes_on, number};
use super::segments::{Decoding, Glue, Mark, Segment};
use crate::blocks::{bullet, is_dot, trim};
use crate::schemas::Schemas;
use crate::sheets::{Gap, Line, LineShape, continues, ends_open};
use crate::source::{Span, two_spaces};

/// A paragraph, list item or heading of a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// What it is.
    pub kind: NodeKind,
    /// What it is made of; marks of emphasis are not yet told from text.
    pub segments: Vec<Segment>,
}

/// What a node is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NodeKind {
    /// A paragraph.
    Paragraph,
    /// A list item with the columns before its bullet.
    Item(usize),
    /// A numbered item: the columns before its number, and `1.`
    Numbered(usize, Span),
    /// A heading inside the value, with its `#`s.
    Heading(u8, Span),
}

/// The nodes of a value, with what reading them left over.
#[derive(Debug, Default)]
pub struct Nodes {
    /// Paragraphs and items in order.
    pub nodes: Vec<Node>,
    /// Tags, bullets and other marks that no value keeps.
    pub markup: Vec<Span>,
    /// Tags of emphasis and links, which a value may keep.
    pub marks: Vec<Span>,
    /// Where something runs across the edge of a page: the words before and behind it.
    pub joins: Vec<(Span, Span)>,
}

/// Reads the lines of one field.
pub fn nodes(text: &str, lines: &[Line], schemas: &Schemas, document: &Document) -> Nodes {
    let mut builder = Builder {
        text,
        document,
        schemas,
        out: Nodes::default(),
        open: false,
        in_table: false,
        resume: false,
        depth: 0,
        dotted: false,
        link: None,
        last: None,
    };
    for line in lines {
        builder.line(*line);
    }
    align_first(&mut builder.out.nodes, lines);
    builder.out.nodes.retain(|node| node.segments.iter().any(|segment| segment.span().is_some()));
    builder.out
}

/// A bullet behind its label has no indentation of its own: it is an item of the list that goes on below it.
fn align_first(nodes: &mut [Node], lines: &[Line]) {
    let behind_label = lines.first().is_some_and(|line| line.shape == LineShape::Prose);
    let [Node { kind: NodeKind::Item(first), .. }, rest @ ..] = nodes else { return };
    let next = rest.iter().find_map(|node| match node.kind {
        NodeKind::Item(indent) => Some(indent),
        _ => None,
    });
    if let Some(next) = next.filter(|_| behind_label) {
        *first = next;
    }
}

struct Builder<'a> {
    text: &'a str,
    document: &'a Document,
    schemas: &'a Schemas,
    out: Nodes,
    /// Whether the last node still takes text.
    open: bool,
    /// Whether the last line was a row of a table.
    in_table: bool,
    /// Whether the next text goes on with the last node, whatever tags stand before it.
    resume: bool,
    /// How many lists of tags are open.
    depth: usize,
    /// Whether dots inside the line are bullets.
    dotted: bool,
    /// The address of the link that is open.
    link: Option<Option<Span>>,
    /// The last stretch of text, for joins.
    last: Option<Span>,
}

impl Builder<'_> {
    fn line(&mut self, line: Line) {
        self.begin_line(line);
        // A list that nobody closed ends with its line or cell.
        self.depth = 0;
        self.dotted = false;
        for token in self.tokens(line.body) {
            self.token(token);
        }
        self.link = None;
    }

    fn tokens(&self, line: Span) -> Vec<Token> {
        self.document.coded.tokens(self.text, line, self.document.page)
    }

    fn begin_line(&mut self, line: Line) {
        let joined = self.joins(line);
        match line.shape {
            LineShape::Bullet { indent, marker } => {
                self.out.markup.push(marker);
                self.join_lists(line);
                self.begin(NodeKind::Item(indent));
            }
            LineShape::Heading { level, marker } => self.begin(NodeKind::Heading(level, marker)),
            LineShape::Prose | LineShape::Cell if joined => self.resume = true,
            LineShape::Prose if self.next_number(line) => self.open = false,
            LineShape::Prose if line.gap <= Gap::Line && self.open && !self.in_heading() => self.glue(Glue::Space),
            LineShape::Row if self.open && self.in_table => self.glue(Glue::Line),
            LineShape::Prose | LineShape::Cell | LineShape::Paragraph | LineShape::Row => self.open = false,
        }
        self.in_table = line.shape == LineShape::Row;
    }

    /// Whether the line goes on with a sentence from before the edge of a page or row, which is noted, or from above empty lines.
    fn joins(&mut self, line: Line) -> bool {
        let Some(last) = self.last else { return false };
        if line.gap == Gap::Blank && line.shape == LineShape::Prose {
            return self.open && !self.in_heading() && self.is_cut_off(last, line.body);
        }
        let edge = line.gap == Gap::Page || line.shape == LineShape::Cell;
        let prose = matches!(line.shape, LineShape::Prose | LineShape::Cell);
        let words = first_words(self.text, self.tokens(line.body), line.body);
        let runs_on =
            edge && prose && !self.in_heading() && continues(last.of(self.text), words.of(self.text), self.schemas);
        if runs_on || (line.shape == LineShape::Cell && line.gap == Gap::Page) {
            self.out.joins.push((last, words));
        }
        runs_on
    }

    /// Whether a line stops at a word or mark that ends no sentence, and the next goes on in lower case.
    fn is_cut_off(&self, last: Span, next: Span) -> bool {
        ends_open(last.of(self.text), self.schemas) && next.of(self.text).starts_with(char::is_lowercase)
    }

    /// A list that runs across a page is one list.
    fn join_lists(&mut self, line: Line) {
        let in_list = matches!(self.out.nodes.last(), Some(Node { kind: NodeKind::Item(_), .. }));
        if let Some(last) = self.last.filter(|_| in_list && line.gap == Gap::Page) {
            self.out.joins.push((last, line.body));
        }
    }

    /// Whether the line begins with the number that comes next in a list, or with its first.
    fn next_number(&self, line: Line) -> bool {
        let Some(length) = number(line.body.of(self.text)) else { return false };
        let last = self.out.nodes.iter().rev().find_map(|node| match node.kind {
            NodeKind::Numbered(_, span) => Some(span.of(self.text)),
            _ => None,
        });
        goes_on(last, &line.body.of(self.text)[..length])
    }

    fn in_heading(&self) -> bool {
        matches!(self.out.nodes.last(), Some(Node { kind: NodeKind::Heading(..), .. }))
    }

    fn token(&mut self, token: Token) {
        match token {
            Token::Text(span) => self.dotted_text(span),
            Token::Entity(span) => {
                self.ensure_open(span);
                self.segment(Segment::Source(span, Decoding::Entity));
            }
            Token::Open(tag, span) => self.tag(tag, span, true),
            Token::Close(tag, span) => self.tag(tag, span, false),
            Token::Link { tag, href } => self.open_link(tag, href),
        }
    }

    fn tag(&mut self, tag: Tag, span: Span, opens: bool) {
        match tag {
            Tag::Strong => return self.mark(span, Mark::Strong),
            Tag::Emphasis => return self.mark(span, Mark::Emphasis),
            Tag::Anchor if self.link.is_some() => return self.close_link(span),
            Tag::Break => self.glue(Glue::Line),
            Tag::List if opens => self.depth += 1,
            Tag::List => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
        if !self.resume {
            match tag {
                Tag::Item if opens => self.begin(NodeKind::Item(self.depth.saturating_sub(1) * 2)),
                Tag::List | Tag::Block | Tag::Item => self.open = false,
                _ => {}
            }
        }
        self.dotted |= tag == Tag::List;
        self.out.markup.push(span);
    }

    /// Text in which dots may be bullets: `• Newsletter • Homepage`.
    fn dotted_text(&mut self, span: Span) {
        let mut rest = span;
        while !rest.is_empty() {
            rest = self.leading_bullets(rest);
            let end = self.next_dot(rest).unwrap_or(rest.end);
            self.text(Span::new(rest.start, end));
            rest.start = end;
        }
    }

    /// Takes the bullets off the start of a node; a doubled one too.
    fn leading_bullets(&mut self, mut rest: Span) -> Span {
        loop {
            let words = trim(self.text, rest);
            let dot = words.of(self.text).chars().next().is_some_and(is_dot);
            let begins = || if dot { self.may_begin() } else { !self.has_text() || self.is_below_item() };
            let length = bullet(words.of(self.text)).filter(|_| begins());
            let Some(length) = length.filter(|_| !self.resume) else { return rest };
            self.out.markup.push(Span::new(words.start, words.start + length));
            if !self.is_empty_item() {
                self.begin(NodeKind::Item(self.depth.saturating_sub(1) * 2));
            }
            self.dotted |= dot;
            rest = Span::new(words.start + length, rest.end);
        }
    }

    fn may_begin(&self) -> bool {
        self.dotted || !self.has_text()
    }

    /// Whether a line that `<br>` ends stands before, and began with a bullet.
    fn is_below_item(&self) -> bool {
        let broken = |node: &Node| node.segments.last() == Some(&Segment::Glue(Glue::Line));
        let item = |node: &&Node| matches!(node.kind, NodeKind::Item(_));
        self.open && self.out.nodes.last().filter(item).is_some_and(broken)
    }

    fn has_text(&self) -> bool {
        self.open && self.out.nodes.last().is_some_and(|node| !node.segments.is_empty())
    }

    fn is_empty_item(&self) -> bool {
        let last = self.out.nodes.last();
        self.open && last.is_some_and(|node| node.segments.is_empty() && matches!(node.kind, NodeKind::Item(_)))
    }

    /// The next dot with white space before it, where dots are bullets.
    fn next_dot(&self, rest: Span) -> Option<usize> {
        if !self.dotted {
            return None;
        }
        let words = rest.of(self.text);
        let dots = words.char_indices().filter(|(_, c)| is_dot(*c));
        let mut apart = dots.filter(|(at, _)| words[..*at].ends_with(crate::ledger::is_blank));
        apart.next().map(|(at, _)| rest.start + at)
    }

    fn text(&mut self, span: Span) {
        let words = trim(self.text, span);
        if words.is_empty() {
            return self.space(span);
        }
        self.ensure_open(words);
        let words = self.number(words);
        if span.start < words.start {
            self.space(span);
        }
        self.stretches(words);
        self.last = Some(words);
        if words.end < span.end {
            self.space(span);
        }
    }

    /// A number at the start of a node heads a list item: `1. Accrescere`, but not `1.-Proyecto`.
    fn number(&mut self, words: Span) -> Span {
        let Some(node) = self.out.nodes.last_mut() else { return words };
        let fresh = node.kind == NodeKind::Paragraph && node.segments.is_empty();
        let Some(length) = number(words.of(self.text)).filter(|_| fresh) else { return words };
        node.kind = NodeKind::Numbered(0, Span::new(words.start, words.start + length));
        trim(self.text, Span::new(words.start + length, words.end))
    }

    /// Runs of white space inside a line become one space, so that a tab, a gap in the layout, the line break of a word processor
    /// (a vertical tab) or the end of a line in the source of a page stays out of the value.
    fn stretches(&mut self, words: Span) {
        if is_even(words.of(self.text)) {
            return self.segment(Segment::as_is(words));
        }
        let mut start = words.start;
        let raw = words.of(self.text);
        let bytes = raw.as_bytes();
        let mut from = 0;
        let is_space = |byte: &u8| matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | 0x0b);
        while let Some(found) = bytes[from..].iter().position(is_space) {
            let at = from + found;
            let run = bytes[at..].iter().take_while(|byte| is_space(byte)).count();
            if run > 1 || bytes[at] != b' ' || is_behind_soft_hyphen(&bytes[..at]) {
                self.unhyphenated(Span::new(start, words.start + at));
                self.glue(Glue::Space);
                start = words.start + at + run;
            }
            from = at + run;
        }
        self.unhyphenated(Span::new(start, words.end));
    }

    /// Text without the hyphens that only show where its words may be cut. One at its end tells that the word goes on.
    fn unhyphenated(&mut self, words: Span) {
        let mut start = words.start;
        for (at, hyphen) in words.of(self.text).match_indices(SOFT_HYPHEN) {
            let hyphen = Span::new(words.start + at, words.start + at + hyphen.len());
            if start < hyphen.start && hyphen.end < words.end {
                self.segment(Segment::as_is(Span::new(start, hyphen.start)));
                self.out.markup.push(hyphen);
                start = hyphen.end;
            }
        }
        self.segment(Segment::as_is(Span::new(start, words.end)));
    }

    /// White space beside a tag or reference stands in the value as one space.
    fn space(&mut self, span: Span) {
        if !span.is_empty() && self.has_text() {
            self.glue(Glue::Space);
        }
    }

    fn begin(&mut self, kind: NodeKind) {
        self.out.nodes.push(Node { kind, segments: Vec::new() });
        self.open = true;
    }

    /// Opens a paragraph where nothing is open, or the last node again where a sentence goes on.
    fn ensure_open(&mut self, words: Span) {
        if self.resume && !self.out.nodes.is_empty() {
            self.resume = false;
            self.open = true;
            self.glue(Glue::Space);
        }
        if !self.open {
            let list = self.depth > 0 && self.dotted && words.of(self.text).starts_with(is_dot);
            self.begin(if list { NodeKind::Item(0) } else { NodeKind::Paragraph });
        }
    }

    fn segment(&mut self, segment: Segment) {
        if let Some(node) = self.out.nodes.last_mut().filter(|_| self.open) {
            node.segments.push(segment);
        }
    }

    /// Glue stands between two stretches of text, and once.
    fn glue(&mut self, glue: Glue) {
        let Some(node) = self.out.nodes.last_mut().filter(|_| self.open) else { return };
        match node.segments.last_mut() {
            None => {}
            Some(Segment::Glue(last)) if glue == Glue::Line => *last = glue,
            Some(Segment::Glue(_)) => {}
            Some(Segment::Source(span, Decoding::AsIs)) => {
                match cut(self.text, *span, self.document.divides(self.text), self.schemas) {
                    Some(Cut::Word(hyphen)) => {
                        span.end = hyphen.start;
                        self.out.markup.push(hyphen);
                    }
                    Some(Cut::Compound) => {}
                    None => node.segments.push(Segment::Glue(glue)),
                }
            }
            Some(Segment::Source(..)) => node.segments.push(Segment::Glue(glue)),
        }
    }

    fn mark(&mut self, span: Span, mark: Mark) {
        self.out.marks.push(span);
        self.ensure_open(span);
        self.segment(Segment::Source(span, Decoding::Mark(mark)));
    }

    /// `<a href="https://example.org">there</a>` is `[there](https://example.org)`.
    fn open_link(&mut self, tag: Span, href: Option<Span>) {
        self.ensure_open(tag);
        self.out.marks.push(tag);
        self.link = Some(href);
        match href {
            Some(href) => {
                let opening = Span::new(tag.start, href.start);
                self.segment(Segment::Source(opening, Decoding::Mark(Mark::LinkText)));
                self.out.markup.push(Span::new(href.end, tag.end));
            }
            None => self.out.markup.push(tag),
        }
    }

    fn close_link(&mut self, tag: Span) {
        let Some(Some(href)) = self.link.take() else { return self.out.markup.push(tag) };
        self.out.marks.push(tag);
        let half = Span::new(tag.start, tag.start + 1);
        self.segment(Segment::Source(half, Decoding::Mark(Mark::LinkTarget)));
        for segment in self.document.coded.segments(self.text, href) {
            self.segment(segment);
        }
        self.segment(Segment::Source(Span::new(half.end, tag.end), Decoding::Mark(Mark::LinkEnd)));
    }
}

/// Whether a text has no white space but single spaces, and no soft hyphen; its last byte tells that.
fn is_even(words: &str) -> bool {
    let bytes = words.as_bytes();
    let other = memchr::memchr3(b'\t', b'\n', b'\r', bytes).or_else(|| memchr::memchr2(0x0b, 0xad, bytes));
    other.is_none() && two_spaces(words).is_none()
}

/// Whether a soft hyphen ends some bytes of text: told by its last byte, before it is looked at whole.
fn is_behind_soft_hyphen(before: &[u8]) -> bool {
    let mut hyphen = [0; SOFT_HYPHEN.len_utf8()];
    let hyphen = SOFT_HYPHEN.encode_utf8(&mut hyphen).as_bytes();
    before.last() == hyphen.last() && before.ends_with(hyphen)
}

/// The first text of a line, behind its tags.
fn first_words(text: &str, tokens: Vec<Token>, line: Span) -> Span {
    let words = tokens.into_iter().find_map(|token| match token {
        Token::Text(span) if !trim(text, span).is_empty() => Some(trim(text, span)),
        _ => None,
    });
    words.unwrap_or(line)
}
