//! `missing-field`: a field that the sheet should have is not there.

use super::{Check, Context, Example, Rule};
use crate::diagnostic::{Code, Diagnostic, Finding, Severity};
use crate::practice::{Demand, Field};
use crate::schemas::Wording;

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code::MissingField,
    severity: Severity::Error,
    on: true,
    bad: Example::record(
        "\
schema: 1
title: Shared gardens
lead_organisation: Town of Sample
location: Sample
target_groups: [newcomers]
contacts:
  - email: rita@example.org
",
    ),
    good: Example::record(
        "\
schema: 1
title: Shared gardens
description: Newcomers and residents share a garden.
lead_organisation: Town of Sample
location: Sample
target_groups: [newcomers]
contacts:
  - email: rita@example.org
",
    ),
    check: Check::Sheet(check),
};

fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for &field in Field::ALL {
        let demand = context.demand(field);
        if demand > Demand::Optional && !context.has(field) {
            let finding = Finding::MissingField { field, demand, label: label(context, field) };
            findings.push(Diagnostic::at(finding, context.first_line()).demanded_at(context.demanded_at(field)));
        }
    }
}

/// The label to write: of a template's wordings the one in the place of those that the sheet uses, else the vocabulary's.
fn label(context: &Context<'_>, field: Field) -> Option<String> {
    if context.draft().is_none() {
        return Some(field.key().to_owned());
    }
    if context.template.generic {
        let own = context.record.language.as_deref().and_then(|code| context.schemas.language(code));
        return own.or(context.schemas.fallback())?.heading(field).map(str::to_owned);
    }
    let wordings = wordings(context, field);
    let wording = wordings.get(usual_place(context)).or(wordings.first())?;
    Some((*wording).to_owned())
}

fn wordings<'a>(context: &'a Context<'_>, field: Field) -> Vec<&'a str> {
    let opens = |wording: &Wording<'_>| wording.label.field == field || wording.label.covers.contains(&field);
    context.template.wordings().filter(opens).map(|wording| wording.words).collect()
}

/// The position among the wordings of its field that most labels of the sheet have: templates list languages in one order.
fn usual_place(context: &Context<'_>) -> usize {
    let mut places = [0_usize; 8];
    for seen in context.labels() {
        let written = crate::schemas::fold(seen.words.of(context.text));
        let place = wordings(context, seen.field).iter().position(|wording| crate::schemas::fold(wording) == written);
        if let Some(count) = place.and_then(|place| places.get_mut(place)) {
            *count += 1;
        }
    }
    (0..places.len()).rev().max_by_key(|&place| places[place]).unwrap_or(0)
}
