//! Where each value of a record was read.

use std::collections::BTreeMap;
use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::segments::{Decoding, Glue, Segment, join};
use super::{Field, Function};
use crate::schemas::Schemas;
use crate::source::{Source, Span};

/// Which rule gave a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Origin {
    /// It stands under its label or heading.
    Label,
    /// A pattern of the template or vocabulary names it.
    Pattern,
    /// It was concluded from its position or from another value.
    Inferred,
    /// The template knows it.
    Constant,
}

/// Whether a value stands so in the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Form {
    /// As in the source, apart from white space.
    Verbatim,
    /// Made of the source by a named function, or decoded.
    Normalised,
}

/// A stretch of the sheet's file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SourceSpan {
    /// Byte offset of the first byte in the decoded text.
    pub start: usize,
    /// Byte offset after the last byte.
    pub end: usize,
    /// Line of the first byte, from 1.
    pub line: usize,
    /// Column of the first byte in characters, from 1.
    pub column: usize,
    /// The place as the user of the file sees it, where the file has no lines: `table 1, row 3, cell 2`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
}

/// Where one value was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ValueOrigin {
    /// Which rule gave it.
    pub origin: Origin,
    /// Whether it stands so in the source.
    pub form: Form,
    /// The source of the value, in the order in which it is joined.
    #[schemars(length(min = 0))]
    pub spans: Vec<SourceSpan>,
}

/// Where every value of a record was read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Provenance {
    /// SHA-256 of the sheet's text, in lower-case hexadecimal.
    #[schemars(regex(pattern = r"^[0-9a-f]{64}$"))]
    pub sha256: String,
    /// JSON pointer (RFC 6901) of each value to its origin.
    pub values: BTreeMap<String, ValueOrigin>,
}

/// Steps at each end of a deep address that are named.
const NAMED: usize = 4;

/// The address of a value in its record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pointer {
    /// The record's key.
    pub field: Field,
    /// The way below it.
    pub steps: Vec<Step>,
}

/// One step below a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Position in an array.
    Item(usize),
    /// Key of an object.
    Key(&'static str),
}

/// A key as a step of a JSON pointer (RFC 6901).
pub(crate) fn pointer_step(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

/// The key that a step of a JSON pointer names.
pub(crate) fn pointer_key(step: &str) -> String {
    step.replace("~1", "/").replace("~0", "~")
}

impl Provenance {
    /// Where each traced value of a sheet was read; `sheet` is the sheet's bytes in `source`.
    pub fn of(trace: &[Traced], sheet: Span, source: &Source) -> Self {
        let values = trace.iter().map(|traced| (traced.pointer.to_string(), ValueOrigin::of(traced, source)));
        Self { sha256: sha256(sheet.of(&source.text).as_bytes()), values: values.collect() }
    }
}

impl ValueOrigin {
    fn of(traced: &Traced, source: &Source) -> Self {
        let spans = traced.segments.iter().filter_map(|segment| segment.span());
        Self {
            origin: traced.origin,
            form: traced.form(),
            spans: spans.map(|span| SourceSpan::of(span, source)).collect(),
        }
    }
}

impl SourceSpan {
    /// A stretch with its line and column.
    pub(crate) fn of(span: Span, source: &Source) -> Self {
        let at = source.place(span.start);
        let place = source.seen(span.start).map(ToString::to_string);
        Self { start: source.offset(span.start), end: source.offset(span.end), line: at.line, column: at.column, place }
    }
}

/// SHA-256 in lower-case hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

impl From<Field> for Pointer {
    fn from(field: Field) -> Self {
        Self { field, steps: Vec::new() }
    }
}

impl Pointer {
    /// The address as people write it: `contacts[0].email`; of a deep one the beginning and the end.
    pub fn name(&self) -> String {
        let step = |step: &Step| match step {
            Step::Item(at) => format!("[{at}]"),
            Step::Key(key) => format!(".{key}"),
        };
        let named = |steps: &[Step]| steps.iter().map(step).collect::<String>();
        let way = match self.steps.split_at_checked(NAMED) {
            Some((first, rest)) if rest.len() > NAMED => named(first) + "…" + &named(&rest[rest.len() - NAMED..]),
            _ => named(&self.steps),
        };
        self.field.key().to_owned() + &way
    }

    /// The pointer one step further down.
    pub fn then(&self, step: Step) -> Self {
        let mut steps = Vec::with_capacity(self.steps.len() + 1);
        steps.extend_from_slice(&self.steps);
        steps.push(step);
        Self { field: self.field, steps }
    }
}

impl fmt::Display for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "/{}", self.field)?;
        self.steps.iter().try_for_each(|step| match step {
            Step::Item(at) => write!(f, "/{at}"),
            Step::Key(key) => write!(f, "/{key}"),
        })
    }
}

/// A value with what it is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Traced {
    /// Which value of the record.
    pub pointer: Pointer,
    /// Which rule gave it.
    pub origin: Origin,
    /// What makes the value of the joined segments; nothing for texts.
    pub function: Option<Function>,
    /// The source of the value.
    pub segments: Vec<Segment>,
}

impl Traced {
    /// Verbatim is what stands so in the sheet: no function made it and nothing was decoded; white space may differ.
    fn form(&self) -> Form {
        let plain = |segment: &Segment| match segment {
            Segment::Source(_, decoding) => *decoding == Decoding::AsIs,
            Segment::Glue(glue) => !matches!(glue, Glue::Bullet(_) | Glue::Comma),
        };
        let verbatim = self.function.is_none() && !self.segments.is_empty() && self.segments.iter().all(plain);
        if verbatim { Form::Verbatim } else { Form::Normalised }
    }

    /// The value again, from its segments and its function alone.
    pub fn recompute(&self, text: &str, schemas: &Schemas) -> serde_json::Value {
        let joined = join(&self.segments, text);
        match self.function {
            Some(function) => function.apply(&joined, schemas),
            None => joined.into(),
        }
    }
}
