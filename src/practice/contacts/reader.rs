//! Walks over the lines of a contact field.

use super::people::{People, Taken};
use super::scan::{Kind, Separator, Token, scan};
use super::words::{Label, Sense, Words, split};
use super::{ContactLine, Contacts, labels};
use crate::schemas::Part;
use crate::source::Span;

/// People with such a line at least.
const HEADED: usize = 2;

/// Reads a field line by line.
pub(super) struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) words: &'a Words,
    pub(super) people: People<'a>,
    pub(super) out: Contacts,
    pub(super) rows: Vec<Row>,
    /// Whether blank lines divide people: not where every line has one before it.
    pub(super) blocks: bool,
    /// Whether names stand behind labels: a line without one names nobody.
    pub(super) labelled: bool,
    /// Whether several people have a line above their name, below a blank line, which says what they do.
    pub(super) headed: bool,
    /// What divides the next piece from the one before.
    pub(super) before: Before,
    /// The part that a label has announced.
    pub(super) announced: Option<Part>,
    /// Whether that label names the other half of the name that another label announced.
    pub(super) in_two: bool,
    /// Whether the label has got a value.
    pub(super) answered: bool,
    /// Whether something was said on this line already.
    pub(super) said_here: bool,
    /// The piece of text that may go on.
    pub(super) open: Option<(Part, Span)>,
    /// The e-mails of the field, each with its block: lines without a blank line or bullet between.
    pub(super) emails: Vec<(usize, Span)>,
    pub(super) block: usize,
    /// Whether the line stands apart from the one before.
    pub(super) apart: bool,
    brackets: usize,
    closers: Vec<Option<usize>>,
    pub(super) row_start: usize,
    /// Which line it is.
    pub(super) row: usize,
    /// Up to which token a list of names goes, and up to which one was looked for.
    pub(super) names_until: usize,
    pub(super) looked_until: usize,
}

/// Words of a sentence that stands for an address at least.
const CLOAK_WORDS: usize = 4;
/// `Name`
const NAME: Kind = Kind::Label(Label::Part(Part::Name));

/// A line and its tokens.
pub(super) struct Row {
    pub(super) line: ContactLine,
    pub(super) tokens: Vec<Token>,
}

/// What stands before a piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Before {
    /// It begins its line.
    Line,
    /// Only white space, or a mark without meaning.
    Space,
    /// A connective: `and`.
    And,
    /// A separator.
    Mark(Separator),
}

impl<'a> Reader<'a> {
    pub(super) fn new(text: &'a str, words: &'a Words) -> Self {
        Self {
            text,
            words,
            people: People::new(text),
            out: Contacts::default(),
            rows: Vec::new(),
            blocks: false,
            labelled: false,
            headed: false,
            before: Before::Line,
            announced: None,
            in_two: false,
            answered: false,
            said_here: false,
            open: None,
            emails: Vec::new(),
            block: 0,
            apart: false,
            brackets: 0,
            closers: Vec::new(),
            row_start: 0,
            row: 0,
            names_until: 0,
            looked_until: 0,
        }
    }

    pub(super) fn read(mut self, lines: &[ContactLine]) -> Contacts {
        self.blocks = lines.iter().skip(1).any(|line| !line.gap);
        self.rows = lines.iter().map(|&line| self.row_of(line)).collect();
        self.labelled = self.rows.iter().any(|row| row.tokens.iter().any(|token| token.kind == NAME));
        self.headed = (0..self.rows.len()).filter(|&at| self.heads_person(at)).count() >= HEADED;
        self.find_emails();
        for at in 0..self.rows.len() {
            self.row(at);
        }
        self.out.people = self.people.finish();
        self.out.markup.retain(|mark| !mark.of(self.text).trim().is_empty());
        self.out
    }

    fn row_of(&self, line: ContactLine) -> Row {
        let line = ContactLine { span: line.span.trim(self.text), ..line };
        let tokens = labels::settle(scan(line.span, self.text, self.words), self.text, self.words);
        Row { line, tokens }
    }

