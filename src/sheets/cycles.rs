//! Practices one behind the other with the same labels in each, and a line that names each: nothing numbers them.

use std::ops::Range;

use super::divide::{Divider, SheetBlocks, opening};
use crate::blocks::{Block, Shape, is_in_capitals};
use crate::hashed::{HashMap, HashSet};
use crate::schemas::{Label, fold_words};
use crate::source::before_quotation;

/// Fields that the labels of each open at least.
const FIELDS: usize = 3;
/// Labels above the first at most: a form with a group that comes again has more.
const ABOVE: usize = 4;
/// Lines of a name at most, and its bytes.
const NAME_LINES: usize = 3;
const NAME: usize = 200;
/// Bytes of the text of a practice at least, whose labels stand behind it; of one that has hardly a label, and of one that has many.
const TEXT: usize = 200;
const LONG_TEXT: usize = 500;
const SHORT_TEXT: usize = 40;
/// Labels that practices share and that nothing else would.
const MANY: usize = 5;
/// Letters of an abbreviation with a full stop at most.
const ABBREVIATION: usize = 3;
/// Bytes of words that come again before a colon at most.
const WORDS: usize = 60;

/// A line that begins with a label.
struct Opened {
    /// Position of its block.
    at: usize,
    /// Its folded words.
    words: String,
}

/// Lines between empty ones.
type Paragraph = Range<usize>;

impl Divider<'_, '_> {
    /// A sheet from each name on, if the labels of each practice are those of the others.
    pub(super) fn by_cycles(&self, sheet: &SheetBlocks) -> Option<Vec<SheetBlocks>> {
        let opened = self.opened(sheet);
        let starts = first_again(&opened)?;
        let known = |label: &&Opened| self.opens(label.at, sheet.template);
        if opened[..starts[0]].iter().filter(known).count() > ABOVE {
            return None;
        }
        let ends = starts[1..].iter().copied().chain([opened.len()]);
        let cycles: Vec<&[Opened]> = starts.iter().zip(ends).map(|(&start, end)| &opened[start..end]).collect();
        let labelled: HashSet<usize> = opened.iter().map(|label| label.at).collect();
        let head = opened[..starts[0]].iter().any(|label| known(&label));
        let cycles = Cycles { divider: self, sheet, cycles: &cycles, labelled: &labelled, head };
        if cycles.stand_apart() {
            return None;
        }
        cycles.named_above().or_else(|| cycles.named_before_text()).or_else(|| cycles.named_by_first_line())
    }

    /// The lines that begin with a label of the template, or with words before a colon that come again so.
    fn opened(&self, sheet: &SheetBlocks) -> Vec<Opened> {
        let mut opened: Vec<Opened> = sheet.blocks.clone().flat_map(|at| self.labels_of(at, sheet.template)).collect();
        let mut counts: HashMap<String, usize> = HashMap::default();
        for label in &opened {
            *counts.entry(label.words.clone()).or_default() += 1;
        }
        opened.retain(|label| self.opens(label.at, sheet.template) || counts[&label.words] > 1);
        opened
    }

    /// The labels of a line: the first, all of one that holds a whole form, or what stands before a colon.
    fn labels_of(&self, at: usize, template: u16) -> Vec<Opened> {
        let block = &self.blocks[at];
        if block.is_furniture() || block.is_blank() {
            return Vec::new();
        }
        let label = |words: &str| Opened { at, words: fold_words(words) };
        if block.is_flat() && self.opens(at, template) {
            return block.labels.iter().map(|it| label(it.words.of(self.text))).collect();
        }
        let first = block.labels.first().filter(|label| !label.inside && block.whole.is_empty());
        if self.opens(at, template) {
            return vec![label(first.map_or(block.body(), |first| first.words).of(self.text))];
        }
        let line = block.body().of(self.text);
        let strange = line.split_once(": ").map(|(words, _)| words);
        strange.filter(|words| words.len() <= WORDS && block.is_text()).map(label).into_iter().collect()
    }

    /// Whether a line begins with a label of the template, or is a whole form.
    fn opens(&self, at: usize, template: u16) -> bool {
        let block = &self.blocks[at];
        let flat = block.labels.iter().filter(|_| block.is_flat()).flat_map(|label| label.meanings);
        opening(block).chain(flat).any(|meaning| meaning.is_label_of(template))
    }
}

