//! The typed record, and its assembly from what the sheets hold.

pub mod contacts;
mod field;
mod function;
pub(crate) mod html;
mod provenance;
mod record;
mod segments;

pub use field::{Demand, Field, Kind};
pub use function::Function;
pub use provenance::{Form, Origin, Pointer, Provenance, SourceSpan, Step, Traced, ValueOrigin};
pub use record::{
    BestPractice, Collection, Contact, Identifier, Link, SCHEMA_VERSION, Section, SourceRef, Unmapped, Year,
};
pub use segments::{Decoding, Glue, Mark, Segment, join};