    fn row(&mut self, at: usize) {
        let tokens = std::mem::take(&mut self.rows[at].tokens);
        if at > 0 && ends_sentence(&self.rows[at - 1].tokens) {
            self.open = None;
        }
        self.announced = self.announced_still();
        self.said_here = false;
        self.apart = self.starts_block(at);
        self.block += usize::from(self.apart);
        if self.rows[at].line.gap && self.blocks {
            self.people.leave_block();
        }
        self.before = Before::Line;
        self.brackets = 0;
        self.row = at;
        self.row_start = self.rows[at].line.span.start;
        self.names_until = 0;
        self.looked_until = 0;
        let hidden = tokens.iter().position(|token| self.hides_address(*token));
        let said = &tokens[..hidden.unwrap_or(tokens.len())];
        if !self.lead_in(at, said) {
            if self.starts_somebody(at, said) {
                self.people.start();
            }
            self.tokens(said);
        }
        if let Some(hidden) = hidden {
            self.out.malformed.push(Span::new(tokens[hidden].span.start, self.rows[at].line.span.end));
            self.announced = None;
        }
        self.rows[at].tokens = tokens;
    }

    /// `This e-mail address is being protected from spambots.`: a sentence where an address should stand, and nothing about anybody.
    fn hides_address(&self, token: Token) -> bool {
        let begins = || self.words.phrase_at(&split(token.span, self.text), 0, Sense::Cloak);
        token.kind == Kind::Text && begins().is_some_and(|words| words >= CLOAK_WORDS)
    }

    fn tokens(&mut self, tokens: &[Token]) {
        self.closers = closers(tokens);
        let mut at = 0;
        while at < tokens.len() {
            at = self.token(tokens, at);
        }
    }

    /// Takes the token at `at`; gives the one to go on with.
    fn token(&mut self, tokens: &[Token], at: usize) -> usize {
        let span = tokens[at].span;
        match tokens[at].kind {
            Kind::Text => return self.text(tokens, at),
            Kind::Label(label) => return self.label(tokens, at, label),
            Kind::Separator(Separator::Open) => return self.bracket(tokens, at),
            Kind::Separator(separator) => self.separator(separator, span),
            Kind::Email | Kind::Malformed | Kind::Cloaked => self.means(Part::Email, tokens[at]),
            Kind::Hidden => self.hidden(span),
            Kind::Phone if self.announced == Some(Part::Note) => self.noted(span),
            Kind::Phone => self.means(Part::Phone, tokens[at]),
            Kind::Web => self.web(None, span),
        }
        at + 1
    }

    fn separator(&mut self, separator: Separator, span: Span) {
        self.out.markup.push(span);
        match separator {
            Separator::Soft => return,
            Separator::Close => {
                self.brackets = self.brackets.saturating_sub(1);
                self.open = None;
            }
            Separator::Bar | Separator::Semicolon | Separator::Stop => self.announced = self.announced_still(),
            _ => {}
        }
        self.before = Before::Mark(separator);
    }

    /// A label without its value yet keeps waiting for it.
    fn announced_still(&self) -> Option<Part> {
        self.announced.filter(|_| !self.answered)
    }

    /// A bracket that goes on with the text before it, or one that opens.
    fn bracket(&mut self, tokens: &[Token], at: usize) -> usize {
        let text_before = at > 0 && tokens[at - 1].kind == Kind::Text;
        if let (Some((part, span)), true) = (self.open_here(), text_before)
            && let Some(close) = self.closers.get(at).copied().flatten()
        {
            self.extend(part, span, tokens[close].span.end);
            self.before = Before::Space;
            return close + 1;
        }
        self.out.markup.push(tokens[at].span);
        self.brackets += 1;
        self.before = Before::Mark(Separator::Open);
        self.open = None;
        at + 1
    }

    /// Whether the piece stands in brackets.
    pub(super) fn in_brackets(&self) -> bool {
        self.brackets > 0
    }

    pub(super) fn means(&mut self, part: Part, token: Token) {
        if part == Part::Phone && self.goes_on_to(token.span) {
            return self.after_value();
        }
        match self.people.means(part, token.span, self.said_here) {
            Taken::Again => self.out.markup.push(token.span),
            Taken::Part if token.kind == Kind::Email || part == Part::Phone => {}
            Taken::Part => self.out.malformed.push(token.span),
        }
        self.after_value();
    }

