//! Sub-labels in the tokens of a line, and which numbers are telephone numbers.

use super::scan::{Kind, Separator, Token};
use super::words::{Label, Sense, Word, Words, split};
use super::{name, phone, web};
use crate::schemas::Part;
use crate::source::Span;

/// How many pieces an extension before its number may have: `poste`, `12`, `au`.
const EXTENSION: usize = 3;

/// Tells labels from text, and telephone numbers from other digits.
pub(super) fn settle(tokens: Vec<Token>, text: &str, words: &Words) -> Vec<Token> {
    let labelled = mark_labels(&join_labels(tokens, text, words), text, words);
    let numbered = settle_numbers(labelled, text, words);
    merge(numbered)
}

/// Makes one of a label in two languages: `Página Web / Website`.
fn join_labels(tokens: Vec<Token>, text: &str, words: &Words) -> Vec<Token> {
    let is_label = |token: &Token| token.kind == Kind::Text && words.label(&split(token.span, text)).is_some();
    let mut joined: Vec<Token> = Vec::with_capacity(tokens.len());
    for token in tokens {
        match &mut joined[..] {
            [.., first, slash]
                if slash.kind == Kind::Separator(Separator::Slash) && is_label(first) && is_label(&token) =>
            {
                first.span = first.span.to(token.span);
                joined.pop();
            }
            _ => joined.push(token),
        }
    }
    joined
}

fn mark_labels(tokens: &[Token], text: &str, words: &Words) -> Vec<Token> {
    let mut settled: Vec<Token> = Vec::with_capacity(tokens.len() + 2);
    for (at, token) in tokens.iter().enumerate() {
        match token.kind {
            Kind::Text if follows_web_label(&settled) => push_domain(&mut settled, token.span, text),
            Kind::Text => {
                let first = tokens[..at].iter().all(|token| token.kind == Kind::Separator(Separator::Soft));
                push_labelled(&mut settled, token.span, &tokens[at + 1..], first, text, words);
            }
            _ => settled.push(*token),
        }
    }
    settled
}

/// Pushes a piece of text, or the text and the label that it ends with.
fn push_labelled(settled: &mut Vec<Token>, span: Span, after: &[Token], first: bool, text: &str, words: &Words) {
    let pieces = split(span, text);
    let Some((at, label)) = announced(&pieces, after, first, words) else {
        return settled.push(Token { kind: Kind::Text, span });
    };
    if let Some(before) = name::whole(&pieces[..at]) {
        settled.push(Token { kind: Kind::Text, span: before });
    }
    if let Some(span) = name::whole(&pieces[at..]) {
        settled.push(Token { kind: Kind::Label(label), span });
    }
}

/// The label that a piece ends with, where what follows makes it one: `Tel` before a number, `Name` before a colon.
fn announced(pieces: &[Word], after: &[Token], first: bool, words: &Words) -> Option<(usize, Label)> {
    let next = after.iter().find(|token| !matches!(token.kind, Kind::Separator(Separator::Soft)));
    let Some(next) = next else {
        return words.label(pieces).filter(|_| first).map(|label| (0, label));
    };
    let (at, label) = words.label_at_end(pieces)?;
    let all = at == 0;
    let fits = match next.kind {
        Kind::Separator(Separator::Colon) => true,
        Kind::Separator(Separator::Stop | Separator::Bar | Separator::Dash) => all || value_fits(label, after),
        Kind::Separator(_) | Kind::Label(_) => false,
        Kind::Text => all && label == Label::Web,
        _ => value_fits(label, after),
    };
    fits.then_some((at, label))
}

/// Whether the next address or number is what the label announces.
fn value_fits(label: Label, after: &[Token]) -> bool {
    let divider = |kind| matches!(kind, Kind::Separator(Separator::Soft | Separator::Colon | Separator::Stop));
    let divider = |kind| divider(kind) || matches!(kind, Kind::Separator(Separator::Bar | Separator::Dash));
    let Some(value) = after.iter().map(|token| token.kind).find(|&kind| !divider(kind)) else { return false };
    match label {
        Label::Part(Part::Email) => matches!(value, Kind::Email | Kind::Malformed | Kind::Cloaked | Kind::Hidden),
        Label::Part(Part::Phone | Part::Note) => value == Kind::Phone,
        Label::Part(_) => false,
        Label::Web => value == Kind::Web,
    }
}

