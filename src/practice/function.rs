//! The named functions that make typed values.

use serde_json::Value;

/// A function from the joined segments of a value to the value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Function {
    /// An integer.
    Year,
}

impl Function {
    /// The value that the joined segments mean; nothing where they mean none.
    pub fn apply(self, joined: &str) -> Option<Value> {
        match self {
            Function::Year => joined.trim().parse::<i32>().ok().map(Value::from),
        }
    }
}
