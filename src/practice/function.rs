//! The named functions that make typed values of joined segments.

use serde_json::Value;

use super::dates;
use crate::schemas::Schemas;

/// A function from the joined segments of a value to the value. It sees nothing else of the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Function {
    /// A year as an integer; what is none stays as written.
    Year,
    /// An ISO 8601 date as precise as the text; what is none stays as written.
    Date,
    /// An address with its scheme: `www.example.org` is `https://www.example.org`.
    Url,
    /// The sheet says so: `true`.
    Flag,
}

impl Function {
    /// The value that the joined segments mean.
    pub fn apply(self, joined: &str, schemas: &Schemas) -> Value {
        match self {
            Function::Year => dates::year(joined).map_or_else(|| joined.into(), Value::from),
            Function::Date => dates::date(joined, schemas).unwrap_or_else(|| joined.to_owned()).into(),
            Function::Url => url(joined).into(),
            Function::Flag => true.into(),
        }
    }
}

/// The address with a scheme.
pub fn url(text: &str) -> String {
    let schemed = text.contains("://") || text.starts_with("mailto:");
    let relative = text.starts_with("//");
    match (schemed, relative) {
        (true, _) => text.to_owned(),
        (false, true) => format!("https:{text}"),
        (false, false) => format!("https://{text}"),
    }
}
