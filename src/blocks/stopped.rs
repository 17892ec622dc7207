//! Labels that a full stop ends, as they stand where a text has lost its bold type: `Results. 460 recordings in nineteen languages.`

use super::{Block, LabelAt, Shape, floor};
use crate::hashed::HashMap;
use crate::schemas::{Known, Role, Schemas};
use crate::source::Span;

/// Labels of different wordings that make such a form.
const LABELS: usize = 3;
/// Paragraphs that begin with the same one, at least, where there are fewer, and how many come so often.
const AGAIN: usize = 3;
const AGAIN_ALIKE: usize = 2;
/// Bytes of a label at most.
const REACH: usize = 80;
/// Words of a label at most.
const WORDS: usize = 8;
/// What ends a label.
const STOP: &str = ". ";

/// Makes labels of the words up to the first full stop of paragraphs, where enough of them are known, or the same ones come again.
pub fn lay_out<'s>(text: &str, blocks: &mut [Block<'s>], schemas: &'s Schemas) {
    let found: Vec<(usize, LabelAt<'s>)> =
        (0..blocks.len()).filter_map(|at| Some((at, label(text, blocks, at, schemas)?))).collect();
    let mut wordings: HashMap<&str, usize> = HashMap::default();
    for (_, label) in &found {
        *wordings.entry(label.words.of(text)).or_default() += 1;
    }
    let several = wordings.len() >= LABELS;
    wordings.retain(|_, count| *count >= AGAIN);
    let again = wordings.len() >= AGAIN_ALIKE;
    for (at, label) in found {
        if several || again && wordings.contains_key(label.words.of(text)) {
            blocks[at].labels = vec![label];
        }
    }
}

/// The label that a paragraph begins with.
fn label<'s>(text: &str, blocks: &[Block<'s>], at: usize, schemas: &'s Schemas) -> Option<LabelAt<'s>> {
    let block = &blocks[at];
    let Shape::Prose { body } = block.shape else { return None };
    let begins = at
        .checked_sub(1)
        .is_none_or(|above| matches!(blocks[above].shape, Shape::Blank { .. } | Shape::Heading { .. } | Shape::Rule));
    if !begins || !block.labels.is_empty() || !block.whole.is_empty() {
        return None;
    }
    let raw = body.of(text);
    let (words, value) = raw.split_at_checked(raw[..floor(raw, REACH)].find(STOP)?)?;
    let value = value[STOP.len()..].trim_start();
    let few = words.split_whitespace().count() <= WORDS && words.starts_with(char::is_uppercase);
    if !few || value.starts_with(char::is_lowercase) {
        return None;
    }
    let known = schemas.meanings(words, &mut String::new());
    let asked = || Some(schemas.begins_question(words)).filter(opens);
    let known = Some(known).filter(opens).or_else(asked)?;
    let words = Span::of_slice(text, words);
    Some(LabelAt::first(Span::new(words.start, words.end + 1), words, known))
}

fn opens(known: &Known<'_>) -> bool {
    known.has(Role::Label)
}
