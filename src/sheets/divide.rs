//! Where sheets start and end, and which template reads each.

use std::ops::Range;

use super::columns;
use super::imprint::imprint;
use crate::blocks::{Block, Shape, cells, meanings};
use crate::explain::{Candidate, Fit, Start};
use crate::hashed::HashSet;
use crate::practice::Field;
use crate::schemas::{Known, Label, Meaning, Part, Role, Schemas, Template, Words, fold, fold_words};
use crate::source::Span;

/// Distinct labels of a family that make a sheet of it where no start mark stands.
const FAMILY_LABELS: usize = 3;
/// How many of the labels that no other form has must be there, where a template names such.
const OWN_LABELS: usize = 2;
/// Fields that tell of a practice and that labels beside a table open, for the table to be part of their form: one whose columns name no
/// practice, and one that does.
const FORM_BESIDE_TABLE: usize = 3;
const FORM_BESIDE_LIST: usize = 4;
/// Fields on the cover of a form at most.
const COVER: usize = 3;
/// Words of a title by which the same is known again.
const TITLE_WORDS: usize = 6;
/// Distinct labels, credits or headings that make a page a sheet.
pub(super) const PAGE_SIGNS: usize = 2;

/// The blocks of one sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetBlocks {
    /// Position of the template that reads it.
    pub template: u16,
    /// Its blocks, from the one that starts it to the last with content.
    pub blocks: Range<usize>,
    /// The row that names the columns, where the sheet is a row of a table.
    pub header: Option<usize>,
    /// Why it starts there, and what decided on the template.
    pub start: Start,
    /// The line whose label names the practice, where such labels divided the sheets.
    pub title: Option<Span>,
}

impl SheetBlocks {
    /// Whether a start mark begins it.
    pub const fn is_marked(&self) -> bool {
        matches!(self.start, Start::Mark { .. })
    }

    /// What decided on the template, in words.
    pub fn decided_by(&self, text: &str) -> String {
        let again = if self.title.is_some() { "; it begins with its title, as others do" } else { "" };
        match self.start {
            Start::Mark { words, .. } => format!("start mark \"{}\"", words.of(text)),
            Start::Row { .. } => String::from("a row of a table whose first row has labels"),
            Start::Data => String::from("an object of data whose keys are labels"),
            Start::Told => format!("told{again}"),
            Start::Family { labels } => format!("{labels} labels of the family, no start mark{again}"),
            Start::Page { labels, credits } => format!(
                "no start mark; {labels} labels or headings and {credits} credits of the shared vocabulary{again}"
            ),
        }
    }
}

/// A document that was divided.
#[derive(Debug, Default)]
pub struct Division {
    /// Its sheets, in order.
    pub sheets: Vec<SheetBlocks>,
    /// How well templates went with it, where no start mark and no table decided.
    pub candidates: Vec<Candidate>,
    /// Start marks without a label of their template behind them.
    pub idle_marks: Vec<Span>,
}

/// Divides a document into sheets. All start marks are active at once, unless a template is told.
pub fn divide(text: &str, blocks: &[Block<'_>], schemas: &Schemas, told: Option<u16>) -> Division {
    let divider = Divider { text, blocks, schemas };
    let mut out = Division::default();
    out.sheets = divider.by_start_marks(told, &mut out.idle_marks);
    if out.sheets.is_empty() {
        out.sheets = columns::sheets(text, blocks, schemas, told);
        if divider.have_form_beside(&out.sheets) {
            out.sheets.clear();
        }
    }
    if out.sheets.is_empty() {
        let whole = match told {
            Some(template) => divider.whole(template, Start::Told),
            None => divider.by_labels(&mut out.candidates).or_else(|| divider.as_page(&mut out.candidates)),
        };
        out.sheets = whole.map_or(Vec::new(), |sheet| divider.by_titles(sheet));
    }
    for sheet in &mut out.sheets {
        divider.end(sheet);
    }
    out
}

/// The sheets of data, whose blocks are known.
pub fn of_data(sheets: &[Range<usize>], template: u16) -> Division {
    let sheet = |blocks: &Range<usize>| SheetBlocks {
        template,
        blocks: blocks.clone(),
        header: None,
        start: Start::Data,
        title: None,
    };
    Division { sheets: sheets.iter().map(sheet).collect(), ..Division::default() }
}

/// What is divided.
pub(super) struct Divider<'a, 's> {
    pub(super) text: &'a str,
    pub(super) blocks: &'a [Block<'s>],
    pub(super) schemas: &'s Schemas,
}

