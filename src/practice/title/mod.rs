//! The title that no label names: that of a deck, of a definition, of a heading, of the first line.

mod names;

use super::assemble::Assembler;
use super::draft::Right;
use super::segments::Segment;
use super::{Field, Origin};
use crate::blocks::trim;
use crate::schemas::{Language, Role, fold};
use crate::sheets::{Entries, Entry, Gap, Line, LineShape, Opener, continues, section_number};
use crate::source::{Span, holds_address};

/// Characters of a title without a label at most.
const LONGEST_TITLE: usize = 200;
/// White space between two columns: no name has it.
const COLUMNS: &str = "   ";
/// What parts a name in quotation marks from who leads.
const PARTED: &str = ", ";
const DASHED: [&str; 3] = ["– ", "— ", "- "];
/// Words of who leads behind a dash at most: more may be another title.
const DASHED_WORDS: usize = 4;

impl Assembler<'_, '_> {
    /// The heading and strapline that a deck repeats.
    pub(super) fn running_title(&mut self, entries: &Entries) {
        if !entries.running_title.is_empty() && self.draft.record.title.is_none() {
            let line = self.line(Field::Title, &entries.running_title);
            self.draft.set_text(Field::Title, Origin::Pattern, Right::Own, line);
        }
    }

    /// "X – Y – is a project that …" names the practice "X – Y".
    pub(super) fn title_of_definition(&mut self, entries: &Entries) {
        if self.draft.record.title.is_some() {
            return;
        }
        let described = match self.draft.segments(Field::Description).and_then(<[_]>::first) {
            Some(Segment::Source(first, _)) => Some(*first),
            Some(Segment::Glue(_)) => None,
            None => self.first_paragraph(entries).filter(|_| self.infer),
        };
        let Some(first) = described else { return };
        if let Some(name) = defined_name(self.text, first, self) {
            self.draft.set_text(Field::Title, Origin::Pattern, Right::Cite, vec![Segment::as_is(name)]);
        }
    }

    /// The first line of the paragraph that a page begins with.
    fn first_paragraph(&self, entries: &Entries) -> Option<Span> {
        let mut paragraphs =
            entries.preamble.chunk_by(|_, next| next.gap <= Gap::Line && next.shape == LineShape::Prose);
        paragraphs.next().filter(|lines| self.is_paragraph(lines)).map(|lines| lines[0].body)
    }

