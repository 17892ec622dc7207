//! `unknown-label`: a label that no field knows, or one that is nearly known and so went into the text before it.

use std::cell::RefCell;
use std::collections::HashMap;

use super::{Check, Context, Example, Rule};
use crate::diagnostic::{Code, Diagnostic, Finding, Severity};
use crate::practice::Field;
use crate::schemas::{Wording, fold};
use crate::source::{Span, lines};

/// Unknown labels of a sheet for which the nearest known one is sought. Of a sheet with more, most are no labels, and each search
/// goes through all wordings.
const SOUGHT: usize = 50;

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code::UnknownLabel,
    severity: Severity::Warning,
    on: true,
    bad: Example::form(
        "\
GARDEN SHEET
Carried by: Town of Sample
Name: Shared gardens
What: Residents share a garden.
For whome: newcomers
Results: All forty plots are in use.
",
    ),
    good: Example::form(
        "\
GARDEN SHEET
Carried by: Town of Sample
Name: Shared gardens
What: Residents share a garden.
For whom: newcomers
Results: All forty plots are in use.
",
    ),
    check: Check::Sheet(check),
};

fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let Some(draft) = context.draft() else { return };
    for (nth, &words) in draft.unknown.iter().enumerate() {
        let nearest = if nth < SOUGHT { context.alike.to(context, words.of(context.text)) } else { None };
        let finding = Finding::UnknownLabel { nearest, kept_in: Field::Unmapped };
        findings.push(Diagnostic::at(finding, words).labelled(words.of(context.text)));
    }
    if !context.template.generic {
        misspelt(context, findings);
    }
}

/// What labels that nobody knows are most like. All rows of a table have the same labels, and each search goes through all wordings.
#[derive(Debug, Default)]
pub(crate) struct Alike(RefCell<HashMap<(String, String), Option<String>>>);

/// The most labels that are remembered.
const REMEMBERED: usize = 1_000;

impl Alike {
    /// The wording of a sheet's template that is most like these words.
    fn to(&self, context: &Context<'_>, words: &str) -> Option<String> {
        let mut known = self.0.borrow_mut();
        if known.len() == REMEMBERED {
            known.clear();
        }
        let seek = || context.schemas.nearest(words, context.template).map(|nearest| nearest.words.to_owned());
        known.entry((context.template.name.to_string(), words.to_owned())).or_insert_with(seek).clone()
    }
}

/// Lines of a family's sheet that begin with a nearly known label: their text went to the field before.
fn misspelt(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let longest = context.template.wordings().map(|wording| wording.words.len()).max().unwrap_or(0) + 10;
    for line in lines(context.sheet.of(context.text)) {
        let Some(colon) = memchr::memchr(b':', line.as_bytes()).filter(|&colon| colon <= longest) else { continue };
        let words = Span::of_slice(context.text, &line[..colon]).trim(context.text);
        let Some(before) = context.labels().iter().rfind(|label| label.words.start <= words.start) else {
            continue;
        };
        if before.words.covers(words) || words.covers(before.words) {
            continue;
        }
        let nearest = context.schemas.nearest(words.of(context.text), context.template);
        if let Some(nearest) = nearest.filter(|nearest| is_slip(context, nearest, words)) {
            let nearest = Some(nearest.words.to_owned());
            let finding = Finding::UnknownLabel { nearest, kept_in: before.field };
            findings.push(Diagnostic::at(finding, words).labelled(words.of(context.text)));
        }
    }
}

/// Whether words that are like a label can be meant for it: they differ from it, and stand in its capitals.
fn is_slip(context: &Context<'_>, nearest: &Wording<'_>, words: Span) -> bool {
    fold(words.of(context.text)) != nearest.folded && nearest.label.is_in_case(words.of(context.text))
}
