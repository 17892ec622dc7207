//! Practices one behind the other, each with a line that names it and the same labels below: nothing numbers them.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::divide::{Divider, SheetBlocks, opening};
use crate::blocks::{Block, Shape};
use crate::schemas::{Label, fold_words};

/// Fields below each name at least.
const FIELDS: usize = 3;
/// Labels above the first name at most: a form with a group that comes again has more.
const ABOVE: usize = 1;
/// Lines of a name at most, and its bytes.
const NAME_LINES: usize = 3;
const NAME: usize = 200;

/// A line that begins with a label.
struct Opened {
    /// Position of its block.
    at: usize,
    /// Its folded words.
    words: String,
}

impl Divider<'_, '_> {
    /// A sheet from each name above the label that comes again first, if the labels below each are those of the others.
    pub(super) fn by_cycles(&self, sheet: &SheetBlocks) -> Option<Vec<SheetBlocks>> {
        let opened = self.opened(sheet);
        let starts = first_again(&opened)?;
        if starts[0] > ABOVE {
            return None;
        }
        let ends = starts[1..].iter().copied().chain([opened.len()]);
        let cycles: Vec<&[Opened]> = starts.iter().zip(ends).map(|(&start, end)| &opened[start..end]).collect();
        if !self.are_alike(&cycles, sheet.template) {
            return None;
        }
        let names: Option<Vec<Range<usize>>> =
            cycles.iter().map(|cycle| self.name_above(cycle[0].at, sheet.blocks.start)).collect();
        let names = names?;
        let kinds: Vec<Option<usize>> = names.iter().map(|name| self.line_above(name.start, sheet)).collect();
        // `Slovakia`, and below it the name of a practice there: such a line above each belongs to what it names.
        let grouped = kinds.iter().filter(|kind| kind.is_some()).count() == names.len();
        let start = |nth: usize| kinds[nth].filter(|_| grouped).unwrap_or(names[nth].start);
        let part = |(nth, name): (usize, &Range<usize>)| SheetBlocks {
            blocks: start(nth)..if nth + 1 < names.len() { start(nth + 1) } else { sheet.blocks.end },
            title: Some(self.blocks[name.start].body()),
            ..sheet.clone()
        };
        Some(names.iter().enumerate().map(part).collect())
    }

    /// The lines that begin with a label of the template.
    fn opened(&self, sheet: &SheetBlocks) -> Vec<Opened> {
        let line = |at: usize| {
            let block = &self.blocks[at];
            let own = !block.is_furniture() && opening(block).any(|meaning| meaning.is_label_of(sheet.template));
            let label = block.labels.first().filter(|label| !label.inside && block.whole.is_empty());
            let words = label.map_or(block.body(), |label| label.words);
            own.then(|| Opened { at, words: fold_words(words.of(self.text)) })
        };
        sheet.blocks.clone().filter_map(line).collect()
    }

    /// Whether each cycle has several fields of the first, and most tell something of a practice.
    fn are_alike(&self, cycles: &[&[Opened]], template: u16) -> bool {
        let labels = &self.schemas.templates[usize::from(template)].labels;
        let words = |cycle: &[Opened]| cycle.iter().map(|label| label.words.clone()).collect::<HashSet<_>>();
        let fields = |cycle: &[Opened]| {
            let blocks = cycle.iter().map(|label| label.at..label.at + 1);
            blocks.flat_map(|block| self.fields(block, template)).collect::<HashSet<_>>()
        };
        let tells = |cycle: &&&[Opened]| {
            let meanings = cycle.iter().flat_map(|label| opening(&self.blocks[label.at]));
            let own = meanings.filter(|meaning| meaning.is_label_of(template));
            own.filter_map(|meaning| labels.get(usize::from(meaning.label))).any(Label::tells)
        };
        let first = words(cycles[0]);
        let same =
            |cycle: &&[Opened]| first.intersection(&words(cycle)).count() >= FIELDS && fields(cycle).len() >= FIELDS;
        cycles.iter().all(same) && cycles.iter().filter(tells).count() * 2 > cycles.len()
    }

    /// The lines of a paragraph of its own directly above a label, which may name a practice.
    fn name_above(&self, label: usize, first: usize) -> Option<Range<usize>> {
        let is_apart = |block: &Block<'_>| block.is_blank() || block.is_furniture();
        let end = (first..label).rev().find(|&at| !is_apart(&self.blocks[at]))? + 1;
        let start = (first..end).rev().take_while(|&at| !is_apart(&self.blocks[at])).last()?;
        let lines = &self.blocks[start..end];
        let length: usize = lines.iter().map(|line| line.body().len()).sum();
        let named = lines.len() <= NAME_LINES && length <= NAME && lines.iter().all(|line| self.may_name(line));
        named.then_some(start..end)
    }

    /// The line of a paragraph of its own above a name.
    fn line_above(&self, name: usize, sheet: &SheetBlocks) -> Option<usize> {
        let line = self.name_above(name, sheet.blocks.start)?;
        (line.len() == 1).then_some(line.start)
    }

    /// Whether a line may be one of a name: words that open nothing and end no sentence.
    fn may_name(&self, block: &Block<'_>) -> bool {
        let words = block.body().of(self.text);
        let plain = matches!(block.shape, Shape::Prose { .. } | Shape::Heading { .. } | Shape::Paragraph { .. });
        let worded = words.contains(char::is_alphabetic) && !words.ends_with(['.', ':', ';', ',', '…']);
        plain && worded && !words.contains('@') && opening(block).next().is_none()
    }
}

/// The places of the first words that come again among labels.
fn first_again(opened: &[Opened]) -> Option<Vec<usize>> {
    let mut places: HashMap<&str, Vec<usize>> = HashMap::new();
    for (nth, label) in opened.iter().enumerate() {
        places.entry(&label.words).or_default().push(nth);
    }
    places.into_values().filter(|places| places.len() > 1).min_by_key(|places| places[0])
}
