//! Labels to whose first word the heading above is glued, as some sites copy them: `project informationStart date: 1 April 2017`.

use super::labels::Labels;
use super::{Block, Shape, floor};
use crate::ledger::Class;
use crate::schemas::{Role, Schemas, Way};
use crate::source::Span;

/// Bytes of a heading and label at most.
const REACH: usize = 120;

/// Takes the heading off such labels.
pub fn lay_out<'s>(text: &str, blocks: &mut [Block<'s>], schemas: &'s Schemas) {
    let mut labels = Labels::new(text, schemas);
    for block in blocks {
        let Shape::Prose { body } = block.shape else { continue };
        if block.before.is_some() || !block.whole.is_empty() || block.opening_label().is_some() {
            continue;
        }
        let raw = body.of(text);
        let Some(colon) = raw[..floor(raw, REACH)].find(':') else { continue };
        let mut opens = |start: &usize| {
            let known = labels.meanings(Span::new(body.start + start, body.start + colon));
            known.way == Way::Exact && known.has(Role::Label)
        };
        let Some(start) = seams(&raw[..colon]).find(|start| opens(start)) else { continue };
        let rest = Span::new(body.start + start, body.end);
        block.labels = labels.of_line(rest);
        block.shape = Shape::Prose { body: rest };
        block.before = Some((Span::new(body.start, rest.start), Class::Heading));
    }
}

/// Where a capital stands directly behind a small letter.
fn seams(words: &str) -> impl Iterator<Item = usize> {
    let pairs = words.char_indices().zip(words.chars().skip(1));
    let seam = pairs.filter(|((_, before), behind)| before.is_lowercase() && behind.is_uppercase());
    seam.map(|((at, before), _)| at + before.len_utf8())
}
