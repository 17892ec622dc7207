//! `duplicate-record`: a practice that the run has met before: same title and lead organisation, or same description.

use super::run::number;
use super::{Check, Example, Rule};
use crate::diagnostic::{Code, Same, Severity};
use crate::practice::BestPractice;
use crate::schemas::{Schemas, fold_words};

/// The record that is met first.
const FIRST: Example = Example::named(
    "a.yaml",
    "\
schema: 1
title: Shared gardens
lead_organisation: Town of Sample
",
);

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code::DuplicateRecord,
    severity: Severity::Warning,
    on: true,
    bad: FIRST.beside(
        "b.yaml",
        "\
schema: 1
title: Shared gardens
lead_organisation: TOWN OF SAMPLE
",
    ),
    good: FIRST.beside(
        "b.yaml",
        "\
schema: 1
title: Shared gardens
lead_organisation: Example Hill
",
    ),
    check: Check::Run,
};

/// Words of a description that no two people write alike.
const LEAST_WORDS: usize = 20;

/// What two records have in common if they are one practice, as numbers.
pub(super) fn keys(record: &BestPractice, schemas: &Schemas) -> impl Iterator<Item = (Same, u64)> {
    let placeholders = schemas.placeholders();
    let says = |text: &&str| placeholders.find(text).is_none();
    let title = record.title.as_deref().filter(says);
    let lead = record.lead_organisation.as_deref().filter(says);
    let name = title.zip(lead).map(|(title, lead)| (fold_words(title), fold_words(lead)));
    let name = name.map(|words| (Same::TitleAndLead, number(&(Same::TitleAndLead, words))));
    let description = record.description.as_deref().and_then(words);
    let description = description.map(|words| (Same::Description, number(&(Same::Description, words))));
    name.into_iter().chain(description)
}

/// The words of a text with one space between them; nothing where they are few.
fn words(text: &str) -> Option<String> {
    let mut words = String::with_capacity(text.len() + 1);
    let mut count = 0;
    let mut add = |word: &str| {
        words.push_str(word);
        words.push(' ');
        count += 1;
    };
    match holds_wide_space(text.as_bytes()) {
        true => text.split_whitespace().for_each(&mut add),
        false => text.split_ascii_whitespace().for_each(&mut add),
    }
    (count >= LEAST_WORDS).then_some(words)
}

/// Whether a text may hold white space that is not of ASCII, as the first bytes of its characters tell, or a vertical tab.
fn holds_wide_space(text: &[u8]) -> bool {
    memchr::memchr3(0x0b, 0xc2, 0xe1, text).or_else(|| memchr::memchr2(0xe2, 0xe3, text)).is_some()
}
