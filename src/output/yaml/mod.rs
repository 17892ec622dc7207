//! Records as YAML that a person would gladly edit.

mod emitter;
mod model;
mod scalar;

use serde::Serialize;

use crate::practice::BestPractice;

/// One record as a YAML document, without the `---` that starts it in a stream.
pub fn document(record: &BestPractice) -> String {
    to_string(record)
}

/// One record as a file whose first line tells an editor which JSON Schema describes it.
pub fn document_for_editors(record: &BestPractice, schema: &str) -> String {
    // A line break would end the comment, and what follows would be read as YAML.
    let address: String = schema.chars().filter(|c| !c.is_control()).collect();
    format!("# yaml-language-server: $schema={address}\n{}", document(record))
}

/// Anything as a YAML document. It has no text where a key is no scalar.
pub fn to_string(value: &(impl Serialize + ?Sized)) -> String {
    let mut out = String::new();
    match value.serialize(emitter::Emitter::new(&mut out)) {
        Ok(()) => out,
        Err(_) => String::new(),
    }
}
