//! What the lines of a page say, and the labels among them.

use std::ops::Range;

use html5gum::{Token, Tokenizer};

use super::elements::Element;
use super::flow::{Unit, UnitKind};
use super::lex::{Kind, Piece};
use crate::blocks::LabelAt;
use crate::blocks::labels::Labels;
use crate::ledger::is_blank;
use crate::schemas::{Meaning, Role, Schemas};
use crate::source::Span;

/// Bytes of a character reference at most.
const REFERENCE: usize = 12;
/// Colons of a line that may end its label.
const COLONS: usize = 3;

/// A unit with its lines.
#[derive(Debug)]
pub struct Labelled<'s> {
    /// The unit.
    pub unit: Unit,
    /// Its lines: more than one where labels stand behind line breaks.
    pub lines: Vec<Words<'s>>,
}

/// A line with its labels.
#[derive(Debug)]
pub struct Words<'s> {
    /// Its bytes.
    pub body: Span,
    /// Its words, without the tags around them.
    pub words: Span,
    /// What its whole wording means.
    pub whole: &'s [Meaning],
    /// Labels with a value behind them.
    pub labels: Vec<LabelAt<'s>>,
}

impl Words<'_> {
    /// Whether the whole line is a label.
    fn is_label(&self) -> bool {
        self.whole.iter().any(|meaning| meaning.role == Role::Label)
    }

    /// Whether the line begins with a label.
    pub fn begins_with_label(&self) -> bool {
        let opens = |meaning: &Meaning| matches!(meaning.role, Role::Label | Role::StartLabel);
        self.labels.first().is_some_and(|label| !label.inside && label.meanings.iter().any(opens))
    }
}

/// Finds the labels of every unit.
pub fn label<'s>(text: &str, pieces: &[Piece], units: Vec<Unit>, schemas: &'s Schemas) -> Vec<Labelled<'s>> {
    let mut finder = Finder { text, pieces, schemas, labels: Labels::new(text, schemas), room: String::new() };
    units.into_iter().map(|unit| Labelled { lines: finder.lines(&unit), unit }).collect()
}

struct Finder<'a, 's> {
    text: &'a str,
    pieces: &'a [Piece],
    schemas: &'s Schemas,
    labels: Labels<'a, 's>,
    room: String,
}

