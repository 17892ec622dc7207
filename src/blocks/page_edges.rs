//! Page numbers as pages write them, wherever they stand, and the lines that come again beside them: `Example Region – Practices`
//! above `Sheet 14 – page 2 of 5`, in the middle of a sentence.

use super::page_margins::FAR;
use super::repetition::{LINE_BYTES, PAGE_LINES, is_laid_out, line_numbers, may_be_furniture};
use super::split::columns;
use super::{Block, Mark, phrases};
use crate::hashed::HashMap;
use crate::schemas::{Schemas, fold, is_number};

/// Bytes of the words that say which page it is at most.
const NUMBER_BYTES: usize = 24;
/// What parts these from the words of a header.
const PARTS: [&str; 6] = [" – ", " — ", " - ", " | ", " · ", "   "];
/// Characters of a page number at most.
const DIGITS: usize = 3;
/// Columns before a number in the middle of a page or at its margin at least.
const MARGIN: usize = 16;
/// Pages from one number to the next at most.
const PAGES: u32 = 4;
/// Lines of a header or footer beside the number at most.
const LINES: usize = 3;

/// A line that says which page it stands on.
#[derive(Clone, Copy)]
struct Edge {
    at: usize,
    number: u32,
    /// Whether it says how many pages there are: nothing else does.
    counts_all: bool,
    /// Whether it holds words beside its number, or a number that nothing else would mark.
    own: bool,
}

/// Marks such lines, and those beside them that stand beside another, too.
pub fn mark(text: &str, blocks: &mut [Block<'_>], schemas: &Schemas) {
    let all: Vec<Edge> = (0..blocks.len()).filter_map(|at| edge(text, blocks, at, schemas)).collect();
    let lines = line_numbers(blocks);
    let follows = |before: Edge, next: Edge| {
        let counts = (1..=PAGES).contains(&next.number.wrapping_sub(before.number));
        counts && lines[next.at] - lines[before.at] >= PAGE_LINES
    };
    let edges: Vec<Edge> = (0..all.len())
        .filter(|&nth| {
            let before = nth.checked_sub(1).is_some_and(|before| follows(all[before], all[nth]));
            all[nth].counts_all || before || all.get(nth + 1).is_some_and(|next| follows(all[nth], *next))
        })
        .map(|nth| all[nth])
        .collect();
    for edge in edges.iter().filter(|edge| edge.own) {
        blocks[edge.at].mark = Mark::Furniture { first: false };
    }
    let mut places: Vec<(usize, Side)> =
        edges.iter().flat_map(|edge| [(edge.at, Side::Above), (edge.at, Side::Below)]).collect();
    for _ in 0..LINES {
        places = mark_beside(text, blocks, &places);
    }
}

/// Where a line lies beside another.
#[derive(Clone, Copy)]
enum Side {
    Above,
    Below,
}

/// Marks the lines beside some places that come again beside others, and gives these.
fn mark_beside(text: &str, blocks: &mut [Block<'_>], places: &[(usize, Side)]) -> Vec<(usize, Side)> {
    let mut lines: HashMap<String, Vec<(usize, Side)>> = HashMap::default();
    for &(at, side) in places {
        let next = match side {
            Side::Above => beside(blocks, (0..at).rev()),
            Side::Below => beside(blocks, at + 1..blocks.len()),
        };
        if let Some(next) = next {
            lines.entry(fold(blocks[next].span.of(text))).or_default().push((next, side));
        }
    }
    // A line between two numbers is beside both.
    let again = |places: &Vec<(usize, Side)>| places.iter().any(|place| place.0 != places[0].0);
    let again: Vec<(usize, Side)> = lines.into_values().filter(again).flatten().collect();
    for (at, _) in &again {
        blocks[*at].mark = Mark::Furniture { first: false };
    }
    again
}

/// The next line in one direction, across an empty one, that may be a header.
fn beside(blocks: &[Block<'_>], mut order: impl Iterator<Item = usize>) -> Option<usize> {
    order.find(|&at| !blocks[at].is_blank()).filter(|&at| may_be_furniture(&blocks[at]))
}

/// The page that a line says it stands on, if it does.
fn edge(text: &str, blocks: &[Block<'_>], at: usize, schemas: &Schemas) -> Option<Edge> {
    let block = &blocks[at];
    let free = may_be_furniture(block);
    if !(free || block.is_furniture()) || block.is_blank() {
        return None;
    }
    let whole = block.span.of(text);
    let line = whole.trim();
    if line.len() > LINE_BYTES || !line.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    if is_number(line, DIGITS) {
        let far = columns(&whole[..whole.len() - whole.trim_start().len()]) >= MARGIN || beside_ends(text, blocks, at);
        return line.parse().ok().filter(|_| far).map(|number| Edge { at, number, counts_all: false, own: free });
    }
    let (first, last) = ends(line);
    let said = [first, last].into_iter().find_map(|end| {
        let (number, counts_all) = page(end, schemas)?;
        Some(Edge { at, number, counts_all, own: free && end != line })
    });
    // `Small Places, Long Roads                38`: whether that is a header is for `page_margins` to tell.
    let far = || Some(last).filter(|last| is_number(last, DIGITS) && line[..line.len() - last.len()].ends_with(FAR));
    said.or_else(|| Some(Edge { at, number: far()?.parse().ok()?, counts_all: false, own: false }))
}

/// Whether the line right above or below has two ends, as headers have: `Network of Towns        Case study`.
fn beside_ends(text: &str, blocks: &[Block<'_>], at: usize) -> bool {
    let neighbours = [at.checked_sub(1), Some(at + 1)].into_iter().flatten().filter_map(|at| blocks.get(at));
    neighbours.into_iter().any(|block| may_be_furniture(block) && is_laid_out(block.span.of(text)))
}

/// What stands before the first mark of a line that parts a header, and behind the last.
fn ends(line: &str) -> (&str, &str) {
    // Each begins with a space.
    let spaces = || memchr::memchr_iter(b' ', line.as_bytes());
    let part = |at: usize| PARTS.iter().find(|part| line[at..].starts_with(**part));
    let first = spaces().find(|at| part(*at).is_some()).unwrap_or(line.len());
    let last = spaces().rev().find_map(|at| Some(at + part(at)?.len())).unwrap_or(0);
    (&line[..first], &line[last..])
}

/// The page that words name, and whether they say how many there are: `p. 3`, `Page 2 of 5`.
fn page(words: &str, schemas: &Schemas) -> Option<(u32, bool)> {
    let words = words.trim();
    let digits = |c: char| c.is_ascii_digit();
    if words.len() > NUMBER_BYTES || words.starts_with(digits) || !words.contains(digits) {
        return None;
    }
    let numbers: Vec<&str> = words.split(|c: char| !c.is_ascii_digit()).filter(|number| !number.is_empty()).collect();
    let known = numbers.len() <= 2 && phrases::is_known(&phrases::with_number_signs(words), schemas);
    let (first, all) = (numbers.first()?.parse().ok()?, numbers.get(1).and_then(|all| all.parse().ok()));
    (known && all.is_none_or(|all: u32| first <= all)).then_some((first, all.is_some()))
}
