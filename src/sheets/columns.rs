//! Tables with a sheet in each row: the labels stand in the first.

use super::comparison::is_comparison;
use super::{Entries, Entry, Gap, Line, LineShape, Opener, SheetBlocks, Style};
use crate::blocks::{Block, Shape, bars, bullet, cells, lines, meanings, trim};
use crate::explain::{Notes, Start, Went, Why};
use crate::hashed::HashSet;
use crate::ledger::{Claim, Class};
use crate::practice::Field;
use crate::schemas::{Known, Role, Schemas};
use crate::source::Span;

/// Columns whose label is known that make a header of a row.
const KNOWN_COLUMNS: usize = 2;
/// Bytes of the name of a practice at most.
const NAME: usize = 160;

/// A sheet for each row below a row of labels. The family is the one that knows most of the labels.
pub fn sheets(text: &str, blocks: &[Block<'_>], schemas: &Schemas, told: Option<u16>) -> Vec<SheetBlocks> {
    let mut sheets = Vec::new();
    let mut header: Option<(usize, u16)> = None;
    let mut form_until = 0;
    for (at, block) in blocks.iter().enumerate() {
        let is_row = block.is_row();
        let begins = is_row && !at.checked_sub(1).is_some_and(|above| is_row_or_rule(&blocks[above]));
        if begins && has_labels_below(text, blocks, at, schemas) {
            form_until = at + blocks[at..].iter().take_while(|block| is_row_or_rule(block)).count();
        }
        match header {
            _ if block.shape == Shape::Rule => {}
            _ if at < form_until => {}
            Some((header, template)) if is_row && is_total(text, blocks, header, at, template, schemas) => {}
            Some((header, template)) if is_row => sheets.push(SheetBlocks {
                template,
                blocks: at..at + 1,
                header: Some(header),
                start: Start::Row { header: blocks[header].body() },
                title: None,
            }),
            _ => {
                header =
                    if is_row { template(text, blocks, at, schemas, told).map(|template| (at, template)) } else { None }
            }
        }
    }
    sheets
}

/// Whether a row only counts the others: of the cells below known labels a single one is filled, with a number.
fn is_total(text: &str, blocks: &[Block<'_>], header: usize, row: usize, template: u16, schemas: &Schemas) -> bool {
    let filled: Vec<(usize, Span)> =
        cells(text, &blocks[row]).into_iter().enumerate().filter(|(_, cell)| !cell.is_empty()).collect();
    let is_number = |cell: Span| cell.of(text).bytes().all(|byte| byte.is_ascii_digit());
    if filled.len() > 2 || !filled.iter().any(|(_, cell)| is_number(*cell)) {
        return false;
    }
    let names = cells(text, &blocks[header]);
    let known = |nth: usize| names.get(nth).is_some_and(|words| label(text, *words, template, schemas).is_some());
    filled.iter().filter(|(nth, _)| known(*nth)).all(|(_, cell)| is_number(*cell))
}

/// The template whose labels a row is made of.
fn template(text: &str, blocks: &[Block<'_>], at: usize, schemas: &Schemas, told: Option<u16>) -> Option<u16> {
    let cells = cells(text, &blocks[at]);
    if !blocks.get(at + 1).is_some_and(is_row_or_rule) {
        return None;
    }
    if has_labels_behind_values(text, blocks, at, schemas)
        || is_comparison(text, &blocks[at..], |cell| schemas.is_label(cell.of(text)))
    {
        return None;
    }
    let ruled = blocks.get(at + 1).is_some_and(|next| next.shape == Shape::Rule);
    if cells.len() < 2 || (cells.len() == 2 && (!ruled || has_labels_below(text, blocks, at, schemas))) {
        return None;
    }
    let words: Vec<Known<'_>> = cells.iter().map(|cell| meanings(schemas, cell.of(text))).collect();
    let known = |template: u16| {
        let labels = words.iter().filter_map(|words| own_label(words, template));
        let fields = labels.map(|label| schemas.templates[usize::from(template)].labels[usize::from(label)].field);
        fields.collect::<HashSet<_>>().len()
    };
    let all = (0..).zip(schemas.templates.iter()).map(|(at, _)| at);
    let best =
        all.filter(|at| told.is_none_or(|told| told == *at)).max_by_key(|&at| (known(at), at == schemas.generic()))?;
    let tells = words.iter().filter_map(|words| own_label(words, best)).any(|label| {
        let label = &schemas.templates[usize::from(best)].labels[usize::from(label)];
        // A plan of actions has those, too: `Action | Deadline | Resources | Indicators`.
        let of_plan = matches!(label.field, Field::Evaluation | Field::Resources);
        (label.tells() && !of_plan) || label.names_sheet() || label.names_lead()
    });
    (tells
        && !counts_by_first(text, blocks.get(at + 1 + usize::from(ruled)), schemas, &words, best)
        && known(best) >= KNOWN_COLUMNS
        && known(best) * 2 >= cells.len())
    .then_some(best)
}

/// Whether the first column has what practices are counted by, and no column their names: `Target groups | Number | Cost`.
fn counts_by_first(text: &str, row: Option<&Block<'_>>, schemas: &Schemas, words: &[Known<'_>], template: u16) -> bool {
    let row = row.map(|row| cells(text, row)).unwrap_or_default();
    let labels = &schemas.templates[usize::from(template)].labels;
    let label = |words: &Known<'_>| own_label(words, template).map(|label| &labels[usize::from(label)]);
    let by = words.first().and_then(label).is_some_and(|label| label.holds_list() || label.is_place());
    let counted = |cell: &Span| {
        let words = cell.of(text);
        words.contains(|c: char| c.is_ascii_digit()) && !words.contains(char::is_alphabetic)
    };
    let of_somebody = |label: &crate::schemas::Label| label.names_lead() || label.holds_people();
    if !row.iter().any(counted) || words.iter().filter_map(label).any(of_somebody) {
        return false;
    }
    let worded = |column: usize| row.get(column).is_some_and(|cell| cell.of(text).contains(char::is_alphabetic));
    let tells = |(column, words): (usize, &Known<'_>)| {
        let told = label(words).is_some_and(|label| label.names_sheet() || label.holds_text() && label.tells());
        told && worded(column)
    };
    by && !words.iter().enumerate().any(tells)
}

/// Whether labels stand below the first row of values, too: a form in which each row of labels has its values below it.
fn has_labels_behind_values(text: &str, blocks: &[Block<'_>], at: usize, schemas: &Schemas) -> bool {
    let mut below = blocks[at + 1..].iter().filter(|block| !block.is_blank() && block.shape != Shape::Rule);
    let Some(behind) = below.nth(1) else { return false };
    let cells = cells(text, behind);
    let labels = cells.iter().filter(|cell| schemas.is_label(cell.of(text))).count();
    matches!(behind.shape, Shape::Cells { .. }) && labels > 0 && labels * 2 >= cells.len()
        || matches!(behind.shape, Shape::Heading { .. }) && behind.is(Role::Label)
}

/// Whether most rows below a row begin with a label: it names the columns of a form, `Field | Question | Answer`, or is a row of it.
fn has_labels_below(text: &str, blocks: &[Block<'_>], at: usize, schemas: &Schemas) -> bool {
    let rows = blocks[at + 1..]
        .iter()
        .take_while(|block| is_row_or_rule(block))
        .filter_map(|row| cells(text, row).first().copied());
    let (labels, others): (Vec<_>, Vec<_>) = rows.partition(|cell| schemas.is_label(cell.of(text)));
    labels.len() > others.len()
}

fn is_row_or_rule(block: &Block<'_>) -> bool {
    block.is_row() || block.shape == Shape::Rule
}

/// The label of the template that a cell is.
fn label<'s>(text: &str, cell: Span, template: u16, schemas: &'s Schemas) -> Option<(u16, Known<'s>)> {
    let meanings = meanings(schemas, cell.of(text));
    own_label(&meanings, template).map(|label| (label, meanings))
}

/// The label of each column: that of its words, else what they stand for loosely, where no other column has that field; a first
/// column that nobody knows has the names of the practices, where no other has.
fn columns(text: &str, names: &[Span], cells: &[Span], template: u16, schemas: &Schemas) -> Vec<Option<(u16, Why)>> {
    let labels = &schemas.templates[usize::from(template)].labels;
    let field = |label: u16| labels[usize::from(label)].field;
    let mut columns: Vec<Option<(u16, Why)>> = names
        .iter()
        .map(|words| label(text, *words, template, schemas).map(|(label, known)| (label, known.into())))
        .collect();
    let mut taken: HashSet<Field> = columns.iter().flatten().map(|(label, _)| field(*label)).collect();
    for (column, words) in columns.iter_mut().zip(names).filter(|(column, _)| column.is_none()) {
        let known = schemas.loose(words.of(text));
        let label = own_label(&known, template).filter(|label| taken.insert(field(*label)));
        *column = label.map(|label| (label, known.into()));
    }
    let title = (0..).zip(labels.iter()).find_map(|(at, label)| label.names_sheet().then_some(at));
    let first = cells.iter().position(|cell| cell.of(text).chars().any(char::is_alphabetic));
    let named = first.filter(|first| is_name(cells[*first].of(text)));
    let unnamed = named.and_then(|first| columns.get_mut(first)).filter(|column| column.is_none());
    if let (Some(column), Some(title)) = (unnamed, title.filter(|label| !taken.contains(&field(*label)))) {
        *column = Some((title, Why::Style));
    }
    columns
}

/// Whether a cell only counts the row: `12`, `12.`
fn counts(cell: &str) -> bool {
    let figures = cell.trim_end_matches('.');
    !figures.is_empty() && figures.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a cell may name a practice.
fn is_name(cell: &str) -> bool {
    cell.len() <= NAME && !cell.ends_with('.')
}

/// What words mean as a label of the template.
fn own_label(meanings: &Known<'_>, template: u16) -> Option<u16> {
    let own = meanings.iter().find(|meaning| meaning.is_label_of(template));
    own.map(|meaning| meaning.label)
}

/// The lines of a cell: items, and paragraphs.
fn cell_lines(text: &str, row: &Block<'_>, cell: Span) -> Vec<Line> {
    let line = |(nth, line): (usize, Span)| {
        let body = trim(text, line);
        let gap = if nth == 0 { Gap::None } else { Gap::Line };
        match bullet(body.of(text)).filter(|_| nth > 0) {
            Some(length) => {
                let marker = Span::new(body.start, body.start + length);
                let indent = Span::new(line.start, marker.start).of(text).chars().count();
                let body = trim(text, Span::new(marker.end, body.end));
                Line { body, shape: LineShape::Bullet { indent, marker }, gap }
            }
            None if nth == 0 => Line { body, shape: LineShape::Prose, gap },
            None => Line { body, shape: LineShape::Paragraph, gap },
        }
    };
    lines(text, row, cell).into_iter().enumerate().map(line).filter(|line| !line.body.is_empty()).collect()
}

/// The entries of a sheet that is a row: each cell under the label of its column.
pub fn read(
    text: &str,
    blocks: &[Block<'_>],
    header: usize,
    sheet: &SheetBlocks,
    schemas: &Schemas,
    mut notes: Notes,
) -> Entries {
    let row = &blocks[sheet.blocks.start];
    let names = cells(text, &blocks[header]);
    let columns = columns(text, &names, &cells(text, row), sheet.template, schemas);
    let mut entries = Entries::default();
    for (nth, cell) in cells(text, row).into_iter().enumerate() {
        let Some(&words) = names.get(nth).filter(|words| !words.is_empty()) else { continue };
        if let Some(people) = people(&mut entries, text, words, sheet.template, schemas) {
            let lines = cell_lines(text, row, cell).into_iter().map(|line| Line { gap: Gap::Line, ..line });
            people.lines.extend(lines);
            entries.claims.push(Claim { span: words, class: Class::Label, field: None });
            continue;
        }
        let opener = match columns.get(nth).copied().flatten() {
            Some((label, why)) => {
                notes.take(words, Went::Label(label), why);
                Opener::Label { label, span: words, words, style: Style::Row }
            }
            None if cell.is_empty() => continue,
            None if nth == 0 && counts(cell.of(text)) => {
                let claim = |span, class| Claim { span, class, field: None };
                entries.claims.extend([claim(words, Class::Label), claim(cell, Class::Markup)]);
                continue;
            }
            None => {
                notes.take(words, Went::Unmapped, Why::Unknown);
                Opener::Unknown { words }
            }
        };
        let lines = cell_lines(text, row, cell);
        if lines.is_empty() {
            entries.empty_cells.insert(words.start, cell);
        }
        entries.entries.push(Entry { opener, lines, keys: Vec::new() });
    }
    // Those above the row before are its own: to look further up would be to read the table anew for each row.
    let above = blocks[header..sheet.blocks.start].iter().rev();
    let rules = above.take_while(|block| block.shape == Shape::Rule).map(|rule| rule.span);
    let marks = bars(text, &blocks[header]).into_iter().chain(bars(text, row)).chain(rules);
    entries.decisions = notes.into_decisions();
    entries.claims.extend(marks.map(|span| Claim { span, class: Class::Markup, field: None }));
    entries
}

/// The people of a column further left, if a column is named by a part of a contact: `Contact person | E-mail`.
fn people<'e>(
    entries: &'e mut Entries,
    text: &str,
    words: Span,
    template: u16,
    schemas: &Schemas,
) -> Option<&'e mut Entry> {
    let meanings = meanings(schemas, words.of(text));
    if own_label(&meanings, template).is_some() || !meanings.iter().any(|meaning| meaning.role == Role::Part) {
        return None;
    }
    let labels = &schemas.templates[usize::from(template)].labels;
    entries.entries.iter_mut().rev().find(|entry| match entry.opener {
        Opener::Label { label, .. } => labels.get(usize::from(label)).is_some_and(|label| label.holds_people()),
        _ => false,
    })
}
