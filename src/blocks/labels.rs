//! Labels on a line: at its start, in the first cell of a row, or behind a finished sentence.

mod capitals;

use super::LabelAt;
use super::html;
use super::split::trim;
use crate::hashed::{HashMap, HashSet};
use crate::ledger::is_blank;
use crate::schemas::{Known, Label, Role, Schemas, Way, is_number};
use crate::source::{Span, three_spaces};

/// What may stand between a label at the start of a line and its value, beside a colon.
const SEPARATORS: [&str; 6] = [" -- ", " = ", " – ", " — ", " | ", " * "];

/// What parts labels on a line, each with its value.
const BAR: &str = " | ";
/// What may stand between a label and its value on forms in Spanish.
const STOP: &str = ".-";
/// What parts two columns of a line.
const GAP: &[u8] = b"   ";
/// What begins strong emphasis.
const EMPHASIS: [&str; 4] = ["**", "__", "<b>", "<strong>"];
/// What begins and what ends the markup of a label.
const MARKUP: [(&str, &str); 8] = [
    ("***", "***"),
    ("**", "**"),
    ("__", "__"),
    ("*", "*"),
    ("_", "_"),
    ("<b>", "</b>"),
    ("<strong>", "</strong>"),
    ("<u>", "</u>"),
];
/// Figures of a year.
const YEAR: usize = 4;
/// Labels on one line that make it a whole form, where it begins with one.
const FLAT_LABELS: usize = 3;
/// Bytes of a label inside such a line at most.
const FLAT_REACH: usize = 60;
/// Spaces of a line in capitals of which one may be too many, at most.
const MOST_GAPS: usize = 6;

/// What words mean that may be those of a page, as people read them there.
pub fn meanings<'s>(schemas: &'s Schemas, words: &str) -> Known<'s> {
    schemas.meanings(&html::readable(words), &mut String::new())
}

/// Finds labels.
pub struct Labels<'t, 's> {
    text: &'t str,
    schemas: &'s Schemas,
    /// Room for folding, kept from line to line.
    room: String,
    /// What words mean that were met: those of a form come again with each sheet, those of a page header with each page.
    met: HashMap<&'t str, Known<'s>>,
}

/// The most words that are remembered.
const REMEMBERED: usize = 1_000;

impl<'t, 's> Labels<'t, 's> {
    /// A finder of labels in `text`.
    pub fn new(text: &'t str, schemas: &'s Schemas) -> Self {
        Self { text, schemas, room: String::new(), met: HashMap::default() }
    }

    /// The same with room for what so many lines mean.
    pub fn with_room(mut self, lines: usize) -> Self {
        self.met.reserve(lines.min(REMEMBERED));
        self
    }

