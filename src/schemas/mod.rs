//! Vocabulary and templates: the wordings of labels and the families of sheets, as data.

mod builtin;
mod check;
mod countries;
mod files;
mod fold;
mod instructions;
mod load;
mod lookup;
mod model;
mod nearest;
mod packed;
mod reader;
mod schema;
mod table;
mod tree;
mod user;

pub use builtin::builtin_text;
pub use countries::{Countries, Country, countries};
pub use fold::{fold, fold_into, fold_spelling, fold_words, is_word};
pub use load::{File, SchemaError, load};
pub use lookup::split_key;
pub use model::{
    Constant, DateWord, EVERYWHERE, Fact, Label, Language, Limit, List, Meaning, Part, Passage, People, Place,
    Question, Role, Schemas, Scheme, Template, Text, Wording, Wordings, Written,
};
pub use packed::{Numbers, Words};
pub use schema::template_schema;
pub use table::Table;