/// Labels that come again.
struct Cycles<'a, 'b, 's> {
    divider: &'a Divider<'b, 's>,
    sheet: &'a SheetBlocks,
    /// The labels of each practice.
    cycles: &'a [&'a [Opened]],
    /// The blocks that begin with one of them.
    labelled: &'a HashSet<usize>,
    /// Whether labels stand above the first: the practices may be parts of the one that these tell of.
    head: bool,
}

impl Cycles<'_, '_, '_> {
    /// Whether a third of the labels or more stand directly above others, without values: these stand elsewhere.
    fn stand_apart(&self) -> bool {
        let labels: Vec<usize> = self.cycles.iter().flat_map(|cycle| cycle.iter().map(|label| label.at)).collect();
        let blocks = self.divider.blocks;
        let is_empty = |pair: &&[usize]| {
            let [label, next] = pair else { return false };
            let alone = !blocks[*label].whole.is_empty();
            alone
                && blocks
                    .get(label + 1..*next)
                    .unwrap_or_default()
                    .iter()
                    .all(|block| block.is_blank() || block.is_furniture())
        };
        labels.windows(2).filter(is_empty).count() * 3 >= labels.len()
    }

    // Names directly above the labels

    fn named_above(&self) -> Option<Vec<SheetBlocks>> {
        // The results of a search are told in a few words each.
        if !self.are_alike() || !self.tell() || self.divider.begins_as_other_document(self.sheet) {
            return None;
        }
        let names: Option<Vec<Paragraph>> = self.cycles.iter().map(|cycle| self.name_above(cycle[0].at)).collect();
        let names = names?;
        // `Slovakia`, and below it the name of a practice there: what stands so above each belongs to what it names.
        let group = |name: &Paragraph| self.name_above(name.start).map(|above| above.start);
        let later: Option<Vec<usize>> = names[1..].iter().map(group).collect();
        // What is said below the first of them is told of the first practice.
        let first = self.paragraph_above(names[0].start).map(|above| above.start);
        let grouped = later.zip(first).map(|(later, first)| [vec![first], later].concat());
        let starts = grouped.unwrap_or_else(|| names.iter().map(|name| name.start).collect());
        Some(self.sheets(&starts, &names))
    }

    /// The paragraph directly above a block, if it may be a name.
    fn name_above(&self, block: usize) -> Option<Paragraph> {
        self.paragraph_above(block).filter(|name| self.is_name(name))
    }

    fn paragraph_above(&self, block: usize) -> Option<Paragraph> {
        let first = self.sheet.blocks.start;
        let end = (first..block).rev().find(|&at| !self.is_apart(at))? + 1;
        let start = (first..end).rev().take_while(|&at| !self.is_apart(at)).last()?;
        Some(start..end)
    }

    // Names above a text, with the labels behind it

    fn named_before_text(&self) -> Option<Vec<SheetBlocks>> {
        let names = self.names_before_text()?;
        let texts = names.iter().zip(self.cycles).map(|(name, cycle)| self.text_in(name.end..cycle[0].at));
        let least = texts.min().unwrap_or(0);
        let in_capitals = || names.iter().all(|name| name.clone().all(|at| self.is_in_capitals(at)));
        let told = match self.shared() {
            0..FIELDS if self.names_in_quotes(&names) => least >= SHORT_TEXT,
            0..FIELDS => least >= LONG_TEXT && in_capitals(),
            FIELDS..MANY => least >= TEXT,
            _ => least >= if self.head || self.are_counted(&names) { TEXT } else { SHORT_TEXT },
        };
        let starts: Vec<usize> = names.iter().map(|name| name.start).collect();
        told.then(|| self.sheets(&starts, &names))
    }

    /// Whether each name stands in quotation marks behind the same words: `Programme "The open door" (2004-2015)`.
    fn names_in_quotes(&self, names: &[Paragraph]) -> bool {
        let before = |name: &Paragraph| {
            let words = self.divider.blocks[name.start].body().of(self.divider.text);
            before_quotation(words).unwrap_or_default()
        };
        let first = names.first().map_or("", before);
        !first.is_empty() && names.iter().all(|name| before(name) == first)
    }

    /// Names above a text of a few lines, with the labels directly below it.
    fn named_by_first_line(&self) -> Option<Vec<SheetBlocks>> {
        if self.shared() < FIELDS || !self.tell() || self.divider.begins_as_other_document(self.sheet) {
            return None;
        }
        let first_line = |cycle: &&[Opened]| {
            let paragraph = self.paragraph_above(cycle[0].at)?;
            let name = paragraph.start..paragraph.start + 1;
            (paragraph.end == cycle[0].at && paragraph.len() > 1 && self.is_name(&name)).then_some(name)
        };
        let names: Vec<Paragraph> = self.cycles.iter().map(first_line).collect::<Option<_>>()?;
        if self.head || self.are_counted(&names) {
            return None;
        }
        let starts: Vec<usize> = names.iter().map(|name| name.start).collect();
        Some(self.sheets(&starts, &names))
    }

    /// Whether a word counts each name: `First phase`, `Second phase` are parts of one practice.
    fn are_counted(&self, names: &[Paragraph]) -> bool {
        let counted = |name: &Paragraph| {
            let mut words = self.divider.blocks[name.start].body().of(self.divider.text).split_whitespace();
            words.any(|word| self.divider.schemas.counts.get(&fold_words(word)).is_some())
        };
        names.iter().all(counted)
    }

    /// The first name behind the labels of the practice before. Names behind it may be a strapline, or headings of the text: above the
    /// first practice stand the names of other things, too, and as many behind its own as behind those of the others.
    fn names_before_text(&self) -> Option<Vec<Paragraph>> {
        let nexts = self.cycles[1..].iter().map(|next| next[0].at).chain([self.sheet.blocks.end]);
        let lasts = self.cycles.iter().zip(nexts);
        let lasts = lasts.map(|(cycle, next)| self.end_of_paragraph(cycle[cycle.len() - 1].at..next));
        let froms = std::iter::once(self.sheet.blocks.start).chain(lasts);
        let mut all: Vec<Vec<Paragraph>> =
            froms.zip(self.cycles).map(|(from, cycle)| self.names_in(from..cycle[0].at)).collect();
        self.leave_out_headers(&mut all);
        let mut names = all.into_iter();
        let first = names.next()?;
        let later: Vec<Vec<Paragraph>> = names.collect();
        let behind = later.iter().map(|names| names.len().checked_sub(1)).min()??;
        let own = first.get(first.len().checked_sub(behind + 1)?)?;
        Some(std::iter::once(own).chain(later.iter().map(|names| &names[0])).cloned().collect())
    }

    /// Leaves out what stands above several practices in the same words, but for a number.
    fn leave_out_headers(&self, all: &mut [Vec<Paragraph>]) {
        let words = |name: &Paragraph| {
            let blocks = &self.divider.blocks[name.clone()];
            let words: Vec<String> =
                blocks.iter().map(|block| fold_words(block.body().of(self.divider.text))).collect();
            words.join(" ").replace(|c: char| c.is_ascii_digit(), "").trim().to_owned()
        };
        let mut counts: HashMap<String, usize> = HashMap::default();
        for above in all.iter() {
            let own: HashSet<String> = above.iter().map(words).collect();
            own.into_iter().for_each(|words| *counts.entry(words).or_default() += 1);
        }
        all.iter_mut().for_each(|above| above.retain(|name| counts[&words(name)] == 1));
    }

    /// The paragraphs of some blocks that may be names.
    fn names_in(&self, blocks: Range<usize>) -> Vec<Paragraph> {
        let mut paragraphs: Vec<Paragraph> = Vec::new();
        for at in blocks.filter(|&at| !self.is_apart(at)) {
            match paragraphs.last_mut() {
                Some(last) if last.end == at => last.end = at + 1,
                _ => paragraphs.push(at..at + 1),
            }
        }
        paragraphs.retain(|paragraph| self.is_name(paragraph));
        paragraphs
    }

    /// The end of the paragraph that some blocks begin with.
    fn end_of_paragraph(&self, blocks: Range<usize>) -> usize {
        let end = blocks.end;
        blocks.clone().find(|&at| self.is_apart(at)).unwrap_or(end)
    }

    /// Bytes of the text in some blocks.
    fn text_in(&self, blocks: Range<usize>) -> usize {
        let text = self.divider.blocks[blocks.start.min(blocks.end)..blocks.end].iter();
        let prose = text.filter(|block| block.is_text() && !block.is_furniture());
        prose.map(|block| block.body().len()).sum()
    }

    fn is_in_capitals(&self, at: usize) -> bool {
        is_in_capitals(self.divider.blocks[at].body().of(self.divider.text))
    }

    // Both

    fn sheets(&self, starts: &[usize], names: &[Paragraph]) -> Vec<SheetBlocks> {
        let ends = starts[1..].iter().copied().chain([self.sheet.blocks.end]);
        let parts = starts.iter().zip(ends).zip(names);
        let part = |((start, end), name): ((&usize, usize), &Paragraph)| SheetBlocks {
            blocks: *start..end,
            title: Some(self.divider.blocks[name.start].body()),
            ..self.sheet.clone()
        };
        parts.map(part).collect()
    }

    /// Whether each practice has several of the first one's labels, and several fields.
    fn are_alike(&self) -> bool {
        self.shared() >= FIELDS
    }

    /// How many of the first one's labels each practice has; 0 where one opens few fields.
    fn shared(&self) -> usize {
        let words = |cycle: &[Opened]| cycle.iter().map(|label| label.words.clone()).collect::<HashSet<_>>();
        let fields = |cycle: &[Opened]| {
            let blocks = cycle.iter().map(|label| label.at..label.at + 1);
            blocks.flat_map(|block| self.divider.fields(block, self.sheet.template)).collect::<HashSet<_>>().len()
        };
        let first = words(self.cycles[0]);
        let same = |cycle: &&[Opened]| {
            if fields(cycle) < FIELDS { 0 } else { first.intersection(&words(cycle)).count() }
        };
        self.cycles.iter().map(same).min().unwrap_or(0)
    }

    /// Whether the labels of most tell something of a practice, and say where or whose it is: the phases of one practice do not.
    fn tell(&self) -> bool {
        self.most(Label::tells) && self.most(|label| label.names_lead() || label.is_place() || label.holds_people())
    }

    /// Whether most have such a label.
    fn most(&self, kind: impl Fn(&Label) -> bool) -> bool {
        let template = self.sheet.template;
        let labels = &self.divider.schemas.templates[usize::from(template)].labels;
        let has = |cycle: &&&[Opened]| {
            let meanings = cycle.iter().flat_map(|label| opening(&self.divider.blocks[label.at]));
            let own = meanings.filter(|meaning| meaning.is_label_of(template));
            own.filter_map(|meaning| labels.get(usize::from(meaning.label))).any(&kind)
        };
        self.cycles.iter().filter(has).count() * 2 > self.cycles.len()
    }

    /// Whether a block parts paragraphs.
    fn is_apart(&self, at: usize) -> bool {
        self.divider.blocks[at].is_blank() || self.divider.blocks[at].is_furniture()
    }

    /// Whether a paragraph may be a name: a few lines of words that open nothing and end no sentence.
    fn is_name(&self, lines: &Paragraph) -> bool {
        let blocks = &self.divider.blocks[lines.clone()];
        let length: usize = blocks.iter().map(|line| line.body().len()).sum();
        let labelled = lines.clone().any(|at| self.labelled.contains(&at));
        let may_name = |block: &Block<'_>| {
            let words = block.body().of(self.divider.text);
            let plain = matches!(block.shape, Shape::Heading { .. }) || block.is_text();
            let worded = words.contains(char::is_alphabetic) && !words.ends_with(['.', ':', ';', ',', '…']);
            plain && worded && !words.contains('@') && !holds_end_of_sentence(words)
        };
        blocks.len() <= NAME_LINES && length <= NAME && !labelled && blocks.iter().all(may_name)
    }
}

/// Whether a sentence ends inside of words: a full stop behind no number or abbreviation, before a capital.
fn holds_end_of_sentence(words: &str) -> bool {
    words.match_indices(". ").any(|(at, stop)| {
        let before = words[..at].rsplit(' ').next().unwrap_or_default();
        let ended = before.chars().count() > ABBREVIATION && !before.contains(|c: char| c.is_ascii_digit());
        ended && words[at + stop.len()..].starts_with(char::is_uppercase)
    })
}

/// The places of the first words that come again among labels.
fn first_again(opened: &[Opened]) -> Option<Vec<usize>> {
    let mut places: HashMap<&str, Vec<usize>> = HashMap::default();
    for (nth, label) in opened.iter().enumerate() {
        places.entry(&label.words).or_default().push(nth);
    }
    places.into_values().filter(|places| places.len() > 1).min_by_key(|places| places[0])
}
