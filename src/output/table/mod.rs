//! Records as tables: a row a record, for whoever sorts and counts in Excel or a database.

mod csv;
mod row;
#[cfg(feature = "xlsx")]
mod xlsx;

pub use csv::{Csv, Separator};
pub use row::{COLUMNS, Column, cell};
#[cfg(feature = "xlsx")]
pub use xlsx::Xlsx;