impl Divider<'_, '_> {
    /// A sheet from each start mark to the next; a mark without a label of its family behind it is none.
    fn by_start_marks(&self, told: Option<u16>, idle: &mut Vec<Span>) -> Vec<SheetBlocks> {
        let marks: Vec<(usize, u16)> =
            (0..self.blocks.len()).filter_map(|at| Some((at, start_mark(&self.blocks[at], told)?))).collect();
        let labels: Vec<usize> =
            marks.iter().zip(self.reaches(&marks)).map(|(mark, reach)| self.labels_behind(reach, mark.1)).collect();
        let (begin, none): (Vec<_>, Vec<_>) =
            marks.into_iter().zip(labels).partition(|(_, labels)| *labels > 0 || told.is_some());
        idle.extend(none.iter().map(|(mark, _)| self.start_words(mark.0)));
        let (marks, labels): (Vec<_>, Vec<_>) = begin.into_iter().unzip();
        let reach = self.reaches(&marks);
        let sheet = |((&(start, template), labels), blocks): ((&(usize, u16), usize), Range<usize>)| SheetBlocks {
            template,
            blocks,
            header: None,
            start: Start::Mark { words: self.start_words(start), labels },
            title: None,
        };
        marks.iter().zip(labels).zip(reach).map(sheet).collect()
    }

    /// How many labels of a template stand behind the start mark that some blocks begin with; its line may hold the whole form.
    fn labels_behind(&self, reach: Range<usize>, template: u16) -> usize {
        let on_line = self.labels(reach.start..reach.start + 1, template).saturating_sub(1);
        on_line + self.labels(reach.start + 1..reach.end, template)
    }

    /// The blocks from each mark to the next.
    fn reaches(&self, marks: &[(usize, u16)]) -> Vec<Range<usize>> {
        let ends = marks.iter().skip(1).map(|mark| mark.0).chain([self.blocks.len()]);
        marks.iter().zip(ends).map(|(mark, end)| mark.0..end).collect()
    }

    /// Whether labels beside a table open more fields than a page above a list of practices does: it is part of their form, and lists
    /// objectives with their indicators, work packages, risks.
    fn have_form_beside(&self, rows: &[SheetBlocks]) -> bool {
        let Some(first) = rows.first() else { return false };
        let header = first.header.unwrap_or(first.blocks.start);
        let labels = &self.schemas.templates[usize::from(first.template)].labels;
        let names = |cell: &Span| {
            let meanings = meanings(self.schemas, cell.of(self.text));
            meanings.iter().any(|it| it.is_label_of(first.template) && labels[usize::from(it.label)].names_sheet())
        };
        let named = cells(self.text, &self.blocks[header]).iter().any(names);
        let is_row = |block: &&Block<'_>| matches!(block.shape, Shape::Cells { .. } | Shape::Rule);
        let end = header + self.blocks[header..].iter().take_while(is_row).count();
        let mut beside = self.fields(0..header, first.template);
        beside.extend(self.fields(end..self.blocks.len(), first.template));
        let tells = |field: &usize| {
            let of_field = |label: &&Label| label.field.index() == *field;
            labels.iter().find(of_field).is_some_and(|label| label.tells() || label.names_sheet() || label.names_lead())
        };
        let told = beside.iter().filter(|field| tells(field)).count();
        told >= if named { FORM_BESIDE_LIST } else { FORM_BESIDE_TABLE }
    }

    fn start_words(&self, at: usize) -> Span {
        let block = &self.blocks[at];
        let label = block.labels.first().filter(|_| !block.is(Role::StartLine));
        label.map_or(block.body(), |label| label.words)
    }

