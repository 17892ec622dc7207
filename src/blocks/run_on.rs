//! Forms whose numbered labels were run together into long lines, as sites make text of a PDF: `1. Title: NIGHT DESK 2. Name of the
//! organisation: Example Club 3. Started: 2019 …`.

use super::abutting::label_behind;
use super::labels::Labels;
use super::{Block, LabelAt, Mark, Shape, is_in_capitals, is_question_mark, trim};
use crate::hashed::HashSet;
use crate::ledger::Class;
use crate::practice::Field;
use crate::schemas::{Known, Label as SheetLabel, Role, Schemas, is_number};
use crate::source::Span;

/// Bytes of a line that holds such labels at least.
const LINE: usize = 120;
/// Labels inside one line at least, for the lines to be such a form, and the fields that they open: a text may number its stages.
const INSIDE: usize = 3;
const FIELDS: usize = 5;
/// Figures of the number of a page and of a label at most.
const FIGURES: usize = 3;
const FIGURES_OF_LABEL: usize = 2;
/// Bytes of a label at most.
const LABEL: usize = 140;
/// Numbers that may be missing between two.
const MISSING: u32 = 3;
/// Words of a label without a number behind a value at most, and such labels and headings behind one value.
const WORDS: usize = 6;
const TAILS: usize = 2;

/// A number that stands before a capital.
#[derive(Debug, Clone, Copy)]
struct Number {
    /// Position of its block.
    at: usize,
    value: u32,
    /// The number with its mark.
    mark: Span,
    /// What stands behind it, to the end of the line.
    rest: Span,
}

/// Parts such lines before the numbers of their labels.
pub fn lay_out<'s>(text: &str, blocks: &mut Vec<Block<'s>>, schemas: &'s Schemas) {
    let long = |block: &&Block<'_>| matches!(block.shape, Shape::Prose { body } if body.len() >= LINE);
    if !blocks.iter().any(|block| long(&block)) {
        return;
    }
    let numbers: Vec<Number> = (0..blocks.len()).flat_map(|at| numbers(text, at, &blocks[at])).collect();
    let inside = |numbers: &[Number]| numbers.iter().filter(|it| it.mark.start > blocks[it.at].body().start).count();
    let hold_several = |numbers: &[Number]| numbers.chunk_by(|a, b| a.at == b.at).any(|own| inside(own) >= INSIDE);
    if !hold_several(&numbers) {
        return;
    }
    let mut parter = Parter { text, schemas, labels: Labels::new(text, schemas) };
    // Numbers inside of a value have no label behind them.
    let labelled: Vec<Number> = numbers.iter().copied().filter(|number| parter.label(number.rest).is_some()).collect();
    let chain = with_others(&chain(&labelled), &numbers);
    if !hold_several(&chain) || parter.fields(&chain).len() < FIELDS {
        return;
    }
    let lines = std::mem::take(blocks);
    let mut chain = chain.as_slice();
    for (at, line) in lines.into_iter().enumerate() {
        let own = chain.iter().take_while(|number| number.at == at).count();
        parter.part(line, &chain[..own], blocks);
        chain = &chain[own..];
    }
}

/// The numbers in a line that a capital follows.
fn numbers(text: &str, at: usize, block: &Block<'_>) -> Vec<Number> {
    let Shape::Prose { body } = block.shape else { return Vec::new() };
    let raw = body.of(text);
    let marks = memchr::memchr2_iter(b'.', b')', raw.as_bytes());
    let number = |mark: usize| {
        let before = &raw[..mark];
        let start = before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let begins = start < mark && (start == 0 || before[..start].ends_with(' '));
        let value = before[start..].parse().ok().filter(|_| begins && mark - start <= FIGURES_OF_LABEL)?;
        let mark = Span::new(body.start + start, body.start + mark + 1);
        let rest = trim(text, Span::new(mark.end, body.end));
        let named = rest.of(text).starts_with(|c: char| c.is_uppercase() || c == '¿');
        (named && rest.start > mark.end).then_some(Number { at, value, mark, rest })
    };
    marks.filter_map(number).collect()
}

