//! Where sheets start and end, and which template reads each.

use std::collections::HashSet;
use std::ops::Range;

use super::columns;
use crate::blocks::{Block, Shape};
use crate::schemas::{Meaning, Role, Schemas, Template, Words, fold};

/// Distinct labels of a family that make a sheet of it where no start mark stands.
const FAMILY_LABELS: usize = 3;
/// How many of the labels that no other form has must be there, where a template names such.
const OWN_LABELS: usize = 2;
/// Distinct labels, credits or headings that make a page a sheet.
const PAGE_SIGNS: usize = 2;

/// The blocks of one sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetBlocks {
    /// Position of the template that reads it.
    pub template: u16,
    /// Its blocks, from the one that starts it to the last with content.
    pub blocks: Range<usize>,
    /// The row that names the columns, where the sheet is a row of a table.
    pub header: Option<usize>,
    /// What decided on the template, in words.
    pub decided_by: String,
}

/// Divides a document into sheets. All start marks are active at once, unless a template is told.
pub fn divide(text: &str, blocks: &[Block<'_>], schemas: &Schemas, told: Option<u16>) -> Vec<SheetBlocks> {
    let divider = Divider { text, blocks, schemas };
    let mut sheets = divider.by_start_marks(told);
    if sheets.is_empty() {
        sheets = columns::sheets(text, blocks, schemas, told);
    }
    if sheets.is_empty() {
        sheets.extend(match told {
            Some(template) => divider.whole(template, String::from("told")),
            None => divider.by_labels().or_else(|| divider.as_page()),
        });
        if let [sheet] = &sheets[..] {
            sheets = divider.by_titles(sheet);
        }
    }
    for sheet in &mut sheets {
        divider.end(sheet);
    }
    sheets
}

struct Divider<'a, 's> {
    text: &'a str,
    blocks: &'a [Block<'s>],
    schemas: &'s Schemas,
}

impl Divider<'_, '_> {
    /// A sheet from each start mark to the next; a mark without a label of its family behind it is none.
    fn by_start_marks(&self, told: Option<u16>) -> Vec<SheetBlocks> {
        let mut marks: Vec<(usize, u16)> =
            (0..self.blocks.len()).filter_map(|at| Some((at, start_mark(&self.blocks[at], told)?))).collect();
        let reach = self.reaches(&marks);
        let mut labelled =
            marks.iter().zip(reach).map(|(mark, reach)| self.labels(reach, mark.1) > 0).collect::<Vec<_>>().into_iter();
        marks.retain(|_| labelled.next() == Some(true) || told.is_some());
        let reach = self.reaches(&marks);
        let sheet = |(&(start, template), blocks): (&(usize, u16), Range<usize>)| SheetBlocks {
            template,
            blocks,
            header: None,
            decided_by: format!("start mark \"{}\"", self.start_words(start)),
        };
        marks.iter().zip(reach).map(sheet).collect()
    }

    /// The blocks from each mark to the next.
    fn reaches(&self, marks: &[(usize, u16)]) -> Vec<Range<usize>> {
        let ends = marks.iter().skip(1).map(|mark| mark.0).chain([self.blocks.len()]);
        marks.iter().zip(ends).map(|(mark, end)| mark.0..end).collect()
    }

    fn start_words(&self, at: usize) -> &str {
        let block = &self.blocks[at];
        let label = block.labels.first().filter(|_| !block.is(Role::StartLine));
        label.map_or(block.body(), |label| label.words).of(self.text)
    }

    /// The family whose labels the document has, if it has enough of them.
    fn by_labels(&self) -> Option<SheetBlocks> {
        let families = (0..).zip(self.schemas.templates.iter()).filter(|(_, template)| !template.generic);
        let known = families.filter(|(at, template)| self.has_own_labels(*at, template));
        let counted = known.map(|(at, _)| (self.labels(0..self.blocks.len(), at), at));
        // The first of several with as many wins: the order of templates is that of their names.
        let (count, template) = counted.max_by_key(|(count, at)| (*count, std::cmp::Reverse(*at)))?;
        let generic = self.labels(0..self.blocks.len(), self.schemas.generic());
        let enough = count >= FAMILY_LABELS && count >= generic;
        enough.then(|| self.whole(template, format!("{count} labels of the family, no start mark"))).flatten()
    }

    /// Whether enough of the labels are there that no other form has.
    fn has_own_labels(&self, at: u16, template: &Template) -> bool {
        let telling = |label: usize| template.labels.get(label).is_some_and(|label| label.telling);
        let met = self.distinct(0..self.blocks.len(), |meaning| {
            let label = usize::from(meaning.label);
            (meaning.template == at && meaning.role == Role::Label && telling(label)).then_some(label)
        });
        met >= OWN_LABELS.min(template.labels.iter().filter(|label| label.telling).count())
    }

    /// A page or deck, if anything in it says that it describes a practice.
    fn as_page(&self) -> Option<SheetBlocks> {
        let generic = self.schemas.generic();
        let signs = self.labels(0..self.blocks.len(), generic);
        let credits = self.distinct(0..self.blocks.len(), |meaning| {
            (meaning.template == generic && meaning.role == Role::Credit).then_some(usize::from(meaning.label))
        });
        let why = format!("no start mark; {signs} labels or headings and {credits} credits of the shared vocabulary");
        (signs + credits >= PAGE_SIGNS).then(|| self.whole(generic, why)).flatten()
    }

