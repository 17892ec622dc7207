//! Whose page a text is: the organisation above its title after which the addresses on the page are named.

use super::assemble::Assembler;
use super::draft::Right;
use super::{Field, Origin};
use crate::schemas::{Sense, fold_words};
use crate::sheets::{Entries, Line};
use crate::source::Span;

/// Letters of a word that tells a name from others at least.
const LETTERS: usize = 4;
/// Letters of the longest of them at least.
const LONG: usize = 5;
/// Characters of a name at most.
const NAME: usize = 80;

impl Assembler<'_, '_> {
    /// The hosts of the e-mail addresses of a sheet, in small letters and without dots and hyphens.
    pub(super) fn hosts(&self, entries: &Entries) -> Vec<String> {
        let lines = entries.entries.iter().flat_map(|entry| &entry.lines);
        let texts = lines.chain(&entries.preamble).chain(&entries.loose).map(|line| line.body.of(self.text));
        let addresses = texts.flat_map(|text| text.split('@').skip(1));
        let host = |behind: &str| {
            let host = behind.chars().take_while(|c| c.is_alphanumeric() || matches!(c, '.' | '-'));
            host.filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
        };
        addresses.map(host).collect()
    }

    /// The organisation whose page it is leads, where nothing else says who does.
    pub(super) fn lead_of_page(&mut self, entries: &Entries) {
        if self.draft.record.lead_organisation.is_some() || !self.infer {
            return;
        }
        let title = self.title_in(&entries.preamble).unwrap_or(0);
        let own = entries.preamble[..title].iter().copied().find(|line| self.owns_page(line.body));
        if let Some(Line { body, .. }) = own {
            let segments = self.line(Field::LeadOrganisation, &[Line::alone(body)]);
            self.draft.set_text(Field::LeadOrganisation, Origin::Inferred, Right::Own, segments);
        }
    }

    /// Whether words are the name of an organisation after which the host of an e-mail address of the sheet is named: `Society for
    /// Open Doors`, `mail@opendoors.example.org`.
    pub(super) fn owns_page(&self, words: Span) -> bool {
        let name = words.of(self.text);
        let contact_words = &self.schemas.contact_words;
        let short = name.chars().count() <= NAME && !name.contains(':');
        if !short || self.hosts.is_empty() || !contact_words.name_organisation(words, self.text) {
            return false;
        }
        let long = name.split_whitespace().filter(|word| word.chars().count() >= LETTERS);
        let telling: Vec<String> =
            long.filter(|word| !contact_words.has_sense(word, Sense::Organisation)).map(fold_words).collect();
        let names = |host: &String| telling.iter().filter(|word| host.contains(*word)).count() * 2 > telling.len();
        telling.iter().any(|word| word.chars().count() >= LONG) && self.hosts.iter().any(names)
    }
}
