//! Page headers that look like labels: `Project title: Open Doors` on each page, above sheets with titles of their own.

use super::{Block, Mark};
use crate::hashed::HashMap;
use crate::schemas::{Known, Label, Schemas, fold};

/// A title that stands less often in the same words is no page header.
const TIMES: usize = 3;

/// Marks a title that stands word for word on several pages, where another line names the practice, and what stands beside it as
/// often. Sheets that start marks divide have no such headers.
pub fn mark(text: &str, blocks: &mut [Block<'_>], schemas: &Schemas) {
    if blocks.iter().any(|block| block.starts_sheet(None)) {
        return;
    }
    let titles: Vec<usize> = (0..blocks.len()).filter(|&at| opens(&blocks[at], schemas, Label::names_sheet)).collect();
    let named: Vec<String> = titles.iter().map(|&at| words(text, &blocks[at])).collect();
    let mut groups: HashMap<&str, Vec<usize>> = HashMap::default();
    for (nth, words) in named.iter().enumerate() {
        groups.entry(words).or_default().push(nth);
    }
    let is_rare = |nth: usize| named.get(nth).is_some_and(|words| groups[words.as_str()].len() < TIMES);
    let beside_rare = |nth: &usize| is_rare(*nth + 1) || nth.checked_sub(1).is_some_and(is_rare);
    for nths in groups.values().filter(|nths| nths.len() >= TIMES && nths.iter().any(beside_rare)) {
        let places: Vec<usize> = nths.iter().map(|nth| titles[*nth]).collect();
        if is_header(text, blocks, &places, schemas) {
            mark_with_neighbours(text, blocks, &places);
        }
    }
}

/// Whether nothing beside a title tells of a practice, and what follows is not the same each time: copies of a sheet are no pages.
fn is_header(text: &str, blocks: &[Block<'_>], places: &[usize], schemas: &Schemas) -> bool {
    let tells = |block: &Block<'_>| opens(block, schemas, Label::tells);
    let follows = |place: &usize| {
        let end = paragraph(blocks, *place).end;
        blocks[end..].iter().find(|block| !block.is_blank()).map(|block| words(text, block))
    };
    let first = follows(&places[0]);
    !places.iter().any(|place| blocks[paragraph(blocks, *place)].iter().any(tells))
        && places.iter().any(|place| follows(place) != first)
}

/// Whether a line begins with, or is, a label of this kind.
fn opens(block: &Block<'_>, schemas: &Schemas, is: impl Fn(&Label) -> bool) -> bool {
    let generic = schemas.generic();
    let first = block.labels.first().filter(|label| !label.inside).map(|label| label.meanings);
    let opens = |known: Known<'_>| schemas.own_labels(&known, generic).any(&is);
    first.into_iter().chain([block.whole]).any(opens)
}

fn words(text: &str, block: &Block<'_>) -> String {
    fold(block.span.trim(text).of(text))
}

/// Marks the lines beside those at `places` that come as often as they do, and these where they say the same.
pub fn mark_with_neighbours(text: &str, blocks: &mut [Block<'_>], places: &[usize]) {
    let mut times: HashMap<String, Vec<usize>> = HashMap::default();
    let mut end = 0;
    for &place in places {
        let own = paragraph(blocks, place);
        // Two places may stand in one paragraph.
        let others = own.start.max(end)..own.end;
        end = end.max(own.end);
        for at in others {
            times.entry(words(text, &blocks[at])).or_default().push(at);
        }
    }
    for again in times.into_values().filter(|again| again.len() >= places.len()) {
        for (nth, at) in again.into_iter().enumerate() {
            blocks[at].mark = Mark::Furniture { first: nth == 0 };
        }
    }
}

/// The lines without an empty one between them among which a line stands.
fn paragraph(blocks: &[Block<'_>], at: usize) -> std::ops::Range<usize> {
    let start = blocks[..at].iter().rposition(Block::is_blank).map_or(0, |blank| blank + 1);
    let end = blocks[at..].iter().position(Block::is_blank).map_or(blocks.len(), |blank| at + blank);
    start..end
}
