//! Headed text without a field of its own.

use crate::practice::Section;

use super::marks::{SECTIONS, SECTIONS_END};
use super::{Page, escape};

/// HTML and CommonMark know no lower heading.
const LOWEST: usize = 6;

impl Page<'_> {
    /// The sections between two comments, which tell that headings are titles here.
    pub(super) fn sections(&mut self, sections: &[Section]) {
        self.block(SECTIONS);
        sections.iter().for_each(|section| self.section(section, 2));
        self.block(SECTIONS_END);
    }

    fn section(&mut self, section: &Section, level: usize) {
        self.section_heading(section.title.as_deref(), level);
        if let Some(text) = &section.text {
            self.text(text, LOWEST);
        }
        section.sections.iter().for_each(|inner| self.section(inner, level + 1));
    }

    /// A title, and a comment where the heading alone would not tell the level or that there is a title.
    fn section_heading(&mut self, title: Option<&str>, level: usize) {
        match title {
            None => self.block(&format!("<!-- untitled section, level {level} -->")),
            Some(title) if level <= LOWEST => self.heading(level, &escape(title)),
            Some(title) => self.heading(LOWEST, &format!("{} <!-- level {level} -->", escape(title))),
        }
    }
}
