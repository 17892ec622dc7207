//! Lines that group labels, and labels that are parts of a group that comes several times.

use super::Reader;
use super::reached::{is_part_alone, names_part_of_person};
use crate::blocks::{Block, Shape, stop};
use crate::explain::{Went, Why};
use crate::hashed::{HashMap, HashSet};
use crate::ledger::Class;
use crate::schemas::{fold, fold_words};
use crate::sheets::{Gap, LineShape, Opener};
use crate::source::{Span, digits};

/// Words of a heading that groups labels at most.
const HEADING_WORDS: usize = 8;

/// Figures of a telephone number, or of years and sums, at least: a line with these is a value.
const FIGURES: usize = 6;

/// A number that no word stands before.
const ALONE: &str = "#";

/// Headings below one that are labels and prove that it is none.
const HEADINGS: usize = 2;

/// Fields that make a box of facts of lines at least.
const BOX: usize = 4;

/// A label of a line: where the line starts, the position of the label, and its folded words.
type Opening = (usize, u16, String);

/// A line that is numbered as others are.
struct Numbered {
    /// Where it starts.
    start: usize,
    /// Whether a label follows, and none above waits for its value.
    between: bool,
    /// Whether an empty line stands above it.
    apart: bool,
}

impl<'s> Reader<'_, 's> {
    /// Lines such as `Section A – Identification`, `B The practice`: numbered alike, and each directly before a label. Where a word
    /// counts several, others that stand apart may have a text below them: `Section D – Declaration`.
    pub(super) fn numbered_headings(&self) -> HashSet<usize> {
        let mut numbered: HashMap<String, Vec<Numbered>> = HashMap::default();
        let mut headings = HashSet::default();
        for at in self.sheet.blocks.clone() {
            let block = &self.blocks[at];
            let words = block.body().of(self.text);
            let few = words.split_whitespace().count() <= HEADING_WORDS;
            let prose = matches!(block.shape, Shape::Prose { .. });
            // `Section B – The story`: a word counts it, whatever follows; `B The story` may be a label.
            let named = words.split(' ').next().is_some_and(|word| !word.ends_with(':'));
            let counted = |series: &str| (named && series != ALONE) || self.standing(block).is_unknown();
            let counts = few && prose && digits(words) < FIGURES && !is_count(words);
            let plain = counts && !has_value(words) && !words.ends_with('.');
            if plain && self.heads_parts(at) {
                headings.insert(block.span.start);
                continue;
            }
            let series = self.series(words).filter(|series| plain && counted(series));
            if let Some(series) = series {
                let apart = at.checked_sub(1).is_none_or(|before| self.blocks[before].is_blank());
                let line = Numbered { start: block.span.start, between: self.is_between(at), apart };
                numbered.entry(series).or_default().push(line);
            }
        }
        for (series, lines) in numbered {
            let (own, others): (Vec<_>, Vec<_>) = lines.into_iter().partition(|line| line.between);
            let apart = others.into_iter().filter(|line| line.apart && series != ALONE);
            if own.len() > 1 {
                headings.extend(own.into_iter().chain(apart).map(|line| line.start));
            }
        }
        headings
    }

    /// Whether a number stands before a line, and directly below it that of its first part: `2. The practice` above `2.1 Title`, `Β. Περιγραφή`
    /// above `Β.1 Στόχοι`, `II. The practice` above `II.1. Title`.
    fn heads_parts(&self, at: usize) -> bool {
        let number = |block: &Block<'s>| {
            let first = block.body().of(self.text).split_whitespace().next().unwrap_or_default();
            first.trim_end_matches(['.', ')', ':'])
        };
        let own = number(&self.blocks[at]);
        let figures = own.bytes().all(|byte| byte.is_ascii_digit());
        let roman = !own.is_empty() && own.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X'));
        let letter = roman || own.chars().count() == 1 && own.starts_with(char::is_uppercase);
        let next = self.blocks_from(at + 1).iter().find(|block| !block.is_blank()).filter(|next| self.is_label(next));
        let next = next.map_or("", number);
        // The parts of people are theirs.
        let people =
            self.label_of(&self.blocks[at]).is_some_and(|(label, _)| self.labels[usize::from(label)].holds_people());
        let part = next.strip_prefix(own).map(|rest| if letter { rest.trim_start_matches('.') } else { rest });
        let first = if letter { "1" } else { ".1" };
        !people && !own.is_empty() && (figures || letter) && part == Some(first)
    }

    /// A first heading such as `# Partner: a theatre on wheels`, above headings that are labels: it names the sheet.
    pub(super) fn name_above_headings(&self) -> Option<usize> {
        let mut blocks =
            self.blocks[self.sheet.blocks.clone()].iter().filter(|block| !block.is_blank() && !block.is_furniture());
        let first = blocks.next()?;
        let Shape::Heading { level: top, .. } = first.shape else { return None };
        let (label, at) = self.first_label(first)?;
        let below = |block: &&Block<'s>| self.bare_label(block).is_some();
        let levels: Vec<u8> = blocks.filter(below).map(|block| level(block)).collect();
        let above = levels.len() >= HEADINGS && levels.iter().all(|level| *level > top);
        let named = at.span.end < first.body().end && !self.labels[usize::from(label)].names_sheet();
        (above && named).then_some(first.span.start)
    }

    /// What the lines of a series have in common: `Section #`, `#`. A number, a Roman number, a single letter or a word counts them.
    fn series(&self, words: &str) -> Option<String> {
        // Most lines are told by this, and not looked up.
        let headed = words.contains([':', '–', '—']) || words.contains(" - ") || !words.contains(char::is_lowercase);
        let mut words = words.split_whitespace();
        let (first, second) = (words.next()?, words.next()?);
        let counts = |word: &str| {
            let word = word.trim_end_matches(['.', ':', ')', '-', '–']);
            let letter = word.chars().count() == 1 && word.starts_with(char::is_uppercase);
            let roman = !word.is_empty() && word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
            letter || roman || (!word.is_empty() && word.chars().all(|c| c.is_ascii_digit()))
        };
        let in_words = |word: &str| headed && self.schemas.counts.get(&fold(word)).is_some();
        match (counts(first), counts(second) || in_words(second)) {
            (true, _) => Some(String::from(ALONE)),
            (false, true) => Some(format!("{} #", fold_words(first))),
            (false, false) => in_words(first).then(|| format!("# {}", fold_words(second))),
        }
    }

    /// Whether a label follows, and the line before is none that waits for its value.
    fn is_between(&self, at: usize) -> bool {
        let text = |block: &&Block<'s>| !block.is_blank();
        let next = self.blocks_from(at + 1).iter().find(text);
        let last = self.blocks[self.sheet.blocks.start..at].iter().rfind(text);
        let waits = last.is_some_and(|last| self.bare_label(last).is_some());
        !waits && next.is_some_and(|next| self.is_label(next))
    }

    /// Whether a line begins with a label, or the name of a part of a person.
    fn is_label(&self, block: &Block<'s>) -> bool {
        self.label_of(block).is_some() || names_part_of_person(block) || is_part_alone(block)
    }

    fn label_of(&self, block: &Block<'s>) -> Option<(u16, Span)> {
        let first = || self.first_label(block).map(|(label, at)| (label, at.words));
        self.bare_label(block).or_else(first)
    }

    /// `Country` in `Partner: … Country: … Partner: … Country: …`: a label that comes several times, each time directly behind
    /// the same label of a list, is a part of its items.
    pub(super) fn parts_of_groups(&self) -> HashSet<usize> {
        let blocks = self.blocks[self.sheet.blocks.clone()].iter();
        let labels: Vec<Opening> = blocks
            .filter_map(|block| Some((block, self.label_of(block)?)))
            .map(|(block, (label, words))| (block.span.start, label, fold_words(words.of(self.text))))
            .collect();
        let mut before: HashMap<&str, Vec<Option<&Opening>>> = HashMap::default();
        for (nth, (_, _, words)) in labels.iter().enumerate() {
            before.entry(words).or_default().push(nth.checked_sub(1).and_then(|nth| labels.get(nth)));
        }
        let is_part = |words: &str, heads: &[Option<&Opening>]| {
            let Some(first) = heads[0].filter(|_| heads.len() > 1) else { return false };
            let list = self.labels[usize::from(first.1)].holds_list() && first.2 != words;
            let same = |head: &Option<&Opening>| head.is_some_and(|head| (head.1, &head.2) == (first.1, &first.2));
            // A page that shows everything twice has the same items twice, and no group.
            let told = || heads.iter().flatten().map(|head| self.text_below(head.0)).collect::<HashSet<_>>();
            list && heads.iter().all(same) && told().len() > 1
        };
        let parts: HashSet<&str> =
            before.iter().filter(|(words, heads)| is_part(words, heads)).map(|(words, _)| *words).collect();
        labels.iter().filter(|label| parts.contains(label.2.as_str())).map(|label| label.0).collect()
    }

    /// The line of a label and the text below it.
    fn text_below(&self, start: usize) -> (&str, &str) {
        let at = self.blocks.partition_point(|block| block.span.start < start);
        let mut lines =
            self.blocks_from(at).iter().filter(|block| !block.is_blank()).map(|block| block.body().of(self.text));
        (lines.next().unwrap_or_default(), lines.next().unwrap_or_default())
    }

    /// The lines of the boxes of facts that a page has beside its text: several lines in a row, each with the label of a field of its
    /// own.
    pub(super) fn boxes(&self) -> HashSet<usize> {
        let blocks = self.blocks[self.sheet.blocks.clone()].iter().filter(|block| !block.is_blank());
        let fields: Vec<(usize, Option<usize>)> = blocks
            .map(|block| (block.span.start, self.first_label(block).map(|(label, _)| self.field(label))))
            .collect();
        let runs = fields.chunk_by(|a, b| a.1.is_some() && b.1.is_some());
        let distinct =
            |run: &[(usize, Option<usize>)]| run.iter().filter_map(|line| line.1).collect::<HashSet<_>>().len();
        runs.filter(|run| distinct(run) >= BOX).flatten().map(|line| line.0).collect()
    }

    /// Keeps a part of a repeated group apart, under its own label.
    pub(super) fn part_of_group(&mut self, block: &Block<'s>) -> bool {
        let Some((_, words)) = self.label_of(block).filter(|_| self.parts.contains(&block.span.start)) else {
            return false;
        };
        let behind = Span::new(words.end, block.body().end).of(self.text);
        let value = words.end + behind.len() - behind.trim_start_matches([':', ' ', '\t', '*', '_']).len();
        self.push(Opener::Unknown { words });
        self.notes.take(words, Went::Unmapped, Why::PartOfGroup);
        self.claim(Span::new(words.end, value), Class::Markup);
        self.add(Span::new(value, block.body().end), LineShape::Prose, Gap::None);
        true
    }
}

/// Whether a line begins with a number that counts what stands behind it: `42 women trained`.
fn is_count(line: &str) -> bool {
    let (number, rest) = line.split_once(' ').unwrap_or_default();
    !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()) && rest.starts_with(char::is_lowercase)
}

/// Whether a line has a value behind what it may be a label of: `4.- AIR IN THE STAIRCASE.- Good.`
fn has_value(line: &str) -> bool {
    stop(line, line).is_some_and(|(at, length)| !line[at + length..].trim().is_empty())
}

/// Number of `#` of a heading; 0 of any other line.
const fn level(block: &Block<'_>) -> u8 {
    match block.shape {
        Shape::Heading { level, .. } => level,
        _ => 0,
    }
}
