//! Vocabulary and templates: the wordings of labels and the families of sheets, as data.

mod builtin;
mod check;
mod contact_words;
mod countries;
mod document_kind;
pub(crate) mod files;
mod fold;
mod form;
mod inclusive;
mod instructions;
mod keys;
mod known;
mod likeness;
mod load;
mod lookup;
mod meanings;
mod model;
mod nearest;
mod other_documents;
mod packed;
mod placeholders;
pub(crate) mod reader;
mod rubrics;
mod schema;
mod slip;
mod stranger;
mod table;
mod template;
mod tree;
mod user;
mod vocabulary;

pub use builtin::builtin_text;
pub(crate) use check::senseless;
pub use contact_words::{ContactWord, ContactWords, Sense, fold_contact};
pub use countries::{Countries, Country, countries};
pub use document_kind::DocumentKind;
pub use fold::{ends_in_greek, fold, fold_into, fold_spelling, fold_words, greek_number, is_number, is_word};
pub use form::Wording;
pub use keys::split_key;
pub use known::{Known, Way};
pub use load::{File, SchemaError, load};
pub(crate) use lookup::outside_brackets;
pub use model::{
    Constant, DateWord, EVERYWHERE, Fact, Label, Language, Leads, Limit, List, Meaning, Part, Passage, People, Place,
    Role, Schemas, Scheme, Template, Text, Wordings, Written,
};
pub(crate) use nearest::nearest;
pub use packed::{Numbers, Words};
pub use schema::template_schema;
pub use stranger::Stranger;
pub use table::{AnyCase, Table};