impl<'s> Finder<'_, 's> {
    /// The lines of a unit: it is cut at a line break where a label stands behind it, or alone before it.
    fn lines(&mut self, unit: &Unit) -> Vec<Words<'s>> {
        let parts = self.broken(unit);
        if parts.len() < 2 {
            return vec![self.words(unit.pieces.clone(), unit.body)];
        }
        let parts: Vec<(Range<usize>, Words<'s>)> =
            parts.into_iter().map(|(pieces, body)| (pieces.clone(), self.words(pieces, body))).collect();
        let mut lines: Vec<(Range<usize>, Words<'s>)> = Vec::new();
        for (pieces, words) in parts {
            let opens = words.is_label() || words.begins_with_label();
            match lines.last_mut() {
                Some((range, last)) if !opens && !last.is_label() => {
                    range.end = pieces.end;
                    last.body.end = words.body.end;
                    last.words.end = words.words.end;
                    last.whole = &[];
                    last.labels.extend(words.labels.into_iter().filter(|label| label.inside));
                }
                _ => lines.push((pieces, words)),
            }
        }
        lines.into_iter().map(|(_, words)| words).collect()
    }

    /// What stands between the line breaks of a paragraph.
    fn broken(&self, unit: &Unit) -> Vec<(Range<usize>, Span)> {
        let is_break = |at: &usize| matches!(self.pieces[*at].kind, Kind::Open(Element::Break, _));
        if unit.kind != UnitKind::Prose || !unit.pieces.clone().any(|at| is_break(&at)) {
            return Vec::new();
        }
        let breaks = unit.pieces.clone().filter(is_break);
        let mut start = unit.pieces.start;
        let mut parts = Vec::new();
        for end in breaks.chain([unit.pieces.end]) {
            parts.extend(within(self.text, self.pieces, start..end));
            start = end + 1;
        }
        parts
    }

    fn words(&mut self, pieces: Range<usize>, body: Span) -> Words<'s> {
        let shown = Shown::new(self.text, &self.pieces[pieces.clone()], self.reach());
        let words = Span::new(shown.source(0), if shown.whole { shown.end() } else { body.end });
        let whole = if shown.whole { self.meanings(shown.text.trim()) } else { &[] };
        let first = self.at_colon(&shown, &pieces).or_else(|| self.at_bold(&shown, &pieces));
        let mut labels: Vec<LabelAt<'s>> = Vec::new();
        match first {
            Some(first) => {
                let rest = Span::new(first.span.end, body.end);
                labels.push(first);
                labels.extend(self.labels.of_line(rest).into_iter().filter(|label| label.inside));
            }
            None => labels.extend(self.labels.of_line(body)),
        }
        for label in &mut labels {
            label.words = without_tags(self.text, label.words);
        }
        labels.retain(|label| !label.words.is_empty());
        Words { body, words, whole, labels }
    }

    const fn reach(&self) -> usize {
        self.schemas.wordings.longest * 2 + 20
    }

    fn meanings(&mut self, words: &str) -> &'s [Meaning] {
        if words.is_empty() { &[] } else { self.schemas.meanings(words, &mut self.room) }
    }

    /// `<b>Attivit&agrave;</b>: laboratori`
    fn at_colon(&mut self, shown: &Shown, pieces: &Range<usize>) -> Option<LabelAt<'s>> {
        let colons: Vec<usize> = memchr::memchr_iter(b':', shown.text.as_bytes()).take(COLONS).collect();
        for colon in colons {
            let meanings = self.meanings(shown.text[..colon].trim());
            if !meanings.is_empty() {
                return Some(self.found(shown, pieces, colon, colon + 1, meanings));
            }
        }
        None
    }

    /// `<strong>Luogo</strong> Erfurt`
    fn at_bold(&mut self, shown: &Shown, pieces: &Range<usize>) -> Option<LabelAt<'s>> {
        let strong = |kind| matches!(kind, Kind::Open(Element::Strong, _));
        let first = pieces.clone().find(|&at| self.pieces[at].kind == Kind::Text)?;
        let bold = pieces.start..first;
        let closed = (first..pieces.end).find(|&at| self.pieces[at].kind == Kind::Close(Element::Strong))?;
        if !bold.into_iter().any(|at| strong(self.pieces[at].kind)) {
            return None;
        }
        let end = shown.shown_at(self.pieces[closed].span.start);
        let rest = !shown.whole || !shown.text.get(end..)?.trim().is_empty();
        let meanings = self.meanings(shown.text.get(..end)?.trim());
        (rest && !meanings.is_empty()).then(|| self.found(shown, pieces, end, end, meanings))
    }

    /// The label whose words end at `words` and whose colon ends at `end` of what is shown; end tags behind it belong to it.
    fn found(
        &self,
        shown: &Shown,
        pieces: &Range<usize>,
        words: usize,
        end: usize,
        meanings: &'s [Meaning],
    ) -> LabelAt<'s> {
        let start = shown.source(0);
        let first = self.pieces[pieces.start].span.start.min(start);
        let mut span = Span::new(first, shown.source_end(end));
        let from = span.end;
        let behind = self.pieces[pieces.clone()].iter().skip_while(|piece| piece.span.start < from);
        for piece in behind.take_while(|piece| matches!(piece.kind, Kind::Close(_))) {
            if piece.span.start == span.end {
                span.end = piece.span.end;
            }
        }
        let words = Span::new(start, shown.source_end(shown.text[..words].trim_end().len()));
        LabelAt { span, words, meanings, inside: false }
    }
}

/// What a reader of a line sees of it, up to some length.
struct Shown {
    text: String,
    /// Where stretches of it come from: their offset in it, their first byte in the source and their length there.
    parts: Vec<(usize, usize, usize)>,
    /// Whether it is all of the line.
    whole: bool,
}

impl Shown {
    fn new(text: &str, pieces: &[Piece], reach: usize) -> Self {
        let mut shown = Self { text: String::new(), parts: Vec::new(), whole: true };
        for piece in pieces {
            match piece.kind {
                Kind::Text => shown.words(text, piece.span, reach),
                Kind::Open(Element::Break, _) => shown.push(" ", piece.span.start, 0),
                _ => {}
            }
            if !shown.whole {
                break;
            }
        }
        shown
    }

    fn words(&mut self, text: &str, span: Span, reach: usize) {
        let mut at = span.start;
        let mut leading = self.text.is_empty();
        while at < span.end && self.whole {
            let rest = Span::new(at, span.end).of(text);
            let (length, decoded) = match reference(rest) {
                Some(length) => (length, Some(decode_reference(&rest[..length]))),
                None => (1 + memchr::memchr(b'&', &rest.as_bytes()[1..]).unwrap_or(rest.len() - 1), None),
            };
            let words = decoded.as_deref().unwrap_or(&rest[..length]);
            let skipped = if leading { words.len() - words.trim_start_matches(is_blank).len() } else { 0 };
            leading &= skipped == words.len();
            if skipped < words.len() {
                let from = if decoded.is_some() { at } else { at + skipped };
                self.push(&words[skipped..], from, length - (from - at));
            }
            at += length;
            self.whole = self.text.len() <= reach;
        }
    }

    fn push(&mut self, words: &str, source: usize, length: usize) {
        self.parts.push((self.text.len(), source, length));
        self.text.push_str(words);
    }