/// Whether a label of a web address stands before, with nothing but a divider between.
fn follows_web_label(tokens: &[Token]) -> bool {
    last_label(tokens) == Some(Label::Web)
}

fn last_label(tokens: &[Token]) -> Option<Label> {
    let mut before = tokens.iter().rev().map(|token| token.kind);
    match before.find(|kind| !is_divider(*kind))? {
        Kind::Label(label) => Some(label),
        _ => None,
    }
}

fn is_divider(kind: Kind) -> bool {
    use Separator::{Bar, Colon, Dash, Open, Soft, Stop};
    matches!(kind, Kind::Separator(Bar | Colon | Dash | Open | Soft | Stop))
}

/// Pushes the bare domain that a label announces, and the text after it.
fn push_domain(settled: &mut Vec<Token>, span: Span, text: &str) {
    let length = web::bare(span.of(text)).unwrap_or(0);
    let domain = Span::new(span.start, span.start + length);
    let rest = Span::new(domain.end, span.end).trim(text);
    let kinds = [(Kind::Web, domain), (Kind::Text, rest)];
    settled.extend(kinds.into_iter().filter(|(_, span)| !span.is_empty()).map(|(kind, span)| Token { kind, span }));
}

/// Makes text of the digits that are no telephone number.
fn settle_numbers(mut tokens: Vec<Token>, text: &str, words: &Words) -> Vec<Token> {
    for at in 0..tokens.len() {
        if tokens[at].kind == Kind::Phone && !is_phone(&tokens, at, text, words) {
            tokens[at].kind = Kind::Text;
        }
    }
    tokens
}

fn is_phone(tokens: &[Token], at: usize, text: &str, words: &Words) -> bool {
    let number = tokens[at].span.of(text);
    let digits = crate::source::digits(number);
    if matches!(last_label(&tokens[..at]), Some(Label::Part(Part::Phone | Part::Note))) {
        return digits >= 3 && (digits >= 6 || ends_piece(tokens, at));
    }
    if follows_phone(&tokens[..at], text, words) && digits >= 6 && ends_piece(tokens, at) {
        return true;
    }
    phone::is_grouped(number)
        || phone::is_phone(number) && ends_piece(tokens, at) && starts_piece(&tokens[..at], text, words)
}

/// Whether another number and one separator or connective stand before: `051 123456 / 654321`.
fn follows_phone(before: &[Token], text: &str, words: &Words) -> bool {
    let [.., first, second] = before else { return false };
    let divides = match second.kind {
        Kind::Separator(Separator::Slash | Separator::Comma | Separator::Semicolon) => true,
        Kind::Text => words.has_sense(second.span.of(text), Sense::And),
        _ => false,
    };
    first.kind == Kind::Phone && divides
}

/// Whether nothing but a name or a connective stands before a number in its piece.
fn starts_piece(before: &[Token], text: &str, words: &Words) -> bool {
    match before.last() {
        Some(Token { kind: Kind::Text, span }) => {
            let pieces = split(*span, text);
            name::is_name(&pieces, text, words) || follows_extension(before, text, words)
        }
        _ => true,
    }
}

/// Whether a piece begins with the extension of the number that ends it: `poste 12 au 05 55 55 01 20`.
fn follows_extension(before: &[Token], text: &str, words: &Words) -> bool {
    let texts = before.iter().rev().take(EXTENSION).take_while(|token| token.kind == Kind::Text);
    texts.last().is_some_and(|first| words.has_sense(first.span.of(text), Sense::Extension))
}

/// Whether no text follows a number in its piece.
fn ends_piece(tokens: &[Token], at: usize) -> bool {
    !matches!(tokens.get(at + 1), Some(Token { kind: Kind::Text, .. }))
}

/// Joins texts that nothing divides.
fn merge(tokens: Vec<Token>) -> Vec<Token> {
    let mut merged: Vec<Token> = Vec::with_capacity(tokens.len());
    for token in tokens {
        match merged.last_mut() {
            Some(last) if last.kind == Kind::Text && token.kind == Kind::Text => last.span = last.span.to(token.span),
            _ => merged.push(token),
        }
    }
    merged
}
