//! Labels on a line: at its start, in the first cell of a row, or behind a finished sentence.

use super::LabelAt;
use super::split::trim;
use crate::ledger::is_blank;
use crate::schemas::{Known, Schemas};
use crate::source::Span;

/// What may stand between a label at the start of a line and its value, beside a colon.
const SEPARATORS: [&str; 5] = [" -- ", " = ", " – ", " — ", " | "];

/// Finds labels.
pub struct Labels<'t, 's> {
    text: &'t str,
    schemas: &'s Schemas,
    /// Room for folding, kept from line to line.
    room: String,
}

impl<'t, 's> Labels<'t, 's> {
    /// A finder of labels in `text`.
    pub const fn new(text: &'t str, schemas: &'s Schemas) -> Self {
        Self { text, schemas, room: String::new() }
    }

    /// What the wording of a stretch means.
    pub fn meanings(&mut self, words: Span) -> Known<'s> {
        if words.is_empty() { Known::default() } else { self.schemas.meanings(words.of(self.text), &mut self.room) }
    }

    /// The label of a row.
    pub fn of_cell(&mut self, words: Span) -> Vec<LabelAt<'s>> {
        let meanings = self.meanings(words);
        if words.is_empty() { Vec::new() } else { vec![LabelAt { span: words, words, meanings, inside: false }] }
    }

    /// The labels of a line that have a value behind them.
    pub fn of_line(&mut self, body: Span) -> Vec<LabelAt<'s>> {
        let mut labels: Vec<LabelAt<'s>> = self.emphasised(body).or_else(|| self.separated(body)).into_iter().collect();
        let mut from = labels.first().map_or(body.start, |label| label.span.end);
        for colon in memchr::memchr_iter(b':', body.of(self.text).as_bytes()).map(|at| body.start + at) {
            for start in self.starts(from, colon, body.start) {
                let words = trim(self.text, Span::new(start, colon));
                let meanings = self.meanings(words);
                if !meanings.is_empty() {
                    let span = Span::new(words.start, self.after_markup(words, colon + 1, body.end));
                    labels.push(LabelAt { span, words, meanings, inside: start > body.start });
                    from = span.end;
                    break;
                }
            }
        }
        labels
    }

    /// `**Results** we reached …`, `<b>Results</b> we reached …`
    fn emphasised(&mut self, body: Span) -> Option<LabelAt<'s>> {
        let raw = body.of(self.text);
        let marks = [("**", "**"), ("__", "__"), ("<b>", "</b>"), ("<strong>", "</strong>")];
        let (open, close) = marks.into_iter().find(|(open, _)| raw.starts_with(open))?;
        let inner = &raw[open.len()..];
        let end = inner.find(close).filter(|&end| end <= self.reach())?;
        let words = trim(self.text, Span::of_slice(self.text, &inner[..end]));
        let span = Span::new(body.start, body.start + open.len() + end + close.len());
        let rest = Span::new(span.end, body.end).of(self.text);
        // With a colon behind it the label is found by that.
        let bare =
            !rest.trim().is_empty() && !rest.trim_start().starts_with(':') && !words.of(self.text).ends_with(':');
        let meanings = if bare { self.meanings(words) } else { Known::default() };
        (!meanings.is_empty()).then_some(LabelAt { span, words, meanings, inside: false })
    }

    /// `Results -- we reached …`
    fn separated(&mut self, body: Span) -> Option<LabelAt<'s>> {
        let raw = body.of(self.text);
        let head = &raw[..floor(raw, self.reach())];
        let (at, separator) =
            SEPARATORS.iter().filter_map(|mark| Some((head.find(mark)?, mark))).min_by_key(|found| found.0)?;
        let words = trim(self.text, Span::new(body.start, body.start + at));
        let meanings = if head[..at].contains(':') { Known::default() } else { self.meanings(words) };
        let span = Span::new(body.start, body.start + at + separator.trim_end().len());
        (!meanings.is_empty()).then_some(LabelAt { span, words, meanings, inside: false })
    }

    /// Bytes of a label at most: a wording may be longer before folding than after it.
    const fn reach(&self) -> usize {
        self.schemas.wordings.longest * 2 + 20
    }

    /// Where a label that ends at `colon` may start: at the line's first word, or behind the last finished sentence.
    fn starts(&self, from: usize, colon: usize, line: usize) -> impl Iterator<Item = usize> + use<> {
        let mut low = from.max(colon.saturating_sub(self.reach()));
        while !self.text.is_char_boundary(low) {
            low += 1;
        }
        let before = Span::new(low, colon).of(self.text);
        let behind_sentence = before.rmatch_indices(is_blank).find_map(|(at, blank)| {
            let ended =
                before[..at].trim_end_matches(['"', '”', '»', ')', '\'', '’']).ends_with(['.', '!', '?', ';', '…']);
            ended.then_some(low + at + blank.len())
        });
        // A gap in the layout parts two columns: `Name: Ada      Role: chair`.
        let behind_gap =
            before.rfind("   ").map(|at| low + at + 3).or_else(|| before.rfind('\t').map(|at| low + at + 1));
        (low == line).then_some(line).into_iter().chain(behind_gap).chain(behind_sentence)
    }

    /// Past the markup that closes a label such as `**Budget:**`.
    fn after_markup(&self, words: Span, colon: usize, end: usize) -> usize {
        let rest = Span::new(colon, end).of(self.text);
        let opened = words.of(self.text);
        let closing = ["**", "__", "*", "_", "</b>", "</strong>", "</u>"].into_iter().find(|mark| {
            let opening = mark.replace("</", "<");
            rest.starts_with(mark) && opened.starts_with(&opening) && !opened.ends_with(mark)
        });
        colon + closing.map_or(0, str::len)
    }
}

/// The greatest character boundary that is no further than `at`.
pub fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}
