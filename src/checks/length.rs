//! How long texts are, as a person counts: words and characters, not markup.

use super::Context;
use crate::diagnostic::{Diagnostic, Finding};
use crate::practice::{Field, Kind, plain};
use crate::schemas::Limit;
use crate::source::Span;

/// The length of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Length {
    /// Words; what has no letter or digit is none.
    pub words: usize,
    /// Characters, with one space between two words.
    pub characters: usize,
}

impl Length {
    /// The length of a text without markup.
    fn of(text: &str) -> Self {
        let pieces = || text.split_whitespace();
        let words = pieces().filter(|piece| piece.contains(char::is_alphanumeric)).count();
        let letters: usize = pieces().map(|piece| piece.chars().count()).sum();
        Self { words, characters: letters + pieces().count().saturating_sub(1) }
    }
}

/// A limit with the place where it is said.
type Placed<'a> = (&'a Limit, String);

/// The limits for fields that have a value, with its length. What only keeps a place free has none.
pub(super) fn limited<'a>(context: &Context<'a>) -> impl Iterator<Item = (Placed<'a>, Length)> {
    let (record, schemas) = (context.record, context.schemas);
    limits(context).filter_map(move |limit| {
        let field = limit.0.field;
        let text = match field.kind() {
            Kind::List => plain(&record.list(field)?.join("\n\n")).into_owned(),
            Kind::Text => plain(record.string(field)?.as_deref()?).into_owned(),
            _ => record.string(field)?.clone()?,
        };
        let says = !text.trim().is_empty() && schemas.placeholder(&text) != Some(text.trim());
        says.then(|| (limit, Length::of(&text)))
    })
}

/// The limits of the collection, and those of the template for other fields.
fn limits<'a>(context: &Context<'a>) -> impl Iterator<Item = Placed<'a>> {
    let (schemas, own) = (context.schemas, &context.options.limits);
    let is_own = |field| own.iter().any(|(limit, _)| limit.field == field);
    let template = context.template.limits.iter().filter(move |limit| !is_own(limit.field));
    let template = template.map(|limit| (limit, schemas.line_of(limit.place)));
    own.iter().map(|(limit, place)| (limit, place.clone())).chain(template)
}

/// A finding about the whole value of a field, with the place of the limit.
pub(super) fn finding(context: &Context<'_>, (limit, said): Placed<'_>, finding: Finding) -> Option<Diagnostic> {
    let place = place(context, limit.field)?;
    Some(context.about(&limit.field.into(), place, finding).demanded_at(Some(said)))
}

/// From the first to the last text of a field.
fn place(context: &Context<'_>, field: Field) -> Option<Span> {
    let places = context.texts().filter(|(pointer, ..)| pointer.field == field).map(|(.., place)| place);
    places.reduce(Span::to)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_counted_and_not_markup() {
        let length = |text: &str| Length::of(&plain(text));
        assert_eq!(
            length("**Two** gardens – and\n\n- *one* [bed](https://example.org/a)"),
            length("Two gardens – and one bed")
        );
        assert_eq!(length("L'orto, 24 aiuole – e 3 alberi."), Length { words: 6, characters: 31 });
        assert_eq!(length("1\\. one\n\n## Two\nthree"), Length { words: 4, characters: 16 });
        assert_eq!(length(" "), Length::default());
    }
}