    /// A line before the first label, or a first heading that names no field, is the title, where nothing else is. Gives the
    /// entries that stay sections.
    pub(super) fn title_without_label<'e>(&mut self, entries: &'e Entries) -> Vec<&'e Entry> {
        let mut sections: Vec<&Entry> =
            entries.entries.iter().filter(|entry| matches!(entry.opener, Opener::Section { .. })).collect();
        if self.draft.record.title.is_some() || !self.infer {
            return sections;
        }
        let lines = self.title_lines(&entries.preamble, |from| self.told(entries, from));
        let below = entries.entries.first().is_some_and(|first| !matches!(first.opener, Opener::Section { .. }));
        let heading = main_heading(&sections, below).or_else(|| self.first_heading(&entries.entries));
        match heading {
            Some(Opener::Section { span, words, level, .. })
                if (lines.is_empty() || level == 1) && !self.schemas.is_rubric(words.of(self.text)) =>
            {
                self.draft.markup(Field::Title, [Span::new(span.start, words.start)]);
                self.set_title(&[Line::alone(words)]);
                sections.retain(|entry| Some(entry.opener) != heading || !entry.lines.is_empty());
            }
            _ if !lines.is_empty() => self.set_title(lines),
            _ => {}
        }
        sections
    }

    /// What the first entry begins with, or the first heading behind those that name a part of a paper: `4.3 Good practice`, and below it
    /// `The open door`.
    fn first_heading(&self, entries: &[Entry]) -> Option<Opener> {
        let names_part = |entry: &Entry| match entry.opener {
            Opener::Section { words, .. } => {
                let name = behind_number(self.text, words);
                entry.lines.is_empty() && self.schemas.is_rubric(name.of(self.text))
            }
            _ => false,
        };
        let headed = entries.iter().take_while(|entry| matches!(entry.opener, Opener::Section { .. }));
        let named = headed.clone().find(|entry| !names_part(entry)).filter(|_| headed.clone().count() > 1);
        named.or(entries.first()).map(|entry| entry.opener)
    }

    pub(super) fn set_title(&mut self, lines: &[Line]) {
        let [first, rest @ ..] = lines else { return };
        let name = behind_number(self.text, self.behind_rubric(first.body));
        let credited = self.behind_quotation(name).filter(|_| rest.is_empty());
        let (name, lead) = credited.map_or((name, None), |(name, lead)| (name, Some(lead)));
        self.draft.markup(Field::Title, [Span::new(first.body.start, name.start)]);
        let lines: Vec<Line> = [Line { body: name, ..*first }].into_iter().chain(rest.iter().copied()).collect();
        let segments = self.line(Field::Title, &lines);
        self.draft.set_text(Field::Title, Origin::Inferred, Right::Own, segments);
        if let Some(lead) = lead.filter(|_| self.draft.record.lead_organisation.is_none()) {
            self.draft.markup(Field::Title, [Span::new(name.end, lead.start)]);
            let segments = self.line(Field::LeadOrganisation, &[Line { body: lead, ..*first }]);
            self.draft.set_text(Field::LeadOrganisation, Origin::Inferred, Right::Own, segments);
        }
    }

    /// A name in quotation marks and the organisation behind it: `“The open door”, Sample Town Council`.
    fn behind_quotation(&self, line: Span) -> Option<(Span, Span)> {
        let words = line.of(self.text);
        let inner = words.strip_prefix(['“', '«', '„', '"', '”'])?;
        let (name, behind) = inner.split_once(['”', '»', '“', '"'])?;
        let behind = behind.trim();
        let bracketed = behind.strip_prefix('(').and_then(|inner| inner.strip_suffix(')'));
        let few = |name: &&str| name.split_whitespace().count() <= DASHED_WORDS;
        let dashed = || DASHED.iter().find_map(|mark| behind.strip_prefix(mark)).filter(few);
        let parted = || behind.strip_prefix(PARTED).or_else(dashed);
        let lead = bracketed.or_else(parted)?.trim();
        let is_name = lead.starts_with(char::is_uppercase) && !lead.contains(['(', ')', ':', '“', '”', '"', '«']);
        let (name, lead) = (Span::of_slice(self.text, name.trim()), Span::of_slice(self.text, lead));
        let named = is_name && !name.is_empty() && self.schemas.contact_words.name_organisation(lead, self.text);
        named.then_some((name, lead))
    }

    /// The first of some lines that are too many for a name, where it may be one by itself.
    pub(super) fn name_above_text<'l>(&self, lines: &'l [Line]) -> &'l [Line] {
        let long = Line::text_of(lines, self.text).chars().count() > LONGEST_TITLE;
        let named = || lines.first().is_some_and(|first| self.may_be_title(*first));
        if long && named() { &lines[..1] } else { lines }
    }

    /// What stands behind the name of a form or of a part of a site: `Good practice: The open door`, `Sheet 2 – The open door`; all
    /// where none does.
    fn behind_rubric(&self, words: Span) -> Span {
        let name = self.schemas.behind_rubric(words.of(self.text));
        Span::new(words.end - name.len(), words.end)
    }

    /// The last of the lines that the title stands on.
    pub(super) fn title_in(&self, lines: &[Line]) -> Option<usize> {
        let last = self.draft.segments(Field::Title)?.iter().rev().find_map(|segment| segment.span())?;
        lines.iter().position(|line| line.body.covers(last))
    }

    /// Whether a line begins or goes on with a paragraph.
    fn is_prose(&self, lines: &[Line], at: usize) -> bool {
        let words = lines[at].body.of(self.text);
        let long = words.chars().count() > LONGEST_TITLE;
        long || (words.ends_with('.') && words.split(". ").nth(1).is_some()) || self.begins_paragraph(&lines[at..])
    }

    /// Whether the first of some lines is a whole one of a paragraph of several.
    pub(super) fn begins_paragraph(&self, lines: &[Line]) -> bool {
        let paragraph = lines.chunk_by(|_, next| next.gap <= Gap::Line).next().unwrap_or_default();
        let whole = lines.first().is_some_and(|line| line.is_whole(self.text));
        whole && paragraph.len() > 1 && self.is_paragraph(paragraph)
    }

    /// Whether the second line is the rest of a name that the first begins.
    fn goes_on(&self, first: Line, second: Line) -> bool {
        let (first, words) = (first.body.of(self.text), second.body.of(self.text));
        let rest = second.shape == LineShape::Prose && second.gap <= Gap::Line && !words.ends_with('.');
        rest && words.starts_with(char::is_lowercase) && continues(first, words, self.schemas)
    }

    /// Whether a line may be a name: it begins like one and is no sentence, number, date, address or part of a site.
    pub(super) fn may_be_title(&self, line: Line) -> bool {
        let words = behind_number(self.text, line.body).of(self.text);
        let begins = words.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| !c.is_lowercase());
        let dash = |marker: Span| marker.of(self.text).chars().all(|c| "-–—".contains(c));
        let shape = match line.shape {
            LineShape::Prose => true,
            LineShape::Bullet { marker, .. } => dash(marker),
            LineShape::Heading { .. } | LineShape::Cell | LineShape::Paragraph | LineShape::Row => false,
        };
        shape
            && begins
            && !words.ends_with(['.', ':', ';', ',', '…', '?'])
            && !words.contains(['@', '☐', '□'])
            && !words.starts_with('(')
            && !words.contains(COLUMNS)
            && !holds_address(words)
            && words.split_whitespace().any(|word| word.chars().count() > 2)
            && !self.is_date(words)
            && !is_labelled_number(words)
            && !self.schemas.is_rubric(words)
            && !self.schemas.heads_part(words)
            && !self.schemas.is_subject(words)
            && !self.schemas.counts_subject(words)
            && !self.schemas.meanings(words, &mut String::new()).has(Role::Part)
    }

    /// Whether words are numbers, months and function words and nothing else: `4 February 2017`, `abril de 2018`.
    fn is_date(&self, words: &str) -> bool {
        let month = |word: &str| self.schemas.is_month(&fold(word));
        let mut words = words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let small = |word: &str| self.schemas.function_words.get(&fold(word)).is_some();
        words.all(|word| word.bytes().all(|byte| byte.is_ascii_digit()) || month(word) || small(word))
    }
}

