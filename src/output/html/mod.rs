//! Pages for a browser: one file each, that asks nobody for anything and runs nothing but its own script.
//!
//! Templates, styles and scripts are files of `assets/`. `base.html` and `base.css` are what every page has, `policy` is what keeps all else
//! out. The text of a document comes in as text only: the engine escapes it, and [`page`] shows what would not be seen or would obey.

pub mod page;
pub mod policy;
pub mod review;
#[cfg(test)]
pub(crate) mod tags;

pub use page::{Error, Pages, Shell};
