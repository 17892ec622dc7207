//! Vocabulary and templates: the wordings of labels and the families of sheets, as data.

mod builtin;
mod countries;
mod files;
mod fold;
mod load;
mod lookup;
mod model;
mod table;

pub use countries::{Countries, Country, countries};
pub use fold::{fold, fold_into, fold_spelling, fold_words, is_word};
pub use load::{File, SchemaError, load};
pub use model::{
    Constant, DateWord, EVERYWHERE, Fact, Label, Language, List, Meaning, Part, Passage, People, Role, Schemas, Scheme,
    Template, Text, Wordings,
};
pub use table::Table;