/// The one heading of the highest level `below` labels or other headings: a page may have a box of facts above its name.
fn main_heading(sections: &[&Entry], below: bool) -> Option<Opener> {
    let is_main = |entry: &&&Entry| matches!(entry.opener, Opener::Section { level: 1, .. });
    let mut main = sections.iter().filter(is_main).map(|entry| entry.opener);
    let first = main.next().filter(|first| below || sections[0].opener != *first)?;
    main.next().is_none().then_some(first)
}

/// What stands behind the number of a section: `3.2 The keys of the house` is a title behind its number.
fn behind_number(text: &str, words: Span) -> Span {
    let number = section_number(words.of(text)).filter(|number| number.is_marked);
    Span::new(words.start + number.map_or(0, |number| number.length), words.end)
}

/// The name that a paragraph defines.
fn defined_name(text: &str, paragraph: Span, assembler: &Assembler<'_, '_>) -> Option<Span> {
    let raw = paragraph.of(text);
    let is_dash = |at: usize, dash: &str| raw[..at].ends_with(' ') && raw[at + dash.len()..].starts_with(' ');
    let (second, dash) = raw.match_indices(['–', '—', '-']).filter(|(at, dash)| is_dash(*at, dash)).nth(1)?;
    let behind = &text[paragraph.start + second + dash.len()..];
    // What defines it may be broken over two lines.
    let line_ends = behind.match_indices('\n').nth(1).map_or(behind.len(), |(end, _)| end);
    let rest = behind[..line_ends].split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let defines = |language: &Language| {
        language.definitions.iter().any(|words| {
            let after = rest.strip_prefix(words);
            after.is_some_and(|after| words.ends_with('\'') || after.starts_with(' '))
        })
    };
    let name = trim(text, Span::new(paragraph.start, paragraph.start + second));
    assembler.schemas.languages.iter().any(defines).then_some(name)
}

/// Whether words are a number, sum or date behind a colon: `Published: 2016`.
fn is_labelled_number(words: &str) -> bool {
    let behind = words.split_once(": ").map(|(_, behind)| behind);
    behind.is_some_and(|behind| {
        behind.starts_with(|c: char| c.is_ascii_digit()) && !behind.chars().any(char::is_alphabetic)
    })
}
