//! `language-mismatch`: a text is in another language than the record.
//!
//! Labels count for nothing: values in Spanish under labels in English are usual. A summary in English beside a text in another
//! language is usual, too, and so are records with several texts in each of two languages.

use super::{Check, Context, Example, Rule, Seen};
use crate::diagnostic::{Code, Diagnostic, Finding, Severity};
use crate::practice::{Field, Kind, Pointer, Spoken, plain};
use crate::source::Span;

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code::LanguageMismatch,
    severity: Severity::Warning,
    on: true,
    bad: Example::record(
        "\
schema: 1
title: Orti condivisi
language: en
description: >-
  Nel giardino della scuola le famiglie che sono arrivate da poco e quelle che vivono nel quartiere da anni
  coltivano insieme un orto, si scambiano i semi e imparano le parole che servono per farlo.
",
    ),
    good: Example::record(
        "\
schema: 1
title: Orti condivisi
language: it
description: >-
  Nel giardino della scuola le famiglie che sono arrivate da poco e quelle che vivono nel quartiere da anni
  coltivano insieme un orto, si scambiano i semi e imparano le parole che servono per farlo.
",
    ),
    check: Check::Sheet(check),
};

/// Words of a text from which on its language can be told.
const LEAST_WORDS: usize = 30;
/// Bytes of a text that are looked at.
const LOOKED_AT: usize = 500;
/// Texts in the language of the record, beside which one in another stands out.
const LEAST_OTHERS: usize = 2;

/// A text with the language that it surely is in.
struct Text<'a> {
    pointer: &'a Pointer,
    place: Span,
    /// Position among the languages of the vocabulary.
    language: usize,
    spoken: Spoken,
}

fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let texts: Vec<Text<'_>> = texts(context).collect();
    let Some(own) = own_language(context, &texts) else { return };
    let code = |language: usize| context.schemas.languages[language].code.to_string();
    let other = texts.iter().filter(|text| text.language != own && text.spoken.is_foreign_to(own)).collect::<Vec<_>>();
    let mismatch = |found, all| Finding::LanguageMismatch { expected: code(own), found: code(found), all };
    match &other[..] {
        [first, rest @ ..] if other.len() == texts.len() && rest.iter().all(|it| it.language == first.language) => {
            findings.extend(context.about_field(Field::Language, mismatch(first.language, true)));
        }
        [only] if texts.len() > LEAST_OTHERS && only.pointer.field != Field::Summary => {
            findings.push(context.about(only.pointer, only.place, mismatch(only.language, false)));
        }
        _ => {}
    }
}

/// The language that a record says, else the one that most of the texts are in.
fn own_language(context: &Context<'_>, texts: &[Text<'_>]) -> Option<usize> {
    let said = context.record.language.as_deref().filter(|_| matches!(context.seen, Seen::Record(_)));
    if let Some(said) = said {
        return context.schemas.languages.iter().position(|language| language.code == said);
    }
    let count = |language| texts.iter().filter(|text| text.language == language).count();
    texts.iter().map(|text| text.language).max_by_key(|language| (count(*language), usize::MAX - language))
}

/// The beginning of a text, which tells its language as well as the whole.
fn beginning(text: &str) -> &str {
    &text[..text.floor_char_boundary(LOOKED_AT)]
}

/// The texts that are long enough, with their languages.
fn texts<'a>(context: &Context<'a>) -> impl Iterator<Item = Text<'a>> {
    let schemas = context.schemas;
    let running = context.texts().filter(|(pointer, text, _)| {
        matches!(pointer.field.kind(), Kind::Text | Kind::List | Kind::Sections) && text.len() > LEAST_WORDS * 2
    });
    running.filter_map(move |(pointer, text, place)| {
        let spoken = Spoken::of(&plain(beginning(text)), schemas);
        let language = spoken.surely().filter(|_| spoken.words >= LEAST_WORDS)?;
        Some(Text { pointer, place, language, spoken })
    })
}