    /// What words mean that stand in several places.
    pub fn meanings_of(&mut self, words: &str) -> Known<'s> {
        self.schemas.meanings(words, &mut self.room)
    }

    /// What the wording of a stretch means.
    pub fn meanings(&mut self, words: Span) -> Known<'s> {
        let raw = words.of(self.text);
        if raw.is_empty() {
            return Known::default();
        }
        if raw.len() > self.reach() {
            return self.looked_up(raw);
        }
        if let Some(known) = self.met.get(raw) {
            return *known;
        }
        let known = self.looked_up(raw);
        if self.met.len() == REMEMBERED {
            self.met.clear();
        }
        self.met.insert(raw, known);
        known
    }

    fn looked_up(&mut self, raw: &str) -> Known<'s> {
        // `Title <span style="color:gray">[100 characters]</span>`
        if memchr::memchr(b'<', raw.as_bytes()).is_some_and(|at| raw[at..].contains('>')) {
            return self.schemas.meanings(&html::shown(raw), &mut self.room);
        }
        let known = self.schemas.meanings(raw, &mut self.room);
        if !known.is_empty() || raw.len() > self.reach() {
            return known;
        }
        // `T&iacute;tulo`
        if memchr::memchr(b'&', raw.as_bytes()).is_some() && raw.contains(';') {
            return self.schemas.meanings(&html::shown(raw), &mut self.room);
        }
        // `Ziel-` / `gruppen`, where the lines of a form are joined.
        if memchr::memchr(b'\n', raw.as_bytes()).is_some() && (raw.contains("-\n") || raw.contains("-\r\n")) {
            return self.schemas.meanings(&raw.replace("-\r\n", "").replace("-\n", ""), &mut self.room);
        }
        self.dated(raw).unwrap_or(known)
    }

    /// What words mean before the years that they are about; of a date the years are the value.
    fn dated(&mut self, raw: &str) -> Option<Known<'s>> {
        let known = self.schemas.meanings(without_years(raw)?, &mut self.room);
        let mut own = self.schemas.own_labels(known.meanings(), self.schemas.generic());
        own.any(Label::tells).then_some(known)
    }

    /// What the wording of a whole line means. One in capitals may have a space too many, from letters set apart: `RESUL TADOS`.
    pub fn of_whole(&mut self, words: Span) -> Known<'s> {
        let meanings = self.meanings(words);
        let raw = words.of(self.text);
        if !meanings.is_empty() || words.len() > self.reach() || raw.chars().any(char::is_lowercase) {
            return meanings;
        }
        let gaps = raw.match_indices(' ').take(MOST_GAPS + 1).count();
        if !(1..=MOST_GAPS).contains(&gaps) {
            return meanings;
        }
        let mended = raw.match_indices(' ').map(|(at, space)| [&raw[..at], &raw[at + space.len()..]].concat());
        let schemas = self.schemas;
        let known = mended.map(|line| schemas.meanings(&line, &mut self.room)).find(|meanings| !meanings.is_empty());
        known.unwrap_or_default().by(Way::Mended)
    }

    /// The label of a row.
    pub fn of_cell(&mut self, words: Span) -> Vec<LabelAt<'s>> {
        let meanings = self.meanings(words);
        if words.is_empty() { Vec::new() } else { vec![LabelAt::first(words, words, meanings)] }
    }

    /// The labels of a line that have a value behind them.
    pub fn of_line(&mut self, body: Span) -> Vec<LabelAt<'s>> {
        let colons: Vec<usize> = self.colons(body).collect();
        let labels = self.at_starts(body, &colons);
        self.with_flat(body, labels, &colons)
    }

    /// Adds the labels of a line that holds a whole form, `… a school Partners: Town of Sample Country: …`: where there are many,
    /// and as many as other words with a colon, each is known words from a capital on and up to a colon.
    fn with_flat(&mut self, body: Span, labels: Vec<LabelAt<'s>>, colons: &[usize]) -> Vec<LabelAt<'s>> {
        let begins = labels.first().is_some_and(|label| !label.inside);
        if colons.len() < if begins { 2 } else { FLAT_LABELS } {
            return labels;
        }
        let mut all: Vec<LabelAt<'s>> = Vec::new();
        let mut known = labels.iter().peekable();
        let mut from = body.start;
        for &colon in colons {
            while known.next_if(|label| label.words.end < from).is_some() {}
            let found = known.next_if(|label| label.words.end <= colon).copied();
            if let Some(label) = found.or_else(|| self.flat_label(body.start, from, colon)) {
                from = label.span.end;
                all.push(label);
            }
        }
        if is_form(body, &all, colons.len()) {
            return all;
        }
        if begins { with_unparted(labels, &all) } else { labels }
    }

    /// The colons of a line that may end a label: those that stand inside of no word.
    fn colons(&self, body: Span) -> impl Iterator<Item = usize> {
        let raw = body.of(self.text);
        let inside = |at: &usize| self.schemas.is_inside_word(&raw[..*at], &raw[at + 1..]);
        memchr::memchr_iter(b':', raw.as_bytes()).filter(move |at| !inside(at)).map(move |at| body.start + at)
    }

    /// The longest known words that end at a colon.
    fn flat_label(&mut self, line: usize, from: usize, colon: usize) -> Option<LabelAt<'s>> {
        let low = from.max(ceil(self.text, colon.saturating_sub(FLAT_REACH)));
        let before = Span::new(low, colon).of(self.text);
        let begins = |at: &usize| {
            let word = *at == 0 && (low == from || before.starts_with(is_blank)) || before[..*at].ends_with(is_blank);
            word && before[*at..].starts_with(char::is_uppercase)
        };
        let starts: Vec<usize> = before.char_indices().map(|(at, _)| at).filter(begins).collect();
        starts.into_iter().find_map(|at| {
            let words = trim(self.text, Span::new(low + at, colon));
            let meanings = self.meanings(words);
            let opens = meanings.has(Role::Label);
            let span = Span::new(words.start, colon + 1);
            opens.then_some(LabelAt { inside: words.start > line, flat: true, ..LabelAt::first(span, words, meanings) })
        })
    }

    /// The labels at the start of a line or of a sentence.
    fn at_starts(&mut self, body: Span, colons: &[usize]) -> Vec<LabelAt<'s>> {
        let first = self.emphasised(body).or_else(|| self.separated(body)).or_else(|| self.asked(body));
        let first = first.or_else(|| self.stopped(body)).or_else(|| self.in_capitals(body));
        let mut labels: Vec<LabelAt<'s>> = first.into_iter().collect();
        let mut from = labels.first().map_or(body.start, |label| label.span.end);
        for &colon in colons {
            for start in self.starts(from, colon, body.start) {
                let words = trim(self.text, Span::new(start, colon));
                let meanings = self.meanings(words);
                if !meanings.is_empty() {
                    let start = self.with_bar(from, words.start);
                    let span = Span::new(start, self.after_markup(words, colon + 1, body.end));
                    let words = unmarked(self.text, words);
                    labels.push(LabelAt { inside: start > body.start, ..LabelAt::first(span, words, meanings) });
                    from = span.end;
                    break;
                }
            }
        }
        labels
    }

    /// `**Results** we reached …`, `<b>Results</b> we reached …`, `*What came out of it?* We reached …`
    fn emphasised(&mut self, body: Span) -> Option<LabelAt<'s>> {
        let raw = body.of(self.text);
        let strong = [("**", "**"), ("__", "__"), ("<b>", "</b>"), ("<strong>", "</strong>")];
        let weak = [("*", "*"), ("_", "_"), ("<em>", "</em>"), ("<i>", "</i>")];
        let &(open, close) = strong.iter().chain(&weak).find(|(open, _)| raw.starts_with(open))?;
        let inner = &raw[open.len()..];
        let end = inner.find(close).filter(|&end| end <= self.reach())?;
        let asks = inner[..end].trim_end().ends_with(is_question_mark);
        // Titles of books and foreign words stand between these marks, too.
        if !asks && weak.iter().any(|(weak, _)| *weak == open) {
            return None;
        }
        // `**Results.** We reached …`
        let label = inner[..end].trim_end();
        let words = trim(self.text, Span::of_slice(self.text, label.strip_suffix('.').unwrap_or(label)));
        let span = Span::new(body.start, body.start + open.len() + end + close.len());
        let rest = Span::new(span.end, body.end).of(self.text);
        // With a colon behind it the label is found by that.
        let bare =
            !rest.trim().is_empty() && !rest.trim_start().starts_with(':') && !words.of(self.text).ends_with(':');
        let meanings = if bare { self.meanings(words) } else { Known::default() };
        // A stop inside of the marks proves a label, if it asks for something: `**What they do.** Each week …`
        let proven = bare && meanings.is_empty() && (asks || label.ends_with('.'));
        let meanings = if proven { self.schemas.begins_question(words.of(self.text)) } else { meanings };
        let span = Span::new(span.start, span.end + dash(rest));
        (!meanings.is_empty()).then_some(LabelAt::first(span, words, meanings))
    }

    /// `Results -- we reached …`
    fn separated(&mut self, body: Span) -> Option<LabelAt<'s>> {
        let raw = body.of(self.text);
        let head = &raw[..floor(raw, self.reach())];
        let (at, length) = separator(head, raw)?;
        let words = trim(self.text, Span::new(body.start, body.start + at));
        let bare = !head[..at].contains(':') && !self.is_bilingual(body, at);
        let meanings = if bare { self.meanings(words) } else { Known::default() };
        let span = Span::new(body.start, body.start + at + length);
        (!meanings.is_empty()).then_some(LabelAt::first(span, words, meanings))
    }

    /// `3.- RESULTADOS.- a hundred bicycles`
    fn stopped(&mut self, body: Span) -> Option<LabelAt<'s>> {
        let raw = body.of(self.text);
        let (at, length) = stop(&raw[..floor(raw, self.reach())], raw)?;
        let words = trim(self.text, Span::new(body.start, body.start + at));
        let meanings = self.meanings(words);
        let span = Span::new(body.start, body.start + at + length);
        (!meanings.is_empty()).then_some(LabelAt::first(span, words, meanings))
    }

    /// `Ergebnisse | Risultati: a hundred bicycles`: what the mark at an offset parts are two labels of one field.
    fn is_bilingual(&mut self, body: Span, at: usize) -> bool {
        let Some(colon) = self.colons(body).next().filter(|colon| *colon > body.start + at) else { return false };
        let words = trim(self.text, Span::new(body.start, colon));
        words.len() <= self.reach() && self.meanings(words).way == Way::Half
    }

    /// `What came out of it? A hundred bicycles`
    fn asked(&mut self, body: Span) -> Option<LabelAt<'s>> {
        let raw = body.of(self.text);
        let head = &raw[..floor(raw, self.reach())];
        // The byte with which the Greek mark begins, beside the other one.
        memchr::memchr2(b'?', 0xcd, head.as_bytes())?;
        let (at, mark) = head.char_indices().find(|(_, c)| is_question_mark(*c))?;
        let end = at + mark.len_utf8();
        let behind = &raw[end..];
        let words = Span::new(body.start, body.start + end);
        let apart = behind.starts_with(is_blank) && !raw[..at].contains(':');
        let meanings = if apart { self.meanings(words) } else { Known::default() };
        (!meanings.is_empty()).then_some(LabelAt::first(words, words, meanings))
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
        let last = |_| before.as_bytes().windows(GAP.len()).rposition(|bytes| bytes == GAP);
        let gap = three_spaces(before).and_then(last);
        let tab = || memchr::memrchr(b'\t', before.as_bytes());
        let behind_gap = gap.map(|at| low + at + GAP.len()).or_else(|| tab().map(|at| low + at + 1));
        let bar = memchr::memchr(b'|', before.as_bytes()).and_then(|_| before.rfind(BAR));
        let behind_bar = bar.map(|at| low + at + BAR.len());
        let marked = memchr::memchr3(b'*', b'_', b'<', before.as_bytes()).is_some();
        let emphasised = EMPHASIS.iter().filter(|_| marked).filter_map(|mark| before.rfind(mark)).max();
        let emphasised = emphasised.filter(|&at| before[..at].ends_with(is_blank)).map(|at| low + at);
        (low == line)
            .then_some(line)
            .into_iter()
            .chain(behind_bar)
            .chain(behind_gap)
            .chain(behind_sentence)
            .chain(emphasised)
    }

    /// Where a label starts, with the bar that parts it from the value before it: `Town: Sample | Country: Finland`.
    fn with_bar(&self, from: usize, words: usize) -> usize {
        let before = &self.text[from.min(words)..words];
        if before.ends_with(BAR) { words - BAR.len() } else { words }
    }

    /// Past the markup that closes a label such as `**Budget:**`.
    fn after_markup(&self, words: Span, colon: usize, end: usize) -> usize {
        let rest = Span::new(colon, end).of(self.text);
        let opened = words.of(self.text);
        let marks = if rest.starts_with(['*', '_', '<']) { &MARKUP[..] } else { &[] };
        let closing = marks
            .iter()
            .find(|(opening, mark)| rest.starts_with(mark) && opened.starts_with(opening) && !opened.ends_with(mark));
        let end = colon + closing.map_or(0, |(_, mark)| mark.len());
        // `Budget:- 5,000 euros`
        end + usize::from(self.text[end..].starts_with("- "))
    }
}

