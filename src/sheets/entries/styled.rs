//! Labels by their style: a line that is written as the form writes its labels.

use super::Reader;
use crate::blocks::html::readable;
use crate::blocks::{Block, Shape, is_in_capitals};
use crate::explain::{Went, Why};
use crate::hashed::HashSet;
use crate::ledger::Class;
use crate::schemas::{DateWord, Label, Meaning, Part, Role, fold, fold_words};
use crate::sheets::style::{Candidate, Ending, Standing};
use crate::sheets::{Gap, Line, LineShape, Opener, Style};
use crate::source::Span;

/// Labels behind the first in the same kind of tag at least, for others to be none.
const TAGS: usize = 2;

impl<'s> Reader<'_, 's> {
    /// What is known of a block as a label.
    pub(super) fn standing(&self, block: &Block<'s>) -> Standing {
        let first = || {
            let first = self.first_label(block);
            first.filter(|(label, at)| !self.is_part_of_contact(*label, &at.meanings, at.words)).map(|found| found.0)
        };
        if let Some(label) = self.bare_label(block).map(|found| found.0).or_else(first) {
            return Standing::Known(self.field(label));
        }
        if names_part(block) { Standing::Part } else { Standing::Unknown }
    }

    /// Opens a label that is one by its style, under the field that its words stand for or under none.
    pub(super) fn styled(&mut self, block: &Block<'s>) -> bool {
        let Some(candidate) = self.styles.label(block).copied() else { return false };
        // A number such as those of other labels says what it is.
        let counted = candidate.look.ending == Ending::Any || self.styles.counts(block);
        if !counted && self.is_below_people(block) {
            return false;
        }
        if self.says_that_it_goes_on(candidate.words) {
            return false;
        }
        if names_part(block) {
            return !self.in_people() && self.resume_people(block);
        }
        // What somebody does stands above the name: `Sign language`, and below it `Ada Rossi` and a number.
        if self.in_people() && self.heads_person(block) && self.reaches_somebody() {
            return false;
        }
        // Nor where it stands before it: `Director: Ada Rossi`.
        if self.in_people() && self.schemas.contact_words.name_role(candidate.words.of(self.text)) {
            return false;
        }
        let found = self.loosely(candidate.words);
        // Where somebody works stands below the label of contacts: `Sample Town Council -- local government`.
        let first = self.in_people() && self.current().is_some_and(|entry| entry.lines.is_empty());
        if found.is_none() && first && self.schemas.contact_words.name_organisation(candidate.words, self.text) {
            self.note_text(candidate.words, Why::OfValue);
            return false;
        }
        let alone = candidate.span.end == block.body().end;
        if found.is_none() && alone && self.is_only_value(block) {
            self.note_text(candidate.words, Why::OfValue);
            return false;
        }
        if found.is_none() && alone && (self.is_last_item(block) || self.is_tagged_otherwise(block)) {
            self.note_text(candidate.words, Why::InText);
            return false;
        }
        // A line alone among people may be one of them; a heading has a section of its own.
        let other = !counted && self.in_people() && matches!(candidate.look.ending, Ending::Line { .. });
        if found.is_none() && (other || matches!(block.shape, Shape::Heading { .. })) {
            return false;
        }
        if found.is_none() && self.in_text() && self.is_remark(&candidate) {
            self.note_text(candidate.words, Why::Said);
            return false;
        }
        let Candidate { words, span, .. } = candidate;
        if found.is_none() && !alone && !counted && self.is_of_value(block, words) {
            self.note_text(words, Why::OfValue);
            return false;
        }
        let value = Span::new(span.end, block.body().end);
        if found.is_none() && self.asks_somebody(value) {
            return self.open_people(span, words, value);
        }
        match found {
            Some((label, why)) => {
                let style = if alone { Style::Line } else { Style::Colon };
                self.push(Opener::Label { label, span, words, style });
                self.notes.take(words, Went::Label(label), why);
            }
            None => {
                self.push(Opener::Unknown { words });
                self.notes.take(words, Went::Unmapped, Why::Style);
                self.claim(Span::new(span.start, words.start), Class::Markup);
                self.claim(Span::new(words.end, span.end), Class::Markup);
            }
        }
        self.add(value, LineShape::Prose, Gap::None);
        true
    }

    /// Whether a numbered line in bold stands below a label without value, where all labels are such lines: `**4. Costs | Budget**`.
    pub(super) fn bold_heading(&self, block: &Block<'_>) -> bool {
        let words = block.body().of(self.text);
        let inner = words.strip_prefix("**").and_then(|words| words.strip_suffix("**")).unwrap_or_default();
        let numbered = inner.starts_with(|c: char| c.is_ascii_digit()) && inner.contains(char::is_alphabetic);
        numbered && self.styles.are_bold() && self.current().is_some_and(|entry| entry.lines.is_empty())
    }

    /// Whether words below the empty label of a date say that the practice goes on: `End date`, and below it `Ongoing`.
    fn says_that_it_goes_on(&self, words: Span) -> bool {
        let kinds = self.schemas.date_words.get(&fold_words(words.of(self.text)));
        self.waits(Label::is_date) && kinds.is_some_and(|kinds| kinds.contains(&DateWord::Ongoing))
    }

    /// Whether a line stands between a label that waits for its value and the next: `Status`, `In preparation`, `Start`. One that groups
    /// labels has several below it.
    fn is_only_value(&self, block: &Block<'s>) -> bool {
        let mut below = self.blocks_behind(block).iter().filter(|block| !block.is_blank());
        let next = below.next().is_some_and(|next| self.standing(next).field().is_some());
        next && self.waits(|label| !label.holds_text()) && self.gap <= Gap::Blank
    }

    /// Whether a line goes on with a list: as a label it would have no value, for a known label stands below it, as near as the
    /// item above.
    fn is_last_item(&self, block: &Block<'s>) -> bool {
        let begun = self.open && self.gap <= Gap::Blank && self.current().is_some_and(|entry| !entry.lines.is_empty());
        let apart = usize::from(self.gap == Gap::Blank);
        let below = self.blocks_behind(block).iter().position(|block| !block.is_blank()).filter(|at| *at <= apart);
        let below = below.and_then(|at| self.blocks_behind(block).get(at));
        // Nothing but labels stands in capitals in such a list.
        let items = self.current().map(|entry| Line::text_of(&entry.lines, self.text)).unwrap_or_default();
        let begun = begun && (!is_in_capitals(block.body().of(self.text)) || is_in_capitals(items));
        self.in_list() && begun && below.is_some_and(|below| self.standing(below).field().is_some())
    }

    /// Whether the labels of a page all stand in one kind of tag, and a line in another: `<div class="value">`.
    fn is_tagged_otherwise(&self, block: &Block<'_>) -> bool {
        self.label_tag().is_some_and(|tag| tag_before(self.text, block) != tag.of(self.text))
    }

    /// The tag that stands before each known label, with its class.
    fn label_tag(&self) -> Option<Span> {
        *self.label_tag.get_or_init(|| {
            let text = self.text;
            let blocks = self.blocks[self.sheet.blocks.clone()].iter();
            let mut tags = blocks.filter(|block| self.bare_label(block).is_some()).map(|block| tag_before(text, block));
            let first = tags.next().filter(|tag| tag.contains("class"))?;
            let same = tags.clone().count() >= TAGS && tags.all(|tag| tag == first);
            same.then(|| Span::of_slice(text, first))
        })
    }

    /// Whether words begin a remark, or a sentence goes on behind their colon.
    fn is_remark(&self, candidate: &Candidate) -> bool {
        candidate.is_said || self.schemas.begins_remark(candidate.words.of(self.text))
    }

    /// Whether the open label has text of its own already, in which a line may begin like a label.
    fn in_text(&self) -> bool {
        let text = self.current_label().is_some_and(Label::holds_text);
        self.open && text && self.current().is_some_and(|entry| !entry.lines.is_empty())
    }

    /// A part of a contact below another label belongs to the last people.
    pub(super) fn resume_people(&mut self, block: &Block<'s>) -> bool {
        let Some(people) = self.people else { return false };
        self.into = people;
        self.open = true;
        self.note_text(block.body(), Why::PartOfContact);
        self.add(block.body(), LineShape::Prose, Gap::Line);
        true
    }

    /// The label that words stand for whose place proves that they are one; none where another label opens that field.
    pub(super) fn loosely(&self, words: Span) -> Option<(u16, Why)> {
        let words_of = readable(words.of(self.text));
        // The address of a body is not the body.
        let first = words_of.split_whitespace().find(|word| word.contains(char::is_alphabetic)).unwrap_or_default();
        let how_to_reach = |meaning: &Meaning| matches!(meaning.part(), Some(Part::Note | Part::Phone | Part::Email));
        if self.schemas.meanings(first, &mut String::new()).iter().any(how_to_reach) {
            return None;
        }
        let known = self.schemas.loose(&words_of);
        let label = self.own_label(&known)?;
        let field = self.field(label);
        let same = |opened: &Span| fold(opened.of(self.text)) == fold(words.of(self.text));
        let free = !self.known_fields().contains(&field) && self.opened.get(&field).is_none_or(same);
        free.then_some((label, known.into()))
    }

    /// The fields that lines with known labels open.
    pub(super) fn known_fields(&self) -> &HashSet<usize> {
        self.known.get_or_init(|| {
            let blocks = self.blocks[self.sheet.blocks.clone()].iter();
            blocks.filter_map(|block| self.standing(block).field()).collect()
        })
    }
}

/// Whether a block begins with the name of a part of a contact.
fn names_part(block: &Block<'_>) -> bool {
    let first = block.labels.first().filter(|label| !label.inside);
    let mut meanings = block.whole.iter().chain(first.into_iter().flat_map(|label| label.meanings));
    meanings.any(|meaning| matches!(meaning.role, Role::Part | Role::Web))
}

/// The tag directly before the words of a block; nothing where none stands there.
fn tag_before<'t>(text: &'t str, block: &Block<'_>) -> &'t str {
    let before = text[..block.body().start].trim_end();
    let start = if before.ends_with('>') { before.rfind('<') } else { None };
    start.map_or("", |start| &before[start..])
}
