//! The JSON Schema of the record.

/// The schema as JSON text.
pub fn json_schema() -> String {
    String::from("{}\n")
}
