//! Records as Markdown pages.

use crate::practice::BestPractice;
use crate::schemas::Schemas;

/// One record as a page.
pub fn page(record: &BestPractice, schemas: &Schemas) -> String {
    let _ = schemas;
    format!("# {}\n", record.title.as_deref().unwrap_or_default())
}
