//! Notices of data protection at the foot of a form, whose words look like labels: `Recipients: …`, `Duration: ten years`.

use memchr::memmem;

use super::{Block, Mark, Shape};
use crate::schemas::Schemas;

/// Paragraphs at the end of a document among which one can be a notice.
const LAST: usize = 3;
/// Lines of a notice at most.
const LINES: usize = 12;

/// Marks the last paragraphs of a document that speak of data protection and do not begin with a label. Their words open nothing
/// and belong to no field, but they stay in sight as text that nobody took: they may hold more than a notice.
pub fn mark(text: &str, blocks: &mut [Block<'_>], schemas: &Schemas) {
    let mut end = blocks.len();
    for _ in 0..LAST {
        let Some(last) = blocks[..end].iter().rposition(|block| !block.is_blank()) else { return };
        let start = blocks[..last].iter().rposition(Block::is_blank).map_or(0, |blank| blank + 1);
        if last - start < LINES && is_notice(text, &blocks[start..=last], schemas) {
            for block in &mut blocks[start..=last] {
                block.labels.clear();
                block.mark = Mark::Apart;
            }
        }
        end = start;
    }
}

fn is_notice(text: &str, lines: &[Block<'_>], schemas: &Schemas) -> bool {
    let [first, ..] = lines else { return false };
    let prose = lines.iter().all(|line| matches!(line.shape, Shape::Prose { .. }) && line.mark == Mark::None);
    prose && first.opening_label().is_none() && first.whole.is_empty() && {
        let words = text[first.span.start..lines[lines.len() - 1].span.end].to_lowercase();
        schemas.notices.iter().any(|phrase| memmem::find(words.as_bytes(), phrase.as_bytes()).is_some())
    }
}
