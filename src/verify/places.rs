//! Where the values of a record or a sheet stand.

use std::collections::HashMap;

use super::Item;
use crate::diagnostic::Elsewhere;
use crate::source::Span;

/// The places of the values of a record or sheet, by their JSON pointers.
pub struct Places<'a> {
    item: Item<'a>,
    spans: HashMap<String, Span>,
}

impl<'a> Places<'a> {
    /// The places of a record's values, or of what a sheet's values are made of.
    pub fn of(item: Item<'a>) -> Self {
        let mut spans: HashMap<String, Span> =
            item.sheet.places.iter().map(|(pointer, span)| (pointer.to_string(), *span)).collect();
        for traced in &item.sheet.trace {
            let span = traced.segments.iter().filter_map(|segment| segment.span()).reduce(Span::to);
            spans.extend(span.map(|span| (traced.pointer.to_string(), span)));
        }
        Self { item, spans }
    }

    /// The place of a value; of one that is not there, the place of what it would be a part of, in the end the first line.
    pub fn at(&self, path: &str) -> Elsewhere {
        let ways = std::iter::successors(Some(path), |path| path.rsplit_once('/').map(|(above, _)| above));
        let near = ways.filter(|way| !way.is_empty()).find_map(|way| self.spans.get(way).or_else(|| self.first(way)));
        near.map_or_else(|| self.whole(), |span| Elsewhere::new(self.item.source, *span))
    }

    /// The first line.
    pub fn whole(&self) -> Elsewhere {
        let span = self.item.sheet.span;
        let length = span.of(&self.item.source.text).lines().next().unwrap_or_default().len();
        Elsewhere::new(self.item.source, Span::new(span.start, span.start + length))
    }

    /// The first part of a value whose parts have places.
    fn first(&self, way: &str) -> Option<&Span> {
        let parts =
            self.spans.iter().filter(|(path, _)| path.strip_prefix(way).is_some_and(|rest| rest.starts_with('/')));
        parts.map(|(_, span)| span).min_by_key(|span| span.start)
    }
}
