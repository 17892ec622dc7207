//! Which parts of a page belong to the site, and which only look like it.

use std::collections::HashSet;

use super::chrome::{Region, Role as RegionRole};
use super::class::Chrome;
use super::flow::UnitKind;
use super::tables::Rows;
use super::words::{Labelled, Words};
use crate::schemas::{Meaning, Role, Schemas};
use crate::source::Span;

/// Fields with a label and a value that make a sheet of what is called a menu by its class.
const FIELDS_OF_NAMED: usize = 2;
/// Fields that make a sheet of what has a tag of its own: a footer may well name an address and a partner.
const FIELDS_OF_PART: usize = 4;
/// Labels, each with its value in the next element, that are no menu, at least.
const PAIRS: usize = 3;
/// What stands in the main part is a tenth of the words at least.
const MAIN_PARTS: usize = 10;

/// The parts of the page that belong to the site: in order, none touching another.
pub fn outside(
    units: &[Labelled<'_>],
    rows: &[Rows],
    regions: &[Region],
    length: usize,
    schemas: &Schemas,
) -> Vec<Span> {
    let signs = Signs::new(units, rows, schemas);
    let mut spans: Vec<Span> = Vec::new();
    let main = signs.main(regions, length);
    spans.extend(main.into_iter().flat_map(|main| [Span::new(0, main.start), Span::new(main.end, length)]));
    spans.extend(regions.iter().filter_map(|region| signs.chrome(region, regions, main)));
    let title = main.and_then(|main| signs.title_before(main));
    union(spans).into_iter().flat_map(|span| except(span, title)).filter(|span| !span.is_empty()).collect()
}

/// Where the page says something that no menu says.
struct Signs {
    /// Labels with values: where, and the field or template.
    values: Vec<(usize, usize)>,
    /// Labels that are headings.
    headings: Vec<usize>,
    /// First-level headings.
    titles: Vec<Span>,
    /// For each unit where it starts, and how much text stands before it.
    shown: Vec<(usize, usize)>,
    /// How much text there is.
    total: usize,
}

impl Signs {
    fn new(units: &[Labelled<'_>], rows: &[Rows], schemas: &Schemas) -> Self {
        let mut signs =
            Self { values: Vec::new(), headings: Vec::new(), titles: Vec::new(), shown: Vec::new(), total: 0 };
        for labelled in units {
            signs.unit(labelled, schemas);
        }
        for row in rows.iter().filter(|row| row.cells.len() > 1 && !row.cells[1].units.is_empty()) {
            let label = units.get(row.cells[0].units.start).filter(|_| row.cells[0].units.len() == 1);
            let field = label.and_then(|label| field(&label.lines.first()?.whole, schemas));
            signs.values.extend(field.map(|field| (row.cells[0].span.start, field)));
        }
        signs.pairs(units, schemas);
        signs.values.sort_unstable();
        signs
    }

    /// `<div>Location</div><div>Sampleton</div>`, `<h3>Location</h3><p>Sampleton</p>`, several times: labels with a value each.
    fn pairs(&mut self, units: &[Labelled<'_>], schemas: &Schemas) {
        let label = |unit: &Labelled<'_>| {
            let [line] = &unit.lines[..] else { return None };
            field(&line.whole, schemas).map(|field| (line.body.start, field))
        };
        let mut run: Vec<(usize, usize)> = Vec::new();
        let mut level = 0;
        let mut at = 0;
        while at < units.len() {
            // Headings of one level are asked together.
            if level != heading(units.get(at)) {
                self.run(&mut run);
                level = heading(units.get(at));
            }
            // `End date`, and below it `Ongoing`, which elsewhere is a label.
            let goes_on = run.len() + 1 >= PAIRS;
            let paired = units.get(at + 1).is_some_and(|value| label(value).is_none() || goes_on);
            let found = label(&units[at]).filter(|_| paired);
            at += if found.is_some() { 2 } else { 1 };
            match found {
                Some(label) => run.push(label),
                // A heading that nobody knows may ask for something, too.
                None if level > 0 => at += usize::from(heading(units.get(at)) == 0),
                None => self.run(&mut run),
            }
        }
        self.run(&mut run);
    }

    /// Keeps the labels of a run that are enough, and begins another.
    fn run(&mut self, labels: &mut Vec<(usize, usize)>) {
        if labels.len() >= PAIRS {
            self.values.append(labels);
        }
        labels.clear();
    }

    fn unit(&mut self, labelled: &Labelled<'_>, schemas: &Schemas) {
        let unit = &labelled.unit;
        self.shown.push((unit.body.start, self.total));
        self.total += unit.body.len();
        match unit.kind {
            UnitKind::Heading(1) => self.titles.push(unit.span()),
            UnitKind::Heading(_) if field(&labelled.lines[0].whole, schemas).is_some() => {
                self.headings.push(unit.span().start);
            }
            _ => {}
        }
        let valued = |line: &Words<'_>| {
            let label = line.labels.first().filter(|label| !label.inside && label.span.end < line.body.end)?;
            Some((label.span.start, field(&label.meanings, schemas)?))
        };
        self.values.extend(labelled.lines.iter().filter_map(valued));
        // `<b>Where</b><br>Sampleton`
        if let [first, _, ..] = &labelled.lines[..] {
            self.values.extend(field(&first.whole, schemas).map(|field| (first.body.start, field)));
        }
        self.values.extend(labelled.lines.iter().filter(|line| starts(&line.whole)).map(|line| (line.body.start, 0)));
    }

    /// The main part of the page: what `<main>` holds, or the articles from the first to the last.
    fn main(&self, regions: &[Region], length: usize) -> Option<Span> {
        let of = |role| regions.iter().filter(move |region| region.role == role).map(|region| region.span);
        let whole = Span::new(0, length);
        let holds = |span: &Span| {
            let fields = self.fields(*span).len();
            let enough = self.text(*span) * MAIN_PARTS >= self.total || fields > 0;
            enough && fields * 2 >= self.fields(whole).len()
        };
        of(RegionRole::Main).next().filter(holds).or_else(|| articles(regions).filter(holds))
    }

    /// The title of a page whose main part has none.
    fn title_before(&self, main: Span) -> Option<Span> {
        let inside = self.titles.iter().any(|title| main.covers(*title));
        self.titles.iter().rfind(|title| title.end <= main.start && !inside).copied()
    }

    /// What of a region belongs to the site.
    fn chrome(&self, region: &Region, regions: &[Region], main: Option<Span>) -> Option<Span> {
        let RegionRole::Chrome(chrome) = region.role else { return None };
        let span = region.span;
        if chrome == Chrome::Main {
            return None;
        }
        let main_inside = main.map(|main| main.start).filter(|&at| span.contains(at));
        let cut = main_inside.or_else(|| self.title_inside(span, main));
        if !region.closed {
            let heading = self.headings.get(self.headings.partition_point(|at| *at < span.start)).copied();
            let label = [self.first_value(span), heading.filter(|at| span.contains(*at))];
            let end = cut.into_iter().chain(label.into_iter().flatten()).min().unwrap_or(span.end);
            return (end < span.end || !self.is_most(span)).then(|| Span::new(span.start, end));
        }
        let needed = match chrome {
            Chrome::Named | Chrome::Form => FIELDS_OF_NAMED,
            // A box of facts beside the text.
            Chrome::Part if main.is_some_and(|main| main.covers(span)) => PAIRS,
            _ => FIELDS_OF_PART,
        };
        let sheet = self.fields(span).len() >= needed || self.starts_inside(span);
        match cut {
            Some(cut) if chrome > Chrome::Form || sheet => Some(Span::new(span.start, cut)),
            _ if chrome <= Chrome::Form && (sheet || cut.is_some() || self.is_most_of(span, regions)) => None,
            _ if sheet => Some(Span::new(span.start, self.first_value(span)?)),
            _ => Some(span),
        }
    }

    /// The first first-level heading in a region, where no other stands outside and no main part is known.
    fn title_inside(&self, span: Span, main: Option<Span>) -> Option<usize> {
        let (first, last) = (self.titles.first()?, self.titles.last()?);
        (main.is_none() && span.covers(*first) && span.covers(*last)).then_some(first.start)
    }

    fn first_value(&self, span: Span) -> Option<usize> {
        let first = self.values.partition_point(|value| value.0 < span.start);
        self.values.get(first).map(|value| value.0).filter(|&at| span.contains(at))
    }

    fn fields(&self, span: Span) -> HashSet<usize> {
        let from = self.values.partition_point(|value| value.0 < span.start);
        self.values[from..].iter().take_while(|value| value.0 < span.end).map(|value| value.1).collect()
    }

    /// Whether a family's sheet starts in a region.
    fn starts_inside(&self, span: Span) -> bool {
        self.fields(span).contains(&0)
    }

    fn text(&self, span: Span) -> usize {
        let before = |at: usize| {
            let units = self.shown.partition_point(|unit| unit.0 < at);
            self.shown.get(units).map_or(self.total, |unit| unit.1)
        };
        before(span.end) - before(span.start)
    }

    fn is_most(&self, span: Span) -> bool {
        self.text(span) * 2 > self.total
    }

    /// Whether most of the page's text stands in a region, beside what other regions in it take.
    fn is_most_of(&self, span: Span, regions: &[Region]) -> bool {
        let first = regions.partition_point(|region| region.span.start <= span.start);
        let inner = regions[first..].iter().take_while(|region| region.span.start < span.end);
        let sure = inner.filter(|region| matches!(region.role, RegionRole::Chrome(chrome) if chrome > Chrome::Form));
        // Regions nest: what is counted twice only keeps more of the page out.
        let taken: usize = if self.is_most(span) { sure.map(|region| self.text(region.span)).sum() } else { 0 };
        self.is_most(span) && (self.text(span).saturating_sub(taken)) * 2 > self.total
    }
}

/// The level of the heading that a unit is; 0 where it is none.
fn heading(unit: Option<&Labelled<'_>>) -> u8 {
    match unit.map(|unit| &unit.unit.kind) {
        Some(UnitKind::Heading(level)) => *level,
        _ => 0,
    }
}

/// From the first to the last of the articles that stand in no chrome.
fn articles(regions: &[Region]) -> Option<Span> {
    let mut chrome = 0;
    let mut articles: Option<Span> = None;
    for Region { span, role, closed } in regions {
        match role {
            RegionRole::Chrome(_) if *closed => chrome = chrome.max(span.end),
            RegionRole::Article if span.end > chrome => articles = Some(articles.map_or(*span, |all| all.to(*span))),
            _ => {}
        }
    }
    articles
}

/// The field that a wording opens, from 1; 0 where a family's sheet starts with it.
fn field(meanings: &[Meaning], schemas: &Schemas) -> Option<usize> {
    if starts(meanings) || meanings.iter().any(|meaning| meaning.role == Role::StartLabel) {
        return Some(0);
    }
    let label = meanings.iter().find(|meaning| meaning.role == Role::Label)?;
    let labels = &schemas.templates.get(usize::from(label.template))?.labels;
    Some(labels.get(usize::from(label.label))?.field.index() + 1)
}

fn starts(meanings: &[Meaning]) -> bool {
    meanings.iter().any(|meaning| meaning.role == Role::StartLine)
}

/// The spans in order, those that touch made one.
fn union(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_unstable();
    let mut union: Vec<Span> = Vec::new();
    for span in spans.into_iter().filter(|span| !span.is_empty()) {
        match union.last_mut().filter(|last| span.start <= last.end) {
            Some(last) => last.end = last.end.max(span.end),
            None => union.push(span),
        }
    }
    union
}

/// A span without what is kept of it.
fn except(span: Span, kept: Option<Span>) -> [Span; 2] {
    match kept.filter(|kept| span.covers(*kept)) {
        Some(kept) => [Span::new(span.start, kept.start), Span::new(kept.end, span.end)],
        None => [span, Span::new(span.end, span.end)],
    }
}
