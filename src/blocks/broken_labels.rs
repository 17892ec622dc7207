//! Forms whose narrow cells broke the numbered labels, and the hints below them: `3.1. Area`, and below it `covered by the project`.

use super::labels::Labels;
use super::{Block, Mark, Shape};
use crate::schemas::{Role, Schemas};
use crate::source::Span;

/// Such labels that make a form of narrow cells.
const LABELS: usize = 3;
/// Bytes of the first line of one at most.
const LINE: usize = 48;
/// Lines of a hint in brackets at most.
const HINT_LINES: usize = 3;

/// Makes one line of the lines of each such label, and of each hint.
pub fn lay_out<'s>(text: &str, blocks: &mut Vec<Block<'s>>, schemas: &'s Schemas) {
    let broken: Vec<usize> = (1..blocks.len()).filter(|&at| is_broken(text, &blocks[at - 1..=at])).collect();
    if broken.len() < LABELS {
        return;
    }
    let mut labels = Labels::new(text, schemas);
    let mut known = |body: Span| {
        let known = labels.of_whole(body);
        if known.is_empty() { schemas.loose(body.of(text)) } else { known }
    };
    // Items of a list and years in a text go on in small letters, too.
    let named =
        broken.iter().filter(|&&at| known(blocks[at - 1].body().to(blocks[at].body())).has(Role::Label)).count();
    if named < LABELS || named * 2 < broken.len() {
        return;
    }
    let mut rest = std::mem::take(blocks).into_iter().enumerate().peekable();
    while let Some((at, block)) = rest.next() {
        let mut ends = if broken.binary_search(&(at + 1)).is_ok() { 1 } else { 0 };
        if opens_bracket(text, &block) {
            let lines: Vec<&str> = text[block.span.end..].lines().take(HINT_LINES).collect();
            ends = lines.iter().position(|line| line.trim_end().ends_with(')')).map_or(0, |last| last + 1);
        }
        let mut joined = block;
        for _ in 0..ends {
            let Some((_, next)) = rest.next_if(|(_, next)| matches!(next.shape, Shape::Prose { .. })) else { break };
            let body = Span::new(joined.body().start, next.body().end);
            let before = joined.before;
            joined = Block::new(joined.span.to(next.span), Shape::Prose { body }, known(body), Vec::new());
            joined.before = before;
        }
        // A label that nobody knows ends the value above.
        if ends > 0 && joined.whole.is_empty() && !joined.body().of(text).starts_with('(') {
            joined.mark = Mark::Apart;
        }
        blocks.push(joined);
    }
}

/// Whether the second of two lines goes on in small letters with the few numbered words of the first.
fn is_broken(text: &str, lines: &[Block<'_>]) -> bool {
    let [Block { shape: Shape::Prose { body: first }, .. }, Block { shape: Shape::Prose { body: second }, .. }] = lines
    else {
        return false;
    };
    let (first, second) = (first.of(text), second.of(text));
    let numbered = first.starts_with(|c: char| c.is_ascii_digit()) && first.contains(' ');
    let named = first.contains(char::is_uppercase) && !first.ends_with(['.', ':', ';', ',', '?', '!']);
    first.len() <= LINE && numbered && named && second.starts_with(char::is_lowercase)
}

/// Whether a line begins with a bracket that it does not close.
fn opens_bracket(text: &str, block: &Block<'_>) -> bool {
    matches!(block.shape, Shape::Prose { body } if body.of(text).starts_with('(') && !body.of(text).contains(')'))
}