    /// The family whose labels the document has, if it has enough of them.
    fn by_labels(&self, candidates: &mut Vec<Candidate>) -> Option<SheetBlocks> {
        let families = (0..).zip(self.schemas.templates.iter()).filter(|(_, template)| !template.generic);
        let (own, without): (Vec<_>, Vec<_>) = families
            .map(|(at, template)| (at, self.own_labels(at, template)))
            .partition(|(_, (met, wanted))| met >= wanted);
        let few = |(template, (met, wanted))| Candidate { template, fit: Fit::FewOwn { met, wanted } };
        candidates.extend(without.into_iter().map(few));
        let counted: Vec<(usize, u16)> =
            own.into_iter().map(|(at, _)| (self.labels(0..self.blocks.len(), at), at)).collect();
        // The first of several with as many wins: the order of templates is that of their names.
        let (count, best) = counted.iter().copied().max_by_key(|(count, at)| (*count, std::cmp::Reverse(*at)))?;
        let generic = self.schemas.generic();
        let fit = |met, template| match () {
            () if met < FAMILY_LABELS => Fit::FewLabels { met, wanted: FAMILY_LABELS },
            () if template != best => Fit::Outdone { met, by: best },
            () if self.labels(0..self.blocks.len(), generic) > met => Fit::Outdone { met, by: generic },
            () => Fit::Chosen,
        };
        candidates.extend(counted.iter().map(|&(met, template)| Candidate { template, fit: fit(met, template) }));
        let chosen = candidates.iter().any(|candidate| candidate.fit == Fit::Chosen);
        chosen.then(|| self.whole(best, Start::Family { labels: count })).flatten()
    }

    /// How many of the labels are there that no other form has, and how many must be.
    fn own_labels(&self, at: u16, template: &Template) -> (usize, usize) {
        let telling = |label: usize| template.labels.get(label).is_some_and(|label| label.telling);
        let met = self.distinct(0..self.blocks.len(), |meaning| {
            let label = usize::from(meaning.label);
            (meaning.is_label_of(at) && telling(label)).then_some(label)
        });
        (met, OWN_LABELS.min(template.labels.iter().filter(|label| label.telling).count()))
    }

    /// A page or deck, if anything in it says that it describes a practice.
    fn as_page(&self, candidates: &mut Vec<Candidate>) -> Option<SheetBlocks> {
        let generic = self.schemas.generic();
        let labels = self.labels(0..self.blocks.len(), generic);
        let credits = self.distinct(0..self.blocks.len(), |meaning| {
            (meaning.template == generic && meaning.role == Role::Credit).then_some(usize::from(meaning.label))
        });
        let met = labels + credits;
        let fit = if met >= PAGE_SIGNS { Fit::Chosen } else { Fit::FewLabels { met, wanted: PAGE_SIGNS } };
        candidates.push(Candidate { template: generic, fit });
        (fit == Fit::Chosen).then(|| self.whole(generic, Start::Page { labels, credits })).flatten()
    }

    /// A page in which the label of the title comes again, with other labels behind each, is several sheets; so is a report whose
    /// practices stand below headings, or below names with the same labels behind each.
    fn by_titles(&self, sheet: SheetBlocks) -> Vec<SheetBlocks> {
        let titles = self.title_labels(&sheet);
        let reported = || if titles.len() > 1 { None } else { self.by_headings(&sheet) };
        let alike = || if titles.is_empty() { self.by_cycles(&sheet) } else { None };
        self.parts(&sheet, &titles).or_else(reported).or_else(alike).unwrap_or_else(|| vec![sheet])
    }

