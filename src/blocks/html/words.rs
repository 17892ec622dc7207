//! What the lines of a page say, and the labels among them.

use std::ops::Range;

use super::elements::Element;
use super::flow::{Unit, UnitKind};
use super::lex::{Kind, Piece};
use super::shown::{Shown, within, without_tags};
use crate::blocks::LabelAt;
use crate::blocks::labels::Labels;
use crate::schemas::{Known, Meaning, Role, Schemas};
use crate::source::Span;

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
    pub whole: Known<'s>,
    /// Labels with a value behind them.
    pub labels: Vec<LabelAt<'s>>,
}

impl Words<'_> {
    /// Whether the whole line is a label.
    fn is_label(&self) -> bool {
        self.whole.has(Role::Label)
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
                    last.whole = Known::default();
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
        let whole = if shown.whole { self.meanings(shown.text.trim()) } else { Known::default() };
        let first = self.at_colon(&shown, &pieces).or_else(|| self.at_mark(&shown, &pieces));
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

    fn meanings(&mut self, words: &str) -> Known<'s> {
        if words.is_empty() { Known::default() } else { self.schemas.meanings(words, &mut self.room) }
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

    /// `<strong>Luogo</strong> Erfurt`, `<span>Luogo</span> Erfurt`
    fn at_mark(&mut self, shown: &Shown, pieces: &Range<usize>) -> Option<LabelAt<'s>> {
        let first = pieces.clone().find(|&at| self.pieces[at].kind == Kind::Text)?;
        let marks = |element| {
            (pieces.start..first).any(|at| matches!(self.pieces[at].kind, Kind::Open(it, _) if it == element))
        };
        let mark = [Element::Strong, Element::Span].into_iter().find(|element| marks(*element))?;
        let closed = (first..pieces.end).find(|&at| self.pieces[at].kind == Kind::Close(mark))?;
        if mark == Element::Span && !self.begins_as_value(closed + 1..pieces.end) {
            return None;
        }
        let end = shown.shown_at(self.pieces[closed].span.start);
        let rest = !shown.whole || !shown.text.get(end..)?.trim().is_empty();
        let meanings = self.meanings(shown.text.get(..end)?.trim());
        (rest && !meanings.is_empty()).then(|| self.found(shown, pieces, end, end, meanings))
    }

    /// Whether a tag comes first, or words that begin as a value and not as the rest of a sentence.
    fn begins_as_value(&self, pieces: Range<usize>) -> bool {
        let mut pieces = self.pieces[pieces].iter();
        let words = |piece: &Piece| piece.span.of(self.text).trim_start();
        let first = pieces.find(|piece| piece.kind != Kind::Text || !words(piece).is_empty());
        first.is_some_and(|piece| match piece.kind {
            Kind::Open(..) => true,
            Kind::Text => words(piece).starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()),
            _ => false,
        })
    }

    /// The label whose words end at `words` and whose colon ends at `end` of what is shown; end tags behind it belong to it.
    fn found(
        &self,
        shown: &Shown,
        pieces: &Range<usize>,
        words: usize,
        end: usize,
        meanings: Known<'s>,
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
        LabelAt::first(span, words, meanings)
    }
}