/// The length of the dash between a label in bold and its value, `**Results** — we reached …`, with the space before it.
fn dash(rest: &str) -> usize {
    let words = rest.trim_start_matches(is_blank);
    let bare = words.trim_start_matches(['—', '–', '-', '=']);
    let is_dash = bare.len() < words.len() && (bare.is_empty() || bare.starts_with(is_blank));
    if is_dash { rest.len() - bare.len() } else { 0 }
}

/// The first separator in the head of a line, and its length without the space behind it. A line may end with it: `Results –`.
pub fn separator(head: &str, line: &str) -> Option<(usize, usize)> {
    // With the last of these bytes a dash begins that is no hyphen.
    let marks = memchr::memchr3(b'=', b'|', b'*', head.as_bytes());
    marks.or_else(|| memchr::memchr2(b'-', 0xe2, head.as_bytes()))?;
    let inside = memchr::memchr_iter(b' ', head.as_bytes()).find_map(|at| {
        head.as_bytes().get(at + 1).filter(|byte| matches!(byte, b'-' | b'=' | b'|' | b'*' | 0xe2))?;
        let mark = SEPARATORS.iter().find(|mark| head[at..].starts_with(**mark))?;
        Some((at, mark.trim_end().len()))
    });
    let last = SEPARATORS.iter().filter_map(|mark| {
        let bare = mark.trim_end();
        (head.len() == line.len() && line.ends_with(bare)).then(|| (line.len() - bare.len(), bare.len()))
    });
    inside.into_iter().chain(last).min_by_key(|found| found.0)
}

