//! Labels that stand together, with the values elsewhere.

use super::{RUN, labels, words};
use crate::sheets::{Entries, Entry, Line, LineShape, Opener};
use crate::source::Span;

/// Labels without values, wherever they stand, that as many lines before the first label show to be their values.
const SCATTERED: usize = 6;

/// Most labels stand without values, and as many lines before or behind them.
pub fn apart(entries: &Entries) -> Option<Span> {
    in_a_run(entries).or_else(|| behind_all_values(entries))
}

/// Most labels are empty, and above the first stand at least as many lines.
fn behind_all_values(entries: &Entries) -> Option<Span> {
    let all: Vec<&Entry> = entries.entries.iter().filter(|entry| words(entry).is_some()).collect();
    let empty = all.iter().filter(|entry| entry.lines.is_empty()).count();
    let most = empty >= SCATTERED && empty * 10 >= all.len() * 6;
    (most && entries.preamble.len() >= empty).then(|| labels(all)).flatten()
}

/// Most labels stand in one run without values, and as many lines before or behind them.
fn in_a_run(entries: &Entries) -> Option<Span> {
    let all: Vec<&Entry> = entries.entries.iter().filter(|entry| words(entry).is_some()).collect();
    let runs = all.chunk_by(|a, b| a.lines.is_empty() && b.lines.is_empty());
    let run = runs.filter(|run| run[0].lines.is_empty()).max_by_key(|run| run.len())?;
    let last = entries.entries.iter().position(|entry| entry.opener == run[run.len() - 1].opener)?;
    let before = all.iter().take_while(|entry| entry.opener != run[0].opener).last();
    let before = before.map_or(0, |entry| paragraphs(&entry.lines));
    // The last label of a run may have that of an address below it: `Contact`, `Telephone`, `Website`.
    let rest = &entries.entries[last + 1..];
    let second = rest.iter().position(|entry| words(entry).is_some()).map_or(rest.len(), |at| at + 1);
    let values = behind(rest).max(behind(&rest[second..])).max(before).max(paragraphs(&entries.preamble));
    let most = run.len() >= RUN && run.len() * 10 >= all.len() * 6;
    (most && values >= run.len()).then(|| labels(run.iter().copied())).flatten()
}

/// The lines under the first label of some entries, and under what looks like a label there and may be a value that nobody knows: `Open
/// doors: a night bus`.
fn behind(entries: &[Entry]) -> usize {
    let second = entries.iter().enumerate().filter(|(_, entry)| words(entry).is_some()).nth(1);
    let until = second.map_or(entries.len(), |(at, _)| at);
    let unknown = |entry: &&Entry| matches!(entry.opener, Opener::Unknown { .. });
    // Several have values of their own.
    let several = entries[..until].iter().filter(unknown).count() > 1;
    let counted = entries[..until].iter().filter(|entry| !(several && unknown(entry)));
    counted.map(|entry| paragraphs(&entry.lines) + usize::from(unknown(&entry))).sum()
}

fn paragraphs(lines: &[Line]) -> usize {
    lines.iter().filter(|line| !matches!(line.shape, LineShape::Cell | LineShape::Paragraph)).count()
}
