//! Documents of another kind that have labels too.

use super::Finder;
use crate::blocks::Block;
use crate::practice::Field;
use crate::schemas::Label;
use crate::sheets::{Entries, Entry, Gap, Line, Opener};
use crate::source::Span;

/// Lines of a table of contents at least.
const CONTENTS: usize = 4;
/// Words of a sentence at least.
const SENTENCE: usize = 5;
/// What leads to the number of a page.
const LEADERS: &str = "....";

impl Finder<'_> {
    /// The line that says that this is no sheet. A title of its own says that it is, but for a table of contents.
    pub(super) fn other(&self, blocks: &[Block<'_>], entries: &Entries) -> Option<Span> {
        self.named_otherwise(entries)
            .or_else(|| self.table_of_contents(blocks, entries))
            .or_else(|| self.sentence_as_title(entries))
    }

    /// A title that is no name but goes on as a sentence does, `Title: the group discussed …`: labels are words of the text here.
    fn sentence_as_title(&self, entries: &Entries) -> Option<Span> {
        let is_title = |entry: &&Entry| self.label(entry).is_some_and(|label| label.field == Field::Title);
        let first = entries.entries.iter().find(is_title)?.lines.first()?;
        let words = first.body.of(self.text);
        let is_sentence = words.starts_with(char::is_lowercase) && words.split_whitespace().count() >= SENTENCE;
        let rest = self.text[first.body.end..].trim_start_matches(['\r', '\n']);
        let next = self.text.len() - rest.len();
        let labelled = entries.entries.iter().filter_map(super::words).any(|label| label.start == next);
        let wrapped = rest.starts_with(char::is_alphabetic) && !labelled;
        (is_sentence && (words.ends_with('.') || (first.gap == Gap::None && wrapped))).then_some(first.body)
    }

    /// A line above the first label such as `Minutes of the meeting`; where a label names a practice, no other tells of it: a job offer has
    /// a title, and no results.
    fn named_otherwise(&self, entries: &Entries) -> Option<Span> {
        let tells = |entry: &Entry| {
            use Field::{Description, Impact, Results, Summary};
            let field = self.label(entry).map(|label| label.field);
            matches!(field, Some(Description | Summary | Results | Impact)) && !entry.lines.is_empty()
        };
        // `Title` may be that of a post, `Name of the practice` is none.
        let says_what = |entry: &&Entry| super::words(entry).is_some_and(|words| words.of(self.text).contains(' '));
        let mut titles = entries.entries.iter().filter(|entry| self.names_practice(entry)).peekable();
        // A call may give itself a title: `Title: Call for good practices`, below `OPEN CALL`.
        let another = |line: &&Line| self.schemas.names_other_document(line.body.of(self.text));
        if let Some(above) = entries.preamble.iter().find(another)
            && titles.peek().and_then(|title| title.lines.first()).is_some_and(|title| another(&title))
        {
            return Some(above.body);
        }
        if titles.peek().is_some() && (titles.any(|entry| says_what(&entry)) || entries.entries.iter().any(tells)) {
            return None;
        }
        let heading = |entry: &Entry| match entry.opener {
            Opener::Section { words, .. } => Some(words),
            _ => None,
        };
        let headed = entries.entries.iter().map_while(|entry| Some((heading(entry)?, &entry.lines)));
        let headed = headed.flat_map(|(words, lines)| std::iter::once(words).chain(lines.iter().map(|line| line.body)));
        let lines = entries.preamble.iter().map(|line| line.body).chain(headed);
        let lines: Vec<Span> = lines.chain(self.subjects(entries)).collect();
        // A paper has other parts above that of the practices: `AGENDA`, and further down `A practice to copy`.
        let rubric = lines.iter().rposition(|line| self.schemas.is_rubric(line.of(self.text))).unwrap_or(0);
        lines[rubric..].iter().copied().find(|line| self.schemas.names_other_document(line.of(self.text)))
    }

    /// What stands beside labels that say what a letter or paper is about, before any label of the practice: `Call: good practices wanted!`
    fn subjects<'e>(&'e self, entries: &'e Entries) -> impl Iterator<Item = Span> + 'e {
        let of_practice = |entry: &Entry| {
            self.label(entry).is_some_and(|label| label.tells() || label.names_sheet() || label.names_lead())
        };
        let is_subject = |entry: &&Entry| self.label(entry).is_some_and(|label| label.field == Field::Unmapped);
        let first = |entry: &Entry| entry.lines.first().filter(|line| line.gap == Gap::None).map(|line| line.body);
        let before = entries.entries.iter().take_while(move |entry| !of_practice(entry));
        before.filter(is_subject).filter_map(first)
    }

    /// The first line of a table of contents, where no label tells what was done or for whom.
    fn table_of_contents(&self, blocks: &[Block<'_>], entries: &Entries) -> Option<Span> {
        let leads = |line: &str| line.contains(LEADERS) && line.ends_with(|c: char| c.is_ascii_digit());
        let mut lines = blocks.iter().map(Block::body).filter(|body| leads(body.of(self.text)));
        let first = lines.next()?;
        let told = entries.entries.iter().any(|entry| self.label(entry).is_some_and(Label::tells));
        (!told && lines.count() + 1 >= CONTENTS).then_some(first)
    }
}
