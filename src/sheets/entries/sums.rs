//! Sums of money with a text behind them, in forms that a site made one line of: `… Funding: €64,310.00 The upper floor of the hall …`.

use super::Reader;
use crate::blocks::{Block, LabelAt, trim};
use crate::practice::Field;
use crate::source::Span;

/// Codes of currencies (ISO 4217) in which practices are paid.
const CURRENCIES: [&str; 4] = ["EUR", "CHF", "GBP", "USD"];
/// Bytes of a text behind a sum at least.
const TEXT: usize = 80;

impl Reader<'_, '_> {
    /// The sum that stands under a label of funding, and the text behind it that ends a line with a whole form.
    pub(super) fn without_text(&self, block: &Block<'_>, label: u16, value: Span) -> (Span, Option<Span>) {
        let describes = |at: &LabelAt<'_>| {
            let fields = self.own_label(&at.meanings).map(|label| self.labels[usize::from(label)].field);
            matches!(fields, Some(Field::Description | Field::Summary | Field::Activities))
        };
        let told = block.labels.iter().any(describes);
        let sum = self.labels[usize::from(label)].field == Field::Funding && self.generic && block.is_flat() && !told;
        let raw = value.of(self.text);
        let is_currency = |word: &str| {
            let code = CURRENCIES.contains(&word);
            code || !word.contains(char::is_alphanumeric) || word.to_lowercase().starts_with("euro")
        };
        let is_sum = |word: &str| word.contains(|c: char| c.is_ascii_digit()) || is_currency(word);
        let mut spaces = memchr::memchr_iter(b' ', raw.as_bytes()).filter(|_| sum && value.end == block.body().end);
        let end = spaces.find(|&at| !is_sum(raw[at + 1..].split(' ').next().unwrap_or_default()));
        let text = end.map(|at| Span::new(value.start + at + 1, value.end));
        let told = |text: &Span| {
            let raw = text.of(self.text);
            let sentences = raw.ends_with(['.', '!', '…']) && raw.contains(". ");
            raw.starts_with(char::is_uppercase) && sentences && raw.len() >= TEXT
        };
        let counted = |text: &Span| self.text[value.start..text.start].contains(|c: char| c.is_ascii_digit());
        match text.filter(|text| told(text) && counted(text)) {
            Some(text) => (trim(self.text, Span::new(value.start, text.start)), Some(text)),
            None => (value, None),
        }
    }
}
