//! Page headers, footers and notices: those that a template knows, and those that repeat from page to page.

use std::borrow::Cow;

use super::{
    Block, Mark, Shape, footnotes, labelled_headers, notices, page_edges, page_marks, page_numbers, repetition,
};
use crate::hashed::HashSet;
use crate::schemas::{Passage, Schemas, Words, fold, fold_into};

/// Lines without text that make the edge of a page.
const PAGE_GAP: usize = 3;

/// Marks furniture and boilerplate among `blocks`. A line with a known label or a sheet's start is never marked, but for a title
/// that stands on each page above those of the sheets.
///
/// The templates whose sheets start somewhere in the document are asked for theirs, or `told` alone; notices that are everybody's
/// are those of the generic template.
pub fn mark(text: &str, blocks: &mut [Block<'_>], schemas: &Schemas, told: Option<u16>) {
    for (at, template) in schemas.templates.iter().enumerate() {
        let starts_here = || blocks.iter().any(|block| block.starts_sheet(Some(at as u16)));
        if template.boilerplate.is_empty() && template.furniture.is_empty() {
            continue;
        }
        if template.generic || told.map_or_else(starts_here, |told| usize::from(told) == at) {
            mark_boilerplate(text, blocks, &template.boilerplate);
            mark_known(text, blocks, &template.furniture);
        }
    }
    repetition::mark(text, blocks);
    page_numbers::mark(text, blocks);
    page_marks::mark(text, blocks, schemas);
    page_marks::mark_below_numbers(text, blocks);
    page_edges::mark(text, blocks, schemas);
    labelled_headers::mark(text, blocks, schemas);
    notices::mark(text, blocks, schemas);
    footnotes::mark(text, blocks);
}

/// The last word of a line that is letters alone: it is a word of the folded line, too. What stands in a tag is none.
fn plain_word(line: &str) -> Option<&str> {
    let mut words = line.split_whitespace();
    if line.contains('<') { None } else { words.rfind(|word| word.chars().all(char::is_alphabetic)) }
}

/// Whether the blocks on one side of `at` end a page: a run of empty lines, a form feed, or the document's end.
pub fn beside_page_edge(text: &str, blocks: &[Block<'_>], at: usize) -> bool {
    let edge = |block: Option<&Block<'_>>| match block {
        None => true,
        Some(Block { shape: Shape::Blank { lines }, span, .. }) => {
            *lines >= PAGE_GAP || span.of(text).contains('\u{c}')
        }
        Some(block) => block.is_furniture(),
    };
    // Empty lines at the start of a document are as good as none.
    let before =
        at.checked_sub(1).filter(|before| *before > 0 || !blocks[0].is_blank()).and_then(|before| blocks.get(before));
    edge(before) || edge(blocks.get(at + 1)) || blocks[at].span.of(text).starts_with('\u{c}')
}

fn mark_known(text: &str, blocks: &mut [Block<'_>], passages: &[Passage]) {
    let passages: Vec<(&Passage, Vec<&str>)> = passages.iter().map(|passage| (passage, words(passage))).collect();
    let Some(longest) = passages.iter().map(|(_, all)| length(all) * 2 + 40).max() else { return };
    let words_of_all: HashSet<&str> = passages.iter().flat_map(|(_, all)| all).copied().collect();
    let mut folded = String::new();
    // Page headers come again as they are.
    let mut met: HashSet<&str> = HashSet::default();
    for at in 0..blocks.len() {
        let block = &blocks[at];
        let line = block.span.of(text);
        let free = !block.is_blank() && block.mark == Mark::None && !block.opens_anything();
        if !free || line.len() > longest {
            continue;
        }
        if met.contains(line) {
            blocks[at].mark = Mark::Furniture { first: false };
            continue;
        }
        // All of its words are words of a passage: most lines are told by one of theirs, without folding them whole.
        if let Some(word) = plain_word(line) {
            fold_into(word, &mut folded);
            if !words_of_all.contains(folded.as_str()) {
                continue;
            }
        }
        fold_into(line, &mut folded);
        let words: Vec<&str> = folded.split(' ').collect();
        let known = passages.iter().any(|(passage, _)| is_lines_of(&words, passage));
        let wrapped = || completes(text, &blocks[..at], &words, &passages);
        let is_worn = || passages.iter().any(|(passage, all)| is_worn(&words, passage, all));
        let worn = || beside_page_edge(text, blocks, at) && is_worn();
        if known {
            met.insert(line);
        }
        if known || wrapped() || worn() {
            blocks[at].mark = Mark::Furniture { first: false };
        }
    }
}

fn length(words: &[&str]) -> usize {
    words.iter().map(|word| word.len() + 1).sum()
}

/// The words of all lines of a passage, one behind the other.
fn words(passage: &Passage) -> Vec<&str> {
    passage.lines.iter().flat_map(Words::iter).collect()
}

/// Whether `words` go on in a passage, given with all of its words, where the page header above them broke off.
fn completes(text: &str, above: &[Block<'_>], words: &[&str], passages: &[(&Passage, Vec<&str>)]) -> bool {
    let Some(above) = above.last().filter(|block| block.is_furniture()) else { return false };
    let holds = |words: &[&str]| passages.iter().any(|(_, all)| all.windows(words.len()).any(|known| known == words));
    if !holds(words) {
        return false;
    }
    let folded = fold(above.span.of(text));
    let both: Vec<&str> = folded.split(' ').chain(words.iter().copied()).collect();
    holds(&both)
}

/// Whether `words` are one line of the passage, or several that follow each other, to the word.
fn is_lines_of(words: &[&str], passage: &Passage) -> bool {
    (0..passage.lines.len()).any(|from| {
        let mut rest = words;
        passage.lines[from..].iter().any(|line| match strip(rest, line) {
            Some(after) => {
                rest = after;
                rest.is_empty()
            }
            None => {
                rest = &[];
                false
            }
        })
    })
}

fn strip<'w, 'a>(words: &'w [&'a str], line: &Words) -> Option<&'w [&'a str]> {
    let (head, rest) = words.split_at_checked(line.len())?;
    let same = !line.is_empty() && head.iter().zip(line.iter()).all(|(word, known)| *word == known);
    same.then_some(rest)
}

/// Whether `words` are a line of the passage with words missing: in its order, and half of them or more.
fn is_worn(words: &[&str], passage: &Passage, all: &[&str]) -> bool {
    let mut known = all.iter();
    let mut in_order = words.iter().map(|word| known.any(|other| other == word));
    let half = passage.lines.iter().any(|line| words.len() * 2 >= line.len());
    words.len() >= 3 && half && in_order.all(|is_in_order| is_in_order)
}

/// Marks each run of lines that is made of the notices' sentences, all or some, in whatever order and however they are cut.
fn mark_boilerplate(text: &str, blocks: &mut [Block<'_>], passages: &[Passage]) {
    let sentences = || passages.iter().flat_map(|passage| passage.sentences.iter());
    let mut begin: Vec<Cow<'_, str>> = Vec::new();
    for word in sentences().filter_map(Words::first).map(folded) {
        if !begin.contains(&word) {
            begin.push(word);
        }
    }
    if begin.is_empty() {
        return;
    }
    let mut room = String::new();
    let mut begins = |block: &Block<'_>| {
        let word = block.body().of(text).split_whitespace().next().filter(|_| block.mark == Mark::None);
        word.is_some_and(|word| match word.bytes().all(|byte| byte.is_ascii_alphabetic()) {
            // Folding changes nothing but its capitals.
            true => begin.iter().any(|known| known.len() == word.len() && known.eq_ignore_ascii_case(word)),
            false => {
                fold_into(word, &mut room);
                begin.iter().any(|known| *known == room)
            }
        })
    };
    let mut at = 0;
    while at < blocks.len() {
        let begins = begins(&blocks[at]);
        let end = if begins { notice_end(text, blocks, at, passages) } else { None };
        for block in &mut blocks[at..end.unwrap_or(at)] {
            block.mark = Mark::Boilerplate;
        }
        at = end.unwrap_or(at + 1);
    }
}

/// A word as folding leaves it; most are folded.
fn folded(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|byte| byte.is_ascii_lowercase()) { word.into() } else { fold(word).into() }
}

/// The first block behind the notice that begins at block `at`.
fn notice_end(text: &str, blocks: &[Block<'_>], at: usize, passages: &[Passage]) -> Option<usize> {
    let sentences = || passages.iter().flat_map(|passage| passage.sentences.iter());
    let mut whole = None;
    // The rest of the sentences that what was read since the last full one may be the beginning of.
    let mut begun = Vec::new();
    for (end, block) in (at + 1..).zip(&blocks[at..]) {
        if block.is_blank() || block.mark != Mark::None {
            return whole;
        }
        for word in fold(block.span.of(text)).split(' ') {
            if begun.is_empty() {
                let first = |sentence: &&Words| sentence.first() == Some(word);
                begun.extend(sentences().filter(first).map(|sentence| sentence.iter().skip(1)));
            } else {
                begun.retain_mut(|rest| rest.next() == Some(word));
            }
            match (begun.is_empty(), begun.iter().any(|rest| rest.len() == 0)) {
                (true, _) => return whole,
                (false, true) => begun.clear(),
                (false, false) => {}
            }
        }
        if begun.is_empty() {
            whole = Some(end);
        }
    }
    whole
}
