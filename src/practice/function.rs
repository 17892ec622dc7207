//! The named functions that make typed values of joined segments.

use serde_json::Value;

use super::dates::{self, Order};
use crate::schemas::Schemas;

/// A function from the joined segments of a value to the value. It sees nothing else of the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Function {
    /// The year of a date as an integer; what is no date stays as written.
    Year,
    /// An ISO 8601 date as precise as the text; what is none, or may be two in this order, stays as written.
    Date(Order),
    /// The ISO 3166-1 code of a country's name.
    Country,
    /// An address with its scheme: `www.example.org` is `https://www.example.org`.
    Url,
    /// The sheet says so: `true`.
    Flag,
    /// An integer; what is none stays as written.
    Number,
}

impl Function {
    /// The value that the joined segments mean.
    pub fn apply(self, joined: &str, schemas: &Schemas) -> Value {
        match self {
            Function::Year => dates::year_of(joined, schemas).map_or_else(|| joined.into(), Value::from),
            Function::Date(order) => dates::date(joined, order, schemas).unwrap_or_else(|| joined.to_owned()).into(),
            Function::Country => schemas.countries.code(joined).unwrap_or(joined).into(),
            Function::Url => url(joined).into(),
            Function::Flag => true.into(),
            Function::Number => joined.parse::<i32>().map_or_else(|_| joined.into(), Value::from),
        }
    }
}

/// Whether a text is an address with a scheme and nothing else.
pub fn is_url(text: &str) -> bool {
    let word = text.chars().all(|c| !c.is_whitespace() && !c.is_control() && !matches!(c, '<' | '>' | '"'));
    let host = text.split_once("://").map(|(scheme, rest)| {
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        matches!(scheme.to_ascii_lowercase().as_str(), "http" | "https" | "ftp") && host.contains(char::is_alphanumeric)
    });
    word && host.unwrap_or_else(|| text.strip_prefix("mailto:").is_some_and(|address| address.contains('@')))
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
