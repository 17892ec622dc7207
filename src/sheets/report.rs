//! Reports: chapters in prose, and practices below headings of one level, each with labels of its own.

use std::ops::Range;

use super::divide::{Divider, PAGE_SIGNS, SheetBlocks, opening};
use crate::blocks::{Block, Shape, is_in_capitals};
use crate::hashed::HashSet;
use crate::schemas::{Label, Meaning, fold, is_number};

/// Bytes of a line that numbers a sheet or a section at most.
const NUMBERED_LINE: usize = 160;
/// Figures of a part of the number of a section at most: more are a year.
const FIGURES: usize = 2;
/// Bytes of the words in bold that a paragraph begins with, as a label, at most.
const LEAD_IN: usize = 80;
/// Bytes of the text of a practice without labels at least.
const TOLD: usize = 300;
/// Signs behind each other that lead from the words of a table of contents to the number of a page.
const LEADER: &str = "...";

/// A heading.
#[derive(Debug, Clone, Copy)]
struct Head {
    /// Position of its block.
    at: usize,
    /// 1 is the highest.
    level: usize,
    /// Whether its words are a label, so that it names no practice: `3.5 Conclusions`.
    is_label: bool,
    /// The first part of its number, if it has one.
    number: u32,
}

/// A heading with what stands below it.
type Section = Range<usize>;

impl Divider<'_, '_> {
    /// A sheet from each heading of the highest level below which several sections have labels for the same fields. What else the
    /// report holds belongs to no sheet.
    pub(super) fn by_headings(&self, sheet: &SheetBlocks) -> Option<Vec<SheetBlocks>> {
        // Where the title stands under a label, headings part one practice; the results of a search are none at all.
        if !self.title_labels(sheet).is_empty() || self.begins_as_other_document(sheet) {
            return None;
        }
        let kinds = [self.headings(sheet), self.numbered_sections(sheet), self.numbered_sheets(sheet)];
        let practices = kinds.iter().find_map(|heads| {
            let lowest = heads.iter().map(|head| head.level).max()?;
            // The pages of a deck repeat its name, and are no practices.
            let levels = (1..=lowest).take_while(|level| !self.repeat(heads, *level));
            let sections = levels.map(|level| self.sections(sheet, heads, level));
            sections.map(|sections| self.practices(sheet, sections)).find(|practices| practices.len() > 1)
        })?;
        let part =
            |blocks: Section| SheetBlocks { title: Some(self.blocks[blocks.start].body()), blocks, ..sheet.clone() };
        Some(practices.into_iter().map(part).collect())
    }

    /// Whether a line above the first label says that the document is no sheet.
    pub(super) fn begins_as_other_document(&self, sheet: &SheetBlocks) -> bool {
        let above = self.blocks[sheet.blocks.clone()].iter().take_while(|block| !block.opens_anything());
        above.map(|block| block.body().of(self.text)).any(|line| self.schemas.names_other_document(line))
    }

    // Headings

    fn headings(&self, sheet: &SheetBlocks) -> Vec<Head> {
        let head = |at: usize| match self.blocks[at].shape {
            Shape::Heading { level, .. } => {
                let is_label = opening(&self.blocks[at]).next().is_some();
                Some(Head { at, level: usize::from(level), is_label, number: u32::MAX })
            }
            _ => None,
        };
        sheet.blocks.clone().filter_map(head).collect()
    }

    /// The lines with the number of a section: `3.2 The keys of the house` is one of the second level.
    fn numbered_sections(&self, sheet: &SheetBlocks) -> Vec<Head> {
        let head = |at: usize| {
            let line = self.short_line(&self.blocks[at])?;
            let number = section_number(line)?.first;
            let is_label = opening(&self.blocks[at]).next().is_some();
            Some(Head { at, level: level_of_section(line)?, is_label, number })
        };
        sheet.blocks.clone().filter_map(head).collect()
    }

    /// The lines that number the sheets: `PRACTICE 2`. Where they alone stand in capitals, one behind them that does, `CONCLUSIONS`,
    /// ends the last.
    fn numbered_sheets(&self, sheet: &SheetBlocks) -> Vec<Head> {
        let lines = |at: usize| Some((at, self.short_line(&self.blocks[at])?));
        let lines: Vec<(usize, &str)> = sheet.blocks.clone().filter_map(lines).collect();
        let ordinal = self.schemas.ordinal_rubrics(lines.iter().map(|line| line.1));
        let is_numbered = |(_, line): &(usize, &str)| self.schemas.is_numbered_rubric(line) || ordinal.contains(line);
        let Some(first) = lines.iter().position(is_numbered) else { return Vec::new() };
        let last = lines.iter().rposition(is_numbered).unwrap_or(first);
        let head = |&(at, _): &(usize, &str)| Head { at, level: 1, is_label: false, number: 0 };
        let mut heads: Vec<Head> = lines.iter().filter(|line| is_numbered(line)).map(head).collect();
        let alone = lines[first..=last].iter().all(|line| is_in_capitals(line.1) == is_numbered(line));
        let end =
            lines[last + 1..].iter().find(|(at, line)| is_in_capitals(line) && self.blocks[*at].labels.is_empty());
        let end = end.filter(|_| alone).map(|line| Head { is_label: true, number: u32::MAX, ..head(line) });
        heads.extend(end);
        heads
    }

