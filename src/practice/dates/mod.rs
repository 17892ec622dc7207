//! Years, dates and periods as precise as they are written, in the words of every language.

mod items;
mod period;
mod shape;
mod tokens;

#[cfg(test)]
mod tests;

pub use period::{Part, Period, Timing, is_date, period};
use shape::{Fault, Reader, Shape};

use crate::schemas::Schemas;

/// What stands first in a date of three numbers such as `04/05/2019`. With full stops it is always the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// The day, as nearly everywhere in Europe.
    #[default]
    DayFirst,
    /// The month.
    MonthFirst,
    /// Nobody knows: a date that may be two stays as written.
    Unknown,
}

/// The year that a text is, and nothing else: `2017`.
pub fn year(text: &str) -> Option<i32> {
    let text = text.trim();
    let digits = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|year| digits && (1000..=2999).contains(year))
}

/// The ISO 8601 date that a text is, as precise as the text: `Gennaio 2021` is `2021-01`.
pub fn date(text: &str, order: Order, schemas: &Schemas) -> Option<String> {
    shape(text, schemas)?.settle(order).ok()
}

/// The year of the date that a text is.
pub fn year_of(text: &str, schemas: &Schemas) -> Option<i32> {
    shape(text, schemas)?.year()
}

/// Whether a text is a date, but of several one cannot say which: `04/05/2019` in no known order, `12.04.19`.
pub fn is_ambiguous(text: &str, schemas: &Schemas) -> bool {
    shape(text, schemas).is_some_and(|shape| shape.settle(Order::Unknown) == Err(Fault::Ambiguous))
}

/// Whether a text is an ISO 8601 date: `2017`, `2021-01` or `2021-01-29`.
pub fn is_iso(text: &str) -> bool {
    let shaped = matches!(text.len(), 4 | 7 | 10) && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    shaped && date(text, Order::Unknown, Schemas::builtin()).as_deref() == Some(text)
}

/// What the numbers of a text say of the order of day and month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Evidence {
    /// A date that may be two: `04/05/2019`.
    pub open: bool,
    /// A date that can only have its day first: `30/09/2020`.
    pub day_first: bool,
    /// A date that can only have its month first: `09/30/2020`.
    pub month_first: bool,
}

impl Evidence {
    /// Gathers what the dates of a text say.
    pub fn gather(&mut self, text: &str, schemas: &Schemas) {
        let tokens = tokens::tokens(text);
        let reader = Reader { tokens: &tokens, schemas };
        let mut at = 0;
        while at < tokens.len() {
            let found = reader.date_at(at);
            if let Some(Shape::Slashed(first, second, _)) = found.map(|found| found.shape) {
                self.open |= first <= 12 && second <= 12 && first != second;
                self.day_first |= first > 12 && second <= 12;
                self.month_first |= second > 12 && first <= 12;
            }
            at = found.map_or(at + 1, |found| found.next);
        }
    }
}

/// How the date that a text is and nothing else is written.
fn shape(text: &str, schemas: &Schemas) -> Option<Shape> {
    let tokens = tokens::tokens(text);
    let found = Reader { tokens: &tokens, schemas }.date_at(0)?;
    (found.next == tokens.len()).then_some(found.shape)
}
