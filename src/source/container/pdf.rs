//! The text of PDF files as `pdftotext -layout` writes it: pages with a form feed behind each, columns parted by gaps.
//!
//! A label with its value beside it is a row; what a narrow cell has broken into lines is put together again. All other lines
//! stay as they are. What `pdftohtml` tells of their look is laid over them: which are headings, and the addresses of links.

mod headings;
mod line;
mod links;
mod look;
mod overlay;
mod table;
mod wrapped;

use super::refused::{TEXT, mebibytes};
use super::taken::{Paragraph, Taken};
use super::{Printed, Refused};
use crate::source::Source;
use crate::source::hyphens::divides;
use crate::source::layout::{Place, UnitKind};
use headings::Heading;
use line::{Line, Side};
use links::Links;
use overlay::Overlay;
use table::Table;
use wrapped::Glue;

/// Whether words are a label that is known.
type IsLabel<'a> = &'a dyn Fn(&str) -> bool;

/// Reads what was taken out of a PDF. Where the look of its lines makes it too much, its text is read alone.
pub fn read(name: &str, printed: &Printed, is_label: IsLabel<'_>) -> Result<Source, Refused> {
    if printed.text.len() > TEXT {
        return Err(Refused::Limit("its text", mebibytes(TEXT as u64)));
    }
    let text = String::from_utf8_lossy(&printed.text);
    let (overlay, none) = (Overlay::new(printed.look.as_deref().unwrap_or_default()), Overlay::default());
    let read = |overlay| Reader { overlay, links: Links::new(&text), is_label, out: Taken::default() }.read();
    let taken = read(&overlay).or_else(|refused| if overlay.is_empty() { Err(refused) } else { read(&none) });
    Ok(taken?.finish(name))
}

/// Reads a text page by page.
struct Reader<'t> {
    overlay: &'t Overlay,
    links: Links<'t>,
    is_label: IsLabel<'t>,
    out: Taken,
}

impl<'t> Reader<'t> {
    fn read(mut self) -> Result<Taken, Refused> {
        // Of the lines that sentences go on behind, those that are put together no longer tell.
        self.out.layout.divides = (!self.overlay.is_empty()).then(|| divides(self.links.text));
        let mut column = None;
        for (page, words) in (1..).zip(self.links.text.split_inclusive('\u{c}')) {
            if words.trim().is_empty() {
                self.out.layout.notes.blank_pages.push(page);
            }
            let lines = self.lines(page, words);
            let foot =
                lines.iter().rposition(|line| !line.raw.trim().is_empty()).filter(|&last| lines[last].is_number());
            column = self.page(&lines[..foot.unwrap_or(lines.len())], column)?;
            for line in &lines[foot.unwrap_or(lines.len())..] {
                self.out.aside(UnitKind::Furniture, line.place.clone(), line.raw)?;
            }
        }
        Ok(self.out)
    }

