//! What a piece of text that is no name can be.

use super::words::{Sense, Word, Words};

/// Words of a street in whose name a role stands, with its number.
const STREET: usize = 3;
/// Bytes of a house number at most.
const HOUSE_NUMBER: usize = 4;

/// What a piece of a contact looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// It holds a word of a role: `Head of Unit`.
    Role,
    /// It holds a word of an organisation: `University of Example`.
    Organisation,
    /// All its longer words are capitalised: `Example Networks`.
    Capitalised,
    /// It holds digits: `Example Street 12`.
    Address,
    /// Anything else: `only in the morning`.
    Plain,
}

/// The shape of a piece.
pub(super) fn of(pieces: &[Word], text: &str, words: &Words) -> Shape {
    if words.phrase_at(pieces, 0, Sense::Elsewhere).is_some() {
        return Shape::Plain;
    }
    let role = words.find(pieces, Sense::Role);
    let organisation = words.find(pieces, Sense::Organisation).filter(|found| names_itself(found.0, pieces, text));
    match (role, organisation) {
        (Some(role), Some(organisation)) if role_wins(role, organisation, pieces) => Shape::Role,
        (_, Some(_)) => Shape::Organisation,
        // `Plaza Mayor 3`, and not `Head of Unit 3`.
        (Some((1, 1)), None) if pieces.len() == STREET && ends_in_number(pieces, text) => Shape::Address,
        (Some(_), None) => Shape::Role,
        (None, None) => by_letters(pieces, text),
    }
}

/// Whether the word at `at` is part of a name: `Bottega Esempio onlus`, and not `a letter to the foundation`.
fn names_itself(at: usize, pieces: &[Word], text: &str) -> bool {
    let small = |word: &Word| word.span.of(text).starts_with(char::is_lowercase);
    let abbreviated = || pieces[at].span.of(text).contains(|c: char| c == '.' || c.is_uppercase());
    !small(&pieces[at]) || abbreviated() || !pieces[..at].iter().skip(1).any(small)
}

/// Which comes first decides: `Head of the Area`; or the role ends a short piece: `Department Head`. Inside of a name a role says whose
/// house it is: `Sample Volunteer Centre`.
fn role_wins(role: (usize, usize), organisation: (usize, usize), pieces: &[Word]) -> bool {
    let end = organisation.0 + organisation.1;
    let inside = role.0 > 0 && role.0 + role.1 == organisation.0 && end == pieces.len();
    (role.0 <= organisation.0 && !inside) || pieces.len() <= 4 && role.0 + role.1 == pieces.len()
}

/// Whether the last word is a house number: `3`, `12a`.
fn ends_in_number(pieces: &[Word], text: &str) -> bool {
    let last = pieces.last().map_or("", |word| word.span.of(text));
    last.starts_with(|c: char| c.is_ascii_digit()) && last.len() <= HOUSE_NUMBER
}

fn by_letters(pieces: &[Word], text: &str) -> Shape {
    let mut written = pieces.iter().map(|word| word.span.of(text));
    if written.clone().any(|word| word.contains(|c: char| c.is_ascii_digit())) {
        return Shape::Address;
    }
    let starts_big = written.clone().next().is_some_and(|word| word.starts_with(char::is_uppercase));
    let long = |word: &str| word.chars().filter(|c| c.is_alphabetic()).count() > 3;
    let small = |word: &str| word.starts_with(char::is_lowercase) && !word.contains(['\'', '’']);
    if starts_big && !written.any(|word| long(word) && small(word)) { Shape::Capitalised } else { Shape::Plain }
}

/// Whether it is capitals alone, three or more: `ABC`.
pub(super) fn is_acronym(piece: &str) -> bool {
    let letters = piece.chars().filter(|c| c.is_alphabetic());
    letters.clone().count() >= 3 && letters.clone().all(char::is_uppercase)
}
