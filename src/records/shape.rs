//! What shape the value of each key of a record has.

use crate::practice::{Field, Kind};

/// What a value should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// The version of the schema.
    Version,
    /// `shared-gardens`
    Slug,
    /// `it`
    Language,
    /// `IT`
    Country,
    /// `12` or `12-14`
    Lines,
    /// A text.
    Text,
    /// An integer, or what stands where a year should.
    Year,
    /// An integer.
    Number,
    /// An integer from 1 on.
    Positive,
    /// `true`
    True,
    /// Items of one shape.
    List(&'static Shape),
    /// Keys that are known.
    Object(&'static [Key]),
    /// Keys that are fields, each with a list of fields.
    Covers,
    /// Whatever a user likes.
    Anything,
    /// Keys that a user likes.
    Keys,
}

/// A key of an object.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key {
    /// The key.
    pub name: &'static str,
    /// What its value should be.
    pub shape: Shape,
    /// Whether the object is nothing without it.
    pub required: bool,
}

const fn optional(name: &'static str, shape: Shape) -> Key {
    Key { name, shape, required: false }
}

const fn required(name: &'static str, shape: Shape) -> Key {
    Key { name, shape, required: true }
}

const CONTACT: Shape = Shape::Object(&[
    optional("name", Shape::Text),
    optional("role", Shape::Text),
    optional("organisation", Shape::Text),
    optional("email", Shape::Text),
    optional("phone", Shape::Text),
    optional("note", Shape::Text),
]);
const LINK: Shape = Shape::Object(&[optional("label", Shape::Text), required("url", Shape::Text)]);
static SECTION: Shape = Shape::Object(&SECTION_KEYS);
static SECTION_KEYS: [Key; 3] =
    [optional("title", Shape::Text), optional("text", Shape::Text), optional("sections", Shape::List(&SECTION))];
const UNMAPPED: Shape =
    Shape::Object(&[required("label", Shape::Text), required("text", Shape::Text), required("lines", Shape::Lines)]);
const IDENTIFIER: Shape = Shape::Object(&[required("scheme", Shape::Text), required("value", Shape::Text)]);
const COLLECTION: Shape = Shape::Object(&[
    optional("name", Shape::Text),
    optional("code", Shape::Text),
    optional("programme", Shape::Text),
    optional("licence", Shape::Text),
]);
const SOURCE: Shape = Shape::Object(&[
    required("file", Shape::Text),
    required("sheet", Shape::Positive),
    required("lines", Shape::Lines),
    optional("place", Shape::Text),
    required("template", Shape::Text),
]);
const YEARS: Shape = Shape::Object(&[optional("from", Shape::Number), optional("to", Shape::Number)]);
const DERIVED: Shape = Shape::Object(&[optional("countries", Shape::List(&Shape::Country)), optional("years", YEARS)]);
const PROVENANCE: Shape = Shape::Object(&[required("sha256", Shape::Text), required("values", Shape::Anything)]);

/// What the value of a field should be.
pub fn of(field: Field) -> Shape {
    match (field.kind(), field) {
        (Kind::Line | Kind::Text | Kind::Date, _) => Shape::Text,
        (Kind::List, _) => Shape::List(&Shape::Text),
        (Kind::Year, _) => Shape::Year,
        (Kind::Flag, _) => Shape::True,
        (Kind::Contacts, _) => Shape::List(&CONTACT),
        (Kind::Links, _) => Shape::List(&LINK),
        (Kind::Sections, _) => Shape::List(&SECTION),
        (Kind::Meta, Field::Schema) => Shape::Version,
        (Kind::Meta, Field::Id) => Shape::Slug,
        (Kind::Meta, Field::Language) => Shape::Language,
        (Kind::Meta, Field::Covers) => Shape::Covers,
        (Kind::Meta, Field::Unmapped) => Shape::List(&UNMAPPED),
        (Kind::Meta, Field::Identifiers) => Shape::List(&IDENTIFIER),
        (Kind::Meta, Field::Collection) => COLLECTION,
        (Kind::Meta, Field::Source) => SOURCE,
        (Kind::Meta, Field::Derived) => DERIVED,
        (Kind::Meta, Field::Provenance) => PROVENANCE,
        (Kind::Meta, Field::Extra) => Shape::Keys,
        (Kind::Meta, _) => Shape::Anything,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The keys of an object in the published schema, and which of them it requires.
    fn published(schema: &serde_json::Value) -> Vec<(String, bool)> {
        let required = |key: &str| {
            schema["required"].as_array().is_some_and(|keys| keys.iter().any(|required| required.as_str() == Some(key)))
        };
        let keys = schema["properties"].as_object().unwrap().keys();
        keys.map(|key| (key.clone(), required(key))).collect()
    }

    #[test]
    fn the_shapes_are_those_of_the_published_schema() {
        let schema: serde_json::Value = serde_json::from_str(&crate::output::schema::json_schema()).unwrap();
        for (shape, name) in [
            (CONTACT, "Contact"),
            (LINK, "Link"),
            (SECTION, "Section"),
            (UNMAPPED, "Unmapped"),
            (IDENTIFIER, "Identifier"),
            (COLLECTION, "Collection"),
            (SOURCE, "SourceRef"),
            (YEARS, "Years"),
            (DERIVED, "Derived"),
            (PROVENANCE, "Provenance"),
        ] {
            let Shape::Object(keys) = shape else { panic!("{name} is no object") };
            let own: Vec<(String, bool)> = keys.iter().map(|key| (key.name.to_owned(), key.required)).collect();
            assert_eq!(own, published(&schema["definitions"][name]), "{name}");
        }
        let fields: Vec<&str> = Field::ALL.iter().map(|field| field.key()).collect();
        let keys: Vec<String> = published(&schema).into_iter().map(|(key, _)| key).collect();
        assert_eq!(fields, keys);
    }
}