    fn short_line(&self, block: &Block<'_>) -> Option<&str> {
        let short = matches!(block.shape, Shape::Prose { body } if body.len() <= NUMBERED_LINE);
        (short && !block.is_furniture()).then(|| block.body().of(self.text))
    }

    /// Whether two headings of a level or above it that are no labels have the same words.
    fn repeat(&self, heads: &[Head], level: usize) -> bool {
        let mut names = HashSet::default();
        let mut high = heads.iter().filter(|head| head.level <= level && !head.is_label);
        high.any(|head| !names.insert(fold(self.blocks[head.at].body().of(self.text))))
    }

    // Sections

    /// The sections below the headings of a level, each up to the next heading that is no deeper.
    fn sections(&self, sheet: &SheetBlocks, heads: &[Head], level: usize) -> Vec<Section> {
        let first = heads.iter().find(|head| head.level == level).map_or(0, |head| head.at);
        // A label of a sheet may be numbered, too, but not on from the sections.
        let goes_on =
            |nth: usize, head: &Head| !head.is_label || head.number > heads[nth].number || head.number == u32::MAX;
        let end = |nth: usize| {
            let next = heads[nth + 1..].iter().find(|head| head.level <= level && goes_on(nth, head));
            next.map_or(sheet.blocks.end, |head| self.above(head.at, first))
        };
        let own = heads.iter().enumerate().filter(|(_, head)| head.level == level && !head.is_label);
        own.map(|(nth, head)| head.at..end(nth)).collect()
    }

    /// The sections that are practices: those that have several fields, if most of them tell something under the same label as
    /// another does. One between them that has a text without labels is a practice, too.
    fn practices(&self, sheet: &SheetBlocks, all: Vec<Section>) -> Vec<Section> {
        if self.is_collection(sheet, &all) {
            return all;
        }
        let has_fields = |section: &Section| self.fields_below(section, sheet.template) >= PAGE_SIGNS;
        let (sections, mut others): (Vec<Section>, Vec<Section>) = all.into_iter().partition(has_fields);
        let (Some(first), Some(last)) = (sections.first(), sections.last()) else { return Vec::new() };
        let told: Vec<_> = sections.iter().map(|section| self.told_below(section, sheet.template)).collect();
        let alike = |nth: &usize| (0..told.len()).any(|other| other != *nth && !told[*nth].is_disjoint(&told[other]));
        let most = (0..told.len()).filter(alike).count() * 2 > told.len();
        let among = first.start..=last.start;
        others.retain(|section| among.contains(&section.start) && self.is_told(section));
        // What stands between two practices may be about both, unless it is counted with them.
        let counted = |section: &Section| section_number(self.blocks[section.start].body().of(self.text)).is_some();
        let some = others.len() * 2 < sections.len() || others.iter().all(counted);
        let mut own = if some { [sections, others].concat() } else { sections };
        own.sort_by_key(|section| section.start);
        if most { own } else { Vec::new() }
    }

    /// Whether sections that are counted from 1 on each tell of a practice, with a label in most of them, and a line above them counts the
    /// practices: `Three stories of bridges`, and below it `1. The boat`.
    fn is_collection(&self, sheet: &SheetBlocks, sections: &[Section]) -> bool {
        let number =
            |section: &Section| section_number(self.blocks[section.start].body().of(self.text)).map(|it| it.first);
        let counted = || (1..).zip(sections).all(|(nth, section)| number(section) == Some(nth));
        let labelled = || sections.iter().filter(|section| self.fields_below(section, sheet.template) > 0).count();
        let [first, _, ..] = sections else { return false };
        let counts = |at: usize| {
            let mut words = self.blocks[at].body().of(self.text).split_whitespace();
            let count = words.next().unwrap_or_default();
            let told = self.schemas.counts.get(&fold(count)).is_some() || count.parse() == Ok(sections.len());
            told && words.next().is_some()
        };
        counted()
            && sections.iter().all(|section| self.is_told(section))
            && labelled() * 2 > sections.len()
            && (sheet.blocks.start..first.start).any(counts)
    }

    /// Whether a section has the text of a practice below its heading.
    fn is_told(&self, section: &Section) -> bool {
        let prose = self.lines(section).skip(1).map(|at| &self.blocks[at]).filter(|block| block.is_text());
        prose.map(|block| block.body().len()).sum::<usize>() >= TOLD
    }

