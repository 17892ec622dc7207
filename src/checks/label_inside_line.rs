//! `label-inside-line`: a label of the form stands inside a line that was read as text, and its own field,
//! which the form asks for, is empty.

use super::{Check, Context, Example, Rule};
use crate::diagnostic::{Code, Diagnostic, Finding, Severity};
use crate::practice::{Demand, Field, Kind};
use crate::schemas::{Label, fold};
use crate::source::Span;

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code::LabelInsideLine,
    severity: Severity::Info,
    on: true,
    bad: Example::form(
        "\
GARDEN SHEET
Carried by: Town of Sample
Name: Shared gardens
What: Residents share a garden and its Results: all forty plots are in use.
",
    ),
    good: Example::form(
        "\
GARDEN SHEET
Carried by: Town of Sample
Name: Shared gardens
What: Residents share a garden.
Results: All forty plots are in use.
",
    ),
    check: Check::Sheet(check),
};

/// Bytes of a label at most, and of the space before it.
const MOST_BYTES: usize = 120;
/// Signs before a label that show that the form is spoken of.
const QUOTES: [char; 8] = ['"', '\'', '“', '”', '„', '«', '‘', '’'];

/// Only labels of a family are told from other words before a colon.
fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let Some(draft) = context.draft().filter(|_| !context.template.generic) else { return };
    let mut found: Vec<Field> = Vec::new();
    let texts = draft.trace.iter().filter(|traced| matches!(traced.pointer.field.kind(), Kind::Text | Kind::List));
    for traced in texts {
        for span in traced.segments.iter().filter_map(|segment| segment.span()) {
            for (field, words) in labels(context, span) {
                if !found.contains(&field) && !context.has(field) && context.demand(field) > Demand::Optional {
                    found.push(field);
                    let finding = Finding::LabelInsideLine { field, kept_in: traced.pointer.field };
                    findings.push(Diagnostic::at(finding, words).labelled(context.words(words)));
                }
            }
        }
    }
}

/// The labels before colons inside a text, none at its beginning.
fn labels(context: &Context<'_>, span: Span) -> Vec<(Field, Span)> {
    let text = span.of(context.text);
    let colons = memchr::memchr_iter(b':', text.as_bytes());
    colons.filter_map(|colon| label(context, &text[..colon])).collect()
}

/// The longest label that a text ends with.
fn label(context: &Context<'_>, text: &str) -> Option<(Field, Span)> {
    let near = &text[text.floor_char_boundary(text.len().saturating_sub(MOST_BYTES))..];
    let line = near.rsplit('\n').next().unwrap_or_default();
    let mut beginnings = line.match_indices(' ').map(|(at, _)| &line[at + 1..]);
    let found = |words| Some((of_template(context, words)?.field, Span::of_slice(context.text, words)));
    beginnings.find_map(found)
}

/// The label of the sheet's template that these words are, as it is written.
fn of_template<'a>(context: &Context<'a>, words: &str) -> Option<&'a Label> {
    if words.starts_with(QUOTES) || words.starts_with(char::is_lowercase) {
        return None;
    }
    let (at, _) = context.schemas.template(&context.template.name)?;
    let meanings = context.schemas.wordings.get(&fold(words))?;
    let label = context.schemas.own_labels(meanings, at).next()?;
    let is_capital = label.capitals || words.starts_with(char::is_uppercase);
    (is_capital && label.is_in_case(words)).then_some(label)
}
