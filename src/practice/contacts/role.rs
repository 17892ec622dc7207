//! Roles that their place tells, and no word.

use super::name;
use super::piece::precedes_number;
use super::reader::Reader;
use super::scan::{Kind, Separator, Token};
use super::shape::{self, Shape};
use super::words::{Sense, Word, split};
use crate::schemas::Part;

/// Most words of a role that no word tells.
const ROLE: usize = 5;

impl Reader<'_> {
    /// `Project Manager Ada Rossi`, where nobody is named yet and an e-mail has the name; whether it was.
    pub(super) fn role_and_name(&mut self, tokens: &[Token], at: usize, pieces: &[Word]) -> bool {
        let ends = |from: usize| self.words.phrase_at(pieces, from, Sense::Role).map(|count| from + count);
        let Some(end) = (0..pieces.len().min(ROLE)).filter_map(ends).max().filter(|_| !self.people.has(Part::Name))
        else {
            return false;
        };
        let (role, name) = (name::whole(&pieces[..end]), name::whole(&pieces[end..]));
        let (Some(role), Some(name)) = (role, name.filter(|name| self.email_says(*name) == Some(true))) else {
            return false;
        };
        let named = name::is_name(&pieces[end..], self.text, self.words) && !precedes_number(tokens, at, self.text);
        if named {
            self.people.name(name, false);
            self.say(Part::Role, role, true);
            self.open = None;
        }
        named
    }

    /// Whether a few words that could be anything stand between a name and an organisation: they say what the person does there.
    pub(super) fn is_before_organisation(&self, tokens: &[Token], at: usize, shape: Shape) -> bool {
        let words = tokens[at].span.of(self.text);
        let few = match shape {
            Shape::Capitalised => !words.contains(' ') && !shape::is_acronym(words),
            Shape::Plain => words.split_whitespace().count() <= ROLE,
            _ => false,
        };
        few && self.people.recent() == Some(Part::Name)
            && !self.in_brackets()
            && self.is_organisation_next(&tokens[at + 1..])
    }

    /// Whether the next piece, on this line or on the next one, is told an organisation by its words.
    fn is_organisation_next(&self, rest: &[Token]) -> bool {
        let next = match rest {
            [] => self
                .rows
                .get(self.row + 1)
                .filter(|row| !row.line.gap && !row.line.bullet)
                .and_then(|row| row.tokens.first()),
            [Token { kind: Kind::Separator(Separator::Comma | Separator::Dash), .. }, next, ..] => Some(next),
            _ => None,
        };
        let next = next.filter(|token| token.kind == Kind::Text).map(|token| split(token.span, self.text));
        next.is_some_and(|pieces| shape::of(&pieces, self.text, self.words) == Shape::Organisation)
    }
}
