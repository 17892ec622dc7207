//! Where each value of a record was read, as the record writes it.

use scheda::Sheet;
use scheda::practice::{Decoding, Form, Glue, Provenance, Segment, SourceSpan, Traced, ValueOrigin};
use scheda::source::{Source, Span};

use super::ids::sha256;

/// The provenance of the record of `sheet`.
pub fn of(sheet: &Sheet, source: &Source) -> Provenance {
    let values = sheet.trace.iter().map(|traced| (traced.pointer.to_string(), origin(traced, source)));
    Provenance { sha256: sha256(sheet.span.of(&source.text).as_bytes()), values: values.collect() }
}

fn origin(traced: &Traced, source: &Source) -> ValueOrigin {
    let spans = traced.segments.iter().filter_map(|segment| segment.span());
    ValueOrigin { origin: traced.origin, form: form(traced), spans: spans.map(|span| place(span, source)).collect() }
}

/// Verbatim is what stands so in the sheet: no function made it and no segment was decoded; white space may differ.
fn form(traced: &Traced) -> Form {
    let is_plain = |segment: &Segment| match segment {
        Segment::Source(_, decoding) => *decoding == Decoding::AsIs,
        Segment::Glue(glue) => !matches!(glue, Glue::Bullet(_)),
    };
    let is_verbatim = traced.function.is_none() && !traced.segments.is_empty() && traced.segments.iter().all(is_plain);
    if is_verbatim { Form::Verbatim } else { Form::Normalised }
}

fn place(span: Span, source: &Source) -> SourceSpan {
    let place = source.place(span.start);
    SourceSpan { start: span.start, end: span.end, line: place.line, column: place.column }
}