    /// The part that holds an offset, and the offset's place in the source.
    fn source(&self, offset: usize) -> usize {
        let at = self.parts.partition_point(|part| part.0 <= offset).saturating_sub(1);
        self.parts.get(at).map_or(0, |part| part.1 + (offset - part.0.min(offset)).min(part.2))
    }

    /// The place in the source behind the character that ends at an offset.
    fn source_end(&self, offset: usize) -> usize {
        let at = self.parts.partition_point(|part| part.0 < offset).saturating_sub(1);
        let Some(&(start, source, length)) = self.parts.get(at) else { return 0 };
        let end = self.parts.get(at + 1).map_or(self.text.len(), |part| part.0);
        if offset >= end { source + length } else { source + (offset - start).min(length) }
    }

    fn end(&self) -> usize {
        self.source_end(self.text.trim_end_matches(is_blank).len())
    }

    /// How much is shown of what stands before a place of the source.
    fn shown_at(&self, source: usize) -> usize {
        let at = self.parts.partition_point(|part| part.1 < source);
        self.parts.get(at).map_or(self.text.len(), |part| part.0)
    }
}

/// The text that a character reference such as `&eacute;` stands for.
pub fn decode_reference(reference: &str) -> String {
    let mut decoded = String::new();
    for Ok(token) in Tokenizer::new(reference) {
        if let Token::String(text) = token {
            decoded.push_str(&String::from_utf8_lossy(&text));
        }
    }
    decoded
}

/// The length of the character reference that a text begins with.
fn reference(text: &str) -> Option<usize> {
    let inner = text.strip_prefix('&')?;
    let end = inner.bytes().take(REFERENCE).position(|byte| byte == b';')?;
    let named = inner[..end].bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'#');
    (named && end > 0).then_some(end + 2)
}

/// Whether a reader sees anything of a stretch of text.
pub fn is_visible(text: &str, span: Span) -> bool {
    !trim_blank(text, span).is_empty()
}

/// The pieces and bytes of what is visible in a range, with the tags of emphasis right around it.
pub fn within(text: &str, pieces: &[Piece], range: Range<usize>) -> Option<(Range<usize>, Span)> {
    let visible = |at: &usize| pieces[*at].kind == Kind::Text && is_visible(text, pieces[*at].span);
    let first = range.clone().find(visible)?;
    let last = range.clone().rfind(visible)?;
    let opens = |at: &usize| matches!(pieces[*at].kind, Kind::Open(element, _) if element != Element::Break);
    let closes = |at: &usize| matches!(pieces[*at].kind, Kind::Close(element) if element != Element::Break);
    let words = |at: usize| trim_blank(text, pieces[at].span);
    let glued_start = words(first).start == pieces[first].span.start;
    let glued_end = words(last).end == pieces[last].span.end;
    let before = (range.start..first).rev().take_while(|at| glued_start && opens(at)).last();
    let behind = (last + 1..range.end).take_while(|at| glued_end && closes(at)).last();
    let start = before.map_or(words(first).start, |at| pieces[at].span.start);
    let end = behind.map_or(words(last).end, |at| pieces[at].span.end);
    Some((before.unwrap_or(first)..behind.unwrap_or(last) + 1, Span::new(start, end)))
}

/// The span without white space at its ends, whether it stands as it is or as a reference.
pub fn trim_blank(text: &str, span: Span) -> Span {
    let mut span = crate::blocks::trim(text, span);
    while let Some(length) = reference(span.of(text)).filter(|&length| is_blank_reference(&span.of(text)[..length])) {
        span = crate::blocks::trim(text, Span::new(span.start + length, span.end));
    }
    while let Some(length) = last_reference(span.of(text)).filter(|&at| is_blank_reference(&span.of(text)[at..])) {
        span = crate::blocks::trim(text, Span::new(span.start, span.start + length));
    }
    span
}

/// Where the character reference starts that a text ends with.
fn last_reference(text: &str) -> Option<usize> {
    if !text.ends_with(';') {
        return None;
    }
    let low = text.len().saturating_sub(REFERENCE + 1);
    let at = low + text.as_bytes()[low..].iter().rposition(|byte| *byte == b'&')?;
    (reference(&text[at..]) == Some(text.len() - at)).then_some(at)
}

fn is_blank_reference(reference: &str) -> bool {
    decode_reference(reference).chars().all(|c| is_blank(c) || matches!(c, '\u{ad}' | '\u{200b}' | '\u{200c}'))
}

/// The span without tags at its ends.
pub fn without_tags(text: &str, span: Span) -> Span {
    let mut span = crate::blocks::trim(text, span);
    while span.of(text).starts_with('<') {
        let Some(end) = span.of(text).find('>') else { return span };
        span = crate::blocks::trim(text, Span::new(span.start + end + 1, span.end));
    }
    while span.of(text).ends_with('>') {
        let Some(start) = span.of(text).rfind('<') else { return span };
        span = crate::blocks::trim(text, Span::new(span.start, span.start + start));
    }
    span
}
