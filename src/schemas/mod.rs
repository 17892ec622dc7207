//! Vocabulary and templates: the wordings of labels and the families of sheets, as data.

mod builtin;
mod files;
mod fold;
mod load;
mod lookup;
mod model;
mod table;

pub use fold::{fold, fold_into, fold_spelling};
pub use load::{File, SchemaError, load};
pub use model::{
    Constant, EVERYWHERE, Fact, Label, Language, List, Meaning, Part, Passage, People, Question, Role, Schemas, Scheme,
    Template, Text, Wordings,
};
pub use table::Table;