/// The numbers that count on from the first `1.` or `2.`.
fn chain(numbers: &[Number]) -> Vec<Number> {
    let mut chain: Vec<Number> = Vec::new();
    for number in numbers {
        let next = match chain.last() {
            None => (1..=2).contains(&number.value),
            Some(last) => number.value > last.value && number.value <= last.value + 1 + MISSING,
        };
        if next {
            chain.push(*number);
        }
    }
    chain
}

/// The same with the numbers that are missing between two, where such stand there.
fn with_others(chain: &[Number], numbers: &[Number]) -> Vec<Number> {
    let mut all = Vec::new();
    for (nth, number) in chain.iter().enumerate() {
        all.push(*number);
        let Some(next) = chain.get(nth + 1) else { continue };
        let first = numbers.partition_point(|other| other.mark.start <= number.mark.start);
        let mut between = numbers[first..].iter().take_while(|other| other.mark.start < next.mark.start);
        for value in number.value + 1..next.value {
            all.extend(between.find(|other| other.value == value));
        }
    }
    all
}

struct Parter<'t, 's> {
    text: &'t str,
    schemas: &'s Schemas,
    labels: Labels<'t, 's>,
}

impl<'s> Parter<'_, 's> {
    /// The fields that the labels behind some numbers open.
    fn fields(&mut self, numbers: &[Number]) -> HashSet<Field> {
        let labels = numbers.iter().filter_map(|number| self.label(number.rest)).collect::<Vec<_>>();
        let generic = self.schemas.generic();
        let own = labels.iter().flat_map(|label| self.schemas.own_labels(&label.meanings, generic));
        own.map(|label| label.field).filter(|field| *field != Field::Unmapped).collect()
    }

    /// The label that some words begin with, which ends with a colon or as a question does.
    fn label(&mut self, rest: Span) -> Option<LabelAt<'s>> {
        let raw = rest.of(self.text);
        let end = raw.char_indices().find(|&(at, c)| is_end(raw, at, c)).filter(|(at, _)| *at <= LABEL)?;
        let question = end.1 != ':';
        // A number inside begins another label.
        let inner = raw[..end.0].match_indices(". ").any(|(at, _)| raw[..at].ends_with(|c: char| c.is_ascii_digit()));
        if inner {
            return None;
        }
        let words = Span::new(rest.start, rest.start + end.0 + if question { end.1.len_utf8() } else { 0 });
        let span = Span::new(rest.start, (rest.start + end.0 + end.1.len_utf8() + usize::from(question)).min(rest.end));
        let known = self.labels.meanings(words);
        let known = if known.is_empty() { self.schemas.loose(words.of(self.text)) } else { known };
        Some(LabelAt::first(span, trim(self.text, words), known))
    }

    /// Adds a line, parted before its numbers.
    fn part(&mut self, line: Block<'s>, numbers: &[Number], blocks: &mut Vec<Block<'s>>) {
        let Some(first) = numbers.first() else { return blocks.push(line) };
        let all = line.body();
        let mut cuts = Vec::new();
        let above = trim(self.text, Span::new(all.start, first.mark.start));
        if is_number(above.of(self.text), FIGURES) {
            // The number of a page.
            cuts.push(Block::new(above, Shape::Rule, Known::default(), Vec::new()));
        } else if !above.is_empty() {
            self.behind_label(above, line.before, true, &mut cuts);
        }
        for (nth, number) in numbers.iter().enumerate() {
            let next = numbers.get(nth + 1);
            let rest = trim(self.text, Span::new(number.rest.start, next.map_or(all.end, |next| next.mark.start)));
            self.behind_label(rest, Some((number.mark, Class::Markup)), next.is_some(), &mut cuts);
        }
        let begins = |cut: &Block<'_>| cut.before.map_or(cut.span.start, |(before, _)| before.start);
        let starts: Vec<usize> = cuts.iter().map(begins).collect();
        for (nth, cut) in cuts.iter_mut().enumerate() {
            let start = if nth == 0 { line.span.start } else { starts[nth] };
            cut.span = Span::new(start, starts.get(nth + 1).copied().unwrap_or(line.span.end));
        }
        blocks.append(&mut cuts);
    }

    /// Adds a stretch with its label, and what stands at its end before the next number: a heading, or a label that has none.
    fn behind_label(&mut self, stretch: Span, before: Option<(Span, Class)>, more: bool, cuts: &mut Vec<Block<'s>>) {
        let label = before.and_then(|_| self.label(stretch));
        let from = label.map_or(stretch.start, |label| label.span.end.min(stretch.end));
        let mut ends = vec![stretch.end];
        while let Some(end) = self.tail(Span::new(from, ends[ends.len() - 1])).filter(|_| more && ends.len() <= TAILS) {
            ends.push(end);
        }
        let body = trim(self.text, Span::new(stretch.start, ends[ends.len() - 1]));
        let mut block = Block::new(body, Shape::Prose { body }, Known::default(), Vec::new());
        match label {
            Some(label) if label.span.end <= body.end || body.end == label.words.end => block.labels = vec![label],
            _ => {
                (block.whole, block.labels) = (self.labels.of_whole(body), self.labels.of_line(body));
                if before.is_some() && !self.names_people(&block) {
                    match label_behind(self.text, body, &mut self.labels, self.schemas) {
                        Some((label, _)) if is_told(Span::new(label.span.end, body.end).of(self.text)) => {
                            block.gap = Some(Span::new(label.words.end, label.span.end));
                            block.labels = vec![label];
                        }
                        // Boxes whose ticks are lost, or words that nobody asks for.
                        _ => block.mark = Mark::Apart,
                    }
                }
            }
        }
        block.before = before;
        cuts.push(block);
        for pair in ends.windows(2).rev() {
            let body = trim(self.text, Span::new(pair[1], pair[0]));
            let whole = self.labels.of_whole(body);
            let mut tail = Block::new(body, Shape::Prose { body }, whole, Vec::new());
            if tail.whole.is_empty() && self.schemas.is_rubric(body.of(self.text)) {
                tail.mark = Mark::Apart;
            }
            cuts.push(tail);
        }
    }

    /// Whether a stretch without a colon begins with a label of people, whose parts have colons of their own.
    fn names_people(&self, block: &Block<'_>) -> bool {
        let labels =
            block.labels.iter().flat_map(|label| self.schemas.own_labels(&label.meanings, self.schemas.generic()));
        labels.into_iter().any(SheetLabel::holds_people)
    }

    /// Where what stands at the end of a value begins that is none: `III. ASSESSMENT`, `PROJECT SHEET`, a label without a number.
    fn tail(&mut self, value: Span) -> Option<usize> {
        let raw = value.of(self.text).trim_end();
        let starts: Vec<usize> = raw.match_indices(' ').map(|(at, _)| at + 1).collect();
        let headed = starts.iter().rev().find(|at| is_headed(&raw[**at..])).filter(|at| is_in_capitals(&raw[**at..]));
        let near = &starts[starts.len().saturating_sub(WORDS)..];
        let named = |at: &usize| raw[*at..].starts_with(char::is_uppercase) && raw[*at..].contains(' ');
        let words = |at: usize| Span::new(value.start + at, value.start + raw.len());
        let mut known = |at: usize| self.labels.meanings(words(at));
        // What changes nothing before a label stands behind the value: `… PROJECT SHEET Name of the applicant`.
        let label = near.iter().filter(|at| named(at) && known(**at).has(Role::Label)).collect::<Vec<_>>();
        let fields: Vec<Option<u16>> = label.iter().map(|at| known(**at).first().map(|it| it.label)).collect();
        let first = fields.windows(2).take_while(|pair| pair[0] == pair[1]).count();
        let label = label.get(first).copied();
        let rubric = || near.iter().find(|at| named(at) && self.schemas.is_rubric(&raw[**at..]));
        headed.or(label).or_else(rubric).map(|at| value.start + at)
    }
}

/// Whether a line begins with a Roman number and a full stop.
fn is_headed(line: &str) -> bool {
    let number = line.split(' ').next().unwrap_or_default();
    number
        .strip_suffix('.')
        .is_some_and(|bare| !bare.is_empty() && bare.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X')))
}

/// Whether a value is told in words, and no row of boxes: `Province Town District`.
fn is_told(value: &str) -> bool {
    value.split_whitespace().any(|word| word.starts_with(char::is_lowercase))
}

/// Whether a character of a line ends a label: a colon before white space, or the mark of a question.
fn is_end(raw: &str, at: usize, c: char) -> bool {
    let behind = raw[at + c.len_utf8()..].chars().next();
    let apart = behind.is_none_or(char::is_whitespace);
    apart && (c == ':' || is_question_mark(c))
}
