//! Assessments and statistics: labels with scores or counts beside them.

use std::collections::{BTreeMap, HashSet};

use super::{Finder, RUN, words};
use crate::blocks::html::readable;
use crate::blocks::{Block, Shape, cells};
use crate::schemas::{Label, fold, is_number};
use crate::sheets::{Entries, Entry, Opener};
use crate::source::{Span, wide_parts};

/// Scores beside a label at least.
const SCORES: usize = 2;
/// Lines with counts below a label at least.
const CHOICES: usize = 2;
/// Tables that count practices at least.
const TABLES: usize = 2;
/// Such labels in a document in which one names the practice, at least.
const COUNTED_TITLED: usize = 4;
/// Rows with a text and figures, and labels with a mark below them, at least.
const WEIGHTED: usize = 4;
/// Points of a scale at most: twelve may be months.
const MOST_POINTS: u32 = 10;
/// Bytes of a mark at most.
const MARK: usize = 6;
/// Figures of a year.
const YEAR: usize = 4;
/// Words of a count at most.
const COUNT: usize = 6;
/// Lines with counts in columns that make a table of statistics of a document at least.
const COUNTED: usize = 6;

impl Finder<'_> {
    /// The first of several rows of a table in which a label has nothing but figures beside it: `Results | 20 % | 4 | 1`.
    pub(super) fn scores(&self, blocks: &[Block<'_>], titled: bool) -> Option<Span> {
        let first_of_many = |rows: Vec<Span>, least: usize| {
            let labels: HashSet<String> = rows.iter().map(|label| fold(label.of(self.text))).collect();
            rows.first().copied().filter(|_| labels.len() >= least)
        };
        let rows = |scored: &dyn Fn(&Block<'_>) -> Option<Span>| blocks.iter().filter_map(scored).collect();
        first_of_many(rows(&|block| self.scored(block)), RUN).or_else(|| {
            let weighted: Vec<Span> = rows(&|block| self.weighted(block));
            let judged = |label: &Span| {
                let meanings = self.schemas.meanings(label.of(self.text), &mut String::new());
                self.schemas.own_labels(&meanings, self.template).any(Label::names_sheet)
            };
            // In a sheet a number may stand beside what was done, but not beside its name.
            let own = !titled || weighted.iter().any(judged);
            first_of_many(weighted, WEIGHTED).filter(|_| own)
        })
    }

    /// The first of several labels below each of which stands a scale to mark on: `0    1    2    3`.
    pub(super) fn scales(&self, blocks: &[Block<'_>]) -> Option<Span> {
        let is_scale = |line: &str| {
            let points: Option<Vec<u32>> = line.split_whitespace().map(|point| point.parse().ok()).collect();
            points.is_some_and(|points| {
                let counts = points.windows(2).all(|pair| pair[1] == pair[0] + 1);
                points.len() >= RUN && points[0] <= 1 && points[points.len() - 1] <= MOST_POINTS && counts
            })
        };
        let mut marked = Vec::new();
        let mut label = None;
        for block in blocks {
            if block.opens_anything() {
                label = Some(block.body());
            } else if is_scale(block.body().of(self.text)) {
                // Below one label months may be counted again and again.
                marked.extend(label.take());
            }
        }
        marked.first().copied().filter(|_| marked.len() >= RUN)
    }

    /// The first of several labels below which one word stands with a mark: `Partners`, and below it `Score: 2`.
    pub(super) fn marked(&self, entries: &Entries) -> Option<Span> {
        let mut marked: BTreeMap<&str, Vec<&Entry>> = BTreeMap::new();
        let throughout = self.is_marked_throughout(entries);
        let mut above: Option<&Entry> = None;
        for entry in &entries.entries {
            let first = self.first_line(entry);
            let empty = above.replace(entry).is_some_and(|above| above.lines.is_empty() && self.label(above).is_some());
            let word = match entry.opener {
                Opener::Unknown { words } if empty && is_mark(first) => Some(words.of(self.text)),
                // The word may have been taken off, for it stands before all values, that of the title too.
                Opener::Label { .. } if throughout && is_mark(first) => Some(""),
                Opener::Label { .. } => word_of_mark(first),
                _ => None,
            };
            if let Some(word) = word {
                marked.entry(word).or_default().push(entry);
            }
        }
        let most = marked.into_values().max_by_key(Vec::len).filter(|entries| entries.len() >= WEIGHTED)?;
        match most.first()?.opener {
            Opener::Label { words, .. } | Opener::Unknown { words } => Some(words),
            _ => None,
        }
    }

    /// Whether a figure and a remark stand below the label of the title.
    fn is_marked_throughout(&self, entries: &Entries) -> bool {
        let titles = entries.entries.iter().filter(|entry| self.label(entry).is_some_and(Label::names_sheet));
        let mut marked = titles.map(|entry| is_mark(self.first_line(entry)) && entry.lines.len() > 1);
        marked.next().unwrap_or(false)
    }

    fn first_line(&self, entry: &Entry) -> &str {
        entry.lines.first().map_or("", |line| line.body.of(self.text))
    }

    /// The first label of a document in which most lines below labels end in columns of figures, `Refugees      22      19      31`, or in
    /// which the values are shares.
    pub(super) fn statistics(&self, entries: &Entries) -> Option<Span> {
        let lines = entries.entries.iter().flat_map(|entry| &entry.lines);
        let all = lines.clone().count();
        let counted = lines.filter(|line| ends_in_columns(line.body.of(self.text))).count();
        let most = counted >= COUNTED && counted * 2 > all;
        (most || self.are_shares(entries)).then(|| entries.entries.iter().find_map(words)).flatten()
    }

    /// The first of several labels, half of all at least, below each of which stand lines that end in counts: `Target groups`, and below
    /// it `Older people (17)`, `Children: 31 %`. They count practices, and are those of none.
    pub(super) fn counted_choices(&self, blocks: &[Block<'_>], titled: bool) -> Option<Span> {
        let labels: Vec<usize> = (0..blocks.len()).filter(|&at| self.heads(&blocks[at])).collect();
        let counted = |at: &&usize| {
            let lines = blocks[**at + 1..].iter().take_while(|line| !line.is_blank() && !self.heads(line));
            let lines: Vec<&str> = lines.map(|line| line.body().of(self.text)).collect();
            lines.len() >= CHOICES && lines.into_iter().all(ends_in_count)
        };
        let found: Vec<usize> = labels.iter().filter(counted).copied().collect();
        let enough = if titled { COUNTED_TITLED } else { RUN };
        let most = found.len() >= enough && found.len() * 2 >= labels.len();
        found.first().filter(|_| most).map(|&at| blocks[at].body())
    }

    /// The first of several tables that count practices by what a label names: `Target group | Projects | Cost`, with figures beside each.
    pub(super) fn counted_tables(&self, blocks: &[Block<'_>]) -> Option<Span> {
        let is_row = |block: &Block<'_>| matches!(block.shape, Shape::Row { .. } | Shape::Cells { .. });
        let tables = blocks.chunk_by(|a, b| is_row(a) && is_row(b)).filter(|rows| rows.len() > CHOICES);
        let counted: Vec<Span> = tables.filter_map(|rows| self.counted_table(rows)).collect();
        counted.first().copied().filter(|_| counted.len() >= TABLES)
    }

    /// The label above the first column of a table, if words stand in its first row, and figures in the second column of all others.
    fn counted_table(&self, rows: &[Block<'_>]) -> Option<Span> {
        let (first, rest) = rows.split_first()?;
        let shown = |cell: &Span| readable(cell.of(self.text)).trim().to_owned();
        let head = cells(self.text, first);
        let (label, others) = head.split_first()?;
        let named = others.iter().all(|cell| !shown(cell).contains(|c: char| c.is_ascii_digit()));
        let counts = |row: &Block<'_>| cells(self.text, row).get(1).is_some_and(|cell| is_figure(&shown(cell)));
        (named && self.is_label(&shown(label)) && rest.iter().all(counts)).then_some(*label)
    }

    /// Whether a block is a label and nothing else.
    fn heads(&self, block: &Block<'_>) -> bool {
        self.schemas.own_labels(&block.whole, self.template).next().is_some()
    }

    /// Whether a figure alone, or with a share, stands under each label that asks for a name or tells of the practice: `Title | 100`,
    /// `Partners: filled in on 83 sheets (29 %)`.
    fn are_shares(&self, entries: &Entries) -> bool {
        let worded = |entry: &&Entry| {
            self.label(entry).is_some_and(|label| label.names_sheet() || label.names_lead() || label.tells())
        };
        let told: Vec<&Entry> = entries.entries.iter().filter(worded).filter(|entry| !entry.lines.is_empty()).collect();
        told.len() >= RUN && told.iter().all(|entry| is_share(self.value(entry)))
    }

    /// The label of a row, if a text stands beside it, and behind that figures and empty cells alone: `Results | What came of it | 12 |`.
    fn weighted(&self, block: &Block<'_>) -> Option<Span> {
        let cells = cells(self.text, block);
        let [label, text, points @ ..] = &cells[..] else { return None };
        let shown = |cell: &Span| readable(cell.of(self.text)).trim().to_owned();
        let points: Vec<String> = points.iter().map(shown).filter(|words| !words.is_empty()).collect();
        let weighted = !points.is_empty() && points.iter().all(|words| is_figure(words));
        let worded = text.of(self.text).split_whitespace().count() >= COUNT;
        (weighted && worded && self.is_label(label.of(self.text))).then_some(*label)
    }

    /// The label of a row, if all its other cells are figures.
    fn scored(&self, block: &Block<'_>) -> Option<Span> {
        let cells = cells(self.text, block);
        let (label, scores) = cells.split_first()?;
        let all = scores.iter().all(|score| is_figure(score.of(self.text)));
        (scores.len() >= SCORES && all && self.is_label(label.of(self.text))).then_some(*label)
    }
}

/// The word before a mark, in a line that has nothing else: `Score: 2`, `Punkte: 4/5`.
fn word_of_mark(line: &str) -> Option<&str> {
    let (word, mark) = line.split_once(':')?;
    let single = !word.is_empty() && word.chars().all(char::is_alphabetic);
    (single && is_mark(mark.trim())).then_some(word)
}

/// `2`, `4/5`
fn is_mark(words: &str) -> bool {
    words.len() <= MARK && is_figure(words)
}

/// Whether the last columns of a line are figures, at least as many as make scores.
fn ends_in_columns(line: &str) -> bool {
    let columns: Vec<&str> = wide_parts(line).collect();
    columns.iter().rev().take_while(|column| is_figure(column)).count() >= SCORES
}

/// `Older people (17)`, `Children: 31 %`, but no `European Fund (2018)`.
fn ends_in_count(line: &str) -> bool {
    let count = bracketed(line).or_else(|| line.rsplit_once(": ").map(|(_, count)| count));
    let is_year = |count: &str| is_number(count, YEAR) && count.len() == YEAR && count.starts_with(['1', '2']);
    count.is_some_and(|count| is_figure(count) && !is_year(count))
}

/// What stands in the brackets that a line ends with.
pub(super) fn bracketed(line: &str) -> Option<&str> {
    line.strip_suffix(')')?.rsplit_once('(').map(|(_, inner)| inner)
}

/// Whether a value is a figure, or a count with its share: `filled in on 83 sheets (29 %)`.
fn is_share(value: &str) -> bool {
    let counted = |head: &str| head.contains(|c: char| c.is_ascii_digit()) && head.split_whitespace().count() <= COUNT;
    let share = value.split_once('(').and_then(|(head, rest)| Some((head, rest.split_once(')')?.0)));
    is_figure(value) || share.is_some_and(|(head, inner)| counted(head) && inner.ends_with('%') && is_figure(inner))
}

/// `4`, `3,65`, `20 %`, `4/5`
fn is_figure(words: &str) -> bool {
    let figures = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '%' | '/' | ' ' | '*');
    words.contains(|c: char| c.is_ascii_digit()) && words.chars().all(figures)
}
