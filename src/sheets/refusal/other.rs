//! Documents of another kind that have labels too.

use super::Finder;
use crate::practice::Field;
use crate::sheets::{Entries, Opener};
use crate::source::Span;

impl Finder<'_> {
    /// The line above the first label that says that this is no sheet: `Minutes of the meeting`. A title of its own says that it is.
    pub(super) fn other(&self, entries: &Entries) -> Option<Span> {
        if entries.entries.iter().any(|entry| self.label(entry).is_some_and(|label| label.field == Field::Title)) {
            return None;
        }
        let heading = |entry: &crate::sheets::Entry| match entry.opener {
            Opener::Section { words, .. } => Some(words),
            _ => None,
        };
        let headings = entries.entries.iter().map_while(heading);
        let mut lines = entries.preamble.iter().map(|line| line.body).chain(headings);
        lines.find(|line| self.schemas.names_other_document(line.of(self.text)))
    }
}