    /// A second number behind a slash or comma goes on with the first: `051 123456 / 333 1234567`.
    fn goes_on_to(&mut self, span: Span) -> bool {
        let joins = matches!(self.before, Before::Mark(Separator::Slash | Separator::Comma));
        let Some(mark) = self.out.markup.last().copied().filter(|_| joins) else { return false };
        let between = |from: usize| Span::new(from, mark.start).of(self.text).trim().is_empty();
        let Some(end) = self.people.lone_end(Part::Phone).filter(|&end| end <= mark.start && between(end)) else {
            return false;
        };
        self.people.extend(Part::Phone, end, span.end);
        self.out.markup.pop();
        true
    }

    /// The number below a label such as `Fax`, with its label.
    fn noted(&mut self, span: Span) {
        let first = self.out.labels.len() <= 1;
        let label = if first { None } else { self.out.labels.pop() };
        label.into_iter().chain([span]).for_each(|span| self.people.stretch(Part::Note, span));
        self.after_value();
    }

    /// An address that the page does not show is nobody's.
    fn hidden(&mut self, span: Span) {
        self.out.markup.push(span);
        self.out.malformed.push(span);
        self.after_value();
    }

    /// What stands where an e-mail address should and is none is a note, until it is set aside.
    pub(super) fn no_email(&mut self, whole: Span, address: Span) {
        self.people.stretch(Part::Note, whole);
        self.out.malformed.push(address);
        self.after_value();
    }

    pub(super) fn web(&mut self, label: Option<Span>, span: Span) {
        // `More at www.example.org` says nothing of a person.
        if let Some((Part::Note, words)) = self.open_here().filter(|_| label.is_none())
            && Span::new(words.end, span.start).of(self.text).trim_matches([' ', ':', '\t']).is_empty()
            && self.people.unsay(Part::Note, words)
        {
            self.out.labels.push(words);
        }
        let again = self.out.web.last().is_some_and(|(_, last)| last.of(self.text) == span.of(self.text));
        if again && label.is_none() {
            self.out.markup.push(span);
        } else {
            self.out.web.push((label, span));
        }
        self.after_value();
    }

    fn after_value(&mut self) {
        self.said_here = true;
        self.before = Before::Space;
        self.announced = None;
        self.open = None;
    }

    /// Lets the open piece go on to `end`; the separators between are text after all.
    pub(super) fn extend(&mut self, part: Part, span: Span, end: usize) {
        self.people.extend(part, span.end, end);
        self.absorb(Span::new(span.end, end));
        self.open = Some((part, Span::new(span.start, end)));
    }

    /// Makes text of the separators at the end of what was read that stand in `span`.
    pub(super) fn absorb(&mut self, span: Span) {
        while self.out.markup.last().is_some_and(|mark| span.covers(*mark)) {
            self.out.markup.pop();
        }
    }

    /// The open piece, where it stands on this line.
    pub(super) fn open_here(&self) -> Option<(Part, Span)> {
        self.open.filter(|open| open.1.start >= self.row_start)
    }

    /// Whether a piece that starts at `span` goes on with what ended on the line before.
    pub(super) fn begins_line(&self, span: Span) -> bool {
        self.before == Before::Line && span.start == self.row_start
    }
}

fn ends_sentence(tokens: &[Token]) -> bool {
    tokens.last().is_some_and(|token| token.kind == Kind::Separator(Separator::Stop))
}

/// For each bracket that opens and holds text alone, the one that closes it.
fn closers(tokens: &[Token]) -> Vec<Option<usize>> {
    let mut closers = vec![None; tokens.len()];
    let mut open = Vec::new();
    let mut others = 0_usize;
    for (at, token) in tokens.iter().enumerate() {
        match token.kind {
            Kind::Separator(Separator::Open) => open.push((at, others)),
            Kind::Separator(Separator::Close) => {
                if let Some((start, before)) = open.pop() {
                    closers[start] = (before == others).then_some(at);
                }
            }
            Kind::Separator(_) | Kind::Text => {}
            _ => others += 1,
        }
    }
    closers
}
