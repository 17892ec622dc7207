//! Labels that the sheet's template knows.

use super::{Reader, is_running, shape};
use crate::blocks::{Block, LabelAt, Shape, bullet, floor, is_question_mark, meanings, trim};
use crate::explain::{Went, Why};
use crate::hashed::HashSet;
use crate::ledger::Class;
use crate::schemas::{EVERYWHERE, Known, Label, Meaning, Role};
use crate::sheets::{Entry, Gap, Line, LineShape, Opener, Style};
use crate::source::{Span, digits, holds_address};

/// Lines with labels that nothing parts from what stands before them, at least, for these to be labels.
const UNPARTED_LINES: usize = 2;
/// Bytes of the paragraph behind a label of people that are looked at, and figures of a telephone number in it.
const REACH: usize = 300;
const FIGURES: usize = 8;
/// Lines of a person below the name that are looked at.
const PERSON: usize = 3;
/// Bytes of a line that goes on below at least.
const LINE: usize = 40;
/// Bytes of a label with the items of its list at most.
const FACT: usize = 200;
/// Bytes of a label behind another at most.
const NESTED: usize = 60;
/// Fields that questions open at least, for a question to be a label with its answer on its line.
const QUESTIONS: usize = 2;

impl<'s> Reader<'_, 's> {
    /// Opens the labels of a block, one after the other.
    pub(super) fn label(&mut self, block: &Block<'s>) -> bool {
        let bare = self.bare(block);
        if let Ok((label, words)) = bare {
            let without_colon = words.of(self.text).trim_end_matches([':', ' ', '_']).len();
            let named = Span::new(words.start, words.start + without_colon);
            self.push(Opener::Label { label, span: words, words: named, style: Style::Line });
            self.notes.take(named, Went::Label(label), block.whole.into());
            return true;
        }
        let first = self.first_label(block).filter(|(label, at)| self.may_open(block, *label, at).is_ok());
        let running = self.generic && first.is_none() && !self.is_form && !block.is_flat();
        let inside = if running { Vec::new() } else { self.inside_labels(block) };
        self.note_refused(block, bare.err(), running);
        let Some(start) = first.into_iter().chain(inside.first().copied()).next() else { return false };
        if start.1.inside {
            self.line_up_to(block, start.1.span.start);
        }
        let opened: Vec<(u16, LabelAt<'_>)> = first.into_iter().chain(inside).collect();
        for (nth, (label, at)) in opened.iter().enumerate() {
            let end = opened.get(nth + 1).map_or(block.body().end, |next| next.1.span.start);
            self.open_label(block, *label, *at, end);
        }
        true
    }

    fn open_label(&mut self, block: &Block<'_>, label: u16, at: LabelAt<'_>, end: usize) {
        let row = matches!(block.shape, Shape::Row { .. });
        let style = if row { Style::Row } else { Style::Colon };
        self.push(Opener::Label { label, span: at.span, words: at.words, style });
        self.notes.take(at.words, Went::Label(label), at.meanings.into());
        let start = if row { block.body().start } else { at.span.end };
        let value = Span::new(start, end.max(start));
        let value = self.without_nested(label, value);
        let (value, text) = self.without_text(block, label, value);
        match bullet(value.of(self.text)).filter(|_| block.gap.is_some()) {
            Some(length) => {
                let marker = Span::new(value.start, value.start + length);
                let indent = self.text[block.span.start..value.start].chars().count();
                self.add(Span::new(marker.end, value.end), LineShape::Bullet { indent, marker }, Gap::None);
            }
            None => self.add(value, LineShape::Prose, Gap::None),
        }
        if let Some(body) = text {
            self.out.loose.push(Line { body, shape: LineShape::Prose, gap: Gap::Blank });
            self.open = false;
        }
    }

    /// What stands behind a label for the same field that a value begins with: `Location: Country: Finland`.
    fn without_nested(&mut self, label: u16, value: Span) -> Span {
        let raw = value.of(self.text);
        let colon = memchr::memchr(b':', raw.as_bytes()).filter(|&colon| self.generic && colon <= NESTED);
        let Some(words) = colon.map(|colon| trim(self.text, Span::new(value.start, value.start + colon))) else {
            return value;
        };
        let known = meanings(self.schemas, words.of(self.text));
        let same = |other: u16| self.field(other) == self.field(label);
        if !self.own_label(&known).is_some_and(same) {
            return value;
        }
        let behind = words.end + self.text[words.end..].find(':').map_or(0, |colon| colon + 1);
        self.claim(Span::new(words.start, behind), Class::Label);
        self.notes.take(words, Went::Label(label), known.into());
        Span::new(behind, value.end)
    }

    /// What stands before a label inside a line belongs to the field before.
    fn line_up_to(&mut self, block: &Block<'_>, end: usize) {
        if self.open {
            self.add(Span::new(block.body().start, end), shape(block), self.gap);
        }
    }

    /// A label that is a line or heading of its own.
    pub(super) fn bare_label(&self, block: &Block<'s>) -> Option<(u16, Span)> {
        self.bare(block).ok()
    }

    /// The same, or why there is none.
    fn bare(&self, block: &Block<'s>) -> Result<(u16, Span), Why> {
        let label = self.own_label(&block.whole).ok_or_else(|| self.not_own(block.whole))?;
        if matches!(block.shape, Shape::Bullet { .. } | Shape::Row { .. } | Shape::Key { .. }) {
            return Err(Why::Bullet);
        }
        if self.is_part_of_contact(label, &block.whole, block.body())
            || self.is_role(label, block)
            || self.heads_coordinator(label, block)
        {
            return Err(Why::PartOfContact);
        }
        if self.answers_date(label, block)
            || self.answers_place(block)
            || self.ends_sentence(block)
            || self.begins_name(block)
            || self.is_link(block)
        {
            return Err(Why::InText);
        }
        if self.is_small_item(block, label) {
            return Err(Why::Small);
        }
        if self.is_below_people(block) { Err(Why::BelowPeople) } else { Ok((label, block.body())) }
    }

    /// Whether a line that names the open field once more begins small, as the one directly above it does, which is an item of a list:
    /// `elderly`, `vulnerable groups`.
    fn is_small_item(&self, block: &Block<'_>, label: u16) -> bool {
        let small = |line: Span| {
            let mut words = line.of(self.text).chars();
            words.next().is_some_and(char::is_lowercase) && words.next().is_some_and(char::is_alphabetic)
        };
        let last = self.current().and_then(|entry| entry.lines.last()).filter(|_| self.open && self.gap <= Gap::Line);
        let field = self.labels[usize::from(label)].field;
        let listed = self.current_label().is_some_and(|open| open.holds_list() && open.field == field);
        listed && block.is_text() && small(block.body()) && last.is_some_and(|last| small(last.body))
    }

    /// Whether a line is the first word of a name that a narrow cell broke: `Comune`, and below it `di Esempio`.
    fn begins_name(&self, block: &Block<'_>) -> bool {
        let words = &self.schemas.contact_words;
        let (word, next) = (block.body(), self.next_line(block));
        let next = next.split(char::is_whitespace).next().unwrap_or_default();
        let goes_on = next.starts_with(char::is_lowercase) && words.is_particle(next);
        self.generic
            && self.in_list()
            && goes_on
            && !word.of(self.text).contains([' ', ':'])
            && words.name_organisation(word, self.text)
    }

    /// Whether a line of a page is a link and nothing else: `<a href="https://example.org">Project website</a>` is what a label opens.
    fn is_link(&self, block: &Block<'_>) -> bool {
        let line = block.body().of(self.text);
        let tag = line.strip_prefix("<a ").and_then(|rest| rest.split_once('>')).filter(|_| line.ends_with("</a>"));
        tag.is_some_and(|(tag, words)| tag.contains("://") && !words.trim_end_matches("</a>").contains("</a>"))
    }

    /// Whether a line is the last of a paragraph: `… looking forward to your` above `Feedback.`
    fn ends_sentence(&self, block: &Block<'_>) -> bool {
        let start = block.span.start;
        let above = self.text[..start].trim_end_matches([' ', '\t', '\r']).strip_suffix('\n').unwrap_or_default();
        let above = above.rsplit('\n').next().unwrap_or_default().trim();
        let goes_on = above.len() >= LINE && !above.ends_with(['.', ':', ';', '!', '?', '…', '|']);
        self.generic && goes_on && block.body().of(self.text).ends_with('.') && is_running(block)
    }

    /// Whether a line below the empty label of a date or status says that the practice goes on: `End date`, and below it `Ongoing`.
    fn answers_date(&self, label: u16, block: &Block<'_>) -> bool {
        let words = block.body().of(self.text);
        let flag = self.generic && self.labels[usize::from(label)].is_flag() && !words.ends_with([':', '?']);
        flag && self.waits(|label| label.is_date() || label.is_flag())
    }

    /// Whether a line below the empty label of a place says how far the practice reaches: `Geographical scope`, and below it `Local`.
    fn answers_place(&self, block: &Block<'_>) -> bool {
        let words = block.body().of(self.text);
        self.generic && self.waits(Label::is_place) && !words.ends_with(':') && self.schemas.is_scope(words)
    }

    /// Whether a label of a kind is open and has no value yet.
    pub(super) fn waits(&self, kind: impl Fn(&Label) -> bool) -> bool {
        let empty = || self.current().is_some_and(|entry| entry.lines.is_empty());
        self.open && self.current_label().is_some_and(kind) && empty()
    }

    /// The label at the start of a line or in the first cell of a row.
    pub(super) fn first_label<'b>(&self, block: &'b Block<'s>) -> Option<(u16, LabelAt<'b>)> {
        let at = block.labels.first().filter(|label| !label.inside && (self.generic || !label.unparted))?;
        Some((self.own_label(&at.meanings)?, *at))
    }

    /// The labels behind finished sentences; one in capitals must stand in capitals there.
    fn inside_labels<'b>(&self, block: &'b Block<'s>) -> Vec<(u16, LabelAt<'b>)> {
        let counts = |label: &&LabelAt<'_>| self.generic || !(label.flat || label.unparted);
        let labels = block.labels.iter().filter(|label| label.inside).filter(counts);
        let own = labels.filter_map(|at| Some((self.own_label(&at.meanings)?, *at)));
        own.filter(|(label, at)| self.may_open_inside(block, *label, at).is_ok()).collect()
    }

    /// Why known words open nothing in this template.
    pub(super) fn not_own(&self, known: Known<'_>) -> Why {
        let opens = known.into_iter().find(|meaning| meaning.template != EVERYWHERE && meaning.role != Role::Part);
        match opens {
            _ if known.is_empty() => Why::Unknown,
            Some(meaning) if meaning.template != self.template => Why::OtherTemplate(meaning.template),
            _ => Why::OnlyPart,
        }
    }

    /// Whether a word behind a sentence is text although it could be a label: a sentence goes on with it, or a label at the start
    /// of a line opens its field.
    fn is_said(&self, block: &Block<'s>, label: u16, at: &LabelAt<'_>) -> bool {
        let behind = Span::new(at.span.end, block.body().end).of(self.text).trim_start();
        let behind = if behind.is_empty() { self.next_line(block) } else { behind };
        let field = self.field(label);
        let marked = at.span.of(self.text).starts_with(['*', '_', '<']);
        // A bar parts it from what stands before.
        let parted = at.span.of(self.text).trim_start().starts_with('|');
        let small = behind.starts_with(char::is_lowercase) && !marked && !self.begins_with_brief(block);
        self.generic && !block.is_flat() && !parted && (small || self.at_line_start.contains_key(&field))
    }

    /// What stands on the line below a block.
    fn next_line(&self, block: &Block<'_>) -> &str {
        let rest = &self.text[block.body().end..];
        rest.trim_start_matches([' ', '\t', '\r'])
            .strip_prefix('\n')
            .unwrap_or_default()
            .trim_start_matches([' ', '\t'])
    }

    /// Whether a line begins with a label whose value is a few words: no sentence goes on behind that.
    fn begins_with_brief(&self, block: &Block<'s>) -> bool {
        self.first_label(block).is_some_and(|(label, _)| self.labels[usize::from(label)].is_brief())
    }

    pub(super) fn own_label(&self, meanings: &[Meaning]) -> Option<u16> {
        let own = meanings.iter().find(|meaning| meaning.is_label_of(self.template));
        own.map(|meaning| meaning.label)
    }

    /// Whether a label that nothing parts from a few words before it opens its field: no line begins with a label of that field.
    fn is_unparted_label(&self, block: &Block<'s>, label: u16, at: &LabelAt<'_>) -> bool {
        let begins = at.words.of(self.text).starts_with(char::is_uppercase);
        begins
            && self.has_unparted
            && self.begins_with_brief(block)
            && !self.at_line_start.contains_key(&self.field(label))
    }

    /// Whether several lines have labels that nothing parts from what stands before them.
    pub(super) fn finds_unparted(&self) -> bool {
        let lines = self.blocks[self.sheet.blocks.clone()].iter().filter(|block| self.begins_with_brief(block));
        let own = |at: &&LabelAt<'s>| at.unparted && self.own_label(&at.meanings).is_some();
        lines.filter(|block| block.labels.iter().any(|at| own(&at))).count() >= UNPARTED_LINES
    }

    /// Whether several lines begin with questions that open fields, or are such.
    pub(super) fn finds_questions(&self) -> bool {
        let asked = |block: &Block<'s>| {
            let first = self.first_label(block).map(|(label, at)| (label, at.words));
            let (label, words) = first.or_else(|| self.bare_label(block))?;
            words.of(self.text).ends_with(is_question_mark).then(|| self.field(label))
        };
        let fields: HashSet<usize> = self.blocks[self.sheet.blocks.clone()].iter().filter_map(asked).collect();
        fields.len() >= QUESTIONS
    }

    /// A label that a template writes in capitals stands in capitals; any other begins with one.
    fn in_its_case(&self, label: u16, words: Span) -> bool {
        let words = words.of(self.text);
        let capitals = self.labels[usize::from(label)].capitals;
        if capitals {
            !has_lowercase(words)
        } else {
            words.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase)
        }
    }

    /// Whether a label at the start of a line opens its field, or why not.
    pub(super) fn may_open(&self, block: &Block<'_>, label: u16, at: &LabelAt<'_>) -> Result<(), Why> {
        let bullet = matches!(block.shape, Shape::Bullet { .. });
        let capitals = self.labels[usize::from(label)].capitals && self.in_its_case(label, at.words);
        match () {
            () if bullet && !capitals => Err(Why::Bullet),
            () if self.is_part_of_contact(label, &at.meanings, at.words) => Err(Why::PartOfContact),
            () if self.is_below_people(block) => Err(Why::BelowPeople),
            () if self.says_what_somebody_does(label, at) => Err(Why::PartOfContact),
            () if self.goes_on_further_in(block, label) => Err(Why::InText),
            () if self.in_prose(block) && !self.reaches_people(label, at) && !self.is_fact(block, label) => {
                Err(Why::InText)
            }
            () if !self.asks && is_answered_question(self.text, block, at) => Err(Why::InText),
            () => Ok(()),
        }
    }

    /// Whether the label of who leads is what somebody does, among people of whom nobody can be reached yet: `Coordinator: Ada Rossi`.
    fn says_what_somebody_does(&self, label: u16, at: &LabelAt<'_>) -> bool {
        let leads = self.generic && self.labels[usize::from(label)].names_lead() && self.in_people();
        leads && !self.reaches_somebody() && self.schemas.contact_words.name_role(at.words.of(self.text))
    }

    /// Whether a line goes on with a text below a label of its own line, and stands further in than that: `Staff: two trainers` and
    /// `Materials: a bus`, below `RESOURCES`. What names somebody or lists is no part of a text.
    fn goes_on_further_in(&self, block: &Block<'_>, label: u16) -> bool {
        // `Human: two trainers`, the first line below `RESOURCES`.
        let same = self.opened_by().is_some_and(|open| self.field(open) == self.field(label));
        let one_word = block.labels.first().is_some_and(|at| !at.words.of(self.text).contains(' '));
        if same && one_word && self.is_nested(block) {
            return true;
        }
        if !self.labels[usize::from(label)].holds_text() {
            return false;
        }
        let begun = self.current().is_some_and(|entry| !entry.lines.is_empty()) && self.gap <= Gap::Line;
        begun && self.is_nested(block) && self.current_label().is_some_and(Label::holds_text)
    }

    /// Whether a label behind a sentence opens its field, or why not.
    pub(super) fn may_open_inside(&self, block: &Block<'s>, label: u16, at: &LabelAt<'_>) -> Result<(), Why> {
        self.may_open(block, label, at)?;
        match () {
            () if self.in_its_case(label, at.words) => {}
            () if self.labels[usize::from(label)].capitals => return Err(Why::Capitals),
            () => return Err(Why::Small),
        }
        if at.unparted && !self.is_unparted_label(block, label, at) {
            return Err(Why::InText);
        }
        if self.is_said(block, label, at) { Err(Why::BehindSentence) } else { Ok(()) }
    }

    /// Whether a line among people does not stand as the labels of the form do: it is further in than the label of the people, or
    /// has no colon where all labels have.
    pub(super) fn is_below_people(&self, block: &Block<'_>) -> bool {
        if !self.generic || !self.in_people() {
            return false;
        }
        let indented = self.is_further_in(block);
        let ends_as_label = block.body().of(self.text).ends_with([':', '?', '\u{37e}']);
        let headed = matches!(block.shape, Shape::Heading { .. });
        let bare = self.styles.are_inline() && !block.whole.is_empty() && !ends_as_label && !headed;
        indented || (bare && !self.is_numbered_alike(block.body()))
    }

    /// Whether a line stands further in than the label above.
    fn is_further_in(&self, block: &Block<'_>) -> bool {
        let Some(Opener::Label { span, .. }) = self.current().map(|entry| entry.opener) else { return false };
        self.indent(block.body().start).zip(self.indent(span.start)).is_some_and(|(line, label)| line > label)
    }

    /// Whether a line stands further in than the label of its own line above, whose value it belongs to.
    pub(super) fn is_nested(&self, block: &Block<'_>) -> bool {
        let alone = matches!(self.current(), Some(Entry { opener: Opener::Label { style: Style::Line, .. }, .. }));
        self.generic && self.open && alone && self.is_further_in(block)
    }

    /// The white space between the start of a line and a place on it, if nothing else stands there.
    fn indent(&self, at: usize) -> Option<usize> {
        let before = &self.text[..at];
        let line = before.trim_end_matches([' ', '\t']);
        (line.is_empty() || line.ends_with('\n')).then(|| before.len() - line.len())
    }

    pub(super) fn in_people(&self) -> bool {
        self.open && self.current_label().is_some_and(Label::holds_people)
    }

    /// Whether the entry that takes lines is a list, and not of people.
    pub(super) fn in_list(&self) -> bool {
        self.current_label().is_some_and(|label| label.holds_list() && !label.holds_people())
    }

    /// A word such as `Institution` is part of an open contact, unless it stands just as the template writes its label.
    pub(super) fn is_part_of_contact(&self, label: u16, meanings: &[Meaning], words: Span) -> bool {
        let part = meanings.iter().any(|meaning| meaning.role == Role::Part);
        let exact = self.labels[usize::from(label)].capitals && self.in_its_case(label, words);
        part && !exact && self.in_people() && !self.is_beside_people(label, words) && !self.is_numbered_alike(words)
    }

    /// Whether a label of a form stands below people whose address stands beside their label, and no other opens its field: it goes
    /// on with the form.
    fn is_beside_people(&self, label: u16, words: Span) -> bool {
        let Some(first) = self.current().and_then(|entry| entry.lines.first()).filter(|_| self.generic && self.is_form)
        else {
            return false;
        };
        let said = first.gap == Gap::None && first.body.of(self.text).contains('@');
        let begins = self.indent(words.start) == Some(0) && self.text[words.end..].trim_start().starts_with(':');
        said && begins && self.at_line_start.get(&self.field(label)) == Some(&1)
    }

    /// The label that opened the entry which takes lines.
    pub(super) fn current_label(&self) -> Option<&Label> {
        self.opened_by().map(|label| &self.labels[usize::from(label)])
    }

    pub(super) fn opened_by(&self) -> Option<u16> {
        match self.current()?.opener {
            Opener::Label { label, .. } => Some(label),
            _ => None,
        }
    }

    /// Whether an address or a number stands in the paragraph behind a label of people: whoever closes a text so says whom to ask.
    fn reaches_people(&self, label: u16, at: &LabelAt<'_>) -> bool {
        let behind = &self.text[at.span.end..];
        let end = behind.find("\n\n").unwrap_or(behind.len()).min(REACH);
        let paragraph = &behind[..floor(behind, end)];
        let label_of_people = self.labels[usize::from(label)].holds_people() && digits(paragraph) >= FIGURES;
        // `Find out more: Ada Rossi, ada@example.org`
        let leads_further = self.labels[usize::from(label)].leads_further() && paragraph.contains('@');
        !at.inside && self.in_its_case(label, at.words) && (label_of_people || leads_further)
    }

    /// Whether a line directly below a name says what somebody does: `Project coordination`, `Project lead`, which are labels
    /// elsewhere.
    fn is_role(&self, label: u16, block: &Block<'_>) -> bool {
        if !self.generic || !self.in_people() {
            return false;
        }
        let words = block.body().of(self.text).trim_matches(['*', '_', ' ']);
        let label = &self.labels[usize::from(label)];
        // Below others who can be reached any line of a few words may say what the next does: `Evaluation`.
        let again = self.gap > Gap::Line && self.reaches_somebody();
        let people = label.holds_people() || label.names_lead() || again;
        // The first of several people may stand below what they do: `Coordination`.
        let begins = self.current().is_some_and(|entry| entry.lines.is_empty()) && label.names_lead();
        let told = self.current().is_some_and(|entry| !entry.lines.is_empty());
        let told = told && (self.gap <= Gap::Line || self.heads_person(block));
        // `Scheme Coordinator` below a name, and below it an address.
        let reached = || told && self.gap <= Gap::Line && !self.reaches_last() && self.heads_person(block);
        let named = || (told && again) || self.schemas.contact_words.name_role(words) || reached();
        people && (told || begins) && !words.ends_with(':') && !self.is_numbered_alike(block.body()) && named()
    }

    /// Whether the label of who leads stands above somebody who can be reached, and says what that one does: `Coordination`.
    fn heads_coordinator(&self, label: u16, block: &Block<'s>) -> bool {
        let leads = self.generic && self.labels[usize::from(label)].names_lead();
        leads && self.schemas.contact_words.name_role(block.body().of(self.text)) && self.heads_person(block)
    }

    /// Whether the open people have an address.
    pub(super) fn reaches_somebody(&self) -> bool {
        self.current().is_some_and(|entry| entry.lines.iter().any(|line| line.body.of(self.text).contains('@')))
    }

    /// Whether the last line of the open people is an address.
    fn reaches_last(&self) -> bool {
        self.current().and_then(|entry| entry.lines.last()).is_some_and(|line| line.body.of(self.text).contains('@'))
    }

    /// Whether a line stands directly above a line without a label, and an address or number below that: it says what somebody does.
    pub(super) fn heads_person(&self, block: &Block<'s>) -> bool {
        let [name, reached @ ..] = self.blocks_behind(block) else { return false };
        let words = name.body().of(self.text);
        let plain = matches!(name.shape, Shape::Prose { .. }) && !name.opens_anything() && !holds_address(words);
        let reaches = |block: &Block<'_>| {
            let line = block.body().of(self.text);
            line.contains('@') || digits(line) >= FIGURES
        };
        plain && reached.iter().take_while(|block| !block.is_blank()).take(PERSON).any(reaches)
    }

    /// Whether a line between empty ones is a label of a few words with its value: `Keywords: cycling, women`, `Carried by: Example Club`.
    fn is_fact(&self, block: &Block<'_>, label: u16) -> bool {
        let below = self.blocks_behind(block).first();
        let below = below.is_none_or(|below| below.is_blank() || matches!(below.shape, Shape::Heading { .. }));
        let label = &self.labels[usize::from(label)];
        let line = block.body().of(self.text);
        let told = if label.holds_list() { line.contains(',') } else { label.is_brief() && !line.ends_with('.') };
        told && below && self.gap >= Gap::Blank && line.len() <= FACT
    }

    /// In a page of headed prose a label inside the text is text.
    fn in_prose(&self, block: &Block<'_>) -> bool {
        let Some(Entry { opener, lines, .. }) = self.current().filter(|_| self.open) else { return false };
        // Below the name of a practice in a report the labels begin their paragraphs.
        let names_sheet = |span: Span| self.sheet.title.is_some_and(|title| span.covers(title));
        let headed = match opener {
            Opener::Section { span, .. } => !names_sheet(*span),
            Opener::Label { style, .. } => *style == Style::Line,
            _ => false,
        };
        let styled = self.styles.label(block).is_some() || block.is_flat() || self.boxed.contains(&block.span.start);
        self.generic
            && !self.is_form
            && !styled
            && headed
            && !lines.is_empty()
            && !matches!(block.shape, Shape::Row { .. })
    }
}

/// Whether a letter is lower case; of ASCII without a branch for each.
fn has_lowercase(words: &str) -> bool {
    if words.is_ascii() {
        return words.bytes().fold(false, |any, byte| any | byte.is_ascii_lowercase());
    }
    words.chars().any(char::is_lowercase)
}

/// Whether a label is a question with its answer behind it, and no mark between.
fn is_answered_question(text: &str, block: &Block<'_>, at: &LabelAt<'_>) -> bool {
    let answered = at.span.end == at.words.end && at.words.end < block.body().end;
    answered && at.words.of(text).ends_with(is_question_mark) && !matches!(block.shape, Shape::Row { .. })
}
