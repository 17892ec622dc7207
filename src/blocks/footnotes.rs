//! Footnotes: they belong to the page on which they stand, and to no value.

use super::{Block, Mark};

/// Figures of the number of a footnote at most.
const FIGURES: usize = 2;
/// Signs of the rule above footnotes at least.
const RULE: usize = 5;
/// What such a rule holds.
const RULES: [&str; 3] = ["_____", "-----", "—————"];
/// The numbers that stand behind a word, from 1 on.
const RAISED: [char; 9] = ['¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

/// Where each of these stands first, if it does.
type Firsts = [Option<usize>; RAISED.len()];

/// Marks the footnotes of Markdown, `[^1]: …`, and those below a rule whose number stands raised behind a word above.
pub fn mark(text: &str, blocks: &mut [Block<'_>]) {
    let stands = |words: &str| memchr::memmem::find(text.as_bytes(), words.as_bytes()).is_some();
    let firsts = if RULES.into_iter().any(stands) { firsts(text) } else { Firsts::default() };
    let has_raised = firsts.iter().any(Option::is_some);
    if !has_raised && !stands("[^") {
        return;
    }
    let mut below_rule = false;
    let mut apart = true;
    for block in blocks {
        let line = block.span.of(text).trim();
        let told = line.starts_with("[^") && line.contains("]:");
        let below = has_raised && below_rule && !block.opens_anything();
        let noted = told || (below && is_note(line, block.span.start, &firsts));
        // Directly below a line a rule underlines it.
        below_rule = (apart && is_rule(line)) || (below_rule && (noted || line.is_empty()));
        apart = line.is_empty();
        if noted {
            block.labels.clear();
            block.mark = Mark::Apart;
        }
    }
}

/// Where each of the raised numbers stands first.
fn firsts(text: &str) -> Firsts {
    let mut firsts = Firsts::default();
    // The bytes with which they begin.
    for at in memchr::memchr2_iter(0xc2, 0xe2, text.as_bytes()) {
        // `500 m²`
        let measures = text[..at].ends_with('m');
        let raised = RAISED.iter().position(|raised| !measures && text[at..].starts_with(*raised));
        if let Some(first) = raised.map(|raised| &mut firsts[raised]) {
            first.get_or_insert(at);
        }
    }
    firsts
}

/// Whether a line is the rule above the footnotes of a page.
fn is_rule(line: &str) -> bool {
    line.chars().count() >= RULE && line.chars().all(|c| matches!(c, '_' | '—' | '-'))
}

/// Whether a line begins with a number that stands raised behind a word above it, given where each stands first.
fn is_note(line: &str, start: usize, firsts: &Firsts) -> bool {
    let figures = line.bytes().take_while(u8::is_ascii_digit).count();
    let number: Option<usize> = line[..figures].parse().ok().filter(|_| (1..=FIGURES).contains(&figures));
    let in_figures = number.and_then(|number| number.checked_sub(1));
    let at = in_figures.or_else(|| RAISED.iter().position(|raised| line.starts_with(*raised)));
    let worded = line.trim_start_matches(|c: char| c.is_ascii_digit() || RAISED.contains(&c)).starts_with(' ');
    let first = at.and_then(|at| *firsts.get(at)?);
    worded && first.is_some_and(|first| first < start)
}
