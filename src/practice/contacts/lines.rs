//! What a line as a whole tells: that somebody else is spoken of, or that it leads in the next.

use super::announce::whole;
use super::name;
use super::reader::{Before, Reader};
use super::scan::{Kind, Separator, Token};
use super::shape::{self, Shape};
use super::words::{Label, Sense, split};
use crate::schemas::Part;
use crate::source::Span;

/// Words of a line that says what somebody does at most.
const HEADING: usize = 5;

impl Reader<'_> {
    /// Takes a line that is said of the person after it: `Person for the media:`; whether it was one.
    pub(super) fn lead_in(&mut self, at: usize, tokens: &[Token]) -> bool {
        if self.announced.is_some() || !self.is_lead_in(at, tokens) {
            return false;
        }
        let Some((span, last)) = whole(tokens) else { return false };
        if self.people.has(Part::Name) || self.people.has_means() {
            self.people.start();
        }
        if let Some(kind) = self.kind_of_organisation(tokens) {
            self.assign(Part::Organisation, tokens[0].span);
            self.out.markup.extend(tokens[1..kind].iter().map(|token| token.span));
            self.assign(Part::Note, tokens[kind].span.to(tokens[tokens.len() - 1].span));
            self.open = None;
            return true;
        }
        let heads = self.headed && tokens.len() == 1 && self.is_above_person(at);
        let part = if heads { Part::Role } else { self.part_of_lead_in(&tokens[..=last]) };
        self.assign(part, span);
        self.open = None;
        self.out.markup.extend(tokens[last + 1..].iter().map(|token| token.span));
        true
    }

    /// The position of what says of which kind an organisation is: `Sample Town Council -- local government`.
    fn kind_of_organisation(&self, tokens: &[Token]) -> Option<usize> {
        let dash = |token: &&Token| token.kind == Kind::Separator(Separator::Dash);
        let kind = 1 + tokens.iter().skip(1).take_while(dash).count();
        let (name, said) = (tokens.first()?, tokens.get(kind)?);
        let small = said.kind == Kind::Text && said.span.of(self.text).starts_with(char::is_lowercase);
        let named = || shape::of(&split(name.span, self.text), self.text, self.words) == Shape::Organisation;
        (kind > 1 && small && named()).then_some(kind)
    }

    fn is_lead_in(&self, at: usize, tokens: &[Token]) -> bool {
        let plain = |token: &Token| matches!(token.kind, Kind::Text | Kind::Separator(_));
        let Some(first) = tokens.first().filter(|token| token.kind == Kind::Text) else { return false };
        if !tokens.iter().all(plain) || !is_worded(first.span.of(self.text)) || self.names_somebody(first.span) {
            return false;
        }
        let Some(next) = self.rows.get(at + 1) else { return false };
        let colon = tokens.last().is_some_and(|token| token.kind == Kind::Separator(Separator::Colon));
        colon && !next.tokens.is_empty() || self.opens_person(&next.tokens) && self.is_done()
    }

    /// Whether a line is a few words directly above the name of somebody, below a blank line.
    pub(super) fn heads_person(&self, at: usize) -> bool {
        let row = &self.rows[at];
        let [Token { kind: Kind::Text, span }] = row.tokens[..] else { return false };
        let few = span.of(self.text).split_whitespace().count() <= HEADING;
        few && !self.names_somebody(span) && self.is_above_person(at)
    }

    fn is_above_person(&self, at: usize) -> bool {
        let below = self.rows.get(at + 1).is_some_and(|next| !next.line.gap && self.opens_person(&next.tokens));
        (at == 0 || self.rows[at].line.gap) && below
    }

    /// Whether the person spoken of has all that can be expected.
    fn is_done(&self) -> bool {
        self.people.recent().is_none() || self.people.has_means()
    }

    fn opens_person(&self, tokens: &[Token]) -> bool {
        let first = tokens.iter().find(|token| !matches!(token.kind, Kind::Separator(Separator::Soft)));
        first.is_some_and(|token| match token.kind {
            Kind::Label(label) => label == Label::Part(Part::Name),
            Kind::Text => self.names_somebody(token.span),
            _ => false,
        })
    }

    pub(super) fn names_somebody(&self, span: Span) -> bool {
        name::read(&split(span, self.text), self.text, self.words).is_some()
    }

    /// A role where it begins or ends with a word of one, an organisation where it has its shape, else a note.
    fn part_of_lead_in(&self, tokens: &[Token]) -> Part {
        let [only] = tokens else { return Part::Note };
        let pieces = split(only.span, self.text);
        match shape::of(&pieces, self.text, self.words) {
            Shape::Organisation => Part::Organisation,
            Shape::Role => {
                let starts = self.words.phrase_at(&pieces, 0, Sense::Role).is_some();
                let ends = self.words.phrase_at(&pieces, pieces.len() - 1, Sense::Role).is_some();
                if starts || ends { Part::Role } else { Part::Note }
            }
            _ => Part::Note,
        }
    }

    /// Whether a line without a label, a block or a bullet of its own, begins somebody else.
    pub(super) fn starts_somebody(&self, at: usize, tokens: &[Token]) -> bool {
        let line = self.rows[at].line;
        let first = tokens.iter().find(|token| !matches!(token.kind, Kind::Separator(Separator::Soft)));
        let Some(first) = first.filter(|token| token.kind == Kind::Text) else { return false };
        let small = first.span.of(self.text).starts_with(char::is_lowercase);
        let own = line.gap && self.blocks || line.bullet && reaches(tokens);
        let named = self.names_somebody(first.span);
        let fits = named && !self.people.has(Part::Name) && self.people.email_fits(first.span);
        let again = !small && self.people.has(Part::Email) && tokens.iter().any(|token| token.kind == Kind::Email);
        let new = own && !small || line.bullet && named || again;
        new && self.people.has_means() && !fits && self.announced.is_none() && self.before == Before::Line
    }
}

/// Whether a line holds an address or a number.
fn reaches(tokens: &[Token]) -> bool {
    tokens
        .iter()
        .any(|token| matches!(token.kind, Kind::Email | Kind::Malformed | Kind::Cloaked | Kind::Hidden | Kind::Phone))
}

/// Whether there is a letter or a digit in a piece.
pub(super) fn is_worded(piece: &str) -> bool {
    piece.chars().any(char::is_alphanumeric)
}
