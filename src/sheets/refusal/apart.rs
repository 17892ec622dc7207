//! Labels that stand together, with the values elsewhere.

use super::{RUN, labels, words};
use crate::sheets::{Entries, Entry, Line, LineShape};
use crate::source::Span;

/// Most labels stand in one run without values, and as many lines before or behind them.
pub fn apart(entries: &Entries) -> Option<Span> {
    let all: Vec<&Entry> = entries.entries.iter().filter(|entry| words(entry).is_some()).collect();
    let runs = all.chunk_by(|a, b| a.lines.is_empty() && b.lines.is_empty());
    let run = runs.filter(|run| run[0].lines.is_empty()).max_by_key(|run| run.len())?;
    let behind = all.iter().skip_while(|entry| entry.opener != run[run.len() - 1].opener).nth(1);
    let before = all.iter().take_while(|entry| entry.opener != run[0].opener).last();
    let values = [behind, before].into_iter().flatten().map(|entry| paragraphs(&entry.lines)).max().unwrap_or(0);
    let values = values.max(paragraphs(&entries.preamble));
    let most = run.len() >= RUN && run.len() * 10 >= all.len() * 6;
    (most && values >= run.len()).then(|| labels(run.iter().copied())).flatten()
}

fn paragraphs(lines: &[Line]) -> usize {
    lines.iter().filter(|line| line.shape != LineShape::Cell).count()
}
