//! Tables of a PDF's text: labels with their values beside them.

use super::IsLabel;
use super::headings::Heading;
use super::line::{LEEWAY, Line, Side};
use super::links::Links;
use crate::blocks::bullet;
use crate::source::column_parts;
use crate::source::container::taken::{Cell, Kind, Paragraph};
use crate::source::layout::Place;

/// Empty lines inside of a table at most.
const EMPTY: usize = 2;
/// The least width of the column of labels.
const NARROW: usize = 6;

/// Rows of labels and values.
pub struct Table<'t> {
    is_label: IsLabel<'t>,
    /// Its rows.
    pub rows: Vec<Row<'t>>,
    /// Where the values begin.
    pub column: usize,
    /// How many lines it takes.
    pub lines: usize,
}

/// A label and the lines of its value.
pub struct Row<'t> {
    place: Place,
    label: Vec<&'t str>,
    /// With how far each is set in; an empty line parts paragraphs.
    value: Vec<(usize, &'t str)>,
}

impl<'t> Table<'t> {
    /// The table that begins with the first of these lines; one that goes on from the page before may begin with a value.
    pub fn at(lines: &[Line<'t>], goes_on: Option<usize>, is_label: IsLabel<'t>) -> Option<Self> {
        let first = lines.first()?;
        let begins = match first.kind {
            Side::Both => first.column > NARROW,
            Side::Right => goes_on.is_some() && first.column > 2 * NARROW,
            _ => false,
        };
        if !begins {
            return None;
        }
        let column = first.column;
        let mut table = Self { is_label, rows: Vec::new(), column, lines: 0 };
        let (mut empty, mut values, mut hang) = (0, 0, first.hang);
        for (at, line) in lines.iter().enumerate() {
            let fits = match line.kind {
                Side::Empty => {
                    empty += 1;
                    if empty > EMPTY || line.raw.contains('\u{c}') {
                        break;
                    }
                    continue;
                }
                Side::Both => line.begins_at([Some(column), hang]),
                Side::Right => line.column + LEEWAY > column || line.begins_at([Some(column), None]),
                Side::Left => empty == 0 && table.goes_on(line.left, 0),
            };
            if !fits || matches!(line.heading, Some(Heading::Large(_))) {
                break;
            }
            table.add(line, empty > 0);
            hang = line.hang.or(hang);
            values += usize::from(line.kind != Side::Left);
            table.lines = at + 1;
            empty = 0;
        }
        let labels = table.rows.iter().filter(|row| !row.label.is_empty()).count();
        let known = table.rows.iter().any(|row| !row.label.is_empty() && is_label(&joined(&row.label)));
        // Its value goes on behind the page's edge.
        let is_last = || known && lines[table.lines..].iter().all(|line| line.kind == Side::Empty);
        (labels > 1 || values > 1 || goes_on.is_some() || is_last()).then_some(table)
    }

    /// Whether a stretch in the column of labels goes on with the label above it: both together are a label that is known, or it
    /// begins small, or it had no room there, not even with so many more columns.
    fn goes_on(&self, left: &str, more: usize) -> bool {
        let Some((row, above)) = self.rows.last().and_then(|row| Some((row, row.label.last()?))) else { return false };
        let small = left.starts_with(|c: char| c.is_lowercase() || c == '(' || c == '/');
        let whole = joined(&row.label);
        let (is_whole, is_longer) = ((self.is_label)(&whole), (self.is_label)(&joined(&[&whole, left])));
        if is_longer && (small || !is_whole) {
            return true;
        }
        if !small && (is_whole || (self.is_label)(left)) {
            return false;
        }
        let open = above.ends_with(['/', ',', '-', '–']);
        let word = left.split_whitespace().next().unwrap_or_default();
        let room = above.chars().count() + 1 + word.chars().count();
        small || open || room > self.column + more
    }

    /// Characters of the longest line of a value.
    pub fn width(&self) -> usize {
        let lines = self.rows.iter().flat_map(|row| &row.value);
        lines.map(|(column, line)| column + line.chars().count()).max().unwrap_or(0)
    }

    fn add(&mut self, line: &Line<'t>, apart: bool) {
        let goes_on = match line.kind {
            Side::Right => true,
            // Beside another line of the value there may be a new label.
            Side::Both => !apart && self.goes_on(line.left, self.column / 4),
            _ => !apart && self.goes_on(line.left, 0),
        };
        if !goes_on || self.rows.is_empty() {
            self.rows.push(Row { place: line.place.clone(), label: Vec::new(), value: Vec::new() });
        }
        let Some(row) = self.rows.last_mut() else { return };
        row.label.extend(Some(line.left).filter(|left| !left.is_empty()));
        if apart && goes_on {
            row.value.push((0, ""));
        }
        row.value.extend(Some((line.column, line.right)).filter(|(_, right)| !right.is_empty()));
    }
}

impl Row<'_> {
    /// `width` is where the longest line of the table ends.
    pub fn cells(&self, width: usize, links: &Links<'_>, is_label: IsLabel<'_>) -> Vec<Cell> {
        let cell = |paragraphs| Cell { place: self.place.clone(), paragraphs, columns: 1, goes_on: false };
        let plain = |words: String| cell(vec![Paragraph { kind: Kind::Plain, words }]);
        let label = plain(links.joined(&self.label));
        match self.pairs(is_label) {
            Some(rest) => {
                [label].into_iter().chain(rest.into_iter().map(|words| plain(links.joined(&[words])))).collect()
            }
            None => vec![label, cell(self.paragraphs(width, links))],
        }
    }

