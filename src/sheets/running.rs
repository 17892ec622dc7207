//! The title that the pages of a deck repeat: a heading with the same strapline under it each time.

use crate::blocks::{Block, Shape};
use crate::hashed::HashMap;
use crate::schemas::fold;

/// A repeated title: its first blocks, and those of its repetitions.
#[derive(Debug, Default)]
pub struct Running {
    /// Blocks of the first occurrence, in order.
    pub first: Vec<usize>,
    /// Blocks of the others.
    pub repeated: Vec<usize>,
}

/// Finds the first heading that comes again with the same lines under it. `from` is the position of the first block.
pub fn running_title(text: &str, blocks: &[Block<'_>], from: usize) -> Running {
    let mut places: HashMap<String, Vec<usize>> = HashMap::default();
    let headings = blocks.iter().enumerate().filter(|(_, block)| matches!(block.shape, Shape::Heading { .. }));
    for (at, block) in headings {
        places.entry(fold(block.body().of(text))).or_default().push(at);
    }
    let repeated = |places: &Vec<usize>| {
        let straplines: Vec<String> = places.iter().map(|&at| strapline_text(text, blocks, at)).collect();
        places.len() > 1 && !straplines[0].is_empty() && straplines.windows(2).all(|pair| pair[0] == pair[1])
    };
    let Some(places) = places.into_values().filter(repeated).min_by_key(|places| places[0]) else {
        return Running::default();
    };
    let whole = |at: usize| std::iter::once(at).chain(strapline(blocks, at)).map(|at| at + from).collect::<Vec<_>>();
    Running { first: whole(places[0]), repeated: places[1..].iter().flat_map(|&at| whole(at)).collect() }
}

fn strapline_text(text: &str, blocks: &[Block<'_>], heading: usize) -> String {
    strapline(blocks, heading).map(|at| fold(blocks[at].body().of(text)) + "\n").collect()
}

/// The lines of the paragraph behind a heading.
fn strapline<'a>(blocks: &'a [Block<'_>], heading: usize) -> impl Iterator<Item = usize> + 'a {
    let start = heading + 1 + usize::from(blocks.get(heading + 1).is_some_and(Block::is_blank));
    (start..blocks.len()).take_while(|&at| matches!(blocks[at].shape, Shape::Prose { .. }))
}
