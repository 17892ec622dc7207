//! Records as YAML.

use crate::practice::BestPractice;

/// One record as a YAML document.
pub fn document(record: &BestPractice) -> String {
    serde_yaml::to_string(record).unwrap_or_default()
}
