//! Emphasis and links inside a paragraph: what CommonMark takes for markup is kept or escaped, never guessed.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Parser, Tag};

use super::segments::{Decoding, Glue, Mark, Segment, join};
use crate::source::Span;

/// Put before a paragraph so that its first characters are read as running text.
const PREFIX: &str = "a ";

/// The characters that may be markup of CommonMark inside a paragraph, by threes, as they are sought.
const SPECIAL: [[u8; 3]; 3] = [[b'\\', b'`', b'*'], [b'_', b'[', b']'], [b'<', b'&', b'!']];

/// Whether a character may be markup of CommonMark inside a paragraph.
fn is_special(byte: u8) -> bool {
    SPECIAL.as_flattened().contains(&byte)
}

/// Whether a text has a character that may be markup of CommonMark inside a paragraph.
pub(super) fn has_special(text: &str) -> bool {
    SPECIAL.iter().any(|[a, b, c]| memchr::memchr3(*a, *b, *c, text.as_bytes()).is_some())
}

/// The paragraph as CommonMark: emphasis, strong and inline links stay, everything else that would be markup gets a backslash.
pub fn commonmark(segments: &[Segment], text: &str) -> Vec<Segment> {
    if are_plain(segments, text) { segments.to_vec() } else { settle(segments, text) }
}

/// Whether nothing of a paragraph can be markup.
fn are_plain(segments: &[Segment], text: &str) -> bool {
    segments.iter().all(|segment| match segment {
        Segment::Source(span, Decoding::AsIs) => !has_special(span.of(text)),
        Segment::Source(..) => false,
        Segment::Glue(_) => true,
    })
}

/// A paragraph as plain text.
#[derive(Debug, Default)]
pub struct Plain {
    /// The text.
    pub segments: Vec<Segment>,
    /// Marks of emphasis and links, which it leaves out.
    pub markup: Vec<Span>,
    /// The links that it held: words and address.
    pub links: Vec<(Span, Span)>,
}

/// Reads a paragraph as plain text.
pub fn plain(segments: &[Segment], text: &str) -> Plain {
    if are_plain(segments, text) {
        return Plain { segments: segments.to_vec(), ..Plain::default() };
    }
    let paragraph = Paragraph::new(segments, text);
    let reading = Reading::new(&paragraph.joined);
    let kept = paragraph.rebuild(segments, |at| if reading.hides(at) { Action::Drop } else { Action::Keep });
    let mut plain = Plain { segments: kept, ..Plain::default() };
    plain.segments.retain(|segment| !matches!(segment, Segment::Source(_, Decoding::Mark(_))));
    plain.links = reading.links.iter().filter_map(|link| paragraph.link(link, segments)).collect();
    for (segment, &start) in segments.iter().zip(&paragraph.starts) {
        match *segment {
            Segment::Source(span, Decoding::Mark(_)) => plain.markup.push(span),
            Segment::Source(span, Decoding::AsIs) => plain.markup.extend(reading.hidden(span, start)),
            _ => {}
        }
    }
    plain
}

/// Escapes what would make a list, heading, quotation or rule of a paragraph's lines.
///
/// A number that heads a list item stays as it is.
pub fn escape_starts(segments: Vec<Segment>, text: &str, in_item: bool) -> Vec<Segment> {
    let mut out = Vec::with_capacity(segments.len());
    let mut at_start = true;
    for segment in segments {
        match segment {
            Segment::Source(span, Decoding::AsIs) if at_start => match block_mark(span.of(text), in_item) {
                Some(offset) => escape_at(span, span.start + offset, &mut out),
                None => out.push(segment),
            },
            _ => out.push(segment),
        }
        at_start = matches!(segment, Segment::Glue(Glue::Line));
    }
    out
}

fn escape_at(span: Span, at: usize, out: &mut Vec<Segment>) {
    let parts = [
        Segment::as_is(Span::new(span.start, at)),
        Segment::Source(Span::new(at, at + 1), Decoding::Escaped),
        Segment::as_is(Span::new(at + 1, span.end)),
    ];
    out.extend(parts.into_iter().filter(|part| !part.span().is_some_and(Span::is_empty)));
}

