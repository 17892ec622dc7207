//! Labels that a narrow cell broke over two or three lines, each with its value below: `Altri soggetti` / `coinvolti`, `PUNTI DI` / `FORZA`.

use super::labels::Labels;
use super::{Block, Mark, Shape, is_in_capitals};
use crate::schemas::{Known, Role, Schemas, fold};
use crate::source::Span;

/// Lines of such a label at most.
const LINES: usize = 3;
/// Bytes of one of its lines at most, and words.
const LINE: usize = 40;
const WORDS: usize = 5;
/// Known labels of this kind that show that the cells of a form are narrow.
const PROOF: usize = 2;

/// A label on several lines.
struct Wrapped<'s> {
    /// The position of its first line.
    at: usize,
    lines: usize,
    known: Known<'s>,
}

/// Makes one line of the lines of each such label. One that nobody knows is joined in capitals or behind a code alone, in forms that have
/// known ones, and ends the value above.
pub fn lay_out<'s>(text: &str, blocks: &mut Vec<Block<'s>>, schemas: &'s Schemas) {
    let starts: Vec<(usize, usize)> =
        (0..blocks.len()).filter_map(|at| Some((at, lines_of_one(text, &blocks[at..])?))).collect();
    if starts.is_empty() {
        return;
    }
    let mut labels = Labels::new(text, schemas);
    let mut found: Vec<Wrapped<'s>> = Vec::new();
    for &(at, most) in &starts {
        if found.last().is_some_and(|last| at < last.at + last.lines) {
            continue;
        }
        let named = (2..=most).rev().find_map(|lines| {
            let known = labels.of_whole(joint(&blocks[at..at + lines]));
            known.has(Role::Label).then_some(Wrapped { at, lines, known })
        });
        found.extend(named);
    }
    if found.len() >= PROOF {
        let mut others: Vec<Wrapped<'s>> = Vec::new();
        for &(at, lines) in &starts {
            let meets = |other: &Wrapped<'_>| at < other.at + other.lines && other.at < at + lines;
            let taken = found.iter().chain(others.last()).any(meets);
            let free = !taken && at > found[0].at && !waits_above(&blocks[..at], &found, &mut labels);
            if free && is_one_label(text, &blocks[at..at + lines], &mut labels, schemas) {
                others.push(Wrapped { at, lines, known: schemas.loose(joint(&blocks[at..at + lines]).of(text)) });
            }
        }
        found.extend(others);
        found.sort_by_key(|label| label.at);
    }
    if !found.is_empty() {
        join(blocks, found);
    }
}

/// Makes one line of the lines of each label.
fn join<'s>(blocks: &mut Vec<Block<'s>>, found: Vec<Wrapped<'s>>) {
    let mut found = found.into_iter().peekable();
    let mut rest = std::mem::take(blocks).into_iter().enumerate();
    while let Some((at, block)) = rest.next() {
        let Some(label) = found.next_if(|label| label.at == at) else {
            blocks.push(block);
            continue;
        };
        let last = rest.by_ref().take(label.lines - 1).last().map(|(_, last)| last);
        let end = last.as_ref().map_or((block.span, block.body()), |last| (last.span, last.body()));
        let body = block.body().to(end.1);
        let mut joined = Block::new(block.span.to(end.0), Shape::Prose { body }, label.known, Vec::new());
        joined.before = block.before;
        if !label.known.has(Role::Label) {
            joined.mark = Mark::Apart;
        }
        blocks.push(joined);
    }
}

/// The words of some lines.
fn joint(lines: &[Block<'_>]) -> Span {
    lines[0].body().to(lines[lines.len() - 1].body())
}

/// Over how many lines a label may go that begins with the first of some blocks: those below it go on in small letters, or all stand in
/// capitals, and a value follows that does neither.
fn lines_of_one(text: &str, blocks: &[Block<'_>]) -> Option<usize> {
    let line = |block: &Block<'_>| match block.shape {
        Shape::Prose { body } if block.labels.is_empty() && block.mark == Mark::None && is_short(body.of(text)) => {
            Some(body)
        }
        _ => None,
    };
    let first = line(blocks.first()?)?.of(text);
    if !behind_code(first).unwrap_or(first).starts_with(char::is_uppercase) {
        return None;
    }
    let capitals = is_in_capitals(first);
    let goes_on = |block: &Block<'_>| {
        line(block).is_some_and(|body| {
            let words = body.of(text);
            if capitals { is_in_capitals(words) } else { words.starts_with(char::is_lowercase) }
        })
    };
    // One line more is looked at: a label of four lines is none.
    let lines = 1 + blocks[1..].iter().take(LINES).take_while(|block| goes_on(block)).count();
    // A text goes on in small letters below `Project` and `results`.
    let runs_on = |block: &&Block<'_>| matches!(block.shape, Shape::Prose { body } if !capitals && body.of(text).starts_with(char::is_lowercase));
    let value = blocks.get(lines).filter(|block| !matches!(block.shape, Shape::Blank { .. }) && !runs_on(block));
    ((2..=LINES).contains(&lines) && value.is_some()).then_some(lines)
}

/// Whether a line has a few words, with nothing that ends a sentence or parts a label from its value.
fn is_short(words: &str) -> bool {
    words.len() <= LINE
        && words.split_whitespace().count() <= WORDS
        && !words.ends_with(['.', ',', ';', '!'])
        && !words.contains([':', '\t', '|', '@'])
}

/// The words behind a code such as `A.4` or `12)`, with a letter at most.
fn behind_code(words: &str) -> Option<&str> {
    let (code, rest) = words.split_once(' ')?;
    let letters = code.chars().filter(|c| c.is_alphabetic()).count();
    let figures = code.contains(|c: char| c.is_ascii_digit());
    let marked = code.contains(['.', ')']) && code.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | ')' | '-'));
    (letters <= 1 && figures && marked).then(|| rest.trim_start())
}

/// Whether a label stands directly above some lines, so that they are its value.
fn waits_above<'s>(above: &[Block<'s>], found: &[Wrapped<'s>], labels: &mut Labels<'_, 's>) -> bool {
    let Some(last) = above.last() else { return true };
    let ends_wrapped = found.iter().any(|label| label.at + label.lines == above.len());
    ends_wrapped || labels.of_whole(last.body()).has(Role::Label)
}

/// Whether lines are one label whose words nobody knows: behind a code, or in capitals where none of the lines is a label of its own, but
/// for one that ends with a small word or stands below such a line.
fn is_one_label<'s>(text: &str, lines: &[Block<'s>], labels: &mut Labels<'_, 's>, schemas: &Schemas) -> bool {
    let first = lines[0].body().of(text);
    if behind_code(first).is_some() {
        return true;
    }
    let leads_on = |line: &Block<'_>| {
        let last = line.body().of(text).rsplit(' ').next().unwrap_or_default();
        schemas.function_words.get(&fold(last)).is_some()
    };
    let mut own = |line: &Block<'s>| labels.of_whole(line.body()).has(Role::Label);
    let begins = leads_on(&lines[0]) || !own(&lines[0]);
    begins && is_in_capitals(first) && lines.windows(2).all(|pair| leads_on(&pair[0]) || !own(&pair[1]))
}