    /// The lines of a page, with their look.
    fn lines(&mut self, page: u32, words: &'t str) -> Vec<Line<'t>> {
        let (mut looks, moved) = (self.overlay.page(page), self.overlay.moved(page));
        let mut lines = Vec::new();
        for (number, raw) in (1..).zip(words.split_inclusive('\n')) {
            let mut line = Line::new(raw, Place::Line { page, line: number }, moved);
            if let Some((look, heading)) = looks.take(raw) {
                self.links.add(raw, &look.links);
                line.look = Some(look);
                line.heading = heading.filter(|heading| line.may_be(*heading));
            }
            lines.push(line);
        }
        lines
    }

    /// Reads a page; `column` is where the values of the last table on the page before began. Gives that of this page.
    fn page(&mut self, lines: &[Line<'t>], column: Option<usize>) -> Result<Option<usize>, Refused> {
        let (mut at, mut last, mut goes_on) = (0, None, column);
        while at < lines.len() {
            let heading = self.heading(&lines[at..])?;
            let table = if heading > 0 { None } else { Table::at(&lines[at..], goes_on, self.is_label) };
            match table {
                _ if heading > 0 => at += heading,
                Some(table) => {
                    let width = table.width();
                    table
                        .rows
                        .iter()
                        .try_for_each(|row| self.out.row(&row.cells(width, &self.links, self.is_label)))?;
                    last = Some(table.column);
                    at += table.lines;
                }
                None => {
                    // A cell that goes on stands above all else on its page but the header.
                    goes_on = goes_on.filter(|_| lines[at].kind != Side::Left || last.is_none());
                    at += self.flow(&lines[at..])?;
                }
            }
            if last.is_some() {
                goes_on = None;
            }
        }
        Ok(last)
    }

    /// Reads the first of these lines with those that go on with its sentence, and gives how many they are.
    fn flow(&mut self, lines: &[Line<'t>]) -> Result<usize, Refused> {
        let mut before = None;
        for (at, line) in lines.iter().enumerate() {
            let glue = lines.get(at + 1).and_then(|next| self.overlay.edge().glue(line, next, self.is_label));
            let shown = self.links.line(line.raw, before == Some(Glue::Address), glue == Some(Glue::Address));
            let shown = if before.is_some() { shown.trim_start() } else { &shown };
            let Some(glue) = glue else {
                self.out.raw(line.place.clone(), shown)?;
                return Ok(at + 1);
            };
            self.out.raw(line.place.clone(), &[shown.trim_end(), glue.as_str()].concat())?;
            before = Some(glue);
        }
        Ok(lines.len())
    }

    /// Reads the heading that begins with the first of these lines, and gives how many it takes.
    fn heading(&mut self, lines: &[Line<'t>]) -> Result<usize, Refused> {
        let Some(Heading::Large(level) | Heading::Bold(level)) = lines[0].heading else { return Ok(0) };
        let rest = |line: &&Line<'_>| line.kind == Side::Empty || line.heading == Some(Heading::GoesOn);
        let lines = &lines[..=lines[1..].iter().take_while(rest).count()];
        let end = lines.iter().rposition(|line| line.kind != Side::Empty).map_or(1, |last| last + 1);
        let parts: Vec<&str> = lines[..end].iter().map(|line| line.raw).collect();
        let heading = Paragraph::heading(level, None, &self.links.joined(&parts));
        self.out.paragraph(lines[0].place.clone(), &heading)?;
        Ok(end)
    }
}

#[cfg(test)]
mod look_tests;

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

    fn text_of(text: &str) -> Printed {
        Printed { text: text.into(), look: None }
    }

    #[test]
    fn labels_and_values_side_by_side_are_rows() {
        let source = read("sheet.pdf", &text_of(PAGE), &|_| false).unwrap();
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
        let text = read("sheet.pdf", &text_of(table), &known).unwrap().text;
        assert_eq!(text, "Description\tForty plots.\nResults\t38 are in use.\nPlace of work\tPrato\n\n7\n");
    }

    #[test]
    fn labels_in_two_columns_are_read_in_pairs() {
        let table = "Title        Sewing circle     Country       Italy\nStart        March 2020        End           May 2022\n\u{c}";
        let known = |words: &str| ["Title", "Country", "Start", "End"].contains(&words);
        let text = read("sheet.pdf", &text_of(table), &known).unwrap().text;
        assert_eq!(text, "Title\tSewing circle\tCountry\tItaly\nStart\tMarch 2020\tEnd\tMay 2022\n\u{c}");
    }

    #[test]
    fn a_value_goes_on_where_a_bullet_moves_its_column() {
        let table = "Meetings and          •    All members meet\nfacilitation               twice a year\n\u{c}                 and when asked\n            •    Groups meet\nOutside     •    A newsletter\n\u{c}";
        let text = read("sheet.pdf", &text_of(table), &|_| false).unwrap().text;
        let expected = "Meetings and facilitation\t• All members meet twice a year\n\tand when asked\n• Groups meet\nOutside\t• A newsletter\n";
        assert_eq!(text.replace('\u{c}', ""), expected);
    }

    #[test]
    fn a_value_that_begins_in_the_last_line_of_a_page_goes_on() {
        let page = "Text of the page.\n\nResults       •    38 plots\n\u{c}                   are in use\n              •    Two schools\n";
        let known = |words: &str| words == "Results";
        let text = read("sheet.pdf", &text_of(page), &known).unwrap().text;
        let text = text.replace('\u{c}', "");
        assert!(text.ends_with("Results\t• 38 plots\n\tare in use\n• Two schools\n"), "{text:?}");
    }

    #[test]
    fn an_address_goes_on_in_the_next_line_of_its_cell() {
        let table = "Website      https://www.example.org/MagnetN\n             etworkEU/\nCountry      Italy\nHelp         https://example.org\n             facebook\n\u{c}";
        let text = read("sheet.pdf", &text_of(table), &|_| false).unwrap().text;
        assert!(text.contains("Website\thttps://www.example.org/MagnetNetworkEU/\n"), "{text}");
        assert!(text.contains("Help\thttps://example.org facebook\n"), "{text}");
    }

    #[test]
    fn pages_without_text_are_counted() {
        let source = read("scan.pdf", &text_of("\u{c}  \n\u{c}words\n\u{c}"), &|_| false).unwrap();
        assert_eq!(source.layout.unwrap().notes.blank_pages, [1, 2]);
    }
}
