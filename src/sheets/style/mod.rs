//! The style of a form's own labels: where enough known labels are written alike, a line that is written so too is a label,
//! whether its wording is known or not.

mod look;
mod series;

use crate::blocks::{Block, label_number};
use crate::hashed::{HashMap, HashSet};
use crate::practice::Field;
use crate::source::Span;

pub use look::{Candidate, Ending, Look, candidate};
use look::{LABEL_WORDS, whole_line};

/// Fields whose labels are written alike that make a style.
const STYLE_FIELDS: usize = 3;
/// Known labels below empty lines that let unknown ones stand so, or directly below a line.
const STYLE_SPACED: usize = 2;
/// Paragraphs of a form that begin with a label, for each that does not, at least.
const HEADED: usize = 4;
/// Questions that make a style: a form that asks asks throughout.
const STYLE_QUESTIONS: usize = 2;

/// What is known of a candidate before its style is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// A known label, with the number of its field.
    Known(usize),
    /// A word that names a part of a contact.
    Part,
    /// Nothing.
    Unknown,
}

impl Standing {
    /// The field of a known label.
    pub fn field(self) -> Option<usize> {
        match self {
            Self::Known(field) => Some(field),
            Self::Part | Self::Unknown => None,
        }
    }

    /// Whether it is a known label below which names stand, or a few words each.
    fn asks_for_several(self) -> bool {
        use Field::{Funders, Keywords, Outputs, Partners, Stakeholders, TargetGroups};
        let field = self.field().and_then(|field| Field::ALL.get(field));
        matches!(field, Some(Partners | Stakeholders | Funders | Keywords | TargetGroups | Outputs))
    }

    /// Whether it is a known label of people, below which parts of their own stand.
    fn holds_people(self) -> bool {
        let field = self.field().and_then(|field| Field::ALL.get(field));
        matches!(field, Some(Field::Contacts))
    }

    /// Whether nothing is known of it.
    pub fn is_unknown(self) -> bool {
        self == Self::Unknown
    }
}

/// The lines of a sheet that are labels by their style.
#[derive(Debug, Default)]
pub struct Styles {
    /// By the start of the block.
    proven: HashMap<usize, Candidate>,
    /// The starts of the blocks that the form counts.
    series: HashSet<usize>,
    /// Whether the labels have their values behind them, and hardly one is a line of its own.
    inline: bool,
    /// Whether the labels are lines of their own in bold.
    bold: bool,
}

impl Styles {
    /// The label that a block is by its style.
    pub fn label(&self, block: &Block<'_>) -> Option<&Candidate> {
        self.proven.get(&block.span.start)
    }

    /// Whether a block is one of the labels that the form counts.
    pub fn counts(&self, block: &Block<'_>) -> bool {
        self.series.contains(&block.span.start)
    }