/// The first mark `.-` in the head of a line that words stand before, as forms in Spanish have it behind labels and their numbers, and
/// its length.
pub fn stop(head: &str, line: &str) -> Option<(usize, usize)> {
    let ends = |at: &usize| line[at + STOP.len()..].chars().next().is_none_or(is_blank);
    let named = |at: &usize| head[..*at].chars().filter(|c| c.is_alphabetic()).nth(1).is_some();
    let dashes = memchr::memchr_iter(b'-', head.as_bytes()).filter_map(|dash| dash.checked_sub(1));
    let at = dashes.filter(|at| head.as_bytes()[*at] == b'.').filter(ends).find(named)?;
    Some((at, STOP.len()))
}

/// The labels at the starts of a line and of its sentences, and those that nothing parts from what stands before them.
fn with_unparted<'s>(mut labels: Vec<LabelAt<'s>>, all: &[LabelAt<'s>]) -> Vec<LabelAt<'s>> {
    let unparted = all.iter().filter(|label| label.flat && label.inside);
    labels.extend(unparted.map(|label| LabelAt { flat: false, unparted: true, ..*label }));
    labels.sort_by_key(|label| label.span.start);
    labels
}

/// The words before the years at their end: `Results 2015-2018`, `Costs (2019)`.
fn without_years(words: &str) -> Option<&str> {
    let (rest, years) = words.trim_end_matches([':', ' ']).rsplit_once(' ')?;
    let years = years.trim_start_matches('(').trim_end_matches(')');
    let mut parts = years.split(['-', '–', '/']);
    let first = parts.next().is_some_and(is_year) && parts.next().is_none_or(is_year) && parts.next().is_none();
    first.then(|| rest.trim_end())
}

/// Whether four figures may name a year of our time.
fn is_year(figures: &str) -> bool {
    figures.len() == YEAR && is_number(figures, YEAR) && (figures.starts_with("19") || figures.starts_with("20"))
}

/// The words without the marks of emphasis around them.
pub fn unmarked(text: &str, words: Span) -> Span {
    words.trim_matches(text, |c| matches!(c, '*' | '_' | '\\') || is_blank(c))
}

/// Whether the labels on a line are those of a form: enough fields, and hardly fewer labels than colons.
fn is_form(body: Span, labels: &[LabelAt<'_>], colons: usize) -> bool {
    let fields: HashSet<_> = labels.iter().map(|label| label.meanings.as_ptr()).collect();
    let starts = labels.first().is_some_and(|label| label.span.start == body.start);
    let enough = if starts { FLAT_LABELS } else { FLAT_LABELS + 2 };
    fields.len() >= enough && labels.len() * 2 >= colons
}

/// Whether a character ends a question.
pub const fn is_question_mark(c: char) -> bool {
    matches!(c, '?' | '\u{37e}')
}

/// The least character boundary that is no nearer than `at`.
fn ceil(text: &str, at: usize) -> usize {
    (at..=text.len()).find(|&at| text.is_char_boundary(at)).unwrap_or(text.len())
}

/// The greatest character boundary that is no further than `at`.
pub fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}
