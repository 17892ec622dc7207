//! YAML to nodes with places. Aliases are not expanded: they stay the words that they are.

use granit_parser::{ErrorKind, Event, Options, Parser, ScalarStyle, ScanError};

use super::tree::{Kind, Scalar, Style, Tree};
use crate::diagnostic::Broken;
use crate::source::Span;

/// The most characters that a key of YAML may have.
const LONGEST_KEY: usize = 1024;

/// Reads a stretch of a text, which may hold several documents.
pub fn read(text: &str, stretch: Span) -> Tree {
    let mut reader = Reader { text, raw: "", start: 0, document: stretch.start, tree: Tree::default(), key: None };
    reader.read(stretch);
    if reader.tree.is_stopped() && divided(text, stretch).nth(1).is_some() {
        reader.each(Span::new(reader.document, stretch.end));
    }
    reader.tree
}

/// The documents of a stretch, each with the line `---` above it. What stands before its first line with words is its own.
fn divided(text: &str, stretch: Span) -> impl Iterator<Item = Span> {
    let mut lines =
        stretch.of(text).split_inclusive('\n').map(move |line| (Span::of_slice(text, line), line)).peekable();
    std::iter::from_fn(move || {
        let mut document = lines.peek()?.0;
        let mut has_words = false;
        while let Some((place, line)) = lines.next_if(|(_, line)| !(has_words && is_mark(line))) {
            document.end = place.end;
            has_words |= is_mark(line) || !(line.trim().is_empty() || line.starts_with(['#', '%']));
        }
        Some(document)
    })
}

/// `---`, which begins a document.
fn is_mark(line: &str) -> bool {
    line.strip_prefix("---").is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t', '\r', '\n']))
}

/// What is wrong.
fn what(error: &ScanError) -> Broken {
    match error.kind() {
        ErrorKind::MappingValueNotAllowed => Broken::Colon,
        // The reader says it of a key that is longer than the standard allows, and where a colon is missing.
        ErrorKind::SimpleKeyExpected => Broken::LongKey(LONGEST_KEY),
        ErrorKind::TabInPlainScalar => Broken::Tab,
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
    /// Where the document starts that is being read.
    document: usize,
    tree: Tree,
    /// The key whose value comes next.
    key: Option<Scalar>,
}

impl<'t> Reader<'t> {
    /// Reads a stretch up to what is wrong in it.
    fn read(&mut self, stretch: Span) {
        let text: &'t str = self.text;
        (self.raw, self.start, self.key) = (stretch.of(text), stretch.start, None);
        for event in Parser::new_from_str_with_options(self.raw, options()) {
            match event {
                Ok((event, place)) => self.event(&event, place),
                Err(error) => self.fail(&error),
            }
            if self.tree.is_stopped() {
                break;
            }
        }
    }

    /// Reads each document of a stretch by itself, from the one on in which there is a fault: that must not hide the others.
    fn each(&mut self, stretch: Span) {
        let fault = self.tree.faults.pop();
        self.tree.go_on();
        self.tree.forget(stretch.start);
        for document in divided(self.text, stretch) {
            self.read(document);
            if self.tree.is_stopped() {
                self.tree.go_on();
            }
            if self.tree.is_stopped() {
                break;
            }
        }
        // What is only wrong in the company of the others is wrong nevertheless.
        if self.tree.is_sound() {
            self.tree.faults.extend(fault);
        }
    }

    fn event(&mut self, event: &Event<'_>, place: granit_parser::Span) {
        let Some(range) = place.byte_range() else { return };
        let span = Span::new(self.start + range.start, self.start + range.end);
        if self.tree.is_full(self.text, span.start) {
            return;
        }
        match event {
            Event::DocumentStart(..) => self.document = span.start,
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
        let mut at = error.marker().byte_offset().unwrap_or(0).min(self.raw.len());
        if *error.kind() == ErrorKind::TabInPlainScalar {
            // The reader tells where the words before the tab begin.
            at += self.raw.as_bytes()[at..].iter().position(|byte| *byte == b'\t').unwrap_or(0);
        }
        self.tree.fail(self.text, self.start + self.raw.floor_char_boundary(at), what(error));
    }
}
