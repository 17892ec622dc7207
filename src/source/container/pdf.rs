//! The text of PDF files as `pdftotext -layout` writes it: pages with a form feed behind each, columns parted by gaps.
//!
//! A label with its value beside it is a row; what a narrow cell has broken into lines is put together again. All other lines
//! stay as they are.

use super::Refused;
use super::refused::{TEXT, mebibytes};
use super::taken::{Cell, Kind, Paragraph, Taken};
use crate::blocks::bullet;
use crate::source::Source;
use crate::source::layout::{Place, UnitKind};

/// Spaces that part two columns at least.
const GAP: usize = 2;
/// Columns by which the lines of a cell may begin elsewhere than its first.
const LEEWAY: usize = 3;
/// Empty lines inside of a table at most.
const EMPTY: usize = 2;
/// The least width of the column of labels.
const NARROW: usize = 6;

/// Digits of a page number at most.
const DIGITS: usize = 3;

/// Whether words are a label that is known.
type IsLabel<'a> = &'a dyn Fn(&str) -> bool;

/// Reads the text of a PDF.
pub fn read(name: &str, bytes: &[u8], is_label: IsLabel<'_>) -> Result<Source, Refused> {
    if bytes.len() > TEXT {
        return Err(Refused::Limit("its text", mebibytes(TEXT as u64)));
    }
    let text = String::from_utf8_lossy(bytes);
    let mut out = Taken::default();
    let mut column = None;
    for (page, words) in (1..).zip(text.split_inclusive('\u{c}')) {
        if words.trim().is_empty() {
            out.layout.notes.blank_pages.push(page);
        }
        let lines: Vec<Line<'_>> = (1..)
            .zip(words.split_inclusive('\n'))
            .map(|(number, raw)| Line::new(raw, Place::Line { page, line: number }))
            .collect();
        let foot = lines.iter().rposition(|line| !line.raw.trim().is_empty()).filter(|&last| lines[last].is_number());
        column = read_page(&lines[..foot.unwrap_or(lines.len())], column, is_label, &mut out)?;
        for line in &lines[foot.unwrap_or(lines.len())..] {
            out.aside(UnitKind::Furniture, line.place.clone(), line.raw)?;
        }
    }
    Ok(out.finish(name))
}

/// Reads a page; `column` is where the values of the last table on the page before began. Gives that of this page.
fn read_page(
    lines: &[Line<'_>],
    column: Option<usize>,
    is_label: IsLabel<'_>,
    out: &mut Taken,
) -> Result<Option<usize>, Refused> {
    let (mut at, mut last, mut goes_on) = (0, None, column);
    while at < lines.len() {
        let table = Table::at(&lines[at..], goes_on, is_label);
        match table {
            Some(table) => {
                let width = table.width();
                table.rows.iter().try_for_each(|row| out.row(&row.cells(width, is_label)))?;
                last = Some(table.column);
                at += table.lines;
            }
            None => {
                out.raw(lines[at].place.clone(), lines[at].raw)?;
                // A cell that goes on stands above all else on its page but the header.
                goes_on = goes_on.filter(|_| lines[at].kind != Side::Left || last.is_none());
                at += 1;
            }
        }
        if last.is_some() {
            goes_on = None;
        }
    }
    Ok(last)
}

/// A line, and where it has text.
struct Line<'t> {
    raw: &'t str,
    place: Place,
    /// What stands left of the first gap, or all of it.
    left: &'t str,
    /// What stands right of it.
    right: &'t str,
    /// Where the right part begins; for a line without a gap, where all of it begins.
    column: usize,
    /// Where the words begin behind the bullet of the right part.
    hang: Option<usize>,
    kind: Side,
}

/// Where a line has text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Empty,
    /// From the left on, without a gap.
    Left,
    /// Far from the left, without a gap.
    Right,
    Both,
}

impl<'t> Line<'t> {
    fn new(raw: &'t str, place: Place) -> Self {
        let words = raw.trim_end_matches(['\n', '\r', '\u{c}']).trim_start_matches('\u{c}');
        let body = words.trim_start();
        let indent = words[..words.len() - body.len()].chars().count();
        let gap = body.find(&" ".repeat(GAP)).filter(|_| bullet(body).is_none());
        let (left, right) = gap.map_or((body.trim_end(), ""), |gap| (&body[..gap], body[gap..].trim()));
        let column = if right.is_empty() {
            indent
        } else {
            words[..words.len() - body.len() + body[left.len()..].find(right).map_or(0, |at| left.len() + at)]
                .chars()
                .count()
        };
        let kind = match () {
            () if left.is_empty() => Side::Empty,
            () if !right.is_empty() && indent <= LEEWAY => Side::Both,
            () if indent > LEEWAY => Side::Right,
            () => Side::Left,
        };
        let (left, right) = if kind == Side::Right { ("", body.trim_end()) } else { (left, right) };
        let column = if kind == Side::Right { indent } else { column };
        let marked = bullet(right).map(|length| right[..length].chars().count() + leading(&right[length..]));
        Self { raw, place, left, right, column, hang: marked.map(|width| column + width), kind }
    }