    /// The lines whose label names the practice.
    pub(super) fn title_labels(&self, sheet: &SheetBlocks) -> Vec<usize> {
        let labels = &self.schemas.templates[usize::from(sheet.template)].labels;
        let names = |meaning: &&Meaning| {
            meaning.is_label_of(sheet.template) && labels[usize::from(meaning.label)].names_sheet()
        };
        // `ID 2207 Title: … Organisation: …`: a line may be a whole sheet.
        let flat = |block: &Block<'_>| {
            let mut labels = block.labels.iter().filter(|_| block.is_flat());
            labels.any(|label| label.meanings.iter().any(|meaning| names(&meaning)))
        };
        let is_title =
            |block: &Block<'_>| !block.is_furniture() && (opening(block).any(|meaning| names(&meaning)) || flat(block));
        let mut titles: Vec<usize> = sheet.blocks.clone().filter(|&at| is_title(&self.blocks[at])).collect();
        // `Denominazione` is the name of an organisation, too: where a title has another label, it is nobody else's.
        let clear: Vec<usize> = titles.iter().copied().filter(|&at| self.names_practice_alone(at)).collect();
        if let Some(&first) = clear.first() {
            titles.retain(|&at| self.names_practice_alone(at) || (clear.len() > 1 && at < first));
        }
        // Further in than the first it is part of a value, such as the title of a person.
        let indent = |at: usize| self.blocks[at].body().start - self.blocks[at].span.start;
        let first = titles.first().map_or(0, |first| indent(*first));
        titles.retain(|at| indent(*at) <= first);
        // The cover of a form has its title and little else; what stands directly above the next may be a heading of its part.
        if let [cover, second, ..] = titles[..]
            && self.fields(cover..second, sheet.template).len() <= COVER
            && !self.tells(cover..self.line_above(second).unwrap_or(0), sheet.template)
            && self.first_words_of_title(cover).is_some_and(|words| Some(words) == self.first_words_of_title(second))
        {
            titles.remove(1);
        }
        titles
    }

    /// The line with words above a block.
    fn line_above(&self, at: usize) -> Option<usize> {
        self.blocks[..at].iter().rposition(|block| !block.is_blank() && !block.is_furniture())
    }

    /// Whether a label among some blocks asks what is done, for whom or to what effect.
    fn tells(&self, blocks: Range<usize>, template: u16) -> bool {
        let labels = &self.schemas.templates[usize::from(template)].labels;
        let tells = |meaning: &Meaning| {
            let label = labels.get(usize::from(meaning.label)).filter(|_| meaning.is_label_of(template));
            label.is_some_and(Label::tells)
        };
        self.blocks[blocks].iter().any(|block| opening(block).any(tells))
    }

    /// The first words behind a label that names the practice, folded; nothing where they are too few for a name that nobody has again.
    fn first_words_of_title(&self, at: usize) -> Option<String> {
        let block = &self.blocks[at];
        let behind = block.labels.first().filter(|_| block.whole.is_empty()).map_or(block.body().end, |it| it.span.end);
        let rest = &self.text[behind..];
        let words: Vec<&str> = rest.split_whitespace().take(TITLE_WORDS).collect();
        (words.len() == TITLE_WORDS).then(|| fold_words(&words.join(" ")))
    }

    /// Whether the label that a line begins with names practices, and no organisations.
    fn names_practice_alone(&self, at: usize) -> bool {
        !opening(&self.blocks[at]).any(|meaning| meaning.part() == Some(Part::Organisation))
    }

    /// A sheet from each title to the next, if each has labels of its own.
    fn parts(&self, sheet: &SheetBlocks, titles: &[usize]) -> Option<Vec<SheetBlocks>> {
        let first = *titles.first()?;
        let begins: Vec<(usize, usize)> =
            titles.iter().skip(1).map(|&title| self.with_labels_above(title, first)).collect();
        let ends = begins.iter().map(|&(begin, of_first)| self.above(begin, of_first)).chain([sheet.blocks.end]);
        let starts = [sheet.blocks.start].into_iter().chain(begins.iter().map(|(begin, _)| *begin));
        let parts: Vec<Range<usize>> = starts.zip(ends).map(|(start, end)| start..end).collect();
        let several =
            parts.len() > 1 && parts.iter().all(|part| self.labels(part.clone(), sheet.template) > PAGE_SIGNS);
        let part = |(blocks, title): (Range<usize>, &usize)| SheetBlocks {
            blocks,
            title: Some(self.blocks[*title].body()),
            ..sheet.clone()
        };
        several.then(|| parts.into_iter().zip(titles).map(part).collect())
    }

    /// The first of the lines directly above a title that begin with the labels that stand above the first title, too, and that
    /// one there: `Name of organisation: …` above `Title of the project: …`.
    fn with_labels_above(&self, title: usize, first: usize) -> (usize, usize) {
        let line_above = |at: usize| {
            let above = self.blocks[..at].iter().rposition(|block| !block.is_blank() && !block.is_furniture())?;
            Some((above, fold_words(self.blocks[above].opening_label()?.of(self.text))))
        };
        let (mut title, mut of_first) = (title, first);
        while let (Some((line, words)), Some((above_first, others))) = (line_above(title), line_above(of_first))
            && words == others
        {
            (title, of_first) = (line, above_first);
        }
        (title, of_first)
    }

    /// Where the sheet before a title ends: above a line such as `SHEET No. 2` that also stands above the first title, which a rule may
    /// underline.
    pub(super) fn above(&self, title: usize, first: usize) -> usize {
        let words = |at: usize| fold(self.blocks[at].body().of(self.text)).replace(|c: char| c.is_ascii_digit(), "");
        let same = |skips: fn(&Block<'_>, &str) -> bool| {
            let is_line = |block: &Block<'_>| !block.is_blank() && !block.is_furniture() && !skips(block, self.text);
            let line = |title: usize| self.blocks[..title].iter().rposition(is_line);
            line(title).zip(line(first)).filter(|(above, other)| words(*above) == words(*other)).map(|lines| lines.0)
        };
        same(|_, _| false).or_else(|| same(is_rule)).or_else(|| self.same_name_above(title)).unwrap_or(title)
    }

    /// The line above a title that has the same name: `Night Desk` above `Promoter: Example Club Title: Night Desk`.
    fn same_name_above(&self, title: usize) -> Option<usize> {
        let above = self.line_above(title)?;
        let name = fold(self.blocks[above].body().of(self.text));
        let labels = self.blocks[title].labels.iter();
        let mut values =
            labels.map(|label| fold(self.text.get(label.span.end..self.blocks[title].body().end).unwrap_or_default()));
        let named = self.blocks[above].is_text() && !self.blocks[above].opens_anything() && name.contains(' ');
        (named && values.any(|value| value.starts_with(&name))).then_some(above)
    }

    fn whole(&self, template: u16, start: Start) -> Option<SheetBlocks> {
        let content = |block: &Block<'_>| !block.is_blank() && (!block.is_furniture() || keeps(block));
        let first = self.blocks.iter().position(content)?;
        Some(SheetBlocks { template, blocks: first..self.blocks.len(), header: None, start, title: None })
    }

    /// How many fields the labels of a template would open in these blocks.
    fn labels(&self, blocks: Range<usize>, template: u16) -> usize {
        self.fields(blocks, template).len()
    }

    /// The fields that the labels of a template would open in these blocks.
    pub(super) fn fields(&self, blocks: Range<usize>, template: u16) -> HashSet<usize> {
        let labels = &self.schemas.templates[usize::from(template)].labels;
        self.picked(blocks, |meaning| {
            let opened = meaning.is_label_of(template).then(|| labels[usize::from(meaning.label)].field);
            opened.filter(|field| *field != Field::Unmapped).map(Field::index)
        })
    }

    fn distinct(&self, blocks: Range<usize>, pick: impl Fn(&Meaning) -> Option<usize>) -> usize {
        self.picked(blocks, pick).len()
    }

    /// What is picked of the meanings of lines and of the labels that they begin with.
    fn picked(&self, blocks: Range<usize>, pick: impl Fn(&Meaning) -> Option<usize>) -> HashSet<usize> {
        let meanings = self.blocks[blocks].iter().flat_map(|block| {
            let bullet = matches!(block.shape, Shape::Bullet { .. });
            let whole = if bullet { Known::default() } else { block.whole };
            let labels = block.labels.iter().filter(|label| !label.inside || block.is_flat());
            whole.into_iter().chain(labels.flat_map(|label| label.meanings))
        });
        meanings.filter_map(pick).collect()
    }

    /// Ends a sheet at a line that ends one, and behind its last content.
    fn end(&self, sheet: &mut SheetBlocks) {
        let ends = &self.schemas.templates[usize::from(sheet.template)].ends;
        let blocks = &self.blocks[sheet.blocks.clone()];
        let stop = if ends.is_empty() { None } else { blocks.iter().position(|block| self.is_end(block, ends)) };
        let generic = self.schemas.templates[usize::from(sheet.template)].generic;
        let stop = stop.or_else(|| imprint(self.text, blocks, sheet.template, self.schemas).filter(|_| generic));
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
pub(super) fn opening<'a>(block: &'a Block<'_>) -> impl Iterator<Item = &'a Meaning> {
    let bullet = matches!(block.shape, Shape::Bullet { .. });
    let first = block.labels.first().filter(|label| !label.inside && !bullet);
    let whole = if bullet { Known::default() } else { block.whole };
    whole.into_iter().chain(first.into_iter().flat_map(|label| label.meanings))
}

/// Whether a block is a rule, or the signs below a line that underline it.
fn is_rule(block: &Block<'_>, text: &str) -> bool {
    matches!(block.shape, Shape::Rule) || !block.body().of(text).contains(char::is_alphanumeric)
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
