//! Parts of a value: from bytes of its joined text back to segments.

use std::ops::Range;

use super::segments::{Decoding, Segment};
use crate::source::Span;

/// A value's text with the segments that it is made of.
pub(super) struct Joined {
    /// The text.
    pub text: String,
    pieces: Vec<(Range<usize>, Segment)>,
}

impl Joined {
    /// Joins `segments` over the `source` that their spans point into.
    pub fn new(segments: &[Segment], source: &str) -> Self {
        let mut joined = Self { text: String::new(), pieces: Vec::with_capacity(segments.len()) };
        for segment in segments {
            let start = joined.text.len();
            segment.write(source, &mut joined.text);
            joined.pieces.push((start..joined.text.len(), *segment));
        }
        joined
    }

    /// The segments that give these bytes of the text; nothing where they cut through what was decoded.
    pub fn cut(&self, range: &Range<usize>) -> Option<Vec<Segment>> {
        let first = self.pieces.partition_point(|(bytes, _)| bytes.end <= range.start);
        let touching = self.pieces[first..].iter().take_while(|(bytes, _)| bytes.start < range.end);
        touching.map(|(bytes, segment)| cut(bytes, *segment, range)).collect()
    }
}

fn cut(bytes: &Range<usize>, segment: Segment, range: &Range<usize>) -> Option<Segment> {
    let (start, end) = (range.start.max(bytes.start) - bytes.start, range.end.min(bytes.end) - bytes.start);
    match segment {
        Segment::Source(span, Decoding::AsIs) => Some(Segment::as_is(Span::new(span.start + start, span.start + end))),
        whole => (start == 0 && end == bytes.len()).then_some(whole),
    }
}
