//! Wordings of the page around a sheet, alone on a line, with other words behind or before them, or several in a row.

use crate::schemas::{Schemas, fold};

/// Words of a wording that stands for a line's beginning or end, or beside others, at most.
const WORDS: usize = 6;
/// Characters of a line that such a wording begins at most.
const LINE: usize = 140;
/// Words of a line that such a wording ends at most: `Example Town logo`.
const CAPTION_WORDS: usize = 5;
/// Wordings at the end of a line that make it a banner.
const BUTTONS: usize = 2;

/// Whether a line is a wording of `chrome`, or begins or ends with one that stands for any words there.
pub fn is_known(words: &str, schemas: &Schemas) -> bool {
    let folded = fold(words);
    let bare = folded.trim_matches(|c: char| !c.is_alphanumeric() && c != '#');
    // A line that goes on with a sentence may begin with such words: `return to work within a year`.
    let goes_on = words.starts_with(char::is_lowercase);
    schemas.chrome.get(&folded).or_else(|| schemas.chrome.get(bare)).is_some()
        || (words.chars().count() <= LINE && ((!goes_on && begins(bare, schemas)) || ends(bare, schemas)))
}

/// `Published on 3 May`
fn begins(folded: &str, schemas: &Schemas) -> bool {
    let ends = folded.match_indices(' ').map(|(at, _)| at).take(WORDS);
    let mut heads = ends.map(|end| &folded[..end]);
    heads.any(|head| schemas.chrome.has_joined([head, " ..."]))
}

/// `Example Town logo`
fn ends(folded: &str, schemas: &Schemas) -> bool {
    let few = folded.split(' ').take(CAPTION_WORDS + 1).count() <= CAPTION_WORDS;
    few && folded.rsplit_once(' ').is_some_and(|(_, last)| schemas.chrome.has_joined(["... ", last]))
}

/// Whether a line ends in several wordings: `We use cookies to make this site better. Accept all | Reject`.
///
/// Those of one word count only between bars: `they went back home` ends in two.
pub fn ends_in_buttons(words: &str, schemas: &Schemas) -> bool {
    let mut parts = words.split('|').map(str::trim).filter(|part| !part.is_empty());
    let first = parts.next().map_or(0, |first| phrases_at_end(first, schemas));
    let rest: Vec<&str> = parts.collect();
    let known = rest.iter().filter(|part| is_known(part, schemas)).count();
    first > 0 && first + known >= BUTTONS && rest.iter().all(|part| part.split(' ').count() <= CAPTION_WORDS)
}

/// How many wordings of two words or more stand at the end of words.
fn phrases_at_end(words: &str, schemas: &Schemas) -> usize {
    let folded = fold(words);
    let words: Vec<&str> = folded.split(' ').map(|word| word.trim_end_matches(['.', ',', '!', '>'])).collect();
    let mut end = words.len();
    let mut count = 0;
    let phrase = |end: usize| {
        let starts = end.saturating_sub(WORDS)..end.saturating_sub(1);
        starts.into_iter().find(|&start| schemas.chrome.get(&words[start..end].join(" ")).is_some())
    };
    while let Some(start) = phrase(end) {
        end = start;
        count += 1;
    }
    count
}

/// The words with `#` for each number.
pub fn with_number_signs(words: &str) -> String {
    let mut numbered = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '0'..='9' if numbered.ends_with('#') => {}
            '0'..='9' => numbered.push('#'),
            _ => numbered.push(c),
        }
    }
    numbered
}