    /// The blocks of a section without page headers and footers, which say nothing of it.
    fn lines<'a>(&'a self, section: &Section) -> impl Iterator<Item = usize> + use<'a> {
        section.clone().filter(|&at| !self.blocks[at].is_furniture())
    }

    /// How many fields the labels below a heading would open.
    fn fields_below(&self, section: &Section, template: u16) -> usize {
        self.lines(section).flat_map(|at| self.fields(at..at + 1, template)).collect::<HashSet<usize>>().len()
    }

    /// The words of the labels below a heading that tell of a practice, and not who is to be asked and where; of those in bold all, and of
    /// those beside a text.
    fn told_below(&self, section: &Section, template: u16) -> HashSet<String> {
        let labels = &self.schemas.templates[usize::from(template)].labels;
        let label =
            |meaning: &Meaning| labels.get(usize::from(meaning.label)).filter(|_| meaning.is_label_of(template));
        let tells = |meaning: &Meaning| label(meaning).is_some_and(Label::tells);
        let has_text = self.is_told(section);
        let words = |block: &Block<'_>| {
            let label = block.labels.first().filter(|label| !label.inside);
            let label = label.map_or(block.body(), |label| label.words).of(self.text);
            let told = opening(block).any(|meaning| tells(meaning) || has_text && meaning.is_label_of(template));
            let told = told.then_some(label);
            told.or_else(|| words_in_bold(block.body().of(self.text))).map(fold)
        };
        self.lines(section).filter_map(|at| words(&self.blocks[at])).collect()
    }
}

/// The words in bold that a paragraph begins with: `**What it takes:** an agreement`.
fn words_in_bold(line: &str) -> Option<&str> {
    let (words, behind) = line.strip_prefix("**")?.split_once("**")?;
    let words = words.trim_end_matches(['.', ':', ' ']);
    (words.len() <= LEAD_IN && !behind.trim().is_empty()).then_some(words)
}

/// How many parts the number has that a line of a few words begins with; none in a table of contents.
fn level_of_section(line: &str) -> Option<usize> {
    let number = section_number(line)?;
    let words = line[number.length..].trim_end();
    let begins = words.trim_start_matches(['"', '“', '„', '«', '‘']).starts_with(char::is_uppercase);
    let named = begins && !words.ends_with(['.', ',', ';', ':']);
    let listed = words.contains(LEADER) && words.ends_with(|c: char| c.is_ascii_digit());
    (named && !listed).then_some(number.parts)
}

/// The number of a section, with the white space behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SectionNumber {
    /// How many parts it has: `3.2` has two.
    pub parts: usize,
    /// The first of them; 0 for a letter.
    pub first: u32,
    /// Bytes.
    pub length: usize,
    /// Whether a full stop or bracket tells it from a number that counts something.
    pub is_marked: bool,
}

/// The number that a heading begins with: `3.2 The keys of the house`, `4. Bread`.
pub fn section_number(line: &str) -> Option<SectionNumber> {
    let (number, words) = line.split_once([' ', '\t'])?;
    let bare = number.strip_suffix(['.', ')']).unwrap_or(number);
    // `B.2` is a number of the second level as `4.2` is, and so is `B2.`
    let lettered = bare.strip_prefix(char::is_uppercase).and_then(|rest| {
        let marked = bare.len() < number.len() && rest.starts_with(|c: char| c.is_ascii_digit());
        rest.strip_prefix('.').or_else(|| marked.then_some(rest))
    });
    let (bare, above) = lettered.map_or((bare, 0), |rest| (rest, 1));
    let parts = bare.split('.').count() + above;
    are_figures(bare).then(|| SectionNumber {
        parts,
        first: bare.split('.').next().filter(|_| above == 0).and_then(|part| part.parse().ok()).unwrap_or(0),
        length: line.len() - words.trim_start().len(),
        is_marked: parts > 1 || number.ends_with(['.', ')']),
    })
}

/// Whether each part of a number such as `3.2` has a few figures.
pub fn are_figures(number: &str) -> bool {
    number.split('.').all(|part| is_number(part, FIGURES))
}

#[cfg(test)]
mod tests {
    use super::{level_of_section, section_number};

    #[test]
    fn numbers_of_sections_have_levels() {
        for (line, level) in [
            ("3.2 The keys of the house", Some(2)),
            ("3.2.1. The keys", Some(3)),
            ("Γ.2  Μαγειρεύω για δύο", Some(2)),
            ("4  Ausblick", Some(1)),
            ("4) Ausblick", Some(1)),
            ("3.1  Die Waschküche .................. 9", None),
            ("1. to open the door", None),
            ("2019 Report", None),
            ("12.04.2019 Meeting", None),
            ("3 houses", None),
            ("Houses", None),
        ] {
            assert_eq!(level_of_section(line), level, "{line}");
        }
    }

    #[test]
    fn a_count_is_no_number_of_a_section() {
        let marked = |line| section_number(line).is_some_and(|number| number.is_marked);
        assert!(marked("4.1 The porter") && marked("1. The bus"));
        assert!(!marked("12 Houses") && !marked("Twelve houses"));
    }
}