/// The position of the character that makes a block of a line.
fn block_mark(line: &str, in_item: bool) -> Option<usize> {
    let spaced = |rest: &str| rest.is_empty() || rest.starts_with([' ', '\t']);
    let first = line.chars().next()?;
    let run = line.len() - line.trim_start_matches(first).len();
    match first {
        '#' if run <= 6 && spaced(&line[run..]) => Some(0),
        '>' => Some(0),
        '-' | '+' | '*' if spaced(&line[1..]) => Some(0),
        '-' | '=' | '_' | '*' if line.chars().all(|c| c == first || c == ' ') => Some(0),
        '~' | '`' if run >= 3 => Some(0),
        '0'..='9' if !in_item => {
            let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
            let marked = line[digits..].starts_with(['.', ')']) && spaced(&line[digits + 1..]);
            (digits <= 9 && marked).then_some(digits)
        }
        _ => None,
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Action {
    Keep,
    Escape,
    Drop,
}

/// A paragraph joined into one line, with where each segment starts in it.
struct Paragraph {
    joined: String,
    starts: Vec<usize>,
}

impl Paragraph {
    fn new(segments: &[Segment], text: &str) -> Self {
        let mut joined = String::new();
        let mut starts = Vec::with_capacity(segments.len());
        for segment in segments {
            starts.push(joined.len());
            joined.push_str(&join(&[*segment], text).replace('\n', " "));
        }
        Self { joined, starts }
    }

    /// The segments again, with an action for each byte that stands as it is in the source.
    fn rebuild(&self, segments: &[Segment], action: impl Fn(usize) -> Action) -> Vec<Segment> {
        let mut out = Vec::with_capacity(segments.len());
        for (segment, &start) in segments.iter().zip(&self.starts) {
            match *segment {
                Segment::Source(span, Decoding::AsIs) => cut(span, |at| action(start + at - span.start), &mut out),
                Segment::Source(span, Decoding::Entity) if action(start) == Action::Escape => {
                    out.push(Segment::Source(span, Decoding::EscapedEntity));
                }
                other => out.push(other),
            }
        }
        out
    }

    /// The words and the address of a link, in the source.
    fn link(&self, link: &LinkAt, segments: &[Segment]) -> Option<(Span, Span)> {
        let target = self.source(link.target.start, segments)?;
        let words = Span::new(self.source(link.words.start, segments)?, self.source(link.words.end, segments)?);
        Some((words, Span::new(target, target + link.target.len())))
    }

    /// The place in the source of a byte of the joined paragraph.
    fn source(&self, offset: usize, segments: &[Segment]) -> Option<usize> {
        let at = self.starts.partition_point(|&start| start <= offset).checked_sub(1)?;
        let span = segments.get(at)?.span()?;
        Some(span.start + (offset - self.starts[at]).min(span.len()))
    }
}

/// Cuts a span where the action changes.
fn cut(span: Span, action: impl Fn(usize) -> Action, out: &mut Vec<Segment>) {
    let mut start = span.start;
    for at in span.start..=span.end {
        let action = if at == span.end { Action::Drop } else { action(at) };
        if action == Action::Keep {
            continue;
        }
        if start < at {
            out.push(Segment::as_is(Span::new(start, at)));
        }
        if action == Action::Escape {
            out.push(Segment::Source(Span::new(at, at + 1), Decoding::Escaped));
        }
        start = at + 1;
    }
}

fn settle(segments: &[Segment], text: &str) -> Vec<Segment> {
    let mut segments = spaces_outside(segments);
    let mut paragraph = Paragraph::new(&segments, text);
    let mut reading = Reading::new(&paragraph.joined);
    // Tags that make no emphasis, such as `<b> x</b>`, go; then what is left is read again.
    if drop_idle_tags(&mut segments, &paragraph, &reading) {
        paragraph = Paragraph::new(&segments, text);
        reading = Reading::new(&paragraph.joined);
    }
    let escape = |at| if reading.at(at) == Byte::Foreign { Action::Escape } else { Action::Keep };
    let settled = paragraph.rebuild(&segments, escape);
    let wanted = reading.visible(&paragraph.joined);
    if seen(&join(&settled, text)).is_some_and(|seen| seen == wanted) { settled } else { escape_all(&segments, text) }
}

/// Moves the white space inside of emphasis out of it, where CommonMark wants it: `<b> x </b>` is ` **x** `.
fn spaces_outside(segments: &[Segment]) -> Vec<Segment> {
    let mut out: Vec<Segment> = Vec::with_capacity(segments.len());
    let mut open: Vec<Mark> = Vec::new();
    for segment in segments {
        let glued = matches!(out.last(), Some(Segment::Glue(_)));
        match *segment {
            Segment::Source(_, Decoding::Mark(mark)) if !matches!(mark, Mark::Emphasis | Mark::Strong) => {
                out.push(*segment);
            }
            Segment::Source(_, Decoding::Mark(mark)) if open.last() == Some(&mark) => {
                open.pop();
                let at = if glued { out.len() - 1 } else { out.len() };
                out.insert(at, *segment);
            }
            Segment::Source(_, Decoding::Mark(mark)) => {
                open.push(mark);
                out.push(*segment);
            }
            Segment::Glue(_) if glued => {}
            Segment::Glue(_) if just_opened(&out, &open) => {
                let at = out.len() - 1;
                out.insert(at, *segment);
            }
            other => out.push(other),
        }
    }
    single_spaces(&out)
}

/// Whether the last segment opened the emphasis that is open.
fn just_opened(out: &[Segment], open: &[Mark]) -> bool {
    let last = out.last().and_then(|segment| match segment {
        Segment::Source(_, Decoding::Mark(mark)) => Some(mark),
        _ => None,
    });
    last.is_some() && last == open.last()
}

/// One space between two stretches, none at the ends.
fn single_spaces(segments: &[Segment]) -> Vec<Segment> {
    let mut out: Vec<Segment> = Vec::with_capacity(segments.len());
    for segment in segments {
        let glued = matches!(out.last(), None | Some(Segment::Glue(_)));
        if !(glued && matches!(segment, Segment::Glue(_))) {
            out.push(*segment);
        }
    }
    while matches!(out.last(), Some(Segment::Glue(_))) {
        out.pop();
    }
    out
}

/// Every special character with a backslash, no emphasis: always right, never pretty.
fn escape_all(segments: &[Segment], text: &str) -> Vec<Segment> {
    let is_tag = |segment: &&Segment| matches!(segment, Segment::Source(_, Decoding::Mark(_)));
    let segments: Vec<Segment> = segments.iter().filter(|segment| !is_tag(segment)).copied().collect();
    let segments = single_spaces(&segments);
    let paragraph = Paragraph::new(&segments, text);
    let special = |at: usize| paragraph.joined.as_bytes().get(at).is_some_and(|byte| is_special(*byte));
    paragraph.rebuild(&segments, |at| if special(at) { Action::Escape } else { Action::Keep })
}

/// Takes away the tags that stand for a mark which CommonMark does not read as one.
fn drop_idle_tags(segments: &mut Vec<Segment>, paragraph: &Paragraph, reading: &Reading) -> bool {
    let before = segments.len();
    let mut starts = paragraph.starts.iter();
    segments.retain(|segment| {
        let start = starts.next().copied().unwrap_or_default();
        match segment {
            Segment::Source(_, Decoding::Mark(mark)) => (start..start + mark.text().len()).all(|at| reading.hides(at)),
            _ => true,
        }
    });
    *segments = single_spaces(segments);
    segments.len() < before
}

/// What CommonMark makes of one byte.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Byte {
    /// Text.
    Text,
    /// A mark of emphasis or of a link: kept, and hidden from readers.
    Mark,
    /// The backslash of an escape: kept, and hidden from readers.
    Backslash,
    /// The first character of something that no value keeps.
    Foreign,
}

/// A link inside a paragraph.
#[derive(Debug)]
struct LinkAt {
    words: Range<usize>,
    target: Range<usize>,
}

/// A paragraph as CommonMark reads it, byte for byte.
struct Reading {
    bytes: Vec<Byte>,
    links: Vec<LinkAt>,
}

impl Reading {
    fn new(joined: &str) -> Self {
        let mut reading = Self { bytes: vec![Byte::Text; joined.len()], links: Vec::new() };
        let source = format!("{PREFIX}{joined}");
        let without_prefix = |offset: usize| offset.max(PREFIX.len()) - PREFIX.len();
        for (event, range) in Parser::new(&source).into_offset_iter() {
            let as_it_stands = source.get(range.clone());
            let range = without_prefix(range.start)..without_prefix(range.end);
            match event {
                Event::Text(text) => reading.text(Some(text.as_ref()) == as_it_stands, range, joined),
                other => reading.event(&other, range, joined),
            }
        }
        reading
    }

    fn event(&mut self, event: &Event<'_>, range: Range<usize>, joined: &str) {
        match event {
            Event::Start(Tag::Emphasis) => self.delimit(&range, 1),
            Event::Start(Tag::Strong) => self.delimit(&range, 2),
            Event::Start(Tag::Link { link_type: LinkType::Inline, .. }) => self.link(&range, joined),
            Event::Start(Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. }) => self.delimit(&range, 1),
            // A picture is kept as the link that it is without its exclamation mark.
            Event::Start(Tag::Image { link_type: LinkType::Inline, .. }) => {
                self.set(range.start..range.start + 1, Byte::Foreign);
                self.link(&(range.start + 1..range.end), joined);
            }
            Event::Start(Tag::Link { .. } | Tag::Image { .. }) | Event::InlineHtml(_) | Event::Html(_) => {
                self.set(range.start..range.start + 1, Byte::Foreign);
            }
            Event::Code(_) => self.foreign(range, b'`', joined),
            _ => {}
        }
    }

    fn at(&self, offset: usize) -> Byte {
        self.bytes.get(offset).copied().unwrap_or(Byte::Text)
    }

    fn hides(&self, offset: usize) -> bool {
        matches!(self.at(offset), Byte::Mark | Byte::Backslash)
    }

    fn set(&mut self, range: Range<usize>, byte: Byte) {
        if let Some(bytes) = self.bytes.get_mut(range) {
            bytes.fill(byte);
        }
    }

    fn delimit(&mut self, range: &Range<usize>, width: usize) {
        self.set(range.start..range.start + width, Byte::Mark);
        self.set(range.end.saturating_sub(width)..range.end, Byte::Mark);
    }

    /// `[words](target)`, the target perhaps with a title behind it.
    fn link(&mut self, range: &Range<usize>, joined: &str) {
        let raw = joined.get(range.clone()).unwrap_or_default();
        let Some(middle) = raw.rfind("](").map(|at| range.start + at) else { return };
        self.set(range.start..range.start + 1, Byte::Mark);
        self.set(middle..range.end, Byte::Mark);
        let target = &joined[middle + 2..range.end];
        let length = target.find([' ', '"']).unwrap_or(target.len().saturating_sub(1));
        self.links.push(LinkAt { words: range.start + 1..middle, target: middle + 2..middle + 2 + length });
    }

    fn foreign(&mut self, range: Range<usize>, byte: u8, joined: &str) {
        for at in range.filter(|&at| joined.as_bytes().get(at) == Some(&byte)) {
            self.set(at..at + 1, Byte::Foreign);
        }
    }

    /// A backslash right before a stretch of text escapes its first character; what reads otherwise than it stands is a
    /// character reference.
    fn text(&mut self, as_it_stands: bool, range: Range<usize>, joined: &str) {
        let before = range.start.checked_sub(1);
        if let Some(at) = before.filter(|&at| joined.as_bytes()[at] == b'\\') {
            let escaped = joined.as_bytes().get(range.start).is_some_and(u8::is_ascii_punctuation);
            if escaped && self.at(at) == Byte::Text && !self.is_escaped(at) {
                self.set(at..at + 1, Byte::Backslash);
            }
        }
        if !as_it_stands {
            self.foreign(range, b'&', joined);
        }
    }

    fn is_escaped(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|before| self.at(before) == Byte::Backslash)
    }

    /// What a reader sees.
    fn visible(&self, joined: &str) -> String {
        joined.char_indices().filter(|(at, _)| !self.hides(*at)).map(|(_, c)| c).collect()
    }

    /// The hidden stretches of a segment that starts at `start` of the joined paragraph.
    fn hidden(&self, span: Span, start: usize) -> Vec<Span> {
        let mut hidden: Vec<Span> = Vec::new();
        for at in (span.start..span.end).filter(|at| self.hides(start + at - span.start)) {
            match hidden.last_mut() {
                Some(last) if last.end == at => last.end = at + 1,
                _ => hidden.push(Span::new(at, at + 1)),
            }
        }
        hidden
    }
}

/// What a reader sees of a finished paragraph; nothing where it holds what no value may hold.
fn seen(paragraph: &str) -> Option<String> {
    let source = format!("{PREFIX}{}", paragraph.replace('\n', " "));
    let mut seen = String::new();
    for event in Parser::new(&source) {
        match event {
            Event::Text(text) => seen.push_str(&text),
            Event::Start(Tag::Paragraph | Tag::Emphasis | Tag::Strong) | Event::End(_) => {}
            Event::Start(Tag::Link { link_type: LinkType::Inline | LinkType::Autolink | LinkType::Email, .. }) => {}
            _ => return None,
        }
    }
    seen.get(PREFIX.len()..).map(str::to_owned)
}
