//! `unknown-label`: a label that no field knows, or one that is nearly known and so went into the text before it.

use super::Context;
use crate::diagnostic::{Diagnostic, Finding};
use crate::schemas::fold;
use crate::source::Span;

/// Jaro-Winkler likeness from which a wording is taken for a misspelt one.
const LIKENESS: f64 = 0.9;

pub(super) fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for &words in &context.draft.unknown {
        let finding = Finding::UnknownLabel { nearest: nearest(context, words).map(str::to_owned) };
        findings.push(Diagnostic::at(finding, words).labelled(words.of(context.text)));
    }
    if !context.template.generic {
        misspelt(context, findings);
    }
}

/// Lines of a family's sheet that begin with a nearly known label.
fn misspelt(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let longest = context.template.labels.iter().map(|label| label.wording.len()).max().unwrap_or(0) + 10;
    for line in context.sheet.of(context.text).lines() {
        let Some(colon) = memchr::memchr(b':', line.as_bytes()).filter(|&colon| colon <= longest) else { continue };
        let words = Span::of_slice(context.text, &line[..colon]).trim(context.text);
        let known = context.draft.labels.iter().any(|label| label.words.covers(words) || words.covers(label.words));
        if let Some(nearest) = nearest(context, words).filter(|nearest| !known && fold(nearest) != fold(words.of(context.text))) {
            let finding = Finding::UnknownLabel { nearest: Some(nearest.to_owned()) };
            findings.push(Diagnostic::at(finding, words).labelled(words.of(context.text)));
        }
    }
}

/// The wording of the template that is most like these words.
fn nearest<'a>(context: &'a Context<'_>, words: Span) -> Option<&'a str> {
    let folded = fold(words.of(context.text));
    let likeness = |wording: &str| strsim::jaro_winkler(&folded, &fold(wording));
    let wordings = context.template.labels.iter().map(|label| label.wording.as_ref());
    let best = wordings.map(|wording| (likeness(wording), wording)).max_by(|a, b| a.0.total_cmp(&b.0))?;
    (best.0 >= LIKENESS).then_some(best.1)
}