    /// Finds the styles of a sheet. `standing` says what is known of a block; the blocks of the sheet are `from..`.
    pub fn find(
        text: &str,
        blocks: &[Block<'_>],
        sheet: std::ops::Range<usize>,
        standing: impl Fn(&Block<'_>) -> Standing,
    ) -> Self {
        let lines: Vec<Line> = sheet
            .filter(|&at| !blocks[at].is_blank() && !blocks[at].is_furniture())
            .map(|at| (at, candidate(text, blocks, at)))
            .map(|(at, candidate)| Line {
                start: blocks[at].span.start,
                at,
                spaced: at.checked_sub(1).is_none_or(|before| blocks[before].is_blank()),
                is_whole: !blocks[at].whole.is_empty(),
                candidate,
                waits: candidate.is_some_and(|candidate| waits(text, blocks[at].body(), candidate)),
                standing: standing(&blocks[at]),
                is_sentence: is_sentence(blocks[at].body().of(text)),
                number: label_number(blocks[at].body().of(text)),
            })
            .collect();
        let mut proven = by_look(&lines);
        proven.extend(pairs(&lines));
        let series = in_series(&lines);
        proven.extend(counted(text, blocks, &lines, &series));
        Self { proven, series, inline: are_inline(&lines), bold: are_bold(&lines) }
    }

    /// Whether the labels are lines of their own in bold: such a line is no value.
    pub const fn are_bold(&self) -> bool {
        self.bold
    }

    /// Whether the labels have their values behind them, and hardly one is a line of its own.
    pub const fn are_inline(&self) -> bool {
        self.inline
    }
}

/// A line with text.
struct Line {
    start: usize,
    /// The position of its block.
    at: usize,
    /// Whether empty lines stand before it.
    spaced: bool,
    /// Whether it has the words of a label and nothing else.
    is_whole: bool,
    candidate: Option<Candidate>,
    /// Whether its value can only stand below: nothing stands behind its colon but what is in brackets.
    waits: bool,
    standing: Standing,
    /// Whether it is a sentence: more words than a label has, and a full stop behind them.
    is_sentence: bool,
    /// The number that it begins with.
    number: Option<u32>,
}

/// Whether nothing stands behind the colon of a label but what is in brackets.
fn waits(text: &str, body: Span, candidate: Candidate) -> bool {
    let behind = text.get(candidate.span.end..body.end).unwrap_or_default().trim();
    candidate.look.ending == Ending::Colon && (behind.is_empty() || behind.starts_with('(') && behind.ends_with(')'))
}

impl Line {
    fn is_known(&self) -> bool {
        matches!(self.standing, Standing::Known(_))
    }
}

/// The starts of the lines that the form counts.
fn in_series(lines: &[Line]) -> HashSet<usize> {
    let numbered = |line: &Line| {
        let known = line.standing != Standing::Unknown;
        line.number.map(|number| series::Numbered { start: line.start, number, known })
    };
    series::find(&lines.iter().filter_map(numbered).collect::<Vec<_>>())
}

/// The labels that the form counts. One whose words are no label's, because they are long or nobody can read them, is one nonetheless
/// where its number does not go on with a list that stands nearer.
fn counted(text: &str, blocks: &[Block<'_>], lines: &[Line], series: &HashSet<usize>) -> Vec<(usize, Candidate)> {
    let mut last: HashMap<u32, usize> = HashMap::default();
    let mut labels = Vec::new();
    for line in lines {
        let Some(number) = line.number else { continue };
        let before = number.checked_sub(1).and_then(|before| last.get(&before));
        let near = before.is_some_and(|before| series.contains(before));
        last.insert(number, line.start);
        let whole = || if near { whole_line(text, blocks, line.at) } else { None };
        if series.contains(&line.start) {
            labels.extend(line.candidate.or_else(whole).map(|candidate| (line.start, candidate)));
        }
    }
    labels
}

/// Whether hardly any known label is a line of its own, without a colon.
fn are_inline(lines: &[Line]) -> bool {
    let known = lines.iter().filter(|line| line.is_known()).filter_map(|line| line.candidate);
    let (alone, inline): (Vec<_>, Vec<_>) =
        known.partition(|candidate| matches!(candidate.look.ending, Ending::Line { .. }));
    inline.len() >= STYLE_FIELDS && inline.len() > alone.len() * 3
}

/// Whether all known labels are lines of their own in bold.
fn are_bold(lines: &[Line]) -> bool {
    let known = || lines.iter().filter(|line| line.is_known());
    let bold = |line: &Line| {
        let look = line.candidate.map(|candidate| candidate.look);
        look.is_some_and(|look| look.emphasised && matches!(look.ending, Ending::Line { .. }))
    };
    known().count() >= STYLE_FIELDS && known().all(bold)
}

/// What was counted of a look.
#[derive(Default)]
struct Count {
    fields: HashSet<usize>,
    known: usize,
    unknown: usize,
    /// How many of the known ones have another directly below.
    empty: usize,
    /// How many of the known ones stand directly below a line, and how many below empty lines.
    spaced: [usize; 2],
}

/// The lines whose look is that of the form's labels, from the first known one on.
fn by_look(lines: &[Line]) -> HashMap<usize, Candidate> {
    let open = open_to_labels(lines);
    let first = lines.iter().position(Line::is_known).unwrap_or(0);
    // Above the first label stands the head of a page, below the last its foot.
    let among = first..=lines.iter().rposition(Line::is_known).unwrap_or(0);
    let mut counts: HashMap<Look, Count> = HashMap::default();
    for (at, (line, open)) in lines.iter().zip(&open).enumerate() {
        let Some(candidate) = line.candidate else { continue };
        let count = counts.entry(candidate.look).or_default();
        match line.standing {
            Standing::Known(field) => {
                count.fields.insert(field);
                count.known += 1;
                count.spaced[usize::from(candidate.spaced)] += 1;
                count.empty += usize::from(lines.get(at + 1).is_some_and(Line::is_known));
            }
            Standing::Unknown if *open && among.contains(&at) => count.unknown += 1,
            _ => {}
        }
    }
    let heads = |look: Look| heads_paragraphs(lines, look);
    let throughout: HashSet<Look> = counts.keys().copied().filter(|look| heads(*look)).collect();
    let proven = |(line, open): (&Line, &bool)| {
        let candidate = line.candidate.filter(|_| *open || line.is_known())?;
        let style = |count: &&Count| is_style(candidate.look, count, throughout.contains(&candidate.look));
        let count = counts.get(&candidate.look).filter(style)?;
        let fits = candidate.look.ending == Ending::Any || count.spaced[usize::from(candidate.spaced)] >= STYLE_SPACED;
        // Below empty lines a label with its value behind it stands well in any form.
        let apart = candidate.spaced && candidate.has_value;
        (line.is_known() || fits || apart).then_some((line.start, candidate))
    };
    lines.iter().zip(&open).skip(first).filter_map(proven).collect()
}

/// Whether a line ends as a sentence does that is longer than a label.
fn is_sentence(line: &str) -> bool {
    line.ends_with(['.', '!', '?', '…']) && line.split_whitespace().nth(LABEL_WORDS).is_some()
}

/// For each line whether a label can stand there: a line of words alone, directly behind a label without value, is the value.
fn open_to_labels(lines: &[Line]) -> Vec<bool> {
    let known = lines.iter().filter(|line| line.is_known()).filter_map(|line| line.candidate);
    let looks: HashSet<Look> = known.map(|candidate| candidate.look).collect();
    let mut behind_label = false;
    let mut waiting = false;
    let mut in_list = false;
    lines
        .iter()
        .map(|line| {
            let look = line.candidate.map(|candidate| candidate.look).filter(|look| looks.contains(look));
            let alone = look.is_some_and(|look| matches!(look.ending, Ending::Line { .. }));
            if line.is_known() {
                in_list = alone && line.standing.asks_for_several();
            }
            // Whom a practice is for may be told in sentences.
            in_list &= !line.is_sentence;
            // A line with nothing around it goes on with the list above.
            let closed = look.is_some_and(|look| look.ending == Ending::Line { before: false, behind: false });
            // `Title of the practice: (100 characters at most)`, and directly below it `The open door: a café for all`.
            let first = waiting && !line.spaced && line.candidate.is_some_and(|candidate| candidate.has_value);
            let open = line.is_known() || !(alone && behind_label || closed && in_list || first);
            let ends = |candidate: Candidate| candidate.words.end == candidate.span.end;
            waiting = line.waits && line.standing.field().is_some() && !line.standing.holds_people();
            behind_label = open && (alone || line.is_known() && line.candidate.map_or(line.is_whole, ends));
            open
        })
        .collect()
}

/// Whether nearly each paragraph behind the first known label begins with a line of its own that looks so.
fn heads_paragraphs(lines: &[Line], look: Look) -> bool {
    if !matches!(look.ending, Ending::Line { before: true, behind: false }) {
        return false;
    }
    let first = lines.iter().position(Line::is_known).unwrap_or(lines.len());
    let mut heads = 0;
    let mut others = 0;
    for line in lines[first..].iter().filter(|line| line.spaced) {
        let alike = line.candidate.is_some_and(|candidate| candidate.look == look);
        *(if alike { &mut heads } else { &mut others }) += 1;
    }
    heads >= others * HEADED
}

/// Whether the labels of a form look so: enough of them are known, and not too many lines besides look the same; more may where
/// such lines stand above the paragraphs of the form throughout.
fn is_style(look: Look, count: &Count, throughout: bool) -> bool {
    let alone = matches!(look.ending, Ending::Line { .. });
    // Labels that stand together have their values elsewhere.
    if alone && count.empty * 2 > count.known {
        return false;
    }
    match look.ending {
        Ending::Question => count.fields.len() >= STYLE_QUESTIONS && count.known >= count.unknown,
        Ending::Line { behind: true, .. } => {
            // Capitals on a line of their own hardly ever are anything but a heading.
            let unknown = if look.capitals { count.unknown } else { count.unknown * 2 };
            count.fields.len() >= STYLE_FIELDS && count.known >= unknown
        }
        Ending::Line { .. } => {
            let enough = if throughout { count.known * 4 } else { count.known };
            count.fields.len() >= STYLE_FIELDS && enough >= count.unknown
        }
        Ending::Colon | Ending::Separator(_) | Ending::Any => {
            count.fields.len() >= STYLE_FIELDS && count.known * 2 >= count.unknown
        }
    }
}

/// The unknown labels among lines that pair up: where most known labels have one line each, `label, value, label, value`
/// between two of them goes on so.
fn pairs(lines: &[Line]) -> Vec<(usize, Candidate)> {
    let known: Vec<usize> = (0..lines.len()).filter(|&at| lines[at].is_known()).collect();
    let alone =
        |at: usize| lines[at].candidate.is_some_and(|candidate| matches!(candidate.look.ending, Ending::Line { .. }));
    let runs: Vec<&[usize]> = known.windows(2).filter(|pair| alone(pair[0]) && alone(pair[1])).collect();
    let single = runs.iter().filter(|pair| pair[1] - pair[0] == 2).count();
    if single < STYLE_FIELDS || single * 2 < runs.len() {
        return Vec::new();
    }
    let single = runs.iter().filter(|pair| !lines[pair[0]].standing.asks_for_several());
    single.filter_map(|pair| in_run(lines, pair[0], pair[1])).flatten().collect()
}

/// The second, fourth … line between two labels, if each of them looks like these.
fn in_run(lines: &[Line], from: usize, to: usize) -> Option<Vec<(usize, Candidate)>> {
    let look = lines[from].candidate?.look;
    let between = (from + 2..to).step_by(2);
    let paired = (to - from).is_multiple_of(2);
    let label = |at: usize| {
        let line = &lines[at];
        Some((
            line.start,
            line.candidate.filter(|candidate| candidate.look == look && line.standing == Standing::Unknown)?,
        ))
    };
    if paired { between.map(label).collect() } else { None }
}
