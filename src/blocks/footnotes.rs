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

/// Marks the footnotes of Markdown, `[^1]: …`, and those below a rule whose number stands raised behind a word above.
pub fn mark(text: &str, blocks: &mut [Block<'_>]) {
    let has_raised = RULES.iter().any(|rule| text.contains(rule)) && text.contains(RAISED);
    if !has_raised && !text.contains("[^") {
        return;
    }
    let firsts = RAISED.map(|raised| text.find(raised));
    let mut below_rule = false;
    for block in blocks {
        let line = block.span.of(text).trim();
        let told = line.starts_with("[^") && line.contains("]:");
        let noted = told || (has_raised && below_rule && is_note(line, block.span.start, &firsts));
        below_rule = is_rule(line) || (below_rule && (noted || line.is_empty()));
        if noted {
            block.labels.clear();
            block.mark = Mark::Apart;
        }
    }
}

/// Whether a line is the rule above the footnotes of a page.
fn is_rule(line: &str) -> bool {
    line.chars().count() >= RULE && line.chars().all(|c| matches!(c, '_' | '—' | '-'))
}

/// Whether a line begins with a number that stands raised behind a word above it, given where each stands first.
fn is_note(line: &str, start: usize, firsts: &[Option<usize>; RAISED.len()]) -> bool {
    let figures = line.bytes().take_while(u8::is_ascii_digit).count();
    let number: Option<usize> = line[..figures].parse().ok().filter(|_| (1..=FIGURES).contains(&figures));
    let in_figures = number.and_then(|number| number.checked_sub(1));
    let at = in_figures.or_else(|| RAISED.iter().position(|raised| line.starts_with(*raised)));
    let worded = line.trim_start_matches(|c: char| c.is_ascii_digit() || RAISED.contains(&c)).starts_with(' ');
    let first = at.and_then(|at| *firsts.get(at)?);
    worded && first.is_some_and(|first| first < start)
}
