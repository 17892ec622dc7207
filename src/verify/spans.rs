//! Whether the bytes that a record's provenance names still give its values.

use std::collections::HashMap;

use super::{Item, compare};
use crate::practice::{Provenance, Segment, SourceSpan, Traced, ValueOrigin};
use crate::schemas::Schemas;
use crate::source::{Source, Span};

/// The values that do not stand where the record says.
#[derive(Debug, Default)]
pub struct Stale {
    /// The values that were looked at: those that are the same in record and sheet.
    looked_at: usize,
    /// Those of them that stand elsewhere.
    pub values: Vec<Value>,
}

/// A value that does not stand where the record says.
#[derive(Debug)]
pub struct Value {
    /// JSON pointer.
    pub path: String,
    /// Where the record says that it begins.
    pub from: SourceSpan,
    /// Where it begins.
    pub to: SourceSpan,
    /// By how many bytes it was moved, around zero if to the front, if all of it was by the same.
    shift: Option<usize>,
}

impl Stale {
    /// The first byte of the sheet's first value as it was and as it is, if every value was moved by the same number of bytes.
    pub fn shift(&self) -> Option<(usize, usize)> {
        let first = self.values.iter().min_by_key(|value| value.from.start)?;
        let is_same = self.values.iter().all(|value| value.shift.is_some() && value.shift == first.shift);
        (is_same && self.looked_at == self.values.len()).then_some((first.from.start, first.to.start))
    }
}

/// The values that are the same in record and sheet, but are not what the bytes give that the record names.
pub fn stale(record: Item<'_>, sheet: Item<'_>, schemas: &Schemas) -> Stale {
    let Some(recorded) = &record.sheet.record.provenance else { return Stale::default() };
    let trace = &sheet.sheet.trace;
    let traced: HashMap<String, &Traced> = trace.iter().map(|traced| (traced.pointer.to_string(), traced)).collect();
    let read = Provenance::of(trace, sheet.sheet.span, sheet.source);
    let (one, other) = (compare::values(&record.sheet.record), compare::values(&sheet.sheet.record));
    let mut stale = Stale::default();
    for (path, was) in &recorded.values {
        let (Some(is), Some(traced)) = (read.values.get(path), traced.get(path)) else { continue };
        let (Some(from), Some(to)) = (was.spans.first(), is.spans.first()) else { continue };
        if one.pointer(path) != other.pointer(path) {
            continue;
        }
        stale.looked_at += 1;
        if was.spans != is.spans && !gives(was, traced, sheet.source, schemas) {
            let (path, from, to) = (path.clone(), from.clone(), to.clone());
            stale.values.push(Value { path, from, to, shift: shift(&was.spans, &is.spans) });
        }
    }
    stale
}

/// Whether the bytes that the record names, put together as those of the sheet are, give the value, and their lines are right.
fn gives(was: &ValueOrigin, traced: &Traced, source: &Source, schemas: &Schemas) -> bool {
    let is_there = |span: &SourceSpan| {
        source.text.get(span.start..span.end).is_some()
            && SourceSpan::of(Span::new(span.start, span.end), source) == *span
    };
    let parts = traced.segments.iter().filter(|segment| segment.span().is_some()).count();
    if parts != was.spans.len() || !was.spans.iter().all(is_there) {
        return false;
    }
    let mut spans = was.spans.iter().map(|span| Span::new(span.start, span.end));
    let put = |segment: &Segment| match segment {
        Segment::Source(span, decoding) => Segment::Source(spans.next().unwrap_or(*span), *decoding),
        Segment::Glue(glue) => Segment::Glue(*glue),
    };
    let segments = traced.segments.iter().map(put).collect();
    Traced { segments, ..(*traced).clone() }.recompute(&source.text, schemas) == traced.recompute(&source.text, schemas)
}

/// By how many bytes spans were moved, if all were by the same.
fn shift(was: &[SourceSpan], is: &[SourceSpan]) -> Option<usize> {
    let by = |(was, is): (&SourceSpan, &SourceSpan)| {
        let start = is.start.wrapping_sub(was.start);
        (start == is.end.wrapping_sub(was.end)).then_some(start)
    };
    let mut all = was.iter().zip(is).map(by);
    let first = all.next()??;
    (was.len() == is.len() && all.all(|shift| shift == Some(first))).then_some(first)
}
