//! The typed record, and its assembly from what the sheets hold.

mod access;
mod addresses;
mod assemble;
mod breaks;
mod by_value;
mod coded;
mod compose;
pub mod contacts;
mod countries;
mod credits;
mod cut;
pub mod dates;
mod derived;
mod draft;
mod established;
mod facts;
mod field;
mod function;
pub(crate) mod html;
mod hyphens;
mod inline;
mod keyed_links;
mod keyed_people;
mod lead;
mod links;
mod marked_lines;
mod members;
mod narrative;
mod nodes;
mod numbers;
mod owner;
mod page;
mod partners;
mod people;
mod plain;
pub mod privacy;
mod provenance;
mod record;
mod segments;
mod short_lines;
mod site_menu;
mod slug;
mod spoken;
mod statement;
mod timing;
mod title;
mod told_again;

pub(crate) use assemble::assemble;
pub use breaks::trim_final_breaks;
pub(crate) use draft::{Draft, Right, SeenLabel};
pub(crate) use facts::{Document, SheetRef, language};
pub use field::{Demand, Field, Kind};
pub use function::{Function, is_url};
pub(crate) use plain::plain;
pub use provenance::{Form, Origin, Pointer, Provenance, SourceSpan, Step, Traced, ValueOrigin, sha256};
pub(crate) use provenance::{pointer_key, pointer_step};
pub use record::{
    BestPractice, Collection, Contact, Derived, Identifier, Link, SCHEMA_VERSION, Section, SourceRef, Unmapped, Year,
    Years,
};
pub use segments::{Decoding, Glue, Mark, Segment, join};
pub use slug::is_slug;
pub(crate) use slug::slug;
pub(crate) use spoken::Spoken;
