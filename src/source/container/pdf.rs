//! The text of PDF files as `pdftotext -layout` writes it: pages with a form feed behind each.

use super::Refused;
use super::refused::{TEXT, mebibytes};
use crate::source::layout::{Layout, Place, Unit, UnitKind};
use crate::source::{Source, Span};

/// Reads the text of a PDF.
pub fn read(name: &str, bytes: Vec<u8>) -> Result<Source, Refused> {
    if bytes.len() > TEXT {
        return Err(Refused::Limit("its text", mebibytes(TEXT as u64)));
    }
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let mut layout = Layout::default();
    let mut start = 0;
    for (page, words) in (1..).zip(text.split_inclusive('\u{c}')) {
        if words.trim().is_empty() {
            layout.notes.blank_pages.push(page);
        }
        for (line, words) in (1..).zip(words.split_inclusive('\n')) {
            if !words.trim().is_empty() {
                layout.places.push((start, Place::Line { page, line }));
            }
            start += words.len();
        }
    }
    layout.units.push(Unit { span: Span::new(0, text.len()), kind: UnitKind::Lines });
    Ok(Source::laid_out(name, text, layout))
}
