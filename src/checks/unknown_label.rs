//! `unknown-label`: a label that no field knows, or one that is nearly known and so went into the text before it.

use super::Context;
use crate::diagnostic::{Diagnostic, Finding};
use crate::practice::Field;
use crate::schemas::{Label, Wording, fold};
use crate::source::Span;

/// Jaro-Winkler likeness from which a wording is taken for a misspelt one.
const LIKENESS: f64 = 0.9;

pub(super) fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for &words in &context.draft.unknown {
        let nearest = nearest(context, words).map(|nearest| nearest.words.to_owned());
        let finding = Finding::UnknownLabel { nearest, kept_in: Field::Unmapped };
        findings.push(Diagnostic::at(finding, words).labelled(words.of(context.text)));
    }
    if !context.template.generic {
        misspelt(context, findings);
    }
}

/// Lines of a family's sheet that begin with a nearly known label: their text went to the field before.
fn misspelt(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let longest = context.template.wordings().map(|wording| wording.words.len()).max().unwrap_or(0) + 10;
    for line in context.sheet.of(context.text).lines() {
        let Some(colon) = memchr::memchr(b':', line.as_bytes()).filter(|&colon| colon <= longest) else { continue };
        let words = Span::of_slice(context.text, &line[..colon]).trim(context.text);
        let Some(before) = context.draft.labels.iter().rfind(|label| label.words.start <= words.start) else {
            continue;
        };
        if let Some(nearest) = nearest(context, words).filter(|nearest| {
            !before.words.covers(words) && !words.covers(before.words) && is_slip(context, nearest, words)
        }) {
            let nearest = Some(nearest.words.to_owned());
            let finding = Finding::UnknownLabel { nearest, kept_in: before.field };
            findings.push(Diagnostic::at(finding, words).labelled(words.of(context.text)));
        }
    }
}

/// Whether words that are like a label can be meant for it: they differ from it, and stand in its capitals.
fn is_slip(context: &Context<'_>, nearest: &Wording<'_>, words: Span) -> bool {
    fold(words.of(context.text)) != fold(nearest.words) && in_its_case(nearest.label, words.of(context.text))
}

fn in_its_case(label: &Label, words: &str) -> bool {
    !label.capitals || !words.chars().any(char::is_lowercase)
}

/// The wording of the template that is most like these words, and is written in their case.
fn nearest<'a>(context: &'a Context<'_>, words: Span) -> Option<Wording<'a>> {
    let written = words.of(context.text);
    let mut wordings = context.template.wordings().filter(|known| in_its_case(known.label, written)).peekable();
    wordings.peek()?;
    let folded = fold(written);
    let likeness = |known: &Wording<'_>| strsim::jaro_winkler(&folded, &fold(known.words));
    let best = wordings.map(|known| (likeness(&known), known)).max_by(|a, b| a.0.total_cmp(&b.0))?;
    (best.0 >= LIKENESS).then_some(best.1)
}
