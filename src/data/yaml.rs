//! YAML to nodes with places. Aliases are not expanded: they stay the words that they are.

use granit_parser::{ErrorKind, Event, Options, Parser, ScalarStyle, ScanError};

use super::tree::{Kind, Scalar, Style, Tree};
use crate::diagnostic::Broken;
use crate::source::Span;

/// Reads a stretch of a text, which may hold several documents.
pub fn read(text: &str, stretch: Span) -> Tree {
    let raw = stretch.of(text);
    let mut reader = Reader { text, raw, start: stretch.start, tree: Tree::default(), key: None };
    for event in Parser::new_from_str_with_options(raw, options()) {
        match event {
            Ok((event, place)) => reader.event(&event, place),
            Err(error) => reader.fail(&error),
        }
        if reader.tree.fault.is_some() {
            break;
        }
    }
    reader.tree
}

/// What is wrong.
fn what(error: &ScanError) -> Broken {
    match error.kind() {
        ErrorKind::MappingValueNotAllowed => Broken::Colon,
        ErrorKind::RecursionLimitExceeded => Broken::Depth(options().flow_nesting_limit),
        _ => Broken::Said(error.info()),
    }
}

fn options() -> Options {
    let mut options = Options::default();
    options.emit_unresolved_aliases = true;
    options.set_emit_comments(false);
    options
}

struct Reader<'t> {
    text: &'t str,
    /// The stretch of it that is read.
    raw: &'t str,
    /// Where the stretch starts in its text.
    start: usize,
    tree: Tree,
    /// The key whose value comes next.
    key: Option<Scalar>,
}

impl Reader<'_> {
    fn event(&mut self, event: &Event<'_>, place: granit_parser::Span) {
        let Some(range) = place.byte_range() else { return };
        let span = Span::new(self.start + range.start, self.start + range.end);
        match event {
            Event::MappingStart(..) => self.open(Kind::Object, span),
            Event::SequenceStart(..) => self.open(Kind::Array, span),
            Event::MappingEnd | Event::SequenceEnd => self.tree.close(span.end),
            Event::Scalar(value, style, ..) => self.scalar(value, *style, span),
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                self.node(
                    Scalar { span, style: Style::Plain },
                    Kind::Scalar(Scalar { span, style: Style::Plain }),
                    span,
                );
            }
            _ => {}
        }
    }

    fn open(&mut self, kind: Kind, span: Span) {
        if self.awaits_key() {
            return self.tree.fail(self.text, span.start, Broken::Key);
        }
        let key = self.key.take();
        self.tree.open(key, kind, span.start);
    }

    fn scalar(&mut self, value: &str, style: ScalarStyle, span: Span) {
        let raw = &self.raw[span.start - self.start..span.end - self.start];
        let inner = || Span::new(span.start + 1, (span.end.max(span.start + 2)) - 1);
        let (words, style) = match style {
            ScalarStyle::SingleQuoted => (inner(), Style::Single),
            ScalarStyle::DoubleQuoted => (inner(), Style::Double),
            ScalarStyle::Literal | ScalarStyle::Folded => (span, Style::Block),
            _ => (span, Style::Plain),
        };
        let words = Scalar { span: words, style };
        if words.span.of(self.text) != value {
            self.tree.decoded.push((words.span.start, value.into()));
        }
        let nothing = style == Style::Plain && (raw.is_empty() || matches!(value, "~" | "null" | "Null" | "NULL"));
        self.node(words, if nothing { Kind::Null } else { Kind::Scalar(words) }, span);
    }

    /// A key, or a value under one.
    fn node(&mut self, words: Scalar, kind: Kind, span: Span) {
        if self.awaits_key() {
            self.key = Some(words);
        } else {
            let key = self.key.take();
            self.tree.push(key, kind, span);
        }
    }

    fn awaits_key(&self) -> bool {
        self.tree.inside() == Some(Kind::Object) && self.key.is_none()
    }

    fn fail(&mut self, error: &ScanError) {
        let at = error.marker().byte_offset().unwrap_or(0).min(self.raw.len());
        self.tree.fail(self.text, self.start + self.raw.floor_char_boundary(at), what(error));
    }
}
