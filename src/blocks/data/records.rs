//! Which objects are sheets: those with the most known fields, wherever they are wrapped.

use super::keys::Keys;
use crate::data::{Kind, Tree};

/// Known fields that make a sheet of an object.
const FIELDS: u32 = 2;

/// The objects that are sheets, in order.
pub fn find(tree: &Tree, keys: &Keys<'_>) -> Vec<usize> {
    let below = below(tree, keys);
    let mut records = Vec::new();
    let mut at = 0;
    let (mut best, mut root) = (0, 0);
    while at < tree.nodes.len() {
        if at >= root {
            best = below[at].max(fields(keys, at));
            root = tree.nodes[at].end;
        }
        let own = fields(keys, at);
        // An object that has fewer fields than one inside it wraps that one; one that has far fewer than others is of another kind.
        let is_record = tree.nodes[at].kind == Kind::Object && own >= FIELDS && own >= below[at] && own * 2 >= best;
        if is_record {
            records.push(at);
        }
        at = if is_record { tree.nodes[at].end } else { at + 1 };
    }
    records
}

/// How many fields are filled in a node itself.
fn fields(keys: &Keys<'_>, at: usize) -> u32 {
    keys.filled[at].count_ones()
}

/// For each node the most fields that an object inside it has.
fn below(tree: &Tree, keys: &Keys<'_>) -> Vec<u32> {
    let mut below = vec![0; tree.nodes.len()];
    for at in (0..tree.nodes.len()).rev() {
        if let Some(parent) = tree.nodes[at].parent {
            below[parent] = below[parent].max(below[at]).max(fields(keys, at));
        }
    }
    below
}
