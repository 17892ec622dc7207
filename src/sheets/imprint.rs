//! What stands below a form and belongs to whoever publishes it.

use crate::blocks::{Block, Shape};
use crate::schemas::{Label, Schemas};

/// Characters of a line across the page at least.
const ACROSS: usize = 8;
/// Labels of a form above the line at least, and those of them that tell of the practice.
const LABELS: usize = 4;
const TOLD: usize = 2;

/// Where a form ends above the only line across its page: the people to ask stand last above that line, and the practice has been
/// told. What stands below is about the paper or site, not about the practice.
pub fn imprint(text: &str, blocks: &[Block<'_>], template: u16, schemas: &Schemas) -> Option<usize> {
    let mut lines = (0..blocks.len()).filter(|&at| is_across(text, &blocks[at]));
    let (at, None) = (lines.next()?, lines.next()) else { return None };
    let opens = |block: &Block<'_>| -> Option<&Label> {
        let first = block.labels.first().filter(|label| !label.inside).map(|label| label.meanings);
        let known = [Some(block.whole), first].into_iter().flatten();
        known.flat_map(|known| schemas.own_labels(known.meanings(), template)).next()
    };
    let above: Vec<&Label> = blocks[..at].iter().filter_map(opens).collect();
    let told = above.iter().filter(|label| label.tells()).count();
    let asked = above.last().is_some_and(|label| label.holds_people());
    (asked && above.len() >= LABELS && told >= TOLD).then_some(at)
}

/// `________________`
fn is_across(text: &str, block: &Block<'_>) -> bool {
    if !matches!(block.shape, Shape::Rule | Shape::Prose { .. }) {
        return false;
    }
    let line = block.span.trim(text).of(text);
    line.len() >= ACROSS && line.chars().all(|c| "_-–—=*".contains(c))
}
