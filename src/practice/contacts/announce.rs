//! Sub-labels, and the values that they announce.

use super::name;
use super::reader::{Before, Reader};
use super::scan::{Kind, Separator, Token};
use super::words::{Label, split};
use crate::schemas::{Part, fold_contact};
use crate::source::Span;

/// Words of a first name or a surname at most.
const HALF_OF_NAME: usize = 3;

impl Reader<'_> {
    /// Takes the sub-label at `at`; gives the token to go on with.
    pub(super) fn label(&mut self, tokens: &[Token], at: usize, label: Label) -> usize {
        self.open = None;
        match label {
            Label::Web => self.web_label(tokens, at),
            Label::Part(Part::Note) => self.note_label(tokens, at),
            Label::Part(part) => {
                self.part_label(part, tokens[at].span);
                at + 1
            }
        }
    }

    /// `Name and surname`: somebody else, where the person spoken of has this part.
    fn part_label(&mut self, part: Part, span: Span) {
        let other = |above: &Span| fold_contact(above.of(self.text)) != fold_contact(span.of(self.text));
        // A single word is half a name, whatever label announced it.
        let one_word = |name: Span| !name.of(self.text).contains(char::is_whitespace);
        let half = || match self.out.labels.last() {
            Some(label) => other(label),
            None => self.people.current_name().is_some_and(one_word),
        };
        self.in_two = part == Part::Name && self.people.recent() == Some(Part::Name) && half();
        self.out.labels.push(span);
        if !matches!(part, Part::Email | Part::Phone) && self.people.has(part) && !self.in_two {
            self.people.start();
        }
        self.announce(part);
    }

    fn announce(&mut self, part: Part) {
        self.announced = Some(part);
        self.answered = false;
    }

    /// `Website: www.example.org`
    fn web_label(&mut self, tokens: &[Token], at: usize) -> usize {
        let value = at + 1 + dividers(&tokens[at + 1..]);
        if tokens.get(value).is_none_or(|token| token.kind != Kind::Web) {
            return self.note_label(tokens, at);
        }
        self.out.markup.extend(tokens[at + 1..value].iter().map(|token| token.span));
        self.web(Some(tokens[at].span), tokens[value].span);
        value + 1
    }

    /// `Fax: 051 123456`, `Address: Example Street 12, Exampletown`: a note, with its label.
    fn note_label(&mut self, tokens: &[Token], at: usize) -> usize {
        let Some(last) = last_of_note(&tokens[at..], self.in_brackets()) else {
            self.out.labels.push(tokens[at].span);
            self.announce(Part::Note);
            return at + 1;
        };
        let span = tokens[at].span.to(tokens[at + last].span);
        self.people.stretch(Part::Note, span);
        self.open = Some((Part::Note, span));
        self.before = Before::Space;
        self.announced = None;
        at + last + 1
    }

    /// A piece of text after a label; gives whether it is the label's.
    pub(super) fn announced_text(&mut self, part: Part, span: Span) -> bool {
        match part {
            Part::Name => self.announced_name(span),
            Part::Email if self.before != Before::Line => self.not_an_address(span),
            Part::Email | Part::Phone => {
                self.announced = None;
                return false;
            }
            _ => self.announced_part(part, span),
        }
        true
    }

    /// `E-mail: not available`: a note, with its label; a single word such as `adaexample.org` is the e-mail as it is written.
    fn not_an_address(&mut self, span: Span) {
        let word = span.of(self.text);
        if word.contains('.') && !word.contains(char::is_whitespace) {
            return self.means(Part::Email, Token { kind: Kind::Malformed, span });
        }
        let (row, alone) = (self.row_start, !self.in_brackets());
        let label = self.out.labels.pop_if(|label| alone && label.start >= row);
        let whole = label.map_or(span, |label| label.to(span));
        self.absorb(whole);
        self.no_email(whole, span);
    }

    fn announced_name(&mut self, span: Span) {
        self.announced = None;
        if std::mem::take(&mut self.in_two) {
            if self.completes_name(span) {
                self.people.stretch(Part::Name, span);
                return self.before = Before::Space;
            }
            self.people.start();
        }
        match name::read(&split(span, self.text), self.text, self.words) {
            Some(named) => self.names(&named, false),
            None => {
                self.people.name(span, false);
                self.before = Before::Space;
            }
        }
    }

    /// Whether a few words are the other half of the name before them: `First name: Ada`, and below it `Surname: Rossi`.
    fn completes_name(&self, span: Span) -> bool {
        let is_half = |half: Span| half.of(self.text).split_whitespace().count() <= HALF_OF_NAME;
        is_half(span) && self.people.current_name().is_some_and(is_half)
    }

    /// The value of a label goes on across separators, to the end of the line.
    fn announced_part(&mut self, part: Part, span: Span) {
        match self.open_here() {
            Some((open, start)) if open == part => self.extend(part, start, span.end),
            _ => self.assign(part, span),
        }
        self.answered = true;
    }
}

fn dividers(tokens: &[Token]) -> usize {
    let divider = |token: &&Token| matches!(token.kind, Kind::Separator(separator) if separator != Separator::Close);
    tokens.iter().take_while(divider).count()
}

/// The last token of the note that a label at the start begins; nothing where the label has no value.
fn last_of_note(tokens: &[Token], in_brackets: bool) -> Option<usize> {
    let mut last = None;
    for (at, token) in tokens.iter().enumerate().skip(1) {
        match token.kind {
            Kind::Text => last = Some(at),
            Kind::Phone if last.is_none() => return Some(at),
            Kind::Separator(Separator::Semicolon | Separator::Bar) if last.is_some() => break,
            Kind::Separator(Separator::Close) if in_brackets => break,
            Kind::Separator(Separator::Close) if last.is_some() => last = Some(at),
            Kind::Separator(_) => {}
            _ => break,
        }
    }
    last
}

/// The bytes from the first token to the last, without separators at the end.
pub(super) fn whole(tokens: &[Token]) -> Option<(Span, usize)> {
    let mark = |token: &Token| matches!(token.kind, Kind::Separator(separator) if separator != Separator::Close);
    let last = tokens.iter().rposition(|token| !mark(token))?;
    Some((tokens[0].span.to(tokens[last].span), last))
}