    /// A page in which the label of the title comes again, with other labels behind each, is several sheets.
    fn by_titles(&self, sheet: &SheetBlocks) -> Vec<SheetBlocks> {
        let labels = &self.schemas.templates[usize::from(sheet.template)].labels;
        let names = |meaning: &&Meaning| {
            let own = meaning.template == sheet.template && meaning.role == Role::Label;
            own && labels[usize::from(meaning.label)].names_sheet()
        };
        let mut titles: Vec<usize> =
            sheet.blocks.clone().filter(|&at| opening(&self.blocks[at]).any(|meaning| names(&meaning))).collect();
        // Further in than the first it is part of a value, such as the title of a person.
        let indent = |at: usize| self.blocks[at].body().start - self.blocks[at].span.start;
        let first = titles.first().map_or(0, |first| indent(*first));
        titles.retain(|at| indent(*at) <= first);
        let ends = titles.iter().skip(1).map(|&title| self.above(title, titles[0])).chain([sheet.blocks.end]);
        let starts = [sheet.blocks.start].into_iter().chain(titles.iter().skip(1).copied());
        let parts: Vec<Range<usize>> = starts.zip(ends).map(|(start, end)| start..end).collect();
        let several =
            parts.len() > 1 && parts.iter().all(|part| self.labels(part.clone(), sheet.template) > PAGE_SIGNS);
        if !several {
            return vec![sheet.clone()];
        }
        let part = |blocks| SheetBlocks {
            blocks,
            decided_by: format!("{}; its title comes again", sheet.decided_by),
            ..sheet.clone()
        };
        parts.into_iter().map(part).collect()
    }

    /// Where the sheet before a title ends: above a line such as `SHEET No. 2` that also stands above the first title.
    fn above(&self, title: usize, first: usize) -> usize {
        let line =
            |title: usize| self.blocks[..title].iter().rposition(|block| !block.is_blank() && !block.is_furniture());
        let words = |at: usize| fold(self.blocks[at].body().of(self.text)).replace(|c: char| c.is_ascii_digit(), "");
        match (line(title), line(first)) {
            (Some(above), Some(other)) if words(above) == words(other) => above,
            _ => title,
        }
    }

    fn whole(&self, template: u16, decided_by: String) -> Option<SheetBlocks> {
        let content = |block: &Block<'_>| !block.is_blank() && (!block.is_furniture() || keeps(block));
        let start = self.blocks.iter().position(content)?;
        Some(SheetBlocks { template, blocks: start..self.blocks.len(), header: None, decided_by })
    }

    /// How many fields the labels of a template would open in these blocks.
    fn labels(&self, blocks: Range<usize>, template: u16) -> usize {
        let labels = &self.schemas.templates[usize::from(template)].labels;
        self.distinct(blocks, |meaning| {
            let opens = meaning.template == template && meaning.role == Role::Label;
            opens.then(|| labels[usize::from(meaning.label)].field.index())
        })
    }

    fn distinct(&self, blocks: Range<usize>, pick: impl Fn(&Meaning) -> Option<usize>) -> usize {
        let meanings = self.blocks[blocks].iter().flat_map(|block| {
            let bullet = matches!(block.shape, Shape::Bullet { .. });
            let whole = if bullet { &[] } else { block.whole };
            whole.iter().chain(
                block.labels.iter().filter(|label| !label.inside || block.is_flat()).flat_map(|label| label.meanings),
            )
        });
        meanings.filter_map(pick).collect::<HashSet<usize>>().len()
    }

    /// Ends a sheet at a line that ends one, and behind its last content.
    fn end(&self, sheet: &mut SheetBlocks) {
        let ends = &self.schemas.templates[usize::from(sheet.template)].ends;
        let blocks = &self.blocks[sheet.blocks.clone()];
        let stop = if ends.is_empty() { None } else { blocks.iter().position(|block| self.is_end(block, ends)) };
        let blocks = &blocks[..stop.unwrap_or(blocks.len())];
        let content = |block: &Block<'_>| !block.is_blank() && (!block.is_furniture() || keeps(block));
        // A credit that introduces nobody is the foot of a slide.
        let said = |block: &Block<'_>| content(block) && !block.is(Role::Credit);
        let length = blocks.iter().rposition(said).map_or(0, |last| last + 1);
        sheet.blocks.end = sheet.blocks.start + length;
    }

    fn is_end(&self, block: &Block<'_>, ends: &Words) -> bool {
        let short = block.span.len() <= 200 && !block.is_furniture();
        let heading = matches!(block.shape, Shape::Prose { .. } | Shape::Heading { .. });
        short && heading && {
            let folded = fold(block.body().of(self.text));
            ends.iter().any(|end| folded.starts_with(end))
        }
    }
}

/// The meanings of a line, or of the label that it begins with; those of bullets open nothing.
fn opening<'a>(block: &'a Block<'_>) -> impl Iterator<Item = &'a Meaning> {
    let bullet = matches!(block.shape, Shape::Bullet { .. });
    let first = block.labels.first().filter(|label| !label.inside && !bullet);
    let whole = if bullet { &[] } else { block.whole };
    whole.iter().chain(first.into_iter().flat_map(|label| label.meanings))
}

/// Whether a line that repeats may still be the only copy of a value.
fn keeps(block: &Block<'_>) -> bool {
    block.mark == crate::blocks::Mark::Furniture { first: true }
}

/// The template whose sheet starts with this block.
fn start_mark(block: &Block<'_>, told: Option<u16>) -> Option<u16> {
    let wanted = |meaning: &&Meaning| told.is_none_or(|told| told == meaning.template);
    let line = block.whole.iter().filter(wanted).find(|meaning| meaning.role == Role::StartLine);
    let first = block.labels.first().filter(|label| !label.inside && !matches!(block.shape, Shape::Bullet { .. }));
    let label = || first?.meanings.iter().filter(wanted).find(|meaning| meaning.role == Role::StartLabel);
    Some(line.or_else(label)?.template)
}