    /// What stands behind the label where the line goes on with another label and its value: `Sewing   Country   Italy`.
    fn pairs(&self, is_label: IsLabel<'_>) -> Option<Vec<&str>> {
        let [(_, only)] = self.value.as_slice() else { return None };
        let parts: Vec<&str> = column_parts(only).collect();
        let labels = parts.iter().skip(1).step_by(2);
        (parts.len() > 2 && parts.len() % 2 == 1 && labels.clone().all(|label| is_label(label))).then_some(parts)
    }

    /// The paragraphs of the value: its lines, joined up to an empty line or a bullet.
    fn paragraphs(&self, width: usize, links: &Links<'_>) -> Vec<Paragraph> {
        // Lines as they are written, and as they stand in the text.
        let mut all: Vec<(Kind, Vec<String>, Vec<&str>)> = Vec::new();
        let (mut open, mut full) = (false, false);
        let base = self.value.iter().filter(|line| bullet(line.1).is_some()).map(|line| line.0).min().unwrap_or(0);
        for (column, line) in &self.value {
            match (bullet(line), all.last_mut()) {
                _ if line.is_empty() => open = false,
                (Some(length), _) => {
                    let depth = (column - base).div_ceil(LEEWAY).min(8);
                    let words = line[length..].trim();
                    all.push((Kind::Item(depth, line[..length].to_owned()), vec![words.to_owned()], vec![words]));
                    open = true;
                }
                (None, Some((_, words, parts))) if open => {
                    parts.push(line);
                    match words.last_mut() {
                        Some(last) if full && is_rest_of_address(last, line) => last.push_str(line),
                        _ => words.push((*line).to_owned()),
                    }
                }
                (None, _) => {
                    all.push((Kind::Plain, vec![(*line).to_owned()], vec![line]));
                    open = true;
                }
            }
            full = column + line.chars().count() + LEEWAY >= width;
        }
        let paragraphs = all.into_iter();
        paragraphs.map(|(kind, lines, parts)| Paragraph { kind, words: links.mark(joined(&lines), &parts) }).collect()
    }
}

/// Whether a line is the rest of an address that had no room on the line before, which ends in it.
fn is_rest_of_address(before: &str, line: &str) -> bool {
    let address = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    let begun = address.contains("://") || address.starts_with("www.");
    let path = line.split_once('/').is_some_and(|(part, _)| part.bytes().all(|byte| byte.is_ascii_alphanumeric()));
    let starts =
        path || line.starts_with(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "/?=&_-".contains(c));
    begun && starts && !line.contains([' ', '@', ':'])
}

/// Lines as one; a hyphen at the end of a line stays, and no space follows it where a word goes on.
pub fn joined(lines: &[impl AsRef<str>]) -> String {
    let mut all = String::new();
    for line in lines.iter().map(AsRef::as_ref) {
        let hyphen = all.ends_with('-') && all.trim_end_matches('-').ends_with(char::is_alphanumeric);
        let goes_on = hyphen && line.starts_with(char::is_lowercase);
        if !all.is_empty() && !goes_on {
            all.push(' ');
        }
        all.extend(line.split_whitespace().flat_map(|word| [word, " "]));
        all.truncate(all.trim_end().len());
    }
    all
}
