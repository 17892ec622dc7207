//! Texts, numbers and flags of a record: what they are by themselves, and whether they have the shape that their key asks for.

use serde_json::Value;

use super::shape::Shape;
use crate::data::Style;
use crate::diagnostic::Expected;
use crate::practice::is_slug;

/// What words are by themselves: in quotes a text, else what they look like.
pub fn plain(words: &str, style: Style) -> Value {
    let number = || words.parse::<i64>().ok().filter(|_| !words.starts_with('+')).map(Value::from);
    match words {
        _ if style != Style::Plain => words.into(),
        "true" | "True" | "TRUE" => true.into(),
        "false" | "False" | "FALSE" => false.into(),
        _ => number().or_else(|| fraction(words)).unwrap_or_else(|| words.into()),
    }
}

/// Whether a value has a shape.
pub fn fits(value: &Value, shape: Shape) -> bool {
    match (shape, value) {
        (Shape::Text, Value::String(_)) => true,
        (Shape::Slug, Value::String(words)) => is_slug(words),
        (Shape::Language, Value::String(code)) => is_code(code, |byte| byte.is_ascii_lowercase()),
        (Shape::Country, Value::String(code)) => is_code(code, |byte| byte.is_ascii_uppercase()),
        (Shape::Lines, Value::String(lines)) => is_lines(lines),
        (Shape::Year, Value::Number(year)) => as_year(year).is_some(),
        // What is no year is kept as it is written, and reported as one.
        (Shape::Year, Value::String(_)) => true,
        (Shape::Version | Shape::Positive, Value::Number(number)) => number.as_u64().is_some_and(|number| number > 0),
        (Shape::Number, Value::Number(number)) => number.is_u64(),
        (Shape::True, Value::Bool(is)) => *is,
        _ => false,
    }
}

/// What a shape asks for, as findings say it.
pub const fn expected(shape: Shape) -> Expected {
    match shape {
        Shape::Version | Shape::Positive => Expected::Positive,
        Shape::Number => Expected::Number,
        Shape::Slug => Expected::Slug,
        Shape::Language => Expected::Language,
        Shape::Country => Expected::Country,
        Shape::Lines => Expected::Lines,
        Shape::Text | Shape::Anything => Expected::Text,
        Shape::Year => Expected::Year,
        Shape::True => Expected::Flag,
        Shape::List(of) => match *of {
            Shape::Object(keys) => Expected::Objects(keys[0].name),
            _ => Expected::List,
        },
        Shape::Object(keys) => Expected::Object(keys[0].name),
        Shape::Covers => Expected::Object("impact"),
        Shape::Keys => Expected::Object("key"),
    }
}

/// `*name`, which stands for what another place says.
pub fn is_alias(style: Style, words: &str) -> bool {
    style == Style::Plain && words.starts_with('*')
}

/// Two letters.
fn is_code(code: &str, is: impl Fn(&u8) -> bool) -> bool {
    code.len() == 2 && code.as_bytes().iter().all(is)
}

/// `12` or `12-14`
fn is_lines(lines: &str) -> bool {
    let number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    lines.split_once('-').map_or_else(|| number(lines), |(first, last)| number(first) && number(last))
}

fn as_year(number: &serde_json::Number) -> Option<i32> {
    number.as_i64()?.try_into().ok()
}

/// A number with a fraction or an exponent.
fn fraction(words: &str) -> Option<Value> {
    let written = words.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '.'));
    let number = words.parse::<f64>().ok().filter(|number| written && number.is_finite())?;
    serde_json::Number::from_f64(number).map(Value::Number)
}
