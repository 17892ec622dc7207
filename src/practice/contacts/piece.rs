//! What a piece of text between two separators is.

use super::lines::is_worded;
use super::name::{self, Named};
use super::reader::{Before, Reader};
use super::scan::{Kind, Separator, Token};
use super::shape::{self, Shape};
use super::words::{Sense, Word, split};
use crate::schemas::Part;
use crate::source::Span;

impl Reader<'_> {
    /// Takes the text at `at`; gives the token to go on with.
    pub(super) fn text(&mut self, tokens: &[Token], at: usize) -> usize {
        let span = tokens[at].span;
        if !is_worded(span.of(self.text)) {
            self.out.markup.push(span);
            return at + 1;
        }
        if let Some(part) = self.announced
            && self.announced_text(part, span)
        {
            return at + 1;
        }
        let pieces = split(span, self.text);
        if let Some(next) = self.headed(tokens, at, &pieces) {
            return next;
        }
        if !self.connective(&pieces) {
            self.piece(tokens, at, &pieces, span);
        }
        at + 1
    }

    /// `Facebook: https://example.org`, or what is said of the next name: `Coordinator: Ada Rossi`.
    fn headed(&mut self, tokens: &[Token], at: usize, pieces: &[Word]) -> Option<usize> {
        let span = tokens[at].span;
        let [colon, value] = tokens.get(at + 1..at + 3)? else { return None };
        if colon.kind != Kind::Separator(Separator::Colon) || self.names_somebody(span) {
            return None;
        }
        match value.kind {
            // A name goes on below its line, a label does not.
            Kind::Web if !span.of(self.text).contains('\n') => {
                self.out.markup.push(colon.span);
                self.web(Some(span), value.span);
                Some(at + 3)
            }
            Kind::Text if self.names_somebody(value.span) => {
                self.title(pieces, span);
                Some(at + 1)
            }
            _ => None,
        }
    }

    /// What is said of the next name, which is somebody else's.
    fn title(&mut self, pieces: &[Word], span: Span) {
        if self.people.has(Part::Name) {
            self.people.start();
        }
        let part = match shape::of(pieces, self.text, self.words) {
            Shape::Role => Part::Role,
            Shape::Organisation => Part::Organisation,
            _ => Part::Note,
        };
        self.assign(part, span);
        self.open = None;
    }

    /// `and` alone, or before a name that a bracket or comma parts from the one before; whether it was.
    fn connective(&mut self, pieces: &[Word]) -> bool {
        let Some(count) = self.words.phrase_at(pieces, 0, Sense::And) else { return false };
        let rest = &pieces[count..];
        let between = self.before != Before::Line || self.people.has(Part::Name);
        let named = name::read(rest, self.text, self.words);
        if !between || !rest.is_empty() && named.is_none() || !rest.is_empty() && !self.people.has(Part::Name) {
            return false;
        }
        self.out.markup.extend(name::whole(&pieces[..count]));
        self.before = Before::And;
        if let Some(named) = named {
            self.names(&named, true);
        }
        true
    }

    fn piece(&mut self, tokens: &[Token], at: usize, pieces: &[Word], span: Span) {
        if self.goes_on(span) {
            return;
        }
        if self.role_and_name(tokens, at, pieces) {
            return;
        }
        if let Some(named) = name::read(pieces, self.text, self.words)
            && !precedes_number(tokens, at, self.text)
            && self.is_somebody(&named, tokens, at)
        {
            let slash = self.before == Before::Mark(Separator::Slash) && !self.people.has_means();
            return self.names(&named, slash || self.before == Before::And || at > 0 && at < self.names_until);
        }
        self.plain_piece(tokens, at, pieces, span);
    }

    /// A line that begins small goes on with the text that ended on the line before.
    fn goes_on(&mut self, span: Span) -> bool {
        let small = span.of(self.text).starts_with(char::is_lowercase);
        let Some((part, open)) = self.open.filter(|_| small && self.begins_line(span)) else { return false };
        let adjacent = |mark: &Span| mark.of(self.text) == "," && mark.start == open.end;
        let comma = self.out.markup.last().copied().filter(adjacent);
        let open = comma.map_or(open, |comma| {
            self.extend(part, open, comma.end);
            Span::new(open.start, comma.end)
        });
        self.people.stretch_shared(part, open.end, span);
        self.said(part, span);
        true
    }

    /// Whether a piece in the shape of a name is one here: after a name and a comma it is an organisation.
    fn is_somebody(&mut self, named: &Named, tokens: &[Token], at: usize) -> bool {
        let nameless = !self.people.has(Part::Name);
        if self.labelled && self.before == Before::Line {
            return false;
        }
        if self.in_brackets() {
            return nameless;
        }
        let divides = match self.before {
            Before::Line | Before::And => true,
            Before::Mark(mark) => matches!(mark, Separator::Semicolon | Separator::Slash),
            Before::Space => false,
        };
        self.look_for_names(tokens, at);
        let listed = named.names.len() > 1 || at < self.names_until || self.before == Before::And;
        let titled = named.names.first().is_some_and(|name| name::is_titled(*name, self.text, self.words));
        if nameless || listed || titled || self.people.has_means() {
            return true;
        }
        let apart = self.before == Before::Line && self.apart;
        let evidence = self.email_says(tokens[at].span).filter(|_| !apart);
        evidence.unwrap_or(divides || self.follows_bracket())
    }

    /// Whether a bracket and a comma stand before: `Ada Rossi (Head of Unit), Bea Verdi`.
    fn follows_bracket(&self) -> bool {
        let comma = self.before == Before::Mark(Separator::Comma);
        comma && self.people.recent() == Some(Part::Role) && self.open.is_none()
    }

    /// Finds out how far a list of names goes: `A, B and C`, or a whole line of three or more.
    fn look_for_names(&mut self, tokens: &[Token], at: usize) {
        if at < self.looked_until {
            return;
        }
        let mut end = at;
        let mut count = 0;
        let mut joined = false;
        while let Some(named) =
            tokens.get(end).filter(|token| token.kind == Kind::Text).and_then(|t| self.named(t.span))
        {
            count += named.names.len();
            joined = named.names.len() > 1;
            // `Bo Pell, Night Services Manager, Sample Transit` names one.
            let is_role = named.rest.is_some() && !joined;
            if is_role {
                break;
            }
            end += 2;
            if joined || tokens.get(end - 1).is_none_or(|token| token.kind != Kind::Separator(Separator::Comma)) {
                break;
            }
        }
        self.looked_until = end.max(at + 1);
        if joined || count >= 3 && at == 0 && end > tokens.len() {
            self.names_until = end;
        }
    }

    fn named(&self, span: Span) -> Option<Named> {
        name::read(&split(span, self.text), self.text, self.words)
    }

    /// Takes names, and the role or organisation after the last.
    pub(super) fn names(&mut self, named: &Named, joined: bool) {
        for (at, &span) in named.names.iter().enumerate() {
            self.people.name(span, joined || at > 0);
        }
        self.out.markup.extend(&named.connectives);
        self.before = Before::Space;
        self.said_here = true;
        self.open = None;
        if let Some(rest) = named.rest {
            let organisation = named.connectives.len() < named.names.len()
                && shape::of(&split(rest, self.text), self.text, self.words) == Shape::Organisation;
            self.say(if organisation { Part::Organisation } else { Part::Role }, rest, true);
        }
    }

    fn plain_piece(&mut self, tokens: &[Token], at: usize, pieces: &[Word], span: Span) {
        let shape = if precedes_number(tokens, at, self.text) {
            Shape::Address
        } else {
            shape::of(pieces, self.text, self.words)
        };
        match self.open_here().filter(|open| self.continues(open.0, shape, span)) {
            Some((part, open)) => {
                self.extend(part, open, span.end);
                self.before = Before::Space;
            }
            None if self.is_before_organisation(tokens, at, shape) => self.assign(Part::Role, span),
            None => self.assign(self.part_of(shape, span), span),
        }
    }

    /// Whether a piece goes on with the text before the separator: `Head of research, teaching`.
    fn continues(&self, part: Part, shape: Shape, span: Span) -> bool {
        let near = match self.before {
            Before::Line | Before::And => return false,
            Before::Space => true,
            Before::Mark(mark) => matches!(mark, Separator::Comma | Separator::Slash | Separator::Colon),
        };
        let small = span.of(self.text).starts_with(char::is_lowercase);
        match part {
            Part::Role => near && (shape == Shape::Role || shape == Shape::Plain && small),
            Part::Organisation => near && !matches!(shape, Shape::Role | Shape::Address),
            Part::Note => !matches!(shape, Shape::Role | Shape::Organisation) && !self.is_far() || near && small,
            _ => false,
        }
    }

    /// Whether more than capitals tells an organisation: a separator after a name, or an e-mail.
    fn is_told_organisation(&self, span: Span) -> bool {
        let several = span.of(self.text).contains(' ');
        self.before != Before::Line || self.domain_says(span) || several && self.email_says(span) == Some(false)
    }

    /// Whether a semicolon or the bar of a table divides the piece from the text before.
    fn is_far(&self) -> bool {
        matches!(self.before, Before::Mark(Separator::Semicolon | Separator::Bar))
    }

    fn part_of(&self, shape: Shape, span: Span) -> Part {
        let named = self.people.has(Part::Name);
        let bracket = self.in_brackets() && self.people.recent() == Some(Part::Name);
        let acronym = shape::is_acronym(span.of(self.text));
        match shape {
            Shape::Role => Part::Role,
            Shape::Organisation => Part::Organisation,
            Shape::Capitalised if acronym => Part::Organisation,
            Shape::Capitalised | Shape::Plain if bracket => Part::Role,
            Shape::Capitalised if named && !self.people.has_means() && !self.in_brackets() => {
                if self.is_told_organisation(span) { Part::Organisation } else { Part::Note }
            }
            // `Ada Rossi, bookbinder`: what is written small behind a name is what the person does.
            Shape::Plain if self.people.recent() == Some(Part::Name) && self.is_short(span) => Part::Role,
            _ => Part::Note,
        }
    }

    fn is_short(&self, span: Span) -> bool {
        let words = span.of(self.text);
        words.starts_with(char::is_lowercase) && words.split_whitespace().count() <= 2
    }

    /// Gives a part to whom it is said of; what somebody has already is somebody else's, or a note.
    pub(super) fn assign(&mut self, part: Part, span: Span) {
        let again = part != Part::Note && self.people.has(part);
        if again && self.before == Before::Line && self.people.has_means() {
            self.people.start();
        }
        let part = if part != Part::Note && self.people.has(part) { Part::Note } else { part };
        self.say(part, span, part == Part::Role && self.in_brackets());
    }

    pub(super) fn say(&mut self, part: Part, span: Span, alone: bool) {
        match part {
            Part::Note => self.people.stretch(part, span),
            _ => self.people.give(part, span, alone),
        }
        self.said(part, span);
    }

    fn said(&mut self, part: Part, span: Span) {
        self.open = Some((part, span));
        self.said_here = true;
        self.before = Before::Space;
    }
}

/// Whether a comma and a house number follow: `Example Street, 12`. A full stop makes an ordinal of it: `Ada Rossi, 1. Vorsitzende`.
pub(super) fn precedes_number(tokens: &[Token], at: usize, text: &str) -> bool {
    let Some([comma, number]) = tokens.get(at + 1..at + 3) else { return false };
    let behind = number.span.of(text).trim_start_matches(|c: char| c.is_ascii_digit());
    comma.kind == Kind::Separator(Separator::Comma)
        && number.kind == Kind::Text
        && behind.len() < number.span.len()
        && !behind.starts_with(". ")
}