    /// Whether its right part, or what follows the bullet there, begins in one of these columns.
    fn begins_at(&self, columns: [Option<usize>; 2]) -> bool {
        let own = [Some(self.column), self.hang];
        let near = |own: usize| columns.iter().flatten().any(|column| own.abs_diff(*column) <= LEEWAY);
        own.into_iter().flatten().any(near)
    }

    /// Whether it is a number and nothing else: at the foot of a page that of the page.
    fn is_number(&self) -> bool {
        let words = self.raw.trim();
        words.len() <= DIGITS && words.bytes().all(|byte| byte.is_ascii_digit())
    }
}

/// How many spaces a text begins with.
fn leading(text: &str) -> usize {
    text.len() - text.trim_start_matches(' ').len()
}

/// Rows of labels and values.
struct Table<'t> {
    is_label: IsLabel<'t>,
    rows: Vec<Row<'t>>,
    /// Where the values begin.
    column: usize,
    /// How many lines it takes.
    lines: usize,
}

/// A label and the lines of its value.
struct Row<'t> {
    place: Place,
    label: Vec<&'t str>,
    /// With how far each is set in; an empty line parts paragraphs.
    value: Vec<(usize, &'t str)>,
}

impl<'t> Table<'t> {
    /// The table that begins with the first of these lines; one that goes on from the page before may begin with a value.
    fn at(lines: &[Line<'t>], goes_on: Option<usize>, is_label: IsLabel<'t>) -> Option<Self> {
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
            if !fits {
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
    fn width(&self) -> usize {
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
    fn cells(&self, width: usize, is_label: IsLabel<'_>) -> Vec<Cell> {
        let cell = |paragraphs| Cell { place: self.place.clone(), paragraphs, columns: 1, goes_on: false };
        let plain = |words: String| cell(vec![Paragraph { kind: Kind::Plain, words }]);
        let label = plain(joined(&self.label));
        match self.pairs(is_label) {
            Some(rest) => [label].into_iter().chain(rest.into_iter().map(|words| plain(joined(&[words])))).collect(),
            None => vec![label, cell(self.paragraphs(width))],
        }
    }

    /// What stands behind the label where the line goes on with another label and its value: `Sewing   Country   Italy`.
    fn pairs(&self, is_label: IsLabel<'_>) -> Option<Vec<&str>> {
        let [(_, only)] = self.value.as_slice() else { return None };
        let parts: Vec<&str> = only.split("  ").map(str::trim).filter(|part| !part.is_empty()).collect();
        let labels = parts.iter().skip(1).step_by(2);
        (parts.len() > 2 && parts.len() % 2 == 1 && labels.clone().all(|label| is_label(label))).then_some(parts)
    }

    /// The paragraphs of the value: its lines, joined up to an empty line or a bullet.
    fn paragraphs(&self, width: usize) -> Vec<Paragraph> {
        let mut all: Vec<(Kind, Vec<String>)> = Vec::new();
        let (mut open, mut full) = (false, false);
        let base = self.value.iter().filter(|line| bullet(line.1).is_some()).map(|line| line.0).min().unwrap_or(0);
        for (column, line) in &self.value {
            match (bullet(line), all.last_mut()) {
                _ if line.is_empty() => open = false,
                (Some(length), _) => {
                    let depth = (column - base).div_ceil(LEEWAY).min(8);
                    all.push((Kind::Item(depth, line[..length].to_owned()), vec![line[length..].trim().to_owned()]));
                    open = true;
                }
                (None, Some((_, words))) if open => match words.last_mut() {
                    Some(last) if full && is_rest_of_address(last, line) => last.push_str(line),
                    _ => words.push((*line).to_owned()),
                },
                (None, _) => {
                    all.push((Kind::Plain, vec![(*line).to_owned()]));
                    open = true;
                }
            }
            full = column + line.chars().count() + LEEWAY >= width;
        }
        all.into_iter().map(|(kind, lines)| Paragraph { kind, words: joined(&lines) }).collect()
    }
}

/// Whether a line is the rest of an address that had no room on the line before, which ends in it.
fn is_rest_of_address(before: &str, line: &str) -> bool {
    let address = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    let begun = address.contains("://") || address.starts_with("www.");
    let starts = line.starts_with(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "/?=&_-".contains(c));
    begun && starts && !line.contains([' ', '@', ':'])
}

/// Lines as one; a hyphen at the end of a line stays, and no space follows it where a word goes on.
fn joined(lines: &[impl AsRef<str>]) -> String {
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

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "\
Sheet

Name of the network      MAGNET Network (Migrant
                         Acceleration for Growth)
Founded                  2017
Internal forms of
communication            • Video calls and
and facilitation           messages
                         • Wiki

1. NEXT PART
Plain text runs on here.
\u{c}";

    #[test]
    fn labels_and_values_side_by_side_are_rows() {
        let source = read("sheet.pdf", PAGE.as_bytes(), &|_| false).unwrap();
        assert!(
            source.text.contains("Name of the network\tMAGNET Network (Migrant Acceleration for Growth)\n"),
            "{}",
            source.text
        );
        assert!(source.text.contains("Founded\t2017\n"), "{}", source.text);
        assert!(source.text.contains("• Video calls and messages\n• Wiki\n"), "{}", source.text);
        assert!(source.text.ends_with("1. NEXT PART\nPlain text runs on here.\n\u{c}"), "{}", source.text);
        let at = source.text.find("2017").unwrap();
        assert_eq!(source.seen(at), Some(&Place::Line { page: 1, line: 5 }));
    }

    #[test]
    fn a_known_label_begins_a_row_where_the_column_has_no_room() {
        let table =
            "Description   Forty plots.\nResults       38 are in use.\nPlace of      Prato\nwork\n        7\n\u{c}";
        let known = |words: &str| ["Description", "Results", "Place of work"].contains(&words);
        let text = read("sheet.pdf", table.as_bytes(), &known).unwrap().text;
        assert_eq!(text, "Description\tForty plots.\nResults\t38 are in use.\nPlace of work\tPrato\n\n7\n");
    }

    #[test]
    fn labels_in_two_columns_are_read_in_pairs() {
        let table = "Title        Sewing circle     Country       Italy\nStart        March 2020        End           May 2022\n\u{c}";
        let known = |words: &str| ["Title", "Country", "Start", "End"].contains(&words);
        let text = read("sheet.pdf", table.as_bytes(), &known).unwrap().text;
        assert_eq!(text, "Title\tSewing circle\tCountry\tItaly\nStart\tMarch 2020\tEnd\tMay 2022\n\u{c}");
    }

    #[test]
    fn a_value_goes_on_where_a_bullet_moves_its_column() {
        let table = "Meetings and          •    All members meet\nfacilitation               twice a year\n\u{c}                 and when asked\n            •    Groups meet\nOutside     •    A newsletter\n\u{c}";
        let text = read("sheet.pdf", table.as_bytes(), &|_| false).unwrap().text;
        let expected = "Meetings and facilitation\t• All members meet twice a year\n\tand when asked\n• Groups meet\nOutside\t• A newsletter\n";
        assert_eq!(text.replace('\u{c}', ""), expected);
    }

    #[test]
    fn a_value_that_begins_in_the_last_line_of_a_page_goes_on() {
        let page = "Text of the page.\n\nResults       •    38 plots\n\u{c}                   are in use\n              •    Two schools\n";
        let known = |words: &str| words == "Results";
        let text = read("sheet.pdf", page.as_bytes(), &known).unwrap().text;
        let text = text.replace('\u{c}', "");
        assert!(text.ends_with("Results\t• 38 plots\n\tare in use\n• Two schools\n"), "{text:?}");
    }

    #[test]
    fn an_address_goes_on_in_the_next_line_of_its_cell() {
        let table = "Website      https://www.example.org/MagnetN\n             etworkEU/\nCountry      Italy\nHelp         https://example.org\n             facebook\n\u{c}";
        let text = read("sheet.pdf", table.as_bytes(), &|_| false).unwrap().text;
        assert!(text.contains("Website\thttps://www.example.org/MagnetNetworkEU/\n"), "{text}");
        assert!(text.contains("Help\thttps://example.org facebook\n"), "{text}");
    }

    #[test]
    fn pages_without_text_are_counted() {
        let source = read("scan.pdf", b"\x0c  \n\x0cwords\n\x0c", &|_| false).unwrap();
        assert_eq!(source.layout.unwrap().notes.blank_pages, [1, 2]);
    }
}
