//! Labels that are numbered as others are: `A5. Website`, below `A3. Contact person`.

use super::Reader;
use crate::sheets::Opener;
use crate::source::Span;

/// Bytes of the number of a label at most.
const NUMBER_BYTES: usize = 6;

impl Reader<'_, '_> {
    /// Whether words are numbered as the label above is, and come later: `A5. Website`, below `A3. Contact person`.
    pub(super) fn is_numbered_alike(&self, words: Span) -> bool {
        let Some(Opener::Label { span, .. }) = self.current().map(|entry| entry.opener) else { return false };
        let own = numbering(words.of(self.text)).filter(|_| self.generic);
        let above = own.as_ref().and_then(|_| numbering(span.of(self.text)));
        let goes_on = |own: &Numbering, above: &Numbering| own.form == above.form && own.numbers > above.numbers;
        // `3.1` stands below `3`.
        let below = |own: &Numbering, above: &Numbering| {
            own.numbers.len() > above.numbers.len() && own.numbers.starts_with(&above.numbers)
        };
        own.zip(above).is_some_and(|(own, above)| goes_on(&own, &above) || below(&own, &above))
    }
}

/// How words are numbered.
struct Numbering {
    /// What it looks like, whatever the number: `A0.` for `B12. Website`.
    form: String,
    /// Its letter and its numbers.
    numbers: Vec<u32>,
}

/// The number that words begin with: `B12. Website`, `Q) Website`.
fn numbering(words: &str) -> Option<Numbering> {
    let number = words.trim_start_matches(['*', '#', ' ']).split_whitespace().next()?;
    let bare = number.trim_end_matches(['.', ')']);
    let letter = bare.chars().next().filter(|c| c.is_uppercase());
    let figures = letter.map_or(bare, |letter| &bare[letter.len_utf8()..]);
    let parts = figures.split('.').filter(|part| !part.is_empty());
    let counted =
        if figures.is_empty() { letter.is_some() && bare.len() < number.len() } else { parts.clone().next().is_some() };
    if number.len() > NUMBER_BYTES || !counted {
        return None;
    }
    let values: Option<Vec<u32>> = parts.map(|part| part.parse().ok()).collect();
    let form = if letter.is_some() { "A" } else { "" }.to_owned()
        + figures.trim_matches(|c: char| c.is_ascii_digit())
        + &number[bare.len()..];
    Some(Numbering { form, numbers: letter.map(u32::from).into_iter().chain(values?).collect() })
}
