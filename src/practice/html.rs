//! HTML in values.

/// The text that an HTML character reference stands for.
pub fn decode_reference(reference: &str) -> String {
    reference.to_owned()
}
