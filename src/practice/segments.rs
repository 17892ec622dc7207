//! What a value is made of: spans of the source and a closed list of glue.

use std::borrow::Cow;

use crate::blocks::data::decode_escape;
use crate::blocks::html::decode_reference;
use crate::output::markdown::marks::named;
use crate::source::Span;

/// One part of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Segment {
    /// Bytes of the source.
    Source(Span, Decoding),
    /// What the joining of two stretches puts between them.
    Glue(Glue),
}

/// How a span of the source becomes text of the value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decoding {
    /// As it stands.
    AsIs,
    /// A character reference of HTML or a code of data: `&amp;` is `&`, `\u00e9` is `é`, `''` between single quotes is `'`.
    Entity,
    /// A character that CommonMark would take for markup, with a backslash before it.
    Escaped,
    /// Such a reference or code whose character CommonMark would take for markup.
    EscapedEntity,
    /// A character that is shown by its number: `⟦U+202E⟧`.
    Named,
    /// A tag or other mark that stands for one of CommonMark's.
    Mark(Mark),
}

/// The marks of CommonMark that a value keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// `*`
    Emphasis,
    /// `**`
    Strong,
    /// `[`
    LinkText,
    /// `](`
    LinkTarget,
    /// `)`
    LinkEnd,
    /// The `#`s of a heading, one level for each.
    Heading(u8),
}

/// What joins two stretches of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Glue {
    /// A space: the next line of the same paragraph.
    Space,
    /// A comma and a space: the next member of an object of data.
    Comma,
    /// A line break that the source asks for, or the next item of a list.
    Line,
    /// A blank line: the next paragraph.
    Paragraph,
    /// The bullet of a list item, indented by so many spaces.
    Bullet(u8),
    /// So many spaces before a paragraph that belongs to a list item.
    Indent(u8),
}

impl Mark {
    /// The mark as CommonMark writes it.
    pub const fn text(self) -> &'static str {
        match self {
            Mark::Emphasis => "*",
            Mark::Strong => "**",
            Mark::LinkText => "[",
            Mark::LinkTarget => "](",
            Mark::LinkEnd => ")",
            Mark::Heading(level) => "######".split_at(if level < 6 { level as usize } else { 6 }).0,
        }
    }
}

/// Joins `segments` over the `text` that their spans point into.
pub fn join(segments: &[Segment], text: &str) -> String {
    let length = segments.iter().map(|segment| segment.length()).sum();
    let mut value = String::with_capacity(length);
    for segment in segments {
        segment.write(text, &mut value);
    }
    value
}

/// The characters that a reference or code stands for; its first character says which it is.
pub fn decoded(code: &str) -> Cow<'_, str> {
    if code.starts_with('&') { decode_reference(code).into() } else { decode_escape(code) }
}

impl Segment {
    /// The bytes of `span`, as they stand.
    pub const fn as_is(span: Span) -> Self {
        Segment::Source(span, Decoding::AsIs)
    }

    /// The source bytes of the segment; glue has none.
    pub const fn span(self) -> Option<Span> {
        match self {
            Segment::Source(span, _) => Some(span),
            Segment::Glue(_) => None,
        }
    }

    fn length(self) -> usize {
        self.span().map_or(2, |span| span.len() + 1)
    }

    /// Adds what it stands for to a value.
    pub fn write(self, text: &str, value: &mut String) {
        match self {
            Segment::Source(span, Decoding::AsIs) => value.push_str(span.of(text)),
            Segment::Source(span, Decoding::Named) => value.extend(named(span.of(text)).map(|(c, _)| c)),
            Segment::Source(span, Decoding::Entity) => value.push_str(&decoded(span.of(text))),
            Segment::Source(span, Decoding::EscapedEntity) => {
                value.push('\\');
                value.push_str(&decoded(span.of(text)));
            }
            Segment::Source(span, Decoding::Escaped) => {
                value.push('\\');
                value.push_str(span.of(text));
            }
            Segment::Source(_, Decoding::Mark(mark)) => value.push_str(mark.text()),
            Segment::Glue(glue) => glue.write(value),
        }
    }
}

impl Glue {
    fn write(self, value: &mut String) {
        match self {
            Glue::Space => value.push(' '),
            Glue::Comma => value.push_str(", "),
            Glue::Line => value.push('\n'),
            Glue::Paragraph => value.push_str("\n\n"),
            Glue::Bullet(indent) => {
                value.extend(std::iter::repeat_n(' ', indent.into()));
                value.push_str("- ");
            }
            Glue::Indent(indent) => value.extend(std::iter::repeat_n(' ', indent.into())),
        }
    }
}
