//! Forms that run on as a paragraph and were wrapped like one, so that labels stand anywhere in its lines, and over their ends:
//! `… Ente attuatore: Polisportiva` / `San Quirico Altri soggetti` / `coinvolti: …`.

use super::labels::Labels;
use super::{Block, LabelAt, Shape};
use crate::schemas::{Known, Schemas};
use crate::source::Span;

/// Labels that make a form of a paragraph, as everybody may write a colon.
const LABELS: usize = 5;
/// Lines of such a paragraph at least.
const LINES: usize = 3;
/// Labels of the form for one that begins its line, at least: where lines are those of a form, their labels begin them.
const SHARE: usize = 2;
/// Letters and figures of the number of a label at most: `12.3b`.
const NUMBER: usize = 4;
/// Bytes of a form at most.
const REACH: usize = 16 * 1024;

/// Joins the lines of each such paragraph to one.
pub fn lay_out<'s>(text: &str, blocks: &mut Vec<Block<'s>>, schemas: &'s Schemas) {
    let mut labels = Labels::new(text, schemas);
    let joined: Vec<(usize, usize, Block<'s>)> = paragraphs(blocks)
        .filter(|(at, end)| blocks[*at..*end].iter().any(|block| colons(text, block) > 1))
        .filter_map(|(at, end)| Some((at, end, form(text, &blocks[at..end], &mut labels)?)))
        .collect();
    if joined.is_empty() {
        return;
    }
    let mut lines = std::mem::take(blocks).into_iter().enumerate().peekable();
    for (at, end, form) in joined {
        blocks.extend(std::iter::from_fn(|| lines.next_if(|line| line.0 < at)).map(|line| line.1));
        blocks.push(form);
        while lines.next_if(|line| line.0 < end).is_some() {}
    }
    blocks.extend(lines.map(|line| line.1));
}

/// The runs of lines of text, each with its end.
fn paragraphs(blocks: &[Block<'_>]) -> impl Iterator<Item = (usize, usize)> {
    let is_prose = |block: &Block<'_>| matches!(block.shape, Shape::Prose { .. });
    let mut at = 0;
    blocks.chunk_by(move |a, b| is_prose(a) && is_prose(b)).filter_map(move |run| {
        let start = at;
        at += run.len();
        (run.len() >= LINES).then_some((start, at))
    })
}

/// How many colons a line has.
fn colons(text: &str, block: &Block<'_>) -> usize {
    memchr::memchr_iter(b':', block.body().of(text).as_bytes()).count()
}

/// The form that some lines are.
fn form<'s>(text: &str, lines: &[Block<'s>], labels: &mut Labels<'_, 's>) -> Option<Block<'s>> {
    let (first, last) = (lines.first()?, lines.last()?);
    let body = first.body().to(last.body());
    let found = Some(body).filter(|body| body.len() <= REACH).map(|body| labels.of_line(body))?;
    let is_form = found.len() >= LABELS && found.iter().any(|label| label.flat && label.inside);
    let starts = lines.iter().filter(|line| begins(text, line, &found)).count();
    if !is_form || starts * SHARE > found.len() {
        return None;
    }
    Some(Block::new(first.span.to(last.span), Shape::Prose { body }, Known::default(), found))
}

/// Whether a line begins with a label, behind its number or the mark of a quoted mail: `4b. – Results: …`, `> Results: …`.
fn begins(text: &str, line: &Block<'_>, labels: &[LabelAt<'_>]) -> bool {
    let body = line.body();
    let first = labels.iter().find(|label| label.span.start >= body.start).filter(|label| label.span.start < body.end);
    first.is_some_and(|label| {
        let before = Span::new(body.start, label.span.start).of(text);
        before.chars().filter(|c| c.is_alphanumeric()).count() <= NUMBER
    })
}
