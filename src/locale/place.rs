//! Places in files of office programs, as their users call them.

use super::{Fact, Locale};
use crate::source::layout::Place;

impl Locale {
    /// `table 1, row 3, cell 2`
    pub fn place(self, place: &Place) -> String {
        let say = |message, facts: &[(&'static str, Fact<'_>)]| self.say(message, facts);
        match place {
            Place::Paragraph(number) => say("place-paragraph", &[("number", (*number).into())]),
            Place::Cell { table, row, cell } => {
                say("place-cell", &[("table", (*table).into()), ("row", (*row).into()), ("cell", (*cell).into())])
            }
            Place::SheetCell { sheet, .. } => {
                let cell = place.cell().unwrap_or_default();
                say("place-sheet-cell", &[("sheet", Fact::Quoted(sheet)), ("cell", cell.into())])
            }
            Place::Field { row, column } => say("place-field", &[("row", (*row).into()), ("column", (*column).into())]),
            Place::Line { page, line } => say("place-line", &[("page", (*page).into()), ("line", (*line).into())]),
            Place::Header => say("place-header", &[]),
            Place::Footer => say("place-footer", &[]),
            Place::Comment(number) => say("place-comment", &[("number", (*number).into())]),
        }
    }
}
